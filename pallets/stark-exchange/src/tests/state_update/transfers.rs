//! Part 2: transfers that are carried out, and how often.

use super::*;
use crate::{messages::transfer_id, UsedTransfers};

const COUNTS: [u32; 5] = [0, 1, 0, 0, 0];

#[test]
fn a_transfer_moves_equity_once() {
	with_equity(100, 50, || {
		let order = order(SECRET_A, SECRET_B, 30);
		assert!(!StarkExchange::is_transfer_used(transfer_id(&order)));
		let events = apply(batch().transfer(SECRET_A, order));
		assert_eq!(events, [transferred(SECRET_A, SECRET_B, 30), updated(COUNTS)]);
		assert_eq!((equities(), totals()), ((70, 80), [0, 150, 0]));
		assert_eq!(UsedTransfers::<Test>::get(transfer_id(&order)), Some(order.expiration));
		refuse(batch().transfer(SECRET_A, order), Error::TransferReplayed);
		pass(DAY);
		refuse(batch().transfer(SECRET_A, order), Error::TransferReplayed);
	});
}

#[test]
fn a_batch_carries_out_a_transfer_once() {
	with_equity(100, 50, || {
		let order = order(SECRET_A, SECRET_B, 30);
		refuse(batch().transfer(SECRET_A, order).transfer(SECRET_A, order), Error::TransferReplayed);
		// Another nonce makes another transfer.
		let again = TransferOrder { nonce: 2, ..order };
		let events = apply(batch().transfer(SECRET_A, order).transfer(SECRET_A, again));
		let moved = transferred(SECRET_A, SECRET_B, 30);
		assert_eq!(events, [moved.clone(), moved, updated([0, 2, 0, 0, 0])]);
		assert_eq!(equities(), (40, 110));
	});
}

#[test]
fn a_refused_transfer_is_not_used_up() {
	with_equity(100, 50, || {
		let order = order(SECRET_A, SECRET_B, 101);
		refuse(batch().transfer(SECRET_A, order), Error::InsufficientEquity);
		raise(ALICE, SECRET_A, 1);
		apply(batch().transfer(SECRET_A, order));
		assert_eq!(equities(), (0, 151));
	});
}

#[test]
fn all_equity_can_be_transferred_but_no_more() {
	with_equity(100, 50, || {
		for amount in [101, u64::MAX] {
			let order = order(SECRET_A, SECRET_B, amount);
			refuse(batch().transfer(SECRET_A, order), Error::InsufficientEquity);
		}
		apply(batch().transfer(SECRET_A, order(SECRET_A, SECRET_B, 99)));
		apply(batch().transfer(SECRET_A, order(SECRET_A, SECRET_B, 1)));
		assert_eq!(equities(), (0, 150));
	});
}

#[test]
fn the_recipient_stays_within_64_bits() {
	with_equity(100, u64::MAX - 10, || {
		let too_much = order(SECRET_A, SECRET_B, 11);
		refuse(batch().transfer(SECRET_A, too_much), Error::QuantizationOverflow);
		apply(batch().transfer(SECRET_A, order(SECRET_A, SECRET_B, 10)));
		assert_eq!((equities(), totals()), ((90, u64::MAX), [0, u128::from(u64::MAX) + 90, 0]));
	});
}

#[test]
fn keys_of_one_account_transfer_to_each_other() {
	with_equity(100, 50, || {
		register(ALICE, SECRET_C);
		apply(batch().transfer(SECRET_A, order(SECRET_A, SECRET_C, 30)));
		assert_eq!((equity(SECRET_A), equity(SECRET_C)), (70, 30));
	});
}

#[test]
fn each_transfer_starts_from_what_the_one_before_left() {
	with_equity(100, 0, || {
		register(CAROL, SECRET_C);
		let (first, second) = (order(SECRET_A, SECRET_B, 80), order(SECRET_B, SECRET_C, 60));
		refuse(batch().transfer(SECRET_B, second).transfer(SECRET_A, first), Error::InsufficientEquity);
		let events = apply(batch().transfer(SECRET_A, first).transfer(SECRET_B, second));
		assert_eq!(
			events,
			[
				transferred(SECRET_A, SECRET_B, 80),
				transferred(SECRET_B, SECRET_C, 60),
				updated([0, 2, 0, 0, 0])
			]
		);
		assert_eq!((equities(), equity(SECRET_C)), ((20, 20), 60));
	});
}

#[test]
fn a_transfer_is_carried_out_until_its_expiration_by_the_time_of_the_batch() {
	// The chain is ahead of the batch, behind it, or as old.
	for time in [START - LAG + 1, START, START + LEAD - 1] {
		for (expiration, in_time) in
			[(time - 1, false), (time, true), (time + VALIDITY, true), (time + VALIDITY + 1, false)]
		{
			with_equity(0, 0, || {
				deposit(ALICE, SECRET_A, 100);
				let order = TransferOrder { expiration, ..order(SECRET_A, SECRET_B, 30) };
				let batch = batch().system_time(time).deposit(SECRET_A, 100).transfer(SECRET_A, order);
				if in_time {
					apply(batch);
					assert_eq!(equities(), (70, 30));
				} else {
					refuse(batch, Error::TransferExpired);
				}
			});
		}
	}
}

#[test]
fn times_without_end_are_no_expiration() {
	with_equity(100, 0, || {
		for expiration in [0, u64::MAX] {
			let order = TransferOrder { expiration, ..order(SECRET_A, SECRET_B, 30) };
			refuse(batch().transfer(SECRET_A, order), Error::TransferExpired);
		}
	});
}
