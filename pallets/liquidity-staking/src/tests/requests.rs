//! `request_withdrawal` (scenarios 2 and 3; specification, sections 3.3 and 5.1).

use super::*;
use frame_support::assert_noop;

fn requested(staker: AccountId, amount: Balance) -> Event {
	Event::WithdrawalRequested { staker, amount }
}

#[test]
fn request_is_possible_until_the_blackout_begins() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		for remaining in [BLACKOUT, BLACKOUT - 1, 1] {
			at(INTERVAL - remaining);
			assert_noop!(LiquidityStaking::request_withdrawal(signed(ALICE), 1), Error::InBlackoutWindow);
			assert_noop!(LiquidityStaking::request_withdrawal(signed(ALICE), 0), Error::InBlackoutWindow);
		}
		at(INTERVAL - BLACKOUT - 1);
		request(ALICE, 1);
		at(INTERVAL);
		request(ALICE, 1);
		assert_eq!((active(ALICE), inactive(ALICE)), ((999, 998), (1, 2)));
	});
}

#[test]
fn blackout_of_the_production_schedule() {
	ExtBuilder::default().stakes(&[(ALICE, 2)]).build_and_execute(|| {
		set_time(1_629_212_399);
		request(ALICE, 1);
		set_time(1_629_212_400);
		assert_noop!(LiquidityStaking::request_withdrawal(signed(ALICE), 1), Error::InBlackoutWindow);
		set_time(1_630_421_999);
		assert_noop!(LiquidityStaking::request_withdrawal(signed(ALICE), 1), Error::InBlackoutWindow);
		set_time(1_630_422_000);
		request(ALICE, 1);
	});
}

#[test]
fn blackout_comes_before_the_balance() {
	ExtBuilder::default().build_and_execute(|| {
		at(INTERVAL - 1);
		assert_noop!(LiquidityStaking::request_withdrawal(signed(ALICE), 1), Error::InBlackoutWindow);
	});
}

#[test]
fn no_more_can_be_requested_than_is_active_next_epoch() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_noop!(
			LiquidityStaking::request_withdrawal(signed(ALICE), 101),
			Error::InsufficientActiveBalance
		);
		assert_noop!(
			LiquidityStaking::request_withdrawal(signed(ALICE), u128::MAX),
			Error::InsufficientActiveBalance
		);
		request(ALICE, 40);
		assert_noop!(
			LiquidityStaking::request_withdrawal(signed(ALICE), 61),
			Error::InsufficientActiveBalance
		);
		request(ALICE, 60);
		assert_noop!(
			LiquidityStaking::request_withdrawal(signed(ALICE), 1),
			Error::InsufficientActiveBalance
		);
		request(ALICE, 0);
		assert_noop!(LiquidityStaking::request_withdrawal(signed(BOB), 1), Error::InsufficientActiveBalance);
		assert_eq!((active(ALICE), inactive(ALICE)), ((100, 0), (0, 100)));
	});
}

#[test]
fn the_limit_is_that_of_the_running_epoch_before_settlement() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		request(ALICE, 40);
		enter_epoch(3);
		assert_noop!(
			LiquidityStaking::request_withdrawal(signed(ALICE), 61),
			Error::InsufficientActiveBalance
		);
		request(ALICE, 60);
		assert_eq!((active(ALICE), inactive(ALICE)), ((60, 0), (40, 100)));
	});
}

#[test]
fn a_request_changes_next_values_only() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 50)]).build_and_execute(|| {
		request(ALICE, 30);
		assert_eq!((active(ALICE), inactive(ALICE)), ((100, 70), (0, 30)));
		assert_eq!((total_active(), total_inactive()), ((150, 120), (0, 30)));
		assert_eq!(LiquidityStaking::pending_withdrawal(ALICE), 30);
		assert_eq!(LiquidityStaking::balance_of(ALICE), 100);
		assert_eq!(LiquidityStaking::transferable_balance(ALICE), 70);
		assert_eq!((mirror(ALICE), usdc(pool_account())), (100, 150));
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 150);
		enter_epoch(1);
		assert_eq!((active(ALICE), inactive(ALICE)), ((70, 70), (30, 30)));
		assert_eq!((total_active(), total_inactive()), ((120, 120), (30, 30)));
		assert_eq!(LiquidityStaking::pending_withdrawal(ALICE), 0);
		assert_eq!(LiquidityStaking::balance_of(ALICE), 100);
	});
}

#[test]
fn a_request_does_not_settle_rewards_to_now() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(500);
		request(ALICE, 10);
		request(ALICE, 0);
		assert_eq!(all_events(), [requested(ALICE, 10).into(), RuntimeEvent::from(requested(ALICE, 0))]);
		assert_eq!(claimable(ALICE), 500_000);
	});
}

#[test]
fn the_first_request_after_a_roll_splits_the_rewards_at_the_boundary() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000), (BOB, 1_000)]).build_and_execute(|| {
		request(ALICE, 500);
		at(INTERVAL + 10);
		pool_events();
		request(ALICE, 200);
		let index = u128::from(INTERVAL) * 1_000 * 10u128.pow(18) / 2_000;
		let accrued = u128::from(INTERVAL) * 1_000 / 2;
		assert_eq!(
			pool_events(),
			[global_index(index), user_index(ALICE, index, accrued), requested(ALICE, 200)]
		);
		// Bob did not shrink: his part of the index stays open.
		request(BOB, 1);
		assert_eq!(pool_events(), [requested(BOB, 1)]);
	});
}

#[test]
fn requests_of_several_epochs_stay_apart() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		request(ALICE, 10);
		enter_epoch(1);
		request(ALICE, 20);
		assert_eq!((active(ALICE), inactive(ALICE)), ((90, 70), (10, 30)));
		enter_epoch(2);
		request(ALICE, 30);
		assert_eq!((active(ALICE), inactive(ALICE)), ((70, 40), (30, 60)));
		enter_epoch(9);
		assert_eq!((active(ALICE), inactive(ALICE)), ((40, 40), (60, 60)));
	});
}
