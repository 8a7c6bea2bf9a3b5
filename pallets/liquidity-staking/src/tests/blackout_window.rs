//! `set_blackout_window` and the window itself (scenario 28; specification, sections 3.3, 3.4 and 5.5).

use super::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};

fn set(window: Seconds) -> DispatchResult {
	LiquidityStaking::set_blackout_window(signed(GOVERNANCE), window)
}

#[test]
fn the_window_is_stored_and_reported() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(MIN_BLACKOUT));
		assert_eq!(LiquidityStaking::blackout_window(), MIN_BLACKOUT);
		assert_eq!(pool_events(), [Event::BlackoutWindowChanged { window: MIN_BLACKOUT }]);
	});
}

#[test]
fn the_length_is_bounded() {
	for start in [OFFSET - 1, OFFSET] {
		ExtBuilder::default().start(start).build_and_execute(|| {
			for window in [BLACKOUT + 1, u64::MAX / 2, u64::MAX / 2 + 1, u64::MAX] {
				assert_noop!(set(window), Error::BlackoutWindowTooLong);
			}
			for window in [0, 1, MIN_BLACKOUT - 1] {
				assert_noop!(set(window), Error::BlackoutWindowTooShort);
			}
			for window in [MIN_BLACKOUT, MIN_BLACKOUT + 1, BLACKOUT - 1, BLACKOUT] {
				assert_ok!(set(window));
			}
		});
	}
}

#[test]
fn the_window_may_widen_up_to_now_and_not_beyond() {
	ExtBuilder::default().schedule(INTERVAL, OFFSET, MIN_BLACKOUT).build_and_execute(|| {
		let window = 10 * DAY;
		for remaining in [window, window - 1, MIN_BLACKOUT + 1] {
			at(INTERVAL - remaining);
			assert_noop!(set(window), Error::WouldEnterBlackoutWindow);
		}
		at(INTERVAL - window - 1);
		assert_ok!(set(window));
		assert!(!LiquidityStaking::in_blackout_window());
		at(INTERVAL - window);
		assert!(LiquidityStaking::in_blackout_window());
	});
}

#[test]
fn the_length_is_looked_at_before_the_time() {
	ExtBuilder::default().schedule(INTERVAL, OFFSET, MIN_BLACKOUT).build_and_execute(|| {
		at(INTERVAL - MIN_BLACKOUT - 1);
		assert_noop!(set(BLACKOUT + 1), Error::BlackoutWindowTooLong);
		assert_noop!(set(BLACKOUT), Error::WouldEnterBlackoutWindow);
	});
}

#[test]
fn nothing_changes_in_blackout() {
	ExtBuilder::default().build_and_execute(|| {
		for remaining in [BLACKOUT, 1] {
			at(INTERVAL - remaining);
			for window in [0, MIN_BLACKOUT, u64::MAX] {
				assert_noop!(set(window), Error::InBlackoutWindow);
			}
		}
		at(INTERVAL - BLACKOUT - 1);
		assert_ok!(set(BLACKOUT));
		at(INTERVAL);
		assert_ok!(set(MIN_BLACKOUT));
	});
}

#[test]
fn before_epoch_zero_there_is_no_blackout_to_enter() {
	ExtBuilder::default().schedule(INTERVAL, OFFSET, MIN_BLACKOUT).start(OFFSET - 1).build_and_execute(
		|| {
			assert!(!LiquidityStaking::in_blackout_window());
			assert_ok!(set(BLACKOUT));
		},
	);
}

#[test]
fn the_window_ends_every_epoch() {
	ExtBuilder::default().schedule(INTERVAL, OFFSET, 5 * DAY).build_and_execute(|| {
		for epoch in [0, 1, 40] {
			let end = (epoch + 1) * INTERVAL;
			for (seconds, expected) in [
				(end - INTERVAL, false),
				(end - 5 * DAY - 1, false),
				(end - 5 * DAY, true),
				(end - 5 * DAY + 1, true),
				(end - 1, true),
				(end, false),
			] {
				at(seconds);
				assert_eq!(LiquidityStaking::in_blackout_window(), expected);
			}
		}
	});
}

#[test]
fn a_narrower_window_reopens_requests() {
	ExtBuilder::default().stakes(&[(ALICE, 10)]).build_and_execute(|| {
		assert_ok!(set(MIN_BLACKOUT));
		at(INTERVAL - BLACKOUT);
		request(ALICE, 4);
		at(INTERVAL - MIN_BLACKOUT - 1);
		request(ALICE, 4);
		at(INTERVAL - MIN_BLACKOUT);
		assert_noop!(LiquidityStaking::request_withdrawal(signed(ALICE), 2), Error::InBlackoutWindow);
	});
}
