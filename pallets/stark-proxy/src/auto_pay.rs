//! Auto-pay (specification, section 7.1): one call in the blackout window that leaves nothing overdue when the next
//! epoch begins, and uses the allocation fully.

use crate::{
	allow_lists::spend,
	types::{AutoPayment, ProxyId, ProxyInfo},
	Config, Error, Event, Pallet, Proxies, WeightInfo,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Weight},
};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, LiquidityPool};

/// What a proxy owes and holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation {
	/// Borrowed, without debt.
	pub(crate) borrowed: Balance,
	/// Share of the pool in the next epoch: what the loan has to come down to.
	pub(crate) allocated_next: Balance,
	/// Borrow token that the proxy holds.
	pub(crate) token: Balance,
	/// Debt from shortfalls.
	pub(crate) debt: Balance,
}

impl Situation {
	/// What has to be repaid of the loan, and what is paid of the debt with the rest; `None` if the proxy cannot pay what
	/// falls due.
	///
	/// The loan comes first: paying old debt must not be what causes a new shortfall.
	pub(crate) fn repayments(&self) -> Option<(Balance, Balance)> {
		let due = self.borrowed.saturating_sub(self.allocated_next);
		let available = self.token.checked_sub(due)?;
		Some((due, self.debt.min(available)))
	}

	/// Whether a proxy that has paid `repaid_debt` may borrow: never while a loan falls due or debt remains, because the
	/// debt would be paid with the fresh loan the next time.
	pub(crate) fn may_borrow(&self, repaid_debt: Balance) -> bool {
		self.borrowed <= self.allocated_next && self.debt == repaid_debt
	}
}

impl<T: Config> Pallet<T> {
	/// What auto-pay would do now.
	pub(crate) fn auto_payment(
		account: &T::AccountId,
		info: &ProxyInfo<T::AccountId>,
	) -> Result<AutoPayment, DispatchError> {
		ensure!(T::LiquidityPool::in_blackout_window(), Error::<T>::NotInBlackoutWindow);
		let situation = Situation {
			borrowed: T::LiquidityPool::borrowed_balance(account),
			allocated_next: T::LiquidityPool::allocated_balance_next(account),
			token: Self::token(account),
			debt: T::LiquidityPool::borrower_debt_balance(account),
		};
		let (repaid_borrow, repaid_debt) =
			situation.repayments().ok_or(Error::<T>::InsufficientFundsForRepayment)?;
		let repaid = repaid_borrow.checked_add(repaid_debt).ok_or(ArithmeticError::Overflow)?;
		let mut allowance = info.staking_allowance;
		ensure!(spend(&mut allowance, repaid), Error::<T>::StakingAllowanceExceeded);
		// The pool keeps repaid debt apart from what it lends, so it does not matter that this is asked before the payment.
		let borrowed = match situation.may_borrow(repaid_debt) && !info.borrowing_restricted {
			true => T::LiquidityPool::borrowable_amount(account),
			false => 0,
		};
		Ok(AutoPayment { borrowed, repaid_borrow, repaid_debt })
	}

	pub(crate) fn do_auto_pay(proxy: ProxyId) -> Result<AutoPayment, DispatchError> {
		let info = Proxies::<T>::get(proxy).ok_or(Error::<T>::ProxyNotFound)?;
		let payment = Self::auto_payment(&Self::proxy_account(proxy), &info)?;
		let AutoPayment { borrowed, repaid_borrow, repaid_debt } = payment;
		Self::repay_within_allowance(proxy, repaid_borrow, repaid_debt)?;
		if borrowed > 0 {
			Self::borrow_to(proxy, borrowed)?;
		}
		Self::deposit_event(Event::AutoPaid { proxy, borrowed, repaid_borrow, repaid_debt });
		Ok(payment)
	}

	/// What a payment cost: it either borrows or repays loan.
	pub(crate) fn auto_pay_weight(payment: &AutoPayment) -> Weight {
		match payment.borrowed > 0 {
			true => T::WeightInfo::auto_pay_and_borrow(),
			false => T::WeightInfo::auto_pay_and_repay(),
		}
	}

	fn repay_within_allowance(proxy: ProxyId, borrow: Balance, debt: Balance) -> DispatchResult {
		let repaid = borrow.checked_add(debt).ok_or(ArithmeticError::Overflow)?;
		Self::within_allowance(proxy, repaid, || {
			if borrow > 0 {
				Self::repay_borrow_from(proxy, borrow, false)?;
			}
			if debt > 0 {
				Self::repay_debt_from(proxy, debt, false)?;
			}
			Ok(())
		})
	}
}
