//! Weights of `pallet_timelock`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_timelock`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_timelock::WeightInfo for WeightInfo<T> {
	// Storage: `Timelock::TrackDelay` (r:1 w:0)
	// Proof: `Timelock::TrackDelay` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	// Storage: `Timelock::Tracks` (r:1 w:0)
	// Proof: `Timelock::Tracks` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	// Storage: `Timelock::CounterForOperations` (r:1 w:1)
	// Proof: `Timelock::CounterForOperations` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Timelock::NextOperationId` (r:1 w:1)
	// Proof: `Timelock::NextOperationId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Timelock::Operations` (r:1 w:1)
	// Proof: `Timelock::Operations` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Preimage::PreimageFor` (r:0 w:1)
	// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	// `l` from 128 to 1048576.
	fn queue(l: u32) -> Weight {
		// Minimum 55_704_000 ps.
		Weight::from_parts(57_507_000, 3665)
			// Standard error 20.
			.saturating_add(Weight::from_parts(4_423, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Timelock::Operations` (r:1 w:1)
	// Proof: `Timelock::Operations` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::PreimageFor` (r:1 w:1)
	// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	// Storage: `Timelock::CounterForOperations` (r:1 w:1)
	// Proof: `Timelock::CounterForOperations` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// `l` from 128 to 1048576.
	fn execute(l: u32) -> Weight {
		// Minimum 80_220_000 ps.
		Weight::from_parts(191_901_420, 4197809)
			// Standard error 40.
			.saturating_add(Weight::from_parts(1_685, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Timelock::Operations` (r:1 w:1)
	// Proof: `Timelock::Operations` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Timelock::CounterForOperations` (r:1 w:1)
	// Proof: `Timelock::CounterForOperations` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::PreimageFor` (r:0 w:1)
	// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Minimum 64_410_000 ps.
		Weight::from_parts(99_266_000, 3665)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Timelock::Operations` (r:1 w:1)
	// Proof: `Timelock::Operations` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	// Storage: `Timelock::CounterForOperations` (r:1 w:1)
	// Proof: `Timelock::CounterForOperations` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::PreimageFor` (r:0 w:1)
	// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	fn remove_expired() -> Weight {
		// Minimum 73_226_000 ps.
		Weight::from_parts(94_155_000, 3665)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `Timelock::Tracks` (r:1 w:0)
	// Proof: `Timelock::Tracks` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	// Storage: `Timelock::TrackDelay` (r:0 w:1)
	// Proof: `Timelock::TrackDelay` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	fn set_delay() -> Weight {
		// Minimum 27_040_000 ps.
		Weight::from_parts(27_401_000, 3506)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
