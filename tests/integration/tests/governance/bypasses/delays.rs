//! Making the delays shorter.

use super::powers::restrict;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin;
use pallet_timelock::{Call as TimelockCall, TrackId};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};
use tidepool_integration_tests::{borrowers::*, common::*, council::*, production::*};
use tidepool_runtime::{Runtime, RuntimeCall, Timelock};

const SHORT: Caller = Caller::Track(TrackId::Short);
type Error = pallet_timelock::Error<Runtime>;

fn set_delay(track: TrackId, delay: u64) -> RuntimeCall {
	TimelockCall::<Runtime>::set_delay { track, delay }.into()
}

/// A majority queues on the Short track, all members on the Long one.
fn queue_after(track: TrackId, delay: u64) -> DispatchResult {
	let call = Box::new(restrict(A));
	carry(&TimelockCall::<Runtime>::queue { track, call, delay: Some(delay) }.into(), 5)
}

#[test]
fn only_a_track_itself_sets_its_delay() {
	on_development_chain(|| {
		for (track, delay) in [(TrackId::Instant, 1), (TrackId::Short, 30), (TrackId::Long, 120)] {
			for caller in everybody_but(&[Caller::Track(track)]) {
				assert_refused(caller, set_delay(track, delay), BadOrigin);
			}
			assert_noop!(dispatch_with(RawOrigin::Root.into(), set_delay(track, delay)), BadOrigin);
			probe(|| assert_eq!(try_as(Caller::Track(track), set_delay(track, delay)), Ok(())));
		}
	});
}

#[test]
fn no_delay_falls_below_the_hard_minimum() {
	on_production_chain(|| {
		for (track, least, most) in [(TrackId::Short, DAY, 7 * DAY), (TrackId::Long, 5 * DAY, 21 * DAY)] {
			for delay in [0, least - 1, most + 1, u64::MAX] {
				assert_refused(Caller::Track(track), set_delay(track, delay), Error::DelayOutOfBounds);
				let nested = batch_all(vec![set_delay(track, least), set_delay(track, delay)]);
				assert_refused(Caller::Track(track), nested, Error::DelayOutOfBounds);
			}
			assert_ok!(try_as(Caller::Track(track), set_delay(track, least)));
			assert_eq!(Timelock::delay(track), least);
			assert_eq!(queue_after(track, least - 1), Err(Error::DelayTooShort.into()));
			assert_ok!(queue_after(track, least));
		}
	});
}

#[test]
fn a_lower_delay_does_not_apply_to_what_waits() {
	with_production_pool(|| {
		let lower = queue(TrackId::Short, set_delay(TrackId::Short, DAY));
		set_time(now() + 2 * DAY);
		let waiting = queue(TrackId::Short, restrict(A));
		assert_eq!(outcome(lower), Ok(()));
		set_time(now() + 2 * DAY - 1);
		assert_noop!(execute(waiting), Error::TooEarly);
		set_time(now() + 1);
		assert_eq!(outcome(waiting), Ok(()));
	});
}

#[test]
fn lowering_the_delay_first_is_no_faster() {
	with_production_pool(|| {
		let start = now();
		let direct = queue(TrackId::Short, restrict(A));
		assert_ok!(try_as(SHORT, set_delay(TrackId::Short, DAY)));
		let detour = queue(TrackId::Short, restrict(A));
		let eta = |id| Timelock::operation(id).expect("queued").eta - start;
		assert_eq!((eta(direct), eta(detour)), (2 * DAY, 3 * DAY));
	});
}

#[test]
fn a_batch_cannot_lower_the_delay_of_its_own_calls() {
	with_production_pool(|| {
		let calls = vec![set_delay(TrackId::Short, DAY), restrict(A)];
		let id = queue(TrackId::Short, batch_all(calls));
		for wait in [DAY, DAY - 1] {
			set_time(now() + wait);
			assert_noop!(execute(id), Error::TooEarly);
		}
		set_time(now() + 1);
		assert_eq!(outcome(id), Ok(()));
	});
}

#[test]
fn nothing_is_queued_with_a_shorter_delay_than_the_track_has_now() {
	with_production_pool(|| {
		for (track, current, most) in [(TrackId::Short, 2 * DAY, 7 * DAY), (TrackId::Long, 7 * DAY, 21 * DAY)]
		{
			for delay in [0, 1, current - 1] {
				assert_eq!(queue_after(track, delay), Err(Error::DelayTooShort.into()));
			}
			assert_eq!(queue_after(track, most + 1), Err(Error::DelayTooLong.into()));
			assert_ok!(queue_after(track, current));
			assert_ok!(queue_after(track, most));
		}
		assert_ok!(try_as(SHORT, set_delay(TrackId::Short, 3 * DAY)));
		assert_eq!(queue_after(TrackId::Short, 2 * DAY), Err(Error::DelayTooShort.into()));
	});
}
