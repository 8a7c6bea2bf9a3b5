//! The queue of forced trades: how entries come, wait anew and go (specification, section 8.6; departure D12).

use super::{situations::*, support::info};
use crate::{mock::*, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::H256;
use tidepool_primitives::{ForcedTradeArgs, Seconds};

fn queue(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::queue_forced_trade_request(owner(A), A, *args).map(|_| ()).map_err(|refusal| refusal.error)
}

fn submit(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::forced_trade_request(owner(A), A, *args, consent(args, PARTY_B))
}

fn hash_of(args: &ForcedTradeArgs) -> H256 {
	StarkProxy::forced_trade_args_hash(A, *args)
}

fn unqueue(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::unqueue_forced_trade_request(owner(A), A, hash_of(args))
}

fn veto(trades: &[ForcedTradeArgs]) -> DispatchResult {
	let hashes = trades.iter().map(hash_of).collect::<Vec<_>>().try_into().expect("few");
	StarkProxy::guardian_veto_forced_trade_requests(veto_guardian(), A, hashes)
}

fn is_queued(args: &ForcedTradeArgs) -> bool {
	StarkProxy::queued_forced_trade(A, hash_of(args)).is_some()
}

/// `ForcedTradeQueued` at the present.
fn queued(args: &ForcedTradeArgs) -> Event {
	Event::ForcedTradeQueued {
		proxy: A,
		args: *args,
		args_hash: hash_of(args),
		executable_from: now() + 7 * DAY,
		expires_at: now() + 14 * DAY,
	}
}

/// `ForcedTradeUnqueued`.
fn unqueued(args: &ForcedTradeArgs) -> Event {
	Event::ForcedTradeUnqueued { proxy: A, args_hash: hash_of(args) }
}

/// Five trades of A that differ in their nonces, and the present.
fn with_trades(test: impl FnOnce([ForcedTradeArgs; 5], Seconds)) {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let args = trade(a, b);
		test([0, 1, 2, 3, 4].map(|nonce| ForcedTradeArgs { nonce, ..args }), now());
	});
}

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
