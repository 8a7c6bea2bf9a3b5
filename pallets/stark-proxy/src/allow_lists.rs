//! The owner's lists and limits (specification, section 6).

use crate::{
	types::{ProxyId, ProxyInfo},
	AllowedRecipients, AllowedStarkKeys, Config, Error, Event, Pallet, Proxies, ProxyOfAccount,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Contains, Get},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, PerpetualExchange, StarkKey};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_allow_recipient(proxy: ProxyId, recipient: T::AccountId) -> DispatchResult {
		let listed = AllowedRecipients::<T>::contains_key(proxy, &recipient);
		ensure!(!listed, Error::<T>::RecipientAlreadyAllowed);
		let is_outside =
			!ProxyOfAccount::<T>::contains_key(&recipient) && !T::ForbiddenRecipients::contains(&recipient);
		ensure!(is_outside, Error::<T>::InvalidRecipient);
		Self::update(proxy, |info| {
			ensure!(info.recipients < T::MaxRecipients::get(), Error::<T>::TooManyRecipients);
			increment(&mut info.recipients)
		})?;
		AllowedRecipients::<T>::insert(proxy, &recipient, ());
		Self::deposit_event(Event::ExternalRecipientUpdated { proxy, recipient, allowed: true });
		Ok(())
	}

	pub(crate) fn do_disallow_recipient(proxy: ProxyId, recipient: T::AccountId) -> DispatchResult {
		Self::ensure_recipient(proxy, &recipient)?;
		Self::update(proxy, |info| decrement(&mut info.recipients))?;
		AllowedRecipients::<T>::remove(proxy, &recipient);
		Self::deposit_event(Event::ExternalRecipientUpdated { proxy, recipient, allowed: false });
		Ok(())
	}

	pub(crate) fn do_allow_key(proxy: ProxyId, key: StarkKey) -> DispatchResult {
		let holder = T::Exchange::account_of_key(&key).ok_or(Error::<T>::StarkKeyNotRegistered)?;
		ensure!(holder == Self::proxy_account(proxy), Error::<T>::StarkKeyNotOwnedByProxy);
		let listed = AllowedStarkKeys::<T>::contains_key(proxy, key);
		ensure!(!listed, Error::<T>::StarkKeyAlreadyAllowed);
		Self::update(proxy, |info| {
			ensure!(info.stark_keys < T::MaxStarkKeys::get(), Error::<T>::TooManyStarkKeys);
			increment(&mut info.stark_keys)
		})?;
		AllowedStarkKeys::<T>::insert(proxy, key, ());
		Self::deposit_event(Event::StarkKeyUpdated { proxy, key, allowed: true });
		Ok(())
	}

	pub(crate) fn do_disallow_key(proxy: ProxyId, key: StarkKey) -> DispatchResult {
		Self::ensure_key_allowed(proxy, &key)?;
		Self::update(proxy, |info| decrement(&mut info.stark_keys))?;
		AllowedStarkKeys::<T>::remove(proxy, key);
		Self::deposit_event(Event::StarkKeyUpdated { proxy, key, allowed: false });
		Ok(())
	}

	pub(crate) fn do_set_staking_allowance(proxy: ProxyId, limit: Option<Balance>) -> DispatchResult {
		Self::update(proxy, |info| {
			info.staking_allowance = limit;
			Ok(())
		})?;
		Self::deposit_event(Event::StakingAllowanceSet { proxy, limit });
		Ok(())
	}

	pub(crate) fn do_set_exchange_allowance(proxy: ProxyId, limit: Option<Balance>) -> DispatchResult {
		Self::update(proxy, |info| {
			info.exchange_allowance = limit;
			Ok(())
		})?;
		Self::deposit_event(Event::ExchangeAllowanceSet { proxy, limit });
		Ok(())
	}

	pub(crate) fn ensure_recipient(proxy: ProxyId, recipient: &T::AccountId) -> DispatchResult {
		let listed = AllowedRecipients::<T>::contains_key(proxy, recipient);
		ensure!(listed, Error::<T>::RecipientNotAllowed);
		Ok(())
	}

	pub(crate) fn ensure_key_allowed(proxy: ProxyId, key: &StarkKey) -> DispatchResult {
		ensure!(AllowedStarkKeys::<T>::contains_key(proxy, key), Error::<T>::StarkKeyNotAllowed);
		Ok(())
	}

	/// For calls that can only bring money home, no list counts, only whose key it is.
	pub(crate) fn ensure_key_of(account: &T::AccountId, key: &StarkKey) -> DispatchResult {
		let is_owner = T::Exchange::account_of_key(key).as_ref() == Some(account);
		ensure!(is_owner, Error::<T>::StarkKeyNotOwnedByProxy);
		Ok(())
	}

	/// Changes the state of a proxy, unless `change` fails.
	pub(crate) fn update<R>(
		proxy: ProxyId,
		change: impl FnOnce(&mut ProxyInfo<T::AccountId>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		Proxies::<T>::try_mutate(proxy, |info| change(info.as_mut().ok_or(Error::<T>::ProxyNotFound)?))
	}
}

/// One entry more in a list.
pub(crate) fn increment(count: &mut u32) -> DispatchResult {
	*count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
	Ok(())
}

/// One entry less in a list.
pub(crate) fn decrement(count: &mut u32) -> DispatchResult {
	*count = count.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
	Ok(())
}

/// Uses up `amount` of a limit; false if it is more than the limit.
pub(crate) fn spend(limit: &mut Option<Balance>, amount: Balance) -> bool {
	let Some(left) = limit else { return true };
	let Some(rest) = left.checked_sub(amount) else { return false };
	*left = rest;
	true
}
