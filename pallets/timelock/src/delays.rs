//! The clock and the delays of the tracks (specification, sections 4.1 and 4.3).

use crate::{Config, Error, Event, Pallet, TrackDelay, TrackId};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time};
use tidepool_primitives::Seconds;

const MILLISECONDS_PER_SECOND: u64 = 1_000;

impl<T: Config> Pallet<T> {
	/// The timestamp in seconds.
	pub(crate) fn now() -> Seconds {
		// Dividing by a constant that is not zero cannot fail.
		T::Time::now().checked_div(MILLISECONDS_PER_SECOND).unwrap_or_default()
	}

	/// Sets the delay of a track. Operations that wait already keep theirs.
	pub(crate) fn do_set_delay(track: TrackId, delay: Seconds) -> DispatchResult {
		ensure!(Self::track_parameters(track).permit(delay), Error::<T>::DelayOutOfBounds);
		TrackDelay::<T>::insert(track, delay);
		Self::deposit_event(Event::DelayChanged { track, delay });
		Ok(())
	}
}
