//! Calls that succeed, the clock, and what a test looks at.

use super::*;
use crate::types::{Role, Units};
use frame_support::{assert_ok, dispatch::DispatchResult, traits::Hooks};

#[track_caller]
pub fn check_invariants() {
	LiquidityStaking::do_try_state().expect("the invariants hold");
}

/// Sets the clock to `now` without any hook.
pub fn set_time(now: Seconds) {
	pallet_timestamp::Now::<Test>::put(now * 1_000);
}

/// Sets the clock to the first second of epoch `epoch` of the default schedule, without any hook.
pub fn enter_epoch(epoch: u64) {
	set_time(OFFSET + epoch * INTERVAL);
}

/// Begins the next block at `now`: the hook still sees the time of the parent. Returns the weight of the hook.
pub fn next_block(now: Seconds) -> Weight {
	System::set_block_number(System::block_number() + 1);
	let weight = LiquidityStaking::on_initialize(System::block_number());
	set_time(now);
	weight
}

/// The events of the pool since the last call of this function.
pub fn pool_events() -> Vec<Event> {
	let events = System::read_events_for_pallet::<Event>();
	System::reset_events();
	events
}

/// All events since the last call of this function.
pub fn all_events() -> Vec<RuntimeEvent> {
	let events = System::events().into_iter().map(|record| record.event).collect();
	System::reset_events();
	events
}

#[track_caller]
pub fn stake(staker: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::stake(signed(staker), amount));
}

#[track_caller]
pub fn request(staker: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::request_withdrawal(signed(staker), amount));
}

#[track_caller]
pub fn withdraw(staker: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::withdraw_stake(signed(staker), staker, amount));
}

/// Claims to the staker's own account and returns what arrived there.
#[track_caller]
pub fn claim(staker: AccountId) -> Balance {
	let before = Balances::free_balance(staker);
	assert_ok!(LiquidityStaking::claim_rewards(signed(staker), staker));
	Balances::free_balance(staker) - before
}

#[track_caller]
pub fn transfer(from: AccountId, to: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::transfer(signed(from), to, amount));
}

#[track_caller]
pub fn borrow(borrower: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::borrow(signed(borrower), amount));
}

/// The borrower repays a part of its own loan.
#[track_caller]
pub fn repay(borrower: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::repay_borrow(signed(borrower), borrower, amount));
}

/// The borrower repays a part of its own debt.
#[track_caller]
pub fn pay_debt(borrower: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::repay_debt(signed(borrower), borrower, amount));
}

/// Somebody without any role marks the debt of `borrowers`.
pub fn mark(borrowers: &[AccountId]) -> DispatchResult {
	let borrowers = borrowers.to_vec().try_into().expect("short enough");
	LiquidityStaking::mark_debt(signed(PAUPER), borrowers).map(|_| ()).map_err(|refusal| refusal.error)
}

/// Governance changes the allocations; `None` is the unallocated rest.
pub fn allocate(changes: &[(Option<AccountId>, Units)]) -> DispatchResult {
	let changes = changes.to_vec().try_into().expect("short enough");
	LiquidityStaking::set_borrower_allocations(signed(GOVERNANCE), changes)
}

/// Governance bars a borrower, or lets it borrow again.
#[track_caller]
pub fn set_restriction(borrower: AccountId, restricted: bool) {
	assert_ok!(LiquidityStaking::set_borrowing_restriction(signed(GOVERNANCE), borrower, restricted));
}

/// Governance gives `account` a role.
#[track_caller]
pub fn grant(role: Role, account: AccountId) {
	assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), role, account));
}

pub fn usdc(account: AccountId) -> Balance {
	Assets::balance(USDC, account)
}

/// What pallet-assets says `account` holds of the receipt token.
pub fn mirror(account: AccountId) -> Balance {
	Assets::balance(STK_USDC, account)
}
