//! Weights of `pallet_utility`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_utility`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	// `c` from 0 to 1000.
	fn batch(c: u32) -> Weight {
		// Minimum 18_495_000 ps.
		Weight::from_parts(130_701_394, 0)
			// Standard error 88_647.
			.saturating_add(Weight::from_parts(7_474_547, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Minimum 16_761_000 ps.
		Weight::from_parts(19_035_000, 0)
	}
	// `c` from 0 to 1000.
	fn batch_all(c: u32) -> Weight {
		// Minimum 16_891_000 ps.
		Weight::from_parts(319_352_630, 0)
			// Standard error 143_267.
			.saturating_add(Weight::from_parts(7_272_309, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Minimum 12_713_000 ps.
		Weight::from_parts(13_285_000, 0)
	}
	// `c` from 0 to 1000.
	fn force_batch(c: u32) -> Weight {
		// Minimum 9_628_000 ps.
		Weight::from_parts(10_109_000, 0)
			// Standard error 61_492.
			.saturating_add(Weight::from_parts(7_631_587, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Minimum 12_875_000 ps.
		Weight::from_parts(13_635_000, 0)
	}
	fn if_else() -> Weight {
		// Minimum 15_609_000 ps.
		Weight::from_parts(17_383_000, 0)
	}
}
