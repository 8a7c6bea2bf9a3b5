//! What queries compute (specification, section 3) and the clock they and the calls read.

use crate::types::Totals;
use crate::{
	Config, KeysOf, Pallet, PendingDeposits, PendingWithdrawals, PositionOfKey, Positions, TotalEquity,
	TotalPendingDeposits, TotalPendingWithdrawals,
};
use frame_support::traits::Time;
use tidepool_primitives::{Exposure, PositionId, Seconds, StarkKey};

const MILLISECONDS_PER_SECOND: u64 = 1_000;

impl<T: Config> Pallet<T> {
	/// The timestamp in seconds.
	pub(crate) fn now() -> Seconds {
		// Dividing by a constant that is not zero cannot fail.
		T::Time::now().checked_div(MILLISECONDS_PER_SECOND).unwrap_or_default()
	}

	/// What `who` has on the exchange. Reads as many keys as an account may have.
	pub(crate) fn exposure_of(who: &T::AccountId) -> Exposure {
		KeysOf::<T>::iter_key_prefix(who).fold(Exposure::default(), |sum, key| {
			let part = Self::exposure_of_key(&key);
			// As many numbers of 64 bits as an account has keys do not fill 128.
			Exposure {
				pending_deposits: sum.pending_deposits.saturating_add(part.pending_deposits),
				equity: sum.equity.saturating_add(part.equity),
				pending_withdrawals: sum.pending_withdrawals.saturating_add(part.pending_withdrawals),
			}
		})
	}

	fn exposure_of_key(key: &StarkKey) -> Exposure {
		let position = PositionOfKey::<T>::get(key);
		Exposure {
			pending_deposits: position.map_or(0, |position| Self::pending_amount(key, position)).into(),
			equity: position.and_then(Positions::<T>::get).map_or(0, |record| record.equity).into(),
			pending_withdrawals: PendingWithdrawals::<T>::get(key).into(),
		}
	}

	/// What the operator has not accepted.
	fn pending_amount(key: &StarkKey, position: PositionId) -> u64 {
		PendingDeposits::<T>::get(key, position).map_or(0, |pending| pending.amount)
	}

	/// What the exchange owes.
	pub(crate) fn sums() -> Totals {
		Totals {
			pending_deposits: TotalPendingDeposits::<T>::get(),
			equity: TotalEquity::<T>::get(),
			pending_withdrawals: TotalPendingWithdrawals::<T>::get(),
		}
	}
}
