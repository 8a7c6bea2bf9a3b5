//! Records the pallet stores and the roles it knows. No storage access here: every method is pure.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::U256;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, Epoch, EpochParameters, Seconds};

/// A balance with a value for the epoch of its last settlement and a value from the following epoch on
/// (specification, section 2.2). Amounts in base units.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StoredBalance {
	/// Epoch in which the record was last settled.
	pub epoch: Epoch,
	/// Value during `epoch`.
	pub current: Balance,
	/// Value from the epoch after `epoch` on.
	pub next: Balance,
}

impl StoredBalance {
	/// The same balance seen from `epoch`: `next` becomes `current` when an epoch has passed.
	pub fn rolled(self, epoch: Epoch) -> Self {
		if epoch > self.epoch {
			Self { epoch, current: self.next, next: self.next }
		} else {
			self
		}
	}

	/// Whether the value changes at the end of `self.epoch`.
	pub fn changes_next_epoch(&self) -> bool {
		self.current != self.next
	}

	/// Whether the record carries no information and can be removed (specification, section 2.7).
	pub fn is_empty(&self) -> bool {
		self.current == 0 && self.next == 0
	}

	/// Adds `amount` to the current and to the next value.
	pub fn increase(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.current = self.current.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		self.increase_next(amount)
	}

	/// Takes `amount` from the current and from the next value.
	pub fn decrease(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.current = self.current.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		self.decrease_next(amount)
	}

	/// Adds `amount` to the next value only.
	pub fn increase_next(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.next = self.next.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// Takes `amount` from the next value only.
	pub fn decrease_next(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.next = self.next.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		Ok(())
	}
}

/// An inactive balance and how far shortfalls have been applied to it (specification, section 2.3).
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct InactiveBalance {
	/// The balance, before any shortfall that is not yet applied.
	pub balance: StoredBalance,
	/// Number of the next shortfall to apply.
	pub shortfall_counter: u32,
}

/// Everything the pool knows of one staker.
///
/// One record, because a call that touches any part of it touches most of it: a single read and a single
/// write serve stake, request, withdraw, claim and transfer.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StakerRecord {
	/// Lent-out stake: earns rewards, not withdrawable.
	pub active: StoredBalance,
	/// Withdrawable stake, exposed to shortfalls.
	pub inactive: InactiveBalance,
	/// Global index up to which rewards are settled, x 10^18; meaningless while `active` is empty.
	pub user_index: U256,
	/// Settled and unclaimed rewards, in base units of the rewards asset.
	pub accrued_rewards: Balance,
	/// Debt the pool owes the staker from applied shortfalls, in base units of the stake asset.
	pub debt: Balance,
}

impl StakerRecord {
	/// The staker's receipt tokens as stored, before any shortfall that is not yet applied.
	///
	/// The sum of the *next* values is taken because an epoch roll never changes it, whichever of the two
	/// balances has been rolled already.
	pub fn receipt_balance(&self) -> Balance {
		// Both are parts of the total stake, which fits: saturation is unreachable.
		self.active.next.saturating_add(self.inactive.balance.next)
	}

	/// The record with every part that carries no information reset (specification, section 2.7).
	pub fn pruned(mut self) -> Self {
		if self.active.is_empty() {
			self.active = Default::default();
			self.user_index = U256::zero();
		}
		if self.inactive.balance.next == 0 {
			self.inactive = Default::default();
		}
		self
	}
}

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
	/// How much the borrowers owe beyond the active balance: `max(0, B - A_c)`.
	pub fn shortfall(&self) -> Balance {
		self.total_borrowed.saturating_sub(self.total_active.current)
	}
}

/// The schedule in force and the last epoch announced by an event.
///
/// `announced` stands beside the schedule so that an ordinary block reads one record only.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EpochClock {
	/// Length of the epochs and start of epoch zero.
	pub parameters: EpochParameters,
	/// Length of the blackout window at the end of every epoch, in seconds.
	pub blackout_window: Seconds,
	/// Last epoch for which `EpochStarted` was emitted.
	pub announced: Option<Epoch>,
}

impl EpochClock {
	/// Whether `now` lies in a blackout window: the last `blackout_window` seconds of every epoch
	/// (specification, section 3.3).
	pub fn in_blackout(&self, now: Seconds) -> bool {
		self.parameters.time_remaining(now).is_some_and(|remaining| remaining <= self.blackout_window)
	}
}

impl Default for EpochClock {
	/// A schedule that never starts: the state of a pallet without genesis.
	fn default() -> Self {
		Self {
			parameters: EpochParameters { interval: Seconds::MAX, offset: Seconds::MAX },
			blackout_window: 0,
			announced: None,
		}
	}
}

/// Limits of the schedule: written at genesis, changeable by no call.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScheduleBounds {
	/// Shortest permitted blackout window, in seconds; an epoch is at least twice as long.
	pub min_blackout_window: Seconds,
	/// Longest permitted epoch, in seconds.
	pub max_epoch_length: Seconds,
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

/// A permission an account can hold (specification, section 5.8).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Role {
	/// Grants and revokes every role, itself included.
	#[codec(index = 0)]
	Owner,
	/// Sets the epoch schedule and the blackout window.
	#[codec(index = 1)]
	EpochParameters,
	/// Sets the emission of rewards.
	#[codec(index = 2)]
	RewardsRate,
	/// Sets allocations and borrowing restrictions.
	#[codec(index = 3)]
	BorrowerAdmin,
	/// Claims rewards for stakers.
	#[codec(index = 4)]
	ClaimOperator,
	/// Requests and makes withdrawals for stakers.
	#[codec(index = 5)]
	StakeOperator,
	/// Forgives staker and borrower debt.
	#[codec(index = 6)]
	DebtOperator,
}
