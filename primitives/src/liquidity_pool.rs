//! What a borrower's proxy needs of the liquidity pool.

use crate::Balance;
use sp_runtime::DispatchResult;

/// The liquidity pool as the proxy of a borrower sees it (liquidity staking specification, section 11; stark proxy
/// specification, section 2.1).
///
/// The actions make the same checks, give the same errors and emit the same events as the calls of the pool. The
/// borrower is the proxy's account. Amounts are in base units of the stake asset; all views are settled to now.
pub trait LiquidityPool<AccountId> {
	/// Id of a fungible asset.
	type AssetId;

	/// Lends `amount` to `borrower`.
	fn borrow(borrower: &AccountId, amount: Balance) -> DispatchResult;

	/// Repays `amount` of what `borrower` has borrowed with tokens of `payer`.
	fn repay_borrow(payer: &AccountId, borrower: &AccountId, amount: Balance) -> DispatchResult;

	/// Repays `amount` of the debt of `borrower` with tokens of `payer`.
	fn repay_debt(payer: &AccountId, borrower: &AccountId, amount: Balance) -> DispatchResult;

	/// Whether withdrawal requests are refused at present; false before epoch zero.
	fn in_blackout_window() -> bool;

	/// The borrower's share of the active balance; with more borrowed it is overdue.
	fn allocated_balance_current(borrower: &AccountId) -> Balance;

	/// The borrower's share of the active balance in the next epoch.
	fn allocated_balance_next(borrower: &AccountId) -> Balance;

	/// What the borrower has borrowed, without debt.
	fn borrowed_balance(borrower: &AccountId) -> Balance;

	/// The borrower's debt from shortfalls.
	fn borrower_debt_balance(borrower: &AccountId) -> Balance;

	/// How much the borrower could borrow now; 0 while it is restricted.
	fn borrowable_amount(borrower: &AccountId) -> Balance;

	/// Whether the pool bars the borrower from borrowing.
	fn is_borrowing_restricted(borrower: &AccountId) -> bool;

	/// Whether the borrower has allocation units in the running or in the next epoch.
	fn has_allocation(borrower: &AccountId) -> bool;

	/// Id of the asset that is lent.
	fn stake_asset() -> Self::AssetId;
}
