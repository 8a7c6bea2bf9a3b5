//! Weights of `pallet_liquidity_staking`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_liquidity_staking`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_liquidity_staking::WeightInfo for WeightInfo<T> {
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Minimum 172_853_000 ps.
		Weight::from_parts(315_879_000, 8817)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:0 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn stake_for() -> Weight {
		// Minimum 166_911_000 ps.
		Weight::from_parts(247_542_000, 8817)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn request_withdrawal(k: u32) -> Weight {
		// Minimum 132_928_000 ps.
		Weight::from_parts(235_152_735, 3675)
			// Standard error 135_671.
			.saturating_add(Weight::from_parts(6_747_466, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 0 to 128.
	fn withdraw_stake(k: u32) -> Weight {
		// Minimum 179_024_000 ps.
		Weight::from_parts(304_224_674, 8817)
			// Standard error 95_382.
			.saturating_add(Weight::from_parts(7_859_841, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 0 to 128.
	fn withdraw_max_stake(k: u32) -> Weight {
		// Minimum 175_928_000 ps.
		Weight::from_parts(281_853_547, 8817)
			// Standard error 68_484.
			.saturating_add(Weight::from_parts(6_106_967, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn withdraw_debt(k: u32) -> Weight {
		// Minimum 184_163_000 ps.
		Weight::from_parts(238_917_823, 8817)
			// Standard error 47_082.
			.saturating_add(Weight::from_parts(4_730_404, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn withdraw_max_debt(k: u32) -> Weight {
		// Minimum 185_175_000 ps.
		Weight::from_parts(216_525_956, 8817)
			// Standard error 69_663.
			.saturating_add(Weight::from_parts(6_347_399, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim_rewards() -> Weight {
		// Minimum 120_314_000 ps.
		Weight::from_parts(191_558_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:2 w:2)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:2 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Minimum 164_938_000 ps.
		Weight::from_parts(283_729_000, 6316)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	// Storage: `LiquidityStaking::Allowances` (r:0 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Minimum 13_145_000 ps.
		Weight::from_parts(21_460_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Allowances` (r:1 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn increase_allowance() -> Weight {
		// Minimum 21_671_000 ps.
		Weight::from_parts(37_580_000, 3577)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Allowances` (r:1 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn decrease_allowance() -> Weight {
		// Minimum 22_121_000 ps.
		Weight::from_parts(41_588_000, 3577)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:2 w:2)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Allowances` (r:1 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:2 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer_from() -> Weight {
		// Minimum 176_509_000 ps.
		Weight::from_parts(312_573_000, 6316)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn borrow() -> Weight {
		// Minimum 116_688_000 ps.
		Weight::from_parts(205_723_000, 6208)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn repay_borrow() -> Weight {
		// Minimum 106_949_000 ps.
		Weight::from_parts(191_448_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn repay_debt() -> Weight {
		// Minimum 107_230_000 ps.
		Weight::from_parts(188_191_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:0)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	fn restrict_borrower() -> Weight {
		// Minimum 35_056_000 ps.
		Weight::from_parts(59_451_000, 3554)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:64 w:64)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:0 w:1)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// `n` from 1 to 64.
	fn mark_debt(n: u32) -> Weight {
		// Minimum 51_015_000 ps.
		Weight::from_parts(52_700_469, 1697)
			// Standard error 553_475.
			.saturating_add(Weight::from_parts(22_906_482, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2564).saturating_mul(n.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:1)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Bounds` (r:1 w:0)
	// Proof: `LiquidityStaking::Bounds` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:0 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn set_epoch_parameters() -> Weight {
		// Minimum 45_626_000 ps.
		Weight::from_parts(77_534_000, 3522)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:1)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Bounds` (r:1 w:0)
	// Proof: `LiquidityStaking::Bounds` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_blackout_window() -> Weight {
		// Minimum 29_855_000 ps.
		Weight::from_parts(55_764_000, 3522)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:0 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn set_rewards_per_second() -> Weight {
		// Minimum 46_107_000 ps.
		Weight::from_parts(79_368_000, 3522)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:63 w:63)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::UnallocatedUnits` (r:1 w:1)
	// Proof: `LiquidityStaking::UnallocatedUnits` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// `n` from 1 to 64.
	fn set_borrower_allocations(n: u32) -> Weight {
		// Minimum 35_056_000 ps.
		Weight::from_parts(37_400_000, 3554)
			// Standard error 48_765.
			.saturating_add(Weight::from_parts(28_240_828, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2444).saturating_mul(n.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	fn set_borrowing_restriction() -> Weight {
		// Minimum 29_576_000 ps.
		Weight::from_parts(51_477_000, 3554)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn request_withdrawal_for(k: u32) -> Weight {
		// Minimum 140_192_000 ps.
		Weight::from_parts(215_829_540, 3675)
			// Standard error 50_710.
			.saturating_add(Weight::from_parts(6_511_587, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:2 w:2)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 0 to 128.
	fn withdraw_stake_for(k: u32) -> Weight {
		// Minimum 192_961_000 ps.
		Weight::from_parts(274_332_300, 8817)
			// Standard error 65_121.
			.saturating_add(Weight::from_parts(8_070_502, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim_rewards_for() -> Weight {
		// Minimum 129_372_000 ps.
		Weight::from_parts(236_722_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:0)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::WriteOffTotals` (r:1 w:1)
	// Proof: `LiquidityStaking::WriteOffTotals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn decrease_staker_debt(k: u32) -> Weight {
		// Minimum 122_719_000 ps.
		Weight::from_parts(167_694_818, 3675)
			// Standard error 54_047.
			.saturating_add(Weight::from_parts(5_998_597, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::WriteOffTotals` (r:1 w:1)
	// Proof: `LiquidityStaking::WriteOffTotals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn decrease_borrower_debt() -> Weight {
		// Minimum 35_356_000 ps.
		Weight::from_parts(64_290_000, 3554)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:0)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn failsafe_settle_inactive_to_epoch(k: u32) -> Weight {
		// Minimum 124_562_000 ps.
		Weight::from_parts(178_297_993, 3675)
			// Standard error 43_251.
			.saturating_add(Weight::from_parts(7_179_756, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::WriteOffTotals` (r:1 w:1)
	// Proof: `LiquidityStaking::WriteOffTotals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn failsafe_delete_inactive_balance() -> Weight {
		// Minimum 92_062_000 ps.
		Weight::from_parts(128_269_000, 3675)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:0)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:128 w:0)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn settle(k: u32) -> Weight {
		// Minimum 110_095_000 ps.
		Weight::from_parts(158_294_955, 3675)
			// Standard error 37_312.
			.saturating_add(Weight::from_parts(5_502_722, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:2 w:1)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn grant_role() -> Weight {
		// Minimum 27_041_000 ps.
		Weight::from_parts(30_087_000, 6054)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:2 w:1)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn revoke_role() -> Weight {
		// Minimum 26_600_000 ps.
		Weight::from_parts(30_126_000, 6054)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:1)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn renounce_role() -> Weight {
		// Minimum 20_879_000 ps.
		Weight::from_parts(26_539_000, 3522)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Minimum 9_358_000 ps.
		Weight::from_parts(16_931_000, 1514)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	// Storage: `LiquidityStaking::Clock` (r:1 w:1)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:0 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn on_initialize_roll() -> Weight {
		// Minimum 32_481_000 ps.
		Weight::from_parts(57_888_000, 1697)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
