//! Part 5: equity becomes withdrawable.

use super::*;
use crate::PendingWithdrawals;

const COUNTS: [u32; 5] = [0, 0, 0, 0, 1];

#[test]
fn a_withdrawal_is_credited_to_the_key_and_paid_to_its_owner() {
	with_equity(100, 50, || {
		assert_eq!(apply(batch().withdrawal(SECRET_A, 25)), [withdrawable(SECRET_A, 25), updated(COUNTS)]);
		assert_eq!((equities(), credited(SECRET_A)), ((75, 50), 25));
		assert_eq!(apply(batch().withdrawal(SECRET_A, 5)), [withdrawable(SECRET_A, 5), updated(COUNTS)]);
		assert_eq!((credited(SECRET_A), credited(SECRET_B), totals()), (30, 0, [0, 120, 30]));
		assert_eq!(withdraw(SECRET_A), 30);
		assert_eq!((usdc(ALICE), totals()), (FUNDS - 70, [0, 120, 0]));
	});
}

#[test]
fn all_equity_can_be_withdrawn_but_no_more() {
	with_equity(100, 50, || {
		for q in [101, u64::MAX] {
			refuse(batch().withdrawal(SECRET_A, q), Error::InsufficientEquity);
		}
		apply(batch().withdrawal(SECRET_A, 99));
		refuse(batch().withdrawal(SECRET_A, 2), Error::InsufficientEquity);
		apply(batch().withdrawal(SECRET_A, 1));
		refuse(batch().withdrawal(SECRET_A, 1), Error::InsufficientEquity);
		assert_eq!((equities(), credited(SECRET_A)), ((0, 50), 100));
	});
}

#[test]
fn a_withdrawal_goes_to_the_key_of_the_position_only() {
	with_equity(100, 50, || {
		let (alice, bob) = (position(SECRET_A), position(SECRET_B));
		for (key, position) in [
			(key(SECRET_B), alice),
			(key(SECRET_A), bob),
			(key(SECRET_C), alice),
			([0; 32], alice),
			(key(SECRET_A), 0),
			(key(SECRET_A), 3),
			(key(SECRET_A), u64::MAX),
		] {
			for q in [0, 1, 101] {
				refuse(batch().withdrawal_from(key, position, q), Error::PositionKeyMismatch);
			}
		}
	});
}

#[test]
fn the_same_position_may_be_listed_twice() {
	with_equity(100, 50, || {
		let twice = |q| batch().withdrawal(SECRET_A, 60).withdrawal(SECRET_A, q);
		refuse(twice(41), Error::InsufficientEquity);
		let events = apply(twice(40).withdrawal(SECRET_B, 1));
		assert_eq!(
			events,
			[
				withdrawable(SECRET_A, 60),
				withdrawable(SECRET_A, 40),
				withdrawable(SECRET_B, 1),
				updated([0, 0, 0, 0, 3])
			]
		);
		assert_eq!((equities(), totals()), ((0, 49), [0, 49, 101]));
	});
}

#[test]
fn a_withdrawal_of_nothing_leaves_nothing() {
	with_equity(100, 0, || {
		assert_eq!(
			apply(batch().withdrawal(SECRET_A, 0).withdrawal(SECRET_B, 0)),
			[withdrawable(SECRET_A, 0), withdrawable(SECRET_B, 0), updated([0, 0, 0, 0, 2])]
		);
		assert_eq!(PendingWithdrawals::<Test>::iter().count(), 0);
		assert_eq!((equities(), totals()), ((100, 0), [0, 100, 0]));
	});
}

#[test]
fn pending_withdrawals_stay_within_64_bits() {
	with_equity(u64::MAX - 10, 0, || {
		apply(batch().withdrawal(SECRET_A, u64::MAX - 10));
		raise(ALICE, SECRET_A, 20);
		refuse(batch().withdrawal(SECRET_A, 11), Error::QuantizationOverflow);
		apply(batch().withdrawal(SECRET_A, 10));
		assert_eq!((credited(SECRET_A), totals()), (u64::MAX, [0, 10, u64::MAX.into()]));
		refuse(batch().withdrawal(SECRET_A, 1), Error::QuantizationOverflow);
		// A payout makes room.
		assert_eq!(withdraw(SECRET_A), u64::MAX.into());
		apply(batch().withdrawal(SECRET_A, 10));
	});
}

#[test]
fn restricted_accounts_withdraw_like_others() {
	with_equity(0, 0, || {
		join(PROXY, SECRET_P, 70);
		apply(batch().withdrawal(SECRET_P, 70));
		assert_eq!((withdraw(SECRET_P), usdc(PROXY)), (70, FUNDS));
	});
}
