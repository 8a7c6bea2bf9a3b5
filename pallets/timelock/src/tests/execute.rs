//! Execution in time (specification, section 4.3).

use super::*;
use crate::mock::probe::{Attempt, Caller};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn an_operation_is_executed_and_closed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, act(7));
		wait_for(id);
		timelock_events();
		execute(id);
		assert_eq!(timelock_events(), [Event::Executed { id }]);
		assert_eq!(done(), [7]);
		assert!(!is_open(id));
	});
}

#[test]
fn both_ends_of_the_window_belong_to_it() {
	for (track, delay) in [(Short, 2 * DAY), (Long, 7 * DAY)] {
		let (eta, expires_at) = (START + delay, START + delay + 7 * DAY);
		for (now, expected) in [
			(START, Err(Error::TooEarly)),
			(eta - 1, Err(Error::TooEarly)),
			(eta, Ok(())),
			(eta + 1, Ok(())),
			(expires_at - 1, Ok(())),
			(expires_at, Ok(())),
			(expires_at + 1, Err(Error::Expired)),
			(Seconds::MAX / 1_000, Err(Error::Expired)),
		] {
			ExtBuilder::default().build_and_execute(|| {
				let id = queue(track, act(0));
				set_time(now);
				match expected {
					Ok(()) => {
						execute(id);
						assert!(!is_open(id));
					},
					Err(error) => {
						assert_noop!(try_execute(id), error);
						assert_eq!(attempts(), []);
					},
				}
			});
		}
	}
}

#[test]
fn a_second_is_over_when_it_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, act(0));
		let (eta, expires_at) = window(id);
		pallet_timestamp::Now::<Test>::put(eta * 1_000 - 1);
		assert_noop!(try_execute(id), Error::TooEarly);
		pallet_timestamp::Now::<Test>::put((expires_at + 1) * 1_000);
		assert_noop!(try_execute(id), Error::Expired);
		pallet_timestamp::Now::<Test>::put((expires_at + 1) * 1_000 - 1);
		execute(id);
	});
}

#[test]
fn the_instant_track_does_not_wait_unless_told_to() {
	ExtBuilder::default().build_and_execute(|| {
		execute(queue(Instant, act(1)));
		assert_ok!(try_queue(MAJORITY, Instant, act(2), Some(1)));
		assert_noop!(try_execute(1), Error::TooEarly);
		set_time(START + 1);
		execute(1);
		assert_eq!(done(), [1, 2]);
	});
}

#[test]
fn anybody_who_signs_executes() {
	ExtBuilder::default().build_and_execute(|| {
		for signer in [PASSERBY, UPLOADER, MINORITY, MAJORITY, Timelock::track_account(Short)] {
			let id = queue(Instant, act(0));
			assert_ok!(Timelock::execute(signed(signer), id, u32::MAX, Weight::MAX));
			assert!(!is_open(id));
		}
		assert_eq!(done().len(), 5);
	});
}

#[test]
fn nobody_executes_without_a_signature() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(0));
		for origin in unsigned() {
			assert_noop!(Timelock::execute(origin, id, u32::MAX, Weight::MAX), BadOrigin);
		}
	});
}

#[test]
fn the_call_is_made_by_the_track() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			let id = queue(track, act(id_of(track)));
			wait_for(id);
			execute(id);
			let by = Caller::Track(track);
			let now = pallet_timestamp::Now::<Test>::get() / 1_000;
			assert_eq!(attempts().last(), Some(&Attempt { label: id_of(track), now, by }));
		}
		assert_eq!(done(), [0, 1, 2]);
	});
}

fn id_of(track: TrackId) -> u32 {
	TrackId::ALL.iter().position(|other| *other == track).unwrap() as u32
}

#[test]
fn an_operation_that_does_not_exist_cannot_be_executed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(try_execute(0), Error::OperationNotFound);
		queue(Instant, act(0));
		assert_noop!(try_execute(1), Error::OperationNotFound);
		assert_noop!(try_execute(u32::MAX), Error::OperationNotFound);
	});
}

#[test]
fn an_operation_succeeds_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Instant, act(0));
		execute(id);
		assert_noop!(try_execute(id), Error::OperationNotFound);
		cancel(queue(Instant, act(1)));
		assert_noop!(try_execute(1), Error::OperationNotFound);
		assert_eq!(done(), [0]);
	});
}

#[test]
fn an_operation_keeps_its_delay_when_the_track_gets_a_longer_one() {
	ExtBuilder::default().build_and_execute(|| {
		let change = queue(Short, set_delay(Short, 3 * DAY));
		set_time(START + DAY);
		let waiting = queue(Short, act(7));
		wait_for(change);
		execute(change);
		assert_eq!(window(waiting), (START + 3 * DAY, START + 10 * DAY));
		set_time(START + 3 * DAY - 1);
		assert_noop!(try_execute(waiting), Error::TooEarly);
		set_time(START + 3 * DAY);
		execute(waiting);
		assert_eq!(done(), [7]);
	});
}

#[test]
fn an_operation_keeps_its_delay_when_the_track_gets_a_shorter_one() {
	ExtBuilder::default().build_and_execute(|| {
		let change = queue(Short, set_delay(Short, DAY));
		set_time(START + 2 * DAY - 1);
		let waiting = queue(Short, act(7));
		wait_for(change);
		execute(change);
		set_time(START + 4 * DAY - 2);
		assert_noop!(try_execute(waiting), Error::TooEarly);
		set_time(START + 4 * DAY - 1);
		execute(waiting);
	});
}

#[test]
fn operations_are_executed_in_any_order() {
	ExtBuilder::default().build_and_execute(|| {
		for label in 0..4 {
			queue(Short, act(label));
		}
		wait_for(0);
		for id in [2, 0, 3, 1] {
			execute(id);
		}
		assert_eq!(done(), [2, 0, 3, 1]);
	});
}
