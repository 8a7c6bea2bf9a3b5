//! `withdraw_stake` and `withdraw_max_stake` (scenarios 4 to 6; specification, section 5.1).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

fn withdrew(staker: AccountId, recipient: AccountId, amount: Balance) -> Event {
	Event::WithdrewStake { staker, recipient, amount }
}

/// Alice has requested 100 + 10 + 1 of 1,000 in epoch 0; epoch 1 has begun.
fn after_three_requests(test: impl FnOnce()) {
	ExtBuilder::default().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		for amount in [100, 10, 1] {
			request(ALICE, amount);
		}
		enter_epoch(1);
		pool_events();
		test();
	});
}

#[test]
fn requests_of_one_epoch_add_up_and_can_be_withdrawn_at_once() {
	after_three_requests(|| {
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 112),
			Error::InsufficientInactiveBalance
		);
		withdraw(ALICE, 111);
		assert_eq!(usdc(ALICE), FUNDS - 889);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 1),
			Error::InsufficientInactiveBalance
		);
	});
}

#[test]
fn requests_can_be_withdrawn_in_parts() {
	after_three_requests(|| {
		for amount in [50, 60, 1] {
			withdraw(ALICE, amount);
		}
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 1),
			Error::InsufficientInactiveBalance
		);
		assert_eq!((active(ALICE), inactive(ALICE)), ((889, 889), (0, 0)));
		assert_eq!((usdc(ALICE), mirror(ALICE)), (FUNDS - 889, 889));
	});
}

#[test]
fn a_withdrawal_pays_the_recipient_and_burns_the_stakers_tokens() {
	after_three_requests(|| {
		assert_ok!(LiquidityStaking::withdraw_stake(signed(ALICE), BOB, 111));
		assert_eq!(
			all_events(),
			[
				pallet_assets::Event::Burned { asset_id: STK_USDC, owner: ALICE, balance: 111 }.into(),
				RuntimeEvent::from(pallet_assets::Event::Transferred {
					asset_id: USDC,
					from: pool_account(),
					to: BOB,
					amount: 111
				}),
				burned(ALICE, 111).into(),
				withdrew(ALICE, BOB, 111).into(),
			]
		);
		assert_eq!((usdc(ALICE), usdc(BOB)), (FUNDS - 1_000, FUNDS + 111));
		assert_eq!((total_active(), total_inactive()), ((889, 889), (0, 0)));
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 889);
	});
}

#[test]
fn a_withdrawal_of_zero_moves_nothing() {
	after_three_requests(|| {
		withdraw(ALICE, 0);
		assert_eq!(all_events(), [burned(ALICE, 0).into(), RuntimeEvent::from(withdrew(ALICE, ALICE, 0))]);
		withdraw(PAUPER, 0);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
	});
}

#[test]
fn nothing_staked_nothing_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 1), Error::InsufficientLiquidity);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE));
		assert_eq!(pool_events(), [burned(ALICE, 0), withdrew(ALICE, ALICE, 0)]);
	});
}

#[test]
fn active_and_pending_stake_cannot_be_withdrawn() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 1),
			Error::InsufficientInactiveBalance
		);
		request(ALICE, 40);
		at(INTERVAL - 1);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 1),
			Error::InsufficientInactiveBalance
		);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE));
		assert_eq!(usdc(ALICE), FUNDS - 100);
		at(INTERVAL);
		request(ALICE, 60);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 41),
			Error::InsufficientInactiveBalance
		);
		withdraw(ALICE, 40);
		assert_eq!((active(ALICE), inactive(ALICE)), ((60, 0), (0, 60)));
	});
}

#[test]
fn supply_and_balance_stay_until_the_withdrawal() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000_000)]).build_and_execute(|| {
		let held = || (LiquidityStaking::total_supply(), LiquidityStaking::balance_of(ALICE), mirror(ALICE));
		let all = (1_000_000, 1_000_000, 1_000_000);
		assert_eq!(held(), all);
		request(ALICE, 1_000_000);
		assert_eq!(held(), all);
		enter_epoch(1);
		assert_eq!(held(), all);
		withdraw(ALICE, 999_999);
		assert_eq!(held(), (1, 1, 1));
		withdraw(ALICE, 1);
		assert_eq!(held(), (0, 0, 0));
		assert_eq!(usdc(ALICE), FUNDS);
	});
}

#[test]
fn an_account_that_withdraws_everything_is_forgotten() {
	ExtBuilder::default().stakes(&[(ALICE, 10)]).build_and_execute(|| {
		request(ALICE, 10);
		enter_epoch(1);
		withdraw(ALICE, 10);
		assert_eq!(pallet_assets::Account::<Test>::get(STK_USDC, ALICE), None);
		assert_eq!(usdc(pool_account()), 0);
		// Her rewards of epoch 0 are still open; with them the last of her record goes.
		assert_eq!(claim(ALICE), 0);
		assert!(!Stakers::<Test>::contains_key(ALICE));
	});
}

#[test]
fn withdraw_max_takes_the_whole_inactive_balance() {
	after_three_requests(|| {
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), CAROL));
		assert_eq!(pool_events(), [burned(ALICE, 111), withdrew(ALICE, CAROL, 111)]);
		assert_eq!(usdc(CAROL), FUNDS + 111);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), CAROL));
		assert_eq!(pool_events(), [burned(ALICE, 0), withdrew(ALICE, CAROL, 0)]);
	});
}

#[test]
fn withdrawals_are_limited_by_what_borrowers_left() {
	ExtBuilder::default().stakes(&[(ALICE, 500), (BOB, 500)]).build_and_execute(|| {
		request(ALICE, 500);
		lend(700);
		enter_epoch(1);
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(ALICE), 300);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 301),
			Error::InsufficientLiquidity
		);
		// More than both: the pool is named first.
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 501),
			Error::InsufficientLiquidity
		);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE));
		assert_eq!((usdc(ALICE), inactive(ALICE)), (FUNDS - 200, (200, 200)));
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE));
		assert_noop!(LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 1), Error::InsufficientLiquidity);
		repay_loan(200);
		withdraw(ALICE, 200);
		assert_eq!(usdc(ALICE), FUNDS);
	});
}

#[test]
fn an_insolvent_pool_pays_in_order_of_arrival() {
	// Kept on purpose (K2).
	ExtBuilder::default().stakes(&[(ALICE, 300), (BOB, 300), (CAROL, 400)]).build_and_execute(|| {
		request(ALICE, 300);
		request(BOB, 300);
		lend(700);
		enter_epoch(1);
		assert_eq!(LiquidityStaking::current_shortfall(), 300);
		withdraw(ALICE, 300);
		assert_eq!(mark_debt(), 0);
		assert_eq!((usdc(ALICE), LiquidityStaking::staker_debt_balance(ALICE)), (FUNDS, 0));
		assert_eq!((inactive(BOB), LiquidityStaking::staker_debt_balance(BOB)), ((0, 0), 300));
	});
}

#[test]
fn a_withdrawal_to_the_pool_is_a_donation() {
	after_three_requests(|| {
		assert_ok!(LiquidityStaking::withdraw_stake(signed(ALICE), pool_account(), 111));
		assert_eq!(usdc(pool_account()), 1_000);
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 889);
		assert_eq!(LiquidityStaking::total_supply(), 889);
	});
}

#[test]
fn a_withdrawal_fails_when_the_recipient_cannot_receive() {
	after_three_requests(|| {
		assert_ok!(Assets::block(signed(ISSUER), USDC, BOB));
		assert_noop!(LiquidityStaking::withdraw_stake(signed(ALICE), BOB, 1), TokenError::Blocked);
		assert_noop!(LiquidityStaking::withdraw_max_stake(signed(ALICE), BOB), TokenError::Blocked);
		withdraw(ALICE, 1);
	});
}

#[test]
fn withdrawals_to_a_new_account_are_possible() {
	after_three_requests(|| {
		assert_ok!(LiquidityStaking::withdraw_stake(signed(ALICE), PAUPER, 1));
		assert_eq!(usdc(PAUPER), 1);
	});
}

#[test]
fn withdrawals_are_possible_in_blackout() {
	after_three_requests(|| {
		at(2 * INTERVAL - 1);
		assert!(LiquidityStaking::in_blackout_window());
		withdraw(ALICE, 111);
	});
}

#[test]
fn withdrawals_do_not_touch_rewards() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 1_000);
		at(INTERVAL + 5);
		pool_events();
		withdraw(ALICE, 1_000);
		assert_eq!(pool_events(), [burned(ALICE, 1_000), withdrew(ALICE, ALICE, 1_000)]);
		// Everything is gone but the rewards of epoch 0, which are still to be settled.
		assert_eq!(claimable(ALICE), u128::from(INTERVAL) * 1_000);
		assert_eq!(claim(ALICE), u128::from(INTERVAL) * 1_000);
		assert!(!Stakers::<Test>::contains_key(ALICE));
	});
}
