//! Weights of `pallet_multisig`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_multisig`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	// `z` from 0 to 10000.
	fn as_multi_threshold_1(z: u32) -> Weight {
		// Minimum 69_680_000 ps.
		Weight::from_parts(106_237_550, 0)
			// Standard error 294.
			.saturating_add(Weight::from_parts(8_572, 0).saturating_mul(z.into()))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` from 2 to 100.
	// `z` from 0 to 10000.
	fn as_multi_create(s: u32, z: u32) -> Weight {
		// Minimum 84_989_000 ps.
		Weight::from_parts(108_317_539, 6811)
			// Standard error 36_095.
			.saturating_add(Weight::from_parts(296_680, 0).saturating_mul(s.into()))
			// Standard error 353.
			.saturating_add(Weight::from_parts(8_322, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` from 3 to 100.
	// `z` from 0 to 10000.
	fn as_multi_approve(s: u32, z: u32) -> Weight {
		// Minimum 72_626_000 ps.
		Weight::from_parts(34_522_216, 6811)
			// Standard error 25_790.
			.saturating_add(Weight::from_parts(677_973, 0).saturating_mul(s.into()))
			// Standard error 252.
			.saturating_add(Weight::from_parts(9_731, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `s` from 2 to 100.
	// `z` from 0 to 10000.
	fn as_multi_complete(s: u32, z: u32) -> Weight {
		// Minimum 121_667_000 ps.
		Weight::from_parts(113_865_862, 6811)
			// Standard error 27_618.
			.saturating_add(Weight::from_parts(666_669, 0).saturating_mul(s.into()))
			// Standard error 270.
			.saturating_add(Weight::from_parts(9_752, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` from 2 to 100.
	fn approve_as_multi_create(s: u32) -> Weight {
		// Minimum 48_901_000 ps.
		Weight::from_parts(76_170_349, 6811)
			// Standard error 26_970.
			.saturating_add(Weight::from_parts(446_056, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` from 2 to 100.
	fn approve_as_multi_approve(s: u32) -> Weight {
		// Minimum 26_650_000 ps.
		Weight::from_parts(44_384_829, 6811)
			// Standard error 15_756.
			.saturating_add(Weight::from_parts(590_042, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` from 2 to 100.
	fn cancel_as_multi(s: u32) -> Weight {
		// Minimum 49_343_000 ps.
		Weight::from_parts(77_936_701, 6811)
			// Standard error 32_874.
			.saturating_add(Weight::from_parts(359_175, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` from 2 to 100.
	fn poke_deposit(s: u32) -> Weight {
		// Minimum 41_197_000 ps.
		Weight::from_parts(54_379_008, 6811)
			// Standard error 30_115.
			.saturating_add(Weight::from_parts(667_710, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
