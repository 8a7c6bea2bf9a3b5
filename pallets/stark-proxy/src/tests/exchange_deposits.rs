//! Keys and deposits (specification, sections 8.1 and 8.2).

use super::{situations::*, support::info};
use crate::{mock::*, AllowedStarkKeys};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tidepool_primitives::{Balance, Exposure};

fn try_deposit((key, position): On, quantized: u64) -> DispatchResult {
	StarkProxy::deposit_to_exchange(owner(A), A, key, position, quantized)
}

fn limit(amount: Option<Balance>) {
	assert_ok!(StarkProxy::set_exchange_allowance(owner(A), A, amount));
}

fn pending(proxy: u32) -> u128 {
	StarkProxy::exchange_exposure(proxy).pending_deposits
}

/// `DepositedToExchange`.
fn deposited((key, position): On, amount: Balance) -> Event {
	Event::DepositedToExchange { proxy: A, key, position, amount }
}

#[test]
fn a_key_is_registered_to_the_proxy_and_not_yet_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		let (key, position) = register(A, 1);
		assert_eq!(proxy_events(), [Event::UserRegistered { proxy: A, key, position }]);
		assert_eq!(StarkExchange::account_of_key(key), Some(proxy_account(A)));
		assert_eq!(StarkExchange::position_of_key(key), Some(position));
		assert!(!AllowedStarkKeys::<Test>::contains_key(A, key));
		borrow(A, 10);
		assert_noop!(try_deposit((key, position), 10), Error::StarkKeyNotAllowed);
		assert_ok!(StarkProxy::allow_stark_key(owner(A), A, key));
		assert_ok!(try_deposit((key, position), 10));
	});
}

#[test]
fn only_a_signature_over_the_proxys_account_registers_a_key() {
	ExtBuilder::default().build_and_execute(|| {
		let try_register =
			|number, signature| StarkProxy::register_user_on_exchange(owner(A), A, key(number), signature);
		let for_a = registration(&proxy_account(A), 1);
		for other in [proxy_account(B), OWNER_A] {
			assert_noop!(try_register(1, registration(&other, 1)), ExchangeError::InvalidSignature);
		}
		assert_noop!(try_register(2, for_a), ExchangeError::InvalidSignature);
		let not_on_the_curve = [0; 32];
		assert_noop!(
			StarkProxy::register_user_on_exchange(owner(A), A, not_on_the_curve, for_a),
			ExchangeError::InvalidStarkKey
		);
		assert_ok!(try_register(1, for_a));
		assert_noop!(try_register(1, for_a), ExchangeError::KeyAlreadyRegistered);
	});
}

#[test]
fn a_deposit_moves_tokens_that_wait_for_the_operator() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 400_000);
		proxy_events();
		assert_ok!(try_deposit(on, 150_000));
		assert_ok!(try_deposit(on, 250_000));
		assert_eq!(proxy_events(), [deposited(on, 150_000), deposited(on, 250_000)]);
		assert_eq!((token(A), usdc(&exchange_account())), (0, 400_000));
		let pending = Exposure { pending_deposits: 400_000, ..Default::default() };
		assert_eq!(StarkProxy::exchange_exposure(A), pending);
		accept(on, 400_000);
		let accepted = Exposure { equity: 400_000, ..Default::default() };
		assert_eq!(StarkProxy::exchange_exposure(A), accepted);
	});
}

#[test]
fn a_deposit_has_an_order_of_checks() {
	ExtBuilder::default().build_and_execute(|| {
		let (key, position) = register(A, 1);
		let (right, wrong) = ((key, position), (key, position + 1));
		borrow(A, 400_000);
		hold(A, 10);
		limit(Some(9));
		set_restriction(A, true);
		assert_noop!(try_deposit(wrong, 0), Error::StarkKeyNotAllowed);
		assert_ok!(StarkProxy::allow_stark_key(owner(A), A, key));
		assert_noop!(try_deposit(wrong, 0), Error::ZeroAmount);
		assert_noop!(try_deposit(wrong, 11), Error::ExchangeAllowanceExceeded);
		limit(Some(11));
		assert_noop!(try_deposit(wrong, 11), Error::InsufficientProxyBalance);
		assert_noop!(try_deposit(wrong, 10), Error::DepositWouldUseBorrowedFunds);
		set_restriction(A, false);
		assert_noop!(try_deposit(wrong, 10), ExchangeError::PositionKeyMismatch);
		assert_eq!(info(A).exchange_allowance, Some(11));
		assert_ok!(try_deposit(right, 10));
		assert_eq!(info(A).exchange_allowance, Some(1));
	});
}

#[test]
fn every_deposit_lowers_the_owners_limit() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 400_000);
		limit(Some(99));
		assert_noop!(try_deposit(on, 100), Error::ExchangeAllowanceExceeded);
		limit(Some(100));
		assert_ok!(try_deposit(on, 100));
		assert_eq!(info(A).exchange_allowance, Some(0));
		assert_noop!(try_deposit(on, 1), Error::ExchangeAllowanceExceeded);
		limit(Some(101));
		assert_ok!(try_deposit(on, 40));
		assert_ok!(try_deposit(on, 60));
		assert_eq!(info(A).exchange_allowance, Some(1));
		assert_noop!(try_deposit(on, 2), Error::ExchangeAllowanceExceeded);
		limit(None);
		assert_ok!(try_deposit(on, 2));
		assert_eq!(info(A).exchange_allowance, None);
		assert_eq!(pending(A), 202);
	});
}

#[test]
fn the_limit_on_repayments_does_not_limit_deposits_nor_the_other_way_round() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 20);
		limit(Some(0));
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 10));
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(0)));
		limit(None);
		assert_ok!(try_deposit(on, 10));
	});
}

#[test]
fn a_proxy_deposits_what_it_holds_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 100);
		assert_noop!(try_deposit(on, 101), Error::InsufficientProxyBalance);
		assert_noop!(try_deposit(on, u64::MAX), Error::InsufficientProxyBalance);
		assert_ok!(try_deposit(on, 99));
		assert_ok!(try_deposit(on, 1));
		assert_noop!(try_deposit(on, 1), Error::InsufficientProxyBalance);
	});
}

#[test]
fn a_restricted_proxy_deposits_exactly_what_exceeds_loan_and_debt() {
	in_situation([50, 60, 150, 30], || {
		let on = registered(A, 1);
		set_restriction(A, true);
		assert_noop!(try_deposit(on, 71), Error::DepositWouldUseBorrowedFunds);
		assert_ok!(try_deposit(on, 69));
		assert_noop!(try_deposit(on, 2), Error::DepositWouldUseBorrowedFunds);
		assert_ok!(try_deposit(on, 1));
		assert_noop!(try_deposit(on, 1), Error::DepositWouldUseBorrowedFunds);
		assert_eq!(found(A), [50, 60, 80, 30]);
		// Repaying changes nothing about that: tokens and what is owed fall alike.
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 30));
		assert_noop!(try_deposit(on, 1), Error::DepositWouldUseBorrowedFunds);
		set_restriction(A, false);
		assert_ok!(try_deposit(on, 50));
	});
}

#[test]
fn the_pools_restriction_does_not_stop_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 400_000);
		set_pool_restriction(A, true);
		assert_ok!(try_deposit(on, 400_000));
	});
}

#[test]
fn a_position_of_another_key_takes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, second, b) = (registered(A, 1), registered(A, 2), registered(B, 3));
		borrow(A, 400_000);
		limit(Some(400_000));
		for position in [second.1, b.1, 0, u64::MAX] {
			assert_noop!(try_deposit((a.0, position), 1), ExchangeError::PositionKeyMismatch);
		}
		// Nor does the key of another proxy, whatever the position.
		assert_noop!(try_deposit(b, 1), Error::StarkKeyNotAllowed);
		assert_eq!((token(A), usdc(&exchange_account())), (400_000, 0));
	});
}

#[test]
fn a_unit_of_the_exchange_can_stand_for_many_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		Quantum::set(1_000);
		let on = registered(A, 1);
		borrow(A, 5_000);
		give(&proxy_account(A), 2_999);
		set_restriction(A, true);
		limit(Some(2_999));
		proxy_events();
		// Two units are 2,000 tokens: within the limit and what A does not owe. Three are beyond both.
		assert_noop!(try_deposit(on, 3), Error::ExchangeAllowanceExceeded);
		limit(Some(3_000));
		assert_noop!(try_deposit(on, 3), Error::DepositWouldUseBorrowedFunds);
		assert_noop!(try_deposit(on, u64::MAX), Error::ExchangeAllowanceExceeded);
		assert_ok!(try_deposit(on, 2));
		assert_eq!(info(A).exchange_allowance, Some(1_000));
		assert_eq!((token(A), pending(A)), (5_999, 2));
		assert_eq!(proxy_events().pop(), Some(deposited(on, 2_000)));
		limit(None);
		assert_noop!(try_deposit(on, u64::MAX), Error::InsufficientProxyBalance);
		accept(on, 2);
		credit(on, 2);
		assert_ok!(StarkProxy::withdraw_from_exchange(owner(A), A, on.0));
		let withdrawn =
			Event::WithdrewFromExchange { proxy: A, key: on.0, amount: 2_000, by_guardian: false };
		assert_eq!(proxy_events().pop(), Some(withdrawn));
		assert_eq!(token(A), 7_999);
	});
}
