//! Changes of the ledger: each changes a record together with the total that counts it (specification, sections 2.1
//! and 5). Amounts are quantized. Records of zero are not stored.

use crate::{
	types::{PendingDeposit, Position},
	Config, Error, Pallet, PendingDeposits, PendingWithdrawals, Positions, TotalEquity, TotalPendingDeposits,
	TotalPendingWithdrawals,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{fungibles::Mutate, tokens::Preservation, Get},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, PositionId, StarkKey};

impl<T: Config> Pallet<T> {
	/// Tokens that `quantized` units stand for (3).
	pub(crate) fn unquantized(quantized: u64) -> Result<Balance, DispatchError> {
		let amount = Balance::from(quantized).checked_mul(T::Quantum::get().into());
		Ok(amount.ok_or(Error::<T>::QuantizationOverflow)?)
	}

	/// Pays `quantized` units to `to`. The last token must be payable, so the exchange account may be emptied.
	pub(crate) fn pay(to: &T::AccountId, quantized: u64) -> Result<Balance, DispatchError> {
		Self::move_collateral(&Self::exchange_account(), to, quantized)
	}

	/// Moves the tokens for `quantized` units and returns how many they were.
	pub(crate) fn move_collateral(
		from: &T::AccountId,
		to: &T::AccountId,
		quantized: u64,
	) -> Result<Balance, DispatchError> {
		let amount = Self::unquantized(quantized)?;
		T::Assets::transfer(T::CollateralAsset::get(), from, to, amount, Preservation::Expendable)?;
		Ok(amount)
	}

	/// Adds to what is pending; an owner's own deposit ends a cancellation.
	pub(crate) fn add_pending_deposit(
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
		by_owner: bool,
	) -> DispatchResult {
		let mut pending = PendingDeposits::<T>::get(key, position).unwrap_or_default();
		pending.amount = sum::<T>(pending.amount, quantized)?;
		if by_owner {
			pending.cancel_requested_at = None;
		}
		PendingDeposits::<T>::insert(key, position, pending);
		TotalPendingDeposits::<T>::try_mutate(|total| raise(total, quantized))
	}

	/// Takes from what is pending; an error if it is less.
	pub(crate) fn take_pending_deposit(
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> DispatchResult {
		let pending = PendingDeposits::<T>::get(key, position).ok_or(Error::<T>::DepositInsufficient)?;
		let rest = pending.amount.checked_sub(quantized).ok_or(Error::<T>::DepositInsufficient)?;
		if rest == 0 {
			PendingDeposits::<T>::remove(key, position);
		} else {
			PendingDeposits::<T>::insert(key, position, PendingDeposit { amount: rest, ..pending });
		}
		TotalPendingDeposits::<T>::try_mutate(|total| lower(total, quantized))
	}

	/// Adds to the equity of a position.
	pub(crate) fn add_equity(position: PositionId, quantized: u64) -> DispatchResult {
		Self::change_position(position, |record| {
			record.equity = sum::<T>(record.equity, quantized)?;
			Ok(())
		})?;
		TotalEquity::<T>::try_mutate(|total| raise(total, quantized))
	}

	/// Takes from the equity of a position; an error if it is less.
	pub(crate) fn take_equity(position: PositionId, quantized: u64) -> DispatchResult {
		Self::change_position(position, |record| {
			let rest = record.equity.checked_sub(quantized);
			record.equity = rest.ok_or(Error::<T>::InsufficientEquity)?;
			Ok(())
		})?;
		TotalEquity::<T>::try_mutate(|total| lower(total, quantized))
	}

	/// Turns equity of a position into a withdrawal of its key.
	pub(crate) fn credit_withdrawal(key: &StarkKey, position: PositionId, quantized: u64) -> DispatchResult {
		Self::take_equity(position, quantized)?;
		let credited = sum::<T>(PendingWithdrawals::<T>::get(key), quantized)?;
		if credited > 0 {
			PendingWithdrawals::<T>::insert(key, credited);
		}
		TotalPendingWithdrawals::<T>::try_mutate(|total| raise(total, quantized))
	}

	/// Takes everything that was credited to a key; an error if it was nothing.
	pub(crate) fn take_withdrawal(key: &StarkKey) -> Result<u64, DispatchError> {
		let quantized = PendingWithdrawals::<T>::get(key);
		ensure!(quantized > 0, Error::<T>::NothingToWithdraw);
		PendingWithdrawals::<T>::remove(key);
		TotalPendingWithdrawals::<T>::try_mutate(|total| lower(total, quantized))?;
		Ok(quantized)
	}

	/// Changes the record of a position, which must exist.
	pub(crate) fn change_position(
		position: PositionId,
		change: impl FnOnce(&mut Position) -> DispatchResult,
	) -> DispatchResult {
		Positions::<T>::try_mutate(position, |record| {
			change(record.as_mut().ok_or(Error::<T>::PositionKeyMismatch)?)
		})
	}
}

/// A record's sum, which must fit the 64 bits that the exchange counts in.
fn sum<T: Config>(present: u64, quantized: u64) -> Result<u64, Error<T>> {
	present.checked_add(quantized).ok_or(Error::<T>::QuantizationOverflow)
}

fn raise(total: &mut u128, quantized: u64) -> DispatchResult {
	*total = total.checked_add(quantized.into()).ok_or(ArithmeticError::Overflow)?;
	Ok(())
}

fn lower(total: &mut u128, quantized: u64) -> DispatchResult {
	*total = total.checked_sub(quantized.into()).ok_or(ArithmeticError::Underflow)?;
	Ok(())
}
