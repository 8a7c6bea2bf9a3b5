//! Queueing (specification, section 4.3).

use super::*;
use crate::{types::Operation, NextOperationId, Operations};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::Bounded};
use sp_runtime::{
	ArithmeticError,
	DispatchError::{BadOrigin, Exhausted},
};

#[test]
fn an_operation_is_stored_and_reported() {
	ExtBuilder::default().build_and_execute(|| {
		let call = act(7);
		assert_ok!(try_queue(MAJORITY, Short, call.clone(), Some(3 * DAY)));
		let eta = START + 3 * DAY;
		assert_eq!(timelock_events(), [queued(0, Short, &call, eta)]);
		let operation = Operations::<Test>::get(0).unwrap();
		let inline = Bounded::Inline(call.encode().try_into().unwrap());
		let (queued_at, expires_at) = (START, eta + 7 * DAY);
		assert_eq!(
			operation,
			Operation { track: Short, call: inline, call_hash: hash(&call), queued_at, eta, expires_at }
		);
		assert_eq!(NextOperationId::<Test>::get(), 1);
		assert_eq!(attempts(), []);
	});
}

#[test]
fn without_a_wish_the_delay_of_the_track_applies() {
	ExtBuilder::default().build_and_execute(|| {
		for (id, track, delay) in [(0, Instant, 0), (1, Short, 2 * DAY), (2, Long, 7 * DAY)] {
			queue(track, act(0));
			assert_eq!(window(id), (START + delay, START + delay + 7 * DAY));
		}
	});
}

#[test]
fn a_delay_lies_between_that_of_the_track_and_its_maximum() {
	ExtBuilder::default().build_and_execute(|| {
		for (track, least, most) in [(Instant, 0, DAY), (Short, 2 * DAY, 7 * DAY), (Long, 7 * DAY, 21 * DAY)]
		{
			for delay in [least, least + 1, most - 1, most] {
				let id = NextOperationId::<Test>::get();
				assert_ok!(try_queue(TWO_THIRDS, track, act(0), Some(delay)));
				assert_eq!(window(id).0, START + delay);
			}
			let with = |delay| try_queue(TWO_THIRDS, track, act(0), Some(delay));
			assert_noop!(with(most + 1), Error::DelayTooLong);
			assert_noop!(with(Seconds::MAX), Error::DelayTooLong);
			if least > 0 {
				assert_noop!(with(least - 1), Error::DelayTooShort);
				assert_noop!(with(0), Error::DelayTooShort);
			}
		}
	});
}

#[test]
fn the_least_delay_is_the_present_one_of_the_track() {
	ExtBuilder::default().build_and_execute(|| {
		change_delay(Short, 3 * DAY);
		assert_noop!(try_queue(MAJORITY, Short, act(0), Some(3 * DAY - 1)), Error::DelayTooShort);
		assert_ok!(try_queue(MAJORITY, Short, act(0), Some(3 * DAY)));
		change_delay(Short, DAY);
		assert_noop!(try_queue(MAJORITY, Short, act(0), Some(DAY - 1)), Error::DelayTooShort);
		assert_ok!(try_queue(MAJORITY, Short, act(0), Some(DAY)));
	});
}

#[test]
fn a_majority_queues_on_instant_and_short_and_two_thirds_on_long() {
	ExtBuilder::default().build_and_execute(|| {
		for track in [Instant, Short] {
			assert_ok!(try_queue(MAJORITY, track, act(0), None));
			assert_ok!(try_queue(TWO_THIRDS, track, act(0), None));
		}
		assert_noop!(try_queue(MAJORITY, Long, act(0), None), BadOrigin);
		assert_ok!(try_queue(TWO_THIRDS, Long, act(0), None));
	});
}

#[test]
fn nobody_else_queues() {
	ExtBuilder::default().build_and_execute(|| {
		for outsider in outsiders() {
			for track in TrackId::ALL {
				let attempt = Timelock::queue(outsider.clone(), track, Box::new(act(0)), None);
				assert_noop!(attempt, BadOrigin);
			}
		}
	});
}

#[test]
fn the_origin_is_checked_before_the_arguments() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(try_queue(MINORITY, Short, act(0), Some(0)), BadOrigin);
		assert_noop!(try_queue(MAJORITY, Long, act(0), Some(Seconds::MAX)), BadOrigin);
	});
}

#[test]
fn at_most_so_many_operations_are_open() {
	ExtBuilder::default().max_operations(3).build_and_execute(|| {
		for track in TrackId::ALL {
			queue(track, act(0));
		}
		for track in TrackId::ALL {
			assert_noop!(try_queue(TWO_THIRDS, track, act(0), None), Error::TooManyOperations);
		}
		// Each way to close one makes room for one.
		execute(0);
		queue(Instant, act(1));
		assert_noop!(try_queue(TWO_THIRDS, Instant, act(0), None), Error::TooManyOperations);
		cancel(1);
		queue(Short, act(1));
		assert_noop!(try_queue(TWO_THIRDS, Short, act(0), None), Error::TooManyOperations);
		set_time(window(2).1 + 1);
		assert_noop!(try_queue(TWO_THIRDS, Long, act(0), None), Error::TooManyOperations);
		assert_ok!(remove_expired(2));
		queue(Long, act(1));
		assert_eq!(Operations::<Test>::count(), 3);
	});
}

#[test]
fn the_delay_is_checked_before_the_room() {
	ExtBuilder::default().max_operations(1).build_and_execute(|| {
		queue(Short, act(0));
		assert_noop!(try_queue(MAJORITY, Short, act(0), Some(2 * DAY - 1)), Error::DelayTooShort);
		assert_noop!(try_queue(MAJORITY, Short, act(0), Some(7 * DAY + 1)), Error::DelayTooLong);
		assert_noop!(try_queue(MAJORITY, Short, act(0), Some(7 * DAY)), Error::TooManyOperations);
	});
}

#[test]
fn the_same_call_can_be_queued_several_times() {
	ExtBuilder::default().build_and_execute(|| {
		for id in 0..3 {
			assert_eq!(queue(Instant, act(7)), id);
		}
		for id in [1, 0, 2] {
			execute(id);
		}
		assert_eq!(done(), [7, 7, 7]);
	});
}

#[test]
fn no_id_is_used_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(queue(Instant, act(0)), 0);
		execute(0);
		assert_eq!(queue(Instant, act(0)), 1);
		cancel(1);
		assert_eq!(queue(Instant, act(0)), 2);
		set_time(window(2).1 + 1);
		assert_ok!(remove_expired(2));
		assert_eq!(queue(Instant, act(0)), 3);
	});
}

#[test]
fn the_ids_do_not_start_again() {
	ExtBuilder::default().build_and_execute(|| {
		NextOperationId::<Test>::put(u32::MAX - 1);
		assert_eq!(queue(Instant, act(0)), u32::MAX - 1);
		assert_noop!(try_queue(MAJORITY, Instant, act(0), None), ArithmeticError::Overflow);
	});
}

#[test]
fn times_do_not_overflow() {
	let endless = Seconds::MAX;
	ExtBuilder::default().genesis(|timelock| timelock.short.max_delay = endless).build_and_execute(|| {
		let with = |delay| try_queue(MAJORITY, Short, act(0), Some(delay));
		assert_noop!(with(endless), ArithmeticError::Overflow);
		assert_noop!(with(endless - START + 1), ArithmeticError::Overflow);
		// The eta would fit, the expiry would not.
		assert_noop!(with(endless - START), ArithmeticError::Overflow);
		assert_noop!(with(endless - START - GRACE + 1), ArithmeticError::Overflow);
		assert_ok!(with(endless - START - GRACE));
		assert_eq!(window(0).1, endless);
	});
}

#[test]
fn a_call_above_the_size_of_preimages_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let overhead = act_with(0, 1 << 20).encoded_size() - (1 << 20);
		let longest = pallet_preimage::MAX_SIZE as usize - overhead;
		assert_noop!(try_queue(MAJORITY, Short, act_with(0, longest + 1), None), Exhausted);
		assert_ok!(try_queue(MAJORITY, Short, act_with(0, longest), None));
	});
}
