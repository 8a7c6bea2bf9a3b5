//! Registration of keys, and what every call checks of them (specification, section 6.1).

use crate::{
	messages::is_signed, signature::is_valid_key, types::Position, Config, Error, Event, KeyCount, KeyOwner,
	KeysOf, NextPositionId, Pallet, PositionOfKey, Positions,
};
use frame_support::{ensure, pallet_prelude::DispatchError, traits::Get};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{PositionId, StarkKey, StarkSignature};

impl<T: Config> Pallet<T> {
	/// Binds `key` to `who` for ever and opens its position.
	pub(crate) fn do_register_user(
		who: &T::AccountId,
		key: StarkKey,
		signature: &StarkSignature,
	) -> Result<PositionId, DispatchError> {
		ensure!(is_valid_key(&key), Error::<T>::InvalidStarkKey);
		ensure!(!KeyOwner::<T>::contains_key(key), Error::<T>::KeyAlreadyRegistered);
		let count = KeyCount::<T>::get(who);
		ensure!(count < T::MaxKeysPerAccount::get(), Error::<T>::TooManyKeys);
		let message = Self::message_of_registration(who, &key);
		ensure!(is_signed(&message, &key, signature), Error::<T>::InvalidSignature);

		let position = NextPositionId::<T>::get();
		NextPositionId::<T>::put(position.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Positions::<T>::insert(position, Position { key, equity: 0, open_forced: 0 });
		PositionOfKey::<T>::insert(key, position);
		KeyOwner::<T>::insert(key, who);
		KeysOf::<T>::insert(who, key, ());
		KeyCount::<T>::insert(who, count.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Self::deposit_event(Event::UserRegistered { account: who.clone(), key, position });
		Ok(position)
	}

	/// The account that `key` is registered to.
	pub(crate) fn owner_of(key: &StarkKey) -> Result<T::AccountId, Error<T>> {
		KeyOwner::<T>::get(key).ok_or(Error::<T>::KeyNotRegistered)
	}

	/// Refuses everybody but the owner of `key`.
	pub(crate) fn ensure_owner(who: &T::AccountId, key: &StarkKey) -> Result<(), Error<T>> {
		ensure!(Self::owner_of(key)? == *who, Error::<T>::NotKeyOwner);
		Ok(())
	}

	/// The record of `position`, if it belongs to `key`.
	pub(crate) fn position_of(key: &StarkKey, position: PositionId) -> Result<Position, Error<T>> {
		let record = Positions::<T>::get(position).ok_or(Error::<T>::PositionKeyMismatch)?;
		ensure!(record.key == *key, Error::<T>::PositionKeyMismatch);
		Ok(record)
	}
}
