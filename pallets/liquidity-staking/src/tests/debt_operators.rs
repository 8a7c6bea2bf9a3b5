//! Debt operators (scenario 46; specification, section 5.6).

use super::*;
use crate::{
	types::{Role, WriteOffs},
	Stakers, WriteOffTotals,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

const OPERATOR: AccountId = EVE;

/// Alice is owed 600, of which nothing is settled, and B0 owes a debt of as much.
fn with_debt(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 10_000)])
		.stakes(&[(ALICE, 1_000), (BOB, 1_000)])
		.build_and_execute(|| {
			grant(Role::DebtOperator, OPERATOR);
			borrow(B0, 2_000);
			request(ALICE, 600);
			enter_epoch(1);
			assert_ok!(mark(&[B0]));
			assert_eq!((owed(B0), debt(ALICE)), ((1_400, 600), 600));
			pool_events();
			test();
		});
}

fn decrease_staker_debt(staker: AccountId, amount: Balance) -> Result<(), DispatchError> {
	let result = LiquidityStaking::decrease_staker_debt(signed(OPERATOR), staker, amount);
	result.map(|_| ()).map_err(|refusal| refusal.error)
}

fn decrease_borrower_debt(amount: Balance) -> Result<(), DispatchError> {
	LiquidityStaking::decrease_borrower_debt(signed(OPERATOR), B0, amount)
}

#[test]
fn a_debt_operator_forgives_debt_owed_to_a_staker() {
	with_debt(|| {
		assert_ok!(decrease_staker_debt(ALICE, 400));
		let forgiven = |amount, new_debt_balance| Event::OperatorDecreasedStakerDebt {
			staker: ALICE,
			amount,
			new_debt_balance,
			operator: OPERATOR,
		};
		assert_eq!(pool_events(), [received_debt(ALICE, 600, 600), forgiven(400, 200)]);
		assert_eq!((debt(ALICE), mirror(ALICE)), (200, 400));
		assert_eq!(usdc(ALICE), FUNDS - 1_000);
		assert_noop!(decrease_staker_debt(ALICE, 201), Error::InsufficientDebtBalance);
		assert_ok!(decrease_staker_debt(ALICE, 200));
		assert_noop!(decrease_staker_debt(ALICE, 1), Error::InsufficientDebtBalance);
		assert_ok!(decrease_staker_debt(ALICE, 0));
		assert_eq!(pool_events(), [forgiven(200, 0), forgiven(0, 0)]);
		// What the borrower owes stays, and can no longer be withdrawn by anybody.
		assert_eq!(books(), [1_400, 1_400, 0, 0, 1_400, 0, 600, 0]);
		assert_eq!(WriteOffTotals::<Test>::get(), WriteOffs { staker_debt: 600, ..Default::default() });
		pay_debt(B0, 600);
		assert_noop!(
			LiquidityStaking::withdraw_debt(signed(ALICE), ALICE, 1),
			Error::InsufficientDebtBalance
		);
		assert_eq!(LiquidityStaking::total_debt_available_to_withdraw(), 600);
	});
}

#[test]
fn a_debt_operator_forgives_debt_of_a_borrower() {
	with_debt(|| {
		assert_ok!(decrease_borrower_debt(400));
		assert_noop!(decrease_borrower_debt(201), Error::RepayExceedsDebt);
		assert_ok!(decrease_borrower_debt(200));
		assert_noop!(decrease_borrower_debt(1), Error::RepayExceedsDebt);
		assert_ok!(decrease_borrower_debt(0));
		let forgiven = |amount, new_debt_balance| Event::OperatorDecreasedBorrowerDebt {
			borrower: B0,
			amount,
			new_debt_balance,
			operator: OPERATOR,
		};
		assert_eq!(pool_events(), [forgiven(400, 200), forgiven(200, 0), forgiven(0, 0)]);
		assert_eq!((owed(B0), usdc(B0), is_restricted(B0)), ((1_400, 0), 2_000, true));
		assert_eq!(books(), [1_400, 1_400, 0, 0, 1_400, 0, 0, 0]);
		assert_eq!(WriteOffTotals::<Test>::get(), WriteOffs { borrower_debt: 600, ..Default::default() });
		// What the stakers are owed stays, without funds.
		assert_eq!((debt(ALICE), LiquidityStaking::debt_available_to_withdraw(ALICE)), (600, 0));
	});
}

#[test]
fn both_debts_can_be_forgiven_in_step() {
	with_debt(|| {
		for amount in [200, 399, 1] {
			assert_ok!(decrease_staker_debt(ALICE, amount));
			check_invariants();
			assert_ok!(decrease_borrower_debt(amount));
			check_invariants();
		}
		let totals = WriteOffs { staker_debt: 600, borrower_debt: 600, ..Default::default() };
		assert_eq!(WriteOffTotals::<Test>::get(), totals);
		assert_eq!((debt(ALICE), owed(B0)), (0, (1_400, 0)));
	});
}

#[test]
fn somebody_without_debt_can_be_forgiven_nothing() {
	with_debt(|| {
		assert_noop!(decrease_staker_debt(PAUPER, 1), Error::InsufficientDebtBalance);
		assert_ok!(decrease_staker_debt(PAUPER, 0));
		assert!(!Stakers::<Test>::contains_key(PAUPER));
	});
}

#[test]
fn an_operator_settles_shortfalls_like_the_staker() {
	with_debt(|| {
		grant(Role::StakeOperator, OPERATOR);
		pool_events();
		assert_ok!(LiquidityStaking::withdraw_stake_for(signed(OPERATOR), ALICE, BOB, 0));
		assert_eq!(pool_events()[0], received_debt(ALICE, 600, 600));
	});
}
