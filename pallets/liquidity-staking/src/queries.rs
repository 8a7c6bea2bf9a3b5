//! Answers to the queries of section 10 of the specification: settled to now, nothing written.

use crate::{
	epochs::Moment,
	rewards::rewards_between,
	types::{InactiveBalance, PoolRecord, StoredBalance},
	Borrowers, Config, EpochIndexes, Pallet, Pool, Stakers,
};
use tidepool_primitives::Balance;

impl<T: Config> Pallet<T> {
	/// The books with both totals brought to the running epoch; all balances are zero before epoch zero.
	pub(crate) fn settled_pool() -> PoolRecord {
		let pool = Pool::<T>::get();
		Self::moment().map_or(pool, |moment| pool.rolled(moment.epoch))
	}

	/// The overdue borrowers and what they owe beyond their shares. Reads every borrower.
	pub(crate) fn excesses() -> impl Iterator<Item = (T::AccountId, Balance)> {
		let (epoch, total_active) = (Self::current_epoch(), Self::settled_pool().total_active.current);
		Borrowers::<T>::iter().filter_map(move |(borrower, record)| {
			let excess = record.rolled(epoch).excess(total_active);
			(excess > 0).then_some((borrower, excess))
		})
	}

	/// An account's active balance in the running epoch.
	pub(crate) fn settled_active(account: &T::AccountId) -> StoredBalance {
		let Ok(moment) = Self::moment() else { return Default::default() };
		Stakers::<T>::get(account).active.rolled(moment.epoch)
	}

	/// An account's inactive balance in the running epoch with all shortfalls applied, and its debt.
	pub(crate) fn settled_inactive(account: &T::AccountId) -> (StoredBalance, Balance) {
		let Ok(moment) = Self::moment() else { return Default::default() };
		let record = Stakers::<T>::get(account);
		let mut inactive: InactiveBalance = record.inactive;
		let log = Self::shortfall_log(&Pool::<T>::get(), u32::MAX);
		match log.settle(&mut inactive, moment.epoch) {
			Ok(done) => (inactive.balance, record.debt.saturating_add(done.loss)),
			Err(error) => {
				log::error!(target: crate::LOG_TARGET, "cannot settle {account:?}: {error:?}");
				(record.inactive.balance.rolled(moment.epoch), record.debt)
			},
		}
	}

	/// What a claim would pay now (10).
	pub(crate) fn rewards_to_claim(account: &T::AccountId) -> Balance {
		Self::moment().ok().and_then(|moment| Self::rewards_at(account, &moment)).unwrap_or_default()
	}

	fn rewards_at(account: &T::AccountId, moment: &Moment) -> Option<Balance> {
		let mut pool = Pool::<T>::get();
		let boundary = pool.roll_total_active(moment).ok()?;
		pool.rewards.advance(pool.total_active.current, moment.now).ok()?;

		let record = Stakers::<T>::get(account);
		let (mut rewards, mut settled_to) = (record.accrued_rewards, record.user_index);
		let stored = record.active;
		if moment.epoch > stored.epoch && stored.changes_next_epoch() {
			let index = match boundary {
				Some(boundary) if boundary.epoch == stored.epoch => boundary.index,
				_ => EpochIndexes::<T>::get(stored.epoch)?,
			};
			rewards = rewards.checked_add(Self::earned(stored.current, settled_to, index)?)?;
			settled_to = index;
		}
		let balance = stored.rolled(moment.epoch).current;
		rewards.checked_add(Self::earned(balance, settled_to, pool.rewards.index)?)
	}

	/// The index of an empty balance means nothing, so it must not be looked at.
	fn earned(balance: Balance, from: sp_core::U256, to: sp_core::U256) -> Option<Balance> {
		if balance == 0 {
			return Some(0);
		}
		rewards_between(balance, from, to)
	}
}
