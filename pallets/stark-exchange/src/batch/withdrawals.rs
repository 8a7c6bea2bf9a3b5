//! Part 5: equity becomes withdrawable.

use crate::{Config, Event, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use tidepool_primitives::{PositionId, StarkKey};

impl<T: Config> Pallet<T> {
	/// Credits withdrawals to the keys of the positions.
	pub(crate) fn credit_withdrawals(withdrawals: &[(StarkKey, PositionId, u64)]) -> DispatchResult {
		for (key, position, quantized) in withdrawals {
			let (key, position, q) = (*key, *position, *quantized);
			Self::position_of(&key, position)?;
			Self::credit_withdrawal(&key, position, q)?;
			Self::deposit_event(Event::WithdrawalCredited { key, position, q });
		}
		Ok(())
	}
}
