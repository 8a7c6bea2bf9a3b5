//! Deposits, their cancellation and their way back (specification, section 6.1). Cancelling and reclaiming work while the
//! exchange is frozen.

use crate::{Config, Error, Event, Pallet, PendingDeposits};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::Get,
};
use tidepool_primitives::{Balance, PositionId, StarkKey};

impl<T: Config> Pallet<T> {
	/// Takes tokens of `payer` for `key`, whoever owns it. Returns how many.
	pub(crate) fn do_deposit(
		payer: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
		quantized: u64,
	) -> Result<Balance, DispatchError> {
		Self::ensure_not_frozen()?;
		ensure!(quantized > 0, Error::<T>::ZeroAmount);
		let owner = Self::owner_of(key)?;
		Self::position_of(key, position)?;

		let amount = Self::move_collateral(payer, &Self::exchange_account(), quantized)?;
		Self::add_pending_deposit(key, position, quantized, owner == *payer)?;
		Self::deposit_event(Event::Deposited {
			from: payer.clone(),
			key: *key,
			position,
			q: quantized,
			amount,
		});
		Ok(amount)
	}

	/// Starts the delay, or starts it again.
	pub(crate) fn do_deposit_cancel(
		who: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
	) -> DispatchResult {
		Self::ensure_owner(who, key)?;
		let mut pending = PendingDeposits::<T>::get(key, position).ok_or(Error::<T>::DepositNotFound)?;
		let now = Self::now();
		pending.cancel_requested_at = Some(now);
		PendingDeposits::<T>::insert(key, position, pending);
		Self::deposit_event(Event::DepositCancelRequested {
			key: *key,
			position,
			reclaim_from: now.saturating_add(T::DepositCancelDelay::get()),
		});
		Ok(())
	}

	/// Pays what is still pending back to the owner. Returns how many tokens.
	pub(crate) fn do_deposit_reclaim(
		who: &T::AccountId,
		key: &StarkKey,
		position: PositionId,
	) -> Result<Balance, DispatchError> {
		Self::ensure_owner(who, key)?;
		let pending = PendingDeposits::<T>::get(key, position).ok_or(Error::<T>::DepositNotFound)?;
		let requested_at = pending.cancel_requested_at.ok_or(Error::<T>::DepositNotCancelled)?;
		let reclaim_from = requested_at.saturating_add(T::DepositCancelDelay::get());
		ensure!(Self::now() >= reclaim_from, Error::<T>::DepositLocked);

		Self::take_pending_deposit(key, position, pending.amount)?;
		let amount = Self::pay(who, pending.amount)?;
		let q = pending.amount;
		Self::deposit_event(Event::DepositReclaimed { key: *key, position, q, amount });
		Ok(amount)
	}
}
