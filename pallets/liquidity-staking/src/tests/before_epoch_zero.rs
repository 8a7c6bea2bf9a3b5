//! Before epoch zero (scenario 1; specification, section 3.7).

use super::*;
use crate::{
	types::{Role, WriteOffs},
	Borrowers, Stakers, WriteOffTotals,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

const AMOUNTS: [Balance; 2] = [0, 1];

fn before_epoch_zero(test: impl FnOnce()) {
	ExtBuilder::default().rate(1_000).start(OFFSET - 1).build_and_execute(test);
}

#[test]
fn every_staker_call_fails_for_any_amount() {
	before_epoch_zero(|| {
		for amount in AMOUNTS {
			assert_noop!(LiquidityStaking::stake(signed(ALICE), amount), Error::EpochZeroNotStarted);
			assert_noop!(LiquidityStaking::stake_for(signed(ALICE), BOB, amount), Error::EpochZeroNotStarted);
			assert_noop!(
				LiquidityStaking::request_withdrawal(signed(ALICE), amount),
				Error::EpochZeroNotStarted
			);
			assert_noop!(
				LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, amount),
				Error::EpochZeroNotStarted
			);
			assert_noop!(LiquidityStaking::transfer(signed(ALICE), BOB, amount), Error::EpochZeroNotStarted);
			assert_noop!(
				LiquidityStaking::transfer(signed(ALICE), ALICE, amount),
				Error::EpochZeroNotStarted
			);
			assert_noop!(
				LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, amount),
				Error::EpochZeroNotStarted
			);
		}
		assert_noop!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE), Error::EpochZeroNotStarted);
		assert_noop!(LiquidityStaking::claim_rewards(signed(ALICE), ALICE), Error::EpochZeroNotStarted);
	});
}

#[test]
fn epoch_zero_comes_before_the_balance_and_allowance_errors() {
	before_epoch_zero(|| {
		let too_much = FUNDS + 1;
		assert_noop!(LiquidityStaking::stake(signed(ALICE), too_much), Error::EpochZeroNotStarted);
		assert_noop!(LiquidityStaking::transfer(signed(ALICE), BOB, too_much), Error::EpochZeroNotStarted);
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, too_much),
			Error::EpochZeroNotStarted
		);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), BOB, too_much),
			Error::EpochZeroNotStarted
		);
	});
}

#[test]
fn allowances_can_be_set() {
	before_epoch_zero(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 10));
		assert_ok!(LiquidityStaking::increase_allowance(signed(ALICE), BOB, 5));
		assert_ok!(LiquidityStaking::decrease_allowance(signed(ALICE), BOB, 3));
		assert_eq!(LiquidityStaking::allowance(ALICE, BOB), 12);
		let approval = |amount| Event::Approval { owner: ALICE, spender: BOB, amount };
		assert_eq!(pool_events(), [approval(10), approval(15), approval(12)]);
	});
}

#[test]
fn queries_answer_nothing() {
	before_epoch_zero(|| {
		assert_eq!(LiquidityStaking::current_epoch(), None);
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), None);
		assert!(!LiquidityStaking::has_epoch_zero_started());
		assert!(!LiquidityStaking::in_blackout_window());
		assert_eq!((active(ALICE), inactive(ALICE)), ((0, 0), (0, 0)));
		assert_eq!((total_active(), total_inactive()), ((0, 0), (0, 0)));
		assert_eq!(LiquidityStaking::pending_withdrawal(ALICE), 0);
		assert_eq!(LiquidityStaking::staker_debt_balance(ALICE), 0);
		assert_eq!(LiquidityStaking::transferable_balance(ALICE), 0);
		assert_eq!(LiquidityStaking::balance_of(ALICE), 0);
		assert_eq!(LiquidityStaking::total_supply(), 0);
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 0);
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(ALICE), 0);
		assert_eq!(LiquidityStaking::current_shortfall(), 0);
		assert_eq!((LiquidityStaking::shortfall_count(), LiquidityStaking::shortfall(0)), (0, None));
		assert_eq!(claimable(ALICE), 0);
	});
}

#[test]
fn everything_works_in_the_first_second_of_epoch_zero() {
	before_epoch_zero(|| {
		set_time(OFFSET);
		stake(ALICE, 1);
		request(ALICE, 1);
		transfer(ALICE, BOB, 0);
		withdraw(ALICE, 0);
		assert_eq!(claim(ALICE), 0);
		assert_eq!(active(ALICE), (1, 0));
	});
}

#[test]
fn the_clock_counts_whole_seconds() {
	before_epoch_zero(|| {
		pallet_timestamp::Now::<Test>::put(OFFSET * 1_000 - 1);
		assert_noop!(LiquidityStaking::stake(signed(ALICE), 1), Error::EpochZeroNotStarted);
		pallet_timestamp::Now::<Test>::put(OFFSET * 1_000 + 999);
		stake(ALICE, 1);
		assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), Some(INTERVAL));
	});
}

#[test]
fn nothing_is_recorded_for_a_staker() {
	before_epoch_zero(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 1));
		assert_eq!(Stakers::<Test>::iter().count(), 0);
	});
}

#[test]
fn tokens_can_reach_the_pool_only_as_a_donation() {
	before_epoch_zero(|| {
		assert_ok!(Assets::transfer(signed(ALICE), USDC, pool_account(), 5));
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 0);
		assert_eq!(LiquidityStaking::total_supply(), 0);
	});
}

#[test]
fn every_call_that_settles_debt_fails_for_any_amount() {
	before_epoch_zero(|| {
		let too_early = || Error::EpochZeroNotStarted;
		for role in [Role::StakeOperator, Role::ClaimOperator, Role::DebtOperator] {
			grant(role, EVE);
		}
		for amount in AMOUNTS {
			assert_noop!(LiquidityStaking::withdraw_debt(signed(ALICE), ALICE, amount), too_early());
			let refusals = [(EVE, Error::EpochZeroNotStarted), (ALICE, Error::MissingRole)];
			for (operator, error) in refusals.map(|(operator, error)| (operator, DispatchError::from(error)))
			{
				let requested = LiquidityStaking::request_withdrawal_for(signed(operator), BOB, amount);
				assert_eq!(requested.map_err(|refusal| refusal.error), Err(error));
				let withdrew = LiquidityStaking::withdraw_stake_for(signed(operator), BOB, BOB, amount);
				assert_eq!(withdrew.map_err(|refusal| refusal.error), Err(error));
				let decreased = LiquidityStaking::decrease_staker_debt(signed(operator), BOB, amount);
				assert_eq!(decreased.map_err(|refusal| refusal.error), Err(error));
				assert_noop!(LiquidityStaking::claim_rewards_for(signed(operator), BOB, BOB), error);
			}
		}
		assert_noop!(LiquidityStaking::withdraw_max_debt(signed(ALICE), ALICE), too_early());
		assert_noop!(LiquidityStaking::settle(signed(ALICE), ALICE), too_early());
		for epoch in [0, 1] {
			assert_noop!(
				LiquidityStaking::failsafe_settle_inactive_to_epoch(signed(ALICE), epoch),
				too_early()
			);
		}
	});
}

#[test]
fn nothing_can_be_borrowed_and_nothing_is_owed() {
	ExtBuilder::default().allocations(&[(B0, 10_000)]).start(OFFSET - 1).build_and_execute(|| {
		set_restriction(B1, true);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 0), Error::ZeroAmount);
		assert_noop!(LiquidityStaking::borrow(signed(B1), 0), Error::ZeroAmount);
		assert_noop!(LiquidityStaking::borrow(signed(B1), 1), Error::BorrowerRestricted);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 1), Error::ExceedsAvailableToBorrow);
		assert_noop!(LiquidityStaking::repay_borrow(signed(ALICE), B0, 0), Error::ZeroAmount);
		assert_noop!(LiquidityStaking::repay_borrow(signed(ALICE), B0, 1), Error::RepayExceedsBorrowed);
		assert_noop!(LiquidityStaking::repay_debt(signed(ALICE), B0, 0), Error::ZeroAmount);
		assert_noop!(LiquidityStaking::repay_debt(signed(ALICE), B0, 1), Error::RepayExceedsDebt);
		assert_noop!(LiquidityStaking::restrict_borrower(signed(ALICE), B0), Error::BorrowerNotOverdue);
		assert_noop!(mark(&[B0]), Error::NoShortfall);
		assert_noop!(mark(&[]), Error::NoShortfall);
		// A donation changes nothing of it.
		assert_ok!(Assets::transfer(signed(ALICE), USDC, pool_account(), 5));
		assert_noop!(LiquidityStaking::borrow(signed(B0), 1), Error::ExceedsAvailableToBorrow);
	});
}

#[test]
fn only_nothing_can_be_forgiven_or_abandoned() {
	before_epoch_zero(|| {
		grant(Role::DebtOperator, EVE);
		pool_events();
		assert_ok!(LiquidityStaking::decrease_borrower_debt(signed(EVE), B0, 0));
		assert_noop!(LiquidityStaking::decrease_borrower_debt(signed(EVE), B0, 1), Error::RepayExceedsDebt);
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(ALICE)));
		assert_eq!(
			pool_events(),
			[
				Event::OperatorDecreasedBorrowerDebt {
					borrower: B0,
					amount: 0,
					new_debt_balance: 0,
					operator: EVE
				},
				Event::InactiveBalanceAbandoned { staker: ALICE, amount: 0 },
			]
		);
		assert_eq!(WriteOffTotals::<Test>::get(), WriteOffs::default());
		assert_eq!((Stakers::<Test>::iter().count(), Borrowers::<Test>::iter().count()), (0, 0));
	});
}
