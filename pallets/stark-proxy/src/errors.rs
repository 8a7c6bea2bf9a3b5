//! Why the pallet refuses a call (specification, section 12), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod errors {
	/// Why a call was refused. The indices follow the list of the specification. Errors of the pool, the exchange and
	/// the asset pallet come through unchanged.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no proxy of that number.
		#[codec(index = 0)]
		ProxyNotFound,
		/// The caller does not hold the role that the call needs.
		#[codec(index = 1)]
		MissingRole,
		/// There are as many proxies as the chain can have.
		#[codec(index = 2)]
		TooManyProxies,
		/// The account cannot hold the role: it belongs to a proxy or to governance.
		#[codec(index = 3)]
		InvalidAccount,
		/// The proxy has a share of the pool.
		#[codec(index = 4)]
		AllocationNotZero,
		/// The proxy owes the pool.
		#[codec(index = 5)]
		OutstandingBalance,
		/// The proxy holds the borrow token or the native currency.
		#[codec(index = 6)]
		ProxyNotEmpty,
		/// The proxy has something on the exchange.
		#[codec(index = 7)]
		ExchangeExposure,
		/// The proxy's account is in use, for instance by another asset.
		#[codec(index = 8)]
		AccountInUse,
		/// Only accounts whose actions are subject to a timelock can hold the role.
		#[codec(index = 9)]
		NotTimelocked,
		/// The role has as many holders as it can have.
		#[codec(index = 10)]
		TooManyHolders,
		/// The role must keep at least one holder.
		#[codec(index = 11)]
		LastHolder,
		/// The recipient is on the list already.
		#[codec(index = 12)]
		RecipientAlreadyAllowed,
		/// The recipient is not on the list.
		#[codec(index = 13)]
		RecipientNotAllowed,
		/// Proxies, the pool, the exchange and governance cannot be outside recipients.
		#[codec(index = 14)]
		InvalidRecipient,
		/// The list of recipients is full.
		#[codec(index = 15)]
		TooManyRecipients,
		/// The key is not registered on the exchange.
		#[codec(index = 16)]
		StarkKeyNotRegistered,
		/// The key is not registered to this proxy.
		#[codec(index = 17)]
		StarkKeyNotOwnedByProxy,
		/// The key is on the list already.
		#[codec(index = 18)]
		StarkKeyAlreadyAllowed,
		/// The key is not on the list.
		#[codec(index = 19)]
		StarkKeyNotAllowed,
		/// The list of keys is full.
		#[codec(index = 20)]
		TooManyStarkKeys,
		/// The owner allows the role Borrower to repay less than that.
		#[codec(index = 21)]
		StakingAllowanceExceeded,
		/// The owner allows less than that to be deposited to the exchange.
		#[codec(index = 22)]
		ExchangeAllowanceExceeded,
		/// Auto-pay works in the blackout window only.
		#[codec(index = 23)]
		NotInBlackoutWindow,
		/// The proxy holds less than it has to repay before the epoch ends.
		#[codec(index = 24)]
		InsufficientFundsForRepayment,
		/// The proxy holds less than that.
		#[codec(index = 25)]
		InsufficientProxyBalance,
		/// The guardian has barred the proxy from borrowing.
		#[codec(index = 26)]
		BorrowingRestricted,
		/// A restricted proxy can deposit only what it does not owe.
		#[codec(index = 27)]
		DepositWouldUseBorrowedFunds,
		/// The amount is zero.
		#[codec(index = 28)]
		ZeroAmount,
		/// The trade would expire before its waiting period is over.
		#[codec(index = 29)]
		ForcedTradeExpiresTooEarly,
		/// The queue is full of forced trades that can still be submitted.
		#[codec(index = 30)]
		TooManyQueuedForcedTrades,
		/// The forced trade is not queued.
		#[codec(index = 31)]
		ForcedTradeNotQueued,
		/// The waiting period of the forced trade is not over.
		#[codec(index = 32)]
		ForcedTradeWaiting,
		/// The grace period of the forced trade is over.
		#[codec(index = 33)]
		ForcedTradeExpired,
		/// The borrow token has a call of its own.
		#[codec(index = 34)]
		BorrowTokenNotAllowed,
		/// The proxy holds no more than it owes.
		#[codec(index = 35)]
		NoWithdrawableBalance,
		/// The amount is more than what the proxy holds above what it owes.
		#[codec(index = 36)]
		AmountExceedsWithdrawable,
		/// Nothing is owed, held or meant to be repaid.
		#[codec(index = 37)]
		NothingToRepay,
		/// The position has nothing, or nothing is meant to be withdrawn.
		#[codec(index = 38)]
		NothingToWithdraw,
		/// Possible only while the proxy has debt in the pool.
		#[codec(index = 39)]
		NoOutstandingDebt,
		/// The list is empty.
		#[codec(index = 40)]
		EmptyInput,
	}
}
