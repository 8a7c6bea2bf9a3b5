//! Allowances and `transfer_from` (scenario 10; specification, section 5.2).

use super::*;
use crate::Allowances;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::ArithmeticError;

fn approval(owner: AccountId, spender: AccountId, amount: Balance) -> Event {
	Event::Approval { owner, spender, amount }
}

#[test]
fn approve_overwrites() {
	ExtBuilder::default().build_and_execute(|| {
		for amount in [5, u128::MAX, 1, 1, 0, 0] {
			assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, amount));
			assert_eq!(pool_events(), [approval(ALICE, BOB, amount)]);
			assert_eq!(LiquidityStaking::allowance(ALICE, BOB), amount);
		}
		assert_eq!(LiquidityStaking::allowance(BOB, ALICE), 0);
		assert_eq!(Allowances::<Test>::iter().count(), 0);
	});
}

#[test]
fn increase_is_checked_for_overflow() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(LiquidityStaking::increase_allowance(signed(ALICE), BOB, u128::MAX - 1));
		assert_ok!(LiquidityStaking::increase_allowance(signed(ALICE), BOB, 1));
		assert_eq!(LiquidityStaking::allowance(ALICE, BOB), u128::MAX);
		assert_noop!(LiquidityStaking::increase_allowance(signed(ALICE), BOB, 1), ArithmeticError::Overflow);
		assert_ok!(LiquidityStaking::increase_allowance(signed(ALICE), BOB, 0));
		assert_eq!(pool_events().last(), Some(&approval(ALICE, BOB, u128::MAX)));
	});
}

#[test]
fn decrease_cannot_go_below_zero() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 10));
		assert_noop!(
			LiquidityStaking::decrease_allowance(signed(ALICE), BOB, 11),
			Error::InsufficientAllowance
		);
		pool_events();
		assert_ok!(LiquidityStaking::decrease_allowance(signed(ALICE), BOB, 9));
		assert_ok!(LiquidityStaking::decrease_allowance(signed(ALICE), BOB, 1));
		assert_eq!(pool_events(), [approval(ALICE, BOB, 1), approval(ALICE, BOB, 0)]);
		assert!(!Allowances::<Test>::contains_key(ALICE, BOB));
		assert_noop!(
			LiquidityStaking::decrease_allowance(signed(ALICE), BOB, 1),
			Error::InsufficientAllowance
		);
		assert_ok!(LiquidityStaking::decrease_allowance(signed(ALICE), BOB, 0));
	});
}

#[test]
fn transfer_from_with_the_exact_allowance() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 60));
		at(10);
		pool_events();
		assert_ok!(LiquidityStaking::transfer_from(signed(BOB), ALICE, CAROL, 60));
		let index = 100 * 10u128.pow(18);
		assert_eq!(
			pool_events(),
			[
				global_index(index),
				user_index(ALICE, index, 10_000),
				user_index(CAROL, index, 0),
				moved(ALICE, CAROL, 60),
				approval(ALICE, BOB, 0),
			]
		);
		assert_eq!((active(ALICE), active(BOB), active(CAROL)), ((40, 40), (0, 0), (60, 60)));
		assert_eq!((mirror(ALICE), mirror(CAROL)), (40, 60));
		assert!(!Allowances::<Test>::contains_key(ALICE, BOB));
	});
}

#[test]
fn transfer_from_with_too_small_an_allowance() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 1),
			Error::InsufficientAllowance
		);
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 60));
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 61),
			Error::InsufficientAllowance
		);
		// The balance is named before the allowance.
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 101),
			Error::InsufficientTransferableBalance
		);
		assert_ok!(LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 59));
		assert_eq!(LiquidityStaking::allowance(ALICE, BOB), 1);
	});
}

#[test]
fn transfer_from_of_zero_needs_no_allowance() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(LiquidityStaking::transfer_from(signed(BOB), ALICE, CAROL, 0));
		assert_eq!(pool_events(), [moved(ALICE, CAROL, 0), approval(ALICE, BOB, 0)]);
	});
}

#[test]
fn no_allowance_is_unlimited() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, u128::MAX));
		assert_ok!(LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 100));
		assert_eq!(LiquidityStaking::allowance(ALICE, BOB), u128::MAX - 100);
	});
}

#[test]
fn the_owner_needs_an_allowance_to_itself() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_noop!(
			LiquidityStaking::transfer_from(signed(ALICE), ALICE, BOB, 1),
			Error::InsufficientAllowance
		);
		assert_ok!(LiquidityStaking::approve(signed(ALICE), ALICE, 30));
		assert_ok!(LiquidityStaking::transfer_from(signed(ALICE), ALICE, BOB, 30));
		assert_noop!(
			LiquidityStaking::transfer_from(signed(ALICE), ALICE, BOB, 1),
			Error::InsufficientAllowance
		);
		assert_eq!((active(ALICE), active(BOB)), ((70, 70), (30, 30)));
	});
}

#[test]
fn allowances_do_not_follow_the_tokens() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 100));
		transfer(ALICE, CAROL, 100);
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), CAROL, BOB, 1),
			Error::InsufficientAllowance
		);
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 1),
			Error::InsufficientTransferableBalance
		);
		assert_eq!(LiquidityStaking::allowance(ALICE, BOB), 100);
	});
}

#[test]
fn an_allowance_of_pallet_assets_is_none_of_ours() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(Assets::approve_transfer(signed(ALICE), STK_USDC, BOB, 50));
		assert_eq!(LiquidityStaking::allowance(ALICE, BOB), 0);
		assert_noop!(
			LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 1),
			Error::InsufficientAllowance
		);
	});
}
