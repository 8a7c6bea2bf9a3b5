//! A queue of forced trades that is full (specification, section 8.6).

use super::{support::info, trade_support::*};
use crate::{mock::*, WeightInfo};
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::ForcedTradeArgs;

#[test]
fn a_full_queue_takes_no_other_trade_until_one_has_gone() {
	with_trades(|[first, second, third, fourth, _], _| {
		for args in [first, second, third] {
			assert_ok!(queue(&args));
		}
		assert_noop!(queue(&fourth), Error::TooManyQueuedForcedTrades);
		// One that is queued already needs no room.
		assert_ok!(queue(&second));
		assert_eq!(info(A).queued_trades, 3);
		assert_ok!(unqueue(&second));
		assert_ok!(queue(&fourth));
		assert_noop!(queue(&second), Error::TooManyQueuedForcedTrades);
		assert_ok!(veto(&[first]));
		assert_ok!(queue(&second));
		assert_eq!(info(A).queued_trades, 3);
	});
}

#[test]
fn a_full_queue_drops_what_has_expired_and_nothing_else() {
	with_trades(|[first, second, third, fourth, fifth], t0| {
		assert_ok!(queue(&first));
		assert_ok!(queue(&second));
		set_time(t0 + 1);
		assert_ok!(queue(&third));
		// In their last second the first two can still be submitted.
		set_time(t0 + 14 * DAY);
		assert_noop!(queue(&fourth), Error::TooManyQueuedForcedTrades);
		set_time(t0 + 14 * DAY + 1);
		proxy_events();
		assert_ok!(queue(&fourth));
		let mut events = proxy_events();
		assert_eq!(events.pop(), Some(queued(&fourth)));
		assert_eq!(events.len(), 2);
		assert!([first, second].iter().all(|args| events.contains(&unqueued(args))));
		assert_eq!([first, second, third, fourth].map(|args| is_queued(&args)), [false, false, true, true]);
		assert_eq!(info(A).queued_trades, 2);
		// The one that stayed can be submitted in its last second.
		assert_ok!(submit(&third));
		assert_ok!(queue(&fifth));
	});
}

#[test]
fn a_queue_with_room_drops_nothing() {
	with_trades(|[first, second, third, _, _], t0| {
		assert_ok!(queue(&first));
		assert_ok!(queue(&second));
		set_time(t0 + 14 * DAY + 1);
		proxy_events();
		assert_ok!(queue(&third));
		assert_eq!(proxy_events(), [queued(&third)]);
		assert!(is_queued(&first) && is_queued(&second));
	});
}

#[test]
fn queueing_an_expired_trade_again_drops_no_other_from_a_full_queue() {
	with_trades(|[first, second, third, _, _], t0| {
		for args in [first, second, third] {
			assert_ok!(queue(&args));
		}
		set_time(t0 + 14 * DAY + 1);
		proxy_events();
		assert_ok!(queue(&second));
		assert_eq!(proxy_events(), [queued(&second)]);
		assert_eq!(info(A).queued_trades, 3);
	});
}

#[test]
fn each_proxy_has_a_queue_of_its_own() {
	with_trades(|[first, second, third, fourth, _], _| {
		for args in [first, second, third] {
			assert_ok!(queue(&args));
		}
		let (key_a, position_a) = registered(B, 2);
		let args = ForcedTradeArgs { key_a, position_a, ..fourth };
		assert_ok!(StarkProxy::queue_forced_trade_request(owner(B), B, args));
		assert_eq!((info(A).queued_trades, info(B).queued_trades), (3, 1));
	});
}

#[test]
fn the_fee_depends_on_whether_the_queue_was_searched() {
	with_trades(|[first, second, third, fourth, _], t0| {
		let weight_of = |args| {
			let info = StarkProxy::queue_forced_trade_request(owner(A), A, args).expect("there is room");
			info.actual_weight
		};
		for args in [first, second, third, third] {
			assert_eq!(weight_of(args), Some(TestWeights::queue_forced_trade_request()));
		}
		set_time(t0 + 14 * DAY + 1);
		assert_eq!(weight_of(fourth), None, "the fee for a full queue");
	});
}
