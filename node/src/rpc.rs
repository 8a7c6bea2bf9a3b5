//! The JSON-RPC methods this node has in addition to those of every Substrate node.

mod dev;

use crate::{
	sealing::SealingHandle,
	service::{FullBackend, FullClient, TransactionPool},
};
use dev::{Dev, DevApiServer};
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sp_core::traits::SpawnNamed;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};
use tidepool_runtime::{opaque::Block, BlockNumber, Hash};

/// What the RPC needs to know about finality.
#[derive(Clone)]
pub struct GrandpaDeps {
	/// The state of the voter of this node.
	pub shared_voter_state: SharedVoterState,
	/// The authorities that vote.
	pub shared_authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// Justifications as they come.
	pub justification_stream: GrandpaJustificationStream<Block>,
	/// Proofs of finality.
	pub finality_proof_provider: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// What the RPC is made of.
#[derive(Clone)]
pub struct FullDeps {
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<TransactionPool>,
	/// Finality.
	pub grandpa: GrandpaDeps,
	/// Block production, where it can be commanded.
	pub sealing: Option<SealingHandle>,
}

/// All methods of this node's own.
pub fn create_full(
	deps: FullDeps,
	executor: Arc<dyn SpawnNamed>,
) -> Result<RpcModule<()>, jsonrpsee::core::RegisterMethodError> {
	let FullDeps { client, pool, grandpa, sealing } = deps;
	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), pool.clone()).into_rpc())?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.shared_authority_set,
			grandpa.shared_voter_state,
			grandpa.justification_stream,
			grandpa.finality_proof_provider,
		)
		.into_rpc(),
	)?;
	if let Some(sealing) = sealing {
		module.merge(Dev::new(client, pool, sealing).into_rpc())?;
	}
	Ok(module)
}
