//! The roll of the totals in `on_initialize` (architecture decision A3; specification, section 3.1).

use super::*;
use crate::{Clock, EpochIndexes, Pool};
use frame_support::weights::Weight;
use std::collections::BTreeMap;

const IDLE: Weight = Weight::from_parts(15_000, 0);
const ROLL: Weight = Weight::from_parts(16_000, 0);

fn epoch_started(epoch: u32, total_active: Balance, total_inactive: Balance) -> Event {
	Event::EpochStarted { epoch, total_active, total_inactive, total_borrowed: 0, shortfall: 0 }
}

/// The hook of a block whose parent has the time `now`, and the pool's events.
fn hook_at(now: Seconds) -> (Weight, Vec<Event>) {
	set_time(now);
	System::reset_events();
	(next_block(now), pool_events())
}

#[test]
fn nothing_happens_before_epoch_zero() {
	ExtBuilder::default().start(0).build_and_execute(|| {
		for now in [0, 1, OFFSET - 1] {
			assert_eq!(hook_at(now), (IDLE, vec![]));
		}
		assert_eq!(hook_at(OFFSET), (ROLL, vec![epoch_started(0, 0, 0)]));
		assert_eq!(hook_at(OFFSET), (IDLE, vec![]));
	});
}

#[test]
fn an_epoch_is_announced_once() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_eq!(hook_at(OFFSET), (ROLL, vec![epoch_started(0, 100, 0)]));
		request(ALICE, 30);
		for now in [OFFSET + 6, OFFSET + INTERVAL - 1] {
			assert_eq!(hook_at(now), (IDLE, vec![]));
		}
		let (weight, events) = hook_at(OFFSET + INTERVAL);
		assert_eq!((weight, events.last()), (ROLL, Some(&epoch_started(1, 70, 30))));
		for now in [OFFSET + INTERVAL, OFFSET + 2 * INTERVAL - 1] {
			assert_eq!(hook_at(now), (IDLE, vec![]));
		}
	});
}

#[test]
fn the_event_comes_one_block_late_and_no_result_waits_for_it() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 400);
		next_block(OFFSET + INTERVAL - 6);
		pool_events();
		// This block is the first of epoch 1, but its hook still sees the time of its parent.
		assert_eq!(next_block(OFFSET + INTERVAL), IDLE);
		assert_eq!(pool_events(), []);
		assert_eq!((active(ALICE), inactive(ALICE)), ((600, 600), (400, 400)));
		withdraw(ALICE, 400);
		pool_events();
		assert_eq!(next_block(OFFSET + INTERVAL + 6), ROLL);
		let index = u128::from(INTERVAL) * 10u128.pow(18);
		assert_eq!(pool_events(), [global_index(index), epoch_started(1, 600, 0)]);
		assert_eq!(EpochIndexes::<Test>::get(0), Some(index.into()));
	});
}

#[test]
fn a_call_may_roll_the_totals_before_the_hook_does() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 400);
		at(INTERVAL + 1);
		claim(ALICE);
		let rolled = Pool::<Test>::get().rewards;
		let (weight, events) = hook_at(OFFSET + INTERVAL + 6);
		assert_eq!((weight, events), (ROLL, vec![epoch_started(1, 600, 400)]));
		assert_eq!(Pool::<Test>::get().rewards, rolled);
	});
}

#[test]
fn many_missed_epochs_are_one_event() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		hook_at(OFFSET);
		request(ALICE, 30);
		let (weight, events) = hook_at(OFFSET + 47 * INTERVAL + 5);
		assert_eq!(weight, ROLL);
		assert_eq!(events, [global_index(0), epoch_started(47, 70, 30)]);
		assert_eq!(hook_at(OFFSET + 48 * INTERVAL - 1), (IDLE, vec![]));
		assert_eq!(EpochIndexes::<Test>::iter().count(), 1);
	});
}

#[test]
fn a_chain_may_begin_in_a_later_epoch() {
	ExtBuilder::default().start(OFFSET + 3 * INTERVAL + 9).build_and_execute(|| {
		assert_eq!(hook_at(OFFSET + 3 * INTERVAL + 9), (ROLL, vec![epoch_started(3, 0, 0)]));
		stake(ALICE, 5);
		request(ALICE, 5);
		let (_, events) = hook_at(OFFSET + 4 * INTERVAL);
		assert_eq!(events.last(), Some(&epoch_started(4, 0, 5)));
	});
}

#[test]
fn the_event_reports_loans_and_the_shortfall() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 750);
		lend(400);
		let (_, events) = hook_at(OFFSET + INTERVAL);
		assert_eq!(
			events.last(),
			Some(&Event::EpochStarted {
				epoch: 1,
				total_active: 250,
				total_inactive: 750,
				total_borrowed: 400,
				shortfall: 150
			})
		);
	});
}

#[test]
fn the_roll_settles_the_boundary_only_where_the_total_shrinks() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		let before = Pool::<Test>::get().rewards;
		let (_, events) = hook_at(OFFSET + INTERVAL + 10);
		assert_eq!(events, [epoch_started(1, 1_000, 0)]);
		assert_eq!(Pool::<Test>::get().rewards, before);
		assert_eq!(EpochIndexes::<Test>::iter().count(), 0);

		request(ALICE, 1);
		let (_, events) = hook_at(OFFSET + 2 * INTERVAL + 10);
		let index = 2 * u128::from(INTERVAL) * 10u128.pow(18);
		assert_eq!(events, [global_index(index), epoch_started(2, 999, 1)]);
		assert_eq!(Pool::<Test>::get().rewards.updated_at, OFFSET + 2 * INTERVAL);
		assert_eq!(EpochIndexes::<Test>::iter().collect::<Vec<_>>(), [(1, index.into())]);
	});
}

#[test]
fn the_roll_brings_both_totals_to_the_epoch_and_nothing_else() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 10)]).build_and_execute(|| {
		request(ALICE, 30);
		let stakers = || crate::Stakers::<Test>::iter().collect::<BTreeMap<_, _>>();
		let before = stakers();
		hook_at(OFFSET + 2 * INTERVAL);
		assert_eq!(stakers(), before);
		let pool = Pool::<Test>::get();
		assert_eq!((pool.total_active.epoch, pool.total_active.current, pool.total_active.next), (2, 80, 80));
		assert_eq!(
			(pool.total_inactive.epoch, pool.total_inactive.current, pool.total_inactive.next),
			(2, 30, 30)
		);
		assert_eq!(Clock::<Test>::get().announced, Some(2));
	});
}

#[test]
fn a_change_of_the_schedule_announces_nothing_twice() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		hook_at(OFFSET + INTERVAL);
		let change = LiquidityStaking::set_epoch_parameters(signed(GOVERNANCE), INTERVAL + DAY, OFFSET - DAY);
		frame_support::assert_ok!(change);
		assert_eq!(hook_at(OFFSET + INTERVAL + 6), (IDLE, vec![]));
		assert_eq!(hook_at(OFFSET + 2 * INTERVAL + DAY - 1), (IDLE, vec![]));
		assert_eq!(hook_at(OFFSET + 2 * INTERVAL + DAY), (ROLL, vec![epoch_started(2, 100, 0)]));
	});
}

#[test]
fn a_failing_roll_is_left_to_the_next_call() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build().execute_with(|| {
		request(ALICE, 1);
		Pool::<Test>::mutate(|pool| pool.rewards.index = sp_core::U256::MAX);
		let before = Pool::<Test>::get();
		// Charged in full, nothing half done, and tried again in the next block.
		for seconds in [0, 6] {
			assert_eq!(hook_at(OFFSET + INTERVAL + seconds), (ROLL, vec![]));
			assert_eq!(Pool::<Test>::get(), before);
			assert_eq!(Clock::<Test>::get().announced, None);
		}
	});
}
