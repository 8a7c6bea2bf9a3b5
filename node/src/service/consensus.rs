//! Authorship by Aura and finality by GRANDPA, as a node among peers runs them.

use super::partial::{
	aura_inherents, FullBlockImport, FullClient, FullGrandpaLink, FullSelectChain, TransactionPool,
};
use crate::sealing;
use sc_basic_authorship::ProposerFactory;
use sc_chain_spec::ChainType;
use sc_consensus_aura::{SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{GrandpaParams, SharedVoterState, VotingRulesBuilder};
use sc_network::{
	peer_store::PeerStoreProvider, service::traits::NetworkService, NetworkBackend, NotificationMetrics,
	NotificationService, ProtocolName,
};
use sc_network_sync::SyncingService;
use sc_service::{
	config::{Configuration, PrometheusConfig, Role},
	Error, TaskManager,
};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_keystore::KeystorePtr;
use std::{sync::Arc, time::Duration};
use tidepool_runtime::{opaque::Block, Hash};

/// How long a GRANDPA message is expected to need through the network.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);
/// A justification is made at least once in so many blocks.
const JUSTIFICATION_GENERATION_PERIOD: u32 = 512;

/// What is still asked of the configuration after the services have taken it over.
pub struct NodeFacts {
	/// Whether the node takes part in consensus.
	pub is_authority: bool,
	role: Role,
	name: String,
	force_authoring: bool,
}

impl NodeFacts {
	/// The facts of a configuration.
	pub fn of(config: &Configuration) -> Self {
		Self {
			is_authority: config.role.is_authority(),
			role: config.role,
			name: config.network.node_name.clone(),
			force_authoring: config.force_authoring,
		}
	}
}

/// Aura makes no block before the time of the head has passed. A development chain gets there by
/// travelling in time, and a node that only fails from slot to slot is of no use to anybody; on other
/// chains the clock of the machine is to blame.
pub fn check_time_of_head(config: &Configuration, client: &FullClient) -> Result<(), Error> {
	let slot_duration = sc_consensus_aura::slot_duration(client)?.as_millis();
	let Some(head) = sealing::head_is_in_the_future(client, slot_duration)? else { return Ok(()) };
	let head = sealing::format_time(head);
	if config.chain_spec.chain_type() == ChainType::Development {
		return Err(Error::Other(format!(
			"the head of the chain has the time {head}, which is yet to come: a chain that travelled in time \
			 goes on with --sealing"
		)));
	}
	log::warn!(
		"The head of the chain has the time {head}, which is yet to come: this node makes no block before. \
		 Is the clock of the machine right?"
	);
	Ok(())
}

/// What Aura is started with.
pub struct AuraParams<'a> {
	pub(super) node: &'a NodeFacts,
	pub(super) client: Arc<FullClient>,
	pub(super) block_import: FullBlockImport,
	pub(super) pool: Arc<TransactionPool>,
	pub(super) select_chain: FullSelectChain,
	pub(super) keystore: KeystorePtr,
	pub(super) sync_service: Arc<SyncingService<Block>>,
	pub(super) task_manager: &'a TaskManager,
	pub(super) prometheus: Option<&'a PrometheusConfig>,
	pub(super) telemetry: Option<TelemetryHandle>,
}

/// Starts making blocks in the slots that are this node's.
pub fn start_aura(params: AuraParams) -> Result<(), Error> {
	let slot_duration = sc_consensus_aura::slot_duration(&*params.client)?;
	let proposer_factory = ProposerFactory::new(
		params.task_manager.spawn_handle(),
		params.client.clone(),
		params.pool,
		params.prometheus.map(|config| &config.registry),
		params.telemetry.clone(),
	);
	let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
		slot_duration,
		client: params.client,
		select_chain: params.select_chain,
		block_import: params.block_import,
		proposer_factory,
		create_inherent_data_providers: move |_, ()| async move { Ok(aura_inherents(slot_duration)) },
		force_authoring: params.node.force_authoring,
		backoff_authoring_blocks: Option::<()>::None,
		keystore: params.keystore,
		sync_oracle: params.sync_service.clone(),
		justification_sync_link: params.sync_service,
		block_proposal_slot_portion: SlotProportion::new(2f32 / 3f32),
		max_block_proposal_slot_portion: None,
		telemetry: params.telemetry,
		compatibility_mode: Default::default(),
	})?;
	params.task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
	Ok(())
}

/// What the GRANDPA voter is started with.
pub struct GrandpaVoterParams<'a> {
	pub(super) node: NodeFacts,
	pub(super) link: FullGrandpaLink,
	pub(super) network: Arc<dyn NetworkService>,
	pub(super) sync_service: Arc<SyncingService<Block>>,
	pub(super) keystore: KeystorePtr,
	pub(super) pool: Arc<TransactionPool>,
	pub(super) shared_voter_state: SharedVoterState,
	pub(super) task_manager: &'a TaskManager,
	pub(super) prometheus: Option<&'a PrometheusConfig>,
	pub(super) telemetry: Option<TelemetryHandle>,
}

/// The GRANDPA voter, known to the network but not running yet.
pub struct GrandpaVoter {
	protocol_name: ProtocolName,
	notification_service: Box<dyn NotificationService>,
}

impl GrandpaVoter {
	/// The voter, and the protocol to announce to the network.
	pub fn prepare<N: NetworkBackend<Block, Hash>>(
		protocol_name: ProtocolName,
		metrics: NotificationMetrics,
		peer_store: Arc<dyn PeerStoreProvider>,
	) -> (N::NotificationProtocolConfig, Self) {
		let (config, notification_service) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
			protocol_name.clone(),
			metrics,
			peer_store,
		);
		(config, Self { protocol_name, notification_service })
	}

	/// Starts voting, or following the votes of others on a node that is no validator.
	pub fn start(self, params: GrandpaVoterParams) -> Result<(), Error> {
		let config = sc_consensus_grandpa::Config {
			gossip_duration: GOSSIP_DURATION,
			justification_generation_period: JUSTIFICATION_GENERATION_PERIOD,
			name: Some(params.node.name),
			observer_enabled: false,
			keystore: params.node.is_authority.then_some(params.keystore),
			local_role: params.node.role,
			telemetry: params.telemetry.clone(),
			protocol_name: self.protocol_name,
		};
		let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
			config,
			link: params.link,
			network: params.network,
			sync: params.sync_service,
			notification_service: self.notification_service,
			voting_rule: VotingRulesBuilder::default().build(),
			prometheus_registry: params.prometheus.map(|config| config.registry.clone()),
			shared_voter_state: params.shared_voter_state,
			telemetry: params.telemetry,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(params.pool),
		})?;
		params.task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
		Ok(())
	}
}
