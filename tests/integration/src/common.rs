//! What the tests share: chains built from the presets inside the runtime's Wasm, and well-known accounts.

use frame_support::traits::Hooks;
use sc_chain_spec::GenesisConfigBuilderRuntimeCaller;
use sp_core::{sr25519, storage::Storage, Pair};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::Dispatchable, DispatchResultWithInfo};
use std::{collections::BTreeMap, sync::Mutex};
use tidepool_runtime::{
	AccountId, LiquidityStaking, Runtime, RuntimeCall, RuntimeOrigin, StarkExchange, StarkProxy, System,
	Timelock, USDC,
};

/// Ten-minute epochs begin on the full ten minutes from here on.
pub const DEVELOPMENT_OFFSET: u64 = 1_767_225_600;
pub const DEVELOPMENT_INTERVAL: u64 = 600;

/// The genesis state of `preset`, made by the Wasm as a node would make it; once per preset, because compiling the
/// Wasm takes seconds.
fn genesis_state(preset: &str) -> Storage {
	static STATES: Mutex<BTreeMap<String, Storage>> = Mutex::new(BTreeMap::new());
	let mut states = STATES.lock().expect("no test fails while it builds a state");
	let state = states.entry(preset.to_string()).or_insert_with(|| {
		let wasm = tidepool_runtime::WASM_BINARY.expect("the runtime is built with its Wasm");
		GenesisConfigBuilderRuntimeCaller::<()>::new(wasm)
			.get_storage_for_named_preset(Some(&preset.to_string()))
			.unwrap_or_else(|error| panic!("the preset {preset} does not build: {error}"))
	});
	state.clone()
}

/// A chain in the genesis state of `preset`.
pub fn chain(preset: &str) -> sp_io::TestExternalities {
	let mut chain = sp_io::TestExternalities::new(genesis_state(preset));
	chain.execute_with(|| System::set_block_number(1));
	chain
}

/// Runs `test` in the first second of epoch 1,000 of a development chain and checks the invariants afterwards.
pub fn on_development_chain(test: impl FnOnce()) {
	chain("development").execute_with(|| {
		set_time(epoch_start(1_000));
		test();
		check_invariants();
	});
}

/// Checks the invariants of all own pallets.
pub fn check_invariants() {
	LiquidityStaking::do_try_state().expect("the invariants of the pool hold");
	StarkProxy::do_try_state().expect("the invariants of the proxies hold");
	StarkExchange::do_try_state().expect("the invariants of the exchange hold");
	Timelock::do_try_state().expect("the invariants of the timelock hold");
}

pub fn epoch_start(epoch: u64) -> u64 {
	DEVELOPMENT_OFFSET + epoch * DEVELOPMENT_INTERVAL
}

/// The time in seconds.
pub fn now() -> u64 {
	pallet_timestamp::Now::<Runtime>::get() / 1_000
}

/// Sets the clock, in seconds, and lets the next block begin.
pub fn set_time(now: u64) {
	pallet_timestamp::Now::<Runtime>::put(now * 1_000);
	System::set_block_number(System::block_number() + 1);
	System::reset_events();
	LiquidityStaking::on_initialize(System::block_number());
}

pub fn alice() -> AccountId {
	Sr25519Keyring::Alice.to_account_id()
}

pub fn bob() -> AccountId {
	Sr25519Keyring::Bob.to_account_id()
}

/// The account `//name` of the development phrase.
pub fn named(name: &str) -> AccountId {
	sr25519::Pair::from_string(&format!("//{name}"), None).expect("valid path").public().into()
}

/// Dispatches as `who`, with the runtime's call filter.
pub fn dispatch(
	who: &AccountId,
	call: impl Into<RuntimeCall>,
) -> DispatchResultWithInfo<frame_support::dispatch::PostDispatchInfo> {
	call.into().dispatch(RuntimeOrigin::signed(who.clone()))
}

/// `units` whole USDC.
pub const fn usdc(units: u128) -> u128 {
	units * USDC
}
