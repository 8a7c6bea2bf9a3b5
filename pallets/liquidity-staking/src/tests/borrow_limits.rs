//! How much may be borrowed (scenarios 15 to 20; specification, section 5.3).

use super::*;
use crate::Borrowers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

/// Four and six tenths for B0 and B1.
fn with_stakes(stakes: &[(AccountId, Balance)], test: impl FnOnce()) {
	ExtBuilder::default().allocations(&[(B0, 4_000), (B1, 6_000)]).stakes(stakes).build_and_execute(test);
}

/// Borrows 0, one unit more than `most`, and `most` of it in the end.
#[track_caller]
fn borrows_at_most(borrower: AccountId, most: Balance, beyond: Error) {
	assert_eq!(borrowable(borrower), most);
	assert_noop!(LiquidityStaking::borrow(signed(borrower), most + 1), beyond);
	if most > 0 {
		borrow(borrower, most);
	}
	assert_eq!(borrowable(borrower), 0);
}

#[test]
fn without_an_allocation_nothing_can_be_borrowed() {
	with_stakes(&[], || {
		// Nothing is staked: there is nothing to borrow for anybody.
		for borrower in [B0, B2] {
			borrows_at_most(borrower, 0, Error::ExceedsAvailableToBorrow);
		}
		stake(ALICE, 1_000);
		borrows_at_most(B2, 0, Error::ExceedsAllocation);
		assert_noop!(LiquidityStaking::borrow(signed(B2), 1_000), Error::ExceedsAllocation);
		assert_noop!(LiquidityStaking::borrow(signed(B2), 1_001), Error::ExceedsAvailableToBorrow);
		assert!(!Borrowers::<Test>::contains_key(B2));
	});
}

#[test]
fn an_allocation_of_the_next_epoch_counts_from_then_on() {
	with_stakes(&[(ALICE, 1_000)], || {
		assert_ok!(allocate(&[(Some(B0), 0), (Some(B2), 4_000)]));
		at(INTERVAL - 1);
		borrows_at_most(B2, 0, Error::ExceedsAllocation);
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
		at(INTERVAL);
		borrows_at_most(B2, 400, Error::ExceedsAllocation);
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
		borrows_at_most(B1, 600, Error::ExceedsAvailableToBorrow);
	});
}

#[test]
fn an_allocation_that_rolled_long_ago_counts() {
	with_stakes(&[(ALICE, 1_000)], || {
		assert_ok!(allocate(&[(Some(B0), 1_000), (Some(B2), 3_000)]));
		enter_epoch(17);
		borrows_at_most(B0, 100, Error::ExceedsAllocation);
		borrows_at_most(B2, 300, Error::ExceedsAllocation);
		// Borrowing stored the rolled allocations without changing them.
		enter_epoch(18);
		assert_eq!((units(Some(B0)), units(Some(B2))), ((1_000, 1_000), (3_000, 3_000)));
	});
}

#[test]
fn exactly_the_share_can_be_borrowed() {
	// The shares are floor(400.4) and floor(600.6).
	with_stakes(&[(ALICE, 1_001)], || {
		borrow(B0, 399);
		borrows_at_most(B0, 1, Error::ExceedsAllocation);
		assert_eq!(
			pool_events(),
			[
				Event::Borrowed { borrower: B0, amount: 399, new_borrowed_balance: 399 },
				Event::Borrowed { borrower: B0, amount: 1, new_borrowed_balance: 400 },
			]
		);
		borrows_at_most(B1, 600, Error::ExceedsAllocation);
		assert_eq!((usdc(B0), usdc(B1)), (400, 600));
		// One unit is lost to rounding: nobody may borrow it.
		assert_eq!(LiquidityStaking::contract_balance_available_to_borrow(), 1);
		assert_eq!(books(), [1_001, 1_001, 0, 0, 1_000, 1, 0, 0]);
		assert!(!is_overdue(B0) && !is_overdue(B1));
	});
}

#[test]
fn one_unit_beyond_the_whole_pool_exceeds_what_is_available() {
	ExtBuilder::default().allocations(&[(B0, 10_000)]).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		borrows_at_most(B0, 1_000, Error::ExceedsAvailableToBorrow);
		assert_eq!(usdc(pool_account()), 0);
	});
}

#[test]
fn the_checks_have_an_order() {
	with_stakes(&[(ALICE, 500), (BOB, 500)], || {
		borrow(B0, 400);
		request(ALICE, 500);
		set_restriction(B2, true);
		enter_epoch(1);
		// 500 active, 400 lent: 100 are available, of a share of 300.
		borrows_at_most(B1, 100, Error::ExceedsAvailableToBorrow);
		repay(B1, 100);
		assert_noop!(LiquidityStaking::borrow(signed(B2), 0), Error::ZeroAmount);
		assert_noop!(LiquidityStaking::borrow(signed(B2), 101), Error::BorrowerRestricted);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 0), Error::ZeroAmount);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 101), Error::ExceedsAvailableToBorrow);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 100), Error::ExceedsAllocation);
		assert_noop!(LiquidityStaking::borrow(signed(B0), u128::MAX), Error::ExceedsAvailableToBorrow);
	});
}

#[test]
fn new_stake_can_be_borrowed_at_once() {
	with_stakes(&[(ALICE, 1_000)], || {
		borrow(B0, 400);
		stake(BOB, 7);
		borrows_at_most(B0, 2, Error::ExceedsAllocation);
		stake(BOB, 3);
		borrows_at_most(B0, 2, Error::ExceedsAllocation);
		stake(BOB, 1);
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
	});
}

#[test]
fn new_stake_can_be_borrowed_at_once_in_blackout() {
	with_stakes(&[(ALICE, 1_000)], || {
		borrow(B0, 400);
		request(ALICE, 100);
		at(INTERVAL - BLACKOUT);
		// 40 % of the 900 that stay are less than what is borrowed already.
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
		stake(BOB, 100);
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
		stake(BOB, 7);
		borrows_at_most(B0, 2, Error::ExceedsAllocation);
	});
}

#[test]
fn requested_stake_can_be_borrowed_until_the_blackout() {
	with_stakes(&[(ALICE, 1_000)], || {
		request(ALICE, 1_000);
		at(INTERVAL - BLACKOUT - 1);
		borrows_at_most(B0, 400, Error::ExceedsAllocation);
		at(INTERVAL - BLACKOUT);
		// Not overdue before the epoch ends, but nothing more can be borrowed.
		assert!(!is_overdue(B0));
		borrows_at_most(B1, 0, Error::ExceedsAllocation);
		at(INTERVAL);
		assert!(is_overdue(B0));
		borrows_at_most(B1, 0, Error::ExceedsAvailableToBorrow);
	});
}

#[test]
fn in_blackout_the_active_balance_of_the_next_epoch_counts() {
	let check = |now, limit| {
		with_stakes(&[(ALICE, 8_000)], || {
			request(ALICE, 1_000);
			at(now);
			borrows_at_most(B0, limit, Error::ExceedsAllocation);
		});
	};
	check(INTERVAL - BLACKOUT - 1, 3_200);
	check(INTERVAL - BLACKOUT, 2_800);
	check(INTERVAL - 1, 2_800);
	check(INTERVAL, 2_800);
}

#[test]
fn what_is_moved_away_cannot_be_borrowed_by_anybody_before_the_next_epoch() {
	with_stakes(&[(ALICE, 1_000)], || {
		assert_ok!(allocate(&[(Some(B0), 0), (Some(B2), 4_000)]));
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
		borrows_at_most(B2, 0, Error::ExceedsAllocation);
		assert_ok!(allocate(&[(Some(B0), 2_000), (Some(B2), 2_000)]));
		borrows_at_most(B0, 200, Error::ExceedsAllocation);
		borrows_at_most(B2, 0, Error::ExceedsAllocation);
		enter_epoch(1);
		borrows_at_most(B0, 0, Error::ExceedsAllocation);
		borrows_at_most(B2, 200, Error::ExceedsAllocation);
	});
}

#[test]
fn neither_an_increase_nor_a_decrease_can_be_exploited_within_the_epoch() {
	with_stakes(&[(ALICE, 1_000)], || {
		assert_ok!(allocate(&[(Some(B0), 9_000), (Some(B1), 1_000)]));
		borrows_at_most(B0, 400, Error::ExceedsAllocation);
		borrows_at_most(B1, 100, Error::ExceedsAllocation);
		// The share of the running epoch is still 600: nobody becomes overdue by a change.
		assert_eq!(LiquidityStaking::allocated_balance_current(B1), 600);
		assert_eq!(LiquidityStaking::allocated_balance_next(B1), 100);
		at(INTERVAL);
		borrows_at_most(B0, 500, Error::ExceedsAvailableToBorrow);
	});
}

#[test]
fn a_decrease_makes_nobody_overdue_before_the_next_epoch() {
	with_stakes(&[(ALICE, 1_000)], || {
		borrow(B0, 400);
		assert_ok!(allocate(&[(Some(B0), 3_999), (None, 1)]));
		at(INTERVAL - 1);
		assert!(!is_overdue(B0));
		at(INTERVAL);
		assert!(is_overdue(B0));
		// The pool is solvent all the same.
		assert_noop!(mark(&[B0]), Error::NoShortfall);
	});
}

#[test]
fn a_loan_fails_when_the_borrower_cannot_receive() {
	with_stakes(&[(ALICE, 1_000)], || {
		borrow(B0, 1);
		assert_ok!(Assets::block(signed(ISSUER), USDC, B0));
		assert_noop!(LiquidityStaking::borrow(signed(B0), 1), TokenError::Blocked);
		borrow(B1, 1);
	});
}
