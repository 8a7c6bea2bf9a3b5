//! Weights of `pallet_stark_exchange`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-22, AMD EPYC, 12 steps, 10 repetitions.

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
		// Minimum 6_478_399_000 ps.
		Weight::from_parts(6_633_158_000, 3545)
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
		// Minimum 198_049_000 ps.
		Weight::from_parts(202_939_000, 6208)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::PendingDeposits` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn deposit_cancel() -> Weight {
		// Minimum 51_065_000 ps.
		Weight::from_parts(51_676_000, 3546)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `StarkExchange::KeyOwner` (r:1 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::PendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::PendingDeposits` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::TotalPendingDeposits` (r:1 w:1)
	// Proof: `StarkExchange::TotalPendingDeposits` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn deposit_reclaim() -> Weight {
		// Minimum 180_948_000 ps.
		Weight::from_parts(184_103_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8))
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
		// Minimum 174_165_000 ps.
		Weight::from_parts(181_779_000, 6208)
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
	fn forced_withdrawal_request() -> Weight {
		// Minimum 64_951_000 ps.
		Weight::from_parts(67_826_000, 3652)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::KeyOwner` (r:2 w:0)
	// Proof: `StarkExchange::KeyOwner` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Positions` (r:2 w:1)
	// Proof: `StarkExchange::Positions` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `StarkProxy::ProxyOfAccount` (r:1 w:0)
	// Proof: `StarkProxy::ProxyOfAccount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedRequests` (r:1 w:1)
	// Proof: `StarkExchange::ForcedRequests` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTrades` (r:1 w:0)
	// Proof: `StarkExchange::UsedTrades` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedInBlock` (r:1 w:1)
	// Proof: `StarkExchange::ForcedInBlock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forced_trade_request() -> Weight {
		// Minimum 6_636_124_000 ps.
		Weight::from_parts(6_684_644_000, 6100)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:1)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::ForcedRequests` (r:1 w:0)
	// Proof: `StarkExchange::ForcedRequests` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastUnfreezeAllowedAt` (r:1 w:1)
	// Proof: `StarkExchange::LastUnfreezeAllowedAt` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn freeze_request() -> Weight {
		// Minimum 45_214_000 ps.
		Weight::from_parts(47_098_000, 3652)
			.saturating_add(T::DbWeight::get().reads(3))
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
		// Minimum 69_560_000 ps.
		Weight::from_parts(71_583_000, 3525)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// Storage: `StarkExchange::Operators` (r:1 w:0)
	// Proof: `StarkExchange::Operators` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::Frozen` (r:1 w:0)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastState` (r:1 w:1)
	// Proof: `StarkExchange::LastState` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
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
		// Minimum 26_430_672_000 ps.
		Weight::from_parts(2_872_592_706, 3513)
			// Standard error 15_119_331.
			.saturating_add(Weight::from_parts(62_975_469, 0).saturating_mul(d.into()))
			// Standard error 233_561_520.
			.saturating_add(Weight::from_parts(6_124_943_884, 0).saturating_mul(t.into()))
			// Standard error 7_567_079.
			.saturating_add(Weight::from_parts(13_794_945, 0).saturating_mul(s.into()))
			// Standard error 15_119_331.
			.saturating_add(Weight::from_parts(38_509_165, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(w.into())))
			.saturating_add(T::DbWeight::get().writes(4))
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
		// Minimum 21_661_000 ps.
		Weight::from_parts(23_484_000, 3513)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `StarkExchange::Operators` (r:1 w:1)
	// Proof: `StarkExchange::Operators` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::OperatorCount` (r:1 w:1)
	// Proof: `StarkExchange::OperatorCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn unregister_operator() -> Weight {
		// Minimum 21_770_000 ps.
		Weight::from_parts(23_244_000, 3513)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `StarkExchange::Frozen` (r:1 w:1)
	// Proof: `StarkExchange::Frozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::LastState` (r:1 w:1)
	// Proof: `StarkExchange::LastState` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn unfreeze() -> Weight {
		// Minimum 22_412_000 ps.
		Weight::from_parts(24_355_000, 1533)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `StarkExchange::LastState` (r:1 w:0)
	// Proof: `StarkExchange::LastState` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTrades` (r:64 w:64)
	// Proof: `StarkExchange::UsedTrades` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `StarkExchange::UsedTransfers` (r:64 w:64)
	// Proof: `StarkExchange::UsedTransfers` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// `n` from 0 to 64.
	fn prune_used(n: u32) -> Weight {
		// Minimum 11_101_000 ps.
		Weight::from_parts(11_722_000, 1533)
			// Standard error 181_824.
			.saturating_add(Weight::from_parts(13_694_090, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(n.into()))
	}
}
