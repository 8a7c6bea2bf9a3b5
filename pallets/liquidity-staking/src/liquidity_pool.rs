//! The pool as the proxies of borrowers see it (specification, section 11).

use crate::{Config, Pallet};
use frame_support::{pallet_prelude::DispatchResult, storage::with_storage_layer, traits::Get};
use tidepool_primitives::{Balance, LiquidityPool};

/// Every action is atomic by itself, whatever its caller makes of an error.
impl<T: Config> LiquidityPool<T::AccountId> for Pallet<T> {
	type AssetId = T::AssetId;

	fn borrow(borrower: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| Self::do_borrow(borrower, amount))
	}

	fn repay_borrow(payer: &T::AccountId, borrower: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| Self::do_repay_borrow(payer, borrower, amount))
	}

	fn repay_debt(payer: &T::AccountId, borrower: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| Self::do_repay_debt(payer, borrower, amount))
	}

	fn in_blackout_window() -> bool {
		Self::in_blackout_window()
	}

	fn allocated_balance_current(borrower: &T::AccountId) -> Balance {
		Self::allocated_balance_current(borrower.clone())
	}

	fn allocated_balance_next(borrower: &T::AccountId) -> Balance {
		Self::allocated_balance_next(borrower.clone())
	}

	fn borrowed_balance(borrower: &T::AccountId) -> Balance {
		Self::borrowed_balance(borrower.clone())
	}

	fn borrower_debt_balance(borrower: &T::AccountId) -> Balance {
		Self::borrower_debt_balance(borrower.clone())
	}

	fn borrowable_amount(borrower: &T::AccountId) -> Balance {
		Self::borrowable_amount(borrower.clone())
	}

	fn is_borrowing_restricted(borrower: &T::AccountId) -> bool {
		Self::is_borrowing_restricted(borrower.clone())
	}

	fn has_allocation(borrower: &T::AccountId) -> bool {
		!Self::settled_borrower(borrower).allocation.is_empty()
	}

	fn stake_asset() -> T::AssetId {
		T::StakeAsset::get()
	}
}
