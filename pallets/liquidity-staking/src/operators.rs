//! What operators may do for others (specification, section 5.6).

use crate::{staking::Withdrawal, Borrowers, Config, Error, Event, Pallet, Pool, Stakers, WriteOffTotals};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use sp_runtime::ArithmeticError;
use tidepool_primitives::Balance;

impl<T: Config> Pallet<T> {
	/// Returns the number of shortfalls applied.
	pub(crate) fn do_request_withdrawal_for(
		operator: T::AccountId,
		staker: T::AccountId,
		amount: Balance,
	) -> Result<u32, DispatchError> {
		let applied = Self::do_request_withdrawal(&staker, amount)?;
		Self::deposit_event(Event::OperatorWithdrawalRequestedFor { staker, amount, operator });
		Ok(applied)
	}

	/// Returns the number of shortfalls applied.
	pub(crate) fn do_withdraw_stake_for(
		operator: T::AccountId,
		staker: T::AccountId,
		recipient: T::AccountId,
		amount: Balance,
	) -> Result<u32, DispatchError> {
		let applied = Self::do_withdraw_stake(&staker, &recipient, Withdrawal::Exact(amount))?;
		Self::deposit_event(Event::OperatorWithdrewStakeFor { staker, recipient, amount, operator });
		Ok(applied)
	}

	pub(crate) fn do_claim_rewards_for(
		operator: T::AccountId,
		staker: T::AccountId,
		recipient: T::AccountId,
	) -> DispatchResult {
		let amount = Self::do_claim_rewards(&staker, &recipient)?;
		Self::deposit_event(Event::OperatorClaimedRewardsFor { staker, recipient, amount, operator });
		Ok(())
	}

	/// Forgives debt owed to a staker. Returns the number of shortfalls applied.
	pub(crate) fn do_decrease_staker_debt(
		operator: T::AccountId,
		staker: T::AccountId,
		amount: Balance,
	) -> Result<u32, DispatchError> {
		let moment = Self::moment()?;
		let mut record = Stakers::<T>::get(&staker);
		let applied = Self::load_user_inactive(&staker, &mut record, &Pool::<T>::get(), moment.epoch)?;
		record.debt = record.debt.checked_sub(amount).ok_or(Error::<T>::InsufficientDebtBalance)?;
		Self::put_staker_and_mirror(&staker, record)?;
		let mut totals = WriteOffTotals::<T>::get();
		totals.staker_debt = totals.staker_debt.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		WriteOffTotals::<T>::put(totals);
		let new_debt_balance = record.debt;
		Self::deposit_event(Event::OperatorDecreasedStakerDebt {
			staker,
			amount,
			new_debt_balance,
			operator,
		});
		Ok(applied)
	}

	/// Forgives debt of a borrower. Does not lift its restriction.
	pub(crate) fn do_decrease_borrower_debt(
		operator: T::AccountId,
		borrower: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let mut record = Borrowers::<T>::get(&borrower);
		record.debt = record.debt.checked_sub(amount).ok_or(Error::<T>::RepayExceedsDebt)?;
		Self::put_borrower(&borrower, record);
		let mut pool = Pool::<T>::get();
		pool.total_borrower_debt =
			pool.total_borrower_debt.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		Pool::<T>::put(pool);
		let mut totals = WriteOffTotals::<T>::get();
		totals.borrower_debt = totals.borrower_debt.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		WriteOffTotals::<T>::put(totals);
		let new_debt_balance = record.debt;
		Self::deposit_event(Event::OperatorDecreasedBorrowerDebt {
			borrower,
			amount,
			new_debt_balance,
			operator,
		});
		Ok(())
	}
}
