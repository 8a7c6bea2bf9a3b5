//! Provisional weights of `pallet_liquidity_staking`: storage accesses of the worst case counted by hand, and a
//! generous allowance for computation. `make weights` replaces this file by measured values.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_liquidity_staking`.
pub struct WeightInfo<T>(PhantomData<T>);

/// Computation allowed for a call: more than twice what pallet-assets measures for a transfer.
const COMPUTATION: Weight = Weight::from_parts(200_000_000, 0);
/// Computation allowed for each shortfall that a call applies.
const PER_SHORTFALL: Weight = Weight::from_parts(10_000_000, 0);

fn accesses<T: frame_system::Config>(reads: u64, writes: u64) -> Weight {
	COMPUTATION.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
}

fn settling<T: frame_system::Config>(shortfalls: u32, reads: u64, writes: u64) -> Weight {
	let each = PER_SHORTFALL.saturating_add(T::DbWeight::get().reads(1));
	accesses::<T>(reads, writes).saturating_add(each.saturating_mul(shortfalls.into()))
}

impl<T: frame_system::Config> pallet_liquidity_staking::WeightInfo for WeightInfo<T> {
	fn stake() -> Weight {
		accesses::<T>(12, 12)
	}
	fn stake_for() -> Weight {
		accesses::<T>(12, 12)
	}
	fn claim_rewards() -> Weight {
		accesses::<T>(7, 6)
	}
	fn transfer() -> Weight {
		accesses::<T>(12, 10)
	}
	fn approve() -> Weight {
		accesses::<T>(1, 1)
	}
	fn increase_allowance() -> Weight {
		accesses::<T>(1, 1)
	}
	fn decrease_allowance() -> Weight {
		accesses::<T>(1, 1)
	}
	fn transfer_from() -> Weight {
		accesses::<T>(13, 11)
	}
	fn set_epoch_parameters() -> Weight {
		accesses::<T>(5, 3)
	}
	fn set_blackout_window() -> Weight {
		accesses::<T>(4, 1)
	}
	fn set_rewards_per_second() -> Weight {
		accesses::<T>(5, 2)
	}
	fn grant_role() -> Weight {
		accesses::<T>(2, 1)
	}
	fn revoke_role() -> Weight {
		accesses::<T>(2, 1)
	}
	fn renounce_role() -> Weight {
		accesses::<T>(1, 1)
	}
	fn on_initialize_idle() -> Weight {
		accesses::<T>(2, 0)
	}
	fn on_initialize_roll() -> Weight {
		accesses::<T>(3, 3)
	}
	fn borrow() -> Weight {
		accesses::<T>(9, 8)
	}
	fn repay_borrow() -> Weight {
		accesses::<T>(7, 7)
	}
	fn repay_debt() -> Weight {
		accesses::<T>(7, 7)
	}
	fn restrict_borrower() -> Weight {
		accesses::<T>(4, 1)
	}
	fn mark_debt(n: u32) -> Weight {
		let each = PER_SHORTFALL.saturating_add(T::DbWeight::get().reads_writes(1, 1));
		accesses::<T>(4, 2).saturating_add(each.saturating_mul(n.into()))
	}
	fn set_borrower_allocations(n: u32) -> Weight {
		let each = PER_SHORTFALL.saturating_add(T::DbWeight::get().reads_writes(1, 1));
		accesses::<T>(4, 1).saturating_add(each.saturating_mul(n.into()))
	}
	fn set_borrowing_restriction() -> Weight {
		accesses::<T>(2, 1)
	}
	fn claim_rewards_for() -> Weight {
		accesses::<T>(8, 6)
	}
	fn decrease_borrower_debt() -> Weight {
		accesses::<T>(4, 3)
	}
	fn failsafe_delete_inactive_balance() -> Weight {
		accesses::<T>(6, 5)
	}
	fn withdraw_debt(k: u32) -> Weight {
		settling::<T>(k, 13, 12)
	}
	fn withdraw_max_debt(k: u32) -> Weight {
		settling::<T>(k, 13, 12)
	}
	fn request_withdrawal_for(k: u32) -> Weight {
		settling::<T>(k, 9, 7)
	}
	fn withdraw_stake_for(k: u32) -> Weight {
		settling::<T>(k, 14, 12)
	}
	fn decrease_staker_debt(k: u32) -> Weight {
		settling::<T>(k, 9, 6)
	}
	fn failsafe_settle_inactive_to_epoch(k: u32) -> Weight {
		settling::<T>(k, 8, 5)
	}
	fn settle(k: u32) -> Weight {
		settling::<T>(k, 8, 5)
	}
	fn request_withdrawal(k: u32) -> Weight {
		settling::<T>(k, 8, 7)
	}
	fn withdraw_stake(k: u32) -> Weight {
		settling::<T>(k, 13, 12)
	}
	fn withdraw_max_stake(k: u32) -> Weight {
		settling::<T>(k, 13, 12)
	}
}
