//! A borrower's keys are stolen: what the thief can take, and how fast the rest is safe. The new owner comes with the
//! process of the lost key, after seven days.

use super::*;
use crate::{attempts::*, bypasses::powers::restrict};
use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::{Call as ProxyCall, Error};
use pallet_timelock::TrackId;
use sp_runtime::DispatchResult;
use tidepool_integration_tests::{council::*, exchange::*};

type ProxyError = Error<Runtime>;

/// The thief withdraws to an account that it has put on the list.
fn steal(amount: u128) -> DispatchResult {
	act(A, ProxyCall::external_withdraw_token { proxy: A, recipient: named("Eve"), amount })
}

/// The thief has the keys of a borrower with a loan and 5,000 USDC of its own.
fn with_thief(test: impl FnOnce()) {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		give(A, usdc(5_000));
		assert_ok!(act(A, ProxyCall::allow_external_recipient { proxy: A, recipient: named("Eve") }));
		test();
	});
}

#[test]
fn borrowed_money_is_out_of_reach() {
	with_thief(|| {
		assert_noop!(steal(usdc(5_000) + 1), ProxyError::AmountExceedsWithdrawable);
		assert_ok!(steal(usdc(5_000)));
		without_moving_money_out(|| assert_eq!(steal(1), Err(ProxyError::NoWithdrawableBalance.into())));
		assert_eq!(StarkProxy::token_balance(A), usdc(400_000));
	});
}

/// An approval is as good as stolen; that is why it should expire.
#[test]
fn what_was_approved_is_at_risk_until_it_is_reset() {
	with_thief(|| {
		assert_ok!(steal(usdc(5_000)));
		let approve =
			ProxyCall::<Runtime>::increase_approved_amount { proxy: A, amount: usdc(100), valid_for: None };
		govern(TrackId::Short, approve);
		let reset = queue(TrackId::Short, ProxyCall::<Runtime>::reset_approved_amount { proxy: A });
		assert_ok!(steal(usdc(60)));
		set_time(now() + 2 * DAY);
		assert_eq!(outcome(reset), Ok(()));
		assert_noop!(steal(1), ProxyError::NoWithdrawableBalance);
	});
}

#[test]
fn after_two_days_the_loan_is_home() {
	with_thief(|| {
		assert_ok!(steal(usdc(5_000)));
		let place = registered(A, 1);
		move_to_exchange(A, place, usdc(100_000) as u64);
		let (key, position) = place;
		update(|batch| batch.withdrawals.try_push((key, position, usdc(100_000) as u64)).expect("fits"));
		without_moving_money_out(|| {
			let repay = ProxyCall::<Runtime>::guardian_repay_borrow { proxy: A, max_amount: u128::MAX };
			let fetch = ProxyCall::<Runtime>::guardian_withdraw_from_exchange { proxy: A, key };
			let calls = batch_all(vec![restrict(A), fetch.into(), repay.into()]);
			let id = queue(TrackId::Short, calls);
			set_time(now() + 2 * DAY - 1);
			assert_noop!(execute(id), pallet_timelock::Error::<Runtime>::TooEarly);
			set_time(now() + 1);
			assert_eq!(outcome(id), Ok(()));
			assert_eq!((StarkProxy::token_balance(A), StarkProxy::borrowed_balance(A)), (0, 0));
			assert_noop!(act(A, ProxyCall::borrow { proxy: A, amount: 1 }), ProxyError::BorrowingRestricted);
			assert_eq!(
				act(A, ProxyCall::auto_pay_or_borrow { proxy: A }),
				Err(ProxyError::NotInBlackoutWindow.into())
			);
		});
		assert_eq!(usdc_of(&LiquidityStaking::pool_account()), usdc(1_000_000));
	});
}
