//! Operations that act on the timelock themselves. In the mock, the Long track can act as anybody.

use super::*;
use crate::{NextOperationId, Operations};
use sp_runtime::DispatchError::BadOrigin;

/// Queues `call` on the Long track, made by `account`, with a delay that is over.
#[track_caller]
fn ready(account: AccountId, call: RuntimeCall) -> OperationId {
	ready_on(Long, acting_as(account, call))
}

#[track_caller]
fn ready_on(track: TrackId, call: RuntimeCall) -> OperationId {
	let now = pallet_timestamp::Now::<Test>::get() / 1_000;
	set_time(now - Timelock::delay(track));
	let id = queue(track, call);
	set_time(now);
	id
}

/// Runs `test` late enough for [`ready`].
fn late(test: impl FnOnce()) {
	ExtBuilder::default().start(START + 100 * DAY).build_and_execute(test);
}

fn cancellation(id: OperationId) -> RuntimeCall {
	crate::Call::<Test>::cancel { id }.into()
}

fn queueing(track: TrackId, call: RuntimeCall) -> RuntimeCall {
	crate::Call::<Test>::queue { track, call: Box::new(call), delay: None }.into()
}

/// Executes `id` and returns the events of the timelock.
#[track_caller]
fn run(id: OperationId) -> Vec<Event> {
	timelock_events();
	execute(id);
	timelock_events()
}

#[test]
fn an_operation_does_not_find_itself() {
	late(|| {
		let id = NextOperationId::<Test>::get();
		let not_found = Error::OperationNotFound;
		assert_eq!(ready(PASSERBY, execution(id)), id);
		assert_eq!(run(id), [failed(id, not_found)]);
		let id = id + 1;
		assert_eq!(ready(MAJORITY, cancellation(id)), id);
		assert_eq!(run(id), [failed(id, Error::OperationNotFound)]);
		assert!(is_open(0) && is_open(1));
	});
}

#[test]
fn an_operation_that_executes_itself_and_does_not_mind_acts_once() {
	late(|| {
		let id = NextOperationId::<Test>::get();
		let calls = vec![act(7), execution(id)];
		let batch = pallet_utility::Call::<Test>::force_batch { calls }.into();
		ready(PASSERBY, batch);
		assert_eq!(run(id), [Event::Executed { id }]);
		assert_eq!(done(), [7]);
	});
}

#[test]
fn an_operation_can_execute_another_one() {
	late(|| {
		let other = ready_on(Short, long_act(7));
		let id = ready(PASSERBY, execution(other));
		assert_eq!(run(id), [Event::Executed { id: other }, Event::Executed { id }]);
		assert_eq!((done(), preimage(&long_act(7))), (vec![7], (0, false)));
		assert_eq!(Operations::<Test>::count(), 0);
	});
}

#[test]
fn the_rules_hold_for_the_other_one() {
	late(|| {
		let waiting = queue(Short, act(7));
		let id = ready(PASSERBY, execution(waiting));
		assert_eq!(run(id), [failed(id, Error::TooEarly)]);
		assert_eq!(attempts(), []);
	});
}

#[test]
fn the_other_one_stays_when_the_first_fails_afterwards() {
	late(|| {
		let other = ready_on(Short, long_act(7));
		let before = Operations::<Test>::get(other);
		let id = ready(PASSERBY, batch_all(vec![execution(other), rule()]));
		assert_eq!(run(id), [failed(id, BadOrigin)]);
		assert_eq!(Operations::<Test>::get(other), before);
		assert_eq!((done(), preimage(&long_act(7))), (vec![], (1, true)));
		assert_eq!(Operations::<Test>::count(), 2);
		// What was undone has not happened, so it can still happen once.
		assert_eq!(run(other), [Event::Executed { id: other }]);
		assert_eq!(done(), [7]);
	});
}

#[test]
fn the_first_succeeds_when_the_other_one_fails() {
	late(|| {
		set_broken(true);
		let other = ready_on(Short, act(7));
		let id = ready(PASSERBY, execution(other));
		assert_eq!(run(id), [failed(other, probe::Error::<Test>::Broken), Event::Executed { id }]);
		assert!(is_open(other) && !is_open(id));
	});
}

#[test]
fn of_two_operations_that_execute_each_other_one_remains() {
	late(|| {
		let (first, second) = (0, 1);
		ready(PASSERBY, execution(second));
		ready(PASSERBY, execution(first));
		// The second does not find the first any more.
		let events = [failed(second, Error::OperationNotFound), Event::Executed { id: first }];
		assert_eq!(run(first), events);
		assert!(!is_open(first) && is_open(second));
	});
}

#[test]
fn an_operation_can_cancel_another_one() {
	late(|| {
		let other = queue(Short, long_act(7));
		let id = ready(MAJORITY, cancellation(other));
		assert_eq!(run(id), [Event::Cancelled { id: other }, Event::Executed { id }]);
		assert_eq!(preimage(&long_act(7)), (0, false));
	});
}

#[test]
fn an_operation_takes_the_room_of_its_own() {
	late(|| {
		MaxOpenOperations::set(1);
		let id = ready(TWO_THIRDS, queueing(Instant, act(7)));
		let next = id + 1;
		let now = START + 100 * DAY;
		assert_eq!(run(id), [queued(next, Instant, &act(7), now), Event::Executed { id }]);
		assert_eq!(Operations::<Test>::count(), 1);
	});
}

#[test]
fn there_is_no_room_for_two_in_the_place_of_one() {
	late(|| {
		MaxOpenOperations::set(1);
		let twice = batch_all(vec![queueing(Instant, act(7)), queueing(Instant, act(8))]);
		let id = ready(TWO_THIRDS, twice);
		assert_eq!(run(id), [failed(id, Error::TooManyOperations)]);
		assert_eq!((Operations::<Test>::count(), NextOperationId::<Test>::get()), (1, id + 1));
		assert!(is_open(id));
	});
}

#[test]
fn what_a_failed_operation_queued_is_not_queued() {
	late(|| {
		let id = ready(TWO_THIRDS, batch_all(vec![queueing(Instant, long_act(7)), rule()]));
		assert_eq!(run(id), [failed(id, BadOrigin)]);
		assert_eq!((Operations::<Test>::count(), NextOperationId::<Test>::get()), (1, id + 1));
		assert_eq!(preimage(&long_act(7)), (0, false));
	});
}

#[test]
fn queueing_the_call_of_another_operation_counts_for_itself() {
	late(|| {
		let other = queue(Short, long_act(7));
		let id = ready(TWO_THIRDS, queueing(Short, long_act(7)));
		execute(id);
		assert_eq!(preimage(&long_act(7)), (2, true));
		cancel(other);
		assert_eq!(preimage(&long_act(7)), (1, true));
		cancel(id + 1);
		assert_eq!(preimage(&long_act(7)), (0, false));
	});
}

#[test]
fn an_operation_on_the_instant_track_can_be_queued_and_executed_within_another_one() {
	late(|| {
		let next = NextOperationId::<Test>::get() + 1;
		let both = batch_all(vec![queueing(Instant, act(7)), execution(next)]);
		let id = ready(TWO_THIRDS, both);
		execute(id);
		assert_eq!((done(), Operations::<Test>::count()), (vec![7], 0));
	});
}
