//! Part 2: who may transfer, and with whose signature.

use super::*;

/// Alice's position 1, Bob's position 2 and the proxy's position 3, with equity each.
fn with_proxy(test: impl FnOnce()) {
	with_equity(100, 50, || {
		join(PROXY, SECRET_P, 70);
		test();
	});
}

#[test]
fn restricted_accounts_neither_send_nor_receive() {
	with_proxy(|| {
		let (incoming, outgoing) = (order(SECRET_A, SECRET_P, 1), order(SECRET_P, SECRET_A, 1));
		refuse(batch().transfer(SECRET_A, incoming), Error::TransferRestricted);
		refuse(batch().transfer(SECRET_P, outgoing), Error::TransferRestricted);
		let between = order(SECRET_A, SECRET_B, 1);
		refuse(batch().transfer(SECRET_A, between).transfer(SECRET_A, incoming), Error::TransferRestricted);
		// Between ordinary users it works, once.
		apply(batch().transfer(SECRET_A, between));
		refuse(batch().transfer(SECRET_A, between), Error::TransferReplayed);
		assert_eq!((equities(), equity(SECRET_P)), ((99, 51), 70));
	});
}

#[test]
fn the_restriction_covers_every_key_of_the_account_and_transfers_among_them() {
	with_proxy(|| {
		register(PROXY, SECRET_C);
		refuse(batch().transfer(SECRET_P, order(SECRET_P, SECRET_C, 1)), Error::TransferRestricted);
		refuse(batch().transfer(SECRET_A, order(SECRET_A, SECRET_C, 1)), Error::TransferRestricted);
	});
}

#[test]
fn the_restriction_counts_at_the_time_of_the_batch() {
	with_proxy(|| {
		let (first, second) = (order(SECRET_A, SECRET_P, 1), order(SECRET_P, SECRET_A, 2));
		restrict(PROXY, false);
		apply(batch().transfer(SECRET_A, first));
		restrict(PROXY, true);
		refuse(batch().transfer(SECRET_P, second), Error::TransferRestricted);
		restrict(ALICE, true);
		restrict(PROXY, false);
		refuse(batch().transfer(SECRET_P, second), Error::TransferRestricted);
		restrict(ALICE, false);
		apply(batch().transfer(SECRET_P, second));
		assert_eq!((equity(SECRET_A), equity(SECRET_P)), (101, 69));
	});
}

#[test]
fn a_transfer_of_nothing_or_to_itself_is_refused() {
	with_equity(100, 50, || {
		refuse(batch().transfer(SECRET_A, order(SECRET_A, SECRET_B, 0)), Error::ZeroAmount);
		refuse(batch().transfer(SECRET_A, order(SECRET_A, SECRET_A, 1)), Error::SamePosition);
	});
}

#[test]
fn both_positions_must_exist() {
	with_equity(100, 50, || {
		let order = order(SECRET_A, SECRET_B, 1);
		for unknown in [0, 3, u64::MAX] {
			let to = TransferOrder { to: unknown, ..order };
			refuse(batch().transfer(SECRET_A, to), Error::PositionKeyMismatch);
			let from = TransferOrder { from: unknown, ..order };
			refuse(batch().transfer(SECRET_A, from), Error::PositionKeyMismatch);
		}
	});
}

#[test]
fn the_sender_signs_the_whole_order() {
	with_equity(100, 50, || {
		register(CAROL, SECRET_C);
		let order = order(SECRET_A, SECRET_B, 30);
		let signature = sign_transfer(SECRET_A, &order);
		for changed in [
			TransferOrder { from: position(SECRET_C), ..order },
			TransferOrder { to: position(SECRET_C), ..order },
			TransferOrder { amount: 31, ..order },
			TransferOrder { nonce: 2, ..order },
			TransferOrder { expiration: order.expiration + 1, ..order },
		] {
			refuse(batch().transfer_signed(changed, signature), Error::InvalidSignature);
		}
		apply(batch().transfer_signed(order, signature));
	});
}

#[test]
fn nobody_else_signs_for_the_sender() {
	with_equity(100, 50, || {
		// Alice's second key is no better than a stranger's.
		register(ALICE, SECRET_C);
		let order = order(SECRET_A, SECRET_B, 30);
		for secret in [SECRET_B, SECRET_C] {
			refuse(batch().transfer(secret, order), Error::InvalidSignature);
		}
		let mut signature = sign_transfer(SECRET_A, &order);
		signature.s[31] ^= 1;
		refuse(batch().transfer_signed(order, signature), Error::InvalidSignature);
	});
}

#[test]
fn a_signature_counts_on_its_own_chain_only() {
	with_equity(100, 50, || {
		let order = order(SECRET_A, SECRET_B, 30);
		let genesis = |hash| frame_system::BlockHash::<Test>::insert(0, hash);
		genesis(H256([0x12; 32]));
		let signature = sign_transfer(SECRET_A, &order);
		genesis(GENESIS_HASH);
		refuse(batch().transfer_signed(order, signature), Error::InvalidSignature);
		apply(batch().transfer(SECRET_A, order));
	});
}

#[test]
fn the_checks_have_an_order() {
	with_proxy(|| {
		let done = order(SECRET_A, SECRET_B, 100);
		apply(batch().transfer(SECRET_A, done));
		let forged = sign_transfer(SECRET_B, &done);
		let refused = |order, error| refuse(batch().transfer_signed(order, forged), error);
		let (unknown, proxy) = (99, position(SECRET_P));
		let wrong = TransferOrder { from: unknown, to: unknown, amount: 0, nonce: 1, expiration: 0 };
		refused(wrong, Error::ZeroAmount);
		let wrong = TransferOrder { amount: 100, ..wrong };
		refused(wrong, Error::PositionKeyMismatch);
		let wrong = TransferOrder { from: proxy, to: proxy, ..wrong };
		refused(wrong, Error::SamePosition);
		let wrong = TransferOrder { to: position(SECRET_B), ..wrong };
		refused(wrong, Error::TransferRestricted);
		let wrong = TransferOrder { from: position(SECRET_A), ..wrong };
		refused(wrong, Error::TransferExpired);
		let wrong = TransferOrder { expiration: done.expiration, ..wrong };
		assert_eq!(wrong, done);
		refused(wrong, Error::TransferReplayed);
		let wrong = TransferOrder { nonce: 2, ..wrong };
		refused(wrong, Error::InvalidSignature);
		refuse(batch().transfer(SECRET_A, wrong), Error::InsufficientEquity);
	});
}
