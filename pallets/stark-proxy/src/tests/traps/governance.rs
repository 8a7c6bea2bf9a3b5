//! Traps around roles, delays and the guardian.

use super::super::{situations::*, support::info, trade_support::*};
use crate::{mock::*, types::Role};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_primitives::ForcedTradeArgs;

/// T8: amounts of zero do nothing and must not look as if they did.
#[test]
fn t8_amounts_of_zero_are_refused() {
	in_debt(1, 10, |(key, position)| {
		allow_recipient(A);
		let (by, zero) = (owner(A), DispatchError::from(Error::ZeroAmount));
		assert_noop!(StarkProxy::borrow(by.clone(), A, 0), zero);
		assert_noop!(StarkProxy::repay_borrow(by.clone(), A, 0), zero);
		assert_noop!(StarkProxy::repay_debt(by.clone(), A, 0), zero);
		let deposit = StarkProxy::deposit_to_exchange(by.clone(), A, key, position, 0);
		assert_noop!(deposit, zero);
		let force = StarkProxy::forced_withdrawal_request(by.clone(), A, key, position, 0);
		assert_noop!(force, zero);
		let withdraw = StarkProxy::external_withdraw_token(by.clone(), A, RECIPIENT, 0);
		assert_noop!(withdraw, zero);
		let withdraw = StarkProxy::external_withdraw_other_token(by.clone(), A, OTHER, RECIPIENT, 0);
		assert_noop!(withdraw, zero);
		assert_noop!(StarkProxy::external_withdraw_native(by, A, RECIPIENT, 0), zero);
		assert_noop!(StarkProxy::increase_approved_amount(guardian(), A, 0, None), zero);
		assert_noop!(StarkProxy::guardian_repay_borrow(guardian(), A, 0), Error::NothingToRepay);
		assert_noop!(StarkProxy::guardian_repay_debt(guardian(), A, 0), Error::NothingToRepay);
		let force = StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, 0);
		assert_noop!(force, Error::NothingToWithdraw);
	});
}

/// T9: amounts that were fixed days before are caps, so shifting one unit does not make the guardian fail.
#[test]
fn t9_shifting_a_unit_does_not_stop_the_guardian() {
	in_debt(50, 100, |(key, position)| {
		give(&proxy_account(A), 60);
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 1));
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 1));
		assert_ok!(StarkProxy::guardian_repay_borrow(guardian(), A, 50));
		assert_ok!(StarkProxy::guardian_repay_debt(guardian(), A, 50));
		// 49 of the loan and 9 of the debt: all the proxy held.
		assert_eq!((token(A), borrowed(A), debt(A)), (0, 0, 40));
		credit((key, position), 1);
		let force = StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, 100);
		assert_ok!(force);
		assert!(is_withdrawal_open((key, position), 99));
	});
}

/// T10: against a borrower who uses the public delay there are two restrictions without one.
#[test]
fn t10_two_restrictions_need_no_delay() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		request(&S2, 500_000);
		assert_ok!(StarkProxy::emergency_restrict(veto_guardian(), A));
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), Error::BorrowingRestricted);
		enter_epoch(1);
		assert_ok!(LiquidityStaking::restrict_borrower(signed(&STRANGER), proxy_account(A)));
		assert!(LiquidityStaking::is_borrowing_restricted(proxy_account(A)));
	});
}

/// T11, kept: a restriction leaves the approval; the guardian can take it back with it.
#[test]
fn t11_a_restriction_leaves_the_approval() {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		borrow(A, 400_000);
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 100, None));
		set_restriction(A, true);
		assert_ok!(StarkProxy::external_withdraw_token(owner(A), A, RECIPIENT, 60));
		assert_ok!(StarkProxy::reset_approved_amount(guardian(), A));
		let more = StarkProxy::external_withdraw_token(owner(A), A, RECIPIENT, 40);
		assert_noop!(more, Error::NoWithdrawableBalance);
	});
}

/// T12, kept: an overdue borrower without marked debt cannot be forced, but restricted.
#[test]
fn t12_overdue_is_not_in_debt() {
	ExtBuilder::default().build_and_execute(|| {
		let (key, position) = registered(A, 1);
		borrow(A, 400_000);
		move_to_exchange(A, (key, position), 400_000);
		request(&S2, 250_000);
		enter_epoch(1);
		assert!(LiquidityStaking::is_borrower_overdue(proxy_account(A)));
		let force = StarkProxy::guardian_forced_withdrawal_request(guardian(), A, key, position, 1);
		assert_noop!(force, Error::NoOutstandingDebt);
		assert_ok!(LiquidityStaking::restrict_borrower(signed(&STRANGER), proxy_account(A)));
		assert_eq!(StarkProxy::borrowable_amount(A), 0);
	});
}

/// T15: an owner who withdraws one trade must not save the others from a veto.
#[test]
fn t15_a_veto_skips_what_is_not_queued() {
	ExtBuilder::default().build_and_execute(|| {
		let (a, b) = traders();
		let [first, second] = [0, 1].map(|nonce| ForcedTradeArgs { nonce, ..trade(a, b) });
		let [first_hash, second_hash] = [first, second].map(|args| {
			assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, args));
			StarkProxy::forced_trade_args_hash(A, args)
		});
		assert_ok!(StarkProxy::unqueue_forced_trade_request(owner(A), A, first_hash));
		proxy_events();
		let hashes = vec![H256::zero(), first_hash, second_hash, second_hash].try_into().expect("four");
		assert_ok!(StarkProxy::guardian_veto_forced_trade_requests(veto_guardian(), A, hashes));
		assert_eq!(proxy_events(), [Event::ForcedTradeVetoed { proxy: A, args_hash: second_hash }]);
		assert_eq!(info(A).queued_trades, 0);
	});
}

/// T17: a proxy must not lose its last owner or its last guardian.
#[test]
fn t17_the_last_owner_and_the_last_guardian_stay() {
	ExtBuilder::default().build_and_execute(|| {
		for (origin, role, holder) in [(owner(A), Role::Owner, OWNER_A), (guardian(), Role::Guardian, SHORT)]
		{
			assert_noop!(StarkProxy::renounce_role(origin.clone(), A, role), Error::LastHolder);
			assert_noop!(StarkProxy::revoke_role(origin, A, role, holder), Error::LastHolder);
		}
		// A lost key is another matter.
		assert_ok!(StarkProxy::recover_ownership(long_track(), A, STRANGER));
		assert!(StarkProxy::has_role(A, Role::Owner, STRANGER));
	});
}

/// T18: the guardian must not be able to appoint an account that acts without a delay.
#[test]
fn t18_only_accounts_with_a_delay_can_be_guardians() {
	ExtBuilder::default().build_and_execute(|| {
		for account in [STRANGER, OWNER_A, GOVERNANCE, INSTANT] {
			let grant = StarkProxy::grant_role(guardian(), A, Role::Guardian, account);
			assert_noop!(grant, Error::NotTimelocked);
		}
		assert_ok!(StarkProxy::grant_role(guardian(), A, Role::Guardian, LONG));
		// Nor does a signature in the name of such an account count.
		for account in [SHORT, LONG, INSTANT] {
			let restrict = StarkProxy::guardian_set_borrowing_restriction(signed(&account), A, true);
			assert_noop!(restrict, DispatchError::BadOrigin);
		}
	});
}

/// T19: whoever creates a proxy must not keep any power over it.
#[test]
fn t19_the_creator_of_a_proxy_has_no_role() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), OTHER_STRANGER));
		for role in Role::ALL {
			let holder = match role {
				Role::Guardian => SHORT,
				Role::VetoGuardian => INSTANT,
				_ => OTHER_STRANGER,
			};
			assert_eq!(StarkProxy::role_members(2, role), [holder]);
		}
	});
}
