//! Receipt-token calls: transfers of the active balance and allowances (specification, sections 5.2 and 8).

use crate::{
	epochs::Moment,
	types::{PoolRecord, StakerRecord},
	Allowances, Config, Error, Event, Pallet, Pool, Stakers,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::U256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::Balance;

/// Name of the receipt token.
pub const NAME: &str = "dYdX Staked USDC";
/// Symbol of the receipt token.
pub const SYMBOL: &str = "stkUSDC";
/// Decimals of the receipt token, those of the stake asset.
pub const DECIMALS: u8 = 6;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_transfer(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let moment = Self::moment()?;
		Self::ensure_transferable(from, amount)?;
		Self::move_active(from, to, amount, &moment)
	}

	pub(crate) fn do_transfer_from(
		spender: &T::AccountId,
		owner: &T::AccountId,
		recipient: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let moment = Self::moment()?;
		Self::ensure_transferable(owner, amount)?;
		let remaining = Self::reduced_allowance(owner, spender, amount)?;
		Self::move_active(owner, recipient, amount, &moment)?;
		Self::do_approve(owner, spender, remaining);
		Ok(())
	}

	/// Only the part of the active balance that is not requested for withdrawal can move.
	fn ensure_transferable(from: &T::AccountId, amount: Balance) -> DispatchResult {
		// The stored next value is the effective one in every epoch (2.2).
		let transferable = Stakers::<T>::get(from).active.next;
		ensure!(amount <= transferable, Error::<T>::InsufficientTransferableBalance);
		Ok(())
	}

	/// Settles total, sender and recipient, in this order, and moves `amount` of current and next active balance.
	fn move_active(
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
		moment: &Moment,
	) -> DispatchResult {
		let mut pool = Pool::<T>::get();
		Self::load_total_active(&mut pool, moment)?;
		let mut sender = Self::loaded_active(from, moment)?;
		if from == to {
			// With the same record on both sides, writing both would mint.
			let index = Self::advance_index_to_now(&mut pool, moment)?;
			let balance = sender.active.current;
			Self::settle_user(from, &mut sender, balance, index)?;
			Self::put_staker(from, sender);
		} else {
			let mut recipient = Self::loaded_active(to, moment)?;
			let (sent, received) = (sender.active.current, recipient.active.current);
			sender.active.decrease(amount)?;
			recipient.active.increase(amount)?;
			let index = Self::advance_index_to_now(&mut pool, moment)?;
			Self::settle_user(from, &mut sender, sent, index)?;
			Self::settle_user(to, &mut recipient, received, index)?;
			Self::put_staker(from, sender);
			Self::put_staker(to, recipient);
		}
		Pool::<T>::put(pool);
		Self::mirror_transfer(from, to, amount)?;
		Self::deposit_event(Event::Transfer { from: Some(from.clone()), to: Some(to.clone()), amount });
		Ok(())
	}

	fn loaded_active(account: &T::AccountId, moment: &Moment) -> Result<StakerRecord, DispatchError> {
		let mut record = Stakers::<T>::get(account);
		Self::load_user_active(account, &mut record, moment)?;
		Ok(record)
	}

	fn advance_index_to_now(pool: &mut PoolRecord, moment: &Moment) -> Result<U256, DispatchError> {
		let total = pool.total_active.current;
		Self::advance_global_index(pool, total, moment.now)
	}

	/// Sets an allowance, whatever it was before.
	pub(crate) fn do_approve(owner: &T::AccountId, spender: &T::AccountId, amount: Balance) {
		if amount == 0 {
			Allowances::<T>::remove(owner, spender);
		} else {
			Allowances::<T>::insert(owner, spender, amount);
		}
		Self::deposit_event(Event::Approval { owner: owner.clone(), spender: spender.clone(), amount });
	}

	pub(crate) fn do_increase_allowance(
		owner: &T::AccountId,
		spender: &T::AccountId,
		added: Balance,
	) -> DispatchResult {
		let amount =
			Allowances::<T>::get(owner, spender).checked_add(added).ok_or(ArithmeticError::Overflow)?;
		Self::do_approve(owner, spender, amount);
		Ok(())
	}

	pub(crate) fn do_decrease_allowance(
		owner: &T::AccountId,
		spender: &T::AccountId,
		removed: Balance,
	) -> DispatchResult {
		let amount = Self::reduced_allowance(owner, spender, removed)?;
		Self::do_approve(owner, spender, amount);
		Ok(())
	}

	fn reduced_allowance(
		owner: &T::AccountId,
		spender: &T::AccountId,
		removed: Balance,
	) -> Result<Balance, DispatchError> {
		let allowance = Allowances::<T>::get(owner, spender);
		Ok(allowance.checked_sub(removed).ok_or(Error::<T>::InsufficientAllowance)?)
	}
}
