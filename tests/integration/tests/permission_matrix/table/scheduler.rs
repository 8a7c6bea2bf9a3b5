//! The scheduler: the long track alone, for what is scheduled escapes those who cancel operations.

use super::super::{
	callers::Caller::*,
	row::{row, Build, Gate::*, Row},
	stage::*,
};
use pallet_scheduler::Call;
use pallet_timelock::TrackId;
use tidepool_runtime::{Runtime, RuntimeCall};

const BLOCK: u32 = 10_000;
const NAME: [u8; 32] = [7; 32];

fn remark() -> Box<RuntimeCall> {
	Box::new(frame_system::Call::<Runtime>::remark { remark: vec![] }.into())
}

/// The long track has scheduled something.
fn task() {
	let schedule =
		Call::<Runtime>::schedule { when: BLOCK, maybe_periodic: None, priority: 0, call: remark() };
	rule(TrackId::Long, schedule);
}

fn named_task() {
	let schedule = Call::<Runtime>::schedule_named {
		id: NAME,
		when: BLOCK,
		maybe_periodic: None,
		priority: 0,
		call: remark(),
	};
	rule(TrackId::Long, schedule);
}

fn retried() {
	task();
	rule(TrackId::Long, Call::<Runtime>::set_retry { task: (BLOCK, 0), retries: 1, period: 1 });
}

fn named_retried() {
	named_task();
	rule(TrackId::Long, Call::<Runtime>::set_retry_named { id: NAME, retries: 1, period: 1 });
}

pub fn rows() -> Vec<Row> {
	let scheduler = |call, build: Build| row("Scheduler", call, Origin, build).by(&[Long]);
	vec![
		scheduler("schedule", |_| {
			Call::<Runtime>::schedule { when: BLOCK, maybe_periodic: None, priority: 0, call: remark() }
				.into()
		})
		.note("the call acts as the track; the long track is not root then"),
		scheduler("cancel", |_| {
			task();
			Call::<Runtime>::cancel { when: BLOCK, index: 0 }.into()
		}),
		scheduler("schedule_named", |_| {
			Call::<Runtime>::schedule_named {
				id: NAME,
				when: BLOCK,
				maybe_periodic: None,
				priority: 0,
				call: remark(),
			}
			.into()
		}),
		scheduler("cancel_named", |_| {
			named_task();
			Call::<Runtime>::cancel_named { id: NAME }.into()
		}),
		scheduler("schedule_after", |_| {
			Call::<Runtime>::schedule_after {
				after: BLOCK,
				maybe_periodic: None,
				priority: 0,
				call: remark(),
			}
			.into()
		}),
		scheduler("schedule_named_after", |_| {
			Call::<Runtime>::schedule_named_after {
				id: NAME,
				after: BLOCK,
				maybe_periodic: None,
				priority: 0,
				call: remark(),
			}
			.into()
		}),
		scheduler("set_retry", |_| {
			task();
			Call::<Runtime>::set_retry { task: (BLOCK, 0), retries: 1, period: 1 }.into()
		}),
		scheduler("set_retry_named", |_| {
			named_task();
			Call::<Runtime>::set_retry_named { id: NAME, retries: 1, period: 1 }.into()
		}),
		scheduler("cancel_retry", |_| {
			retried();
			Call::<Runtime>::cancel_retry { task: (BLOCK, 0) }.into()
		}),
		scheduler("cancel_retry_named", |_| {
			named_retried();
			Call::<Runtime>::cancel_retry_named { id: NAME }.into()
		}),
	]
}
