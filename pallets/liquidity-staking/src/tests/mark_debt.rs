//! Marking debt: what the list decides, and the limits (scenarios 39 to 43; specification, sections 5.4, 12.1 D2 and
//! 12.3 K4, K5).

use super::*;
use crate::{Borrowers, Shortfalls};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

/// Borrowers, their units and loans; stakers, their stakes and requests. The test begins in epoch 1.
fn insolvent(
	loans: &[(AccountId, Units, Balance)],
	stakers: &[(AccountId, Balance, Balance)],
	test: impl FnOnce(),
) {
	let allocations: Vec<_> = loans.iter().map(|(borrower, units, _)| (*borrower, *units)).collect();
	let stakes: Vec<_> = stakers.iter().map(|(staker, amount, _)| (*staker, *amount)).collect();
	ExtBuilder::default().allocations(&allocations).stakes(&stakes).build_and_execute(|| {
		loans.iter().for_each(|(borrower, _, amount)| borrow(*borrower, *amount));
		stakers.iter().for_each(|(staker, _, amount)| request(*staker, *amount));
		enter_epoch(1);
		pool_events();
		test();
	});
}

/// The shortfall is 500: an excess of 200 of B0 and one of 300 of B1.
fn two_excesses(test: impl FnOnce()) {
	insolvent(&[(B0, 4_000, 400), (B1, 6_000, 600)], &[(ALICE, 500, 200), (BOB, 500, 300)], test);
}

/// The books, what the borrowers owe and whether they are restricted, what is owed to the stakers, and the number of
/// shortfalls.
type Outcome = ([Balance; 8], [(Balance, Balance); 2], [bool; 2], [Balance; 2], u32);

/// What a test compares to see that two ways come to the same.
fn outcome() -> Outcome {
	let restricted = [is_restricted(B0), is_restricted(B1)];
	let debts = [debt(ALICE), debt(BOB)];
	(books(), [owed(B0), owed(B1)], restricted, debts, LiquidityStaking::shortfall_count())
}

#[test]
fn a_list_must_cover_the_shortfall() {
	insolvent(&[(B0, 9_990, 999), (B1, 10, 1)], &[(ALICE, 1_000, 1_000)], || {
		assert_eq!(books(), [0, 0, 1_000, 1_000, 1_000, 0, 0, 0]);
		for list in [vec![], vec![B0], vec![B1], vec![B0, B0], vec![B2, ALICE, pool_account()]] {
			assert_noop!(mark(&list), Error::ShortfallNotCovered);
		}
		assert_ok!(mark(&[B0, B1]));
		assert_eq!(
			pool_events(),
			[
				debt_marked(B0, 999, 0, 999),
				restriction(B0, true),
				debt_marked(B1, 1, 0, 1),
				restriction(B1, true),
				converted(1_000, 0, 0),
			]
		);
		assert_eq!(books(), [0, 0, 0, 0, 0, 0, 1_000, 0]);
		assert_eq!(debt(ALICE), 1_000);
	});
}

#[test]
fn a_borrower_that_is_not_reached_stays_as_it_is() {
	ExtBuilder::default()
		.allocations(&[(B0, 5_000), (B1, 5_000)])
		.stakes(&[(ALICE, 1_000)])
		.build_and_execute(|| {
			borrow(B0, 500);
			borrow(B1, 500);
			request(ALICE, 500);
			assert_ok!(allocate(&[(Some(B0), 0), (Some(B1), 0), (Some(B2), 10_000)]));
			enter_epoch(1);
			let before = Borrowers::<Test>::get(B1);
			pool_events();
			assert_ok!(mark(&[B2, B0, B1]));
			assert_eq!(
				pool_events(),
				[debt_marked(B0, 500, 0, 500), restriction(B0, true), converted(500, 0, 0)]
			);
			assert_eq!(Borrowers::<Test>::get(B1), before);
			assert_eq!((owed(B0), owed(B1), owed(B2)), ((0, 500), (500, 0), (0, 0)));
			assert_eq!([B0, B1, B2].map(is_restricted), [true, false, false]);
			assert_eq!([B0, B1, B2].map(is_overdue), [false, true, false]);
			// Anybody may bar it all the same.
			assert_ok!(LiquidityStaking::restrict_borrower(signed(PAUPER), B1));
		});
}

#[test]
fn only_the_shortfall_is_moved_and_not_the_whole_excess() {
	insolvent(&[(B0, 4_000, 400_000)], &[(ALICE, 1_000_000, 750_000)], || {
		assert_ok!(mark(&[B0]));
		assert_eq!(
			pool_events(),
			[
				debt_marked(B0, 150_000, 250_000, 150_000),
				restriction(B0, true),
				converted(150_000, fraction(4, 5), 600_000),
			]
		);
		assert_eq!(books(), [250_000, 250_000, 600_000, 600_000, 250_000, 600_000, 150_000, 0]);
		assert_eq!(LiquidityStaking::allocated_balance_current(B0), 100_000);
		assert!(is_overdue(B0) && is_restricted(B0));
		// Overdue, but the pool is solvent: the rest stays a loan.
		assert_noop!(mark(&[B0]), Error::NoShortfall);
	});
}

#[test]
fn everything_inactive_can_be_lost() {
	two_excesses(|| {
		assert_ok!(mark(&[B0, B1]));
		assert_eq!(
			pool_events(),
			[
				debt_marked(B0, 200, 200, 200),
				restriction(B0, true),
				debt_marked(B1, 300, 300, 300),
				restriction(B1, true),
				converted(500, 0, 0),
			]
		);
		assert_eq!((debt(ALICE), debt(BOB)), (200, 300));
		assert_eq!((inactive(ALICE), inactive(BOB)), ((0, 0), (0, 0)));
		assert_eq!(books(), [500, 500, 0, 0, 500, 0, 500, 0]);
	});
}

#[test]
fn debt_is_marked_once_an_epoch() {
	two_excesses(|| {
		assert_ok!(mark(&[B1, B0]));
		let before = outcome();
		assert_noop!(mark(&[B0, B1]), Error::NoShortfall);
		assert_noop!(mark(&[]), Error::NoShortfall);
		at(2 * INTERVAL - 1);
		assert_noop!(mark(&[B0, B1]), Error::NoShortfall);
		assert_eq!(outcome(), before);
	});
}

#[test]
fn repetitions_and_accounts_that_are_not_overdue_do_no_harm() {
	let mut once = None;
	two_excesses(|| {
		assert_ok!(mark(&[B0, B1]));
		once = Some(outcome());
	});
	let lists = [
		vec![B0, B0, B1],
		vec![B0, B1, B0, B1],
		vec![B1, B1, B1, B0],
		vec![ALICE, B2, B0, pool_account(), PAUPER, B1, B1, GOVERNANCE],
	];
	for list in lists {
		two_excesses(|| {
			assert_ok!(mark(&list));
			assert_eq!(Some(outcome()), once);
		});
	}
}

#[test]
fn without_a_shortfall_no_list_is_looked_at() {
	ExtBuilder::default().allocations(&[(B0, 10_000)]).stakes(&[(ALICE, 10)]).build_and_execute(|| {
		borrow(B0, 10);
		for list in [vec![], vec![B0], vec![B0, B0, B2]] {
			assert_noop!(mark(&list), Error::NoShortfall);
		}
		request(ALICE, 1);
		at(INTERVAL - 1);
		assert_noop!(mark(&[B0]), Error::NoShortfall);
		at(INTERVAL);
		assert_ok!(mark(&[B0]));
		assert_eq!((owed(B0), debt(ALICE)), ((9, 1), 1));
	});
}

#[test]
fn a_call_that_does_not_cover_changes_nothing() {
	two_excesses(|| {
		for list in [vec![], vec![B0], vec![B1], vec![B0, B0, B0], vec![B2]] {
			assert_noop!(mark(&list), Error::ShortfallNotCovered);
		}
		assert_eq!(Shortfalls::<Test>::iter().count(), 0);
		assert!(!is_restricted(B0) && !is_restricted(B1));
		// What B1 repays is covered no more, and needs no cover.
		repay(B1, 300);
		assert_noop!(mark(&[B1]), Error::ShortfallNotCovered);
		assert_ok!(mark(&[B0]));
		assert_eq!((owed(B0), is_restricted(B1)), ((200, 200), false));
	});
}

#[test]
fn the_caller_picks_who_bears_the_shortfall() {
	// A shortfall of 100, covered by the excess of 150 of either borrower (K5).
	for (first, second) in [(B0, B1), (B1, B0)] {
		insolvent(&[(B0, 3_000, 300), (B1, 3_000, 300)], &[(ALICE, 1_000, 500)], || {
			assert_ok!(mark(&[first, second]));
			assert_eq!((owed(first), owed(second)), ((200, 100), (300, 0)));
			assert_eq!((is_restricted(first), is_restricted(second)), (true, false));
			assert!(is_overdue(first) && is_overdue(second));
		});
	}
}

#[test]
fn a_borrower_within_its_share_is_never_marked() {
	// B1 borrows less than it might: B0 keeps a part of its excess as an ordinary loan (K4).
	insolvent(&[(B0, 6_000, 600), (B1, 4_000, 100)], &[(ALICE, 1_000, 500)], || {
		assert_noop!(mark(&[B1]), Error::ShortfallNotCovered);
		assert_ok!(mark(&[B1, B0]));
		assert_eq!((owed(B0), owed(B1)), ((400, 200), (100, 0)));
		assert_eq!((is_overdue(B0), is_restricted(B1)), (true, false));
	});
}

#[test]
fn attributed_debts_add_up_to_the_shortfall_exactly() {
	// Three shares of floor(0.3333 * 502) = 167 each; the excesses of 166 each add up to 498, the shortfall is 497. The
	// original would have rounded every share up (D2).
	let loans = [(B0, 3_333, 333), (B1, 3_333, 333), (B2, 3_333, 333)];
	insolvent(&loans, &[(ALICE, 1_000, 498)], || {
		assert_eq!(LiquidityStaking::current_shortfall(), 497);
		assert_ok!(mark(&[B2, B0, B1]));
		assert_eq!((owed(B2), owed(B0), owed(B1)), ((167, 166), (167, 166), (168, 165)));
		// The last one keeps the unit and is formally overdue.
		assert_eq!([B0, B1, B2].map(is_overdue), [false, true, false]);
		assert_eq!(books(), [502, 502, 1, 1, 502, 1, 497, 0]);
	});
}

#[test]
fn debt_can_be_marked_when_nobody_is_staked() {
	insolvent(&[(B0, 10_000, 700)], &[(ALICE, 1_000, 1_000)], || {
		withdraw(ALICE, 300);
		assert_ok!(mark(&[B0]));
		assert_eq!(books(), [0, 0, 0, 0, 0, 0, 700, 0]);
		assert_eq!((owed(B0), debt(ALICE)), ((0, 700), 700));
	});
}

#[test]
fn marking_debt_needs_a_signature_and_no_role() {
	two_excesses(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let list = vec![B0, B1].try_into().unwrap();
			assert_noop!(LiquidityStaking::mark_debt(origin.clone(), list), DispatchError::BadOrigin);
			assert_noop!(LiquidityStaking::restrict_borrower(origin, B0), DispatchError::BadOrigin);
		}
	});
}
