//! What keeps a proxy from being closed (specification, section 5.2): each obstacle alone, and their order.

use super::{close::*, support::*};
use crate::{mock::*, HoldReason};
use frame_support::{
	assert_ok,
	traits::{fungible::MutateHold, fungibles::Mutate, tokens::Precision::Exact, ReservableCurrency},
};
use tidepool_primitives::{PositionId, StarkKey};

#[test]
fn a_share_of_the_running_epoch_is_an_obstacle() {
	ExtBuilder::default().build_and_execute(|| {
		refused(A, Error::AllocationNotZero);
		move_share(A, B);
		assert_eq!(StarkProxy::allocated_balance_next(A), 0);
		refused(A, Error::AllocationNotZero);
		set_time(OFFSET + INTERVAL - 1);
		refused(A, Error::AllocationNotZero);
		pass(1);
		closes(A);
	});
}

#[test]
fn a_share_of_the_next_epoch_is_an_obstacle() {
	with_new_proxy(|| {
		move_share(A, C);
		assert_eq!(StarkProxy::allocated_balance_current(C), 0);
		refused(C, Error::AllocationNotZero);
		move_share(C, A);
		closes(C);
	});
}

/// A has lent all of its share when it lost that, and holds nothing.
fn without_share(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		take(A, 400_000);
		move_share(A, B);
		request(&S1, 250_000);
		request(&S2, 750_000);
		enter_epoch(1);
		proxy_events();
		test();
	});
}

#[test]
fn a_loan_is_an_obstacle() {
	without_share(|| {
		assert_eq!((borrowed(A), debt(A), token(A)), (400_000, 0, 0));
		refused(A, Error::OutstandingBalance);
		assert_ok!(LiquidityStaking::repay_borrow(signed(&STRANGER), proxy_account(A), 399_999));
		refused(A, Error::OutstandingBalance);
		assert_ok!(LiquidityStaking::repay_borrow(signed(&STRANGER), proxy_account(A), 1));
		closes(A);
	});
}

#[test]
fn a_debt_is_an_obstacle() {
	without_share(|| {
		mark_debt(&[A]);
		assert_eq!((borrowed(A), debt(A), token(A)), (0, 400_000, 0));
		refused(A, Error::OutstandingBalance);
		assert_ok!(LiquidityStaking::repay_debt(signed(&STRANGER), proxy_account(A), 399_999));
		refused(A, Error::OutstandingBalance);
		assert_ok!(LiquidityStaking::repay_debt(signed(&STRANGER), proxy_account(A), 1));
		closes(A);
	});
}

#[test]
fn a_unit_of_the_borrow_token_is_an_obstacle() {
	with_new_proxy(|| {
		give(&proxy_account(C), 1);
		refused(C, Error::ProxyNotEmpty);
		take(C, 1);
		closes(C);
	});
}

#[test]
fn native_currency_is_an_obstacle() {
	with_new_proxy(|| {
		give_native(&proxy_account(C), ED);
		refused(C, Error::ProxyNotEmpty);
		assert_ok!(Balances::transfer_all(signed(&proxy_account(C)), STRANGER, false));
		closes(C);
	});
}

#[test]
fn native_currency_that_is_held_or_reserved_is_an_obstacle() {
	with_new_proxy(|| {
		let account = proxy_account(C);
		let reason = HoldReason::ProxyCreation.into();
		give_native(&account, 2 * ED);
		// The provider of the pallet lets everything be held.
		assert_ok!(Balances::hold(&reason, &account, ED));
		assert_ok!(Balances::transfer_all(signed(&account), STRANGER, false));
		refused(C, Error::ProxyNotEmpty);
		assert_ok!(Balances::release(&reason, &account, ED, Exact));
		refused(C, Error::ProxyNotEmpty);
		assert_ok!(Balances::reserve(&account, 1));
		assert_ok!(Balances::transfer_all(signed(&account), STRANGER, false));
		refused(C, Error::ProxyNotEmpty);
		Balances::unreserve(&account, 1);
		refused(C, Error::ProxyNotEmpty);
		assert_ok!(Balances::transfer_all(signed(&account), STRANGER, false));
		closes(C);
	});
}

/// C has a key on the exchange, which is not on its list, and deposits through a stranger.
fn with_key(test: impl FnOnce((StarkKey, PositionId))) {
	with_new_proxy(|| {
		let signature = registration(&proxy_account(C), 1);
		assert_ok!(StarkProxy::register_user_on_exchange(signed(&STRANGER), C, key(1), signature));
		let on = (key(1), 1);
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), on.0, on.1, 1));
		proxy_events();
		test(on);
	});
}

#[test]
fn a_pending_deposit_is_an_obstacle() {
	with_key(|(key, position)| {
		refused(C, Error::ExchangeExposure);
		assert_ok!(StarkProxy::deposit_cancel(signed(&STRANGER), C, key, position));
		pass(2 * DAY);
		refused(C, Error::ExchangeExposure);
		assert_ok!(StarkProxy::deposit_reclaim(signed(&STRANGER), C, key, position));
		refused(C, Error::ProxyNotEmpty);
		take(C, 1);
		proxy_events();
		closes(C);
	});
}

#[test]
fn equity_is_an_obstacle() {
	with_key(|on| {
		accept(on, 1);
		assert_eq!(StarkProxy::exchange_exposure(C).equity, 1);
		assert_eq!(StarkProxy::exchange_exposure(C).pending_deposits, 0);
		refused(C, Error::ExchangeExposure);
		// The loss of it is not.
		let signature = registration(&STRANGER, 2);
		assert_ok!(StarkExchange::register_user(signed(&STRANGER), key(2), signature));
		update_exchange(|batch| {
			let settlements = vec![(on.1, -1), (2, 1)];
			batch.settlements = settlements.try_into().expect("fits");
		});
		closes(C);
	});
}

#[test]
fn a_pending_withdrawal_is_an_obstacle() {
	with_key(|on| {
		accept(on, 1);
		credit(on, 1);
		assert_eq!(StarkProxy::exchange_exposure(C).pending_withdrawals, 1);
		assert_eq!(StarkProxy::exchange_exposure(C).equity, 0);
		refused(C, Error::ExchangeExposure);
		assert_ok!(StarkProxy::withdraw_from_exchange(signed(&STRANGER), C, on.0));
		refused(C, Error::ProxyNotEmpty);
		take(C, 1);
		proxy_events();
		closes(C);
	});
}

#[test]
fn an_asset_that_needs_the_account_is_an_obstacle() {
	with_new_proxy(|| {
		give_insufficient_asset(C, 9, 1);
		refused(C, Error::AccountInUse);
		assert_ok!(StarkProxy::allow_external_recipient(signed(&STRANGER), C, OWNER_A));
		assert_ok!(StarkProxy::external_withdraw_other_token(signed(&STRANGER), C, 9, OWNER_A, 1));
		proxy_events();
		closes(C);
	});
}

#[test]
fn an_asset_that_needs_no_account_is_none_and_stays_behind() {
	with_new_proxy(|| {
		assert_ok!(Assets::mint_into(OTHER, &proxy_account(C), 7));
		closes(C);
		assert_eq!(Assets::balance(OTHER, proxy_account(C)), 7);
	});
}

#[test]
fn the_checks_have_an_order() {
	without_share(|| {
		// A has everything that a proxy must not have, and loses it from the first to the last.
		let on = register(A, 1);
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), on.0, on.1, 1));
		give_insufficient_asset(A, 9, 1);
		give(&proxy_account(A), 1);
		move_share(B, A);
		refused(A, Error::AllocationNotZero);
		move_share(A, B);
		refused(A, Error::OutstandingBalance);
		assert_ok!(LiquidityStaking::repay_borrow(signed(&STRANGER), proxy_account(A), 400_000));
		refused(A, Error::ProxyNotEmpty);
		take(A, 1);
		give_native(&proxy_account(A), ED);
		refused(A, Error::ProxyNotEmpty);
		assert_ok!(Balances::transfer_all(signed(&proxy_account(A)), STRANGER, false));
		refused(A, Error::ExchangeExposure);
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, on.0, on.1));
		pass(2 * DAY);
		assert_ok!(StarkProxy::deposit_reclaim(owner(A), A, on.0, on.1));
		take(A, 1);
		refused(A, Error::AccountInUse);
	});
}
