//! The invariants of section 14 of the specification, checked over the whole state. Off-chain cost only.

use crate::{
	types::{ProxyId, ProxyInfo, Role},
	AllowedRecipients, AllowedStarkKeys, Config, HoldReason, NextProxyId, Pallet, Proxies, ProxyCount,
	ProxyOfAccount, QueuedForcedTrades, RoleCount, RoleMembers,
};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, fungibles::Inspect, Get},
};
use sp_runtime::TryRuntimeError;
use tidepool_primitives::{Balance, LiquidityPool, PerpetualExchange};

impl<T: Config> Pallet<T> {
	/// Checks every invariant that applies to the present state.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_borrow_token()?;
		Self::check_numbers()?;
		Self::check_no_orphans()?;
		for (proxy, info) in Proxies::<T>::iter() {
			Self::check_account(proxy)?;
			Self::check_roles(proxy)?;
			Self::check_recipients(proxy, &info)?;
			Self::check_keys(proxy, &info)?;
			Self::check_queue(proxy, &info)?;
		}
		Self::check_deposits()
	}

	fn check_borrow_token() -> Result<(), TryRuntimeError> {
		ensure!(
			T::LiquidityPool::stake_asset() == T::BorrowToken::get(),
			"I7: borrow token is not the stake asset"
		);
		let minimum = T::Assets::minimum_balance(T::BorrowToken::get());
		ensure!(minimum == 1, "I7: minimum balance of the borrow token is not 1");
		Ok(())
	}

	fn check_numbers() -> Result<(), TryRuntimeError> {
		let count = ProxyCount::<T>::get();
		ensure!(Proxies::<T>::iter_keys().count() == count as usize, "I1: ProxyCount");
		ensure!(count <= T::MaxProxies::get(), "I1: more proxies than MaxProxies");
		let next = NextProxyId::<T>::get();
		ensure!(Proxies::<T>::iter_keys().all(|proxy| proxy < next), "I1: NextProxyId is in use");
		ensure!(
			ProxyOfAccount::<T>::iter().count() == count as usize,
			"I3: ProxyOfAccount has other accounts"
		);
		Ok(())
	}

	/// Nothing is stored for a proxy that does not exist.
	fn check_no_orphans() -> Result<(), TryRuntimeError> {
		let exists = |proxy: &ProxyId| Proxies::<T>::contains_key(proxy);
		ensure!(RoleMembers::<T>::iter_keys().all(|(proxy, _, _)| exists(&proxy)), "I1: role without proxy");
		ensure!(RoleCount::<T>::iter_keys().all(|(proxy, _)| exists(&proxy)), "I1: role count without proxy");
		ensure!(
			AllowedRecipients::<T>::iter_keys().all(|(proxy, _)| exists(&proxy)),
			"I1: recipient without proxy"
		);
		ensure!(AllowedStarkKeys::<T>::iter_keys().all(|(proxy, _)| exists(&proxy)), "I1: key without proxy");
		ensure!(
			QueuedForcedTrades::<T>::iter_keys().all(|(proxy, _)| exists(&proxy)),
			"I1: trade without proxy"
		);
		Ok(())
	}

	fn check_account(proxy: ProxyId) -> Result<(), TryRuntimeError> {
		let account = Self::proxy_account(proxy);
		ensure!(ProxyOfAccount::<T>::get(&account) == Some(proxy), "I3: account does not lead to its proxy");
		ensure!(frame_system::Pallet::<T>::providers(&account) >= 1, "I3: account without provider");
		Ok(())
	}

	fn check_roles(proxy: ProxyId) -> Result<(), TryRuntimeError> {
		for role in Role::ALL {
			let holders = Self::holders(proxy, role);
			let count = RoleCount::<T>::get(proxy, role);
			ensure!(holders.len() == count as usize, "I1: RoleCount");
			ensure!(count <= T::MaxHoldersPerRole::get(), "I1: more holders than MaxHoldersPerRole");
			ensure!(count >= 1 || !role.is_indispensable(), "I2: no holder of an indispensable role");
			ensure!(
				holders.iter().all(|holder| Self::may_ever_hold(role, holder)),
				"I2: guardian without timelock"
			);
			ensure!(count > 0 || !RoleCount::<T>::contains_key(proxy, role), "I1: a count of zero is stored");
		}
		Ok(())
	}

	fn check_recipients(proxy: ProxyId, info: &ProxyInfo<T::AccountId>) -> Result<(), TryRuntimeError> {
		let listed = AllowedRecipients::<T>::iter_key_prefix(proxy).count();
		ensure!(listed == info.recipients as usize, "I1: number of recipients");
		ensure!(info.recipients <= T::MaxRecipients::get(), "I1: more recipients than MaxRecipients");
		Ok(())
	}

	fn check_keys(proxy: ProxyId, info: &ProxyInfo<T::AccountId>) -> Result<(), TryRuntimeError> {
		let listed = AllowedStarkKeys::<T>::iter_key_prefix(proxy).count();
		ensure!(listed == info.stark_keys as usize, "I1: number of keys");
		ensure!(info.stark_keys <= T::MaxStarkKeys::get(), "I1: more keys than MaxStarkKeys");
		let account = Some(Self::proxy_account(proxy));
		ensure!(
			AllowedStarkKeys::<T>::iter_key_prefix(proxy)
				.all(|key| T::Exchange::account_of_key(&key) == account),
			"I4: allowed key is not the proxy's"
		);
		Ok(())
	}

	fn check_queue(proxy: ProxyId, info: &ProxyInfo<T::AccountId>) -> Result<(), TryRuntimeError> {
		let queued = QueuedForcedTrades::<T>::iter_prefix(proxy).count();
		ensure!(queued == info.queued_trades as usize, "I1: number of queued trades");
		ensure!(
			info.queued_trades <= T::MaxQueuedForcedTrades::get(),
			"I1: more trades than MaxQueuedForcedTrades"
		);
		for (args_hash, trade) in QueuedForcedTrades::<T>::iter_prefix(proxy) {
			ensure!(trade.queued_at <= Self::now(), "I5: trade queued in the future");
			ensure!(args_hash == Self::args_hash(proxy, &trade.args), "I5: trade under another hash");
		}
		Ok(())
	}

	fn check_deposits() -> Result<(), TryRuntimeError> {
		let mut deposits = BTreeMap::<T::AccountId, Balance>::new();
		for (depositor, deposit) in Proxies::<T>::iter_values().filter_map(|info| info.deposit) {
			let sum = deposits.entry(depositor).or_default();
			*sum = sum.checked_add(deposit).ok_or("I6: deposits overflow")?;
		}
		for (depositor, sum) in deposits {
			let held = T::NativeCurrency::balance_on_hold(&HoldReason::ProxyCreation.into(), &depositor);
			ensure!(held >= sum, "I6: held less than the recorded deposits");
		}
		Ok(())
	}
}
