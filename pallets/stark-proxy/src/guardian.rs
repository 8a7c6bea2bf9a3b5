//! What governance can do with a proxy (specification, section 11). Never: send money to the outside.

use crate::{types::ProxyId, Config, Error, Event, Pallet, QueuedForcedTrades};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{
	Balance, ForcedTradeArgs, LiquidityPool, PerpetualExchange, PositionId, Seconds, StarkKey, StarkSignature,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_increase_approval(
		proxy: ProxyId,
		amount: Balance,
		valid_for: Option<Seconds>,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let now = Self::now();
		let expires_at = match valid_for {
			Some(span) => Some(now.checked_add(span).ok_or(ArithmeticError::Overflow)?),
			None => None,
		};
		let approved = Self::update(proxy, |info| {
			let approved = info.approved_at(now).checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			info.approved_amount = approved;
			info.approval_expires_at = expires_at;
			Ok(approved)
		})?;
		Self::deposit_event(Event::ApprovedAmountUpdated { proxy, approved, expires_at });
		Ok(())
	}

	pub(crate) fn do_reset_approval(proxy: ProxyId) -> DispatchResult {
		Self::update(proxy, |info| {
			info.void_approval();
			Ok(())
		})?;
		Self::deposit_event(Event::ApprovedAmountUpdated { proxy, approved: 0, expires_at: None });
		Ok(())
	}

	pub(crate) fn do_set_restriction(proxy: ProxyId, restricted: bool, emergency: bool) -> DispatchResult {
		Self::update(proxy, |info| {
			info.borrowing_restricted = restricted;
			Ok(())
		})?;
		Self::deposit_event(Event::BorrowingRestrictionChanged { proxy, restricted, emergency });
		Ok(())
	}

	pub(crate) fn do_guardian_repay_borrow(proxy: ProxyId, max_amount: Balance) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		let borrowed = T::LiquidityPool::borrowed_balance(&account);
		let amount = Self::capped_repayment(&account, borrowed, max_amount)?;
		Self::repay_borrow_from(proxy, amount, true)
	}

	pub(crate) fn do_guardian_repay_debt(proxy: ProxyId, max_amount: Balance) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		let debt = T::LiquidityPool::borrower_debt_balance(&account);
		let amount = Self::capped_repayment(&account, debt, max_amount)?;
		Self::repay_debt_from(proxy, amount, true)
	}

	/// The amount is only a cap, because days pass between the decision and its execution: nobody can make it fail by
	/// moving a unit.
	fn capped_repayment(
		account: &T::AccountId,
		owed: Balance,
		max_amount: Balance,
	) -> Result<Balance, Error<T>> {
		let amount = max_amount.min(owed).min(Self::token(account));
		ensure!(amount > 0, Error::<T>::NothingToRepay);
		Ok(amount)
	}

	pub(crate) fn do_guardian_forced_withdrawal(
		proxy: ProxyId,
		key: StarkKey,
		position: PositionId,
		max_amount: u64,
	) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		Self::ensure_debt(&account)?;
		Self::ensure_key_of(&account, &key)?;
		let amount = max_amount.min(T::Exchange::position_collateral(position).unwrap_or(u64::MAX));
		ensure!(amount > 0, Error::<T>::NothingToWithdraw);
		Self::force_withdrawal(proxy, key, position, amount, true)
	}

	pub(crate) fn do_guardian_forced_trade(
		proxy: ProxyId,
		args: &ForcedTradeArgs,
		signature: &StarkSignature,
	) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		Self::ensure_debt(&account)?;
		Self::ensure_key_of(&account, &args.key_a)?;
		Self::force_trade(proxy, args, signature, true)
	}

	/// The guardian may force a borrower only once it has marked debt, not while it is merely overdue.
	fn ensure_debt(account: &T::AccountId) -> DispatchResult {
		let debt = T::LiquidityPool::borrower_debt_balance(account);
		ensure!(debt > 0, Error::<T>::NoOutstandingDebt);
		Ok(())
	}

	/// Skips trades that are not queued: an owner could defeat a veto of many by withdrawing one of them.
	pub(crate) fn do_veto(proxy: ProxyId, hashes: &[H256]) -> DispatchResult {
		ensure!(!hashes.is_empty(), Error::<T>::EmptyInput);
		for args_hash in hashes {
			if QueuedForcedTrades::<T>::contains_key(proxy, args_hash) {
				Self::unqueue(proxy, *args_hash)?;
				Self::deposit_event(Event::ForcedTradeVetoed { proxy, args_hash: *args_hash });
			}
		}
		Ok(())
	}
}
