//! Forced requests of the guardian (specification, section 11.6): only while debt is marked.

use super::{situations::*, trade_support::*};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tidepool_primitives::ForcedTradeArgs;

fn force((key, position): On, max_amount: u64) -> DispatchResult {
	StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, max_amount)
}

fn force_trade(args: &ForcedTradeArgs) -> DispatchResult {
	StarkProxy::guardian_forced_trade_request(guardian(), A, *args, consent(args, PARTY_B))
}

/// `ForcedWithdrawalRequested` by the guardian.
fn requested((key, position): On, amount: u64) -> Event {
	Event::ForcedWithdrawalRequested { proxy: A, key, position, amount, by_guardian: true }
}

/// The trade that the guardian forces.
fn trade_of(on: On) -> ForcedTradeArgs {
	trade(on, registered_to(&STRANGER, PARTY_B))
}

#[test]
fn without_debt_nothing_can_be_forced_and_with_one_unit_everything() {
	in_debt(0, 100, |on| {
		let args = trade_of(on);
		assert_noop!(force(on, 100), Error::NoOutstandingDebt);
		assert_noop!(force_trade(&args), Error::NoOutstandingDebt);
	});
	in_debt(1, 100, |on| {
		let args = trade_of(on);
		assert_ok!(force(on, 100));
		assert_ok!(force_trade(&args));
	});
}

#[test]
fn the_last_unit_of_debt_paid_ends_it() {
	in_debt(1, 100, |on| {
		let args = trade_of(on);
		assert_ok!(force(on, 99));
		give(&proxy_account(A), 1);
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 1));
		assert_noop!(force(on, 98), Error::NoOutstandingDebt);
		assert_noop!(force_trade(&args), Error::NoOutstandingDebt);
		// What was demanded before stays demanded.
		assert!(is_withdrawal_open(on, 99));
	});
}

/// T12: being overdue is no debt.
#[test]
fn an_overdue_proxy_without_debt_cannot_be_forced() {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		borrow(A, 400_000);
		move_to_exchange(A, on, 400_000);
		request(&S2, 500_000);
		enter_epoch(1);
		assert!(LiquidityStaking::is_borrower_overdue(proxy_account(A)));
		let args = trade_of(on);
		assert_noop!(force(on, 1), Error::NoOutstandingDebt);
		assert_noop!(force_trade(&args), Error::NoOutstandingDebt);
	});
}

#[test]
fn the_worth_of_the_position_caps_the_withdrawal() {
	let cases = [(1, 1), (99, 99), (100, 100), (101, 100), (u64::MAX, 100)];
	for (max_amount, amount) in cases {
		in_debt(7, 100, |on| {
			assert_ok!(force(on, max_amount));
			assert_eq!(proxy_events(), [requested(on, amount)]);
			assert!(is_withdrawal_open(on, amount));
		});
	}
}

#[test]
fn nothing_can_be_withdrawn_from_an_empty_position() {
	in_debt(7, 0, |on| {
		assert_noop!(force(on, u64::MAX), Error::NothingToWithdraw);
		give(&proxy_account(A), 1);
		deposit(A, on, 1);
		// What the operator has not accepted is not in the position.
		assert_noop!(force(on, u64::MAX), Error::NothingToWithdraw);
		accept(on, 1);
		assert_noop!(force(on, 0), Error::NothingToWithdraw);
		assert_ok!(force(on, u64::MAX));
	});
}

#[test]
fn the_guardians_withdrawal_has_an_order_of_checks() {
	in_debt(1, 100, |on| {
		let (b, second) = (registered(B, 2), registered(A, 3));
		let unknown = (key(4), on.1);
		for other in [b, unknown] {
			assert_noop!(force(other, 0), Error::StarkKeyNotOwnedByProxy);
		}
		assert_noop!(force((on.0, second.1), 1), Error::NothingToWithdraw);
		assert_noop!(force((on.0, 999), 1), ExchangeError::PositionKeyMismatch);
		assert_noop!(force((second.0, on.1), 1), ExchangeError::PositionKeyMismatch);
		assert_ok!(force(on, 1));
	});
}

#[test]
fn debt_is_asked_for_before_the_key() {
	in_debt(0, 100, |_| {
		let nobodys = (key(4), 999);
		assert_noop!(force(nobodys, 0), Error::NoOutstandingDebt);
		let args = trade(nobodys, nobodys);
		assert_noop!(force_trade(&args), Error::NoOutstandingDebt);
	});
	in_debt(1, 100, |on| {
		let b = registered(B, 2);
		assert_noop!(force_trade(&trade(b, on)), Error::StarkKeyNotOwnedByProxy);
		assert_noop!(force_trade(&trade((key(4), 999), on)), Error::StarkKeyNotOwnedByProxy);
	});
}

#[test]
fn the_list_of_keys_does_not_bind_the_guardian() {
	in_debt(1, 100, |on| {
		let args = trade_of(on);
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, on.0));
		assert_ok!(force(on, 100));
		assert_ok!(force_trade(&args));
		// A key that never was on the list will do.
		let unlisted = register(A, 2);
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), unlisted.0, unlisted.1, 5));
		accept(unlisted, 5);
		assert_ok!(force(unlisted, 6));
		assert!(is_withdrawal_open(unlisted, 5));
	});
}

#[test]
fn the_guardians_trades_may_only_reduce_positions_and_need_not_wait() {
	in_debt(1, 100, |on| {
		let args = trade_of(on);
		proxy_events();
		assert_ok!(force_trade(&args));
		assert_eq!(
			proxy_events(),
			[Event::ForcedTradeRequested {
				proxy: A,
				key: on.0,
				position: on.1,
				args_hash: StarkProxy::forced_trade_args_hash(A, args),
				by_guardian: true
			}]
		);
		assert_eq!(open_trade(&args), Some(true));
		assert_noop!(force_trade(&args), ExchangeError::TradeReplayed);
	});
}

#[test]
fn the_guardians_trade_needs_the_consent_of_party_b() {
	in_debt(1, 100, |on| {
		let args = trade_of(on);
		let forged = consent(&args, 1);
		assert_noop!(
			StarkProxy::guardian_forced_trade_request(guardian(), A, args, forged),
			ExchangeError::InvalidSignature
		);
	});
}

#[test]
fn the_guardians_trade_leaves_the_owners_queue_alone() {
	in_debt(1, 100, |on| {
		let args = trade_of(on);
		assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, args));
		assert_ok!(force_trade(&args));
		let args_hash = StarkProxy::forced_trade_args_hash(A, args);
		assert!(StarkProxy::queued_forced_trade(A, args_hash).is_some());
		pass(7 * DAY);
		let by_owner = StarkProxy::forced_trade_request(owner(A), A, args, consent(&args, PARTY_B));
		assert_noop!(by_owner, ExchangeError::TradeReplayed);
		assert_eq!(open_trade(&args), Some(true));
	});
}

#[test]
fn the_same_withdrawal_cannot_be_demanded_twice_at_once() {
	in_debt(1, 100, |on| {
		let (key, position) = on;
		assert_ok!(StarkProxy::forced_withdrawal_request(owner(A), A, key, position, 100));
		assert_noop!(force(on, u64::MAX), ExchangeError::RequestAlreadyPending);
		assert_ok!(force(on, 99));
		assert!(is_withdrawal_open(on, 99));
	});
}
