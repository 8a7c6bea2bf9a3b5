//! Calls that succeed, the clock, and what a test looks at.

use super::*;
use crate::types::AutoPayment;
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	traits::{fungible::Mutate as _, fungibles::Mutate as _},
};
use sp_runtime::traits::Dispatchable;

#[track_caller]
pub fn check_invariants() {
	StarkProxy::do_try_state().expect("the invariants of the proxies hold");
	StarkExchange::do_try_state().expect("the invariants of the exchange hold");
	LiquidityStaking::do_try_state().expect("the invariants of the pool hold");
}

pub fn signed(account: &AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account.clone())
}

/// The origin of the guardian of every new proxy.
pub fn guardian() -> RuntimeOrigin {
	track::by(1)
}

/// The origin of the veto guardian of every new proxy.
pub fn veto_guardian() -> RuntimeOrigin {
	track::by(0)
}

/// The origin that recovers proxies.
pub fn long_track() -> RuntimeOrigin {
	track::by(2)
}

/// The origin of the first holder of all borrower's roles of a proxy.
pub fn owner(proxy: u32) -> RuntimeOrigin {
	signed(&[OWNER_A, OWNER_B][proxy as usize])
}

/// Dispatches a call like an extrinsic: an error leaves no trace.
pub fn dispatch(call: impl Into<RuntimeCall>, origin: RuntimeOrigin) -> DispatchResult {
	call.into().dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error)
}

pub fn now() -> Seconds {
	pallet_timestamp::Now::<Test>::get() / 1_000
}

/// Sets the clock to `now`.
pub fn set_time(now: Seconds) {
	pallet_timestamp::Now::<Test>::put(now * 1_000);
}

pub fn pass(seconds: Seconds) {
	set_time(now() + seconds);
}

/// Moves to the first second of epoch `epoch`.
pub fn enter_epoch(epoch: u64) {
	set_time(OFFSET + epoch * INTERVAL);
}

/// Moves to the first second of the blackout window of epoch `epoch`.
pub fn enter_blackout(epoch: u64) {
	set_time(OFFSET + (epoch + 1) * INTERVAL - BLACKOUT);
}

/// The events of the proxies since the last call of this function.
pub fn proxy_events() -> Vec<Event> {
	let events = System::read_events_for_pallet::<Event>();
	System::reset_events();
	events
}

#[track_caller]
pub fn stake(staker: &AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::stake(signed(staker), amount));
}

#[track_caller]
pub fn request(staker: &AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::request_withdrawal(signed(staker), amount));
}

/// Somebody without any role marks the debt of the proxies.
#[track_caller]
pub fn mark_debt(proxies: &[u32]) {
	let borrowers = proxies.iter().map(|proxy| proxy_account(*proxy)).collect::<Vec<_>>();
	assert_ok!(LiquidityStaking::mark_debt(signed(&STRANGER), borrowers.try_into().expect("few")));
}

/// The pool lets a proxy borrow, or bars it.
#[track_caller]
pub fn set_pool_restriction(proxy: u32, restricted: bool) {
	let borrower = proxy_account(proxy);
	assert_ok!(LiquidityStaking::set_borrowing_restriction(signed(&GOVERNANCE), borrower, restricted));
}

/// The guardian bars a proxy, or lifts that.
#[track_caller]
pub fn set_restriction(proxy: u32, restricted: bool) {
	assert_ok!(StarkProxy::guardian_set_borrowing_restriction(guardian(), proxy, restricted));
}

#[track_caller]
pub fn borrow(proxy: u32, amount: Balance) {
	assert_ok!(StarkProxy::borrow(owner(proxy), proxy, amount));
}

/// Auto-pay by the owner: borrowed, repaid of the loan, repaid of the debt.
pub fn auto(proxy: u32) -> Result<(Balance, Balance, Balance), DispatchError> {
	let expected = StarkProxy::preview_auto_pay(proxy);
	dispatch(crate::Call::<Test>::auto_pay_or_borrow { proxy }, owner(proxy))?;
	let Some(Event::AutoPaid { proxy: of, borrowed, repaid_borrow, repaid_debt }) =
		System::read_events_for_pallet::<Event>().pop()
	else {
		panic!("auto-pay ends with its event")
	};
	assert_eq!(of, proxy);
	assert_eq!(expected, Ok(AutoPayment { borrowed, repaid_borrow, repaid_debt }), "the preview is exact");
	Ok((borrowed, repaid_borrow, repaid_debt))
}

/// Puts tokens into an account out of nothing.
#[track_caller]
pub fn give(account: &AccountId, amount: Balance) {
	assert_ok!(Assets::mint_into(USDC, account, amount));
}

/// Takes tokens out of a proxy that its borrower could not take.
#[track_caller]
pub fn take(proxy: u32, amount: Balance) {
	use frame_support::traits::tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable};
	assert_ok!(Assets::burn_from(USDC, &proxy_account(proxy), amount, Expendable, Exact, Polite));
}

#[track_caller]
pub fn give_native(account: &AccountId, amount: Balance) {
	assert_ok!(Balances::mint_into(account, amount));
}

/// Lets a proxy pay `RECIPIENT`.
#[track_caller]
pub fn allow_recipient(proxy: u32) {
	assert_ok!(StarkProxy::allow_external_recipient(owner(proxy), proxy, RECIPIENT));
}

pub fn usdc(account: &AccountId) -> Balance {
	Assets::balance(USDC, account)
}

/// Borrow token in a proxy.
pub fn token(proxy: u32) -> Balance {
	usdc(&proxy_account(proxy))
}

pub fn borrowed(proxy: u32) -> Balance {
	StarkProxy::borrowed_balance(proxy)
}

pub fn debt(proxy: u32) -> Balance {
	StarkProxy::debt_balance(proxy)
}
