//! Weights of `frame_system_extensions`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `frame_system_extensions`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum 4_819_000 ps.
		Weight::from_parts(8_336_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum 9_497_000 ps.
		Weight::from_parts(12_964_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum 11_331_000 ps.
		Weight::from_parts(12_794_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum 1_062_000 ps.
		Weight::from_parts(1_783_000, 0)
	}
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum 17_342_000 ps.
		Weight::from_parts(22_212_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// Minimum 1_092_000 ps.
		Weight::from_parts(1_292_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum 952_000 ps.
		Weight::from_parts(982_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum 14_046_000 ps.
		Weight::from_parts(16_551_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum 6_122_000 ps.
		Weight::from_parts(6_693_000, 0)
	}
}
