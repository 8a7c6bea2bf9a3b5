//! The settlement of shortfalls as a pure function (specification, section 4.7).

use crate::{
	shortfalls::{Settlement, SettlementError, ShortfallLog, SHORTFALL_INDEX_BASE},
	types::{InactiveBalance, Shortfall, StoredBalance},
};
use tidepool_primitives::{Balance, Epoch};

const HALF: u128 = SHORTFALL_INDEX_BASE / 2;
const QUARTER: u128 = SHORTFALL_INDEX_BASE / 4;
const THIRD: u128 = SHORTFALL_INDEX_BASE / 3;
const JUST_BELOW_ONE: u128 = SHORTFALL_INDEX_BASE - 1;

fn log_with_limit(
	entries: &[(Epoch, u128)],
	limit: u32,
) -> ShortfallLog<impl Fn(u32) -> Option<Shortfall> + '_> {
	let read = |number: u32| {
		let (epoch, index) = *entries.get(number as usize)?;
		Some(Shortfall { epoch, index })
	};
	ShortfallLog { count: entries.len() as u32, limit, read }
}

fn log(entries: &[(Epoch, u128)]) -> ShortfallLog<impl Fn(u32) -> Option<Shortfall> + '_> {
	log_with_limit(entries, u32::MAX)
}

fn record(epoch: Epoch, current: Balance, next: Balance, shortfall_counter: u32) -> InactiveBalance {
	InactiveBalance { balance: StoredBalance { epoch, current, next }, shortfall_counter }
}

/// The record after settling to `target`, with loss and number of applied shortfalls.
fn settled(
	entries: &[(Epoch, u128)],
	mut record: InactiveBalance,
	target: Epoch,
) -> (InactiveBalance, Balance, u32) {
	let Settlement { loss, applied } = log(entries).settle(&mut record, target).unwrap();
	(record, loss, applied)
}

#[test]
fn without_shortfalls_a_record_only_rolls() {
	assert_eq!(settled(&[], record(3, 10, 25, 0), 3), (record(3, 10, 25, 0), 0, 0));
	assert_eq!(settled(&[], record(3, 10, 25, 0), 4), (record(4, 25, 25, 0), 0, 0));
	assert_eq!(settled(&[], record(3, 10, 25, 0), 90), (record(90, 25, 25, 0), 0, 0));
}

#[test]
fn an_empty_record_is_synchronised() {
	let entries = [(1, HALF), (2, 0), (3, HALF)];
	assert_eq!(settled(&entries, record(0, 0, 0, 0), 3), (record(3, 0, 0, 3), 0, 0));
	let mut empty = record(0, 0, 0, 0);
	assert_eq!(log_with_limit(&entries, 0).settle(&mut empty, 3), Ok(Settlement::default()));
	assert_eq!(empty, record(3, 0, 0, 3));
}

#[test]
fn a_shortfall_hits_what_was_inactive_in_its_epoch() {
	// 100 inactive and 40 requested when the shortfall of epoch 5 is recorded.
	assert_eq!(settled(&[(5, QUARTER)], record(5, 100, 140, 0), 5), (record(5, 25, 65, 1), 75, 1));
	assert_eq!(settled(&[(5, QUARTER)], record(5, 100, 140, 0), 6), (record(6, 65, 65, 1), 75, 1));
}

#[test]
fn a_request_is_exposed_from_the_epoch_after_it() {
	let request = record(5, 0, 100, 0);
	assert_eq!(settled(&[(5, QUARTER)], request, 6), (record(6, 100, 100, 1), 0, 1));
	assert_eq!(settled(&[(6, QUARTER)], request, 6), (record(6, 25, 25, 1), 75, 1));
	assert_eq!(settled(&[(5, HALF), (6, QUARTER)], request, 6), (record(6, 25, 25, 2), 75, 2));
}

#[test]
fn shortfalls_after_the_target_stay_open() {
	let entries = [(5, HALF), (6, HALF), (8, HALF)];
	assert_eq!(settled(&entries, record(4, 0, 80, 0), 4), (record(4, 0, 80, 0), 0, 0));
	assert_eq!(settled(&entries, record(4, 0, 80, 0), 5), (record(5, 40, 40, 1), 40, 1));
	assert_eq!(settled(&entries, record(4, 0, 80, 0), 7), (record(7, 20, 20, 2), 60, 2));
	assert_eq!(settled(&entries, record(4, 0, 80, 0), 8), (record(8, 10, 10, 3), 70, 3));
}

#[test]
fn a_target_in_the_past_never_rolls_back() {
	assert_eq!(settled(&[(5, HALF)], record(6, 10, 10, 0), 3), (record(6, 5, 5, 1), 5, 1));
}

#[test]
fn settled_shortfalls_are_not_applied_again() {
	let entries = [(5, HALF), (6, HALF)];
	let (once, ..) = settled(&entries, record(4, 0, 80, 0), 6);
	assert_eq!(settled(&entries, once, 6), (once, 0, 0));
	assert_eq!(settled(&entries, once, 7), (record(7, 20, 20, 2), 0, 0));
}

#[test]
fn every_shortfall_floors_once_in_order() {
	// 10 -> floor(3.33) = 3 -> floor(1.5) = 1; in one step it would be floor(1.66), in the other order too, but
	// 11 -> 3 -> 1 and 11 -> 5 -> 1 lose different parts.
	assert_eq!(settled(&[(1, THIRD), (2, HALF)], record(0, 0, 10, 0), 2), (record(2, 1, 1, 2), 9, 2));
	// floor(floor(7 / 2) * 3 / 4) = 2 and floor(floor(7 * 3 / 4) / 2) = 2, but 5: 1 and 1; 6: 2 and 2; 3: 0 and 1.
	let three_quarters = 3 * QUARTER;
	assert_eq!(settled(&[(1, HALF), (2, three_quarters)], record(0, 0, 3, 0), 2).0, record(2, 0, 0, 2));
	assert_eq!(settled(&[(1, three_quarters), (2, HALF)], record(0, 0, 3, 0), 2).0, record(2, 1, 1, 2));
}

#[test]
fn a_full_wipe_turns_everything_into_debt() {
	assert_eq!(settled(&[(1, 0)], record(0, 0, 500, 0), 1), (record(1, 0, 0, 1), 500, 1));
	// What was requested in the epoch of the wipe is kept.
	assert_eq!(settled(&[(1, 0)], record(1, 500, 700, 0), 1), (record(1, 0, 200, 1), 500, 1));
}

#[test]
fn a_balance_is_never_rounded_up() {
	for balance in [1, 2, 3, 10u128.pow(30), SHORTFALL_INDEX_BASE] {
		let (after, loss, _) = settled(&[(1, JUST_BELOW_ONE)], record(1, balance, balance, 0), 1);
		assert_eq!((after.balance.current, loss), (balance - 1, 1));
	}
	// Two accounts of 3 units with a shortfall of 4 of 6 (9.2): both keep nothing.
	assert_eq!(settled(&[(1, THIRD)], record(1, 3, 3, 0), 1), (record(1, 0, 0, 1), 3, 1));
}

#[test]
fn the_largest_balance_does_not_overflow() {
	let max = Balance::MAX;
	assert_eq!(settled(&[(1, HALF)], record(0, 0, max, 0), 1).1, max - max / 2);
	// 10^-36 of it is a little more than 340.
	assert_eq!(settled(&[(1, JUST_BELOW_ONE)], record(0, 0, max, 0), 1).1, 341);
}

#[test]
fn the_number_of_applied_shortfalls_is_limited() {
	let entries = [(1, HALF), (2, HALF), (3, HALF)];
	let idle = record(0, 0, 80, 0);
	for limit in [0, 1, 2] {
		assert_eq!(
			log_with_limit(&entries, limit).settle(&mut idle.clone(), 3),
			Err(SettlementError::TooMany)
		);
	}
	let mut exactly = idle;
	assert_eq!(log_with_limit(&entries, 3).settle(&mut exactly, 3), Ok(Settlement { loss: 70, applied: 3 }));
	assert_eq!(exactly, record(3, 10, 10, 3));
}

#[test]
fn the_limit_counts_those_before_and_after_the_roll_together() {
	let entries = [(1, HALF), (2, HALF)];
	let inactive = record(1, 80, 80, 0);
	assert_eq!(log_with_limit(&entries, 1).settle(&mut inactive.clone(), 2), Err(SettlementError::TooMany));
	assert_eq!(log_with_limit(&entries, 1).settle(&mut inactive.clone(), 1).map(|done| done.applied), Ok(1));
	assert_eq!(log_with_limit(&entries, 2).settle(&mut inactive.clone(), 2).map(|done| done.applied), Ok(2));
}

#[test]
fn settling_to_the_last_entry_that_fits_always_makes_progress() {
	let entries: Vec<_> = (1..=7).map(|epoch| (2 * epoch, 9 * (SHORTFALL_INDEX_BASE / 10))).collect();
	let idle = record(0, 0, 1_000_000, 0);
	let (direct, direct_loss, _) = settled(&entries, idle, 20);
	for limit in 1..=7 {
		let log = log_with_limit(&entries, limit);
		let (mut stepwise, mut loss) = (idle, 0);
		while let Some((epoch, _)) = entries.get((stepwise.shortfall_counter + limit - 1) as usize) {
			loss += log.settle(&mut stepwise, *epoch).unwrap().loss;
		}
		loss += log.settle(&mut stepwise, 20).unwrap().loss;
		assert_eq!((stepwise, loss), (direct, direct_loss));
	}
}

#[test]
fn order_and_number_of_steps_do_not_matter() {
	const LAST: Epoch = 6;
	let logs: [&[(Epoch, u128)]; 6] = [
		&[],
		&[(0, THIRD)],
		&[(2, THIRD), (3, JUST_BELOW_ONE)],
		&[(0, HALF), (1, 2 * THIRD), (4, QUARTER), (6, THIRD)],
		&[(1, JUST_BELOW_ONE), (2, JUST_BELOW_ONE), (3, JUST_BELOW_ONE), (4, THIRD), (5, HALF)],
		&[(2, 0), (3, HALF)],
	];
	let starts = [(0, 0, 7), (0, 3, 3), (1, 5, 1_001), (2, 999, 1_000), (3, 0, 1), (5, 17, 23)];
	for entries in logs {
		for (epoch, current, next) in starts {
			// Everything recorded before the epoch of the record has been applied to it.
			let counter = entries.iter().filter(|(recorded, _)| *recorded < epoch).count() as u32;
			let start = record(epoch, current, next, counter);
			let (direct, direct_loss, direct_applied) = settled(entries, start, LAST);
			for stops in 0..1u32 << LAST {
				let (mut stepwise, mut loss, mut applied) = (start, 0, 0);
				for target in (epoch..=LAST).filter(|target| stops >> target & 1 == 1 || *target == LAST) {
					let step = settled(entries, stepwise, target);
					stepwise = step.0;
					loss += step.1;
					applied += step.2;
				}
				assert_eq!((stepwise.balance, loss), (direct.balance, direct_loss));
				// An emptied record stops counting: it is synchronised instead.
				if direct.balance.next > 0 {
					assert_eq!((stepwise, applied), (direct, direct_applied));
				}
				assert_eq!(stepwise.shortfall_counter, entries.len() as u32);
			}
		}
	}
}

#[test]
fn inactive_plus_debt_is_conserved() {
	for index in [0, 1, THIRD, HALF, 2 * THIRD, JUST_BELOW_ONE] {
		for balance in 0..50 {
			let (after, loss, _) = settled(&[(1, index)], record(0, 0, balance, 0), 1);
			assert_eq!(after.balance.current + loss, balance);
			assert_eq!(after.balance.next, after.balance.current);
		}
	}
}

#[test]
fn the_worked_example() {
	// Section 6 of the specification: indexes, balances and debts of Alice, Bob and Carol.
	let entries = [
		(1, 314_571_428_571_428_571_428_571_428_571_428_571),
		(2, 531_230_480_949_406_620_861_961_274_203_622_735),
	];
	let (first, both) = (&entries[..1], &entries[..]);
	assert_eq!(settled(first, record(0, 0, 1_000, 0), 1), (record(1, 314, 314, 1), 686, 1));
	assert_eq!(settled(first, record(0, 0, 2_500, 0), 1), (record(1, 786, 786, 1), 1_714, 1));
	assert_eq!(settled(both, record(1, 214, 214, 1), 2), (record(2, 113, 113, 2), 101, 1));
	assert_eq!(settled(both, record(1, 786, 1_986, 1), 2), (record(2, 1_055, 1_055, 2), 931, 1));
	assert_eq!(settled(both, record(1, 0, 1_001, 1), 2), (record(2, 531, 531, 2), 470, 1));
}

#[test]
fn a_missing_shortfall_is_reported() {
	let log = ShortfallLog { count: 1, limit: 9, read: |_| None };
	assert_eq!(log.settle(&mut record(1, 5, 5, 0), 1), Err(SettlementError::Inconsistent));
}

#[test]
fn an_index_above_one_is_reported() {
	let entries = [(1, 2 * SHORTFALL_INDEX_BASE)];
	assert_eq!(log(&entries).settle(&mut record(1, 5, 5, 0), 1), Err(SettlementError::Inconsistent));
	assert_eq!(
		log(&[(1, u128::MAX)]).settle(&mut record(1, Balance::MAX, Balance::MAX, 0), 1),
		Err(SettlementError::Inconsistent)
	);
}
