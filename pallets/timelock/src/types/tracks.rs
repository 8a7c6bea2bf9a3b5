//! The tracks and their limits (specification, section 4.1).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use tidepool_primitives::Seconds;

const DAY: Seconds = 86_400;

/// A track: how long its operations wait, and as whom they act.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum TrackId {
	/// Without a delay of its own: for what only tightens.
	#[codec(index = 0)]
	Instant,
	/// For what the guardian of the borrowers decides.
	#[codec(index = 1)]
	Short,
	/// For what governs the chain itself.
	#[codec(index = 2)]
	Long,
}

impl TrackId {
	/// All tracks, by number.
	pub const ALL: [Self; 3] = [Self::Instant, Self::Short, Self::Long];

	/// Whether the operations of the track must wait under all circumstances.
	pub const fn always_waits(self) -> bool {
		!matches!(self, Self::Instant)
	}
}

/// Limits of a track, in seconds: written at genesis, changeable by no call.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackParameters {
	/// The delay until the track sets another one.
	pub default_delay: Seconds,
	/// Shortest delay the track can have.
	pub min_delay: Seconds,
	/// Longest delay the track, or a single operation of it, can have.
	pub max_delay: Seconds,
	/// How long an operation can be executed once its delay is over.
	pub grace: Seconds,
}

impl TrackParameters {
	/// The limits of a track in production.
	pub const fn production(track: TrackId) -> Self {
		let (default_delay, min_delay, max_delay) = match track {
			TrackId::Instant => (0, 0, DAY),
			TrackId::Short => (2 * DAY, DAY, 7 * DAY),
			TrackId::Long => (7 * DAY, 5 * DAY, 21 * DAY),
		};
		Self { default_delay, min_delay, max_delay, grace: 7 * DAY }
	}

	/// Whether the track can have this delay.
	pub const fn permit(&self, delay: Seconds) -> bool {
		self.min_delay <= delay && delay <= self.max_delay
	}

	/// Whether `track` can have these limits, or else why not.
	pub const fn check(&self, track: TrackId) -> Result<(), &'static str> {
		if !self.permit(self.default_delay) {
			return Err("the default delay must lie between the minimum and the maximum");
		}
		if self.grace == 0 {
			return Err("the grace period must not be 0");
		}
		if track.always_waits() && self.min_delay == 0 {
			return Err("the minimum delay must not be 0");
		}
		Ok(())
	}
}
