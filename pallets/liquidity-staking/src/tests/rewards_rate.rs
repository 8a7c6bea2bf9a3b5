//! `set_rewards_per_second` (scenarios 12, 29 and 53; specification, sections 5.5 and 12.1 D6).

use super::*;
use crate::{EpochIndexes, Pool};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};

/// The longest distribution that genesis accepts.
const LONGEST: Seconds = 99_999_999_999;
const SCALE: u128 = 10u128.pow(18);

fn set(rate: Balance) -> DispatchResult {
	LiquidityStaking::set_rewards_per_second(signed(GOVERNANCE), rate)
}

fn updated(rate: Balance) -> Event {
	Event::RewardsPerSecondUpdated { rate }
}

#[test]
fn the_time_up_to_now_is_settled_with_the_old_rate() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(100);
		assert_ok!(set(7));
		assert_eq!(pool_events(), [global_index(100 * SCALE), updated(7)]);
		assert_eq!(LiquidityStaking::rewards_per_second(), 7);
		assert_eq!(claimable(ALICE), 100_000);
		at(110);
		assert_eq!(claim(ALICE), 100_070);
	});
}

#[test]
fn a_boundary_before_the_change_is_settled_first() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 500);
		at(INTERVAL + 10);
		pool_events();
		assert_ok!(set(0));
		let boundary = u128::from(INTERVAL) * SCALE;
		assert_eq!(pool_events(), [global_index(boundary), global_index(boundary + 20 * SCALE), updated(0)]);
		assert_eq!(EpochIndexes::<Test>::get(0), Some(boundary.into()));
		at(INTERVAL + 1_000);
		assert_eq!(claim(ALICE), (u128::from(INTERVAL) + 10) * 1_000);
	});
}

#[test]
fn several_changes_in_one_second_count_from_the_last() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 10)]).build_and_execute(|| {
		at(10);
		for rate in [0, 5, 1_000, 2] {
			assert_ok!(set(rate));
		}
		at(20);
		assert_eq!(claim(ALICE), 10_020);
	});
}

#[test]
fn the_rate_can_change_in_blackout() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 10)]).build_and_execute(|| {
		for remaining in [BLACKOUT, 1] {
			at(INTERVAL - remaining);
			assert!(LiquidityStaking::in_blackout_window());
			assert_ok!(set(u128::from(remaining)));
		}
		at(INTERVAL);
		let earned =
			u128::from(INTERVAL - BLACKOUT) * 1_000 + u128::from(BLACKOUT - 1) * u128::from(BLACKOUT) + 1;
		assert_eq!(claim(ALICE), earned);
	});
}

#[test]
fn the_rate_can_be_set_before_epoch_zero() {
	ExtBuilder::default().start(OFFSET - 10).build_and_execute(|| {
		assert_ok!(set(9));
		assert_eq!(pool_events(), [updated(9)]);
		assert_eq!(Pool::<Test>::get().rewards.updated_at, OFFSET);
		set_time(OFFSET);
		stake(ALICE, 1);
		at(5);
		assert_eq!(claim(ALICE), 45);
	});
}

#[test]
fn before_epoch_zero_the_time_of_a_running_distribution_passes() {
	let builder = ExtBuilder::default().rate(5).start(OFFSET - 10);
	builder.genesis(|pool| pool.distribution_start = OFFSET - 100).build_and_execute(|| {
		assert_ok!(set(9));
		assert_eq!(pool_events(), [global_index(0), updated(9)]);
		assert_eq!(Pool::<Test>::get().rewards.updated_at, OFFSET - 10);
	});
}

#[test]
fn the_same_rate_again_only_settles() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 10)]).build_and_execute(|| {
		assert_ok!(set(1_000));
		assert_eq!(pool_events(), [updated(1_000)]);
		at(3);
		assert_ok!(set(1_000));
		assert_eq!(claim(ALICE), 3_000);
	});
}

#[test]
fn after_the_distribution_a_rate_has_no_effect() {
	ExtBuilder::default().start(DISTRIBUTION_END).stakes(&[(ALICE, 10)]).build_and_execute(|| {
		assert_ok!(set(1_000));
		set_time(DISTRIBUTION_END + 1_000);
		assert_eq!(claim(ALICE), 0);
	});
}

#[test]
fn the_rate_is_bounded_by_the_whole_distribution() {
	let highest = u128::MAX / u128::from(DISTRIBUTION);
	for start in [OFFSET - 1, OFFSET, DISTRIBUTION_END] {
		ExtBuilder::default().start(start).build_and_execute(|| {
			for rate in [highest + 1, u128::MAX] {
				assert_noop!(set(rate), Error::RewardsRateTooHigh);
			}
			assert_ok!(set(highest));
			assert_ok!(set(highest - 1));
		});
	}
	// At most u128::MAX, which 2^64 + 1 reaches exactly: u128::MAX = (2^64 - 1) * (2^64 + 1).
	let builder = ExtBuilder::default().start(OFFSET);
	let longest = builder.genesis(|pool| (pool.distribution_start, pool.distribution_end) = (0, LONGEST));
	longest.build_and_execute(|| {
		let exact = u128::MAX / u128::from(LONGEST);
		assert_noop!(set(exact + 1), Error::RewardsRateTooHigh);
		assert_ok!(set(exact));
	});
}

#[test]
fn an_empty_distribution_bounds_nothing() {
	ExtBuilder::default()
		.genesis(|pool| pool.distribution_end = pool.distribution_start)
		.stakes(&[(ALICE, 1)])
		.build_and_execute(|| {
			assert_ok!(set(u128::MAX));
			at(1_000);
			assert_eq!(claim(ALICE), 0);
		});
}

#[test]
fn wind_down() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 750), (BOB, 250)]).build_and_execute(|| {
		at(1_000);
		assert_ok!(set(0));
		assert_ok!(LiquidityStaking::set_blackout_window(signed(GOVERNANCE), 259_200));
		assert_eq!(LiquidityStaking::rewards_per_second(), 0);
		assert_eq!(LiquidityStaking::blackout_window(), 259_200);
		at(INTERVAL - 259_201);
		request(ALICE, 750);
		request(BOB, 250);
		at(3 * INTERVAL);
		assert_eq!((claimable(ALICE), claimable(BOB)), (750_000, 250_000));
		withdraw(ALICE, 750);
		withdraw(BOB, 250);
		assert_eq!((claim(ALICE), claim(BOB)), (750_000, 250_000));
		assert_eq!(crate::Stakers::<Test>::iter().count(), 0);
	});
}
