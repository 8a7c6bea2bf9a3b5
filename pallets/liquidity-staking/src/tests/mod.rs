//! Tests of the pallet, one file per topic.

use crate::{mock::*, types::Units};
use tidepool_primitives::{Balance, Seconds};

mod allocation_attacks;
mod allocations;
mod allowances;
mod before_epoch_zero;
mod blackout_window;
mod borrow_limits;
mod borrower_queries;
mod borrower_records;
mod complexity;
mod debt_operators;
mod debt_withdrawals;
mod direct_assets;
mod donations;
mod epoch_parameters;
mod epoch_roll;
mod epoch_roll_cost;
mod extremes;
mod failsafe;
mod failsafe_delete;
mod feature_table;
mod genesis;
mod genesis_allocations;
mod insolvency;
mod liquidity_pool;
mod mark_debt;
mod operators;
mod properties;
mod queries;
mod receipt_mirror;
mod records;
mod refunds;
mod repayments;
mod replay;
mod requests;
mod restrictions;
mod reward_vectors;
mod rewards;
mod rewards_rate;
mod roles;
mod schedule_changes;
mod self_transfers;
mod settle;
mod settlement;
mod shortfall_sequence;
mod shortfalls;
mod staking;
mod transfers;
mod try_state;
mod try_state_borrowers;
mod weights;
mod withdrawals;
mod worked_example;

/// `GlobalIndexUpdated`.
fn global_index(index: u128) -> Event {
	Event::GlobalIndexUpdated { index: index.into() }
}

/// `UserIndexUpdated`.
fn user_index(account: AccountId, index: u128, accrued: Balance) -> Event {
	Event::UserIndexUpdated { account, index: index.into(), accrued }
}

/// `Transfer` between two holders.
fn moved(from: AccountId, to: AccountId, amount: Balance) -> Event {
	Event::Transfer { from: Some(from), to: Some(to), amount }
}

/// `Transfer` that creates receipt tokens.
fn minted(to: AccountId, amount: Balance) -> Event {
	Event::Transfer { from: None, to: Some(to), amount }
}

/// `Transfer` that destroys receipt tokens.
fn burned(from: AccountId, amount: Balance) -> Event {
	Event::Transfer { from: Some(from), to: None, amount }
}

/// Current and next active balance.
fn active(account: AccountId) -> (Balance, Balance) {
	(LiquidityStaking::active_balance_current(account), LiquidityStaking::active_balance_next(account))
}

/// Current and next inactive balance.
fn inactive(account: AccountId) -> (Balance, Balance) {
	(LiquidityStaking::inactive_balance_current(account), LiquidityStaking::inactive_balance_next(account))
}

/// Current and next total active balance.
fn total_active() -> (Balance, Balance) {
	(LiquidityStaking::total_active_balance_current(), LiquidityStaking::total_active_balance_next())
}

/// Current and next total inactive balance.
fn total_inactive() -> (Balance, Balance) {
	(LiquidityStaking::total_inactive_balance_current(), LiquidityStaking::total_inactive_balance_next())
}

fn claimable(account: AccountId) -> Balance {
	LiquidityStaking::claimable_rewards(account)
}

/// Sets the clock to `seconds` after the start of epoch zero, without any hook.
fn at(seconds: Seconds) {
	set_time(OFFSET + seconds);
}

/// What the pool owes `account` from shortfalls.
fn debt(account: AccountId) -> Balance {
	LiquidityStaking::staker_debt_balance(account)
}

/// `ReceivedDebt`.
fn received_debt(staker: AccountId, amount: Balance, new_debt_balance: Balance) -> Event {
	Event::ReceivedDebt { staker, amount, new_debt_balance }
}

/// `BorrowingRestrictionChanged`.
fn restriction(borrower: AccountId, restricted: bool) -> Event {
	Event::BorrowingRestrictionChanged { borrower, restricted }
}

/// `DebtMarked`.
fn debt_marked(borrower: AccountId, amount: Balance, borrowed: Balance, debt: Balance) -> Event {
	Event::DebtMarked { borrower, amount, new_borrowed_balance: borrowed, new_debt_balance: debt }
}

/// `ConvertedInactiveBalancesToDebt`.
fn converted(amount: Balance, index: u128, new_total_inactive: Balance) -> Event {
	Event::ConvertedInactiveBalancesToDebt { amount, index, new_total_inactive }
}

/// Borrowed balance and debt of a borrower.
fn owed(borrower: AccountId) -> (Balance, Balance) {
	(LiquidityStaking::borrowed_balance(borrower), LiquidityStaking::borrower_debt_balance(borrower))
}

fn borrowable(borrower: AccountId) -> Balance {
	LiquidityStaking::borrowable_amount(borrower)
}

fn is_restricted(borrower: AccountId) -> bool {
	LiquidityStaking::is_borrowing_restricted(borrower)
}

fn is_overdue(borrower: AccountId) -> bool {
	LiquidityStaking::is_borrower_overdue(borrower)
}

/// Current and next allocation units of a borrower, or the unallocated ones.
fn units(target: Option<AccountId>) -> (Units, Units) {
	(
		LiquidityStaking::allocation_fraction_current(target),
		LiquidityStaking::allocation_fraction_next(target),
	)
}

/// The totals in the order of section 6.1 of the specification: active current and next, inactive current and next,
/// borrowed, unborrowed, borrower debt, debt pot. Checks that the pool holds exactly what the last rows promise.
#[track_caller]
fn books() -> [Balance; 8] {
	let (unborrowed, pot) = (
		LiquidityStaking::contract_balance_available_to_withdraw(),
		LiquidityStaking::total_debt_available_to_withdraw(),
	);
	assert_eq!(usdc(pool_account()), unborrowed + pot);
	check_invariants();
	let (active, inactive) = (total_active(), total_inactive());
	let (borrowed, debt) =
		(LiquidityStaking::total_borrowed_balance(), LiquidityStaking::total_borrower_debt_balance());
	[active.0, active.1, inactive.0, inactive.1, borrowed, unborrowed, debt, pot]
}

/// `numerator / denominator` as the index of a shortfall: x 10^36, rounded down.
fn fraction(numerator: u128, denominator: u128) -> u128 {
	10u128.pow(36) * numerator / denominator
}

/// Bob, idle since he requested 1,600 of 2,000 in epoch 0, has lost a half of it in each of `count` epochs, the last of
/// which runs. A call may apply `limit` shortfalls.
fn with_halvings(count: u32, limit: u32, test: impl FnOnce()) {
	let stakes = [(ALICE, 1_000), (BOB, 2_000)];
	ExtBuilder::default().max_shortfalls(limit).stakes(&stakes).build_and_execute(|| {
		request(BOB, 1_600);
		for epoch in 1..=count {
			enter_epoch(epoch.into());
			inject_shortfall(1_600 >> epoch);
		}
		pool_events();
		test();
	});
}
