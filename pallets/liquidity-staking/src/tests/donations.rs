//! Tokens that reach the pool by any other way than its calls are inert (specification, section 12.1 D3).

use super::*;
use frame_support::{assert_noop, assert_ok};

fn donate(amount: Balance) {
	assert_ok!(Assets::transfer(signed(EVE), USDC, pool_account(), amount));
}

/// The books without the check that nothing was donated.
fn totals() -> (Balance, Balance, Balance, Balance) {
	check_invariants();
	let unborrowed = LiquidityStaking::contract_balance_available_to_withdraw();
	let borrowed = LiquidityStaking::total_borrowed_balance();
	(total_active().0, total_inactive().0, borrowed, unborrowed)
}

/// B0 owes 600, but has only 20 % of 700; 300 are inactive, and 400 in the pool cover them. B1 has 80 %.
fn solvent_with_an_overdue_borrower(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 6_000), (B1, 4_000)])
		.stakes(&[(ALICE, 1_000)])
		.build_and_execute(|| {
			borrow(B0, 600);
			request(ALICE, 300);
			assert_ok!(allocate(&[(Some(B0), 2_000), (Some(B1), 8_000)]));
			enter_epoch(1);
			assert_eq!(totals(), (700, 300, 600, 400));
			test();
		});
}

/// B1 may borrow 100, and nothing can be marked.
fn nothing_changed() {
	assert_eq!(LiquidityStaking::contract_balance_available_to_borrow(), 100);
	assert_eq!(borrowable(B1), 100);
	assert_noop!(LiquidityStaking::borrow(signed(B1), 101), Error::ExceedsAvailableToBorrow);
	assert_noop!(mark(&[B0, B1]), Error::NoShortfall);
	assert_eq!(totals(), (700, 300, 600, 400));
}

#[test]
fn a_donation_cannot_be_borrowed() {
	solvent_with_an_overdue_borrower(|| {
		nothing_changed();
		donate(500);
		nothing_changed();
		// The loan that made the original insolvent.
		assert_noop!(LiquidityStaking::borrow(signed(B1), 560), Error::ExceedsAvailableToBorrow);
		borrow(B1, 100);
		assert_noop!(mark(&[B0]), Error::NoShortfall);
		assert_eq!(totals(), (700, 300, 700, 300));
		withdraw(ALICE, 300);
		assert_eq!((debt(ALICE), LiquidityStaking::shortfall_count()), (0, 0));
		assert_eq!(usdc(pool_account()), 500);
	});
}

#[test]
fn donations_in_parts_cannot_make_two_shortfalls_in_an_epoch() {
	solvent_with_an_overdue_borrower(|| {
		for amount in [200, 300] {
			donate(amount);
			nothing_changed();
		}
		borrow(B1, 100);
		donate(1_000);
		assert_noop!(LiquidityStaking::borrow(signed(B1), 1), Error::ExceedsAvailableToBorrow);
		assert_noop!(mark(&[B0]), Error::NoShortfall);
	});
}

#[test]
fn a_donation_does_not_help_a_short_pool_but_a_repayment_does() {
	ExtBuilder::default().allocations(&[(B0, 10_000)]).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		borrow(B0, 900);
		request(ALICE, 600);
		enter_epoch(1);
		donate(500);
		assert_eq!(totals(), (400, 600, 900, 100));
		assert_eq!(LiquidityStaking::current_shortfall(), 500);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 101),
			Error::InsufficientLiquidity
		);
		assert_ok!(LiquidityStaking::repay_borrow(signed(EVE), B0, 500));
		assert_eq!(LiquidityStaking::current_shortfall(), 0);
		withdraw(ALICE, 600);
		assert_eq!(totals(), (400, 0, 400, 0));
	});
}

#[test]
fn a_donation_is_not_paid_out_as_debt() {
	ExtBuilder::default().allocations(&[(B0, 10_000)]).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		borrow(B0, 1_000);
		request(ALICE, 600);
		enter_epoch(1);
		assert_ok!(mark(&[B0]));
		donate(600);
		assert_eq!(LiquidityStaking::debt_available_to_withdraw(ALICE), 0);
		assert_noop!(LiquidityStaking::withdraw_debt(signed(ALICE), ALICE, 1), Error::InsufficientDebtFunds);
		pay_debt(B0, 1);
		assert_ok!(LiquidityStaking::withdraw_max_debt(signed(ALICE), ALICE));
		assert_eq!((debt(ALICE), usdc(pool_account())), (599, 600));
	});
}
