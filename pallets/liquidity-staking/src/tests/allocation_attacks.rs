//! Sequences that raised the allocations above 100 % in the original, or lost some (scenario 22; specification,
//! section 12.1 D1).

use super::*;
use crate::Borrowers;
use frame_support::{assert_noop, assert_ok};

/// Two borrowers with a half each.
fn two_halves(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 5_000), (B1, 5_000)])
		.stakes(&[(ALICE, 1_000)])
		.build_and_execute(test);
}

const C: AccountId = 80;
const D: AccountId = 81;

/// Checks that the units of everybody add up to the whole, now and in the next epoch.
#[track_caller]
fn assert_whole() {
	let all = [None, Some(B0), Some(B1), Some(C), Some(D)].map(units);
	assert_eq!(all.iter().map(|(current, _)| u32::from(*current)).sum::<u32>(), 10_000);
	assert_eq!(all.iter().map(|(_, next)| u32::from(*next)).sum::<u32>(), 10_000);
	assert!(Borrowers::<Test>::iter_keys().all(|borrower| [B0, B1, C, D].contains(&borrower)));
	check_invariants();
}

/// B0 gives everything to C, in this epoch.
fn first_call() {
	assert_ok!(allocate(&[(Some(B0), 0), (Some(C), 5_000)]));
	assert_whole();
}

#[test]
fn two_calls_cannot_make_150_percent() {
	two_halves(|| {
		first_call();
		// B0 has 5,000 at present, but none to give.
		assert_noop!(allocate(&[(Some(B0), 5_000)]), Error::AllocationSumChanged);
		assert_whole();
		enter_epoch(1);
		assert_whole();
		assert_eq!([Some(B0), Some(B1), Some(C)].map(units), [(0, 0), (5_000, 5_000), (5_000, 5_000)]);
	});
}

#[test]
fn three_calls_cannot_make_200_percent() {
	two_halves(|| {
		first_call();
		assert_noop!(allocate(&[(Some(B0), 0), (Some(D), 5_000)]), Error::AllocationSumChanged);
		assert_whole();
		assert_noop!(allocate(&[(Some(B0), 5_000)]), Error::AllocationSumChanged);
		assert_whole();
		enter_epoch(1);
		assert_whole();
	});
}

#[test]
fn a_borrower_listed_twice_cannot_make_150_percent() {
	two_halves(|| {
		assert_noop!(allocate(&[(Some(B0), 0), (Some(B0), 10_000)]), Error::DuplicateBorrower);
		assert_noop!(allocate(&[(Some(B0), 10_000), (Some(B0), 0)]), Error::DuplicateBorrower);
		first_call();
		// Also when the repeated sum is the one of the next epoch.
		assert_noop!(allocate(&[(Some(C), 0), (Some(C), 10_000)]), Error::DuplicateBorrower);
		assert_whole();
		enter_epoch(1);
		assert_whole();
	});
}

#[test]
fn no_units_are_lost() {
	two_halves(|| {
		first_call();
		assert_noop!(allocate(&[(Some(C), 0)]), Error::AllocationSumChanged);
		assert_whole();
		// C has none at present, but 5,000 to give.
		assert_ok!(allocate(&[(Some(C), 0), (None, 5_000)]));
		assert_whole();
		enter_epoch(1);
		assert_whole();
		assert_eq!(units(None), (5_000, 5_000));
	});
}

#[test]
fn what_was_scheduled_can_be_redistributed_in_the_same_epoch() {
	two_halves(|| {
		first_call();
		assert_ok!(allocate(&[(Some(C), 2_000), (Some(D), 3_000)]));
		assert_whole();
		assert_eq!([Some(C), Some(D)].map(units), [(0, 2_000), (0, 3_000)]);
		enter_epoch(1);
		assert_whole();
		assert_eq!([Some(B0), Some(C), Some(D)].map(units), [(0, 0), (2_000, 2_000), (3_000, 3_000)]);
	});
}

#[test]
fn what_was_scheduled_can_be_undone_in_the_same_epoch() {
	two_halves(|| {
		first_call();
		assert_eq!(borrowable(B0), 0);
		assert_ok!(allocate(&[(Some(B0), 5_000), (Some(C), 0)]));
		assert_whole();
		assert_eq!(borrowable(B0), 500);
		enter_epoch(1);
		assert_whole();
		assert_eq!([Some(B0), Some(C)].map(units), [(5_000, 5_000), (0, 0)]);
		assert!(!Borrowers::<Test>::contains_key(C));
	});
}

#[test]
fn the_funds_of_leavers_cannot_be_frozen() {
	two_halves(|| {
		// With 150 % three borrowers took everything and none of them was ever overdue. With 100 % the excesses of the
		// overdue ones always cover the shortfall (S6).
		first_call();
		enter_epoch(1);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 1), Error::ExceedsAllocation);
		borrow(B1, 500);
		borrow(C, 500);
		request(ALICE, 300);
		enter_epoch(2);
		assert_eq!(LiquidityStaking::current_shortfall(), 300);
		assert_ok!(mark(&[B1, C]));
		assert_eq!((owed(B1), owed(C)), ((350, 150), (350, 150)));
		assert_eq!(debt(ALICE), 300);
	});
}
