//! Restrictions by governance and by anybody (scenarios 29 to 31; specification, sections 5.4 and 5.5).

use super::*;
use crate::Borrowers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn with_stake(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 4_000), (B1, 6_000)])
		.stakes(&[(ALICE, 1_000)])
		.build_and_execute(test);
}

fn restrict(borrower: AccountId) -> Result<(), DispatchError> {
	LiquidityStaking::restrict_borrower(signed(PAUPER), borrower)
}

#[test]
fn a_restricted_borrower_cannot_borrow_until_governance_lifts_it() {
	with_stake(|| {
		borrow(B1, 200);
		pool_events();
		set_restriction(B1, true);
		assert_eq!(pool_events(), [restriction(B1, true)]);
		assert!(is_restricted(B1) && !is_restricted(B0));
		assert_eq!((borrowable(B1), borrowable(B0)), (0, 400));
		assert_noop!(LiquidityStaking::borrow(signed(B1), 1), Error::BorrowerRestricted);
		repay(B1, 200);
		assert_noop!(LiquidityStaking::borrow(signed(B1), 1), Error::BorrowerRestricted);
		pool_events();
		set_restriction(B1, false);
		assert_eq!(pool_events(), [restriction(B1, false)]);
		assert_eq!(borrowable(B1), 600);
		borrow(B1, 600);
	});
}

#[test]
fn a_restriction_outlives_the_epoch_and_a_change_of_the_share() {
	with_stake(|| {
		set_restriction(B0, true);
		assert_ok!(allocate(&[(Some(B0), 5_000), (Some(B1), 5_000)]));
		enter_epoch(4);
		assert_eq!((is_restricted(B0), borrowable(B0), borrowable(B1)), (true, 0, 500));
	});
}

#[test]
fn nothing_happens_when_the_flag_stays_as_it_is() {
	with_stake(|| {
		set_restriction(B0, false);
		set_restriction(B2, false);
		assert_eq!(pool_events(), []);
		assert!(!Borrowers::<Test>::contains_key(B2));
		set_restriction(B0, true);
		set_restriction(B0, true);
		assert_eq!(pool_events(), [restriction(B0, true)]);
	});
}

#[test]
fn governance_may_restrict_anybody_at_any_time() {
	for now in [OFFSET - 1, OFFSET, OFFSET + INTERVAL - BLACKOUT, OFFSET + INTERVAL - 1] {
		ExtBuilder::default().start(now).build_and_execute(|| {
			set_restriction(B2, true);
			assert!(is_restricted(B2));
			set_restriction(B2, false);
			assert_eq!(pool_events(), [restriction(B2, true), restriction(B2, false)]);
			// Nothing is kept of a borrower that is nothing else.
			assert!(!Borrowers::<Test>::contains_key(B2));
		});
	}
}

#[test]
fn rate_and_restrictions_change_in_blackout() {
	with_stake(|| {
		at(INTERVAL - BLACKOUT);
		assert!(LiquidityStaking::in_blackout_window());
		assert_ok!(LiquidityStaking::set_rewards_per_second(signed(GOVERNANCE), 7));
		set_restriction(B0, true);
		assert_eq!((LiquidityStaking::rewards_per_second(), is_restricted(B0)), (7, true));
	});
}

#[test]
fn only_the_borrower_admin_sets_restrictions() {
	with_stake(|| {
		for flag in [true, false] {
			let set = |origin| LiquidityStaking::set_borrowing_restriction(origin, B0, flag);
			assert_noop!(set(signed(ALICE)), Error::MissingRole);
			assert_noop!(set(signed(B0)), Error::MissingRole);
			assert_noop!(set(RuntimeOrigin::root()), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn anybody_restricts_a_borrower_whose_share_was_revoked() {
	with_stake(|| {
		borrow(B0, 400);
		borrow(B1, 600);
		assert_ok!(allocate(&[(Some(B0), 0), (Some(B1), 0), (None, 10_000)]));
		repay(B0, 400);
		at(INTERVAL - 1);
		for borrower in [B0, B1, B2] {
			assert_noop!(restrict(borrower), Error::BorrowerNotOverdue);
		}
		at(INTERVAL);
		pool_events();
		assert_noop!(restrict(B0), Error::BorrowerNotOverdue);
		assert_ok!(restrict(B1));
		assert_eq!(pool_events(), [restriction(B1, true)]);
		assert!(is_restricted(B1));
		// The pool is solvent: nothing becomes debt.
		assert_noop!(mark(&[B1, B0]), Error::NoShortfall);
		assert_eq!(books(), [1_000, 1_000, 0, 0, 600, 400, 0, 0]);
	});
}

#[test]
fn overdue_is_one_unit_beyond_the_share() {
	// The share of the next epoch is floor(0.4 * 999) = 399.
	with_stake(|| {
		borrow(B0, 400);
		request(ALICE, 1);
		at(INTERVAL - 1);
		assert_noop!(restrict(B0), Error::BorrowerNotOverdue);
		at(INTERVAL);
		assert!(is_overdue(B0));
		repay(B0, 1);
		assert!(!is_overdue(B0));
		assert_noop!(restrict(B0), Error::BorrowerNotOverdue);
	});
	with_stake(|| {
		borrow(B0, 400);
		request(ALICE, 1);
		at(INTERVAL);
		assert_ok!(restrict(B0));
		// Coming back to the share changes nothing: only governance lifts it.
		repay(B0, 400);
		assert!(is_restricted(B0));
	});
}

#[test]
fn new_stake_makes_a_borrower_no_longer_overdue() {
	with_stake(|| {
		borrow(B0, 400);
		request(ALICE, 1);
		enter_epoch(1);
		stake(BOB, 1);
		assert_noop!(restrict(B0), Error::BorrowerNotOverdue);
	});
}

#[test]
fn restricting_again_is_silent() {
	with_stake(|| {
		borrow(B0, 400);
		request(ALICE, 1_000);
		enter_epoch(1);
		pool_events();
		assert_ok!(restrict(B0));
		assert_ok!(restrict(B0));
		assert_eq!(pool_events(), [restriction(B0, true)]);
		set_restriction(B0, false);
		// Lifting is of no use as long as the borrower is overdue.
		assert_ok!(restrict(B0));
		assert_eq!(pool_events(), [restriction(B0, false), restriction(B0, true)]);
		assert_eq!(owed(B0), (400, 0));
	});
}

#[test]
fn nobody_is_overdue_before_epoch_zero_or_without_a_loan() {
	with_stake(|| {
		assert_noop!(restrict(B0), Error::BorrowerNotOverdue);
		assert_noop!(restrict(B2), Error::BorrowerNotOverdue);
		assert_noop!(restrict(ALICE), Error::BorrowerNotOverdue);
	});
}
