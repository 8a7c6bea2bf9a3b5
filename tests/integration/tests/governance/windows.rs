//! When an operation can be executed, with the delays of production: the first and the last second, and the ones next to
//! them.

use crate::{attempts::*, bypasses::powers::restrict};
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::{Call as TimelockCall, Event, TrackId};
use tidepool_integration_tests::{borrowers::*, common::*, council::*, production::*};
use tidepool_runtime::{Runtime, RuntimeCall, System, Timelock};

type Error = pallet_timelock::Error<Runtime>;

/// Something that each track may do as often as it likes.
fn own_call(track: TrackId) -> RuntimeCall {
	let delay = Timelock::delay(track);
	TimelockCall::<Runtime>::set_delay { track, delay }.into()
}

#[test]
fn both_ends_of_the_window_belong_to_it() {
	on_production_chain(|| {
		for (track, delay) in [(TrackId::Short, 2 * DAY), (TrackId::Long, 7 * DAY)] {
			let (early, late, missed) =
				(queue(track, own_call(track)), queue(track, own_call(track)), queue(track, own_call(track)));
			let (eta, expires_at) = (now() + delay, now() + delay + 7 * DAY);
			let operation = Timelock::operation(early).expect("queued");
			assert_eq!((operation.eta, operation.expires_at), (eta, expires_at));

			set_time(eta - 1);
			assert_noop!(execute(early), Error::TooEarly);
			set_time(eta);
			assert_eq!(outcome(early), Ok(()));
			set_time(expires_at);
			assert_eq!(outcome(late), Ok(()));
			set_time(expires_at + 1);
			assert_noop!(execute(missed), Error::Expired);
			assert_ok!(attempt(&named("Ferdie"), TimelockCall::<Runtime>::remove_expired { id: missed }));
			System::assert_last_event(Event::<Runtime>::ExpiredRemoved { id: missed }.into());
		}
	});
}

#[test]
fn the_instant_track_acts_in_the_block_of_the_decision_and_for_a_week() {
	on_production_chain(|| {
		let track = TrackId::Instant;
		let (at_once, late, missed) =
			(queue(track, own_call(track)), queue(track, own_call(track)), queue(track, own_call(track)));
		assert_eq!(outcome(at_once), Ok(()));
		set_time(now() + 7 * DAY);
		assert_eq!(outcome(late), Ok(()));
		set_time(now() + 1);
		assert_noop!(execute(missed), Error::Expired);
	});
}

#[test]
fn an_operation_keeps_its_time_when_the_delay_rises() {
	with_production_pool(|| {
		let raise = TimelockCall::<Runtime>::set_delay { track: TrackId::Short, delay: 3 * DAY };
		let raise = queue(TrackId::Short, raise);
		set_time(now() + 2 * DAY);
		let waiting = queue(TrackId::Short, restrict(A));
		assert_eq!(outcome(raise), Ok(()));
		set_time(now() + 2 * DAY - 1);
		assert_noop!(execute(waiting), Error::TooEarly);
		set_time(now() + 1);
		assert_eq!(outcome(waiting), Ok(()));
		let next = queue(TrackId::Short, restrict(A));
		assert_eq!(Timelock::operation(next).expect("queued").eta, now() + 3 * DAY);
	});
}

#[test]
fn a_delay_of_its_own_moves_the_whole_window() {
	with_production_pool(|| {
		let id = queue_with_delay(TrackId::Short, restrict(A), Some(7 * DAY));
		let (eta, expires_at) = (now() + 7 * DAY, now() + 14 * DAY);
		set_time(eta - 1);
		assert_noop!(execute(id), Error::TooEarly);
		set_time(expires_at);
		assert_eq!(outcome(id), Ok(()));
	});
}

/// What fails is tried again within the window, and not after it.
#[test]
fn a_failed_operation_is_tried_again_until_it_expires() {
	with_production_pool(|| {
		let repay = ProxyCall::<Runtime>::guardian_repay_borrow { proxy: A, max_amount: u128::MAX };
		let (retried, missed) = (queue(TrackId::Short, repay.clone()), queue(TrackId::Short, repay));
		let expires_at = Timelock::operation(retried).expect("queued").expires_at;
		let nothing = pallet_stark_proxy::Error::<Runtime>::NothingToRepay;
		set_time(now() + 2 * DAY);
		assert_operation_refused(retried, nothing);
		borrow(A, usdc(100));
		set_time(expires_at);
		assert_eq!(outcome(retried), Ok(()));
		borrow(A, usdc(100));
		set_time(expires_at + 1);
		assert_noop!(execute(missed), Error::Expired);
	});
}
