//! Settling epoch by epoch: the way out for an account with many shortfalls (scenarios 49 and 50; specification,
//! section 5.7).

use super::*;
use crate::{
	types::{InactiveBalance, Role},
	Stakers,
};
use frame_support::{assert_noop, assert_ok};

/// As [`with_halvings`], in the epoch after the last of them.
pub(super) fn with_shortfalls(count: u32, test: impl FnOnce()) {
	with_halvings(count, DEFAULT_MAX_SHORTFALLS, || {
		enter_epoch(u64::from(count) + 1);
		test();
	});
}

fn settle_to(max_epoch: u32) -> Result<(), sp_runtime::DispatchError> {
	let result = LiquidityStaking::failsafe_settle_inactive_to_epoch(signed(BOB), max_epoch);
	result.map(|_| ()).map_err(|refusal| refusal.error)
}

fn record() -> InactiveBalance {
	Stakers::<Test>::get(BOB).inactive
}

#[test]
fn settling_epoch_by_epoch_comes_to_the_same_as_at_once() {
	let mut stepwise = None;
	with_shortfalls(2, || {
		let queries = || (inactive(BOB), debt(BOB), LiquidityStaking::balance_of(BOB), books());
		let before = queries();
		assert_eq!((inactive(BOB), debt(BOB)), ((400, 400), 1_200));
		for (epoch, left, total) in [(0, 1_600, 0), (1, 800, 800), (2, 400, 1_200), (3, 400, 1_200)] {
			// The same epoch again changes nothing.
			for _ in 0..2 {
				assert_ok!(settle_to(epoch));
				assert_eq!((record().balance.epoch, record().balance.next), (epoch, left));
				assert_eq!((Stakers::<Test>::get(BOB).debt, mirror(BOB)), (total, left + 400));
				assert_eq!(queries(), before);
			}
		}
		assert_eq!(pool_events(), [received_debt(BOB, 800, 800), received_debt(BOB, 400, 1_200)]);
		assert_noop!(settle_to(4), Error::InvalidMaxEpoch);
		stepwise = Some(Stakers::<Test>::get(BOB));
	});
	with_shortfalls(2, || {
		withdraw(BOB, 0);
		assert_eq!(Some(Stakers::<Test>::get(BOB)), stepwise);
	});
}

#[test]
fn the_epoch_lies_between_the_record_and_now() {
	with_shortfalls(1, || {
		assert_noop!(settle_to(3), Error::InvalidMaxEpoch);
		assert_noop!(settle_to(u32::MAX), Error::InvalidMaxEpoch);
		assert_ok!(settle_to(1));
		assert_noop!(settle_to(0), Error::InvalidMaxEpoch);
		assert_ok!(settle_to(2));
		assert_noop!(settle_to(1), Error::InvalidMaxEpoch);
	});
}

#[test]
fn an_account_without_inactive_balance_is_left_alone() {
	with_shortfalls(1, || {
		let before = Stakers::<Test>::get(ALICE);
		for staker in [ALICE, PAUPER] {
			for epoch in 0..=2 {
				assert_ok!(LiquidityStaking::failsafe_settle_inactive_to_epoch(signed(staker), epoch));
			}
			assert_noop!(
				LiquidityStaking::failsafe_settle_inactive_to_epoch(signed(staker), 3),
				Error::InvalidMaxEpoch
			);
		}
		assert_eq!(pool_events(), []);
		assert_eq!(Stakers::<Test>::get(ALICE), before);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
	});
}

#[test]
fn with_too_many_shortfalls_every_settling_call_fails() {
	with_shortfalls(3, || {
		grant(Role::StakeOperator, EVE);
		grant(Role::DebtOperator, EVE);
		pool_events();
		let too_many = || Error::TooManyUnsettledShortfalls;
		assert_noop!(LiquidityStaking::request_withdrawal(signed(BOB), 0), too_many());
		assert_noop!(LiquidityStaking::withdraw_stake(signed(BOB), BOB, 0), too_many());
		assert_noop!(LiquidityStaking::withdraw_max_stake(signed(BOB), BOB), too_many());
		assert_noop!(LiquidityStaking::withdraw_debt(signed(BOB), BOB, 0), too_many());
		assert_noop!(LiquidityStaking::withdraw_max_debt(signed(BOB), BOB), too_many());
		assert_noop!(LiquidityStaking::request_withdrawal_for(signed(EVE), BOB, 0), too_many());
		assert_noop!(LiquidityStaking::withdraw_stake_for(signed(EVE), BOB, EVE, 0), too_many());
		assert_noop!(LiquidityStaking::decrease_staker_debt(signed(EVE), BOB, 0), too_many());
		for epoch in [3, 4] {
			assert_noop!(settle_to(epoch), too_many());
		}
		// The second shortfall is of epoch 2: up to there it fits.
		assert_ok!(settle_to(2));
		assert_eq!(pool_events(), [received_debt(BOB, 1_200, 1_200)]);
		withdraw(BOB, 200);
		assert_eq!((inactive(BOB), debt(BOB)), ((0, 0), 1_400));
		request(BOB, 400);
		enter_epoch(5);
		withdraw(BOB, 400);
	});
}

#[test]
fn settling_goes_on_up_to_the_bound_each_time() {
	for (count, stops) in [(4, vec![2, 4, 5]), (5, vec![2, 4, 6]), (6, vec![1, 3, 5, 7])] {
		with_shortfalls(count, || {
			let expected = (inactive(BOB), debt(BOB));
			for epoch in stops {
				assert_ok!(settle_to(epoch));
			}
			assert_eq!(record().shortfall_counter, count);
			assert_eq!((inactive(BOB), debt(BOB)), expected);
			assert_eq!(debt(BOB), 1_600 - (1_600 >> count));
		});
	}
}
