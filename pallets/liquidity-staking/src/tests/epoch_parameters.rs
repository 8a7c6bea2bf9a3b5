//! `set_epoch_parameters` (scenarios 25 and 26; specification, sections 3.4, 3.5 and 5.5).

use super::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tidepool_primitives::EpochParameters;

fn set(interval: Seconds, offset: Seconds) -> DispatchResult {
	LiquidityStaking::set_epoch_parameters(signed(GOVERNANCE), interval, offset)
}

fn changed(interval: Seconds, offset: Seconds) -> Event {
	Event::EpochParametersChanged { interval, offset }
}

fn day(day: Seconds) -> Seconds {
	OFFSET + day * DAY
}

#[test]
fn before_epoch_zero_the_lengths_are_bounded() {
	let builder = || ExtBuilder::default().start(OFFSET - 1_000);
	builder().schedule(INTERVAL, OFFSET, MIN_BLACKOUT).build_and_execute(|| {
		assert_noop!(set(6 * DAY - 1, OFFSET), Error::BlackoutWindowTooLong);
		assert_noop!(set(0, OFFSET), Error::BlackoutWindowTooLong);
		assert_noop!(set(92 * DAY + 1, OFFSET), Error::EpochTooLong);
		assert_noop!(set(u64::MAX, OFFSET), Error::EpochTooLong);
		for interval in [6 * DAY, 6 * DAY + 1, 92 * DAY - 1, 92 * DAY] {
			assert_ok!(set(interval, OFFSET));
			assert_eq!(LiquidityStaking::epoch_parameters(), EpochParameters { interval, offset: OFFSET });
			assert_eq!(pool_events(), [changed(interval, OFFSET)]);
		}
	});
	builder().build_and_execute(|| {
		assert_noop!(set(2 * BLACKOUT - 1, OFFSET), Error::BlackoutWindowTooLong);
		assert_ok!(set(2 * BLACKOUT, OFFSET));
	});
}

#[test]
fn before_epoch_zero_the_offset_must_be_in_the_future() {
	ExtBuilder::default().start(OFFSET - 1_000).build_and_execute(|| {
		let now = OFFSET - 1_000;
		for offset in [0, now - 1, now] {
			assert_noop!(set(INTERVAL, offset), Error::EpochZeroInPast);
			// The offset is looked at before the lengths.
			assert_noop!(set(0, offset), Error::EpochZeroInPast);
		}
		assert_ok!(set(INTERVAL, u64::MAX));
		assert_ok!(set(INTERVAL, now + 1));
		assert_eq!(LiquidityStaking::current_epoch(), None);
		set_time(now + 1);
		assert_eq!(LiquidityStaking::current_epoch(), Some(0));
	});
}

#[test]
fn before_epoch_zero_the_start_can_be_put_off() {
	ExtBuilder::default().start(OFFSET - 1).build_and_execute(|| {
		assert_ok!(set(INTERVAL, OFFSET + DAY));
		set_time(OFFSET + DAY - 1);
		assert_noop!(LiquidityStaking::stake(signed(ALICE), 1), Error::EpochZeroNotStarted);
		set_time(OFFSET + DAY);
		stake(ALICE, 1);
	});
}

/// 28 days from day 0 with a blackout of 4 days; now is day 70, in epoch 2.
fn on_day_70(test: impl FnOnce()) {
	ExtBuilder::default().schedule(28 * DAY, OFFSET, 4 * DAY).start(day(70)).build_and_execute(|| {
		assert_eq!(LiquidityStaking::current_epoch(), Some(2));
		test();
	});
}

#[test]
fn the_example_row_by_row() {
	on_day_70(|| {
		assert_noop!(set(10 * DAY, day(51)), Error::EpochNumberChanged);
		assert_noop!(set(10 * DAY, day(41)), Error::WouldEnterBlackoutWindow);
		assert_noop!(set(10 * DAY, day(71)), Error::EpochZeroNotStarted);
		assert_noop!(set(7 * DAY, day(56)), Error::BlackoutWindowTooLong);
		assert_noop!(set(93 * DAY, day(0)), Error::EpochTooLong);
		assert_noop!(set(92 * DAY, day(0)), Error::EpochNumberChanged);
		pool_events();
		assert_ok!(set(10 * DAY, day(45)));
		assert_eq!(pool_events(), [changed(10 * DAY, day(45))]);
		assert_eq!(LiquidityStaking::current_epoch(), Some(2));
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), Some(5 * DAY));
	});
}

#[test]
fn the_epoch_keeps_its_number_to_the_second() {
	on_day_70(|| {
		assert_noop!(set(10 * DAY, day(50) + 1), Error::EpochNumberChanged);
		assert_noop!(set(10 * DAY, day(40)), Error::EpochNumberChanged);
		assert_ok!(set(10 * DAY, day(50)));
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), Some(10 * DAY));
	});
}

#[test]
fn the_new_schedule_stays_out_of_blackout_to_the_second() {
	on_day_70(|| {
		assert_noop!(set(10 * DAY, day(44) - 1), Error::WouldEnterBlackoutWindow);
		assert_noop!(set(10 * DAY, day(44)), Error::WouldEnterBlackoutWindow);
		assert_ok!(set(10 * DAY, day(44) + 1));
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), Some(4 * DAY + 1));
		set_time(day(70) + 1);
		assert!(LiquidityStaking::in_blackout_window());
	});
}

#[test]
fn the_new_offset_must_have_passed_to_the_second() {
	ExtBuilder::default().start(OFFSET + DAY).build_and_execute(|| {
		assert_noop!(set(INTERVAL, OFFSET + DAY + 1), Error::EpochZeroNotStarted);
		assert_ok!(set(INTERVAL, OFFSET + DAY));
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), Some(INTERVAL));
	});
}

#[test]
fn the_lengths_are_bounded_while_running_too() {
	ExtBuilder::default().schedule(28 * DAY, OFFSET, 4 * DAY).start(OFFSET).build_and_execute(|| {
		assert_noop!(set(8 * DAY - 1, OFFSET), Error::BlackoutWindowTooLong);
		assert_noop!(set(92 * DAY + 1, OFFSET), Error::EpochTooLong);
		// The lengths are looked at before the offset.
		assert_noop!(set(92 * DAY + 1, OFFSET + 1), Error::EpochTooLong);
		assert_ok!(set(8 * DAY, OFFSET));
		assert_ok!(set(92 * DAY, OFFSET));
	});
}

#[test]
fn nothing_changes_in_blackout() {
	ExtBuilder::default().build_and_execute(|| {
		for remaining in [BLACKOUT, 1] {
			at(INTERVAL - remaining);
			assert_noop!(set(INTERVAL, OFFSET), Error::InBlackoutWindow);
			// Before anything else is looked at.
			assert_noop!(set(0, u64::MAX), Error::InBlackoutWindow);
		}
		at(INTERVAL - BLACKOUT - 1);
		assert_ok!(set(INTERVAL, OFFSET));
		at(INTERVAL);
		assert_ok!(set(INTERVAL, OFFSET));
	});
}

#[test]
fn the_running_epoch_can_be_lengthened_and_shortened() {
	// Kept on purpose (K14).
	ExtBuilder::default().schedule(28 * DAY, OFFSET, 3 * DAY).stakes(&[(ALICE, 10)]).build_and_execute(
		|| {
			at(2 * DAY);
			request(ALICE, 10);
			assert_ok!(set(92 * DAY, OFFSET));
			at(92 * DAY - 1);
			assert_eq!((LiquidityStaking::current_epoch(), inactive(ALICE)), (Some(0), (0, 10)));
			at(92 * DAY);
			assert_eq!((LiquidityStaking::current_epoch(), inactive(ALICE)), (Some(1), (10, 10)));
			at(93 * DAY);
			assert_ok!(set(6 * DAY, OFFSET + 87 * DAY));
			assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), Some(6 * DAY));
			withdraw(ALICE, 10);
		},
	);
}
