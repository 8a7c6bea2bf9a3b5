//! How proxies come and go (specification, sections 5.1 to 5.3).

use crate::{
	types::{ProxyId, ProxyInfo, Role},
	AllowedRecipients, AllowedStarkKeys, Config, Error, Event, HoldReason, NextProxyId, Pallet, Proxies,
	ProxyCount, ProxyOfAccount, QueuedForcedTrades, RoleCount, RoleMembers,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{
		fungible::{Inspect, MutateHold},
		tokens::Precision::Exact,
		Contains, Get,
	},
};
use sp_runtime::{traits::Zero, ArithmeticError};
use tidepool_primitives::{LiquidityPool, PerpetualExchange};

/// How many entries were removed with or from a proxy: what the calls that remove them cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Removed {
	/// Holders of roles.
	pub(crate) holders: u32,
	/// Recipients, keys and queued trades.
	pub(crate) others: u32,
}

impl<T: Config> Pallet<T> {
	/// Most role holders that a proxy can have.
	pub(crate) fn most_holders() -> u32 {
		Self::most_holders_of(&Role::ALL)
	}

	fn most_holders_of(roles: &[Role]) -> u32 {
		let roles = u32::try_from(roles.len()).unwrap_or(u32::MAX);
		T::MaxHoldersPerRole::get().saturating_mul(roles)
	}

	/// Most recipients, keys and queued trades that a proxy can have.
	pub(crate) fn most_entries() -> u32 {
		Self::most_recovered_entries().saturating_add(T::MaxStarkKeys::get())
	}

	/// Most role holders that a recovery removes.
	pub(crate) fn most_recovered_holders() -> u32 {
		Self::most_holders_of(&Role::OF_BORROWER)
	}

	/// Most recipients and queued trades that a recovery removes.
	pub(crate) fn most_recovered_entries() -> u32 {
		T::MaxRecipients::get().saturating_add(T::MaxQueuedForcedTrades::get())
	}

	pub(crate) fn do_create(
		depositor: Option<T::AccountId>,
		owner: T::AccountId,
	) -> Result<ProxyId, DispatchError> {
		let count = ProxyCount::<T>::get();
		ensure!(count < T::MaxProxies::get(), Error::<T>::TooManyProxies);
		let proxy = NextProxyId::<T>::get();
		let account = Self::proxy_account(proxy);
		Self::ensure_can_own(&owner)?;
		ensure!(owner != account, Error::<T>::InvalidAccount);
		let next = proxy.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let deposit = Self::hold_deposit(depositor.clone())?;

		NextProxyId::<T>::put(next);
		ProxyCount::<T>::put(count.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		frame_system::Pallet::<T>::inc_providers(&account);
		ProxyOfAccount::<T>::insert(&account, proxy);
		Proxies::<T>::insert(proxy, ProxyInfo::new(deposit));
		Self::deposit_event(Event::ProxyCreated { proxy, account, owner: owner.clone(), depositor });
		Self::insert_holder(proxy, Role::Guardian, T::InitialGuardian::get(), None)?;
		Self::insert_holder(proxy, Role::VetoGuardian, T::InitialVetoGuardian::get(), None)?;
		Self::appoint_owner(proxy, owner)?;
		Ok(proxy)
	}

	/// Nobody can sign for the account of a proxy, and governance must not be both sides of a proxy.
	fn ensure_can_own(owner: &T::AccountId) -> DispatchResult {
		let can = !ProxyOfAccount::<T>::contains_key(owner) && !T::VetoGuardianHolders::contains(owner);
		ensure!(can, Error::<T>::InvalidAccount);
		Ok(())
	}

	fn hold_deposit(
		depositor: Option<T::AccountId>,
	) -> Result<Option<(T::AccountId, tidepool_primitives::Balance)>, DispatchError> {
		let Some(depositor) = depositor else { return Ok(None) };
		let deposit = T::CreationDeposit::get();
		T::NativeCurrency::hold(&HoldReason::ProxyCreation.into(), &depositor, deposit)?;
		Ok(Some((depositor, deposit)))
	}

	/// Gives `owner` all roles of the borrower's side.
	fn appoint_owner(proxy: ProxyId, owner: T::AccountId) -> DispatchResult {
		for role in Role::OF_BORROWER {
			Self::insert_holder(proxy, role, owner.clone(), None)?;
		}
		Ok(())
	}

	pub(crate) fn do_close(proxy: ProxyId) -> Result<Removed, DispatchError> {
		let account = Self::proxy_account(proxy);
		ensure!(!T::LiquidityPool::has_allocation(&account), Error::<T>::AllocationNotZero);
		ensure!(Self::owed(&account)?.is_zero(), Error::<T>::OutstandingBalance);
		let holds_nothing =
			Self::token(&account).is_zero() && T::NativeCurrency::total_balance(&account).is_zero();
		ensure!(holds_nothing, Error::<T>::ProxyNotEmpty);
		ensure!(T::Exchange::exposure(&account).is_zero(), Error::<T>::ExchangeExposure);
		frame_system::Pallet::<T>::dec_providers(&account).map_err(|_| Error::<T>::AccountInUse)?;

		let info = Proxies::<T>::take(proxy).ok_or(Error::<T>::ProxyNotFound)?;
		ProxyOfAccount::<T>::remove(&account);
		ProxyCount::<T>::try_mutate(|count| -> DispatchResult {
			*count = count.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})?;
		if let Some((depositor, deposit)) = &info.deposit {
			T::NativeCurrency::release(&HoldReason::ProxyCreation.into(), depositor, *deposit, Exact)?;
		}
		let removed = Self::remove_entries(proxy, &info);
		Self::deposit_event(Event::ProxyClosed { proxy });
		Ok(removed)
	}

	/// Removes what is stored for a proxy in all maps, each of them bounded.
	fn remove_entries(proxy: ProxyId, info: &ProxyInfo<T::AccountId>) -> Removed {
		let mut holders = 0u32;
		for role in Role::ALL {
			holders = holders.saturating_add(RoleCount::<T>::take(proxy, role));
			let _ = RoleMembers::<T>::clear_prefix((proxy, role), T::MaxHoldersPerRole::get(), None);
		}
		let _ = AllowedRecipients::<T>::clear_prefix(proxy, T::MaxRecipients::get(), None);
		let _ = AllowedStarkKeys::<T>::clear_prefix(proxy, T::MaxStarkKeys::get(), None);
		let _ = QueuedForcedTrades::<T>::clear_prefix(proxy, T::MaxQueuedForcedTrades::get(), None);
		let others = info.recipients.saturating_add(info.stark_keys).saturating_add(info.queued_trades);
		Removed { holders, others }
	}

	pub(crate) fn do_recover(proxy: ProxyId, new_owner: T::AccountId) -> Result<Removed, DispatchError> {
		let mut info = Proxies::<T>::get(proxy).ok_or(Error::<T>::ProxyNotFound)?;
		Self::ensure_can_own(&new_owner)?;
		let others = info.recipients.saturating_add(info.queued_trades);

		let _ = AllowedRecipients::<T>::clear_prefix(proxy, T::MaxRecipients::get(), None);
		let _ = QueuedForcedTrades::<T>::clear_prefix(proxy, T::MaxQueuedForcedTrades::get(), None);
		info.recipients = 0;
		info.queued_trades = 0;
		info.void_approval();
		Proxies::<T>::insert(proxy, info);
		Self::deposit_event(Event::OwnershipRecovered { proxy, new_owner: new_owner.clone() });
		let mut holders = 0u32;
		for role in Role::OF_BORROWER {
			holders = holders.saturating_add(Self::remove_all_holders(proxy, role)?);
		}
		Self::appoint_owner(proxy, new_owner)?;
		Ok(Removed { holders, others })
	}
}
