//! The pool of the worked scenarios: S1 has staked 250,000, S2 750,000; proxy A has 40 % of the pool, proxy B 60 %.

use crate::{common::*, council::*};
use frame_support::assert_ok;
use pallet_liquidity_staking::Call as PoolCall;
use pallet_stark_proxy::{Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::TrackId;
use sp_runtime::{DispatchError, DispatchResult};
use tidepool_runtime::{
	AccountId, Assets, LiquidityStaking, Runtime, RuntimeCall, RuntimeEvent, StarkProxy, System,
};

/// The proxies of Wintermute and of the Amber Group.
pub const A: u32 = 0;
pub const B: u32 = 1;
/// The epoch in which the stakers have staked.
pub const EPOCH: u64 = 1_001;

const USDC_ASSET: u32 = 1;

pub fn s1() -> AccountId {
	named("Alice")
}

pub fn s2() -> AccountId {
	named("Bob")
}

/// Holder of all roles of the borrower of a proxy.
pub fn owner(proxy: u32) -> AccountId {
	named(["Wintermute", "AmberGroup"][proxy as usize])
}

/// Runs `test` in the first second of `EPOCH`, and checks the invariants afterwards.
pub fn with_pool(test: impl FnOnce()) {
	on_development_chain(|| {
		let units = [(A, 4_000), (B, 6_000), (2, 0), (3, 0), (4, 0)];
		let changes = units.map(|(proxy, units)| (Some(StarkProxy::proxy_account(proxy)), units));
		let changes = changes.to_vec().try_into().expect("few");
		govern(TrackId::Short, PoolCall::<Runtime>::set_borrower_allocations { changes });
		set_time(epoch_start(EPOCH));
		stake(&s1(), 250_000);
		stake(&s2(), 750_000);
		test();
	});
}

/// Dispatches like a transaction: an error leaves no trace.
pub fn attempt(who: &AccountId, call: impl Into<RuntimeCall>) -> DispatchResult {
	dispatch(who, call).map(|_| ()).map_err(|refusal| refusal.error)
}

/// The owner of a proxy calls it.
pub fn act(proxy: u32, call: ProxyCall<Runtime>) -> DispatchResult {
	attempt(&owner(proxy), call)
}

#[track_caller]
pub fn stake(staker: &AccountId, amount: u128) {
	assert_ok!(attempt(staker, PoolCall::<Runtime>::stake { amount }));
}

#[track_caller]
pub fn request(staker: &AccountId, amount: u128) {
	assert_ok!(attempt(staker, PoolCall::<Runtime>::request_withdrawal { amount }));
}

/// Moves to the first second of the blackout window of an epoch.
pub fn enter_blackout(epoch: u64) {
	set_time(epoch_start(epoch + 1) - LiquidityStaking::blackout_window());
}

/// Auto-pay: borrowed, repaid of the loan, repaid of the debt.
pub fn auto(proxy: u32) -> Result<(u128, u128, u128), DispatchError> {
	act(proxy, ProxyCall::auto_pay_or_borrow { proxy })?;
	match System::events().pop().map(|record| record.event) {
		Some(RuntimeEvent::StarkProxy(ProxyEvent::AutoPaid {
			borrowed, repaid_borrow, repaid_debt, ..
		})) => Ok((borrowed, repaid_borrow, repaid_debt)),
		other => panic!("auto-pay ends with its event, not with {other:?}"),
	}
}

#[track_caller]
pub fn borrow(proxy: u32, amount: u128) {
	assert_ok!(act(proxy, ProxyCall::borrow { proxy, amount }));
}

/// Somebody without any role marks the debt of both proxies.
#[track_caller]
pub fn mark_debt(proxies: &[u32]) {
	let borrowers = proxies.iter().map(|proxy| StarkProxy::proxy_account(*proxy)).collect::<Vec<_>>();
	let borrowers = borrowers.try_into().expect("few");
	assert_ok!(attempt(&named("Ferdie"), PoolCall::<Runtime>::mark_debt { borrowers }));
}

/// Somebody sends USDC to a proxy.
#[track_caller]
pub fn give(proxy: u32, amount: u128) {
	let target = sp_runtime::MultiAddress::Id(StarkProxy::proxy_account(proxy));
	let transfer = pallet_assets::Call::<Runtime>::transfer { id: USDC_ASSET, target, amount };
	assert_ok!(attempt(&named("Charlie"), transfer));
}

pub fn is_overdue(proxy: u32) -> bool {
	LiquidityStaking::is_borrower_overdue(StarkProxy::proxy_account(proxy))
}

pub fn usdc_of(account: &AccountId) -> u128 {
	Assets::balance(USDC_ASSET, account)
}
