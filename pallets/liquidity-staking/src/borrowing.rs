//! Loans: limits, borrowing and repayment (specification, section 5.3).

use crate::{
	types::{share, BorrowerRecord, PoolRecord},
	Borrowers, Config, Error, Event, Pallet, Pool,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::ArithmeticError;
use tidepool_primitives::Balance;

impl<T: Config> Pallet<T> {
	/// The most that the borrower may owe, judged by the smaller of its present and its next share: neither an increase
	/// nor a decrease that is scheduled can be exploited within the epoch. In the blackout window the balance that
	/// remains after it counts.
	fn borrow_limit(record: &BorrowerRecord, settled: &PoolRecord) -> Balance {
		let total = settled.total_active;
		let base = if Self::in_blackout_window() { total.next } else { total.current };
		share(base, record.allocation.current.min(record.allocation.next))
	}

	/// How much the borrower could borrow now.
	pub(crate) fn borrowable(record: &BorrowerRecord) -> Balance {
		if record.restricted {
			return 0;
		}
		let settled = Self::settled_pool();
		let within_limit = Self::borrow_limit(record, &settled).saturating_sub(record.borrowed);
		within_limit.min(settled.available_to_borrow())
	}

	pub(crate) fn do_borrow(borrower: &T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut record = Self::settled_borrower(borrower);
		ensure!(!record.restricted, Error::<T>::BorrowerRestricted);
		let settled = Self::settled_pool();
		ensure!(amount <= settled.available_to_borrow(), Error::<T>::ExceedsAvailableToBorrow);
		record.borrowed = record.borrowed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		ensure!(record.borrowed <= Self::borrow_limit(&record, &settled), Error::<T>::ExceedsAllocation);

		let mut pool = Pool::<T>::get();
		pool.total_borrowed = pool.total_borrowed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		pool.unborrowed = pool.unborrowed.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		Pool::<T>::put(pool);
		Self::put_borrower(borrower, record);
		Self::transfer_stake_asset(&Self::pool_account(), borrower, amount)?;
		Self::deposit_event(Event::Borrowed {
			borrower: borrower.clone(),
			amount,
			new_borrowed_balance: record.borrowed,
		});
		Ok(())
	}

	pub(crate) fn do_repay_borrow(
		payer: &T::AccountId,
		borrower: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut record = Borrowers::<T>::get(borrower);
		record.borrowed = record.borrowed.checked_sub(amount).ok_or(Error::<T>::RepayExceedsBorrowed)?;

		let mut pool = Pool::<T>::get();
		pool.total_borrowed = pool.total_borrowed.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		pool.unborrowed = pool.unborrowed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Pool::<T>::put(pool);
		Self::put_borrower(borrower, record);
		Self::transfer_stake_asset(payer, &Self::pool_account(), amount)?;
		Self::deposit_event(Event::RepaidBorrow {
			borrower: borrower.clone(),
			payer: payer.clone(),
			amount,
			new_borrowed_balance: record.borrowed,
		});
		Ok(())
	}

	/// Pays into the debt pot, which is kept apart from the staking side.
	pub(crate) fn do_repay_debt(
		payer: &T::AccountId,
		borrower: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut record = Borrowers::<T>::get(borrower);
		record.debt = record.debt.checked_sub(amount).ok_or(Error::<T>::RepayExceedsDebt)?;

		let mut pool = Pool::<T>::get();
		pool.total_borrower_debt =
			pool.total_borrower_debt.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		pool.debt_pot = pool.debt_pot.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Pool::<T>::put(pool);
		Self::put_borrower(borrower, record);
		Self::transfer_stake_asset(payer, &Self::pool_account(), amount)?;
		Self::deposit_event(Event::RepaidDebt {
			borrower: borrower.clone(),
			payer: payer.clone(),
			amount,
			new_debt_balance: record.debt,
		});
		Ok(())
	}
}
