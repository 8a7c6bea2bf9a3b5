//! Loans of the pool (specification, section 7.2), and what a proxy holds and owes.

use crate::{allow_lists::spend, types::ProxyId, Config, Error, Event, Pallet};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{fungibles::Inspect, Get},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, LiquidityPool};

impl<T: Config> Pallet<T> {
	/// Borrow token that `account` holds.
	pub(crate) fn token(account: &T::AccountId) -> Balance {
		T::Assets::balance(T::BorrowToken::get(), account)
	}

	/// Everything that `account` owes the pool: loan and debt.
	pub(crate) fn owed(account: &T::AccountId) -> Result<Balance, DispatchError> {
		let (borrowed, debt) =
			(T::LiquidityPool::borrowed_balance(account), T::LiquidityPool::borrower_debt_balance(account));
		Ok(borrowed.checked_add(debt).ok_or(ArithmeticError::Overflow)?)
	}

	pub(crate) fn do_borrow(proxy: ProxyId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(!Self::is_borrowing_restricted(proxy), Error::<T>::BorrowingRestricted);
		Self::borrow_to(proxy, amount)
	}

	pub(crate) fn do_repay_borrow(proxy: ProxyId, amount: Balance) -> DispatchResult {
		Self::ensure_holds(proxy, amount)?;
		Self::within_allowance(proxy, amount, || Self::repay_borrow_from(proxy, amount, false))
	}

	pub(crate) fn do_repay_debt(proxy: ProxyId, amount: Balance) -> DispatchResult {
		Self::ensure_holds(proxy, amount)?;
		Self::within_allowance(proxy, amount, || Self::repay_debt_from(proxy, amount, false))
	}

	fn ensure_holds(proxy: ProxyId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let token = Self::token(&Self::proxy_account(proxy));
		ensure!(token >= amount, Error::<T>::InsufficientProxyBalance);
		Ok(())
	}

	/// Lets the role Borrower repay `amount` and lowers what it may still repay. The guardian is not bound by that limit:
	/// an owner could stop it otherwise.
	pub(crate) fn within_allowance(
		proxy: ProxyId,
		amount: Balance,
		repay: impl FnOnce() -> DispatchResult,
	) -> DispatchResult {
		Self::update(proxy, |info| {
			ensure!(spend(&mut info.staking_allowance, amount), Error::<T>::StakingAllowanceExceeded);
			repay()
		})
	}

	pub(crate) fn borrow_to(proxy: ProxyId, amount: Balance) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		T::LiquidityPool::borrow(&account, amount)?;
		let new_borrowed = T::LiquidityPool::borrowed_balance(&account);
		Self::deposit_event(Event::Borrowed { proxy, amount, new_borrowed });
		Ok(())
	}

	pub(crate) fn repay_borrow_from(proxy: ProxyId, amount: Balance, by_guardian: bool) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		T::LiquidityPool::repay_borrow(&account, &account, amount)?;
		let new_borrowed = T::LiquidityPool::borrowed_balance(&account);
		Self::deposit_event(Event::RepaidBorrow { proxy, amount, new_borrowed, by_guardian });
		Ok(())
	}

	pub(crate) fn repay_debt_from(proxy: ProxyId, amount: Balance, by_guardian: bool) -> DispatchResult {
		let account = Self::proxy_account(proxy);
		T::LiquidityPool::repay_debt(&account, &account, amount)?;
		let new_debt = T::LiquidityPool::borrower_debt_balance(&account);
		Self::deposit_event(Event::RepaidDebt { proxy, amount, new_debt, by_guardian });
		Ok(())
	}
}
