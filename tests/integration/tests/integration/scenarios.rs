//! The worked scenarios of the proxies (specification of the stark proxies, section 16) on the real runtime.

use frame_support::{assert_noop, assert_ok};
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::TrackId;
use tidepool_integration_tests::{borrowers::*, common::*, council::*, exchange::*};
use tidepool_runtime::{LiquidityStaking, Runtime, StarkProxy};

type Error = pallet_stark_proxy::Error<Runtime>;
type ExchangeError = pallet_stark_exchange::Error<Runtime>;

#[test]
fn scenario_1_auto_pay_works_in_the_blackout_window_only() {
	with_pool(|| {
		assert_eq!(auto(A), Err(Error::NotInBlackoutWindow.into()));
		enter_blackout(EPOCH);
		assert_eq!(auto(A), Ok((400_000, 0, 0)));
		set_time(epoch_start(EPOCH + 1));
		assert!(!is_overdue(A));
	});
}

#[test]
fn scenario_2_auto_pay_repays_what_falls_due_and_borrows_what_it_may() {
	with_pool(|| {
		borrow(A, 400_000);
		request(&s2(), 500_000);
		enter_blackout(EPOCH);
		assert_eq!(auto(A), Ok((0, 200_000, 0)));
		stake(&s1(), 1_000_000);
		assert_eq!(LiquidityStaking::total_active_balance_current(), 2_000_000);
		assert_eq!(LiquidityStaking::total_active_balance_next(), 1_500_000);
		assert_eq!(StarkProxy::allocated_balance_current(A), 800_000);
		assert_eq!(StarkProxy::allocated_balance_next(A), 600_000);
		assert_eq!(StarkProxy::borrowable_amount(A), 400_000);
		assert_eq!(auto(A), Ok((400_000, 0, 0)));

		set_time(epoch_start(EPOCH + 1));
		request(&s1(), 1_250_000);
		request(&s2(), 250_000);
		enter_blackout(EPOCH + 1);
		assert_eq!(auto(A), Ok((0, 600_000, 0)));
	});
}

#[test]
fn scenario_3_auto_pay_fails_while_a_unit_too_much_lies_on_the_exchange() {
	for (away, expected) in
		[(200_001, Err(Error::InsufficientFundsForRepayment.into())), (200_000, Ok((0, 200_000, 0)))]
	{
		with_pool(|| {
			borrow(A, 400_000);
			let place = registered(A, 1);
			move_to_exchange(A, place, away);
			request(&s2(), 500_000);
			enter_blackout(EPOCH);
			assert_eq!(auto(A), expected);
		});
	}
}

#[test]
fn scenario_4_auto_pay_pays_old_debt_with_what_the_loan_leaves() {
	with_pool(|| {
		borrow(A, 400_000);
		request(&s2(), 750_000);
		set_time(epoch_start(EPOCH + 1));
		mark_debt(&[A]);
		assert_eq!(StarkProxy::debt_balance(A), 150_000);
		assert_eq!(StarkProxy::borrowed_balance(A), 250_000);
		assert_eq!(LiquidityStaking::total_active_balance_current(), 250_000);
		assert_ok!(act(A, ProxyCall::repay_borrow { proxy: A, amount: 129_787 }));
		enter_blackout(EPOCH + 1);
		assert_eq!(auto(A), Ok((0, 20_213, 150_000)));
	});
}

#[test]
fn scenario_7_a_restricted_proxy_deposits_only_what_it_does_not_owe() {
	with_pool(|| {
		borrow(A, 400_000);
		let (key, position) = registered(A, 1);
		let restrict =
			ProxyCall::<Runtime>::guardian_set_borrowing_restriction { proxy: A, restricted: true };
		govern(TrackId::Short, restrict);
		let deposit = |quantized_amount| {
			act(A, ProxyCall::deposit_to_exchange { proxy: A, key, position, quantized_amount })
		};
		assert_noop!(deposit(400_000), Error::DepositWouldUseBorrowedFunds);
		give(A, 12_340);
		assert_ok!(deposit(12_340));
		assert_noop!(deposit(1), Error::DepositWouldUseBorrowedFunds);
	});
}

#[test]
fn scenario_8_only_what_is_not_owed_leaves() {
	with_pool(|| {
		borrow(A, 400_000);
		let place = registered(A, 1);
		move_to_exchange(A, place, 400_000);
		give(A, 1_200_000);
		move_to_exchange(A, place, 1_200_000);
		move_from_exchange(A, place, 1_600_000);

		let recipient = named("Ferdie");
		let withdraw = |amount| {
			act(A, ProxyCall::external_withdraw_token { proxy: A, recipient: recipient.clone(), amount })
		};
		assert_noop!(withdraw(1), Error::RecipientNotAllowed);
		assert_ok!(act(A, ProxyCall::allow_external_recipient { proxy: A, recipient: recipient.clone() }));
		assert_noop!(withdraw(1_200_001), Error::AmountExceedsWithdrawable);
		let before = usdc_of(&recipient);
		assert_ok!(withdraw(1_200_000));
		assert_eq!(usdc_of(&recipient), before + 1_200_000);
		assert_ok!(act(A, ProxyCall::repay_borrow { proxy: A, amount: 400_000 }));
	});
}

#[test]
fn scenario_10_a_deposit_to_a_foreign_position_moves_nothing() {
	with_pool(|| {
		let (key, _) = registered(A, 1);
		let (_, foreign) = registered(B, 2);
		give(A, 50_000_000);
		let deposit = ProxyCall::<Runtime>::deposit_to_exchange {
			proxy: A,
			key,
			position: foreign,
			quantized_amount: 50_000_000,
		};
		assert_noop!(act(A, deposit), ExchangeError::PositionKeyMismatch);
		assert_eq!(StarkProxy::token_balance(A), 50_000_000);
	});
}
