//! Forced trades as several tests need them.

use super::situations::On;
use crate::mock::*;
use frame_support::{assert_ok, dispatch::DispatchResult};
use pallet_stark_exchange::types::RequestKind;
use sp_core::H256;
use tidepool_primitives::{ForcedTradeArgs, Seconds};

/// Number of the key that consents to the forced trades of the tests.
pub(super) const PARTY_B: u8 = 9;

/// A position of A, and one of a stranger that trades with it.
#[track_caller]
pub(super) fn traders() -> (On, On) {
	let traders = (registered(A, 1), registered_to(&STRANGER, PARTY_B));
	proxy_events();
	traders
}

/// The owner of A queues a trade.
pub(super) fn queue(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::queue_forced_trade_request(owner(A), A, *args).map(|_| ()).map_err(|refusal| refusal.error)
}

/// The owner of A submits a trade with the consent of party B.
pub(super) fn submit(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::forced_trade_request(owner(A), A, *args, consent(args, PARTY_B))
}

/// What a trade of A is identified by.
pub(super) fn hash_of(args: &ForcedTradeArgs) -> H256 {
	StarkProxy::forced_trade_args_hash(A, *args)
}

/// The forced trade that is open on the exchange, and whether it may only reduce positions.
pub(super) fn open_trade(args: &ForcedTradeArgs) -> Option<bool> {
	let request = StarkExchange::forced_request(StarkExchange::forced_trade_id(*args))?;
	match request.kind {
		RequestKind::Trade { args: open, reduce_only } => {
			assert_eq!(open, *args);
			Some(reduce_only)
		},
		RequestKind::Withdrawal { .. } => None,
	}
}

/// The owner of A drops a trade.
pub(super) fn unqueue(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::unqueue_forced_trade_request(owner(A), A, hash_of(args))
}

/// The veto guardian stops trades of A.
pub(super) fn veto(trades: &[ForcedTradeArgs]) -> DispatchResult {
	let hashes = trades.iter().map(hash_of).collect::<Vec<_>>().try_into().expect("few");
	StarkProxy::guardian_veto_forced_trade_requests(veto_guardian(), A, hashes)
}

/// Whether a trade of A waits.
pub(super) fn is_queued(args: &ForcedTradeArgs) -> bool {
	StarkProxy::queued_forced_trade(A, hash_of(args)).is_some()
}

/// `ForcedTradeQueued` at the present.
pub(super) fn queued(args: &ForcedTradeArgs) -> Event {
	Event::ForcedTradeQueued {
		proxy: A,
		args: *args,
		args_hash: hash_of(args),
		executable_from: now() + 7 * DAY,
		expires_at: now() + 14 * DAY,
	}
}

/// `ForcedTradeUnqueued`.
pub(super) fn unqueued(args: &ForcedTradeArgs) -> Event {
	Event::ForcedTradeUnqueued { proxy: A, args_hash: hash_of(args) }
}

/// Five trades of A that differ in their nonces, and the present.
pub(super) fn with_trades(test: impl FnOnce([ForcedTradeArgs; 5], Seconds)) {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let args = trade(a, b);
		test([0, 1, 2, 3, 4].map(|nonce| ForcedTradeArgs { nonce, ..args }), now());
	});
}

/// When a trade of A was queued, if it waits.
pub(super) fn queued_at(args: &ForcedTradeArgs) -> Option<Seconds> {
	let trade = StarkProxy::queued_forced_trade(A, hash_of(args))?;
	assert_eq!(trade.args, *args);
	Some(trade.queued_at)
}

/// A queued trade of A, and when it was queued.
pub(super) fn with_queued(test: impl FnOnce(ForcedTradeArgs, Seconds)) {
	with_trades(|[args, ..], now| {
		assert_ok!(queue(&args));
		test(args, now);
	});
}
