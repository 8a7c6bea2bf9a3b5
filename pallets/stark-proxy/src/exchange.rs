//! The exchange as the borrower's side uses it, and what both sides share (specification, sections 8.1 to 8.5).

use crate::{
	allow_lists::spend,
	types::{ProxyId, ProxyInfo},
	Config, Error, Event, Pallet,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use tidepool_primitives::{Balance, PerpetualExchange, PositionId, StarkKey, StarkSignature};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_user(
		proxy: ProxyId,
		key: StarkKey,
		signature: &StarkSignature,
	) -> DispatchResult {
		let position = T::Exchange::register_user(&Self::proxy_account(proxy), key, signature)?;
		Self::deposit_event(Event::UserRegistered { proxy, key, position });
		Ok(())
	}

	pub(crate) fn do_deposit(
		proxy: ProxyId,
		key: StarkKey,
		position: PositionId,
		quantized: u64,
	) -> DispatchResult {
		Self::ensure_key_allowed(proxy, &key)?;
		ensure!(quantized > 0, Error::<T>::ZeroAmount);
		let amount = T::Exchange::to_unquantized(quantized)?;
		Self::update(proxy, |info| {
			ensure!(spend(&mut info.exchange_allowance, amount), Error::<T>::ExchangeAllowanceExceeded);
			let account = Self::proxy_account(proxy);
			Self::ensure_can_deposit(&account, info, amount)?;
			T::Exchange::deposit(&account, &key, position, quantized).map(|_| ())
		})?;
		Self::deposit_event(Event::DepositedToExchange { proxy, key, position, amount });
		Ok(())
	}

	/// A restricted proxy deposits only what it holds above what it owes.
	fn ensure_can_deposit(
		account: &T::AccountId,
		info: &ProxyInfo<T::AccountId>,
		amount: Balance,
	) -> DispatchResult {
		let token = Self::token(account);
		let rest = token.checked_sub(amount).ok_or(Error::<T>::InsufficientProxyBalance)?;
		if info.borrowing_restricted {
			ensure!(rest >= Self::owed(account)?, Error::<T>::DepositWouldUseBorrowedFunds);
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_from_exchange(
		proxy: ProxyId,
		key: StarkKey,
		by_guardian: bool,
	) -> DispatchResult {
		Self::ensure_key_of(&Self::proxy_account(proxy), &key)?;
		let amount = T::Exchange::withdraw(&key)?;
		Self::deposit_event(Event::WithdrewFromExchange { proxy, key, amount, by_guardian });
		Ok(())
	}

	pub(crate) fn do_deposit_cancel(
		proxy: ProxyId,
		key: StarkKey,
		position: PositionId,
		by_guardian: bool,
	) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		Self::ensure_key_of(&account, &key)?;
		T::Exchange::deposit_cancel(&account, &key, position)?;
		Self::deposit_event(Event::DepositCanceled { proxy, key, position, by_guardian });
		Ok(())
	}

	pub(crate) fn do_deposit_reclaim(
		proxy: ProxyId,
		key: StarkKey,
		position: PositionId,
		by_guardian: bool,
	) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		Self::ensure_key_of(&account, &key)?;
		let amount = T::Exchange::deposit_reclaim(&account, &key, position)?;
		Self::deposit_event(Event::DepositReclaimed { proxy, key, position, amount, by_guardian });
		Ok(())
	}

	pub(crate) fn do_forced_withdrawal(
		proxy: ProxyId,
		key: StarkKey,
		position: PositionId,
		quantized: u64,
	) -> DispatchResult {
		Self::ensure_key_allowed(proxy, &key)?;
		ensure!(quantized > 0, Error::<T>::ZeroAmount);
		Self::force_withdrawal(proxy, key, position, quantized, false)
	}

	pub(crate) fn force_withdrawal(
		proxy: ProxyId,
		key: StarkKey,
		position: PositionId,
		amount: u64,
		by_guardian: bool,
	) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		T::Exchange::forced_withdrawal_request(&account, &key, position, amount)?;
		Self::deposit_event(Event::ForcedWithdrawalRequested { proxy, key, position, amount, by_guardian });
		Ok(())
	}
}
