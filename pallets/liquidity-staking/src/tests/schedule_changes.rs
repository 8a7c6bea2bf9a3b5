//! Changes of the schedule while balances and rewards are unsettled (scenario 27; specification, sections 5.5 and
//! 12.4).

use super::*;
use crate::{EpochIndexes, Pool};
use frame_support::assert_ok;

const RATE: Balance = 1_000;
const SCALE: u128 = 10u128.pow(18);

/// 28 days with a blackout of 4; Alice 600 and Bob 400 from the start, Alice requested 100 in epoch 0.
fn with_a_request(test: impl FnOnce()) {
	ExtBuilder::default()
		.rate(RATE)
		.schedule(28 * DAY, OFFSET, 4 * DAY)
		.stakes(&[(ALICE, 600), (BOB, 400)])
		.build_and_execute(|| {
			request(ALICE, 100);
			test();
		});
}

fn set(interval: Seconds, offset: Seconds) {
	assert_ok!(LiquidityStaking::set_epoch_parameters(signed(GOVERNANCE), interval, OFFSET + offset));
}

#[test]
fn an_old_boundary_is_settled_with_the_old_schedule() {
	for missed in [1, 3] {
		with_a_request(|| {
			at(missed * 28 * DAY + DAY);
			pool_events();
			// The running epoch began yesterday under the old schedule and begins now under the new one.
			set(20 * DAY, missed * 8 * DAY + DAY);
			assert_eq!(LiquidityStaking::current_epoch(), Some(missed as u32));
			let boundary = u128::from(28 * DAY) * SCALE;
			assert_eq!(
				pool_events(),
				[
					global_index(boundary),
					Event::EpochParametersChanged {
						interval: 20 * DAY,
						offset: OFFSET + missed * 8 * DAY + DAY
					},
				]
			);
			assert_eq!(EpochIndexes::<Test>::get(0), Some(boundary.into()));
			assert_eq!(Pool::<Test>::get().rewards.updated_at, OFFSET + 28 * DAY);
			assert_eq!(Pool::<Test>::get().total_active.epoch, missed as u32);
		});
	}
}

#[test]
fn rewards_are_those_of_a_run_that_settled_first() {
	let paid = |settle_first: bool| {
		let mut paid = None;
		with_a_request(|| {
			at(29 * DAY);
			if settle_first {
				for staker in [ALICE, BOB] {
					stake(staker, 0);
				}
			}
			set(20 * DAY, 9 * DAY);
			at(31 * DAY);
			request(BOB, 150);
			at(60 * DAY);
			paid = Some((claim(ALICE), claim(BOB)));
			assert_eq!((active(ALICE), active(BOB)), ((500, 500), (250, 250)));
			assert_eq!((inactive(ALICE), inactive(BOB)), ((100, 100), (150, 150)));
		});
		paid.unwrap()
	};
	let (alice, bob) = paid(false);
	let settled_first = paid(true);
	// By hand: 28 days of 600 and 400, then until day 49 (20 days from the change) 500 and 400, then 500 and 250.
	let per_day = |share, total| u128::from(DAY) * RATE * share / total;
	let exact = (
		28 * per_day(600, 1_000) + 21 * per_day(500, 900) + 11 * per_day(500, 750),
		28 * per_day(400, 1_000) + 21 * per_day(400, 900) + 11 * per_day(250, 750),
	);
	assert_eq!((alice, bob), exact);
	// Two settlements more may cost two units.
	assert!(alice - settled_first.0 <= 2 && bob - settled_first.1 <= 2, "{settled_first:?}");
}

#[test]
fn requested_stake_earns_until_the_moved_end_of_the_epoch() {
	for (interval, offset, end) in
		[(92 * DAY, 0, 92 * DAY), (10 * DAY, 0, 10 * DAY), (28 * DAY, DAY, 29 * DAY)]
	{
		with_a_request(|| {
			at(2 * DAY);
			set(interval, offset);
			at(end - 1);
			assert_eq!(claimable(ALICE), u128::from(end - 1) * RATE * 600 / 1_000);
			at(end);
			assert_eq!(claimable(ALICE), u128::from(end) * RATE * 600 / 1_000);
			at(end + 900);
			assert_eq!(claim(ALICE), u128::from(end) * RATE * 600 / 1_000 + 500 * RATE);
			assert_eq!(EpochIndexes::<Test>::get(0), Some((u128::from(end) * SCALE).into()));
			assert_eq!((active(ALICE), inactive(ALICE)), ((500, 500), (100, 100)));
		});
	}
}

#[test]
fn a_change_before_the_boundary_settles_nothing() {
	with_a_request(|| {
		at(2 * DAY);
		let before = Pool::<Test>::get();
		pool_events();
		set(30 * DAY, 0);
		assert_eq!(Pool::<Test>::get(), before);
		assert_eq!(pool_events(), [Event::EpochParametersChanged { interval: 30 * DAY, offset: OFFSET }]);
	});
}

#[test]
fn changes_of_the_blackout_leave_balances_and_rewards_alone() {
	with_a_request(|| {
		at(29 * DAY);
		let before = Pool::<Test>::get();
		assert_ok!(LiquidityStaking::set_blackout_window(signed(GOVERNANCE), 14 * DAY));
		assert_eq!(Pool::<Test>::get(), before);
		assert_eq!(claim(ALICE), u128::from(28 * DAY) * 600 + u128::from(DAY) * RATE * 500 / 900);
	});
}

#[test]
fn the_hook_and_a_change_in_the_same_block_agree() {
	let end_state = |hook: bool| {
		let mut state = None;
		with_a_request(|| {
			at(29 * DAY);
			if hook {
				next_block(OFFSET + 29 * DAY);
			}
			set(20 * DAY, 9 * DAY);
			at(70 * DAY);
			state = Some((claim(ALICE), claim(BOB), Pool::<Test>::get().rewards, total_inactive()));
		});
		state.unwrap()
	};
	assert_eq!(end_state(true), end_state(false));
}
