//! Weights of `pallet_membership`: twice the figures that come with FRAME, until `make weights` writes what it measures here.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_membership`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_membership::WeightInfo for WeightInfo<T> {
	// Storage: `Validators::Members` (r:1 w:1)
	// `m` from 1 to 99.
	fn add_member(m: u32) -> Weight {
		// Minimum 8_764_000 ps.
		Weight::from_parts(18_617_484, 0)
			.saturating_add(Weight::from_parts(53_594, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Storage: `Validators::Prime` (r:1 w:0)
	// `m` from 2 to 100.
	fn remove_member(m: u32) -> Weight {
		// Minimum 12_017_000 ps.
		Weight::from_parts(25_108_812, 0)
			.saturating_add(Weight::from_parts(49_048, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Storage: `Validators::Prime` (r:1 w:0)
	// `m` from 2 to 100.
	fn swap_member(m: u32) -> Weight {
		// Minimum 12_318_000 ps.
		Weight::from_parts(25_250_348, 0)
			.saturating_add(Weight::from_parts(78_742, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Storage: `Validators::Prime` (r:1 w:0)
	// `m` from 1 to 100.
	fn reset_members(m: u32) -> Weight {
		// Minimum 11_503_000 ps.
		Weight::from_parts(25_467_822, 0)
			.saturating_add(Weight::from_parts(215_970, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Storage: `Validators::Prime` (r:1 w:1)
	// `m` from 1 to 100.
	fn change_key(m: u32) -> Weight {
		// Minimum 12_367_000 ps.
		Weight::from_parts(25_769_978, 0)
			.saturating_add(Weight::from_parts(86_128, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Validators::Members` (r:1 w:0)
	// Storage: `Validators::Prime` (r:0 w:1)
	// `m` from 1 to 100.
	fn set_prime(m: u32) -> Weight {
		// Minimum 4_060_000 ps.
		Weight::from_parts(8_818_150, 0)
			.saturating_add(Weight::from_parts(26_306, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Prime` (r:0 w:1)
	fn clear_prime() -> Weight {
		// Minimum 1_843_000 ps.
		Weight::from_parts(3_944_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
