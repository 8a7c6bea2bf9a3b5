//! Roles and their administration (specification, sections 3 and 5.5).

use crate::{
	types::{ProxyId, Role},
	Config, Error, Event, Pallet, Proxies, ProxyOfAccount, RoleCount, RoleMembers,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{Contains, EnsureOrigin, Get},
};
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// The account behind `origin`, if it holds `role` for `proxy`.
	pub(crate) fn ensure_role(
		origin: OriginFor<T>,
		proxy: ProxyId,
		role: Role,
	) -> Result<T::AccountId, DispatchError> {
		let caller = T::RoleOrigin::ensure_origin(origin)?;
		Self::ensure_exists(proxy)?;
		ensure!(RoleMembers::<T>::contains_key((proxy, role, &caller)), Error::<T>::MissingRole);
		Ok(caller)
	}

	pub(crate) fn ensure_exists(proxy: ProxyId) -> DispatchResult {
		ensure!(Proxies::<T>::contains_key(proxy), Error::<T>::ProxyNotFound);
		Ok(())
	}

	pub(crate) fn do_grant_role(
		proxy: ProxyId,
		role: Role,
		account: T::AccountId,
		by: T::AccountId,
	) -> DispatchResult {
		if RoleMembers::<T>::contains_key((proxy, role, &account)) {
			return Ok(());
		}
		ensure!(Self::may_ever_hold(role, &account), Error::<T>::NotTimelocked);
		ensure!(!ProxyOfAccount::<T>::contains_key(&account), Error::<T>::InvalidAccount);
		Self::insert_holder(proxy, role, account, Some(by))
	}

	pub(crate) fn do_revoke_role(
		proxy: ProxyId,
		role: Role,
		account: T::AccountId,
		by: T::AccountId,
	) -> DispatchResult {
		if !RoleMembers::<T>::contains_key((proxy, role, &account)) {
			return Ok(());
		}
		let is_last = RoleCount::<T>::get(proxy, role) <= 1;
		ensure!(!(role.is_indispensable() && is_last), Error::<T>::LastHolder);
		Self::remove_holder(proxy, role, account, Some(by))
	}

	/// The powers of the guardians are subject to a timelock, so only accounts of the timelock can have them.
	pub(crate) fn may_ever_hold(role: Role, account: &T::AccountId) -> bool {
		match role {
			Role::Guardian => T::GuardianHolders::contains(account),
			Role::VetoGuardian => T::VetoGuardianHolders::contains(account),
			_ => true,
		}
	}

	/// Adds a holder that is known not to be one.
	pub(crate) fn insert_holder(
		proxy: ProxyId,
		role: Role,
		account: T::AccountId,
		by: Option<T::AccountId>,
	) -> DispatchResult {
		RoleCount::<T>::try_mutate(proxy, role, |count| -> DispatchResult {
			ensure!(*count < T::MaxHoldersPerRole::get(), Error::<T>::TooManyHolders);
			*count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		RoleMembers::<T>::insert((proxy, role, &account), ());
		Self::deposit_event(Event::RoleGranted { proxy, role, account, by });
		Ok(())
	}

	/// Removes a holder that is known to be one.
	fn remove_holder(
		proxy: ProxyId,
		role: Role,
		account: T::AccountId,
		by: Option<T::AccountId>,
	) -> DispatchResult {
		RoleCount::<T>::try_mutate_exists(proxy, role, |count| -> DispatchResult {
			let left = count.unwrap_or_default().checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			*count = (left > 0).then_some(left);
			Ok(())
		})?;
		RoleMembers::<T>::remove((proxy, role, &account));
		Self::deposit_event(Event::RoleRevoked { proxy, role, account, by });
		Ok(())
	}

	/// Removes all holders of a role and reports each. Returns how many there were.
	pub(crate) fn remove_all_holders(proxy: ProxyId, role: Role) -> Result<u32, DispatchError> {
		let holders = Self::holders(proxy, role);
		let count = RoleCount::<T>::get(proxy, role);
		for account in holders {
			Self::remove_holder(proxy, role, account, None)?;
		}
		Ok(count)
	}

	/// The holders of a role: at most `MaxHoldersPerRole`.
	pub(crate) fn holders(proxy: ProxyId, role: Role) -> Vec<T::AccountId> {
		RoleMembers::<T>::iter_key_prefix((proxy, role)).collect()
	}
}
