//! The database and what works on it.

use super::{database, genesis};
use sc_consensus::DefaultImportQueue;
use sc_consensus_aura::ImportQueueParams;
use sc_consensus_grandpa::{GrandpaBlockImport, GrandpaPruningFilter, LinkHalf};
use sc_executor::WasmExecutor;
use sc_service::{Configuration, Error, KeystoreContainer, TFullBackend, TFullClient, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sp_consensus_aura::{sr25519::AuthorityPair as AuraPair, SlotDuration};
use std::sync::Arc;
use tidepool_runtime::{opaque::Block, RuntimeApi};

/// The functions that the runtime may call.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type HostFunctions = sp_io::SubstrateHostFunctions;
/// The functions that the runtime may call.
#[cfg(feature = "runtime-benchmarks")]
pub type HostFunctions = (sp_io::SubstrateHostFunctions, frame_benchmarking::benchmarking::HostFunctions);

/// The client of a full node.
pub type FullClient = TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;
/// The database behind it.
pub type FullBackend = TFullBackend<Block>;
/// The rule that tells the best chain.
pub type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// The pool of transactions.
pub type TransactionPool = TransactionPoolHandle<Block, FullClient>;
/// The way of blocks into the database, by way of finality.
pub type FullBlockImport = GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
/// The finality voter's link to it.
pub type FullGrandpaLink = LinkHalf<Block, FullClient, FullSelectChain>;

/// The parts that a running node and the commands on its database have in common.
pub struct Parts {
	/// The client.
	pub client: Arc<FullClient>,
	/// The database behind it.
	pub backend: Arc<FullBackend>,
	/// Where tasks run.
	pub task_manager: TaskManager,
	/// The node's keys.
	pub keystore_container: KeystoreContainer,
	/// The rule that tells the best chain.
	pub select_chain: FullSelectChain,
	/// The way of blocks into the database.
	pub block_import: FullBlockImport,
	/// The finality voter's link to it.
	pub grandpa_link: FullGrandpaLink,
	/// The telemetry connection, where there is one.
	pub telemetry: Option<Telemetry>,
}

/// A full node accepts a justification in every so many blocks when it syncs.
const GRANDPA_JUSTIFICATION_PERIOD: u32 = 512;

/// Opens the database and builds what works on it.
pub fn open(config: &Configuration) -> Result<Parts, Error> {
	database::guarded(config, || build(config))
}

fn build(config: &Configuration) -> Result<Parts, Error> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;
	let telemetry_handle = || telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());

	let executor = sc_service::new_wasm_executor::<HostFunctions>(&config.executor);
	let (client, backend, keystore_container, task_manager) = sc_service::new_full_parts(
		config,
		telemetry_handle(),
		executor.clone(),
		// Proofs for warp sync need the blocks in which the authorities changed.
		vec![Arc::new(GrandpaPruningFilter)],
	)?;
	let client: Arc<FullClient> = Arc::new(client);
	genesis::warn_if_different(config, &client, &executor)?;

	let select_chain = sc_consensus::LongestChain::new(backend.clone());
	let (block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		GRANDPA_JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle(),
	)?;
	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	Ok(Parts {
		client,
		backend,
		task_manager,
		keystore_container,
		select_chain,
		block_import,
		grandpa_link,
		telemetry,
	})
}

/// The queue in which blocks from elsewhere are checked.
pub fn import_queue(config: &Configuration, parts: &Parts) -> Result<DefaultImportQueue<Block>, Error> {
	let slot_duration = sc_consensus_aura::slot_duration(&*parts.client)?;
	let queue = sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
		block_import: parts.block_import.clone(),
		justification_import: Some(Box::new(parts.block_import.clone())),
		client: parts.client.clone(),
		create_inherent_data_providers: move |_, ()| async move { Ok(aura_inherents(slot_duration)) },
		spawner: &parts.task_manager.spawn_essential_handle(),
		registry: config.prometheus_registry(),
		check_for_equivocation: Default::default(),
		telemetry: parts.telemetry.as_ref().map(|telemetry| telemetry.handle()),
		compatibility_mode: Default::default(),
	})?;
	Ok(queue)
}

/// The transaction pool of a node.
pub fn transaction_pool(config: &Configuration, parts: &Parts) -> Arc<TransactionPool> {
	let pool = sc_transaction_pool::Builder::new(
		parts.task_manager.spawn_essential_handle(),
		parts.client.clone(),
		config.role.is_authority().into(),
	)
	.with_options(config.transaction_pool.clone())
	.with_prometheus(config.prometheus_registry())
	.build();
	Arc::new(pool)
}

/// The inherents of a block made now.
pub fn aura_inherents(
	slot_duration: SlotDuration,
) -> (sp_consensus_aura::inherents::InherentDataProvider, sp_timestamp::InherentDataProvider) {
	let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
	let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
		*timestamp,
		slot_duration,
	);
	(slot, timestamp)
}
