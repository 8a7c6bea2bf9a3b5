//! Roles and their administration (specification, section 5.8).

use crate::{types::Role, Config, Error, Event, Pallet, RoleMembers};
use frame_support::{ensure, pallet_prelude::DispatchError, traits::EnsureOrigin};
use frame_system::{ensure_root, pallet_prelude::OriginFor};

impl<T: Config> Pallet<T> {
	/// The account behind `origin`, if it holds `role`.
	pub(crate) fn ensure_role(origin: OriginFor<T>, role: Role) -> Result<T::AccountId, DispatchError> {
		let account = T::RoleOrigin::ensure_origin(origin)?;
		ensure!(RoleMembers::<T>::contains_key(role, &account), Error::<T>::MissingRole);
		Ok(account)
	}

	/// An owner, or `None` for Root.
	pub(crate) fn ensure_owner_or_root(origin: OriginFor<T>) -> Result<Option<T::AccountId>, DispatchError> {
		if ensure_root(origin.clone()).is_ok() {
			return Ok(None);
		}
		Self::ensure_role(origin, Role::Owner).map(Some)
	}

	pub(crate) fn do_grant_role(by: Option<T::AccountId>, role: Role, account: T::AccountId) {
		if !RoleMembers::<T>::contains_key(role, &account) {
			RoleMembers::<T>::insert(role, &account, ());
			Self::deposit_event(Event::RoleGranted { role, account, by });
		}
	}

	pub(crate) fn do_revoke_role(by: Option<T::AccountId>, role: Role, account: T::AccountId) {
		if RoleMembers::<T>::take(role, &account).is_some() {
			Self::deposit_event(Event::RoleRevoked { role, account, by });
		}
	}
}
