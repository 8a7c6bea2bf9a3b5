//! Forced trades of the owner: when they can be submitted (specification, section 8.6).

use super::{situations::*, support::info, trade_support::*};
use crate::{mock::*, types::QueuedTrade, QueuedForcedTrades};
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::ForcedTradeArgs;

#[test]
fn a_queued_trade_tells_when_it_can_be_submitted() {
	with_queued(|args, t0| {
		let args_hash = hash_of(&args);
		let (executable_from, expires_at) = (t0 + 7 * DAY, t0 + 14 * DAY);
		let queued = Event::ForcedTradeQueued { proxy: A, args, args_hash, executable_from, expires_at };
		assert_eq!(proxy_events(), [queued]);
		assert_eq!(StarkProxy::queued_forced_trade(A, args_hash), Some(QueuedTrade { args, queued_at: t0 }));
		assert_eq!(info(A).queued_trades, 1);
		assert_eq!(open_trade(&args), None);
	});
}

#[test]
fn a_trade_can_be_submitted_from_the_seventh_day_to_the_fourteenth() {
	let refusals = [
		(0, Error::ForcedTradeWaiting),
		(1, Error::ForcedTradeWaiting),
		(7 * DAY - 1, Error::ForcedTradeWaiting),
		(14 * DAY + 1, Error::ForcedTradeExpired),
		(59 * DAY, Error::ForcedTradeExpired),
	];
	for (elapsed, refusal) in refusals {
		with_queued(|args, t0| {
			set_time(t0 + elapsed);
			assert_noop!(submit(&args), refusal);
			assert_eq!(queued_at(&args), Some(t0));
		});
	}
	for elapsed in [7 * DAY, 7 * DAY + 1, 10 * DAY, 14 * DAY - 1, 14 * DAY] {
		with_queued(|args, t0| {
			set_time(t0 + elapsed);
			proxy_events();
			assert_ok!(submit(&args));
			assert_eq!(
				proxy_events(),
				[Event::ForcedTradeRequested {
					proxy: A,
					key: args.key_a,
					position: args.position_a,
					args_hash: hash_of(&args),
					by_guardian: false
				}]
			);
			assert_eq!((queued_at(&args), info(A).queued_trades), (None, 0));
			assert_eq!(
				open_trade(&args),
				Some(false),
				"the owner's trades are not bound to reduce positions"
			);
		});
	}
}

#[test]
fn a_trade_is_submitted_once() {
	with_queued(|args, t0| {
		set_time(t0 + 7 * DAY);
		assert_ok!(submit(&args));
		assert_noop!(submit(&args), Error::ForcedTradeNotQueued);
		// Queued again, it waits again, and then the exchange knows it.
		assert_ok!(queue(&args));
		set_time(t0 + 14 * DAY);
		assert_noop!(submit(&args), ExchangeError::TradeReplayed);
		assert_eq!(queued_at(&args), Some(t0 + 7 * DAY));
	});
}

#[test]
fn only_the_trade_that_was_queued_can_be_submitted() {
	with_queued(|args, t0| {
		set_time(t0 + 7 * DAY);
		let second = registered(A, 2);
		let others = [
			ForcedTradeArgs { key_a: second.0, ..args },
			ForcedTradeArgs { key_b: second.0, ..args },
			ForcedTradeArgs { position_a: second.1, ..args },
			ForcedTradeArgs { position_b: second.1, ..args },
			ForcedTradeArgs { synthetic_asset_id: args.synthetic_asset_id + 1, ..args },
			ForcedTradeArgs { amount_collateral: args.amount_collateral + 1, ..args },
			ForcedTradeArgs { amount_synthetic: args.amount_synthetic + 1, ..args },
			ForcedTradeArgs { a_is_buying_synthetic: !args.a_is_buying_synthetic, ..args },
			ForcedTradeArgs { submission_expiration: args.submission_expiration + 1, ..args },
			ForcedTradeArgs { nonce: args.nonce + 1, ..args },
		];
		for other in others {
			assert_noop!(submit(&other), Error::ForcedTradeNotQueued);
		}
		assert_ok!(submit(&args));
	});
}

#[test]
fn a_submission_has_an_order_of_checks() {
	with_queued(|args, t0| {
		let (key, bad) = (args.key_a, consent(&args, 1));
		let submit_badly = |args| StarkProxy::forced_trade_request(owner(A), A, args, bad);
		let unknown = ForcedTradeArgs { nonce: 1, ..args };
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, key));
		assert_noop!(submit_badly(unknown), Error::StarkKeyNotAllowed);
		assert_noop!(submit_badly(args), Error::StarkKeyNotAllowed);
		assert_ok!(StarkProxy::allow_stark_key(owner(A), A, key));
		assert_noop!(submit_badly(unknown), Error::ForcedTradeNotQueued);
		assert_noop!(submit_badly(args), Error::ForcedTradeWaiting);
		set_time(t0 + 14 * DAY + 1);
		assert_noop!(submit_badly(args), Error::ForcedTradeExpired);
		set_time(t0 + 14 * DAY);
		assert_noop!(submit_badly(args), ExchangeError::InvalidSignature);
		assert_ok!(submit(&args));
	});
}

#[test]
fn the_key_must_be_allowed_at_submission_too() {
	with_queued(|args, t0| {
		set_time(t0 + 7 * DAY);
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, args.key_a));
		assert_noop!(submit(&args), Error::StarkKeyNotAllowed);
		// The entry stays; allowed again, the key can be used.
		assert_eq!(queued_at(&args), Some(t0));
		assert_ok!(StarkProxy::allow_stark_key(owner(A), A, args.key_a));
		assert_ok!(submit(&args));
	});
}

#[test]
fn what_the_exchange_rejects_stays_queued() {
	with_queued(|args, t0| {
		set_time(t0 + 7 * DAY);
		for number in [1, 2] {
			let forged = consent(&args, number);
			let refused = StarkProxy::forced_trade_request(owner(A), A, args, forged);
			assert_noop!(refused, ExchangeError::InvalidSignature);
		}
		assert_eq!((queued_at(&args), info(A).queued_trades), (Some(t0), 1));
		assert_ok!(submit(&args));
	});
}

#[test]
fn a_frozen_exchange_keeps_trades_queued() {
	with_queued(|args, t0| {
		borrow(A, 1);
		move_to_exchange(A, (args.key_a, args.position_a), 1);
		freeze((args.key_a, args.position_a));
		assert_noop!(submit(&args), ExchangeError::Frozen);
		assert_eq!(queued_at(&args), Some(t0));
		assert_ok!(queue(&args));
		assert_eq!(queued_at(&args), Some(t0 + 7 * DAY));
	});
}

#[test]
fn a_trade_that_expires_on_the_exchange_first_can_no_longer_be_submitted() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let args = ForcedTradeArgs { submission_expiration: now() + 7 * DAY, ..trade(a, b) };
		assert_ok!(queue(&args));
		pass(7 * DAY + 1);
		assert_noop!(submit(&args), ExchangeError::TradeExpired);
		set_time(args.submission_expiration);
		assert_ok!(submit(&args));
	});
}

#[test]
fn a_trade_of_one_proxy_is_none_of_another() {
	with_queued(|args, t0| {
		set_time(t0 + 7 * DAY);
		registered(B, 2);
		let by_b = StarkProxy::forced_trade_request(owner(B), B, args, consent(&args, PARTY_B));
		assert_noop!(by_b, Error::StarkKeyNotAllowed);
		assert_noop!(
			StarkProxy::unqueue_forced_trade_request(owner(B), B, hash_of(&args)),
			Error::ForcedTradeNotQueued
		);
		assert!(!QueuedForcedTrades::<Test>::contains_key(B, hash_of(&args)));
	});
}
