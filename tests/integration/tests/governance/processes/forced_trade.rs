//! Process 4: a suspicious forced trade.

use super::reports;
use crate::{attempts::*, bypasses::powers::*};
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::{Call as ProxyCall, Event as ProxyEvent};
use pallet_timelock::TrackId;
use sp_core::H256;
use sp_runtime::DispatchResult;
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*, production::*};
use tidepool_primitives::ForcedTradeArgs;
use tidepool_runtime::{Runtime, StarkExchange, StarkProxy, System};

type Error = pallet_stark_proxy::Error<Runtime>;

/// The owner queues a trade that gives money to an accomplice.
fn queue_trade(args: ForcedTradeArgs) -> H256 {
	System::reset_events();
	assert_ok!(act(A, ProxyCall::queue_forced_trade_request { proxy: A, args }));
	let args_hash = StarkProxy::forced_trade_args_hash(A, args);
	let (executable_from, expires_at) = (now() + 7 * DAY, now() + 14 * DAY);
	let queued = ProxyEvent::ForcedTradeQueued { proxy: A, args, args_hash, executable_from, expires_at };
	assert_eq!(reports(), [queued]);
	args_hash
}

fn force(args: ForcedTradeArgs) -> DispatchResult {
	act(A, ProxyCall::forced_trade_request { proxy: A, args, signature: consent(2, args) })
}

#[test]
fn a_trade_is_vetoed_at_once_or_in_the_last_second() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		let place = registered(A, 1);
		move_to_exchange(A, place, usdc(400_000) as u64);
		let accomplice = registered_to(&named("Dave"), 2);
		let args = trade(place, accomplice, now() + 60 * DAY);

		for wait in [0, 7 * DAY - 1] {
			let args_hash = queue_trade(args);
			set_time(now() + wait);
			assert_noop!(force(args), Error::ForcedTradeWaiting);
			let id = queue(TrackId::Instant, veto(A, args_hash));
			assert_eq!(outcome(id), Ok(()));
			assert_eq!(reports(), [ProxyEvent::ForcedTradeVetoed { proxy: A, args_hash }]);
			set_time(now() + 7 * DAY);
			assert_noop!(force(args), Error::ForcedTradeNotQueued);
		}
		assert_eq!(StarkProxy::exchange_exposure(A).equity, usdc(400_000));
		assert!(StarkExchange::forced_request(StarkExchange::forced_trade_id(args)).is_none());
	});
}

/// A trade that nobody objects to goes through after seven days: the wait is for the veto.
#[test]
fn without_a_veto_it_is_requested_after_seven_days() {
	with_production_pool(|| {
		borrow(A, usdc(1_000));
		let place = registered(A, 1);
		move_to_exchange(A, place, usdc(1_000) as u64);
		let args = trade(place, registered_to(&named("Dave"), 2), now() + 60 * DAY);
		let args_hash = queue_trade(args);
		set_time(now() + 7 * DAY);
		System::reset_events();
		assert_ok!(force(args));
		let (key, position) = place;
		let requested =
			ProxyEvent::ForcedTradeRequested { proxy: A, key, position, args_hash, by_guardian: false };
		assert_eq!(reports(), [requested]);
		// Too late for a veto, which finds nothing and fails nothing.
		let id = queue(TrackId::Instant, veto(A, args_hash));
		assert_eq!(outcome(id), Ok(()));
		assert_eq!(reports(), []);
		assert!(StarkExchange::forced_request(StarkExchange::forced_trade_id(args)).is_some());
	});
}
