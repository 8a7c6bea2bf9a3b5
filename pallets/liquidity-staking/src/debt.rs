//! Debt: what enforcement turns loans into, and what the debt pot pays out (specification, sections 5.1 and 5.4).

use crate::{
	shortfalls,
	staking::Withdrawal,
	types::{PoolRecord, Shortfall},
	Borrowers, Config, Error, Event, Pallet, Pool, Shortfalls, Stakers,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, Epoch};

impl<T: Config> Pallet<T> {
	/// Bars an overdue borrower from borrowing.
	pub(crate) fn do_restrict_borrower(borrower: &T::AccountId) -> DispatchResult {
		let mut record = Self::settled_borrower(borrower);
		let total_active = Self::settled_pool().total_active.current;
		ensure!(record.excess(total_active) > 0, Error::<T>::BorrowerNotOverdue);
		if Self::restrict(borrower, &mut record, true) {
			Self::put_borrower(borrower, record);
		}
		Ok(())
	}

	/// Turns the shortfall of the pool into debt: of the listed borrowers, in order, and of the holders of inactive
	/// balances, who settle it lazily. Touches no staker. Returns how many borrowers were looked at.
	pub(crate) fn do_mark_debt(borrowers: &[T::AccountId]) -> Result<u32, DispatchError> {
		let settled = Self::settled_pool();
		let shortfall = settled.shortfall();
		ensure!(shortfall > 0, Error::<T>::NoShortfall);
		let moment = Self::moment()?;

		let (mut uncovered, mut visited) = (shortfall, 0u32);
		for borrower in borrowers {
			if uncovered == 0 {
				break;
			}
			visited = visited.saturating_add(1);
			let marked =
				Self::mark_borrower(borrower, settled.total_active.current, uncovered, moment.epoch)?;
			uncovered = uncovered.checked_sub(marked).ok_or(ArithmeticError::Underflow)?;
		}
		ensure!(uncovered == 0, Error::<T>::ShortfallNotCovered);

		let mut pool = Pool::<T>::get();
		pool.total_borrowed = pool.total_borrowed.checked_sub(shortfall).ok_or(ArithmeticError::Underflow)?;
		pool.total_borrower_debt =
			pool.total_borrower_debt.checked_add(shortfall).ok_or(ArithmeticError::Overflow)?;
		Self::load_total_inactive(&mut pool, &moment);
		Self::convert_inactive_to_debt(&mut pool, shortfall, moment.epoch)?;
		Pool::<T>::put(pool);
		Ok(visited)
	}

	/// Turns up to `limit` of what a borrower owes beyond its share into debt and bars it from borrowing. Returns the
	/// amount; 0 for a borrower that is not overdue.
	fn mark_borrower(
		borrower: &T::AccountId,
		total_active: Balance,
		limit: Balance,
		epoch: Epoch,
	) -> Result<Balance, DispatchError> {
		let mut record = Borrowers::<T>::get(borrower).rolled(Some(epoch));
		let amount = record.excess(total_active).min(limit);
		if amount == 0 {
			return Ok(0);
		}
		record.borrowed = record.borrowed.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		record.debt = record.debt.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Self::deposit_event(Event::DebtMarked {
			borrower: borrower.clone(),
			amount,
			new_borrowed_balance: record.borrowed,
			new_debt_balance: record.debt,
		});
		Self::restrict(borrower, &mut record, true);
		Self::put_borrower(borrower, record);
		Ok(amount)
	}

	/// Records a shortfall: every inactive balance of `epoch` loses the same fraction, rounded down to what remains.
	fn convert_inactive_to_debt(pool: &mut PoolRecord, shortfall: Balance, epoch: Epoch) -> DispatchResult {
		let before = pool.total_inactive.current;
		// I1 makes the shortfall at most the inactive balance, so this never saturates.
		let remaining = before.saturating_sub(shortfall);
		let amount = before.checked_sub(remaining).ok_or(ArithmeticError::Underflow)?;
		pool.total_inactive.decrease(amount)?;
		let index = shortfalls::index_of(remaining, before).ok_or(Error::<T>::InternalInconsistency)?;
		Shortfalls::<T>::insert(pool.shortfall_count, Shortfall { epoch, index });
		pool.shortfall_count = pool.shortfall_count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Self::deposit_event(Event::ConvertedInactiveBalancesToDebt {
			amount,
			index,
			new_total_inactive: remaining,
		});
		Ok(())
	}

	/// Pays debt owed to `staker` to `recipient`, as far as the debt pot reaches. Returns the number of shortfalls
	/// applied.
	pub(crate) fn do_withdraw_debt(
		staker: &T::AccountId,
		recipient: &T::AccountId,
		withdrawal: Withdrawal,
	) -> Result<u32, DispatchError> {
		let moment = Self::moment()?;
		let mut pool = Pool::<T>::get();
		let mut record = Stakers::<T>::get(staker);
		let applied = Self::load_user_inactive(staker, &mut record, &pool, moment.epoch)?;
		let amount = withdrawal.amount(record.debt.min(pool.debt_pot));
		record.debt = record.debt.checked_sub(amount).ok_or(Error::<T>::InsufficientDebtBalance)?;
		pool.debt_pot = pool.debt_pot.checked_sub(amount).ok_or(Error::<T>::InsufficientDebtFunds)?;

		Pool::<T>::put(pool);
		Self::put_staker_and_mirror(staker, record)?;
		Self::transfer_stake_asset(&Self::pool_account(), recipient, amount)?;
		Self::deposit_event(Event::WithdrewDebt {
			staker: staker.clone(),
			recipient: recipient.clone(),
			amount,
			new_debt_balance: record.debt,
		});
		Ok(applied)
	}
}
