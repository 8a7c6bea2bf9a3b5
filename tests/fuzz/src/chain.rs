//! The chain that is fuzzed: the real runtime in the state of a development chain, with users on the exchange.

use codec::Encode;
use frame_support::{
	assert_ok,
	storage::{with_transaction, TransactionOutcome},
};
use pallet_stark_exchange::{
	signature::digest,
	signing::{public_key, sign},
	types::UpdateBatch,
};
use sp_core::{sr25519, Pair, H256};
use sp_runtime::DispatchError;
use std::cell::RefCell;
use tidepool_primitives::{PerpetualExchange, PositionId, StarkKey};
use tidepool_runtime::{
	genesis_config_presets::get_preset, AccountId, LiquidityStaking, Runtime, RuntimeGenesisConfig,
	RuntimeOrigin, StarkExchange, StarkProxy, System, Timelock,
};

/// Equity of every user's position, quantized.
pub const EQUITY: u64 = 1_000_000;
/// What every user has pending, quantized.
pub const PENDING: u64 = 500_000;
/// Users on the exchange: two people and two proxies.
pub const USERS: u8 = 4;

thread_local! {
	static CHAIN: RefCell<sp_io::TestExternalities> = RefCell::new(prepared());
}

/// Runs `test` on the prepared chain and forgets what it did.
pub fn on_chain(test: impl FnOnce()) {
	CHAIN.with_borrow_mut(|chain| {
		chain.execute_with(|| {
			let _ = with_transaction(|| -> TransactionOutcome<Result<(), DispatchError>> {
				test();
				TransactionOutcome::Rollback(Ok(()))
			});
		});
	});
}

/// The account `//name` of the development phrase.
pub fn named(name: &str) -> AccountId {
	sr25519::Pair::from_string(&format!("//{name}"), None).expect("valid path").public().into()
}

pub fn operator() -> RuntimeOrigin {
	RuntimeOrigin::signed(named("StarkOperator"))
}

/// The account of a user.
pub fn account(user: u8) -> AccountId {
	match user {
		0 => named("Alice"),
		1 => named("Bob"),
		proxy => StarkProxy::proxy_account(u32::from(proxy) - 2),
	}
}

pub fn secret(user: u8) -> [u8; 32] {
	let mut secret = [0; 32];
	secret[31] = user + 1;
	secret
}

pub fn key(user: u8) -> StarkKey {
	public_key(&secret(user))
}

pub fn position(user: u8) -> PositionId {
	PositionId::from(user) + 1
}

pub fn now() -> u64 {
	pallet_timestamp::Now::<Runtime>::get() / 1_000
}

pub fn set_time(now: u64) {
	pallet_timestamp::Now::<Runtime>::put(now.saturating_mul(1_000));
}

/// An empty batch that the exchange accepts.
pub fn next_batch() -> UpdateBatch<Runtime> {
	let last = StarkExchange::last_state();
	UpdateBatch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		new_state_root: H256::from(sp_io::hashing::blake2_256(&last.encode())),
		system_time: now().max(last.system_time),
		..Default::default()
	}
}

/// Every invariant of the own pallets.
pub fn check() {
	StarkExchange::do_try_state().expect("the invariants of the exchange hold");
	StarkProxy::do_try_state().expect("the invariants of the proxies hold");
	LiquidityStaking::do_try_state().expect("the invariants of the pool hold");
	Timelock::do_try_state().expect("the invariants of the timelock hold");
}

fn prepared() -> sp_io::TestExternalities {
	let mut chain = sp_io::TestExternalities::new_empty();
	chain.execute_with(|| {
		frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(genesis())
			.expect("the preset is valid");
		System::set_block_number(1);
		// In the open half of an epoch.
		set_time(1_800_000_000);
		(0..USERS).for_each(enter);
		let mut batch = next_batch();
		for user in 0..USERS {
			batch.deposits.try_push((key(user), position(user), EQUITY)).expect("few");
		}
		assert_ok!(StarkExchange::update_state(operator(), batch));
		check();
	});
	chain.commit_all().expect("nothing is left open");
	chain
}

fn genesis() -> Vec<u8> {
	let preset = get_preset(&sp_genesis_builder::DEV_RUNTIME_PRESET.into()).expect("exists");
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("a configuration is JSON");
	sc_chain_spec::json_merge(&mut config, serde_json::from_slice(&preset).expect("a preset is JSON"));
	serde_json::to_vec(&config).expect("JSON")
}

/// Registers the key of a user and lets Ferdie deposit for it.
fn enter(user: u8) {
	let (who, key) = (account(user), key(user));
	let message = StarkExchange::registration_message(who.clone(), key);
	let signature = sign(&secret(user), &digest(&message));
	<StarkExchange as PerpetualExchange<_>>::register_user(&who, key, &signature).expect("a new key");
	let payer = RuntimeOrigin::signed(named("Ferdie"));
	assert_ok!(StarkExchange::deposit(payer, key, position(user), EQUITY + PENDING));
	if user >= 2 {
		let owner = ["Wintermute", "AmberGroup"][usize::from(user) - 2];
		assert_ok!(StarkProxy::allow_stark_key(
			RuntimeOrigin::signed(named(owner)),
			u32::from(user) - 2,
			key
		));
	}
}
