//! The `benchmark` commands.

use crate::{preflight, service::open};
use frame_benchmarking_cli::{
	BenchmarkCmd, ExtrinsicCmd, ExtrinsicFactory, SubstrateRemarkBuilder, SUBSTRATE_REFERENCE_HARDWARE,
};
use futures::executor::block_on;
use sc_service::Configuration;
use sp_inherents::InherentDataProvider;
use sp_runtime::traits::HashingFor;
use std::time::Duration;
use tidepool_runtime::opaque::Block;

/// Runs a benchmark.
pub fn run(command: &BenchmarkCmd, mut config: Configuration) -> sc_cli::Result<()> {
	match command {
		BenchmarkCmd::Pallet(command) => {
			command.run_with_spec::<HashingFor<Block>, ()>(Some(config.chain_spec))
		},
		BenchmarkCmd::Overhead(command) => {
			command.run_with_default_builder_and_spec::<Block, ()>(Some(config.chain_spec))
		},
		BenchmarkCmd::Machine(command) => command.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone()),
		BenchmarkCmd::Block(command) => {
			preflight::database(command, &mut config)?;
			command.run(open(&config)?.client)
		},
		BenchmarkCmd::Storage(command) => {
			preflight::database(command, &mut config)?;
			let parts = open(&config)?;
			let database = parts.backend.expose_db();
			let storage = parts.backend.expose_storage();
			let trie_cache = parts.backend.expose_shared_trie_cache();
			command.run(config, parts.client, database, storage, trie_cache)
		},
		BenchmarkCmd::Extrinsic(command) => {
			preflight::database(command, &mut config)?;
			extrinsic(command, &config)
		},
	}
}

/// Measures an empty remark. The block it goes into lies in slot 0, which is Aura's slot for a block
/// without a digest.
fn extrinsic(command: &ExtrinsicCmd, config: &Configuration) -> sc_cli::Result<()> {
	let client = open(config)?.client;
	let timestamp = sp_timestamp::InherentDataProvider::new(Duration::ZERO.into());
	let inherents = block_on(timestamp.create_inherent_data())
		.map_err(|error| format!("the timestamp cannot be put into a block: {error}"))?;
	let remark = SubstrateRemarkBuilder::new_from_client(client.clone())?;
	command.run(client, inherents, Vec::new(), &ExtrinsicFactory(vec![Box::new(remark)]))
}
