//! The receipt token in pallet-assets: a mirror of the ledger that wallets and explorers can show.
//!
//! The ledger is the truth. It is written first; then the mirror follows by the same amount through the plain
//! `fungibles` functions. [`ReceiptFreezer`] reports the whole ledger balance of a holder as frozen, so whatever
//! the ledger has not released cannot move: every direct transfer or burn of the receipt token fails. Once
//! pallet-assets can notify observers of transfers, the mirror can become the token itself and only this file
//! changes.

use crate::{types::StakerRecord, Config, Pallet, Stakers};
use core::{cmp::Ordering, marker::PhantomData};
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{
		fungibles::Mutate,
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use pallet_assets::FrozenBalance;
use tidepool_primitives::Balance;

/// `Freezer` for the pallet-assets instance that holds the receipt token: freezes each holder's ledger balance.
pub struct ReceiptFreezer<T>(PhantomData<T>);

impl<T: Config> FrozenBalance<T::AssetId, T::AccountId, Balance> for ReceiptFreezer<T> {
	/// The holder's receipt balance as stored. It overstates after a shortfall until the account is settled, which
	/// errs on the safe side. `None` and not zero when nothing is left: only then can the mirror account be closed.
	fn frozen_balance(asset: T::AssetId, who: &T::AccountId) -> Option<Balance> {
		let is_receipt = asset == T::ReceiptAsset::get();
		// The benchmarks of pallet-assets use assets of their own, and the lookup belongs into the weights of its calls.
		let is_benchmarked = cfg!(feature = "runtime-benchmarks") && asset != T::StakeAsset::get();
		if !is_receipt && !is_benchmarked {
			return None;
		}
		Some(Stakers::<T>::get(who).receipt_balance()).filter(|balance| is_receipt && *balance > 0)
	}

	fn died(_asset: T::AssetId, _who: &T::AccountId) {}

	/// True for the receipt token and for the staked asset, so that neither can ever be destroyed.
	fn contains_freezes(asset: T::AssetId) -> bool {
		asset == T::ReceiptAsset::get() || asset == T::StakeAsset::get()
	}
}

impl<T: Config> Pallet<T> {
	/// Stores a staker's record and mints or burns the mirror by what the receipt balance changed.
	pub(crate) fn put_staker_and_mirror(staker: &T::AccountId, record: StakerRecord) -> DispatchResult {
		let before = Stakers::<T>::get(staker).receipt_balance();
		let after = record.receipt_balance();
		Self::put_staker(staker, record);
		let asset = T::ReceiptAsset::get();
		match after.cmp(&before) {
			Ordering::Equal => {},
			Ordering::Greater => {
				T::Assets::mint_into(asset, staker, after.saturating_sub(before))?;
			},
			Ordering::Less => {
				T::Assets::burn_from(
					asset,
					staker,
					before.saturating_sub(after),
					Preservation::Expendable,
					Precision::Exact,
					Fortitude::Polite,
				)?;
			},
		}
		Ok(())
	}

	/// Moves the mirror after the ledger has moved the same amount between two accounts.
	pub(crate) fn mirror_transfer(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount > 0 && from != to {
			T::Assets::transfer(T::ReceiptAsset::get(), from, to, amount, Preservation::Expendable)?;
		}
		Ok(())
	}
}
