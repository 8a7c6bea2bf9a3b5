//! Part 2: transfers between positions.

use crate::{
	messages::{is_signed, transfer_id},
	types::TransferOrder,
	Config, Error, Event, Pallet, Positions, UsedTransfers,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Contains, Get},
};
use sp_core::H256;
use tidepool_primitives::{PositionId, Seconds, StarkKey, StarkSignature};

impl<T: Config> Pallet<T> {
	/// Carries out transfers, each once.
	pub(crate) fn execute_transfers(
		transfers: &[(TransferOrder, StarkSignature)],
		system_time: Seconds,
	) -> DispatchResult {
		for (order, signature) in transfers {
			let id = Self::ensure_transfer_allowed(order, signature, system_time)?;
			UsedTransfers::<T>::insert(id, order.expiration);
			Self::take_equity(order.from, order.amount)?;
			Self::add_equity(order.to, order.amount)?;
			let TransferOrder { from, to, amount: q, .. } = *order;
			Self::deposit_event(Event::Transferred { from, to, q });
		}
		Ok(())
	}

	/// Everything but the equity of the sender. Returns the id of the transfer.
	fn ensure_transfer_allowed(
		order: &TransferOrder,
		signature: &StarkSignature,
		system_time: Seconds,
	) -> Result<H256, Error<T>> {
		ensure!(order.amount > 0, Error::<T>::ZeroAmount);
		let (sender, recipient) = (Self::key_of(order.from)?, Self::key_of(order.to)?);
		ensure!(order.from != order.to, Error::<T>::SamePosition);
		for key in [&sender, &recipient] {
			let is_restricted = T::TransferRestricted::contains(&Self::owner_of(key)?);
			ensure!(!is_restricted, Error::<T>::TransferRestricted);
		}
		let latest = system_time.saturating_add(T::MaxTradeValidity::get());
		let in_time = system_time <= order.expiration && order.expiration <= latest;
		ensure!(in_time, Error::<T>::TransferExpired);
		let id = transfer_id(order);
		ensure!(!UsedTransfers::<T>::contains_key(id), Error::<T>::TransferReplayed);
		let message = Self::message_of_transfer(order);
		ensure!(is_signed(&message, &sender, signature), Error::<T>::InvalidSignature);
		Ok(id)
	}

	fn key_of(position: PositionId) -> Result<StarkKey, Error<T>> {
		Ok(Positions::<T>::get(position).ok_or(Error::<T>::PositionKeyMismatch)?.key)
	}
}
