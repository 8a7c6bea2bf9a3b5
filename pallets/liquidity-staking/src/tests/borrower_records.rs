//! Allocations, shares and borrower records as pure values (specification, sections 2.2, 2.7 and 4.8).

use crate::types::{share, BorrowerRecord, StoredAllocation, TOTAL_ALLOCATION};

const MAX: u128 = u128::MAX;

#[test]
fn a_share_rounds_down() {
	for (total, units, expected) in [
		(0, 10_000, 0),
		(1, 9_999, 0),
		(1, 10_000, 1),
		(9_999, 1, 0),
		(10_000, 1, 1),
		(19_999, 1, 1),
		(10_001, 4_500, 4_500),
		(6_501, 4_500, 2_925),
		(6_501, 5_500, 3_575),
		(502, 3_333, 167),
		(MAX, 0, 0),
		(MAX, 1, MAX / 10_000),
		(MAX, 9_999, MAX - MAX / 10_000 - 1),
		(MAX, 10_000, MAX),
	] {
		assert_eq!(share(total, units), expected, "{units} of {total}");
	}
}

#[test]
fn the_shares_of_everybody_are_at_most_the_whole() {
	for total in [0, 1, 2, 3, 9_999, 10_001, 123_456_789, MAX] {
		for units in [1, 2, 3_333, 5_000, 9_999] {
			let (one, other) = (share(total, units), share(total, TOTAL_ALLOCATION - units));
			assert!(total - one - other <= 1);
		}
	}
}

#[test]
fn next_units_become_current_when_an_epoch_has_passed() {
	let stored = StoredAllocation { epoch: 4, current: 10, next: 70 };
	assert_eq!(stored.rolled(None), stored);
	assert_eq!(stored.rolled(Some(3)), stored);
	assert_eq!(stored.rolled(Some(4)), stored);
	for epoch in [5, 6, u32::MAX] {
		assert_eq!(stored.rolled(Some(epoch)), StoredAllocation { epoch, current: 70, next: 70 });
	}
	assert_eq!(StoredAllocation::constant(7), StoredAllocation { epoch: 0, current: 7, next: 7 });
}

#[test]
fn units_that_still_change_are_not_empty() {
	for (current, next, empty) in [(0, 0, true), (1, 0, false), (0, 1, false), (1, 1, false)] {
		assert_eq!(StoredAllocation { epoch: 4, current, next }.is_empty(), empty);
	}
}

#[test]
fn pruning_forgets_the_epoch_of_no_units_and_nothing_else() {
	let nothing = StoredAllocation { epoch: 4, current: 0, next: 0 };
	let record = BorrowerRecord { allocation: nothing, borrowed: 1, debt: 2, restricted: true };
	let pruned = BorrowerRecord { allocation: StoredAllocation::default(), ..record };
	assert_eq!(record.pruned(), pruned);
	assert_eq!(BorrowerRecord { allocation: nothing, ..Default::default() }.pruned(), Default::default());
	for (current, next) in [(1, 0), (0, 1)] {
		let allocation = StoredAllocation { epoch: 4, current, next };
		let record = BorrowerRecord { allocation, ..Default::default() };
		assert_eq!(record.pruned(), record);
	}
}

#[test]
fn the_excess_is_what_is_borrowed_beyond_the_current_share() {
	let excess = |current, borrowed, total_active| {
		let allocation = StoredAllocation { epoch: 0, current, next: 0 };
		BorrowerRecord { allocation, borrowed, debt: 5, restricted: false }.excess(total_active)
	};
	assert_eq!(excess(4_000, 399, 1_000), 0);
	assert_eq!(excess(4_000, 400, 1_000), 0);
	assert_eq!(excess(4_000, 401, 1_000), 1);
	// 40 % of 1,001 are 400.4.
	assert_eq!(excess(4_000, 401, 1_001), 1);
	assert_eq!(excess(0, 7, 1_000), 7);
	assert_eq!(excess(10_000, 7, 0), 7);
}
