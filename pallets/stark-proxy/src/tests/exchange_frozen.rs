//! What works while the exchange is frozen (specification, section 10).

use super::situations::*;
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_frozen_exchange_takes_nothing_and_gives_everything_back() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		let (key, position) = on;
		borrow(A, 400_000);
		move_to_exchange(A, on, 300_000);
		credit(on, 50_000);
		deposit(A, on, 90_000);
		freeze(on);
		let withdrew = |amount| Event::WithdrewFromExchange { proxy: A, key, amount, by_guardian: false };
		let deposit = StarkProxy::deposit_to_exchange(owner(A), A, key, position, 1);
		assert_noop!(deposit, ExchangeError::Frozen);
		let force = StarkProxy::forced_withdrawal_request(owner(A), A, key, position, 2);
		assert_noop!(force, ExchangeError::Frozen);
		// What was credited, what was pending and what the position was worth come home.
		assert_ok!(StarkProxy::withdraw_from_exchange(owner(A), A, key));
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, key, position));
		pass(2 * DAY);
		assert_ok!(StarkProxy::deposit_reclaim(owner(A), A, key, position));
		assert_ok!(StarkExchange::escape(signed(&STRANGER), position));
		assert_ok!(StarkProxy::withdraw_from_exchange(owner(A), A, key));
		assert_eq!(
			proxy_events(),
			[
				withdrew(50_000),
				Event::DepositCanceled { proxy: A, key, position, by_guardian: false },
				Event::DepositReclaimed { proxy: A, key, position, amount: 90_000, by_guardian: false },
				withdrew(250_000),
			]
		);
		assert_eq!((token(A), usdc(&exchange_account())), (400_000, 0));
		assert!(StarkProxy::exchange_exposure(A).is_zero());
		// Keys can be registered and allowed meanwhile.
		registered(A, 2);
	});
}

#[test]
fn the_guardian_too_only_brings_money_home_from_a_frozen_exchange() {
	in_debt(1, 100, |on| {
		let (key, position) = on;
		credit(on, 40);
		give(&proxy_account(A), 5);
		deposit(A, on, 5);
		freeze(on);
		let force = StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, 60);
		assert_noop!(force, ExchangeError::Frozen);
		assert_ok!(StarkProxy::guardian_withdraw_from_exchange(guardian(), A, key));
		assert_ok!(StarkProxy::guardian_deposit_cancel(guardian(), A, key, position));
		pass(2 * DAY);
		assert_ok!(StarkProxy::guardian_deposit_reclaim(guardian(), A, key, position));
		assert_ok!(StarkExchange::escape(signed(&STRANGER), position));
		assert_ok!(StarkProxy::guardian_withdraw_from_exchange(guardian(), A, key));
		assert_eq!(token(A), 105);
	});
}

/// Borrowing, repaying, auto-pay and outside withdrawals do not depend on the exchange.
#[test]
fn a_freeze_does_not_concern_the_pool() {
	in_situation([50, 60, 1, 0], || {
		let on = registered(A, 1);
		move_to_exchange(A, on, 1);
		freeze(on);
		allow_recipient(A);
		give(&proxy_account(A), 51);
		assert_ok!(StarkProxy::external_withdraw_token(owner(A), A, RECIPIENT, 1));
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 20));
		borrow(A, 5);
		assert_eq!(auto(A), Ok((25, 0, 0)));
		assert_eq!(found(A), [60, 60, 60, 0]);
	});
}
