//! A batch counts as a whole or not at all.

use super::*;
use crate::UsedTrades;

/// A state for [`full`]: Alice, Bob and Carol with equity, pending deposits and open requests.
fn prepared(test: impl FnOnce([H256; 3])) {
	with_equity(100, 50, || {
		join(CAROL, SECRET_C, 20);
		join(PROXY, SECRET_P, 70);
		deposit(ALICE, SECRET_A, 10);
		deposit(BOB, SECRET_B, 5);
		let withdrawals = [force_withdrawal(ALICE, SECRET_A, 40), force_withdrawal(CAROL, SECRET_C, 20)];
		let trade = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		test([withdrawals[0], withdrawals[1], trade]);
	});
}

/// A batch with several items in every part.
fn full([first, second, trade]: [H256; 3]) -> BatchBuilder {
	batch()
		.deposit(SECRET_A, 10)
		.deposit(SECRET_B, 5)
		.transfer(SECRET_A, order(SECRET_A, SECRET_B, 30))
		.transfer(SECRET_B, order(SECRET_B, SECRET_C, 15))
		.settle(SECRET_A, -5)
		.settle(SECRET_B, 5)
		.execute(first)
		.execute(trade)
		.reject(second, RejectionReason::MarginRequirement)
		.withdrawal(SECRET_A, 1)
		.withdrawal(SECRET_P, 2)
}

#[test]
fn a_batch_counts_as_a_whole() {
	prepared(|ids| {
		assert_eq!(apply(full(ids)).len(), 10);
		assert_eq!((equities(), equity(SECRET_C), equity(SECRET_P)), ((34, 75), 35, 68));
		assert_eq!((credited(SECRET_A), credited(SECRET_P), totals()), (41, 2, [0, 212, 43]));
		assert!(UsedTrades::<Test>::contains_key(ids[2]));
	});
}

/// What is done to one item, and the error that follows.
type Flaw = (&'static str, fn(&mut Batch), Error);

/// Each item of [`full`] spoiled in turn, so that everything before it has taken effect already.
fn flaws() -> Vec<Flaw> {
	use ForcedOutcome::Rejected;
	use RejectionReason::{InsufficientEquity, MarginRequirement};
	vec![
		("deposit 1", |batch| batch.deposits[0].2 = 11, Error::DepositInsufficient),
		("deposit 2", |batch| batch.deposits[1].2 = 0, Error::ZeroAmount),
		("transfer 1", |batch| batch.transfers[0].0.to = 4, Error::TransferRestricted),
		("transfer 2", |batch| batch.transfers[1].0.nonce = 9, Error::InvalidSignature),
		("settlement 1", |batch| batch.settlements[0].1 = -6, Error::SettlementNotConserving),
		("settlement 2", |batch| batch.settlements[1].0 = 9, Error::PositionKeyMismatch),
		("request 1", |batch| batch.forced[0].0 = UNKNOWN, Error::RequestNotFound),
		("request 2", |batch| batch.forced[1].1 = Rejected(MarginRequirement), Error::InvalidOutcome),
		("request 3", |batch| batch.forced[2].1 = Rejected(InsufficientEquity), Error::RejectionNotJustified),
		("withdrawal 1", |batch| batch.withdrawals[0].2 = 36, Error::InsufficientEquity),
		("withdrawal 2", |batch| batch.withdrawals[1].0 = [7; 32], Error::PositionKeyMismatch),
	]
}

#[test]
fn any_item_that_fails_undoes_the_whole_batch() {
	prepared(|ids| {
		for (item, spoil, error) in flaws() {
			let mut batch = full(ids);
			spoil(&mut batch.0);
			let submit = || dispatch(OPERATOR, batch).map_err(|error| (item, error));
			assert_noop!(submit(), (item, error.into()));
		}
		// None of them left anything behind that stands in the way.
		apply(full(ids));
	});
}
