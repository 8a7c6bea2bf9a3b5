//! The genesis of the database against that of the chain spec.

use super::partial::{FullClient, HostFunctions};
use sc_chain_spec::{construct_genesis_block, resolve_state_version_from_wasm};
use sc_executor::WasmExecutor;
use sc_service::Configuration;
use sp_blockchain::{Error, HeaderBackend};
use sp_runtime::traits::{Block as _, Hash as _, HashingFor};
use tidepool_runtime::{opaque::Block, Hash};

/// Warns when the database was begun with another genesis than the chain spec now describes, as
/// happens when a development node is built again: the chain goes on with what it was begun with,
/// the runtime included.
pub fn warn_if_different(
	config: &Configuration,
	client: &FullClient,
	executor: &WasmExecutor<HostFunctions>,
) -> Result<(), Error> {
	let stored = client.info().genesis_hash;
	match described(config, executor)? {
		Some(described) if described != stored => log::warn!(
			"The database `{}` was begun with the genesis {stored:?}, and the chain spec describes \
			 {described:?}: the chain goes on with the runtime and the state it has. To begin anew from \
			 the spec, delete the database with purge-chain.",
			config.database.path().unwrap_or(&config.data_path).display()
		),
		_ => {},
	}
	Ok(())
}

fn described(config: &Configuration, executor: &WasmExecutor<HostFunctions>) -> Result<Option<Hash>, Error> {
	let storage = config.chain_spec.as_storage_builder().build_storage().map_err(Error::Storage)?;
	if !storage.children_default.is_empty() {
		// The runtime has no child tries; a spec with some comes from elsewhere.
		return Ok(None);
	}
	let version = resolve_state_version_from_wasm::<_, HashingFor<Block>>(&storage, executor)?;
	let state_root = HashingFor::<Block>::trie_root(storage.top.into_iter().collect(), version);
	Ok(Some(construct_genesis_block::<Block>(state_root, version).hash()))
}
