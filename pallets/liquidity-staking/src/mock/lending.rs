//! What the borrower calls do to the books, written to storage: the pallet does not have these calls.

use super::*;
use crate::{shortfalls::SHORTFALL_INDEX_BASE, types::Shortfall, Pool, Shortfalls};
use frame_support::{
	assert_ok,
	traits::{fungibles::Mutate, tokens::Preservation::Expendable},
};
use sp_core::U256;

fn move_usdc(from: AccountId, to: AccountId, amount: Balance) {
	// Paying nothing is possible without an account to pay from.
	if amount == 0 {
		return;
	}
	assert_ok!(<Assets as Mutate<_>>::transfer(USDC, &from, &to, amount, Expendable));
}

/// What lending does to the books. Anybody may owe anything here: the limits belong to the borrower calls.
pub fn lend(amount: Balance) {
	move_usdc(pool_account(), BORROWER, amount);
	Pool::<Test>::mutate(|pool| {
		pool.total_borrowed += amount;
		pool.unborrowed -= amount;
	});
}

/// What repaying a loan does to the books.
pub fn repay_loan(amount: Balance) {
	move_usdc(BORROWER, pool_account(), amount);
	Pool::<Test>::mutate(|pool| {
		pool.total_borrowed -= amount;
		pool.unborrowed += amount;
	});
}

/// What repaying debt does to the books.
pub fn repay_debt(amount: Balance) {
	move_usdc(BORROWER, pool_account(), amount);
	Pool::<Test>::mutate(|pool| {
		pool.total_borrower_debt -= amount;
		pool.debt_pot += amount;
	});
}

/// What marking debt does to the books (specification, 5.4). Returns the index of the shortfall.
pub fn mark_debt() -> u128 {
	let epoch = LiquidityStaking::current_epoch().expect("epoch zero has started");
	let amount = LiquidityStaking::current_shortfall();
	assert!(amount > 0, "the pool is solvent");
	Pool::<Test>::mutate(|pool| {
		pool.total_inactive = pool.total_inactive.rolled(epoch);
		let before = pool.total_inactive.current;
		pool.total_inactive.decrease(amount).expect("never more than the inactive balance");
		let kept = U256::from(SHORTFALL_INDEX_BASE) * U256::from(pool.total_inactive.current);
		let index = (kept / U256::from(before)).as_u128();
		pool.total_borrowed -= amount;
		pool.total_borrower_debt += amount;
		Shortfalls::<Test>::insert(pool.shortfall_count, Shortfall { epoch, index });
		pool.shortfall_count += 1;
		index
	})
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
