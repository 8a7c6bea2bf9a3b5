//! State of the exchange as a whole (specification, section 5).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use tidepool_primitives::Seconds;

/// What the last batch left behind.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ExchangeState {
	/// Number of the batch; 0 before the first one.
	pub batch_id: u64,
	/// State root that the next batch has to build on.
	pub state_root: H256,
	/// System time of the batch, in seconds since the Unix epoch.
	pub system_time: Seconds,
}

/// A freeze.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Freeze {
	/// When it began.
	pub frozen_at: Seconds,
	/// From when on governance may end it.
	pub unfreeze_allowed_at: Seconds,
}
