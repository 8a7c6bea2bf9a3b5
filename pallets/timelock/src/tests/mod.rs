//! Tests of the pallet, one file per topic.

use crate::{mock::*, types::OperationId, Origin, TrackId};
use frame_support::{dispatch::DispatchResult, weights::Weight};
use sp_runtime::DispatchError;
use tidepool_primitives::Seconds;
use TrackId::{Instant, Long, Short};

mod bounds;
mod cancel;
mod dispatch_origin;
mod execute;
mod failures;
mod genesis;
mod integrity;
mod origins;
mod preimages;
mod properties;
mod queries;
mod queue;
mod reentrancy;
mod remove_expired;
mod set_delay;
mod shared_preimages;
mod try_state;
mod unreadable;
mod weights;

/// The origin of a track, which nothing but `execute` makes outside of the tests.
fn from_track(track: TrackId) -> RuntimeOrigin {
	Origin::Track(track).into()
}

/// Everybody who is no part of the council.
fn outsiders() -> Vec<RuntimeOrigin> {
	let mut list = vec![RuntimeOrigin::root(), RuntimeOrigin::none(), signed(PASSERBY), signed(MINORITY)];
	for track in TrackId::ALL {
		list.push(from_track(track));
		list.push(signed(Timelock::track_account(track)));
	}
	list
}

/// Everybody who does not sign.
fn unsigned() -> Vec<RuntimeOrigin> {
	let unsigned = [RuntimeOrigin::root(), RuntimeOrigin::none()];
	unsigned.into_iter().chain(TrackId::ALL.map(from_track)).collect()
}

/// `Queued`, for an operation that was queued at `queued_at`.
fn queued(id: OperationId, track: TrackId, call: &RuntimeCall, eta: Seconds) -> Event {
	Event::Queued { id, track, call_hash: hash(call), eta, expires_at: eta + GRACE }
}

/// `ExecutionFailed`.
fn failed(id: OperationId, error: impl Into<DispatchError>) -> Event {
	Event::ExecutionFailed { id, error: error.into() }
}

/// An operation of `track` sets the delay of that track, and two thirds of the council wait for it.
#[track_caller]
fn change_delay(track: TrackId, delay: Seconds) {
	let id = queue(track, set_delay(track, delay));
	wait_for(id);
	execute(id);
	assert_eq!(Timelock::delay(track), delay);
}

/// A call of `set_delay`.
fn set_delay(track: TrackId, delay: Seconds) -> RuntimeCall {
	crate::Call::<Test>::set_delay { track, delay }.into()
}

/// A call of `execute` for as much as it may cost.
fn execution(id: OperationId) -> RuntimeCall {
	crate::Call::<Test>::execute { id, length_bound: u32::MAX, weight_bound: Weight::MAX }.into()
}

fn remove_expired(id: OperationId) -> DispatchResult {
	Timelock::remove_expired(signed(PASSERBY), id)
}
