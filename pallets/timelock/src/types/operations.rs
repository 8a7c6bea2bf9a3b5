//! Operations: what is stored of them and what is told about them (specification, section 4.2).

use super::TrackId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Bounded, weights::Weight};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::traits::BlakeTwo256;
use tidepool_primitives::Seconds;

/// Number of an operation, from 0. No number is used twice.
pub type OperationId = u32;

/// A call, inline or as the hash of its preimage.
pub type BoundedCall<Call> = Bounded<Call, BlakeTwo256>;

/// A queued call.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[codec(mel_bound())]
pub struct Operation<Call> {
	/// Track on which it was queued.
	pub track: TrackId,
	/// What is to be done.
	pub call: BoundedCall<Call>,
	/// BLAKE2b-256 of the encoded call.
	pub call_hash: H256,
	/// When it was queued, in seconds since the Unix epoch.
	pub queued_at: Seconds,
	/// First second in which it can be executed.
	pub eta: Seconds,
	/// Last second in which it can be executed.
	pub expires_at: Seconds,
}

impl<Call> Operation<Call> {
	/// What can be done with the operation at `now`.
	pub const fn status(&self, now: Seconds) -> Status {
		if now < self.eta {
			Status::Waiting
		} else if now <= self.expires_at {
			Status::Executable
		} else {
			Status::Expired
		}
	}
}

/// What can be done with an open operation.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Status {
	/// Its delay is not over. It can be cancelled.
	#[codec(index = 0)]
	Waiting,
	/// It can be executed, and cancelled.
	#[codec(index = 1)]
	Executable,
	/// Its grace period is over. It can be removed.
	#[codec(index = 2)]
	Expired,
}

/// What a call of the operation has to be allowed, for `execute`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ExecutionBounds {
	/// Length of the encoded call, in bytes.
	pub length: u32,
	/// Weight of the call.
	pub weight: Weight,
}

/// Everything about an open operation.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OperationInfo<Call> {
	/// Its number.
	pub id: OperationId,
	/// Track on which it was queued.
	pub track: TrackId,
	/// What can be done with it now.
	pub status: Status,
	/// When it was queued, in seconds since the Unix epoch.
	pub queued_at: Seconds,
	/// First second in which it can be executed.
	pub eta: Seconds,
	/// Last second in which it can be executed.
	pub expires_at: Seconds,
	/// BLAKE2b-256 of the encoded call.
	pub call_hash: H256,
	/// The call; `None` when its preimage is gone or it cannot be decoded.
	pub call: Option<Call>,
	/// The least bounds that `execute` accepts; `None` without the call.
	pub bounds: Option<ExecutionBounds>,
}
