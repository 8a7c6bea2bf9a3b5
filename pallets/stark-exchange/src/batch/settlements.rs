//! Part 3: profit and loss.

use crate::{types::Position, Config, Error, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use tidepool_primitives::PositionId;

impl<T: Config> Pallet<T> {
	/// Moves equity between positions. The total stays, because the changes add up to zero.
	pub(crate) fn apply_settlements(settlements: &[(PositionId, i64)]) -> DispatchResult {
		ensure!(is_strictly_ascending(settlements), Error::<T>::SettlementsNotSorted);
		ensure!(is_conserving(settlements), Error::<T>::SettlementNotConserving);
		for (position, change) in settlements {
			Self::change_position(*position, |record| settle::<T>(record, *change))?;
		}
		Ok(())
	}
}

/// Positions in strictly ascending order cannot be listed twice.
fn is_strictly_ascending(settlements: &[(PositionId, i64)]) -> bool {
	let positions = settlements.iter().map(|(position, _)| position);
	positions.clone().zip(positions.skip(1)).all(|(position, next)| position < next)
}

fn is_conserving(settlements: &[(PositionId, i64)]) -> bool {
	let mut changes = settlements.iter().map(|(_, change)| i128::from(*change));
	// As many numbers as memory holds, of 64 bits each, do not fill 128.
	changes.try_fold(0i128, i128::checked_add) == Some(0)
}

fn settle<T: Config>(record: &mut Position, change: i64) -> DispatchResult {
	let refusal = if change < 0 { Error::<T>::NegativeEquity } else { Error::<T>::QuantizationOverflow };
	record.equity = record.equity.checked_add_signed(change).ok_or(refusal)?;
	Ok(())
}
