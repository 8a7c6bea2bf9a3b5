//! The queries of section 13 of the specification.

use super::{every_call::*, support::*};
use crate::{
	mock::*,
	types::{ApprovedAmount, AutoPayment, ProxyInfo, QueuedTrade, Role},
};
use codec::Encode;
use frame_support::{assert_ok, assert_storage_noop, traits::Contains};
use sp_core::H256;
use tidepool_primitives::{Balance, Exposure};

/// Loan, debt and both together; then the shares of this and of the next epoch.
#[track_caller]
fn owes(proxy: u32, [loan, debt, sum, current, next]: [Balance; 5]) {
	assert_eq!(StarkProxy::borrowed_balance(proxy), loan);
	assert_eq!(StarkProxy::debt_balance(proxy), debt);
	assert_eq!(StarkProxy::borrowed_and_debt_balance(proxy), sum);
	assert_eq!(StarkProxy::allocated_balance_current(proxy), current);
	assert_eq!(StarkProxy::allocated_balance_next(proxy), next);
}

/// Tokens, what may be borrowed, and what may be withdrawn without an approval.
#[track_caller]
fn has(proxy: u32, [token, borrowable, withdrawable]: [Balance; 3]) {
	assert_eq!(StarkProxy::token_balance(proxy), token);
	assert_eq!(StarkProxy::borrowable_amount(proxy), borrowable);
	assert_eq!(StarkProxy::withdrawable_amount(proxy), withdrawable);
}

#[test]
fn accounts_and_numbers() {
	ExtBuilder::default().build_and_execute(|| {
		for proxy in [A, B] {
			let account = StarkProxy::proxy_account(proxy);
			assert_eq!(account, proxy_account(proxy));
			assert_eq!(StarkProxy::proxy_of_account(account.clone()), Some(proxy));
			assert!(StarkProxy::contains(&account));
		}
		// The account is known before there is such a proxy.
		assert_eq!(StarkProxy::proxy_of_account(StarkProxy::proxy_account(C)), None);
		assert!(!StarkProxy::contains(&StarkProxy::proxy_account(C)));
		for account in [OWNER_A, pool_account(), exchange_account(), SHORT] {
			assert_eq!(StarkProxy::proxy_of_account(account.clone()), None);
			assert!(!StarkProxy::contains(&account));
		}
	});
}

#[test]
fn a_proxy_that_does_not_exist_has_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		for proxy in [C, 99, u32::MAX] {
			assert_eq!(StarkProxy::proxy_info(proxy), None);
			for role in Role::ALL {
				assert_eq!(StarkProxy::role_members(proxy, role), []);
				assert!(!StarkProxy::has_role(proxy, role, SHORT));
			}
			assert!(!StarkProxy::is_recipient_allowed(proxy, RECIPIENT));
			assert!(!StarkProxy::is_stark_key_allowed(proxy, key(1)));
			assert!(!StarkProxy::is_borrowing_restricted(proxy));
			assert_eq!(StarkProxy::approved_amount(proxy), ApprovedAmount::default());
			assert_eq!(StarkProxy::queued_forced_trade(proxy, H256::zero()), None);
			owes(proxy, [0; 5]);
			has(proxy, [0; 3]);
			assert_eq!(StarkProxy::exchange_exposure(proxy), Exposure::default());
			assert_eq!(StarkProxy::preview_auto_pay(proxy), Err(Error::ProxyNotFound.into()));
		}
		// Its account may hold something all the same.
		give(&StarkProxy::proxy_account(C), 5);
		has(C, [5, 0, 5]);
	});
}

#[test]
fn a_new_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(StarkProxy::proxy_info(A), Some(ProxyInfo::new(None)));
		for role in Role::ALL {
			let holder = match role {
				Role::Guardian => SHORT,
				Role::VetoGuardian => INSTANT,
				_ => OWNER_A,
			};
			assert_eq!(StarkProxy::role_members(A, role), std::slice::from_ref(&holder));
			assert!(StarkProxy::has_role(A, role, holder));
			assert!(!StarkProxy::has_role(A, role, OWNER_B));
		}
		owes(A, [0, 0, 0, 400_000, 400_000]);
		has(A, [0, 400_000, 0]);
		owes(B, [0, 0, 0, 600_000, 600_000]);
		assert_eq!(StarkProxy::preview_auto_pay(A), Err(Error::NotInBlackoutWindow.into()));
	});
}

#[test]
fn a_busy_proxy() {
	busy(|| {
		// Equity fell from 100,000 to 90,000 by what is credited.
		let exposure = Exposure { pending_deposits: 5_000, equity: 90_000, pending_withdrawals: 10_000 };
		assert_eq!(StarkProxy::exchange_exposure(A), exposure);
		assert_eq!(StarkProxy::exchange_exposure(B), Exposure::default());
		owes(A, [360_000, 40_000, 400_000, 760_000, 760_000]);
		// 400,000 borrowed and 1,000,000 given, less 105,000 on the exchange.
		has(A, [1_295_000, 400_000, 895_000]);
		assert!(StarkProxy::is_recipient_allowed(A, RECIPIENT));
		assert!(!StarkProxy::is_recipient_allowed(B, RECIPIENT));
		assert!(StarkProxy::is_stark_key_allowed(A, key(1)));
		assert!(!StarkProxy::is_stark_key_allowed(A, key(2)));
		let payment = AutoPayment { borrowed: 400_000, repaid_borrow: 0, repaid_debt: 40_000 };
		assert_eq!(StarkProxy::preview_auto_pay(A), Ok(payment));
		let args = numbered_trade(0);
		let trade = QueuedTrade { args, queued_at: now() - WAITING };
		let hash = StarkProxy::forced_trade_args_hash(A, args);
		assert_eq!(StarkProxy::queued_forced_trade(A, hash), Some(trade));
		assert_eq!(StarkProxy::queued_forced_trade(B, hash), None);
		let mut owners = vec![OWNER_A, specialist(Role::Owner)];
		owners.sort();
		let mut members = StarkProxy::role_members(A, Role::Owner);
		members.sort();
		assert_eq!(members, owners);
	});
}

#[test]
fn a_restricted_proxy_may_borrow_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		enter_blackout(0);
		let nothing = AutoPayment::default();
		set_restriction(A, true);
		assert!(StarkProxy::is_borrowing_restricted(A));
		has(A, [0, 0, 0]);
		assert_eq!(StarkProxy::preview_auto_pay(A), Ok(nothing));
		set_restriction(A, false);
		has(A, [0, 400_000, 0]);
		// The pool's restriction is another one.
		set_pool_restriction(A, true);
		assert!(!StarkProxy::is_borrowing_restricted(A));
		has(A, [0, 0, 0]);
		assert_eq!(StarkProxy::preview_auto_pay(A), Ok(nothing));
	});
}

#[test]
fn shares_of_this_and_the_next_epoch() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 300_000);
		move_share(B, A);
		owes(A, [300_000, 0, 300_000, 400_000, 1_000_000]);
		owes(B, [0, 0, 0, 600_000, 0]);
		has(A, [300_000, 100_000, 0]);
		has(B, [0, 0, 0]);
		enter_epoch(1);
		owes(A, [300_000, 0, 300_000, 1_000_000, 1_000_000]);
		owes(B, [0; 5]);
		has(A, [300_000, 700_000, 0]);
	});
}

#[test]
fn what_is_withdrawable_never_falls_below_zero() {
	indebted(7, || {
		for (held, withdrawable) in [(0, 0), (999_993, 0), (999_999, 0), (1_000_000, 0), (1_000_001, 1)] {
			give(&proxy_account(A), held - token(A));
			has(A, [held, 0, withdrawable]);
		}
		owes(A, [999_993, 7, 1_000_000, 999_993, 999_993]);
	});
}

#[test]
fn an_approval_is_shown_as_stored_and_as_usable() {
	let shown = |usable, stored, expires_at| ApprovedAmount { usable, stored, expires_at };
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 9, None));
		assert_eq!(StarkProxy::approved_amount(A), shown(9, 9, None));
		request(&S2, 1);
		enter_epoch(1);
		assert_eq!(StarkProxy::approved_amount(A), shown(0, 9, None), "it is overdue");
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 1));
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 1, Some(5)));
		pass(5);
		assert_eq!(StarkProxy::approved_amount(A), shown(10, 10, Some(now())));
		pass(1);
		assert_eq!(StarkProxy::approved_amount(A), shown(0, 10, Some(now() - 1)), "it has expired");
		assert_eq!(StarkProxy::approved_amount(B), shown(0, 0, None));
	});
	indebted(1, || {
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 9, None));
		assert_eq!(StarkProxy::approved_amount(A), shown(0, 9, None), "it is in debt");
	});
}

#[test]
fn a_trade_is_identified_by_proxy_and_arguments() {
	ExtBuilder::default().build_and_execute(|| {
		let args = numbered_trade(0);
		let expected = sp_io::hashing::blake2_256(&[A.encode(), args.encode()].concat());
		assert_eq!(StarkProxy::forced_trade_args_hash(A, args), H256(expected));
		assert_ne!(StarkProxy::forced_trade_args_hash(B, args), H256(expected));
		assert_ne!(StarkProxy::forced_trade_args_hash(A, numbered_trade(1)), H256(expected));
	});
}

#[test]
fn queries_write_nothing() {
	busy(|| {
		for proxy in [A, B, C, 99] {
			assert_storage_noop!({
				StarkProxy::proxy_info(proxy);
				StarkProxy::role_members(proxy, Role::Owner);
				StarkProxy::approved_amount(proxy);
				StarkProxy::borrowed_and_debt_balance(proxy);
				StarkProxy::allocated_balance_next(proxy);
				StarkProxy::borrowable_amount(proxy);
				StarkProxy::withdrawable_amount(proxy);
				StarkProxy::exchange_exposure(proxy);
				let _ = StarkProxy::preview_auto_pay(proxy);
			});
		}
	});
}
