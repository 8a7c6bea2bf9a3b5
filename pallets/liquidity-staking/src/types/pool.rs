//! The books of the whole pool.

use super::StoredBalance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::U256;
use tidepool_primitives::{Balance, Epoch, Seconds};

/// Emission of rewards: parameters and the cumulative index (specification, sections 2.2 and 7).
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RewardsState {
	/// Emission, in base units of the rewards asset per second.
	pub per_second: Balance,
	/// First second that emits rewards.
	pub distribution_start: Seconds,
	/// First second that no longer emits rewards.
	pub distribution_end: Seconds,
	/// Cumulative reward units per unit of active stake, x 10^18.
	pub index: U256,
	/// Time up to which `index` is settled.
	pub updated_at: Seconds,
}

/// The books of the whole pool: O(1) in the number of accounts (specification, section 2.2).
///
/// One record, because every balance-changing call reads and writes several of its fields. Amounts are in base
/// units of the stake asset.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PoolRecord {
	/// Sum of all active balances (`A`).
	pub total_active: StoredBalance,
	/// Sum of all inactive balances plus rounding dust (`X`).
	pub total_inactive: StoredBalance,
	/// Pool tokens that belong to the staking side (`U`).
	pub unborrowed: Balance,
	/// Principal owed by all borrowers (`B`).
	pub total_borrowed: Balance,
	/// Debt owed by all borrowers (`T`).
	pub total_borrower_debt: Balance,
	/// Repaid debt that stakers have not yet withdrawn (`V`).
	pub debt_pot: Balance,
	/// Number of shortfalls ever recorded.
	pub shortfall_count: u32,
	/// Emission of rewards.
	pub rewards: RewardsState,
}

impl PoolRecord {
	/// The books as they are in `epoch`, for reading: the reward index is not settled up to the boundary.
	pub fn rolled(self, epoch: Epoch) -> Self {
		Self {
			total_active: self.total_active.rolled(epoch),
			total_inactive: self.total_inactive.rolled(epoch),
			..self
		}
	}

	/// How much all borrowers together may still take: what the pool holds beyond the inactive balances,
	/// `max(0, U - X_c)`. By I1 the same as `max(0, A_c - B)`.
	pub fn available_to_borrow(&self) -> Balance {
		self.unborrowed.saturating_sub(self.total_inactive.current)
	}

	/// How much the borrowers owe beyond the active balance: `max(0, B - A_c)`.
	pub fn shortfall(&self) -> Balance {
		self.total_borrowed.saturating_sub(self.total_active.current)
	}
}

/// Amounts that left the books without a payment, in base units of the stake asset. No call needs them: they make
/// the conservation of funds checkable (specification, section 9.1, I6).
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct WriteOffs {
	/// Inactive balances given up by their holders, as stored, before shortfalls not yet applied.
	pub abandoned_inactive: Balance,
	/// Staker debt forgiven by the debt operator.
	pub staker_debt: Balance,
	/// Borrower debt forgiven by the debt operator.
	pub borrower_debt: Balance,
}

/// A shortfall: from `epoch` on, inactive balances that existed then count `index / 10^36` of their amount.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Shortfall {
	/// Epoch in which debt was marked.
	pub epoch: Epoch,
	/// Remaining fraction, x 10^36, in `[0, 10^36)`.
	pub index: u128,
}
