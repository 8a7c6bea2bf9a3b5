//! The worked scenarios 1 to 8 of section 16, with their numbers.

use super::situations::*;
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};

/// Scenario 1. In the blackout window the allocation is used fully, and is not overdue in the next epoch.
#[test]
fn scenario_1_first_use_of_the_allocation() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::NotInBlackoutWindow);
		enter_blackout(0);
		set_time(now() - 1);
		assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::NotInBlackoutWindow);
		enter_blackout(0);
		assert_eq!(auto(A), Ok((400_000, 0, 0)));
		assert_eq!(auto(B), Ok((600_000, 0, 0)));
		enter_epoch(1);
		for proxy in [A, B] {
			assert!(!LiquidityStaking::is_borrower_overdue(proxy_account(proxy)));
		}
	});
}

/// Scenario 2. Requested withdrawals are repaid, new stake is borrowed, and in the end everything goes back.
#[test]
fn scenario_2_following_the_pool() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		request(&S2, 500_000);
		enter_blackout(0);
		assert_eq!(auto(A), Ok((0, 200_000, 0)));
		stake(&S1, 1_000_000);
		let totals =
			(LiquidityStaking::total_active_balance_current(), LiquidityStaking::total_active_balance_next());
		assert_eq!(totals, (2_000_000, 1_500_000));
		let shares = (StarkProxy::allocated_balance_current(A), StarkProxy::allocated_balance_next(A));
		assert_eq!(shares, (800_000, 600_000));
		assert_eq!(StarkProxy::borrowable_amount(A), 400_000);
		assert_eq!(auto(A), Ok((400_000, 0, 0)));
		enter_epoch(1);
		request(&S1, 1_250_000);
		request(&S2, 250_000);
		enter_blackout(1);
		assert_eq!(auto(A), Ok((0, 600_000, 0)));
		enter_epoch(2);
		// Everybody gets everything.
		for (staker, amount) in [(&S1, 1_250_000), (&S2, 750_000)] {
			let before = usdc(staker);
			assert_ok!(LiquidityStaking::withdraw_max_stake(signed(staker), staker.clone()));
			assert_eq!(usdc(staker), before + amount);
		}
		assert_eq!((usdc(&pool_account()), token(A)), (0, 0));
	});
}

/// Scenario 3. What is on the exchange cannot be repaid.
#[test]
fn scenario_3_tokens_on_the_exchange() {
	for (away, expected) in
		[(200_001, Err(Error::InsufficientFundsForRepayment.into())), (200_000, Ok((0, 200_000, 0)))]
	{
		ExtBuilder::default().build_and_execute(|| {
			let on = registered(A, 1);
			borrow(A, 400_000);
			move_to_exchange(A, on, away);
			request(&S2, 500_000);
			enter_blackout(0);
			assert_eq!(auto(A), expected);
		});
	}
}

/// Scenario 3, the way out: bring tokens home or put own ones into the proxy first.
#[test]
fn scenario_3_missing_tokens_can_be_added() {
	for bring_home in [true, false] {
		ExtBuilder::default().build_and_execute(|| {
			let on = registered(A, 1);
			borrow(A, 400_000);
			move_to_exchange(A, on, 200_001);
			request(&S2, 500_000);
			enter_blackout(0);
			assert_eq!(auto(A), Err(Error::InsufficientFundsForRepayment.into()));
			if bring_home {
				move_from_exchange(A, on, 1);
			} else {
				assert_ok!(Assets::transfer(signed(&STRANGER), USDC, proxy_account(A), 1));
			}
			assert_eq!(auto(A), Ok((0, 200_000, 0)));
			assert_eq!(token(A), 0);
		});
	}
}

/// Scenario 4. Debt of a shortfall is repaid together with what falls due.
#[test]
fn scenario_4_debt_after_a_shortfall() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		request(&S2, 750_000);
		enter_epoch(1);
		mark_debt(&[A]);
		assert_eq!((debt(A), borrowed(A)), (150_000, 250_000));
		assert_eq!(LiquidityStaking::total_active_balance_current(), 250_000);
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 129_787));
		enter_blackout(1);
		assert_eq!(auto(A), Ok((0, 20_213, 150_000)));
		assert_eq!((debt(A), borrowed(A)), (0, 100_000));
	});
}

/// Scenario 5. B, N, T and D alone.
#[test]
fn scenario_5_the_formula() {
	in_situation([100, 60, 100, 100], || assert_eq!(auto(A), Ok((0, 40, 60))));
	in_situation([100, 60, 39, 100], || {
		assert_eq!(auto(A), Err(Error::InsufficientFundsForRepayment.into()))
	});
	in_situation([50, 60, 30, 100], || assert_eq!(auto(A), Ok((0, 0, 30))));
	in_situation([50, 60, 100, 100], || {
		assert_eq!(StarkProxy::borrowable_amount(A), 10);
		assert_eq!(auto(A), Ok((10, 0, 100)));
	});
}

/// Scenario 6. The guardian's restriction stops borrowing only as long as it lasts.
#[test]
fn scenario_6_restricted_by_the_guardian() {
	ExtBuilder::default().build_and_execute(|| {
		set_restriction(A, true);
		assert_eq!(LiquidityStaking::borrowable_amount(proxy_account(A)), 400_000);
		assert_eq!(StarkProxy::borrowable_amount(A), 0);
		enter_blackout(0);
		assert_eq!(auto(A), Ok((0, 0, 0)));
		set_restriction(A, false);
		assert_eq!(StarkProxy::borrowable_amount(A), 400_000);
		assert_eq!(auto(A), Ok((400_000, 0, 0)));
	});
}

/// Scenario 7. A restricted proxy deposits own tokens only.
#[test]
fn scenario_7_restricted_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let (key, position) = registered(A, 1);
		borrow(A, 400_000);
		set_restriction(A, true);
		let deposit = |quantized| StarkProxy::deposit_to_exchange(owner(A), A, key, position, quantized);
		assert_noop!(deposit(400_000), Error::DepositWouldUseBorrowedFunds);
		assert_ok!(Assets::transfer(signed(&STRANGER), USDC, proxy_account(A), 12_340));
		assert_ok!(deposit(12_340));
		assert_noop!(deposit(1), Error::DepositWouldUseBorrowedFunds);
	});
}

/// Scenario 8. Profits leave, what is owed does not.
#[test]
fn scenario_8_outside_withdrawals() {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		let on = registered(A, 1);
		borrow(A, 400_000);
		move_to_exchange(A, on, 400_000);
		assert_ok!(Assets::transfer(signed(&STRANGER), USDC, proxy_account(A), 1_200_000));
		move_to_exchange(A, on, 1_200_000);
		move_from_exchange(A, on, 1_600_000);
		let withdraw =
			|recipient, amount| StarkProxy::external_withdraw_token(owner(A), A, recipient, amount);
		assert_noop!(withdraw(OTHER_STRANGER, 1), Error::RecipientNotAllowed);
		assert_noop!(withdraw(RECIPIENT, 1_200_001), Error::AmountExceedsWithdrawable);
		assert_ok!(withdraw(RECIPIENT, 1_200_000));
		assert_noop!(withdraw(RECIPIENT, 1), Error::NoWithdrawableBalance);
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 400_000));
		assert_eq!((token(A), borrowed(A), usdc(&RECIPIENT)), (0, 0, 1_200_000));
	});
}
