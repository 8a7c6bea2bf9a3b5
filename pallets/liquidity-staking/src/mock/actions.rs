//! Calls that succeed, the clock, and what a test looks at.

use super::*;
use frame_support::{assert_ok, traits::Hooks};

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

pub fn usdc(account: AccountId) -> Balance {
	Assets::balance(USDC, account)
}

/// What pallet-assets says `account` holds of the receipt token.
pub fn mirror(account: AccountId) -> Balance {
	Assets::balance(STK_USDC, account)
}
