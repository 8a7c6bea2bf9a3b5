//! Stake, withdrawal requests and withdrawals (specification, section 5.1).

use crate::{
	types::{PoolRecord, StakerRecord},
	Config, Error, Event, Pallet, Pool, Stakers,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{fungibles::Mutate, tokens::Preservation, Get},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::Balance;

/// How much a withdrawal takes.
#[derive(Clone, Copy)]
pub(crate) enum Withdrawal {
	/// Exactly this amount, in base units of the stake asset.
	Exact(Balance),
	/// As much as the staker and the pool can afford.
	Max,
}

impl Withdrawal {
	/// The amount, where `most` is what the staker and the pool can afford.
	pub(crate) fn amount(self, most: Balance) -> Balance {
		match self {
			Withdrawal::Exact(amount) => amount,
			Withdrawal::Max => most,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Takes `amount` of the stake asset from `payer` and credits it to `staker`.
	pub(crate) fn do_stake(payer: &T::AccountId, staker: &T::AccountId, amount: Balance) -> DispatchResult {
		let moment = Self::moment()?;
		let mut pool = Pool::<T>::get();
		Self::load_total_active(&mut pool, &moment)?;
		let total_before = pool.total_active.current;
		pool.total_active.increase(amount)?;
		let mut record = Stakers::<T>::get(staker);
		Self::load_user_active(staker, &mut record, &moment)?;
		let balance_before = record.active.current;
		record.active.increase(amount)?;

		let index = Self::advance_global_index(&mut pool, total_before, moment.now)?;
		Self::settle_user(staker, &mut record, balance_before, index)?;
		pool.unborrowed = pool.unborrowed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;

		Pool::<T>::put(pool);
		Self::transfer_stake_asset(payer, &Self::pool_account(), amount)?;
		Self::put_staker_and_mirror(staker, record)?;
		Self::deposit_event(Event::Staked { staker: staker.clone(), payer: payer.clone(), amount });
		Self::deposit_event(Event::Transfer { from: None, to: Some(staker.clone()), amount });
		Ok(())
	}

	/// Moves `amount` of `staker` from active to inactive, from the next epoch on. Returns the number of
	/// shortfalls applied.
	pub(crate) fn do_request_withdrawal(
		staker: &T::AccountId,
		amount: Balance,
	) -> Result<u32, DispatchError> {
		let moment = Self::moment()?;
		ensure!(!moment.clock.in_blackout(moment.now), Error::<T>::InBlackoutWindow);
		let mut pool = Pool::<T>::get();
		let mut record = Stakers::<T>::get(staker);
		ensure!(amount <= record.active.next, Error::<T>::InsufficientActiveBalance);

		Self::load_total_active(&mut pool, &moment)?;
		Self::load_user_active(staker, &mut record, &moment)?;
		Self::load_total_inactive(&mut pool, &moment);
		let applied = Self::load_user_inactive(staker, &mut record, &pool, moment.epoch)?;
		pool.total_active.decrease_next(amount)?;
		record.active.decrease_next(amount)?;
		pool.total_inactive.increase_next(amount)?;
		record.inactive.balance.increase_next(amount)?;

		Pool::<T>::put(pool);
		Self::put_staker_and_mirror(staker, record)?;
		Self::deposit_event(Event::WithdrawalRequested { staker: staker.clone(), amount });
		Ok(applied)
	}

	/// Pays inactive stake of `staker` to `recipient`. Returns the number of shortfalls applied.
	pub(crate) fn do_withdraw_stake(
		staker: &T::AccountId,
		recipient: &T::AccountId,
		withdrawal: Withdrawal,
	) -> Result<u32, DispatchError> {
		let moment = Self::moment()?;
		let mut pool = Pool::<T>::get();
		let mut record = Stakers::<T>::get(staker);
		if let Withdrawal::Exact(amount) = withdrawal {
			ensure!(amount <= pool.unborrowed, Error::<T>::InsufficientLiquidity);
		}
		Self::load_total_inactive(&mut pool, &moment);
		let applied = Self::load_user_inactive(staker, &mut record, &pool, moment.epoch)?;
		let withdrawable = record.inactive.balance.current;
		let amount = withdrawal.amount(withdrawable.min(pool.unborrowed));
		ensure!(amount <= withdrawable, Error::<T>::InsufficientInactiveBalance);
		Self::debit_inactive(&mut pool, &mut record, amount)?;

		Pool::<T>::put(pool);
		Self::put_staker_and_mirror(staker, record)?;
		Self::transfer_stake_asset(&Self::pool_account(), recipient, amount)?;
		Self::deposit_event(Event::Transfer { from: Some(staker.clone()), to: None, amount });
		Self::deposit_event(Event::WithdrewStake {
			staker: staker.clone(),
			recipient: recipient.clone(),
			amount,
		});
		Ok(applied)
	}

	fn debit_inactive(
		pool: &mut PoolRecord,
		record: &mut StakerRecord,
		amount: Balance,
	) -> Result<(), ArithmeticError> {
		pool.total_inactive.decrease(amount)?;
		record.inactive.balance.decrease(amount)?;
		pool.unborrowed = pool.unborrowed.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		Ok(())
	}

	/// Moves stake-asset tokens. The last unit must be payable, so an account may be emptied.
	pub(crate) fn transfer_stake_asset(
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount > 0 {
			T::Assets::transfer(T::StakeAsset::get(), from, to, amount, Preservation::Expendable)?;
		}
		Ok(())
	}

	/// Stores a staker's record, or removes it when nothing is left in it (2.7).
	pub(crate) fn put_staker(staker: &T::AccountId, record: StakerRecord) {
		let record = record.pruned();
		if record == StakerRecord::default() {
			Stakers::<T>::remove(staker);
		} else {
			Stakers::<T>::insert(staker, record);
		}
	}
}
