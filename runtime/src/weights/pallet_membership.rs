//! Weights of `pallet_membership`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-22, AMD EPYC, 20 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_membership`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_membership::WeightInfo for WeightInfo<T> {
	// Storage: `Validators::Members` (r:1 w:1)
	// Proof: `Validators::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	// `m` from 1 to 99.
	fn add_member(_m: u32) -> Weight {
		// Minimum 14_527_000 ps.
		Weight::from_parts(18_775_868, 4687)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Proof: `Validators::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	// Storage: `Validators::Prime` (r:1 w:0)
	// Proof: `Validators::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// `m` from 2 to 100.
	fn remove_member(_m: u32) -> Weight {
		// Minimum 16_681_000 ps.
		Weight::from_parts(22_763_561, 4687)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Proof: `Validators::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	// Storage: `Validators::Prime` (r:1 w:0)
	// Proof: `Validators::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// `m` from 2 to 100.
	fn swap_member(m: u32) -> Weight {
		// Minimum 16_120_000 ps.
		Weight::from_parts(18_909_517, 4687)
			// Standard error 11_936.
			.saturating_add(Weight::from_parts(79_811, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Proof: `Validators::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	// Storage: `Validators::Prime` (r:1 w:0)
	// Proof: `Validators::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// `m` from 1 to 100.
	fn reset_members(m: u32) -> Weight {
		// Minimum 20_659_000 ps.
		Weight::from_parts(31_408_189, 4687)
			// Standard error 16_354.
			.saturating_add(Weight::from_parts(268_109, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Members` (r:1 w:1)
	// Proof: `Validators::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	// Storage: `Validators::Prime` (r:1 w:1)
	// Proof: `Validators::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// `m` from 1 to 100.
	fn change_key(_m: u32) -> Weight {
		// Minimum 19_707_000 ps.
		Weight::from_parts(39_197_756, 4687)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Validators::Members` (r:1 w:0)
	// Proof: `Validators::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	// Storage: `Validators::Prime` (r:0 w:1)
	// Proof: `Validators::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// `m` from 1 to 100.
	fn set_prime(m: u32) -> Weight {
		// Minimum 9_217_000 ps.
		Weight::from_parts(12_329_218, 4687)
			// Standard error 11_818.
			.saturating_add(Weight::from_parts(118_854, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Validators::Prime` (r:0 w:1)
	// Proof: `Validators::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum 6_632_000 ps.
		Weight::from_parts(11_241_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
