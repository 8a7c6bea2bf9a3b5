//! Weights of `pallet_timelock`.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_timelock`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_timelock::WeightInfo for WeightInfo<T> {
	fn queue(_l: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn execute(_l: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn cancel() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn remove_expired() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn set_delay() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
