//! Part 1: deposits become equity.

use super::*;
use crate::{types::PendingDeposit, PendingDeposits};

const COUNTS: [u32; 5] = [1, 0, 0, 0, 0];

/// Alice's pending deposit of 100 and Bob's of 50.
fn with_deposits(test: impl FnOnce()) {
	with_equity(0, 0, || {
		deposit(ALICE, SECRET_A, 100);
		deposit(BOB, SECRET_B, 50);
		test();
	});
}

fn record(secret: u64) -> Option<PendingDeposit> {
	StarkExchange::pending_deposit(key(secret), position(secret))
}

#[test]
fn a_deposit_is_accepted_in_parts() {
	with_deposits(|| {
		assert_eq!(apply(batch().deposit(SECRET_A, 60)), [accepted(SECRET_A, 60), updated(COUNTS)]);
		assert_eq!((equities(), totals()), ((60, 0), [90, 60, 0]));
		assert_eq!(record(SECRET_A), Some(PendingDeposit { amount: 40, cancel_requested_at: None }));
		assert_eq!(apply(batch().deposit(SECRET_A, 40)), [accepted(SECRET_A, 40), updated(COUNTS)]);
		assert_eq!((equities(), totals()), ((100, 0), [50, 100, 0]));
		assert_eq!(record(SECRET_A), None);
	});
}

#[test]
fn no_more_is_accepted_than_is_pending() {
	with_deposits(|| {
		for q in [101, u64::MAX] {
			refuse(batch().deposit(SECRET_A, q), Error::DepositInsufficient);
		}
		apply(batch().deposit(SECRET_A, 99));
		refuse(batch().deposit(SECRET_A, 2), Error::DepositInsufficient);
		apply(batch().deposit(SECRET_A, 1));
		refuse(batch().deposit(SECRET_A, 1), Error::DepositInsufficient);
		assert_eq!(equities(), (100, 0));
	});
}

#[test]
fn an_acceptance_of_nothing_is_refused() {
	with_deposits(|| {
		refuse(batch().deposit(SECRET_A, 0), Error::ZeroAmount);
		refuse(batch().deposit_to([0; 32], 9, 0), Error::ZeroAmount);
	});
}

#[test]
fn a_deposit_goes_to_its_own_position_only() {
	with_deposits(|| {
		let (alice, bob) = (position(SECRET_A), position(SECRET_B));
		for (key, position) in
			[(key(SECRET_A), bob), (key(SECRET_B), alice), (key(SECRET_C), alice), (key(SECRET_A), 3)]
		{
			refuse(batch().deposit_to(key, position, 50), Error::DepositInsufficient);
		}
	});
}

#[test]
fn gifts_of_strangers_are_accepted_like_any_deposit() {
	with_deposits(|| {
		deposit(CAROL, SECRET_A, 5);
		apply(batch().deposit(SECRET_A, 105));
		assert_eq!((equities(), usdc(CAROL)), ((105, 0), FUNDS - 5));
	});
}

#[test]
fn the_same_deposit_may_be_listed_twice() {
	with_deposits(|| {
		refuse(batch().deposit(SECRET_A, 60).deposit(SECRET_A, 41), Error::DepositInsufficient);
		assert_eq!(
			apply(batch().deposit(SECRET_A, 60).deposit(SECRET_B, 50).deposit(SECRET_A, 40)),
			[
				accepted(SECRET_A, 60),
				accepted(SECRET_B, 50),
				accepted(SECRET_A, 40),
				updated([3, 0, 0, 0, 0])
			]
		);
		assert_eq!((equities(), totals()), ((100, 50), [0, 150, 0]));
	});
}

#[test]
fn a_cancellation_stops_no_acceptance_and_ends_with_the_last_unit() {
	with_deposits(|| {
		cancel(ALICE, SECRET_A);
		apply(batch().deposit(SECRET_A, 30));
		let rest = PendingDeposit { amount: 70, cancel_requested_at: Some(START) };
		assert_eq!(record(SECRET_A), Some(rest));
		pass(CANCEL_DELAY);
		apply(batch().deposit(SECRET_A, 69));
		assert_eq!(record(SECRET_A), Some(PendingDeposit { amount: 1, ..rest }));
		apply(batch().deposit(SECRET_A, 1));
		assert_eq!(PendingDeposits::<Test>::iter_prefix(key(SECRET_A)).count(), 0);
		// What comes next is not cancelled.
		deposit(BOB, SECRET_A, 8);
		assert_eq!(record(SECRET_A), Some(PendingDeposit { amount: 8, cancel_requested_at: None }));
	});
}

#[test]
fn what_was_reclaimed_cannot_be_accepted() {
	with_deposits(|| {
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		reclaim(ALICE, SECRET_A);
		refuse(batch().deposit(SECRET_A, 1), Error::DepositInsufficient);
	});
}

#[test]
fn equity_stays_within_64_bits() {
	with_equity(u64::MAX - 10, 0, || {
		deposit(ALICE, SECRET_A, 20);
		refuse(batch().deposit(SECRET_A, 11), Error::QuantizationOverflow);
		refuse(batch().deposit(SECRET_A, 6).deposit(SECRET_A, 5), Error::QuantizationOverflow);
		apply(batch().deposit(SECRET_A, 10));
		assert_eq!((equities(), totals()), ((u64::MAX, 0), [10, u64::MAX.into(), 0]));
		refuse(batch().deposit(SECRET_A, 1), Error::QuantizationOverflow);
	});
}

#[test]
fn restricted_accounts_deposit_like_others() {
	with_deposits(|| {
		register(PROXY, SECRET_P);
		deposit(PROXY, SECRET_P, 9);
		assert_eq!(apply(batch().deposit(SECRET_P, 9)), [accepted(SECRET_P, 9), updated(COUNTS)]);
		assert_eq!(equity(SECRET_P), 9);
	});
}
