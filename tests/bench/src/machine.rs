//! Runs the runtime's Wasm as a node does: compiled, on instances from a pool, against a trie.

use codec::{Decode, Encode};
use sc_executor::{WasmExecutionMethod, WasmExecutor, WasmtimeInstantiationStrategy};
use sp_core::{
	traits::{CallContext, RuntimeCode, WrappedRuntimeCode},
	Blake2Hasher,
};
use sp_io::hashing::blake2_256;
use sp_runtime::ApplyExtrinsicResult;
use sp_state_machine::{backend::Backend, OverlayedChanges, StateMachine};
use std::{
	borrow::Cow,
	time::{Duration, Instant},
};
use tidepool_runtime::Header;

/// What a block has changed so far, on top of the state it began with.
pub type Changes = OverlayedChanges<Blake2Hasher>;

/// The node's default.
const INSTANCES: usize = 8;

/// Executes the runtime.
pub struct Machine {
	executor: WasmExecutor<sp_io::SubstrateHostFunctions>,
	wasm: &'static [u8],
	hash: Vec<u8>,
}

impl Machine {
	pub fn new() -> Result<Self, String> {
		let wasm = tidepool_runtime::WASM_BINARY
			.ok_or("this program was built without the runtime's Wasm: build it without SKIP_WASM_BUILD.")?;
		let method = WasmExecutionMethod::Compiled {
			instantiation_strategy: WasmtimeInstantiationStrategy::PoolingCopyOnWrite,
		};
		let executor = WasmExecutor::builder()
			.with_execution_method(method)
			.with_max_runtime_instances(INSTANCES)
			.build();
		Ok(Self { executor, wasm, hash: blake2_256(wasm).to_vec() })
	}

	/// Begins a block.
	pub fn begin_block<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		changes: &mut Changes,
		header: &Header,
	) -> Result<Duration, String> {
		self.call(state, changes, "Core_initialize_block", &header.encode()).map(|(took, _)| took)
	}

	/// Applies a transaction or an inherent. Anything but success is an error.
	pub fn apply<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		changes: &mut Changes,
		extrinsic: &[u8],
	) -> Result<Duration, String> {
		let (took, answer) = self.call(state, changes, "BlockBuilder_apply_extrinsic", extrinsic)?;
		match ApplyExtrinsicResult::decode(&mut &answer[..]) {
			Ok(Ok(Ok(()))) => Ok(took),
			other => Err(format!("it did not succeed: {other:?}")),
		}
	}

	/// Calls the runtime without anything to do: it says its version.
	pub fn idle<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		changes: &mut Changes,
	) -> Result<Duration, String> {
		self.call(state, changes, "Core_version", &[]).map(|(took, _)| took)
	}

	/// Calls the runtime, in a transaction of its own as the builder of a block does.
	fn call<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		changes: &mut Changes,
		method: &str,
		data: &[u8],
	) -> Result<(Duration, Vec<u8>), String> {
		let fetcher = WrappedRuntimeCode(Cow::Borrowed(self.wasm));
		let code = RuntimeCode { code_fetcher: &fetcher, heap_pages: None, hash: self.hash.clone() };
		let mut extensions = Default::default();
		let context = CallContext::Onchain { import: false };

		let start = Instant::now();
		changes.start_transaction();
		let answer =
			StateMachine::new(state, changes, &self.executor, method, data, &mut extensions, &code, context)
				.execute();
		changes.commit_transaction().expect("it was started above");
		let took = start.elapsed();
		answer.map(|answer| (took, answer)).map_err(|error| format!("{method} failed: {error}"))
	}
}
