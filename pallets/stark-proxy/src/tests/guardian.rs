//! What the guardian does with the loan (specification, sections 11.3 and 11.4; worked scenario 12).

use super::support::*;
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::Balance;

fn repay_borrow(max_amount: Balance) -> Call {
	Call::guardian_repay_borrow { proxy: A, max_amount }
}

fn repay_debt(max_amount: Balance) -> Call {
	Call::guardian_repay_debt { proxy: A, max_amount }
}

/// The guardian repays `amount` of the loan.
#[track_caller]
fn repays_borrow(max_amount: Balance, amount: Balance) {
	let (had, owed, pool) = (token(A), borrowed(A), usdc(&pool_account()));
	proxy_events();
	assert_ok!(dispatch(repay_borrow(max_amount), guardian()));
	let new_borrowed = owed - amount;
	let event = Event::RepaidBorrow { proxy: A, amount, new_borrowed, by_guardian: true };
	assert_eq!(proxy_events(), [event]);
	assert_eq!((token(A), borrowed(A), usdc(&pool_account())), (had - amount, new_borrowed, pool + amount));
}

/// The guardian repays `amount` of the debt.
#[track_caller]
fn repays_debt(max_amount: Balance, amount: Balance) {
	let (had, owed, pool) = (token(A), debt(A), usdc(&pool_account()));
	proxy_events();
	assert_ok!(dispatch(repay_debt(max_amount), guardian()));
	let new_debt = owed - amount;
	let event = Event::RepaidDebt { proxy: A, amount, new_debt, by_guardian: true };
	assert_eq!(proxy_events(), [event]);
	assert_eq!((token(A), debt(A), usdc(&pool_account())), (had - amount, new_debt, pool + amount));
}

#[test]
fn the_amount_is_a_cap_on_what_is_owed_and_held() {
	// Borrowed, held, cap, and what is repaid: the least of them.
	for (loan, held, cap, repaid) in [
		(100, 90, 80, 80),
		(100, 80, 90, 80),
		(80, 100, 90, 80),
		(80, 90, 100, 80),
		(80, 80, 80, 80),
		(1, 1, 1, 1),
		(100, 100, Balance::MAX, 100),
	] {
		ExtBuilder::default().build_and_execute(|| {
			borrow(A, loan);
			take(A, loan);
			give(&proxy_account(A), held);
			repays_borrow(cap, repaid);
		});
		indebted(loan, || {
			give(&proxy_account(A), held);
			repays_debt(cap, repaid);
		});
	}
}

#[test]
fn nothing_owed_nothing_held_or_nothing_meant_is_nothing_to_repay() {
	ExtBuilder::default().build_and_execute(|| {
		give(&proxy_account(A), 10);
		assert_noop!(dispatch(repay_borrow(10), guardian()), Error::NothingToRepay);
		assert_noop!(dispatch(repay_debt(10), guardian()), Error::NothingToRepay);
		borrow(A, 5);
		assert_noop!(dispatch(repay_borrow(0), guardian()), Error::NothingToRepay);
		assert_noop!(dispatch(repay_debt(10), guardian()), Error::NothingToRepay);
		take(A, 15);
		assert_noop!(dispatch(repay_borrow(10), guardian()), Error::NothingToRepay);
		give(&proxy_account(A), 1);
		repays_borrow(10, 1);
	});
	indebted(5, || {
		assert_noop!(dispatch(repay_debt(10), guardian()), Error::NothingToRepay);
		give(&proxy_account(A), 10);
		assert_noop!(dispatch(repay_debt(0), guardian()), Error::NothingToRepay);
		repays_debt(10, 5);
		assert_noop!(dispatch(repay_debt(10), guardian()), Error::NothingToRepay);
	});
}

#[test]
fn scenario_12() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(0)));
		assert_noop!(StarkProxy::repay_borrow(owner(A), A, 1), Error::StakingAllowanceExceeded);
		repays_borrow(400_000, 400_000);
	});
}

#[test]
fn the_owners_limit_neither_binds_nor_counts_the_guardian() {
	for limit in [Some(0), Some(1), Some(99), None] {
		indebted(50, || {
			give(&proxy_account(A), 100);
			assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, limit));
			repays_borrow(50, 50);
			repays_debt(50, 50);
			assert_eq!(info(A).staking_allowance, limit);
		});
	}
}

#[test]
fn a_unit_that_is_moved_does_not_stop_the_guardian() {
	indebted(100, || {
		give(&proxy_account(A), 200);
		// Two days before it was decided to repay 100 and 100; meanwhile a stranger and the borrower have each repaid one.
		assert_ok!(LiquidityStaking::repay_debt(signed(&STRANGER), proxy_account(A), 1));
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 1));
		repays_debt(100, 99);
		repays_borrow(100, 100);
	});
}

#[test]
fn own_funds_of_the_borrower_may_be_used() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 100);
		give(&proxy_account(A), 1_000);
		assert_eq!(StarkProxy::withdrawable_amount(A), 1_000);
		repays_borrow(Balance::MAX, 100);
		assert_eq!(token(A), 1_000);
		take(A, 1_000);
		borrow(A, 100);
		take(A, 100);
		give(&proxy_account(A), 30);
		repays_borrow(Balance::MAX, 30);
	});
}

#[test]
fn neither_restriction_nor_time_matters() {
	indebted(10, || {
		give(&proxy_account(A), 1_000_000);
		set_restriction(A, true);
		set_pool_restriction(A, true);
		for time in [OFFSET + INTERVAL, OFFSET + 2 * INTERVAL - BLACKOUT, OFFSET + 2 * INTERVAL] {
			set_time(time);
			repays_borrow(1, 1);
			repays_debt(1, 1);
		}
	});
}

#[test]
fn an_approval_survives_a_repayment() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 100);
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 7, Some(8)));
		repays_borrow(100, 100);
		assert_eq!((info(A).approved_amount, info(A).approval_expires_at), (7, Some(OFFSET + 8)));
	});
}

#[test]
fn the_guardian_restricts_and_lifts_that() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |restricted| Call::guardian_set_borrowing_restriction { proxy: A, restricted };
		// The event comes also when nothing changes.
		for restricted in [false, true, true, false, false] {
			assert_ok!(dispatch(set(restricted), guardian()));
			let event = Event::BorrowingRestrictionChanged { proxy: A, restricted, emergency: false };
			assert_eq!(proxy_events(), [event]);
			assert_eq!(StarkProxy::is_borrowing_restricted(A), restricted);
			assert!(!StarkProxy::is_borrowing_restricted(B));
		}
	});
}

#[test]
fn a_restricted_proxy_borrows_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		set_restriction(A, true);
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), Error::BorrowingRestricted);
		assert_eq!(StarkProxy::borrowable_amount(A), 0);
		// The pool knows nothing of it.
		assert!(!LiquidityStaking::is_borrowing_restricted(proxy_account(A)));
		assert_eq!(LiquidityStaking::borrowable_amount(proxy_account(A)), 400_000);
		borrow(B, 1);
		set_restriction(A, false);
		borrow(A, 400_000);
	});
}

#[test]
fn nothing_else_of_the_proxy_changes() {
	ExtBuilder::default().build_and_execute(|| {
		let before = info(A);
		set_restriction(A, true);
		let mut restricted = info(A);
		assert_ne!(restricted, before);
		restricted.borrowing_restricted = false;
		assert_eq!(restricted, before);
		set_restriction(A, false);
		assert_eq!(info(A), before);
	});
}
