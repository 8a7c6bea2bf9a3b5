//! `try_state` finds what it claims to find: each test breaks one invariant and expects its name.

use super::*;
use crate::{
	types::{PendingDeposit, Position},
	OperatorCount, Operators, PendingDeposits, PendingWithdrawals, Positions, TotalEquity,
	TotalPendingDeposits, TotalPendingWithdrawals,
};
use frame_support::{
	assert_ok,
	traits::{
		fungibles::Mutate,
		tokens::{Fortitude, Precision, Preservation},
	},
};
use tidepool_primitives::StarkKey;

mod keys;
mod requests;

const ALICES: u64 = SECRET_A;
const BOBS: u64 = SECRET_B;
const ALICES_POSITION: u64 = 1;
const BOBS_POSITION: u64 = 2;

/// A lively state: Alice and Bob with equity, deposits that are pending (Alice wants hers back), withdrawals that are
/// credited, an open withdrawal of Alice and an open trade of Bob. `corrupt` breaks it; `expected` is what `try_state`
/// must say.
#[track_caller]
fn breaks(expected: &'static str, corrupt: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		lively_state();
		check_invariants();
		corrupt();
		assert_eq!(StarkExchange::do_try_state(), Err(expected.into()));
	});
}

fn lively_state() {
	fund(ALICE, ALICES, 1_000);
	fund(BOB, BOBS, 500);
	deposit(ALICE, ALICES, 30);
	deposit(CAROL, BOBS, 40);
	cancel(ALICE, ALICES);
	assert_ok!(batch().withdrawal(ALICES, 5).withdrawal(BOBS, 6).submit());
	force_withdrawal(ALICE, ALICES, 100);
	force_trade(BOB, ALICES, &trade(BOBS, ALICES));
}

fn alices_position(change: impl FnOnce(&mut Position)) {
	Positions::<Test>::mutate(ALICES_POSITION, |record| change(record.as_mut().unwrap()));
}

fn alices_deposit(change: impl FnOnce(&mut PendingDeposit)) {
	PendingDeposits::<Test>::mutate(key(ALICES), ALICES_POSITION, |pending| {
		change(pending.as_mut().unwrap())
	});
}

/// A key without owner and position.
fn loose_key() -> StarkKey {
	key(99)
}

#[test]
fn the_exchange_account_must_keep_its_provider() {
	breaks("5: no provider reference", || {
		frame_system::Account::<Test>::mutate(exchange_account(), |account| account.providers = 0);
	});
}

#[test]
fn the_collateral_must_have_a_minimum_balance_of_one() {
	breaks("5: minimum balance of the collateral", || {
		assert_ok!(Assets::force_asset_status(
			RuntimeOrigin::root(),
			USDC,
			ISSUER,
			ISSUER,
			ISSUER,
			ISSUER,
			2,
			true,
			false
		));
	});
}

#[test]
fn the_collateral_must_be_sufficient() {
	breaks("5: the collateral is not sufficient", || {
		assert_ok!(Assets::force_asset_status(
			RuntimeOrigin::root(),
			USDC,
			ISSUER,
			ISSUER,
			ISSUER,
			ISSUER,
			1,
			false,
			false
		));
	});
}

#[test]
fn operators_must_be_counted() {
	breaks("5: number of operators", || OperatorCount::<Test>::put(2));
	breaks("5: number of operators", || Operators::<Test>::insert(ALICE, ()));
}

#[test]
fn e1_the_exchange_must_hold_what_it_owes() {
	let burn = || {
		assert_ok!(<Assets as Mutate<_>>::burn_from(
			USDC,
			&exchange_account(),
			1,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Force
		));
	};
	breaks("E1: the exchange holds less than it owes", burn);
	breaks("E1: the exchange holds less than it owes", || Quantum::set(2));
}

#[test]
fn e1_a_gift_does_no_harm() {
	ExtBuilder::default().build().execute_with(|| {
		lively_state();
		assert_ok!(<Assets as Mutate<_>>::mint_into(USDC, &exchange_account(), 1));
		check_invariants();
	});
}

#[test]
fn e2_the_total_of_pending_deposits_must_be_their_sum() {
	breaks("E2: total of pending deposits", || TotalPendingDeposits::<Test>::mutate(|total| *total -= 1));
	breaks("E2: total of pending deposits", || alices_deposit(|pending| pending.amount -= 1));
}

#[test]
fn e2_the_total_equity_must_be_the_sum_over_the_positions() {
	breaks("E2: total equity", || TotalEquity::<Test>::mutate(|total| *total -= 1));
	breaks("E2: total equity", || alices_position(|record| record.equity += 1));
}

#[test]
fn e2_the_total_of_pending_withdrawals_must_be_their_sum() {
	breaks("E2: total of pending withdrawals", || {
		TotalPendingWithdrawals::<Test>::mutate(|total| *total -= 1)
	});
	breaks("E2: total of pending withdrawals", || {
		PendingWithdrawals::<Test>::insert(key(ALICES), 4);
	});
}

#[test]
fn no_deposit_may_be_empty() {
	breaks("5: an empty deposit is stored", || alices_deposit(|pending| pending.amount = 0));
}

#[test]
fn a_deposit_must_be_for_the_position_of_its_key() {
	let pending = PendingDeposit { amount: 1, cancel_requested_at: None };
	breaks("6.1: a deposit for the position of another key", || {
		PendingDeposits::<Test>::insert(key(ALICES), BOBS_POSITION, pending);
	});
	breaks("6.1: a deposit for the position of another key", || {
		PendingDeposits::<Test>::insert(loose_key(), ALICES_POSITION, pending);
	});
}

#[test]
fn a_cancellation_must_not_lie_in_the_future() {
	breaks("6.1: cancelled in the future", || {
		alices_deposit(|pending| pending.cancel_requested_at = Some(now() + 1));
	});
}

#[test]
fn no_withdrawal_may_be_empty() {
	breaks("5: an empty withdrawal is stored", || PendingWithdrawals::<Test>::insert(key(ALICES), 0));
}

#[test]
fn e8_a_withdrawal_must_have_an_owner() {
	breaks("E8: a withdrawal that nobody can be paid", || {
		PendingWithdrawals::<Test>::insert(loose_key(), 1);
	});
}
