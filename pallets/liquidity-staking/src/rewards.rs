//! Rewards: the cumulative index, the settlement of accounts, claims and the rate (specification, sections 4.2,
//! 4.3, 4.5, 5.5 and 7).

use crate::{
	epochs::Moment,
	types::{PoolRecord, RewardsState, StakerRecord},
	Config, EpochIndexes, Error, Event, Pallet, Pool, Stakers,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{fungible::Mutate, tokens::Preservation, Get},
};
use sp_core::U256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, Seconds};

/// Scale of the reward index.
pub const REWARD_INDEX_BASE: u128 = 1_000_000_000_000_000_000;

impl RewardsState {
	/// Moves the index to `until`, with `total` as the active balance that was in force since the last update
	/// (4.3). Returns whether time moved. Rounds down, in favour of the treasury.
	pub fn advance(&mut self, total: Balance, until: Seconds) -> Result<bool, ArithmeticError> {
		let until = until.min(self.distribution_end);
		let Some(elapsed) = until.checked_sub(self.updated_at).filter(|elapsed| *elapsed > 0) else {
			return Ok(false);
		};
		if self.per_second > 0 && total > 0 {
			let step = U256::from(elapsed)
				.checked_mul(self.per_second.into())
				.and_then(|emitted| emitted.checked_mul(REWARD_INDEX_BASE.into()))
				.and_then(|scaled| scaled.checked_div(total.into()))
				.ok_or(ArithmeticError::Overflow)?;
			self.index = self.index.checked_add(step).ok_or(ArithmeticError::Overflow)?;
		}
		self.updated_at = until;
		Ok(true)
	}

	/// Whether the whole distribution at rate `per_second` fits the width of an accrued reward.
	pub fn rate_fits(&self, per_second: Balance) -> bool {
		let length = self.distribution_end.saturating_sub(self.distribution_start);
		per_second.checked_mul(length.into()).is_some()
	}
}

/// Rewards of `balance` while the index moved from `from` to `to`, rounded down (4.2). `None` when the index
/// moved backwards or the amount does not fit.
pub fn rewards_between(balance: Balance, from: U256, to: U256) -> Option<Balance> {
	let scaled = U256::from(balance).checked_mul(to.checked_sub(from)?)?;
	scaled.checked_div(REWARD_INDEX_BASE.into())?.try_into().ok()
}

impl<T: Config> Pallet<T> {
	/// 4.3, with its event.
	pub(crate) fn advance_global_index(
		pool: &mut PoolRecord,
		total: Balance,
		until: Seconds,
	) -> Result<U256, DispatchError> {
		if pool.rewards.advance(total, until)? {
			Self::deposit_event(Event::GlobalIndexUpdated { index: pool.rewards.index });
		}
		Ok(pool.rewards.index)
	}

	/// Credits `account` with the rewards of `balance`, the active balance it held since its last settlement, up
	/// to `index` (4.2).
	pub(crate) fn settle_user(
		account: &T::AccountId,
		record: &mut StakerRecord,
		balance: Balance,
		index: U256,
	) -> DispatchResult {
		if record.user_index == index {
			return Ok(());
		}
		if balance > 0 {
			let earned = rewards_between(balance, record.user_index, index)
				.ok_or(Error::<T>::InternalInconsistency)?;
			record.accrued_rewards =
				record.accrued_rewards.checked_add(earned).ok_or(ArithmeticError::Overflow)?;
		}
		record.user_index = index;
		Self::deposit_event(Event::UserIndexUpdated {
			account: account.clone(),
			index,
			accrued: record.accrued_rewards,
		});
		Ok(())
	}

	/// Brings an account's active balance to the running epoch (4.5). The totals must have been loaded first:
	/// that records the boundary index a shrunken balance is settled with.
	pub(crate) fn load_user_active(
		account: &T::AccountId,
		record: &mut StakerRecord,
		moment: &Moment,
	) -> DispatchResult {
		let stored = record.active;
		if moment.epoch > stored.epoch && stored.changes_next_epoch() {
			let index = EpochIndexes::<T>::get(stored.epoch).ok_or(Error::<T>::InternalInconsistency)?;
			Self::settle_user(account, record, stored.current, index)?;
		}
		record.active = stored.rolled(moment.epoch);
		Ok(())
	}

	/// Pays all rewards of `staker` to `recipient` and returns the amount (5.1).
	pub(crate) fn do_claim_rewards(
		staker: &T::AccountId,
		recipient: &T::AccountId,
	) -> Result<Balance, DispatchError> {
		let moment = Self::moment()?;
		let mut pool = Pool::<T>::get();
		Self::load_total_active(&mut pool, &moment)?;
		let mut record = Stakers::<T>::get(staker);
		Self::load_user_active(staker, &mut record, &moment)?;
		let total = pool.total_active.current;
		let index = Self::advance_global_index(&mut pool, total, moment.now)?;
		let balance = record.active.current;
		Self::settle_user(staker, &mut record, balance, index)?;
		let amount = core::mem::take(&mut record.accrued_rewards);

		Pool::<T>::put(pool);
		Self::put_staker(staker, record);
		if amount > 0 {
			let treasury = T::RewardsTreasury::get();
			T::RewardsCurrency::transfer(&treasury, recipient, amount, Preservation::Expendable)?;
		}
		Self::deposit_event(Event::ClaimedRewards {
			staker: staker.clone(),
			recipient: recipient.clone(),
			amount,
		});
		Ok(amount)
	}

	pub(crate) fn do_set_rewards_per_second(rate: Balance) -> DispatchResult {
		let mut pool = Pool::<T>::get();
		ensure!(pool.rewards.rate_fits(rate), Error::<T>::RewardsRateTooHigh);
		let total = match Self::moment() {
			Ok(moment) => {
				Self::load_total_active(&mut pool, &moment)?;
				pool.total_active.current
			},
			Err(_) => 0,
		};
		Self::advance_global_index(&mut pool, total, Self::now())?;
		pool.rewards.per_second = rate;
		Pool::<T>::put(pool);
		Self::deposit_event(Event::RewardsPerSecondUpdated { rate });
		Ok(())
	}
}
