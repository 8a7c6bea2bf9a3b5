//! The queue of forced trades: how entries come, wait anew and go (specification, section 8.6; departure D12).

use super::{support::info, trade_support::*};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::{ForcedTradeArgs, Seconds};

#[test]
fn queueing_has_an_order_of_checks() {
	with_trades(|[args, second, third, fourth, _], t0| {
		let early = ForcedTradeArgs { submission_expiration: t0 + 7 * DAY - 1, ..fourth };
		for args in [args, second, third] {
			assert_ok!(queue(&args));
		}
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, args.key_a));
		assert_noop!(queue(&early), Error::StarkKeyNotAllowed);
		assert_ok!(StarkProxy::allow_stark_key(owner(A), A, args.key_a));
		assert_noop!(queue(&early), Error::ForcedTradeExpiresTooEarly);
		assert_noop!(queue(&fourth), Error::TooManyQueuedForcedTrades);
	});
}

#[test]
fn only_an_allowed_key_can_be_traded_with() {
	with_trades(|[args, ..], _| {
		let others = [registered(B, 2).0, register(A, 3).0, key(4), args.key_b];
		for key_a in others {
			assert_noop!(queue(&ForcedTradeArgs { key_a, ..args }), Error::StarkKeyNotAllowed);
		}
		// What concerns the exchange alone is judged when the trade is submitted.
		let nonsense = ForcedTradeArgs { key_b: [0; 32], position_a: 999, amount_collateral: 0, ..args };
		assert_ok!(queue(&nonsense));
	});
}

#[test]
fn a_trade_must_outlive_its_waiting_period() {
	with_trades(|[args, ..], t0| {
		for expiration in [0, t0, t0 + 7 * DAY - 1] {
			let args = ForcedTradeArgs { submission_expiration: expiration, ..args };
			assert_noop!(queue(&args), Error::ForcedTradeExpiresTooEarly);
		}
		for expiration in [t0 + 7 * DAY, t0 + 7 * DAY + 1, Seconds::MAX] {
			assert_ok!(queue(&ForcedTradeArgs { submission_expiration: expiration, ..args }));
		}
		// The first of them can be submitted in exactly one second.
		let args = ForcedTradeArgs { submission_expiration: t0 + 7 * DAY, ..args };
		set_time(t0 + 7 * DAY);
		assert_ok!(submit(&args));
	});
}

#[test]
fn queueing_again_starts_the_waiting_period_again() {
	with_trades(|[args, ..], t0| {
		assert_ok!(queue(&args));
		set_time(t0 + 6 * DAY);
		proxy_events();
		assert_ok!(queue(&args));
		assert_eq!(proxy_events(), [queued(&args)]);
		assert_eq!(info(A).queued_trades, 1);
		set_time(t0 + 7 * DAY);
		assert_noop!(submit(&args), Error::ForcedTradeWaiting);
		set_time(t0 + 13 * DAY - 1);
		assert_noop!(submit(&args), Error::ForcedTradeWaiting);
		set_time(t0 + 20 * DAY + 1);
		assert_noop!(submit(&args), Error::ForcedTradeExpired);
		set_time(t0 + 13 * DAY);
		assert_ok!(submit(&args));
	});
}

#[test]
fn an_expired_trade_can_be_queued_again() {
	with_trades(|[args, ..], t0| {
		assert_ok!(queue(&args));
		set_time(t0 + 20 * DAY);
		assert_noop!(submit(&args), Error::ForcedTradeExpired);
		assert_ok!(queue(&args));
		assert_noop!(submit(&args), Error::ForcedTradeWaiting);
		set_time(t0 + 27 * DAY);
		assert_ok!(submit(&args));
	});
}

#[test]
fn a_vetoed_trade_can_be_queued_again_and_vetoed_again() {
	with_trades(|[args, ..], t0| {
		assert_ok!(queue(&args));
		set_time(t0 + 7 * DAY);
		assert_ok!(veto(&[args]));
		assert_noop!(submit(&args), Error::ForcedTradeNotQueued);
		proxy_events();
		assert_ok!(queue(&args));
		assert_eq!(proxy_events(), [queued(&args)]);
		assert_noop!(submit(&args), Error::ForcedTradeWaiting);
		set_time(t0 + 14 * DAY);
		assert_ok!(veto(&[args]));
		assert_noop!(submit(&args), Error::ForcedTradeNotQueued);
		assert_ok!(queue(&args));
		set_time(t0 + 21 * DAY);
		assert_ok!(submit(&args));
		assert_eq!(info(A).queued_trades, 0);
	});
}

#[test]
fn an_owner_drops_a_queued_trade() {
	with_trades(|[args, other, ..], _| {
		assert_noop!(unqueue(&args), Error::ForcedTradeNotQueued);
		assert_ok!(queue(&args));
		assert_ok!(queue(&other));
		proxy_events();
		assert_ok!(unqueue(&args));
		assert_eq!(proxy_events(), [unqueued(&args)]);
		assert_eq!((is_queued(&args), is_queued(&other), info(A).queued_trades), (false, true, 1));
		assert_noop!(unqueue(&args), Error::ForcedTradeNotQueued);
		// Its key need not be allowed for that.
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, other.key_a));
		assert_ok!(unqueue(&other));
		assert_eq!(info(A).queued_trades, 0);
	});
}
