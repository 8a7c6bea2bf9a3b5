//! Development chains that make blocks on demand.
//!
//! Blocks carry the slots Aura's rules ask for but no seal: no key is needed, and no other node
//! accepts them. Everything that makes a block or moves the clock goes through one queue
//! ([`requests`]), so that a journey in time always starts from a settled head.

mod clock;
mod isolation;
mod options;
mod requests;
mod sealer;
mod timestamp;

pub use isolation::isolate;
pub use options::Sealing;
pub use requests::{Request, SealingHandle};
pub use timestamp::{format_time, head_is_in_the_future, LAST_MOMENT};

use crate::service::{FullClient, FullSelectChain, TransactionPool};
use clock::{DevClock, Pace};
use futures::channel::mpsc;
use sc_basic_authorship::ProposerFactory;
use sc_consensus_manual_seal::{
	consensus::aura::AuraConsensusDataProvider, run_manual_seal, ManualSealParams,
};
use sc_service::{config::PrometheusConfig, TaskManager};
use sc_telemetry::TelemetryHandle;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;
use tidepool_runtime::{opaque::Block, Hash};

/// What block production on demand needs of the node.
pub struct SealingParams<'a> {
	/// When blocks are made without being asked for.
	pub mode: Sealing,
	/// The receiving end of the handle's queue.
	pub requests: mpsc::Receiver<Request>,
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<TransactionPool>,
	/// The rule that tells the best chain.
	pub select_chain: FullSelectChain,
	/// Where tasks run.
	pub task_manager: &'a TaskManager,
	/// Where metrics go.
	pub prometheus: Option<&'a PrometheusConfig>,
	/// Where telemetry goes.
	pub telemetry: Option<TelemetryHandle>,
}

/// Starts making blocks.
pub fn start(params: SealingParams) -> Result<(), sc_service::Error> {
	let SealingParams { mode, requests, client, pool, select_chain, task_manager, prometheus, telemetry } =
		params;
	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
	let head = timestamp::at(&client, client.info().best_hash)?;
	let clock = Arc::new(DevClock::new(
		match mode {
			Sealing::Manual => Pace::SlotPerBlock,
			Sealing::Instant | Sealing::Interval(_) => Pace::WallClock,
		},
		slot_duration.as_millis(),
		timestamp::minimum_period(),
		head,
		timestamp::now(),
	));

	let env = ProposerFactory::new(
		task_manager.spawn_handle(),
		client.clone(),
		pool.clone(),
		prometheus.map(|config| &config.registry),
		telemetry,
	);
	let commands = sealer::commands(mode, client.clone(), pool.clone(), clock.clone(), requests);
	let inherents_client = client.clone();
	let create_inherent_data_providers = move |parent: Hash, ()| {
		let next = timestamp::at(&inherents_client, parent)
			.map(|parent_time| clock.next_block(parent, parent_time, timestamp::now()));
		async move {
			let inherent = sp_timestamp::InherentDataProvider::new(next?.into());
			Ok::<_, Box<dyn std::error::Error + Send + Sync>>(inherent)
		}
	};
	let authorship = run_manual_seal::<Block, _, _, _, _, _, _, _, _>(ManualSealParams {
		block_import: client.clone(),
		env,
		client,
		pool,
		commands_stream: commands,
		select_chain,
		consensus_data_provider: Some(Box::new(AuraConsensusDataProvider::new_with_slot_duration(
			slot_duration,
		))),
		create_inherent_data_providers,
	});
	task_manager.spawn_essential_handle().spawn_blocking("manual-seal", Some("block-authoring"), authorship);
	log::info!("⏩ Blocks are made {mode}, are final at once, and are not shared with other nodes");
	Ok(())
}
