//! Weights of `pallet_grandpa`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_grandpa`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> super::GrandpaParts for WeightInfo<T> {
	// `x` from 0 to 1.
	fn check_equivocation_proof(_x: u32) -> Weight {
		// Minimum 97_583_000 ps.
		Weight::from_parts(106_711_855, 0)
	}
	// Storage: `Grandpa::Stalled` (r:0 w:1)
	// Proof: `Grandpa::Stalled` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn note_stalled() -> Weight {
		// Minimum 5_490_000 ps.
		Weight::from_parts(7_234_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
