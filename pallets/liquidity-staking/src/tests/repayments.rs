//! Repayment of loans and of debt (scenario 21; specification, section 5.3).

use super::*;
use crate::Borrowers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

/// B0 owes 300 of 1,000, B1 nothing.
fn with_a_loan(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 4_000), (B1, 6_000)])
		.stakes(&[(ALICE, 1_000)])
		.build_and_execute(|| {
			borrow(B0, 300);
			pool_events();
			test();
		});
}

/// B0 has a debt of 240 and still owes 160, in epoch 1.
fn with_debt(test: impl FnOnce()) {
	with_a_loan(|| {
		borrow(B0, 100);
		request(ALICE, 840);
		enter_epoch(1);
		assert_ok!(mark(&[B0]));
		assert_eq!(owed(B0), (160, 240));
		pool_events();
		test();
	});
}

fn repaid(payer: AccountId, amount: Balance, new_borrowed_balance: Balance) -> Event {
	Event::RepaidBorrow { borrower: B0, payer, amount, new_borrowed_balance }
}

fn repaid_debt(payer: AccountId, amount: Balance, new_debt_balance: Balance) -> Event {
	Event::RepaidDebt { borrower: B0, payer, amount, new_debt_balance }
}

#[test]
fn a_loan_can_be_repaid_in_parts_up_to_the_last_unit() {
	with_a_loan(|| {
		assert_eq!(books(), [1_000, 1_000, 0, 0, 300, 700, 0, 0]);
		repay(B0, 1);
		repay(B0, 298);
		assert_eq!(books(), [1_000, 1_000, 0, 0, 1, 999, 0, 0]);
		assert_noop!(LiquidityStaking::repay_borrow(signed(B0), B0, 2), Error::RepayExceedsBorrowed);
		repay(B0, 1);
		assert_eq!(pool_events(), [repaid(B0, 1, 299), repaid(B0, 298, 1), repaid(B0, 1, 0)]);
		assert_eq!(books(), [1_000, 1_000, 0, 0, 0, 1_000, 0, 0]);
		assert_eq!((usdc(B0), owed(B0)), (0, (0, 0)));
		// What came back can be borrowed again.
		assert_eq!((borrowable(B0), borrowable(B1)), (400, 600));
	});
}

#[test]
fn more_than_is_borrowed_cannot_be_repaid() {
	with_a_loan(|| {
		for payer in [B0, ALICE] {
			for amount in [301, u128::MAX] {
				assert_noop!(
					LiquidityStaking::repay_borrow(signed(payer), B0, amount),
					Error::RepayExceedsBorrowed
				);
			}
			assert_noop!(LiquidityStaking::repay_borrow(signed(payer), B1, 1), Error::RepayExceedsBorrowed);
		}
	});
}

#[test]
fn zero_is_no_repayment() {
	with_debt(|| {
		// Also for a borrower that owes nothing: the amount is looked at first.
		for borrower in [B0, B1] {
			assert_noop!(LiquidityStaking::repay_borrow(signed(B0), borrower, 0), Error::ZeroAmount);
			assert_noop!(LiquidityStaking::repay_debt(signed(B0), borrower, 0), Error::ZeroAmount);
		}
	});
}

#[test]
fn anybody_may_repay_a_loan_and_pays_for_it() {
	with_a_loan(|| {
		assert_ok!(LiquidityStaking::repay_borrow(signed(BOB), B0, 300));
		assert_eq!(pool_events(), [repaid(BOB, 300, 0)]);
		assert_eq!((usdc(BOB), usdc(B0)), (FUNDS - 300, 300));
	});
}

#[test]
fn a_repayment_fails_without_the_tokens() {
	with_debt(|| {
		assert_noop!(LiquidityStaking::repay_borrow(signed(PAUPER), B0, 1), TokenError::FundsUnavailable);
		assert_noop!(LiquidityStaking::repay_debt(signed(PAUPER), B0, 1), TokenError::FundsUnavailable);
		assert_ok!(Assets::transfer(signed(B0), USDC, ALICE, 399));
		assert_noop!(LiquidityStaking::repay_borrow(signed(B0), B0, 2), TokenError::FundsUnavailable);
		assert_noop!(LiquidityStaking::repay_debt(signed(B0), B0, 2), TokenError::FundsUnavailable);
		repay(B0, 1);
	});
}

#[test]
fn a_repayment_in_blackout_and_by_a_restricted_borrower_is_welcome() {
	with_a_loan(|| {
		set_restriction(B0, true);
		pool_events();
		at(INTERVAL - 1);
		repay(B0, 300);
		assert_eq!(pool_events(), [repaid(B0, 300, 0)]);
		assert!(is_restricted(B0));
	});
}

#[test]
fn a_stranger_can_spoil_a_full_repayment_with_one_unit() {
	with_a_loan(|| {
		// Known and kept (K11): it costs the stranger the unit.
		assert_ok!(LiquidityStaking::repay_borrow(signed(EVE), B0, 1));
		assert_noop!(LiquidityStaking::repay_borrow(signed(B0), B0, 300), Error::RepayExceedsBorrowed);
		repay(B0, 299);
	});
}

#[test]
fn debt_can_be_repaid_in_parts_up_to_the_last_unit() {
	with_debt(|| {
		assert_eq!(books(), [160, 160, 600, 600, 160, 600, 240, 0]);
		pay_debt(B0, 1);
		pay_debt(B0, 10);
		assert_eq!(books(), [160, 160, 600, 600, 160, 600, 229, 11]);
		assert_noop!(LiquidityStaking::repay_debt(signed(B0), B0, 230), Error::RepayExceedsDebt);
		pay_debt(B0, 229);
		assert_eq!(
			pool_events(),
			[repaid_debt(B0, 1, 239), repaid_debt(B0, 10, 229), repaid_debt(B0, 229, 0)]
		);
		assert_eq!(books(), [160, 160, 600, 600, 160, 600, 0, 240]);
		assert_eq!((owed(B0), usdc(B0)), ((160, 0), 160));
		assert_noop!(LiquidityStaking::repay_debt(signed(B0), B0, 1), Error::RepayExceedsDebt);
	});
}

#[test]
fn anybody_may_repay_debt_and_pays_for_it() {
	with_debt(|| {
		assert_noop!(LiquidityStaking::repay_debt(signed(BOB), B0, 241), Error::RepayExceedsDebt);
		assert_noop!(LiquidityStaking::repay_debt(signed(BOB), B1, 1), Error::RepayExceedsDebt);
		assert_ok!(LiquidityStaking::repay_debt(signed(BOB), B0, 240));
		assert_eq!(pool_events(), [repaid_debt(BOB, 240, 0)]);
		assert_eq!((usdc(BOB), usdc(B0)), (FUNDS - 240, 400));
	});
}

#[test]
fn a_loan_and_a_debt_are_repaid_apart() {
	with_debt(|| {
		assert_noop!(LiquidityStaking::repay_borrow(signed(B0), B0, 161), Error::RepayExceedsBorrowed);
		repay(B0, 160);
		assert_eq!(owed(B0), (0, 240));
		assert_eq!(books(), [160, 160, 600, 600, 0, 760, 240, 0]);
	});
}

#[test]
fn repaying_everything_lifts_no_restriction() {
	with_debt(|| {
		repay(B0, 160);
		pay_debt(B0, 240);
		assert!(is_restricted(B0) && !is_overdue(B0));
		assert_noop!(LiquidityStaking::borrow(signed(B0), 1), Error::BorrowerRestricted);
		set_restriction(B0, false);
		borrow(B0, 1);
	});
}

#[test]
fn a_borrower_that_owes_nothing_and_has_no_share_is_forgotten() {
	with_a_loan(|| {
		assert_ok!(allocate(&[(Some(B0), 0), (None, 4_000)]));
		enter_epoch(1);
		repay(B0, 299);
		assert!(Borrowers::<Test>::contains_key(B0));
		repay(B0, 1);
		// The last share of epoch 0 is stored until something settles it.
		assert_eq!(units(Some(B0)), (0, 0));
		set_restriction(B0, true);
		set_restriction(B0, false);
		assert_ok!(allocate(&[(Some(B0), 1), (None, 3_999)]));
		assert_ok!(allocate(&[(Some(B0), 0), (None, 4_000)]));
		assert!(!Borrowers::<Test>::contains_key(B0));
	});
}
