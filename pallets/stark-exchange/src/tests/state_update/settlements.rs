//! Part 3: profit and loss.

use super::*;

/// Half of the numbers that equity can be.
const HALF: u64 = 1 << 63;

#[test]
fn profit_is_somebodys_loss() {
	with_equity(100, 50, || {
		assert_eq!(apply(batch().settle(SECRET_A, -10).settle(SECRET_B, 10)), [updated([0, 0, 2, 0, 0])]);
		assert_eq!((equities(), totals()), ((90, 60), [0, 150, 0]));
		for changes in [(5, -4), (-4, 5), (1, 0), (0, -1), (i64::MAX, i64::MIN)] {
			let unbalanced = batch().settle(SECRET_A, changes.0).settle(SECRET_B, changes.1);
			refuse(unbalanced, Error::SettlementNotConserving);
		}
		for alone in [1, -1, i64::MIN] {
			refuse(batch().settle(SECRET_A, alone), Error::SettlementNotConserving);
		}
	});
}

#[test]
fn settlements_of_nothing_change_nothing() {
	with_equity(100, 50, || {
		assert_eq!(apply(batch().settle(SECRET_A, 0).settle(SECRET_B, 0)), [updated([0, 0, 2, 0, 0])]);
		assert_eq!(equities(), (100, 50));
	});
}

#[test]
fn no_equity_falls_below_zero() {
	with_equity(100, 50, || {
		refuse(batch().settle(SECRET_A, -101).settle(SECRET_B, 101), Error::NegativeEquity);
		refuse(batch().settle(SECRET_A, 51).settle(SECRET_B, -51), Error::NegativeEquity);
		apply(batch().settle(SECRET_A, -100).settle(SECRET_B, 100));
		assert_eq!(equities(), (0, 150));
		refuse(batch().settle(SECRET_A, -1).settle(SECRET_B, 1), Error::NegativeEquity);
		apply(batch().settle(SECRET_A, 150).settle(SECRET_B, -150));
		assert_eq!((equities(), totals()), ((150, 0), [0, 150, 0]));
	});
}

#[test]
fn no_equity_rises_above_64_bits() {
	with_equity(100, u64::MAX - 10, || {
		refuse(batch().settle(SECRET_A, -11).settle(SECRET_B, 11), Error::QuantizationOverflow);
		apply(batch().settle(SECRET_A, -10).settle(SECRET_B, 10));
		assert_eq!((equities(), totals()), ((90, u64::MAX), [0, u128::from(u64::MAX) + 90, 0]));
	});
}

#[test]
fn the_largest_changes_are_possible() {
	with_equity(HALF, 0, || {
		register(CAROL, SECRET_C);
		let largest = || batch().settle(SECRET_A, i64::MIN).settle(SECRET_B, i64::MAX);
		refuse(largest(), Error::SettlementNotConserving);
		apply(largest().settle(SECRET_C, 1));
		assert_eq!((equities(), equity(SECRET_C)), ((0, HALF - 1), 1));
	});
}

#[test]
fn sums_that_wrap_around_do_not_conserve() {
	with_equity(0, 0, || {
		register(CAROL, SECRET_C);
		// 2^64, which 64 bits take for 0.
		let wrapping = || batch().settle(SECRET_A, i64::MAX).settle(SECRET_B, i64::MAX);
		refuse(wrapping().settle(SECRET_C, 2), Error::SettlementNotConserving);
		let wrapping = batch().settle(SECRET_A, i64::MIN).settle(SECRET_B, i64::MIN);
		refuse(wrapping, Error::SettlementNotConserving);
	});
}

#[test]
fn positions_strictly_ascend() {
	with_equity(100, 50, || {
		join(CAROL, SECRET_C, 20);
		let settle = |changes: &[(u64, i64)]| {
			let add = |batch: BatchBuilder, (secret, change): &(u64, i64)| batch.settle(*secret, *change);
			changes.iter().fold(batch(), add)
		};
		for unsorted in [
			&[(SECRET_B, 1), (SECRET_A, -1)][..],
			&[(SECRET_A, 1), (SECRET_A, -1)],
			&[(SECRET_A, 0), (SECRET_A, 0)],
			&[(SECRET_A, 1), (SECRET_C, -2), (SECRET_B, 1)],
			&[(SECRET_A, 1), (SECRET_B, 1), (SECRET_B, -2)],
		] {
			refuse(settle(unsorted), Error::SettlementsNotSorted);
		}
		// Gaps do no harm.
		apply(settle(&[(SECRET_A, 1), (SECRET_C, -1)]));
		assert_eq!((equities(), equity(SECRET_C)), ((101, 50), 19));
	});
}

#[test]
fn all_positions_must_exist() {
	with_equity(100, 50, || {
		refuse(batch().settle_position(0, 1).settle(SECRET_A, -1), Error::PositionKeyMismatch);
		refuse(batch().settle(SECRET_A, -1).settle_position(3, 1), Error::PositionKeyMismatch);
		refuse(batch().settle(SECRET_A, -1).settle_position(u64::MAX, 1), Error::PositionKeyMismatch);
		refuse(batch().settle_position(3, 0), Error::PositionKeyMismatch);
	});
}

#[test]
fn restricted_accounts_make_profit_and_loss_like_others() {
	with_equity(100, 50, || {
		join(PROXY, SECRET_P, 70);
		apply(batch().settle(SECRET_A, -10).settle(SECRET_P, 10));
		apply(batch().settle(SECRET_B, 80).settle(SECRET_P, -80));
		assert_eq!((equities(), equity(SECRET_P)), ((90, 130), 0));
	});
}

#[test]
fn the_list_is_checked_before_any_equity() {
	with_equity(100, 50, || {
		let negative = || batch().settle(SECRET_A, -101);
		refuse(negative().settle(SECRET_B, 102).settle(SECRET_A, 7), Error::SettlementsNotSorted);
		refuse(negative().settle(SECRET_B, 102), Error::SettlementNotConserving);
		refuse(negative().settle_position(3, 101), Error::NegativeEquity);
		refuse(negative().settle(SECRET_B, 101), Error::NegativeEquity);
	});
}
