//! Balances with a value for the running epoch and one for the next.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, Epoch};

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
