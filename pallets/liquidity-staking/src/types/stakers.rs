//! What the pool knows of a staker.

use super::StoredBalance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::U256;
use tidepool_primitives::Balance;

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
	/// balances has been rolled already. Only an abandoned request makes a difference: its part leaves this balance at
	/// once and the active balance when the epoch ends.
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
