//! Loans that no borrower could take: written to storage, so that a test can have a shortfall of any size.

use super::*;
use crate::{Borrowers, Pool, Shortfalls};
use frame_support::{
	assert_ok,
	traits::{fungibles::Mutate, tokens::Preservation::Expendable},
};

/// Lends to an account without an allocation.
pub fn lend(amount: Balance) {
	// Paying nothing is possible without an account to pay from.
	if amount > 0 {
		assert_ok!(<Assets as Mutate<_>>::transfer(USDC, &pool_account(), &BORROWER, amount, Expendable));
	}
	Pool::<Test>::mutate(|pool| {
		pool.total_borrowed += amount;
		pool.unborrowed -= amount;
	});
	let mut record = Borrowers::<Test>::get(BORROWER);
	record.borrowed += amount;
	LiquidityStaking::put_borrower(&BORROWER, record);
}

/// Repays a part of the loan.
pub fn repay_loan(amount: Balance) {
	if amount > 0 {
		assert_ok!(LiquidityStaking::repay_borrow(signed(BORROWER), BORROWER, amount));
	}
}

/// Repays debt.
pub fn repay_debt(amount: Balance) {
	if amount > 0 {
		assert_ok!(LiquidityStaking::repay_debt(signed(BORROWER), BORROWER, amount));
	}
}

/// Marks the debt of the borrower. Returns the index of the shortfall.
pub fn mark_debt() -> u128 {
	let number = LiquidityStaking::shortfall_count();
	assert_ok!(LiquidityStaking::mark_debt(signed(BORROWER), vec![BORROWER].try_into().unwrap()));
	LiquidityStaking::put_borrower(
		&BORROWER,
		crate::types::BorrowerRecord { restricted: false, ..Borrowers::<Test>::get(BORROWER) },
	);
	Shortfalls::<Test>::get(number).expect("just recorded").index
}

/// A shortfall of `amount` in the running epoch: the borrower takes `amount` more than the active balance, unless
/// it owes more already, the debt is marked, and the rest of the loan comes back. Returns the index of the shortfall.
pub fn inject_shortfall(amount: Balance) -> u128 {
	if LiquidityStaking::current_shortfall() == 0 {
		let borrowed = Pool::<Test>::get().total_borrowed;
		lend(LiquidityStaking::total_active_balance_current() + amount - borrowed);
	}
	let index = mark_debt();
	repay_loan(Pool::<Test>::get().total_borrowed);
	index
}
