//! Weights of `frame_system`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `frame_system`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	// `b` from 0 to 3932160.
	fn remark(b: u32) -> Weight {
		// Minimum 6_321_000 ps.
		Weight::from_parts(6_552_000, 0)
			// Standard error 5.
			.saturating_add(Weight::from_parts(546, 0).saturating_mul(b.into()))
	}
	// `b` from 0 to 3932160.
	fn remark_with_event(b: u32) -> Weight {
		// Minimum 11_953_000 ps.
		Weight::from_parts(15_720_000, 0)
			// Standard error 7.
			.saturating_add(Weight::from_parts(1_784, 0).saturating_mul(b.into()))
	}
	// Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	// Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// Minimum 14_407_000 ps.
		Weight::from_parts(16_130_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// Minimum 148_731_723_000 ps.
		Weight::from_parts(210_116_190_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Skipped::Metadata` (r:0 w:0)
	// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `i` from 0 to 1000.
	fn set_storage(i: u32) -> Weight {
		// Minimum 9_317_000 ps.
		Weight::from_parts(9_868_000, 0)
			// Standard error 9_312.
			.saturating_add(Weight::from_parts(1_710_226, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	// Storage: `Skipped::Metadata` (r:0 w:0)
	// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `i` from 0 to 1000.
	fn kill_storage(i: u32) -> Weight {
		// Minimum 5_129_000 ps.
		Weight::from_parts(5_229_000, 0)
			// Standard error 10_062.
			.saturating_add(Weight::from_parts(1_196_566, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	// Storage: `Skipped::Metadata` (r:0 w:0)
	// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `p` from 0 to 1000.
	fn kill_prefix(p: u32) -> Weight {
		// Minimum 9_047_000 ps.
		Weight::from_parts(9_718_000, 53)
			// Standard error 19_284.
			.saturating_add(Weight::from_parts(2_432_441, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// Minimum 34_995_000 ps.
		Weight::from_parts(51_246_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// Minimum 157_872_788_000 ps.
		Weight::from_parts(217_954_839_000, 1518)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
