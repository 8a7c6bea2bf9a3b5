//! Weights of `pallet_proxy`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_proxy`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_proxy::WeightInfo for WeightInfo<T> {
	// Storage: `Proxy::Proxies` (r:1 w:0)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` from 1 to 31.
	fn proxy(_p: u32) -> Weight {
		// Minimum 23_013_000 ps.
		Weight::from_parts(47_550_034, 4706)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	// Storage: `Proxy::Proxies` (r:1 w:0)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` from 0 to 31.
	// `p` from 1 to 31.
	fn proxy_announced(a: u32, p: u32) -> Weight {
		// Minimum 56_235_000 ps.
		Weight::from_parts(85_236_014, 5698)
			// Standard error 62_764.
			.saturating_add(Weight::from_parts(810_964, 0).saturating_mul(a.into()))
			// Standard error 64_848.
			.saturating_add(Weight::from_parts(235_675, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` from 0 to 31.
	// `p` from 1 to 31.
	fn remove_announcement(a: u32, p: u32) -> Weight {
		// Minimum 39_283_000 ps.
		Weight::from_parts(39_304_732, 5698)
			// Standard error 64_402.
			.saturating_add(Weight::from_parts(1_091_761, 0).saturating_mul(a.into()))
			// Standard error 66_540.
			.saturating_add(Weight::from_parts(584_889, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` from 0 to 31.
	// `p` from 1 to 31.
	fn reject_announcement(a: u32, p: u32) -> Weight {
		// Minimum 43_842_000 ps.
		Weight::from_parts(51_025_532, 5698)
			// Standard error 49_736.
			.saturating_add(Weight::from_parts(158_413, 0).saturating_mul(a.into()))
			// Standard error 51_388.
			.saturating_add(Weight::from_parts(838_548, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Proxy::Proxies` (r:1 w:0)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` from 0 to 31.
	// `p` from 1 to 31.
	fn announce(a: u32, p: u32) -> Weight {
		// Minimum 53_470_000 ps.
		Weight::from_parts(79_571_884, 5698)
			// Standard error 111_383.
			.saturating_add(Weight::from_parts(345_891, 0).saturating_mul(a.into()))
			// Standard error 115_081.
			.saturating_add(Weight::from_parts(374_033, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` from 1 to 31.
	fn add_proxy(_p: u32) -> Weight {
		// Minimum 36_859_000 ps.
		Weight::from_parts(65_710_076, 4706)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` from 1 to 31.
	fn remove_proxy(p: u32) -> Weight {
		// Minimum 36_067_000 ps.
		Weight::from_parts(42_809_506, 4706)
			// Standard error 43_339.
			.saturating_add(Weight::from_parts(256_059, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` from 1 to 31.
	fn remove_proxies(p: u32) -> Weight {
		// Minimum 38_111_000 ps.
		Weight::from_parts(62_988_770, 4706)
			// Standard error 146_055.
			.saturating_add(Weight::from_parts(2_544_179, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` from 1 to 31.
	fn create_pure(p: u32) -> Weight {
		// Minimum 42_098_000 ps.
		Weight::from_parts(55_803_500, 4706)
			// Standard error 53_496.
			.saturating_add(Weight::from_parts(1_313_757, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` from 0 to 30.
	fn kill_pure(_p: u32) -> Weight {
		// Minimum 49_813_000 ps.
		Weight::from_parts(112_494_856, 4706)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	fn poke_deposit() -> Weight {
		// Minimum 112_780_000 ps.
		Weight::from_parts(120_484_000, 5698)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
