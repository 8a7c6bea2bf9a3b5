//! The services a node consists of, and how they are put together.

mod clock_watch;
mod consensus;
mod database;
mod genesis;
mod partial;

pub use database::guarded;
pub use partial::{import_queue, open, FullBackend, FullClient, FullSelectChain, TransactionPool};

use crate::{
	rpc::{self, FullDeps, GrandpaDeps},
	sealing::{self, Sealing, SealingHandle, SealingParams},
};
use clock_watch::ClockWatch;
use consensus::GrandpaVoter;
use futures::FutureExt;
use partial::{transaction_pool, Parts};
use sc_client_api::Backend;
use sc_consensus_grandpa::{FinalityProofProvider, SharedVoterState};
use sc_network::{
	config::{FullNetworkConfiguration, NetworkBackendType},
	service::traits::NetworkService,
	Litep2pNetworkBackend, NetworkBackend, NetworkWorker,
};
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	config::Configuration, BuildNetworkParams, Error, SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_blockchain::HeaderBackend;
use sp_keystore::KeystorePtr;
use std::sync::Arc;
use tidepool_runtime::{opaque::Block, Hash};

/// Starts a node: one among peers, or with `sealing` one that makes blocks on demand.
pub fn start(config: Configuration, sealing: Option<Sealing>) -> Result<TaskManager, Error> {
	match config.network.network_backend {
		NetworkBackendType::Libp2p => start_with::<NetworkWorker<Block, Hash>>(config, sealing),
		NetworkBackendType::Litep2p => start_with::<Litep2pNetworkBackend>(config, sealing),
	}
}

fn start_with<N: NetworkBackend<Block, Hash>>(
	config: Configuration,
	sealing: Option<Sealing>,
) -> Result<TaskManager, Error> {
	let parts = open(&config)?;
	guarded(&config, || database::sample_state(&parts.client, &parts.backend))?;
	if sealing.is_none() && config.role.is_authority() {
		consensus::check_time_of_head(&config, &parts.client)?;
	}
	let import_queue = import_queue(&config, &parts)?;
	let pool = transaction_pool(&config, &parts);
	let Parts {
		client,
		backend,
		mut task_manager,
		keystore_container,
		select_chain,
		block_import,
		grandpa_link,
		mut telemetry,
	} = parts;

	let mut net_config =
		FullNetworkConfiguration::<_, _, N>::new(&config.network, config.prometheus_registry().cloned());
	let metrics = N::register_notification_metrics(config.prometheus_registry());
	let genesis_hash = client.info().genesis_hash;
	let runs_grandpa = sealing.is_none() && !config.disable_grandpa;
	let grandpa_voter = runs_grandpa.then(|| {
		let (protocol, voter) = GrandpaVoter::prepare::<N>(
			sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
		net_config.add_notification_protocol(protocol);
		voter
	});

	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::default(),
	));
	let clock_watch = match sealing {
		None => Some(ClockWatch::new(&config, client.clone())?),
		Some(_) => None,
	};
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: clock_watch.map(ClockWatch::builder),
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	if config.offchain_worker.enabled {
		spawn_offchain_workers(OffchainParams {
			is_validator: config.role.is_authority(),
			client: client.clone(),
			backend: &backend,
			keystore: keystore_container.keystore(),
			pool: pool.clone(),
			network: network.clone(),
			task_manager: &task_manager,
		})?;
	}

	let shared_voter_state = SharedVoterState::empty();
	let (sealing_handle, sealing_requests) = SealingHandle::new();
	let rpc_deps = FullDeps {
		client: client.clone(),
		pool: pool.clone(),
		grandpa: GrandpaDeps {
			shared_voter_state: shared_voter_state.clone(),
			shared_authority_set: grandpa_link.shared_authority_set().clone(),
			justification_stream: grandpa_link.justification_stream(),
			finality_proof_provider: FinalityProofProvider::new_for_service(
				backend.clone(),
				Some(grandpa_link.shared_authority_set().clone()),
			),
		},
		sealing: sealing.map(|_| sealing_handle),
	};
	let rpc_builder = Box::new(move |executor| {
		rpc::create_full(rpc_deps.clone(), executor).map_err(|error| Error::Application(error.into()))
	});

	let node = consensus::NodeFacts::of(&config);
	let prometheus = config.prometheus_config.clone();
	let _rpc_handlers = sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore_container.keystore(),
		transaction_pool: pool.clone(),
		rpc_builder,
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	let telemetry = telemetry.as_ref().map(|telemetry| telemetry.handle());
	let prometheus = prometheus.as_ref();
	if let Some(mode) = sealing {
		sealing::start(SealingParams {
			mode,
			requests: sealing_requests,
			client,
			pool,
			select_chain,
			task_manager: &task_manager,
			prometheus,
			telemetry,
		})?;
		return Ok(task_manager);
	}

	if node.is_authority {
		consensus::start_aura(consensus::AuraParams {
			node: &node,
			client,
			block_import,
			pool: pool.clone(),
			select_chain,
			keystore: keystore_container.keystore(),
			sync_service: sync_service.clone(),
			task_manager: &task_manager,
			prometheus,
			telemetry: telemetry.clone(),
		})?;
	}
	if let Some(voter) = grandpa_voter {
		voter.start(consensus::GrandpaVoterParams {
			node,
			link: grandpa_link,
			network,
			sync_service,
			keystore: keystore_container.keystore(),
			pool,
			shared_voter_state,
			task_manager: &task_manager,
			prometheus,
			telemetry,
		})?;
	}
	Ok(task_manager)
}

struct OffchainParams<'a> {
	is_validator: bool,
	client: Arc<FullClient>,
	backend: &'a FullBackend,
	keystore: KeystorePtr,
	pool: Arc<TransactionPool>,
	network: Arc<dyn NetworkService>,
	task_manager: &'a TaskManager,
}

fn spawn_offchain_workers(params: OffchainParams) -> Result<(), Error> {
	let workers = OffchainWorkers::new(OffchainWorkerOptions {
		runtime_api_provider: params.client.clone(),
		is_validator: params.is_validator,
		keystore: Some(params.keystore),
		offchain_db: params.backend.offchain_storage(),
		transaction_pool: Some(OffchainTransactionPoolFactory::new(params.pool)),
		network_provider: Arc::new(params.network),
		enable_http_requests: true,
		custom_extensions: |_| Vec::new(),
	})?;
	let spawner = params.task_manager.spawn_handle();
	spawner.spawn(
		"offchain-workers-runner",
		"offchain-worker",
		workers.run(params.client, spawner.clone()).boxed(),
	);
	Ok(())
}
