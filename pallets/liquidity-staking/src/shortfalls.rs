//! Settlement of shortfalls against inactive balances (specification, section 4.7).

use crate::{
	types::{InactiveBalance, PoolRecord, Shortfall, StakerRecord},
	Config, Error, Event, Pallet, Shortfalls,
};
use frame_support::{pallet_prelude::DispatchError, traits::Get};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};
use tidepool_primitives::{Balance, Epoch};

/// Scale of a shortfall's index.
pub const SHORTFALL_INDEX_BASE: u128 = 10u128.pow(36);

/// What a settlement did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settlement {
	/// Inactive balance turned into debt, in base units of the stake asset.
	pub loss: Balance,
	/// Number of shortfalls applied.
	pub applied: u32,
}

/// Why a record could not be settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SettlementError {
	/// More shortfalls than allowed would have to be applied.
	TooMany,
	/// A recorded shortfall is missing or larger than the balance it applies to.
	Inconsistent,
}

/// The recorded shortfalls, as far as a settlement may use them.
pub struct ShortfallLog<F> {
	/// Number of recorded shortfalls.
	pub count: u32,
	/// Most shortfalls that may be applied at once.
	pub limit: u32,
	/// Reads a recorded shortfall.
	pub read: F,
}

impl<F: Fn(u32) -> Option<Shortfall>> ShortfallLog<F> {
	/// Brings `record` to epoch `target`: applies the shortfalls of the record's own epoch, rolls it, and applies
	/// those of the later epochs. The outcome does not depend on when or in how many steps this is done: each
	/// shortfall floors the balance once, in order.
	pub fn settle(&self, record: &mut InactiveBalance, target: Epoch) -> Result<Settlement, SettlementError> {
		let mut done = Settlement::default();
		if record.balance.next == 0 {
			record.balance.epoch = target;
			record.balance.current = 0;
			record.shortfall_counter = self.count;
			return Ok(done);
		}
		self.apply(record, &mut done)?;
		if target > record.balance.epoch {
			record.balance = record.balance.rolled(target);
			self.apply(record, &mut done)?;
		}
		Ok(done)
	}

	fn apply(&self, record: &mut InactiveBalance, done: &mut Settlement) -> Result<(), SettlementError> {
		let before = record.balance.current;
		let mut remaining = before;
		while record.shortfall_counter < self.count {
			let shortfall = (self.read)(record.shortfall_counter).ok_or(SettlementError::Inconsistent)?;
			if shortfall.epoch > record.balance.epoch {
				break;
			}
			if done.applied >= self.limit {
				return Err(SettlementError::TooMany);
			}
			remaining = scale(remaining, shortfall.index).ok_or(SettlementError::Inconsistent)?;
			record.shortfall_counter = record.shortfall_counter.saturating_add(1);
			done.applied = done.applied.saturating_add(1);
		}
		let loss = before.checked_sub(remaining).ok_or(SettlementError::Inconsistent)?;
		record.balance.decrease(loss).map_err(|_| SettlementError::Inconsistent)?;
		// Both parts are taken from one balance that fits: saturation is unreachable.
		done.loss = done.loss.saturating_add(loss);
		Ok(())
	}
}

/// `floor(balance * index / 10^36)`.
fn scale(balance: Balance, index: u128) -> Option<Balance> {
	multiply_by_rational_with_rounding(balance, index, SHORTFALL_INDEX_BASE, Rounding::Down)
}

/// The index of a shortfall that leaves `remaining` of `before`: `floor(10^36 * remaining / before)`. `None` when
/// nothing is lost.
pub fn index_of(remaining: Balance, before: Balance) -> Option<u128> {
	if remaining == 0 {
		return Some(0);
	}
	multiply_by_rational_with_rounding(SHORTFALL_INDEX_BASE, remaining, before, Rounding::Down)
		.filter(|index| *index < SHORTFALL_INDEX_BASE)
}

impl<T: Config> Pallet<T> {
	/// How many shortfalls a call reads at most: one more than it may apply, which tells that there are too many.
	pub(crate) fn most_shortfalls_read() -> u32 {
		T::MaxShortfallsPerSettlement::get().saturating_add(1)
	}

	/// The recorded shortfalls, of which at most `limit` may be applied at once.
	pub(crate) fn shortfall_log(
		pool: &PoolRecord,
		limit: u32,
	) -> ShortfallLog<impl Fn(u32) -> Option<Shortfall>> {
		ShortfallLog { count: pool.shortfall_count, limit, read: Shortfalls::<T>::get }
	}

	/// Brings an account's inactive balance to epoch `target`, normally the running one; what shortfalls took becomes
	/// debt owed to the account. Returns the number of shortfalls applied.
	pub(crate) fn load_user_inactive(
		account: &T::AccountId,
		record: &mut StakerRecord,
		pool: &PoolRecord,
		target: Epoch,
	) -> Result<u32, DispatchError> {
		let Settlement { loss, applied } = Self::shortfall_log(pool, T::MaxShortfallsPerSettlement::get())
			.settle(&mut record.inactive, target)
			.map_err(Error::<T>::from)?;
		if loss > 0 {
			record.debt = record.debt.checked_add(loss).ok_or(Error::<T>::InternalInconsistency)?;
			Self::deposit_event(Event::ReceivedDebt {
				staker: account.clone(),
				amount: loss,
				new_debt_balance: record.debt,
			});
		}
		Ok(applied)
	}
}

impl<T> From<SettlementError> for Error<T> {
	fn from(error: SettlementError) -> Self {
		match error {
			SettlementError::TooMany => Error::TooManyUnsettledShortfalls,
			SettlementError::Inconsistent => Error::InternalInconsistency,
		}
	}
}
