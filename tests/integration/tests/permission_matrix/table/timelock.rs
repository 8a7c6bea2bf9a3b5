//! The timelock: the council queues and cancels, anyone executes, and only a track itself changes its delay.

use super::super::{
	callers::Caller::{self, *},
	row::{row, Gate::*, Row},
	scenes::SOME_WEIGHT,
	stage::*,
};
use pallet_timelock::{types::OperationId, Call, Error, TrackId};
use tidepool_integration_tests::common::*;
use tidepool_runtime::{Runtime, RuntimeCall, Timelock};

fn queue(track: TrackId) -> RuntimeCall {
	let call = frame_system::Call::<Runtime>::remark { remark: vec![] };
	Call::<Runtime>::queue { track, call: Box::new(call.into()), delay: None }.into()
}

/// One second sooner than the delay of the track.
fn queue_too_soon(track: TrackId) -> RuntimeCall {
	let call = frame_system::Call::<Runtime>::remark { remark: vec![] };
	let delay = Some(Timelock::delay(track) - 1);
	Call::<Runtime>::queue { track, call: Box::new(call.into()), delay }.into()
}

fn queued(track: TrackId) -> OperationId {
	let id = pallet_timelock::NextOperationId::<Runtime>::get();
	act_as(TwoThirds.origin(), queue(track));
	id
}

fn cancel(track: TrackId) -> RuntimeCall {
	Call::<Runtime>::cancel { id: queued(track) }.into()
}

fn set_delay(track: TrackId) -> RuntimeCall {
	Call::<Runtime>::set_delay { track, delay: Timelock::track_parameters(track).min_delay }.into()
}

/// One second below what the track may ever wait.
fn set_delay_too_low(track: TrackId) -> RuntimeCall {
	Call::<Runtime>::set_delay { track, delay: Timelock::track_parameters(track).min_delay - 1 }.into()
}

pub fn rows() -> Vec<Row> {
	const COUNCIL: &[Caller] = &[Majority, TwoThirds];
	let timelock = |call, gate, build| row("Timelock", call, gate, build);
	vec![
		timelock("queue", Origin, |_| queue(TrackId::Instant)).about("on the instant track").by(COUNCIL),
		timelock("queue", Origin, |_| queue(TrackId::Short)).about("on the short track").by(COUNCIL),
		timelock("queue", Origin, |_| queue(TrackId::Long)).about("on the long track").by(&[TwoThirds]),
		timelock("queue", Origin, |_| queue_too_soon(TrackId::Short))
			.about("on the short track, sooner than its delay")
			.by(COUNCIL)
			.ends_in(Error::<Runtime>::DelayTooShort)
			.note("in vain"),
		timelock("queue", Origin, |_| queue_too_soon(TrackId::Long))
			.about("on the long track, sooner than its delay")
			.by(&[TwoThirds])
			.ends_in(Error::<Runtime>::DelayTooShort)
			.note("in vain"),
		timelock("execute", Everybody, |_| {
			let id = queued(TrackId::Short);
			set_time(now() + Timelock::delay(TrackId::Short));
			Call::<Runtime>::execute { id, length_bound: 100, weight_bound: SOME_WEIGHT }.into()
		})
		.note("after the delay, until the operation expires"),
		timelock("cancel", Origin, |_| cancel(TrackId::Instant)).about("on the instant track").by(COUNCIL),
		timelock("cancel", Origin, |_| cancel(TrackId::Short)).about("on the short track").by(COUNCIL),
		timelock("cancel", Origin, |_| cancel(TrackId::Long))
			.about("on the long track")
			.by(COUNCIL)
			.note("a majority stops what two thirds began"),
		timelock("remove_expired", Everybody, |_| {
			let id = queued(TrackId::Instant);
			set_time(now() + Timelock::track_parameters(TrackId::Instant).grace + 1);
			Call::<Runtime>::remove_expired { id }.into()
		})
		.note("once the operation has expired"),
		timelock("set_delay", Origin, |_| set_delay(TrackId::Instant))
			.about("of the instant track")
			.by(&[Instant]),
		timelock("set_delay", Origin, |_| set_delay(TrackId::Short)).about("of the short track").by(&[Short]),
		timelock("set_delay", Origin, |_| set_delay(TrackId::Long)).about("of the long track").by(&[Long]),
		timelock("set_delay", Origin, |_| set_delay_too_low(TrackId::Short))
			.about("of the short track, below its minimum")
			.by(&[Short])
			.ends_in(Error::<Runtime>::DelayOutOfBounds)
			.note("in vain"),
		timelock("set_delay", Origin, |_| set_delay_too_low(TrackId::Long))
			.about("of the long track, below its minimum")
			.by(&[Long])
			.ends_in(Error::<Runtime>::DelayOutOfBounds)
			.note("in vain"),
	]
}
