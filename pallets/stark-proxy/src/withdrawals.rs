//! Withdrawals to the outside (specification, section 9).

use crate::{
	types::{ProxyId, ProxyInfo},
	Config, Error, Event, Pallet,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{fungible::Mutate as _, fungibles::Mutate as _, tokens::Preservation::Expendable, Get},
};
use sp_core::H256;
use tidepool_primitives::{Balance, LiquidityPool, RewardsClaim};

impl<T: Config> Pallet<T> {
	/// What of the approval `account` can use now: nothing while it has debt or is overdue.
	pub(crate) fn usable_approval(account: &T::AccountId, info: &ProxyInfo<T::AccountId>) -> Balance {
		let has_debt = T::LiquidityPool::borrower_debt_balance(account) > 0;
		let is_overdue = T::LiquidityPool::borrowed_balance(account)
			> T::LiquidityPool::allocated_balance_current(account);
		if has_debt || is_overdue {
			return 0;
		}
		info.approved_at(Self::now())
	}

	pub(crate) fn do_withdraw_token(
		proxy: ProxyId,
		recipient: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Self::ensure_recipient(proxy, &recipient)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let account = Self::proxy_account(proxy);
		ensure!(Self::token(&account) >= amount, Error::<T>::InsufficientProxyBalance);
		let from_approval = Self::update(proxy, |info| {
			let from_approval = Self::take_from_approval(&account, info, amount);
			if !from_approval {
				Self::ensure_withdrawable(&account, amount)?;
				// What leaves between two approvals is never more than the larger of approval and excess.
				info.void_approval();
			}
			T::Assets::transfer(T::BorrowToken::get(), &account, &recipient, amount, Expendable)?;
			Ok(from_approval)
		})?;
		Self::deposit_event(Event::ExternalWithdrewToken { proxy, recipient, amount, from_approval });
		Ok(())
	}

	/// Uses up `amount` of the approval if it suffices.
	fn take_from_approval(
		account: &T::AccountId,
		info: &mut ProxyInfo<T::AccountId>,
		amount: Balance,
	) -> bool {
		let Some(rest) = Self::usable_approval(account, info).checked_sub(amount) else { return false };
		info.approved_amount = rest;
		true
	}

	/// Only what the proxy holds above what it owes can leave.
	fn ensure_withdrawable(account: &T::AccountId, amount: Balance) -> DispatchResult {
		let excess = Self::token(account).saturating_sub(Self::owed(account)?);
		ensure!(excess > 0, Error::<T>::NoWithdrawableBalance);
		ensure!(amount <= excess, Error::<T>::AmountExceedsWithdrawable);
		Ok(())
	}

	pub(crate) fn do_withdraw_other_token(
		proxy: ProxyId,
		asset: T::AssetId,
		recipient: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Self::ensure_recipient(proxy, &recipient)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(asset != T::BorrowToken::get(), Error::<T>::BorrowTokenNotAllowed);
		Self::pay_asset(proxy, asset, recipient, amount)
	}

	pub(crate) fn pay_asset(
		proxy: ProxyId,
		asset: T::AssetId,
		recipient: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		T::Assets::transfer(asset.clone(), &account, &recipient, amount, Expendable)?;
		Self::deposit_event(Event::ExternalWithdrewOtherToken { proxy, asset, recipient, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw_native(
		proxy: ProxyId,
		recipient: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Self::ensure_recipient(proxy, &recipient)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		T::NativeCurrency::transfer(&Self::proxy_account(proxy), &recipient, amount, Expendable)?;
		Self::deposit_event(Event::ExternalWithdrewNative { proxy, recipient, amount });
		Ok(())
	}

	pub(crate) fn do_claim_rewards(proxy: ProxyId, cumulative: Balance, proof: &[H256]) -> DispatchResult {
		let amount = T::Rewards::claim(&Self::proxy_account(proxy), cumulative, proof)?;
		Self::deposit_event(Event::RewardsClaimed { proxy, amount });
		Ok(())
	}
}
