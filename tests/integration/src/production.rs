//! Chains with the parameters of production: epochs of 28 days with 14 days of blackout, delays of two and seven days.
//! The preset brings no people, so they come from here.

use crate::{borrowers::*, common::*, council::*};
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate as _, fungibles::Mutate as _, InitializeMembers},
};
use pallet_liquidity_staking::Call as PoolCall;
use pallet_stark_exchange::Call as ExchangeCall;
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::TrackId;
use tidepool_runtime::{Assets, Balances, Council, LiquidityStaking, Runtime, RuntimeCall, StarkProxy, DYDX};

pub const DAY: u64 = 86_400;

/// Everybody who holds DYDX and USDC.
const PEOPLE: [&str; 9] =
	["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "Wintermute", "AmberGroup", "Candidate"];
const USDC_ASSET: u32 = 1;

/// First second of an epoch.
pub fn start_of(epoch: u32) -> u64 {
	LiquidityStaking::start_of_epoch(epoch)
}

/// First second of the blackout window of an epoch.
pub fn blackout_of(epoch: u32) -> u64 {
	start_of(epoch + 1) - LiquidityStaking::blackout_window()
}

/// Runs `test` three days before epoch 0 of a chain with the council, people who hold 1,000 DYDX and 1,000,000 USDC
/// each, and nothing else. Checks the invariants afterwards.
pub fn on_production_chain(test: impl FnOnce()) {
	chain("staging").execute_with(|| {
		<Council as InitializeMembers<_>>::initialize_members(&MEMBERS.map(named));
		for person in PEOPLE {
			assert_ok!(Balances::mint_into(&named(person), 1_000 * DYDX));
			assert_ok!(Assets::mint_into(USDC_ASSET, &named(person), usdc(1_000_000)));
		}
		set_time(start_of(0) - 3 * DAY);
		test();
		check_invariants();
	});
}

/// Runs `test` in the first second of epoch 0 of such a chain, on which governance has created the proxies A and B with
/// 40 and 60 % of the pool and registered an operator of the exchange, S1 has staked 250,000 USDC and S2 750,000.
pub fn with_production_pool(test: impl FnOnce()) {
	on_production_chain(|| {
		govern(TrackId::Short, batch_all(launch()));
		set_time(start_of(0));
		stake(&s1(), usdc(250_000));
		stake(&s2(), usdc(750_000));
		test();
	});
}

/// What governance does before epoch 0: allocations take effect at once until then.
fn launch() -> Vec<RuntimeCall> {
	let changes =
		[(Some(StarkProxy::proxy_account(A)), 4_000), (Some(StarkProxy::proxy_account(B)), 6_000), (None, 0)];
	let changes = changes.to_vec().try_into().expect("few");
	vec![
		ProxyCall::<Runtime>::create_proxy { owner: owner(A) }.into(),
		ProxyCall::<Runtime>::create_proxy { owner: owner(B) }.into(),
		PoolCall::<Runtime>::set_borrower_allocations { changes }.into(),
		ExchangeCall::<Runtime>::register_operator { who: named("StarkOperator") }.into(),
	]
}
