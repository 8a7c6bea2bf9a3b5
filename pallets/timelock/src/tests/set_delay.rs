//! The delays of the tracks (specification, section 4.3).

use super::*;
use crate::TrackDelay;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn a_track_sets_its_own_delay() {
	ExtBuilder::default().build_and_execute(|| {
		for (track, delay) in [(Instant, DAY), (Short, 3 * DAY), (Long, 5 * DAY)] {
			let id = queue(track, set_delay(track, delay));
			wait_for(id);
			timelock_events();
			execute(id);
			assert_eq!(timelock_events(), [Event::DelayChanged { track, delay }, Event::Executed { id }]);
			assert_eq!(TrackDelay::<Test>::get(track), Some(delay));
			assert_eq!(Timelock::delay(track), delay);
		}
	});
}

#[test]
fn no_track_sets_the_delay_of_another() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			for other in TrackId::ALL.into_iter().filter(|other| *other != track) {
				let id = queue(track, set_delay(other, DAY));
				wait_for(id);
				timelock_events();
				execute(id);
				assert_eq!(timelock_events(), [failed(id, BadOrigin)]);
				cancel(id);
				assert_noop!(Timelock::set_delay(from_track(track), other, DAY), BadOrigin);
			}
		}
		assert_eq!(TrackDelay::<Test>::iter().count(), 0);
	});
}

#[test]
fn nobody_else_sets_a_delay() {
	ExtBuilder::default().build_and_execute(|| {
		for track in TrackId::ALL {
			let origins = [MINORITY, MAJORITY, TWO_THIRDS, Timelock::track_account(track)].map(signed);
			for origin in origins.into_iter().chain([RuntimeOrigin::root(), RuntimeOrigin::none()]) {
				assert_noop!(Timelock::set_delay(origin, track, DAY), BadOrigin);
			}
		}
	});
}

#[test]
fn a_delay_lies_within_the_bounds_of_its_track() {
	ExtBuilder::default().build_and_execute(|| {
		for (track, least, most) in [(Instant, 0, DAY), (Short, DAY, 7 * DAY), (Long, 5 * DAY, 21 * DAY)] {
			let set = |delay| Timelock::set_delay(from_track(track), track, delay);
			for delay in [least, least + 1, most - 1, most] {
				assert_ok!(set(delay));
				assert_eq!(Timelock::delay(track), delay);
			}
			assert_noop!(set(most + 1), Error::DelayOutOfBounds);
			assert_noop!(set(Seconds::MAX), Error::DelayOutOfBounds);
			if least > 0 {
				assert_noop!(set(least - 1), Error::DelayOutOfBounds);
				assert_noop!(set(0), Error::DelayOutOfBounds);
			}
		}
	});
}

#[test]
fn a_delay_out_of_bounds_fails_and_can_be_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		let id = queue(Short, set_delay(Short, DAY - 1));
		wait_for(id);
		timelock_events();
		execute(id);
		assert_eq!(timelock_events(), [failed(id, Error::DelayOutOfBounds)]);
		assert_eq!(Timelock::delay(Short), 2 * DAY);
		cancel(id);
	});
}

#[test]
fn only_operations_queued_later_have_the_new_delay() {
	ExtBuilder::default().build_and_execute(|| {
		let change = queue(Short, set_delay(Short, 5 * DAY));
		let before = queue(Short, act(0));
		wait_for(change);
		execute(change);
		let after = queue(Short, act(0));
		assert_eq!(window(before), (START + 2 * DAY, START + 9 * DAY));
		assert_eq!(window(after), (START + 7 * DAY, START + 14 * DAY));
	});
}

#[test]
fn the_bounds_are_those_of_genesis() {
	let development = |timelock: &mut TimelockGenesis| {
		timelock.short.min_delay = 30;
		timelock.short.default_delay = MINUTE;
		timelock.short.max_delay = 7 * MINUTE;
	};
	ExtBuilder::default().genesis(development).build_and_execute(|| {
		let set = |delay| Timelock::set_delay(from_track(Short), Short, delay);
		assert_eq!(Timelock::delay(Short), MINUTE);
		assert_noop!(set(29), Error::DelayOutOfBounds);
		assert_ok!(set(30));
		assert_ok!(set(7 * MINUTE));
		assert_noop!(set(7 * MINUTE + 1), Error::DelayOutOfBounds);
		assert_noop!(try_queue(MAJORITY, Short, act(0), Some(7 * MINUTE + 1)), Error::DelayTooLong);
	});
}
