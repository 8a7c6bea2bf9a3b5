//! Weights of `pallet_stark_exchange`.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of `pallet_stark_exchange`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_stark_exchange::WeightInfo for WeightInfo<T> {
	fn register_user() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn deposit() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn deposit_cancel() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn deposit_reclaim() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn withdraw() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn forced_withdrawal_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn forced_trade_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn freeze_request() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn escape() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn update_state(_d: u32, _t: u32, _s: u32, _f: u32, _w: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn register_operator() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn unregister_operator() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn unfreeze() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
	fn prune_used(_n: u32) -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}
