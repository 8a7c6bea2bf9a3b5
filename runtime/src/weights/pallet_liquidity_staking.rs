//! Weights of `pallet_liquidity_staking`, measured on the runtime's Wasm. Written by `make weights`; not to be edited.
//!
//! 2026-11-21, AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
// Not every pallet touches the database.
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_liquidity_staking`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_liquidity_staking::WeightInfo for WeightInfo<T> {
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
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Minimum 286_295_000 ps.
		Weight::from_parts(292_496_000, 8817)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
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
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn stake_for() -> Weight {
		// Minimum 308_095_000 ps.
		Weight::from_parts(316_010_000, 8817)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(11))
	}
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
	// `k` from 1 to 128.
	fn request_withdrawal(k: u32) -> Weight {
		// Minimum 210_933_000 ps.
		Weight::from_parts(225_855_608, 3675)
			// Standard error 157_237.
			.saturating_add(Weight::from_parts(6_036_705, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
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
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 0 to 128.
	fn withdraw_stake(k: u32) -> Weight {
		// Minimum 165_339_000 ps.
		Weight::from_parts(255_738_988, 8817)
			// Standard error 119_249.
			.saturating_add(Weight::from_parts(4_581_351, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
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
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 0 to 128.
	fn withdraw_max_stake(k: u32) -> Weight {
		// Minimum 165_508_000 ps.
		Weight::from_parts(226_590_509, 8817)
			// Standard error 164_711.
			.saturating_add(Weight::from_parts(6_122_683, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
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
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn withdraw_debt(k: u32) -> Weight {
		// Minimum 181_639_000 ps.
		Weight::from_parts(244_810_562, 8817)
			// Standard error 212_411.
			.saturating_add(Weight::from_parts(6_261_852, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
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
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `k` from 1 to 128.
	fn withdraw_max_debt(k: u32) -> Weight {
		// Minimum 269_623_000 ps.
		Weight::from_parts(246_026_756, 8817)
			// Standard error 151_524.
			.saturating_add(Weight::from_parts(7_419_304, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim_rewards() -> Weight {
		// Minimum 165_589_000 ps.
		Weight::from_parts(187_420_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
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
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Minimum 227_895_000 ps.
		Weight::from_parts(268_020_000, 6316)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	// Storage: `LiquidityStaking::Allowances` (r:0 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Minimum 19_987_000 ps.
		Weight::from_parts(23_884_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Allowances` (r:1 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn increase_allowance() -> Weight {
		// Minimum 31_759_000 ps.
		Weight::from_parts(35_827_000, 3577)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Allowances` (r:1 w:1)
	// Proof: `LiquidityStaking::Allowances` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn decrease_allowance() -> Weight {
		// Minimum 28_944_000 ps.
		Weight::from_parts(34_875_000, 3577)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
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
		// Minimum 290_011_000 ps.
		Weight::from_parts(305_009_000, 6316)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(10))
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
	fn borrow() -> Weight {
		// Minimum 173_383_000 ps.
		Weight::from_parts(190_626_000, 6208)
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
	fn repay_borrow() -> Weight {
		// Minimum 151_643_000 ps.
		Weight::from_parts(177_381_000, 6208)
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
		// Minimum 151_462_000 ps.
		Weight::from_parts(177_161_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:0)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	fn restrict_borrower() -> Weight {
		// Minimum 40_776_000 ps.
		Weight::from_parts(46_888_000, 3554)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:64 w:64)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Shortfalls` (r:0 w:1)
	// Proof: `LiquidityStaking::Shortfalls` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	// `n` from 1 to 64.
	fn mark_debt(n: u32) -> Weight {
		// Minimum 57_828_000 ps.
		Weight::from_parts(115_311_178, 1697)
			// Standard error 319_910.
			.saturating_add(Weight::from_parts(15_820_329, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
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
		// Minimum 47_539_000 ps.
		Weight::from_parts(51_526_000, 3522)
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
		// Minimum 32_100_000 ps.
		Weight::from_parts(33_683_000, 3522)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:0 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn set_rewards_per_second() -> Weight {
		// Minimum 39_143_000 ps.
		Weight::from_parts(41_267_000, 3522)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:63 w:63)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::UnallocatedUnits` (r:1 w:1)
	// Proof: `LiquidityStaking::UnallocatedUnits` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// `n` from 1 to 64.
	fn set_borrower_allocations(n: u32) -> Weight {
		// Minimum 29_264_000 ps.
		Weight::from_parts(30_316_000, 3554)
			// Standard error 223_749.
			.saturating_add(Weight::from_parts(24_506_998, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2444).saturating_mul(n.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Borrowers` (r:1 w:1)
	// Proof: `LiquidityStaking::Borrowers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	fn set_borrowing_restriction() -> Weight {
		// Minimum 30_417_000 ps.
		Weight::from_parts(33_984_000, 3554)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
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
		// Minimum 135_884_000 ps.
		Weight::from_parts(215_402_392, 3675)
			// Standard error 138_220.
			.saturating_add(Weight::from_parts(6_013_335, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
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
		// Minimum 215_192_000 ps.
		Weight::from_parts(338_992_984, 8817)
			// Standard error 180_229.
			.saturating_add(Weight::from_parts(5_404_484, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Pool` (r:1 w:1)
	// Proof: `LiquidityStaking::Pool` (`max_values`: Some(1), `max_size`: Some(212), added: 707, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::Stakers` (r:1 w:1)
	// Proof: `LiquidityStaking::Stakers` (`max_values`: None, `max_size`: Some(188), added: 2663, mode: `MaxEncodedLen`)
	// Storage: `LiquidityStaking::EpochIndexes` (r:1 w:1)
	// Proof: `LiquidityStaking::EpochIndexes` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim_rewards_for() -> Weight {
		// Minimum 132_407_000 ps.
		Weight::from_parts(220_802_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:0)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
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
		// Minimum 128_239_000 ps.
		Weight::from_parts(122_561_828, 3675)
			// Standard error 89_602.
			.saturating_add(Weight::from_parts(5_380_664, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(7))
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
		// Minimum 36_458_000 ps.
		Weight::from_parts(60_243_000, 3554)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
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
	// `k` from 1 to 128.
	fn failsafe_settle_inactive_to_epoch(k: u32) -> Weight {
		// Minimum 99_826_000 ps.
		Weight::from_parts(137_546_649, 3675)
			// Standard error 142_998.
			.saturating_add(Weight::from_parts(6_564_517, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(3))
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
	fn failsafe_delete_inactive_balance() -> Weight {
		// Minimum 117_219_000 ps.
		Weight::from_parts(121_146_000, 3675)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
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
		// Minimum 135_603_000 ps.
		Weight::from_parts(67_034_164, 3675)
			// Standard error 88_647.
			.saturating_add(Weight::from_parts(8_127_444, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:2 w:1)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn grant_role() -> Weight {
		// Minimum 26_600_000 ps.
		Weight::from_parts(53_921_000, 6054)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:2 w:1)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn revoke_role() -> Weight {
		// Minimum 28_423_000 ps.
		Weight::from_parts(56_495_000, 6054)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::RoleMembers` (r:1 w:1)
	// Proof: `LiquidityStaking::RoleMembers` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn renounce_role() -> Weight {
		// Minimum 21_070_000 ps.
		Weight::from_parts(45_615_000, 3522)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	// Storage: `LiquidityStaking::Clock` (r:1 w:0)
	// Proof: `LiquidityStaking::Clock` (`max_values`: Some(1), `max_size`: Some(29), added: 524, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Minimum 20_479_000 ps.
		Weight::from_parts(23_123_000, 1514)
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
		// Minimum 60_744_000 ps.
		Weight::from_parts(66_253_000, 1697)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
