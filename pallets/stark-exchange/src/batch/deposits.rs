//! Part 1: deposits become equity.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use tidepool_primitives::{PositionId, StarkKey};

impl<T: Config> Pallet<T> {
	/// Accepts deposits, also such whose cancellation runs.
	pub(crate) fn accept_deposits(deposits: &[(StarkKey, PositionId, u64)]) -> DispatchResult {
		for (key, position, quantized) in deposits {
			let (key, position, q) = (*key, *position, *quantized);
			ensure!(q > 0, Error::<T>::ZeroAmount);
			Self::take_pending_deposit(&key, position, q)?;
			Self::add_equity(position, q)?;
			Self::deposit_event(Event::DepositAccepted { key, position, q });
		}
		Ok(())
	}
}
