//! Weights of `pallet_session`: estimates, until `make weights` writes what it measures here. The figures that come with FRAME,
//! and to register keys twice what GRANDPA takes to check two signatures, and a deposit.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_session`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_session::WeightInfo for WeightInfo<T> {
	// Storage: `Session::NextKeys` (r:1 w:1)
	// Storage: `Session::KeyOwner` (r:2 w:2)
	// Storage: `Balances::Holds` (r:1 w:1)
	fn set_keys() -> Weight {
		// Minimum 49_530_000 ps.
		Weight::from_parts(350_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `Session::NextKeys` (r:1 w:1)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Storage: `Session::ExternallySetKeys` (r:1 w:0)
	// Storage: `Session::KeyOwner` (r:0 w:2)
	fn purge_keys() -> Weight {
		// Minimum 39_443_000 ps.
		Weight::from_parts(100_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}
