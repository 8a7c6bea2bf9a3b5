//! Ways out for accounts with many unsettled shortfalls (specification, sections 5.7 and 12.1 D5).

use crate::{
	types::{PoolRecord, StakerRecord},
	Config, Error, Event, Pallet, Pool, Shortfalls, Stakers, WriteOffTotals,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::Get,
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::Epoch;

impl<T: Config> Pallet<T> {
	/// Settles the inactive balance of `staker` as far as one call may. Returns the number of shortfalls applied.
	pub(crate) fn do_settle(staker: &T::AccountId) -> Result<u32, DispatchError> {
		let moment = Self::moment()?;
		let (pool, record) = (Pool::<T>::get(), Stakers::<T>::get(staker));
		let target = Self::reachable_epoch(&pool, &record, moment.epoch);
		Self::settle_to_epoch(staker, record, &pool, target)
	}

	/// The latest epoch up to `running` that a record can be settled to within the bound: one before the epoch of the
	/// first shortfall that would be too much. Shortfalls are at most one an epoch.
	fn reachable_epoch(pool: &PoolRecord, record: &StakerRecord, running: Epoch) -> Epoch {
		let inactive = &record.inactive;
		let first_too_many = inactive.shortfall_counter.saturating_add(T::MaxShortfallsPerSettlement::get());
		if inactive.balance.next == 0 || first_too_many >= pool.shortfall_count {
			return running;
		}
		Shortfalls::<T>::get(first_too_many).map_or(running, |shortfall| shortfall.epoch.saturating_sub(1))
	}

	/// Settles the caller's inactive balance as if `max_epoch` were the running epoch. Returns the number of
	/// shortfalls applied.
	pub(crate) fn do_failsafe_settle(staker: &T::AccountId, max_epoch: Epoch) -> Result<u32, DispatchError> {
		let moment = Self::moment()?;
		let record = Stakers::<T>::get(staker);
		let from = record.inactive.balance.epoch;
		ensure!(from <= max_epoch && max_epoch <= moment.epoch, Error::<T>::InvalidMaxEpoch);
		Self::settle_to_epoch(staker, record, &Pool::<T>::get(), max_epoch)
	}

	fn settle_to_epoch(
		staker: &T::AccountId,
		mut record: StakerRecord,
		pool: &PoolRecord,
		target: Epoch,
	) -> Result<u32, DispatchError> {
		let applied = Self::load_user_inactive(staker, &mut record, pool, target)?;
		Self::put_staker_and_mirror(staker, record)?;
		Ok(applied)
	}

	/// Gives up the caller's inactive balance, with its pending requests and any debt not yet settled.
	pub(crate) fn do_failsafe_delete(staker: T::AccountId) -> DispatchResult {
		let mut record = Stakers::<T>::get(&staker);
		let amount = core::mem::take(&mut record.inactive).balance.next;
		let mut totals = WriteOffTotals::<T>::get();
		totals.abandoned_inactive =
			totals.abandoned_inactive.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		WriteOffTotals::<T>::put(totals);
		Self::put_staker_and_mirror(&staker, record)?;
		Self::deposit_event(Event::InactiveBalanceAbandoned { staker, amount });
		Ok(())
	}
}
