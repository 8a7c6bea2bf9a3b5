//! Traps around keys, deposits and forced requests.

use super::super::{situations::*, support::info, trade_support::*};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use pallet_stark_exchange::{signature::digest, signing, types::TransferOrder};
use tidepool_primitives::{ForcedTradeArgs, StarkKey};

/// T4: a deposit to a wrong position is refused, and one that the operator does not accept comes back.
#[test]
fn t4_no_deposit_gets_stuck() {
	ExtBuilder::default().build_and_execute(|| {
		let (on, other) = (registered(A, 1), registered(A, 2));
		borrow(A, 100);
		let wrong = StarkProxy::deposit_to_exchange(owner(A), A, on.0, other.1, 100);
		assert_noop!(wrong, ExchangeError::PositionKeyMismatch);
		deposit(A, on, 100);
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, on.0, on.1));
		pass(2 * DAY);
		assert_ok!(StarkProxy::deposit_reclaim(owner(A), A, on.0, on.1));
		assert_eq!(token(A), 100);
	});
}

/// T5: a small number or the proxy's own account does not pass as a registered key.
#[test]
fn t5_only_registered_keys_count() {
	ExtBuilder::default().build_and_execute(|| {
		let signature = registration(&proxy_account(A), 1);
		let small_numbers = (0..20u8).map(|number| {
			let mut key = [0; 32];
			key[31] = number;
			key
		});
		let own_account: StarkKey = proxy_account(A).into();
		for key in small_numbers.chain([own_account, [0xff; 32]]) {
			assert_eq!(StarkExchange::account_of_key(key), None);
			assert_noop!(StarkProxy::allow_stark_key(owner(A), A, key), Error::StarkKeyNotRegistered);
			assert_noop!(
				StarkProxy::withdraw_from_exchange(owner(A), A, key),
				Error::StarkKeyNotOwnedByProxy
			);
			let register = StarkProxy::register_user_on_exchange(owner(A), A, key, signature);
			assert!(register.is_err(), "{key:?}");
		}
	});
}

/// T13: the queue is bounded, entries are checked when they come, and old ones make room.
#[test]
fn t13_the_queue_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let args = |nonce| ForcedTradeArgs { nonce, ..trade(a, b) };
		let queue = |args| StarkProxy::queue_forced_trade_request(owner(A), A, args);
		for nonce in 0..3 {
			assert_ok!(queue(args(nonce)));
		}
		assert_noop!(queue(args(3)), Error::TooManyQueuedForcedTrades);
		pass(14 * DAY + 1);
		assert_ok!(queue(args(3)));
		assert_eq!(info(A).queued_trades, 1);
	});
}

/// T14: a trade that expires before it could be submitted is useless.
#[test]
fn t14_a_trade_outlives_its_waiting_period() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let args = |submission_expiration| ForcedTradeArgs { submission_expiration, ..trade(a, b) };
		let queue = |args| StarkProxy::queue_forced_trade_request(owner(A), A, args);
		assert_noop!(queue(args(now() + 7 * DAY - 1)), Error::ForcedTradeExpiresTooEarly);
		assert_ok!(queue(args(now() + 7 * DAY)));
	});
}

/// T16: the promise that the guardian's trades only reduce positions is passed on to the operator.
#[test]
fn t16_the_exchange_knows_which_trades_may_only_reduce() {
	in_debt(1, 0, |on| {
		let by_guardian = trade(on, registered_to(&STRANGER, PARTY_B));
		let by_owner = ForcedTradeArgs { nonce: 1, ..by_guardian };
		let signature = consent(&by_guardian, PARTY_B);
		assert_ok!(StarkProxy::guardian_forced_trade_request(guardian(), A, by_guardian, signature));
		assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, by_owner));
		pass(7 * DAY);
		let signature = consent(&by_owner, PARTY_B);
		assert_ok!(StarkProxy::forced_trade_request(owner(A), A, by_owner, signature));
		assert_eq!((open_trade(&by_guardian), open_trade(&by_owner)), (Some(true), Some(false)));
	});
}

/// T20: a key that was disallowed, for instance because its secret leaked, must not keep money from coming home.
#[test]
fn t20_a_disallowed_key_brings_money_home() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		let (key, position) = on;
		borrow(A, 100);
		move_to_exchange(A, on, 60);
		deposit(A, on, 40);
		credit(on, 60);
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, key));
		assert_ok!(StarkProxy::withdraw_from_exchange(owner(A), A, key));
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, key, position));
		pass(2 * DAY);
		assert_ok!(StarkProxy::deposit_reclaim(owner(A), A, key, position));
		assert_eq!(token(A), 100);
	});
}

/// T21: what came home is what the exchange says, not what the balance suggests.
#[test]
fn t21_the_exchange_tells_what_came_home() {
	ExtBuilder::default().build_and_execute(|| {
		Quantum::set(10);
		let on = registered(A, 1);
		let (key, position) = on;
		borrow(A, 400);
		move_to_exchange(A, on, 30);
		deposit(A, on, 10);
		credit(on, 30);
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, key, position));
		pass(2 * DAY);
		give(&proxy_account(A), 7);
		proxy_events();
		assert_ok!(StarkProxy::withdraw_from_exchange(owner(A), A, key));
		assert_ok!(StarkProxy::deposit_reclaim(owner(A), A, key, position));
		assert_eq!(
			proxy_events(),
			[
				Event::WithdrewFromExchange { proxy: A, key, amount: 300, by_guardian: false },
				Event::DepositReclaimed { proxy: A, key, position, amount: 100, by_guardian: false },
			]
		);
		assert_eq!(token(A), 407);
	});
}

/// T23: what is lent must not leave by a transfer on the exchange, whatever its operator agrees to.
#[test]
fn t23_positions_of_proxies_neither_send_nor_receive_transfers() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = (registered(A, 1), registered(B, 2));
		let (stranger, other) = (registered_to(&STRANGER, 3), registered_to(&OTHER_STRANGER, 4));
		borrow(A, 100);
		move_to_exchange(A, a, 100);
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), stranger.0, stranger.1, 100));
		accept(stranger, 100);
		let transfer = |from: (On, u8), to: On| {
			let expiration = now() + DAY;
			let order = TransferOrder { from: from.0 .1, to: to.1, amount: 10, nonce: 1, expiration };
			let message = digest(&StarkExchange::transfer_message(order));
			let last = StarkExchange::last_state();
			let batch = Batch {
				batch_id: last.batch_id + 1,
				previous_state_root: last.state_root,
				system_time: now(),
				transfers: vec![(order, signing::sign(&secret(from.1), &message))].try_into().expect("one"),
				..Default::default()
			};
			StarkExchange::update_state(signed(&OPERATOR), batch)
		};
		assert_noop!(transfer((a, 1), stranger), ExchangeError::TransferRestricted);
		assert_noop!(transfer((stranger, 3), a), ExchangeError::TransferRestricted);
		assert_noop!(transfer((a, 1), b), ExchangeError::TransferRestricted);
		assert_ok!(transfer((stranger, 3), other));
	});
}

/// Not among the traps of the original, whose party B consents by its account.
#[test]
fn a_stranger_cannot_force_a_trade_on_a_proxy_by_the_signature_of_its_key() {
	ExtBuilder::default().build_and_execute(|| {
		let of_proxy = registered(A, 1);
		let of_stranger = registered_to(&STRANGER, 2);
		let args = trade(of_stranger, of_proxy);
		frame_support::assert_noop!(
			StarkExchange::forced_trade_request(signed(&STRANGER), args, consent(&args, 1), false),
			ExchangeError::TransferRestricted
		);
	});
}
