//! Bringing money home from the exchange, and forced withdrawals (specification, sections 8.3 to 8.5; departure D10).

use super::situations::*;
use crate::mock::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tidepool_primitives::{Balance, Exposure};

fn withdraw((key, _): On) -> DispatchResult {
	StarkProxy::withdraw_from_exchange(owner(A), A, key)
}

fn cancel((key, position): On) -> DispatchResult {
	StarkProxy::deposit_cancel(owner(A), A, key, position)
}

fn reclaim((key, position): On) -> DispatchResult {
	StarkProxy::deposit_reclaim(owner(A), A, key, position)
}

fn force((key, position): On, amount: u64) -> DispatchResult {
	StarkProxy::forced_withdrawal_request(owner(A), A, key, position, amount)
}

fn disallow((key, _): On) {
	assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, key));
}

/// `WithdrewFromExchange`.
fn withdrew((key, _): On, amount: Balance) -> Event {
	Event::WithdrewFromExchange { proxy: A, key, amount, by_guardian: false }
}

/// Proxy A with a loan of 400,000 and an allowed key.
fn with_loan(test: impl FnOnce(On)) {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 400_000);
		proxy_events();
		test(on);
	});
}

#[test]
fn deposits_reach_the_position_and_come_back() {
	with_loan(|on| {
		move_to_exchange(A, on, 400_000);
		assert_eq!(token(A), 0);
		move_from_exchange(A, on, 400_000);
		assert_eq!(token(A), 400_000);
		assert!(StarkProxy::exchange_exposure(A).is_zero());
	});
}

#[test]
fn a_withdrawal_brings_everything_that_was_credited() {
	with_loan(|on| {
		move_to_exchange(A, on, 400_000);
		proxy_events();
		assert_noop!(withdraw(on), ExchangeError::NothingToWithdraw);
		credit(on, 100_000);
		credit(on, 1);
		assert_ok!(withdraw(on));
		assert_eq!(proxy_events(), [withdrew(on, 100_001)]);
		assert_eq!(token(A), 100_001);
		assert_noop!(withdraw(on), ExchangeError::NothingToWithdraw);
	});
}

#[test]
fn only_keys_of_the_proxy_bring_money_home() {
	with_loan(|on| {
		let (b, stranger) = (registered(B, 2), registered_to(&STRANGER, 3));
		for other in [b, stranger, (key(4), 1)] {
			assert_noop!(withdraw(other), Error::StarkKeyNotOwnedByProxy);
			assert_noop!(cancel(other), Error::StarkKeyNotOwnedByProxy);
			assert_noop!(reclaim(other), Error::StarkKeyNotOwnedByProxy);
		}
		assert_noop!(withdraw(on), ExchangeError::NothingToWithdraw);
		assert_noop!(cancel(on), ExchangeError::DepositNotFound);
		assert_noop!(reclaim(on), ExchangeError::DepositNotFound);
	});
}

/// D10: these calls can only bring money home, so the list does not count.
#[test]
fn a_disallowed_key_still_brings_money_home() {
	with_loan(|on| {
		move_to_exchange(A, on, 300_000);
		deposit(A, on, 100_000);
		credit(on, 300_000);
		disallow(on);
		assert_ok!(withdraw(on));
		assert_ok!(cancel(on));
		pass(2 * DAY);
		assert_ok!(reclaim(on));
		assert_eq!(token(A), 400_000);
		// What sends money away does need the list.
		let (key, position) = on;
		let deposit = StarkProxy::deposit_to_exchange(owner(A), A, key, position, 1);
		assert_noop!(deposit, Error::StarkKeyNotAllowed);
		assert_noop!(force(on, 1), Error::StarkKeyNotAllowed);
	});
}

#[test]
fn a_stranger_can_only_pay_the_proxy() {
	with_loan(|on| {
		move_to_exchange(A, on, 400_000);
		credit(on, 400_000);
		proxy_events();
		assert_ok!(StarkExchange::withdraw(signed(&STRANGER), on.0));
		assert_eq!((token(A), proxy_events()), (400_000, vec![]));
	});
}

#[test]
fn a_cancelled_deposit_comes_back_after_two_days() {
	with_loan(|on| {
		let (key, position) = on;
		deposit(A, on, 400_000);
		proxy_events();
		assert_noop!(reclaim(on), ExchangeError::DepositNotCancelled);
		assert_ok!(cancel(on));
		pass(2 * DAY - 1);
		assert_noop!(reclaim(on), ExchangeError::DepositLocked);
		pass(1);
		assert_ok!(reclaim(on));
		assert_eq!(
			proxy_events(),
			[
				Event::DepositCanceled { proxy: A, key, position, by_guardian: false },
				Event::DepositReclaimed { proxy: A, key, position, amount: 400_000, by_guardian: false },
			]
		);
		assert_eq!(token(A), 400_000);
		assert_noop!(reclaim(on), ExchangeError::DepositNotFound);
	});
}

#[test]
fn what_the_operator_accepts_meanwhile_does_not_come_back() {
	with_loan(|on| {
		let (key, position) = on;
		deposit(A, on, 100);
		assert_ok!(cancel(on));
		accept(on, 60);
		pass(2 * DAY);
		proxy_events();
		assert_ok!(reclaim(on));
		let reclaimed = Event::DepositReclaimed { proxy: A, key, position, amount: 40, by_guardian: false };
		assert_eq!(proxy_events(), [reclaimed]);
		assert_eq!(StarkProxy::exchange_exposure(A), Exposure { equity: 60, ..Default::default() });
		// With all of it accepted nothing is left to reclaim.
		deposit(A, on, 100);
		assert_ok!(cancel(on));
		accept(on, 100);
		pass(2 * DAY);
		assert_noop!(reclaim(on), ExchangeError::DepositNotFound);
	});
}

#[test]
fn another_deposit_of_the_proxy_ends_a_cancellation_and_a_strangers_does_not() {
	with_loan(|on| {
		let (key, position) = on;
		deposit(A, on, 100);
		assert_ok!(cancel(on));
		deposit(A, on, 1);
		pass(2 * DAY);
		assert_noop!(reclaim(on), ExchangeError::DepositNotCancelled);
		assert_ok!(cancel(on));
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), key, position, 7));
		pass(2 * DAY);
		proxy_events();
		assert_ok!(reclaim(on));
		let reclaimed = Event::DepositReclaimed { proxy: A, key, position, amount: 108, by_guardian: false };
		assert_eq!(proxy_events(), [reclaimed]);
		assert_eq!(token(A), 400_007);
	});
}

#[test]
fn an_owner_forces_a_withdrawal_at_once() {
	with_loan(|on| {
		let (key, position) = on;
		move_to_exchange(A, on, 400_000);
		proxy_events();
		assert_noop!(force(on, 400_001), ExchangeError::InsufficientEquity);
		assert_ok!(force(on, 400_000));
		assert_eq!(
			proxy_events(),
			[Event::ForcedWithdrawalRequested {
				proxy: A,
				key,
				position,
				amount: 400_000,
				by_guardian: false
			}]
		);
		assert!(is_withdrawal_open(on, 400_000));
		assert_noop!(force(on, 400_000), ExchangeError::RequestAlreadyPending);
	});
}

#[test]
fn a_forced_withdrawal_has_an_order_of_checks() {
	with_loan(|on| {
		move_to_exchange(A, on, 400_000);
		let elsewhere = (on.0, registered(A, 2).1);
		disallow(on);
		assert_noop!(force(elsewhere, 0), Error::StarkKeyNotAllowed);
		assert_ok!(StarkProxy::allow_stark_key(owner(A), A, on.0));
		assert_noop!(force(elsewhere, 0), Error::ZeroAmount);
		assert_noop!(force(elsewhere, 1), ExchangeError::PositionKeyMismatch);
		assert_ok!(force(on, 1));
	});
}
