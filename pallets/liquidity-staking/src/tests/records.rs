//! The stored records and the reward arithmetic, as pure functions.

use super::*;
use crate::{
	rewards::{rewards_between, REWARD_INDEX_BASE},
	types::{EpochClock, InactiveBalance, PoolRecord, RewardsState, StakerRecord, StoredBalance},
};
use sp_core::U256;
use sp_runtime::ArithmeticError::{Overflow, Underflow};
use tidepool_primitives::EpochParameters;

fn balance(epoch: u32, current: Balance, next: Balance) -> StoredBalance {
	StoredBalance { epoch, current, next }
}

#[test]
fn next_becomes_current_when_an_epoch_has_passed() {
	assert_eq!(balance(3, 10, 4).rolled(2), balance(3, 10, 4));
	assert_eq!(balance(3, 10, 4).rolled(3), balance(3, 10, 4));
	assert_eq!(balance(3, 10, 4).rolled(4), balance(4, 4, 4));
	assert_eq!(balance(3, 10, 4).rolled(u32::MAX), balance(u32::MAX, 4, 4));
	assert!(balance(3, 10, 4).changes_next_epoch());
	assert!(!balance(3, 10, 10).changes_next_epoch());
}

#[test]
fn balances_are_checked() {
	let changed = |change: fn(&mut StoredBalance) -> Result<(), _>, mut balance: StoredBalance| {
		change(&mut balance).map(|()| (balance.current, balance.next))
	};
	const MAX: Balance = Balance::MAX;
	assert_eq!(changed(|b| b.increase(5), balance(0, 1, 2)), Ok((6, 7)));
	assert_eq!(changed(|b| b.increase(1), balance(0, MAX, 0)), Err(Overflow));
	assert_eq!(changed(|b| b.increase(1), balance(0, 0, MAX)), Err(Overflow));
	assert_eq!(changed(|b| b.increase(MAX), balance(0, 0, 0)), Ok((MAX, MAX)));
	assert_eq!(changed(|b| b.decrease(1), balance(0, 1, 2)), Ok((0, 1)));
	assert_eq!(changed(|b| b.decrease(2), balance(0, 1, 2)), Err(Underflow));
	assert_eq!(changed(|b| b.decrease(2), balance(0, 2, 1)), Err(Underflow));
	assert_eq!(changed(|b| b.increase_next(5), balance(0, 1, 2)), Ok((1, 7)));
	assert_eq!(changed(|b| b.increase_next(MAX), balance(0, 1, 1)), Err(Overflow));
	assert_eq!(changed(|b| b.decrease_next(2), balance(0, 9, 2)), Ok((9, 0)));
	assert_eq!(changed(|b| b.decrease_next(3), balance(0, 9, 2)), Err(Underflow));
}

#[test]
fn a_record_that_still_changes_is_not_empty() {
	assert!(balance(7, 0, 0).is_empty());
	assert!(!balance(7, 1, 0).is_empty());
	assert!(!balance(7, 0, 1).is_empty());
}

#[test]
fn pruning_forgets_what_means_nothing() {
	let inactive = |epoch, current, next, shortfall_counter| InactiveBalance {
		balance: balance(epoch, current, next),
		shortfall_counter,
	};
	let emptied = StakerRecord {
		active: balance(4, 0, 0),
		user_index: 9.into(),
		inactive: inactive(5, 0, 0, 3),
		accrued_rewards: 1,
		debt: 2,
	};
	assert_eq!(emptied.pruned(), StakerRecord { accrued_rewards: 1, debt: 2, ..Default::default() });
	for (active, inactive) in
		[(balance(4, 1, 0), inactive(5, 0, 1, 3)), (balance(4, 1, 1), inactive(5, 1, 1, 3))]
	{
		let record = StakerRecord { active, inactive, user_index: 9.into(), ..Default::default() };
		assert_eq!(record.pruned(), record);
	}
}

#[test]
fn the_receipt_balance_does_not_depend_on_which_part_was_rolled() {
	let record = |active, inactive| StakerRecord {
		active,
		inactive: InactiveBalance { balance: inactive, shortfall_counter: 0 },
		..Default::default()
	};
	let (active, inactive) = (balance(0, 100, 70), balance(0, 5, 35));
	for active in [active, active.rolled(1)] {
		for inactive in [inactive, inactive.rolled(1)] {
			assert_eq!(record(active, inactive).receipt_balance(), 105);
		}
	}
}

fn rewards(per_second: Balance) -> RewardsState {
	RewardsState {
		per_second,
		distribution_start: 100,
		distribution_end: 200,
		index: U256::zero(),
		updated_at: 100,
	}
}

#[test]
fn the_index_moves_with_time_rate_and_total() {
	for (per_second, total, until, index, updated_at) in [
		(6, 4, 110, 15 * REWARD_INDEX_BASE, 110),
		(1, 3, 101, REWARD_INDEX_BASE / 3, 101),
		(6, 4, 199, 6 * 99 * REWARD_INDEX_BASE / 4, 199),
		(6, 4, 200, 150 * REWARD_INDEX_BASE, 200),
		(6, 4, 201, 150 * REWARD_INDEX_BASE, 200),
		(6, 4, u64::MAX, 150 * REWARD_INDEX_BASE, 200),
		(0, 4, 110, 0, 110),
		(6, 0, 110, 0, 110),
	] {
		let mut state = rewards(per_second);
		assert_eq!(state.advance(total, until), Ok(true));
		assert_eq!((state.index, state.updated_at), (index.into(), updated_at));
	}
}

#[test]
fn the_index_never_moves_back() {
	let mut state = rewards(6);
	for until in [0, 99, 100] {
		assert_eq!(state.advance(4, until), Ok(false));
		assert_eq!(state, rewards(6));
	}
	state.advance(4, u64::MAX).unwrap();
	let end = state;
	for until in [150, 200, 201] {
		assert_eq!(state.advance(4, until), Ok(false));
		assert_eq!(state, end);
	}
}

#[test]
fn an_index_that_does_not_fit_is_an_overflow() {
	let mut state = RewardsState { index: U256::MAX, ..rewards(1) };
	assert_eq!(state.advance(1, 101), Err(Overflow));
	// The step itself always fits: (2^64 - 1) * (2^128 - 1) * 10^18 is below 2^256.
	let mut state = RewardsState { distribution_end: u64::MAX, ..rewards(u128::MAX) };
	assert_eq!(state.advance(1, u64::MAX), Ok(true));
}

#[test]
fn earned_rewards_round_down() {
	let base = U256::from(REWARD_INDEX_BASE);
	assert_eq!(rewards_between(7, 0.into(), base), Some(7));
	assert_eq!(rewards_between(7, 0.into(), base - 1), Some(6));
	assert_eq!(rewards_between(7, base, base + base / 3), Some(2));
	assert_eq!(rewards_between(0, base, base * 9), Some(0));
	assert_eq!(rewards_between(u128::MAX, base, base), Some(0));
	assert_eq!(rewards_between(u128::MAX, base, base * 2), Some(u128::MAX));
	assert_eq!(rewards_between(u128::MAX, base, base * 3), None);
	assert_eq!(rewards_between(1, base, base - 1), None);
	assert_eq!(rewards_between(u128::MAX, 0.into(), U256::MAX), None);
}

#[test]
fn the_shortfall_is_what_loans_exceed_the_active_balance_by() {
	let pool = |borrowed, current| PoolRecord {
		total_borrowed: borrowed,
		total_active: balance(0, current, 0),
		..Default::default()
	};
	for (borrowed, current, expected) in [(0, 0, 0), (9, 10, 0), (10, 10, 0), (11, 10, 1), (5, 0, 5)] {
		assert_eq!(pool(borrowed, current).shortfall(), expected);
	}
}

#[test]
fn without_genesis_the_pool_never_starts() {
	let clock = EpochClock::default();
	assert_eq!(clock.parameters, EpochParameters { interval: u64::MAX, offset: u64::MAX });
	assert_eq!(clock.parameters.epoch_at(u64::MAX - 1), None);
	assert!(!clock.in_blackout(u64::MAX - 1));
	assert_eq!(clock.announced, None);
}
