//! The parts take effect in their order, each on what the ones before it left.

use super::*;
use ForcedOutcome::{Executed, Rejected};

#[test]
fn every_part_starts_from_what_the_ones_before_it_left() {
	with_equity(10, 50, || {
		let all = force_withdrawal(ALICE, SECRET_A, 10);
		deposit(ALICE, SECRET_A, 100);
		let order = order(SECRET_A, SECRET_B, 110);
		// The deposit pays for the transfer, the transfer for Bob's loss, the loss for the forced request, and what is left
		// for the withdrawal.
		let batch = || {
			let paid_in = batch().deposit(SECRET_A, 100).transfer(SECRET_A, order);
			paid_in.settle(SECRET_A, 30).settle(SECRET_B, -30).execute(all)
		};
		refuse(batch().withdrawal(SECRET_A, 21), Error::InsufficientEquity);
		refuse(batch().withdrawal(SECRET_B, 131), Error::InsufficientEquity);
		assert_eq!(
			apply(batch().withdrawal(SECRET_A, 20).withdrawal(SECRET_B, 130)),
			[
				accepted(SECRET_A, 100),
				transferred(SECRET_A, SECRET_B, 110),
				served(all, Executed),
				withdrawable(SECRET_A, 20),
				withdrawable(SECRET_B, 130),
				updated([1, 1, 2, 1, 2]),
			]
		);
		assert_eq!((equities(), totals()), ((0, 0), [0, 0, 160]));
		assert_eq!((credited(SECRET_A), credited(SECRET_B)), (30, 130));
	});
}

#[test]
fn what_a_batch_deposits_it_can_withdraw() {
	with_equity(0, 0, || {
		deposit(ALICE, SECRET_A, 100);
		refuse(batch().deposit(SECRET_A, 60).withdrawal(SECRET_A, 61), Error::InsufficientEquity);
		apply(batch().deposit(SECRET_A, 60).withdrawal(SECRET_A, 60));
		assert_eq!(totals(), [40, 0, 60]);
	});
}

#[test]
fn what_a_batch_settles_it_can_withdraw_but_not_transfer() {
	with_equity(100, 0, || {
		let settled = || batch().settle(SECRET_A, -60).settle(SECRET_B, 60);
		refuse(settled().transfer(SECRET_B, order(SECRET_B, SECRET_A, 1)), Error::InsufficientEquity);
		refuse(settled().withdrawal(SECRET_B, 61), Error::InsufficientEquity);
		apply(settled().withdrawal(SECRET_B, 60));
		assert_eq!((equities(), credited(SECRET_B)), ((40, 0), 60));
	});
}

#[test]
fn what_a_batch_transfers_away_it_cannot_settle() {
	with_equity(100, 0, || {
		let order = order(SECRET_A, SECRET_B, 60);
		let settled =
			|loss: i64| batch().transfer(SECRET_A, order).settle(SECRET_A, -loss).settle(SECRET_B, loss);
		refuse(settled(41), Error::NegativeEquity);
		apply(settled(40));
		assert_eq!(equities(), (0, 100));
	});
}

#[test]
fn what_a_batch_settles_decides_on_forced_requests() {
	let reject = |id| move |batch: BatchBuilder| batch.reject(id, RejectionReason::InsufficientEquity);
	with_equity(100, 0, || {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		let lose = |loss: i64| batch().settle(SECRET_A, -loss).settle(SECRET_B, loss);
		refuse(lose(61).execute(id), Error::InsufficientEquity);
		refuse(reject(id)(lose(60)), Error::RejectionNotJustified);
		let events = apply(reject(id)(lose(61)));
		assert_eq!(events[0], served(id, Rejected(RejectionReason::InsufficientEquity)));
	});
	with_equity(100, 0, || {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		deposit(ALICE, SECRET_A, 1);
		assert_ok!(batch().settle(SECRET_A, -61).settle(SECRET_B, 61).submit());
		refuse(reject(id)(batch().deposit(SECRET_A, 1)), Error::RejectionNotJustified);
		apply(batch().deposit(SECRET_A, 1).execute(id));
		assert_eq!((equity(SECRET_A), credited(SECRET_A)), (0, 40));
	});
}

#[test]
fn withdrawals_come_after_forced_requests() {
	with_equity(100, 0, || {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		refuse(batch().execute(id).withdrawal(SECRET_A, 61), Error::InsufficientEquity);
		// A withdrawal of the operator's own choice is no reason to reject one that is demanded.
		let rejected = batch().reject(id, RejectionReason::InsufficientEquity);
		refuse(rejected.withdrawal(SECRET_A, 61), Error::RejectionNotJustified);
		apply(batch().execute(id).withdrawal(SECRET_A, 60));
		assert_eq!((equity(SECRET_A), credited(SECRET_A)), (0, 100));
	});
}
