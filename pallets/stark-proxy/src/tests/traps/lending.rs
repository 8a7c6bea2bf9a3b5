//! Traps around loans, debt and withdrawals.

use super::super::{situations::*, support::info};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use pallet_stark_exchange::types::ForcedOutcome;
use tidepool_primitives::Balance;

fn withdraw(amount: Balance) -> DispatchResult {
	StarkProxy::external_withdraw_token(owner(A), A, RECIPIENT, amount)
}

fn approve(amount: Balance) {
	assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, amount, None));
}

/// T1: an old debt must not block the repayment that averts a new shortfall.
#[test]
fn t1_old_debt_does_not_block_what_falls_due() {
	in_situation([100, 60, 40, 100], || {
		assert_eq!(auto(A), Ok((0, 40, 0)));
		enter_epoch(2);
		assert!(!LiquidityStaking::is_borrower_overdue(proxy_account(A)));
	});
}

/// T2: auto-pay called twice must not turn debt into a loan.
#[test]
fn t2_debt_is_not_paid_with_a_fresh_loan() {
	in_situation([50, 60, 0, 10], || {
		assert_eq!(StarkProxy::borrowable_amount(A), 10);
		for _ in 0..2 {
			assert_eq!(auto(A), Ok((0, 0, 0)));
			assert_eq!((borrowed(A), debt(A)), (50, 10));
		}
	});
}

/// T3: an owner must not be able to stop the guardian's repayments.
#[test]
fn t3_the_owners_limit_does_not_bind_the_guardian() {
	in_situation([50, 60, 100, 10], || {
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(0)));
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, 50));
		assert_ok!(StarkProxy::guardian_repay_debt(guardian(), A, 10));
		assert_eq!((borrowed(A), debt(A)), (0, 0));
		assert_eq!(info(A).staking_allowance, Some(0));
	});
}

/// T6: an approval must not be drained after a default, nor long after it was given.
#[test]
fn t6_an_approval_lapses_and_is_useless_in_debt() {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		borrow(A, 400_000);
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 100, Some(DAY)));
		pass(DAY + 1);
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);
		approve(100);
		assert_ok!(withdraw(1));
		request(&S2, 750_000);
		enter_epoch(1);
		// Overdue, then in debt.
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);
		mark_debt(&[A]);
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 150_000));
		assert!(!LiquidityStaking::is_borrower_overdue(proxy_account(A)));
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 150_000));
		assert_ok!(withdraw(1));
	});
}

/// T7, kept: an approval is used first, and a larger withdrawal of own tokens voids it.
#[test]
fn t7_an_approval_and_own_tokens_never_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		borrow(A, 400_000);
		give(&proxy_account(A), 80);
		approve(50);
		assert_ok!(withdraw(50));
		assert_eq!(StarkProxy::withdrawable_amount(A), 30);
		approve(20);
		assert_noop!(withdraw(31), Error::AmountExceedsWithdrawable);
		assert_ok!(withdraw(30));
		assert_eq!(StarkProxy::approved_amount(A).stored, 0);
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);
	});
}

/// T22: money must not go in circles.
#[test]
fn t22_no_account_of_the_system_is_a_recipient() {
	ExtBuilder::default().build_and_execute(|| {
		let inside = [proxy_account(A), proxy_account(B), pool_account(), exchange_account()];
		for recipient in inside.into_iter().chain([INSTANT, SHORT, LONG]) {
			let allow = StarkProxy::allow_external_recipient(owner(A), A, recipient);
			assert_noop!(allow, Error::InvalidRecipient);
		}
	});
}

/// T24: debt counts like the loan.
#[test]
fn t24_debt_cannot_leave_either() {
	in_situation([50, 60, 100, 30], || {
		allow_recipient(A);
		assert_eq!(StarkProxy::withdrawable_amount(A), 20);
		assert_noop!(withdraw(21), Error::AmountExceedsWithdrawable);
		assert_ok!(withdraw(20));
		assert_noop!(withdraw(1), Error::NoWithdrawableBalance);
	});
}

/// T25, kept: tokens that anybody sends to a proxy are the proxy's.
#[test]
fn t25_gifts_can_be_repaid_and_withdrawn() {
	in_situation([50, 60, 50, 0], || {
		allow_recipient(A);
		assert_ok!(Assets::transfer(signed(&STRANGER), USDC, proxy_account(A), 30));
		assert_ok!(withdraw(20));
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, 60));
		assert_eq!((token(A), borrowed(A)), (10, 0));
	});
}

/// T26, kept for repayments by hand: a stranger who repays one unit makes a full one fail. Auto-pay and the guardian compute
/// their amounts when they pay.
#[test]
fn t26_a_stranger_cannot_make_auto_pay_or_the_guardian_fail() {
	let repay_one = || {
		assert_ok!(LiquidityStaking::repay_borrow(signed(&STRANGER), proxy_account(A), 1));
	};
	in_situation([100, 60, 200, 0], || {
		repay_one();
		assert_noop!(StarkProxy::repay_borrow(owner(A), A, 100), PoolError::RepayExceedsBorrowed);
		assert_eq!(auto(A), Ok((0, 39, 0)));
		repay_one();
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, 60));
		assert_eq!(borrowed(A), 0);
	});
}

/// T27, kept: a borrower in debt can move everything out of the guardian's reach for a while. The guardian brings it back.
#[test]
fn t27_what_a_borrower_in_debt_moves_away_can_be_brought_back() {
	in_situation([50, 60, 100, 50], || {
		let on = registered(A, 1);
		let (key, position) = on;
		move_to_exchange(A, on, 60);
		deposit(A, on, 40);
		assert_noop!(StarkProxy::guardian_repay_debt(guardian(), A, 50), Error::NothingToRepay);
		set_restriction(A, true);
		assert_ok!(StarkProxy::guardian_deposit_cancel(guardian(), A, key, position));
		let force = StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, u64::MAX);
		assert_ok!(force);
		let served = vec![(StarkExchange::forced_withdrawal_id(key, position, 60), ForcedOutcome::Executed)];
		update_exchange(|batch| batch.forced = served.try_into().expect("one"));
		assert_ok!(StarkProxy::guardian_withdraw_from_exchange(guardian(), A, key));
		let again = StarkProxy::deposit_to_exchange(owner(A), A, key, position, 1);
		assert_noop!(again, Error::DepositWouldUseBorrowedFunds);
		pass(2 * DAY);
		assert_ok!(StarkProxy::guardian_deposit_reclaim(guardian(), A, key, position));
		assert_ok!(StarkProxy::guardian_repay_debt(guardian(), A, 50));
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, 50));
		assert_eq!(found(A), [0, 60, 0, 0]);
	});
}
