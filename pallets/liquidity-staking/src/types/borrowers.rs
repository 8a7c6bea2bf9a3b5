//! What the pool knows of a borrower.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};
use tidepool_primitives::{Balance, Epoch};

/// A share of the total active balance, in 1/10,000.
pub type Units = u16;

/// All units: the whole of the total active balance.
pub const TOTAL_ALLOCATION: Units = 10_000;

/// Whom allocation units belong to: a borrower, or `None` for the unallocated rest.
pub type Borrower<AccountId> = Option<AccountId>;

/// Allocation units with a value for the epoch of their last settlement and one from the following epoch on
/// (specification, section 2.2).
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StoredAllocation {
	/// Epoch in which the units were last settled.
	pub epoch: Epoch,
	/// Units during `epoch`.
	pub current: Units,
	/// Units from the epoch after `epoch` on.
	pub next: Units,
}

impl StoredAllocation {
	/// The same units now and in the next epoch.
	pub const fn constant(units: Units) -> Self {
		Self { epoch: 0, current: units, next: units }
	}

	/// The units seen from `epoch`; as stored before epoch zero (4.8).
	pub fn rolled(self, epoch: Option<Epoch>) -> Self {
		match epoch {
			Some(epoch) if epoch > self.epoch => Self { epoch, current: self.next, next: self.next },
			_ => self,
		}
	}

	/// Whether the units carry no information (2.7).
	pub fn is_empty(&self) -> bool {
		self.current == 0 && self.next == 0
	}
}

/// Everything the pool knows of one borrower. Amounts in base units of the stake asset.
///
/// One record, because borrowing needs every part of it.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BorrowerRecord {
	/// Share of the total active balance that the borrower may owe.
	pub allocation: StoredAllocation,
	/// Principal owed. No interest accrues.
	pub borrowed: Balance,
	/// Debt from shortfalls.
	pub debt: Balance,
	/// Whether the borrower may not borrow.
	pub restricted: bool,
}

impl BorrowerRecord {
	/// The same record with its allocation seen from `epoch`; as stored before epoch zero (4.8).
	pub fn rolled(self, epoch: Option<Epoch>) -> Self {
		Self { allocation: self.allocation.rolled(epoch), ..self }
	}

	/// The record with an allocation that carries no information reset (2.7).
	pub fn pruned(mut self) -> Self {
		if self.allocation.is_empty() {
			self.allocation = Default::default();
		}
		self
	}

	/// How much is borrowed beyond the current share of `total_active`, the current total active balance; above 0
	/// the borrower is overdue.
	pub fn excess(&self, total_active: Balance) -> Balance {
		self.borrowed.saturating_sub(share(total_active, self.allocation.current))
	}
}

/// `floor(total * units / 10,000)`.
pub fn share(total: Balance, units: Units) -> Balance {
	// No more units exist than the whole, so the share is never more than the total and always fits.
	multiply_by_rational_with_rounding(total, units.into(), TOTAL_ALLOCATION.into(), Rounding::Down)
		.unwrap_or(Balance::MAX)
}
