//! The epoch schedule and its limits.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tidepool_primitives::{Epoch, EpochParameters, Seconds};

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
