//! Having a call made later by the scheduler instead of by the timelock.

use super::powers::*;
use crate::attempts::*;
use frame_support::{assert_ok, traits::Hooks};
use frame_system::RawOrigin;
use pallet_scheduler::Call as SchedulerCall;
use pallet_stark_proxy::{types::Role, Call as ProxyCall};
use pallet_timelock::{Origin, TrackId};
use sp_runtime::{DispatchError, DispatchError::BadOrigin, DispatchResult};
use tidepool_integration_tests::{borrowers::*, common::*};
use tidepool_runtime::{Runtime, RuntimeCall, RuntimeEvent, Scheduler, StarkProxy, System};

const LONG: Caller = Caller::Track(TrackId::Long);
type ProxyError = pallet_stark_proxy::Error<Runtime>;

fn schedule(when: u32, call: impl Into<RuntimeCall>) -> RuntimeCall {
	let call = Box::new(call.into());
	SchedulerCall::<Runtime>::schedule { when, maybe_periodic: None, priority: 0, call }.into()
}

/// Lets the Long track schedule `call`, and returns what it resulted in.
fn scheduled_by_long(call: impl Into<RuntimeCall>) -> DispatchResult {
	let when = System::block_number() + 100;
	assert_ok!(try_as(LONG, schedule(when, call)));
	System::set_block_number(when);
	System::reset_events();
	Scheduler::on_initialize(when);
	let result = |event| match event {
		RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { result, .. }) => Some(result),
		_ => None,
	};
	System::events().into_iter().find_map(|record| result(record.event)).expect("the task was due")
}

#[test]
fn only_the_long_track_schedules_and_unschedules() {
	with_pool(|| {
		let call = || Box::new(restrict(A));
		let (maybe_periodic, priority, id) = (None, 0, [1; 32]);
		let when = System::block_number() + 1_000;
		let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: named("Ferdie") };
		assert_ok!(try_as(LONG, schedule(when, recover)));
		let calls: Vec<SchedulerCall<Runtime>> = vec![
			SchedulerCall::schedule { when, maybe_periodic, priority, call: call() },
			SchedulerCall::schedule_after { after: 1, maybe_periodic, priority, call: call() },
			SchedulerCall::schedule_named { id, when, maybe_periodic, priority, call: call() },
			SchedulerCall::schedule_named_after { id, after: 1, maybe_periodic, priority, call: call() },
			SchedulerCall::cancel { when, index: 0 },
			SchedulerCall::set_retry { task: (when, 0), retries: 9, period: 1 },
		];
		for call in calls {
			for caller in everybody_but(&[LONG]) {
				assert_refused(caller, call.clone(), BadOrigin);
			}
		}
		assert_ok!(try_as(LONG, SchedulerCall::<Runtime>::cancel { when, index: 0 }));
	});
}

#[test]
fn a_task_of_the_long_track_acts_as_the_long_track() {
	with_pool(|| {
		let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: named("Ferdie") };
		assert_ok!(scheduled_by_long(recover));
		assert_eq!(StarkProxy::role_members(A, Role::Owner), [named("Ferdie")]);
	});
}

#[test]
fn a_task_of_the_long_track_is_neither_the_short_one_nor_root() {
	with_pool(|| {
		let forge = |origin: tidepool_runtime::OriginCaller| -> RuntimeCall {
			let (as_origin, call) = (Box::new(origin), Box::new(restrict(A)));
			pallet_utility::Call::<Runtime>::dispatch_as { as_origin, call }.into()
		};
		let set_delay = pallet_timelock::Call::<Runtime>::set_delay { track: TrackId::Short, delay: 30 };
		let set_code = frame_system::Call::<Runtime>::set_code_without_checks { code: vec![1] };
		let cases: Vec<(RuntimeCall, DispatchError)> = vec![
			(restrict(A), ProxyError::MissingRole.into()),
			(set_delay.into(), BadOrigin),
			(set_code.into(), BadOrigin),
			(forge(Origin::Track(TrackId::Short).into()), BadOrigin),
			(forge(RawOrigin::Root.into()), BadOrigin),
		];
		for (call, error) in cases {
			assert_eq!(scheduled_by_long(call.clone()), Err(error), "{call:?}");
		}
		assert!(!StarkProxy::is_borrowing_restricted(A));
	});
}
