//! Weights of `pallet_stark_exchange`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 5 steps, 3 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_stark_exchange`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_stark_exchange::WeightInfo for WeightInfo<T> {
	// Storage: `StarkExchange::KeyOwner` (r:1 w:1)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeyCount` (r:1 w:1)
	// Proof: `StarkExchange::KeyCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::NextPositionId` (r:1 w:1)
	// Proof: `StarkExchange::NextPositionId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeysOf` (r:0 w:1)
	// Proof: `StarkExchange::KeysOf` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PositionOfKey` (r:0 w:1)
	// Proof: `StarkExchange::PositionOfKey` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:0 w:1)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn register_user() -> Weight {
		// Minimum 22_305_555_000 ps.
		Weight::from_parts(22_424_397_000, 3545)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:1 w:0)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::PendingDeposits` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingDeposits` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn deposit() -> Weight {
		// Minimum 220_211_000 ps.
		Weight::from_parts(220_792_000, 6208)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::PendingDeposits` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn deposit_cancel() -> Weight {
		// Minimum 56_606_000 ps.
		Weight::from_parts(78_406_000, 3546)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::PendingDeposits` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingDeposits` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn deposit_reclaim() -> Weight {
		// Minimum 175_066_000 ps.
		Weight::from_parts(186_488_000, 6208)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingWithdrawals` (r:1 w:1)
	// Proof: `StarkExchange::PendingWithdrawals` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingWithdrawals` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingWithdrawals` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum 157_173_000 ps.
		Weight::from_parts(168_394_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:1 w:1)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedRequests` (r:1 w:1)
	// Proof: `StarkExchange::ForcedRequests` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedInBlock` (r:1 w:1)
	// Proof: `StarkExchange::ForcedInBlock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forced_withdrawal_request() -> Weight {
		// Minimum 47_017_000 ps.
		Weight::from_parts(50_394_000, 3652)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:2 w:1)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedRequests` (r:1 w:1)
	// Proof: `StarkExchange::ForcedRequests` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTrades` (r:1 w:0)
	// Proof: `StarkExchange::UsedTrades` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedInBlock` (r:1 w:1)
	// Proof: `StarkExchange::ForcedInBlock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forced_trade_request() -> Weight {
		// Minimum 7_971_405_000 ps.
		Weight::from_parts(10_222_656_000, 6060)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:1)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedRequests` (r:1 w:0)
	// Proof: `StarkExchange::ForcedRequests` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastUnfreezeAllowedAt` (r:1 w:1)
	// Proof: `StarkExchange::LastUnfreezeAllowedAt` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn freeze_request() -> Weight {
		// Minimum 52_809_000 ps.
		Weight::from_parts(71_282_000, 3652)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:1 w:1)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalEquity` (r:1 w:1)
	// Proof: `StarkExchange::TotalEquity` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingWithdrawals` (r:1 w:1)
	// Proof: `StarkExchange::PendingWithdrawals` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingWithdrawals` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingWithdrawals` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn escape() -> Weight {
		// Minimum 70_582_000 ps.
		Weight::from_parts(81_332_000, 3525)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `StarkExchange::Operators` (r:1 w:0)
	// Proof: `StarkExchange::Operators` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastState` (r:1 w:1)
	// Proof: `StarkExchange::LastState` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingDeposits` (r:256 w:256)
	// Proof: `StarkExchange::PendingDeposits` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingDeposits` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:1120 w:1120)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalEquity` (r:1 w:1)
	// Proof: `StarkExchange::TotalEquity` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeyOwner` (r:32 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkProxy::ProxyOfAccount` (r:32 w:0)
	// Proof: `StarkProxy::ProxyOfAccount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTransfers` (r:16 w:16)
	// Proof: `StarkExchange::UsedTransfers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedRequests` (r:64 w:64)
	// Proof: `StarkExchange::ForcedRequests` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingWithdrawals` (r:320 w:320)
	// Proof: `StarkExchange::PendingWithdrawals` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingWithdrawals` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingWithdrawals` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// `d` from 0 to 256.
	// `t` from 0 to 16.
	// `s` from 0 to 512.
	// `f` from 0 to 64.
	// `w` from 0 to 256.
	fn update_state(d: u32, t: u32, s: u32, f: u32, w: u32) -> Weight {
		// Minimum 46_900_381_000 ps.
		Weight::from_parts(159_574_312_600, 3513)
			// Standard error 1_251_364_037.
			.saturating_add(Weight::from_parts(5_345_459_649, 0).saturating_mul(t.into()))
			// Standard error 39_105_126.
			.saturating_add(Weight::from_parts(94_314_342, 0).saturating_mul(s.into()))
			// Standard error 312_841_009.
			.saturating_add(Weight::from_parts(581_579_666, 0).saturating_mul(f.into()))
			// Standard error 78_210_252.
			.saturating_add(Weight::from_parts(137_226_062, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(w.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(w.into())))
			.saturating_add(Weight::from_parts(0, 2556).saturating_mul(d.into()))
			.saturating_add(Weight::from_parts(0, 2662).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 2535).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(0, 5110).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(0, 2535).saturating_mul(w.into()))
	}
	// Storage: `StarkExchange::Operators` (r:1 w:1)
	// Proof: `StarkExchange::Operators` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::OperatorCount` (r:1 w:1)
	// Proof: `StarkExchange::OperatorCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn register_operator() -> Weight {
		// Minimum 32_921_000 ps.
		Weight::from_parts(43_191_000, 3513)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `StarkExchange::Operators` (r:1 w:1)
	// Proof: `StarkExchange::Operators` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::OperatorCount` (r:1 w:1)
	// Proof: `StarkExchange::OperatorCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn unregister_operator() -> Weight {
		// Minimum 41_246_000 ps.
		Weight::from_parts(45_995_000, 3513)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:1)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastState` (r:1 w:1)
	// Proof: `StarkExchange::LastState` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn unfreeze() -> Weight {
		// Minimum 29_996_000 ps.
		Weight::from_parts(53_470_000, 1533)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastState` (r:1 w:0)
	// Proof: `StarkExchange::LastState` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTrades` (r:64 w:64)
	// Proof: `StarkExchange::UsedTrades` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTransfers` (r:64 w:64)
	// Proof: `StarkExchange::UsedTransfers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// `n` from 0 to 64.
	fn prune_used(n: u32) -> Weight {
		// Minimum 17_052_000 ps.
		Weight::from_parts(37_933, 1533)
			// Standard error 1_235_951.
			.saturating_add(Weight::from_parts(22_965_420, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(n.into()))
	}
}
