//! Outside withdrawals of other assets and of native currency, and rewards (specification, section 9.2).

use super::support::*;
use crate::mock::*;
use codec::{Compact, Decode, Encode};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Inspect, fungible::MutateHold, fungibles::Mutate, tokens::Precision::Exact},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{ArithmeticError, DispatchError, TokenError};
use tidepool_primitives::Balance;

fn other(asset: AssetId, amount: Balance) -> Call {
	Call::external_withdraw_other_token { proxy: A, asset, recipient: RECIPIENT, amount }
}

fn native(amount: Balance) -> Call {
	Call::external_withdraw_native { proxy: A, recipient: RECIPIENT, amount }
}

fn claim(cumulative_amount: Balance, proof: Vec<H256>) -> Call {
	let proof = BoundedVec::try_from(proof).expect("short");
	Call::claim_rewards { proxy: A, cumulative_amount, proof }
}

/// A may pay RECIPIENT and holds `amount` of OTHER.
fn with_other(amount: Balance, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		assert_ok!(Assets::mint_into(OTHER, &proxy_account(A), amount));
		proxy_events();
		test();
	});
}

/// A may pay RECIPIENT and holds `amount` of native currency.
fn with_native(amount: Balance, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		give_native(&proxy_account(A), amount);
		proxy_events();
		test();
	});
}

fn in_other(account: &AccountId) -> Balance {
	Assets::balance(OTHER, account)
}

#[test]
fn another_asset_leaves_up_to_its_last_unit() {
	with_other(10, || {
		for amount in [4, 6] {
			assert_ok!(dispatch(other(OTHER, amount), owner(A)));
			let (proxy, asset, recipient) = (A, OTHER, RECIPIENT);
			let event = Event::ExternalWithdrewOtherToken { proxy, asset, recipient, amount };
			assert_eq!(proxy_events(), [event]);
		}
		assert_eq!((in_other(&proxy_account(A)), in_other(&RECIPIENT)), (0, 10));
		assert_noop!(dispatch(other(OTHER, 1), owner(A)), TokenError::FundsUnavailable);
	});
}

#[test]
fn more_than_is_held_does_not_leave() {
	with_other(10, || {
		assert_noop!(dispatch(other(OTHER, 11), owner(A)), ArithmeticError::Underflow);
		assert!(dispatch(other(77, 1), owner(A)).is_err(), "there is no such asset");
		assert_eq!(in_other(&proxy_account(A)), 10);
	});
}

#[test]
fn another_asset_leaves_whatever_the_proxy_owes() {
	indebted(7, || {
		allow_recipient(A);
		set_restriction(A, true);
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 3, None));
		assert_ok!(Assets::mint_into(OTHER, &proxy_account(A), 10));
		give_native(&proxy_account(A), 10 * ED);
		assert_ok!(dispatch(other(OTHER, 10), owner(A)));
		assert_ok!(dispatch(native(10 * ED), owner(A)));
		assert_eq!(info(A).approved_amount, 3, "the approval is about the borrow token");
	});
}

#[test]
fn the_checks_for_another_asset_have_an_order() {
	with_other(10, || {
		give(&proxy_account(A), 10);
		let to = |recipient, asset, amount| {
			dispatch(Call::external_withdraw_other_token { proxy: A, asset, recipient, amount }, owner(A))
		};
		assert_noop!(to(STRANGER, USDC, 0), Error::RecipientNotAllowed);
		assert_noop!(to(RECIPIENT, USDC, 0), Error::ZeroAmount);
		assert_noop!(to(RECIPIENT, USDC, 1), Error::BorrowTokenNotAllowed);
		assert_noop!(to(RECIPIENT, USDC, 11), Error::BorrowTokenNotAllowed);
		assert_noop!(to(RECIPIENT, OTHER, 0), Error::ZeroAmount);
		assert_noop!(to(STRANGER, OTHER, 1), Error::RecipientNotAllowed);
		assert_ok!(to(RECIPIENT, OTHER, 1));
	});
}

#[test]
fn receipt_tokens_are_an_asset_that_the_pool_holds_fast() {
	ExtBuilder::default().build_and_execute(|| {
		// Somebody stakes for the proxy. It has no call that takes the stake back, and the receipt does not move.
		assert_ok!(LiquidityStaking::stake_for(signed(&STRANGER), proxy_account(A), 50));
		allow_recipient(A);
		assert_eq!(Assets::balance(STK_USDC, proxy_account(A)), 50);
		assert!(dispatch(other(STK_USDC, 1), owner(A)).is_err());
		assert_eq!(Assets::balance(STK_USDC, proxy_account(A)), 50);
	});
}

#[test]
fn native_currency_leaves_up_to_its_last_unit() {
	with_native(5 * ED, || {
		for amount in [2 * ED, 3 * ED] {
			assert_ok!(dispatch(native(amount), owner(A)));
			let event = Event::ExternalWithdrewNative { proxy: A, recipient: RECIPIENT, amount };
			assert_eq!(proxy_events(), [event]);
		}
		assert_eq!(Balances::total_balance(&proxy_account(A)), 0);
		assert_eq!(Balances::balance(&RECIPIENT), 5 * ED);
		// The pallet's own reference keeps the account alive.
		assert_eq!(System::providers(&proxy_account(A)), 1);
		give(&proxy_account(A), 1);
		assert_eq!(token(A), 1);
	});
}

#[test]
fn what_cannot_stay_alone_is_swept_away() {
	// A rest below the existential deposit does not survive, so the operator takes all or leaves enough.
	with_native(2 * ED, || {
		let issuance = Balances::total_issuance();
		assert_ok!(dispatch(native(ED + 1), owner(A)));
		assert_eq!(Balances::total_balance(&proxy_account(A)), 0);
		assert_eq!(Balances::total_issuance(), issuance - (ED - 1));
	});
	with_native(2 * ED, || {
		assert_ok!(dispatch(native(ED), owner(A)));
		assert_eq!(Balances::total_balance(&proxy_account(A)), ED);
	});
}

#[test]
fn the_account_may_lose_its_native_currency_while_it_holds_assets() {
	with_native(ED, || {
		give_insufficient_asset(A, 9, 1);
		borrow(A, 5);
		proxy_events();
		assert_ok!(dispatch(native(ED), owner(A)));
		assert_eq!((Assets::balance(9, proxy_account(A)), token(A)), (1, 5));
	});
}

#[test]
fn more_native_currency_than_is_free_does_not_leave() {
	with_native(5 * ED, || {
		assert_noop!(dispatch(native(5 * ED + 1), owner(A)), TokenError::FundsUnavailable);
		let reason = crate::HoldReason::ProxyCreation.into();
		assert_ok!(Balances::hold(&reason, &proxy_account(A), ED));
		assert_noop!(dispatch(native(4 * ED + 1), owner(A)), TokenError::FundsUnavailable);
		assert_ok!(dispatch(native(4 * ED), owner(A)));
		assert_eq!(Balances::total_balance(&proxy_account(A)), ED);
		assert_ok!(Balances::release(&reason, &proxy_account(A), ED, Exact));
	});
}

#[test]
fn a_recipient_must_be_able_to_exist() {
	with_native(5 * ED, || {
		assert_noop!(dispatch(native(ED - 1), owner(A)), TokenError::BelowMinimum);
		assert_ok!(dispatch(native(ED), owner(A)));
		assert_ok!(dispatch(native(1), owner(A)));
	});
}

#[test]
fn the_checks_for_native_currency_have_an_order() {
	with_native(ED, || {
		let to = |recipient, amount| {
			dispatch(Call::external_withdraw_native { proxy: A, recipient, amount }, owner(A))
		};
		assert_noop!(to(STRANGER, 0), Error::RecipientNotAllowed);
		assert_noop!(to(STRANGER, ED), Error::RecipientNotAllowed);
		assert_noop!(to(RECIPIENT, 0), Error::ZeroAmount);
		assert_ok!(to(RECIPIENT, ED));
	});
}

#[test]
fn claimed_rewards_stay_in_the_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		Claimable::set(7 * ED);
		assert_ok!(dispatch(claim(7 * ED, vec![]), owner(A)));
		assert_eq!(proxy_events(), [Event::RewardsClaimed { proxy: A, amount: 7 * ED }]);
		assert_eq!(Balances::balance(&proxy_account(A)), 7 * ED);
		assert_eq!(Balances::balance(&OWNER_A), NATIVE_FUNDS);
		Claimable::set(0);
	});
}

#[test]
fn what_the_distributor_refuses_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		Claimable::set(ED);
		let refusal = DispatchError::Other("no valid proof");
		assert_noop!(dispatch(claim(ED + 1, vec![]), owner(A)), refusal);
		assert_noop!(dispatch(claim(ED, vec![H256::zero()]), owner(A)), refusal);
		Claimable::set(Balance::MAX);
		assert_noop!(dispatch(claim(Balance::MAX, vec![]), owner(A)), ArithmeticError::Overflow);
		Claimable::set(0);
	});
}

#[test]
fn without_a_distributor_there_are_no_rewards() {
	ExtBuilder::default().build_and_execute(|| {
		HasDistributor::set(false);
		for amount in [0, 1, Balance::MAX] {
			assert_noop!(dispatch(claim(amount, vec![]), owner(A)), DispatchError::Unavailable);
		}
		HasDistributor::set(true);
	});
}

#[test]
fn a_proof_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let encoded = |length| (28u8, A, Compact(1u128), vec![H256::zero(); length]).encode();
		for (length, is_call) in [(0, true), (3, true), (4, true), (5, false)] {
			let call = Call::decode(&mut encoded(length).as_slice());
			assert_eq!(call.is_ok(), is_call, "{length} items");
			if let Ok(call) = call {
				assert_eq!(call, claim(1, vec![H256::zero(); length]));
			}
		}
	});
}
