//! Answers of queries.

use super::{ForcedRequest, RequestKind};
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use tidepool_primitives::Seconds;

/// What the exchange owes, quantized.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Totals {
	/// Deposits that the operator has not accepted.
	pub pending_deposits: u128,
	/// Equity of all positions.
	pub equity: u128,
	/// Credited, but not yet paid out.
	pub pending_withdrawals: u128,
}

impl Totals {
	/// All of it; saturates where no token has as many units.
	pub fn sum(&self) -> u128 {
		self.pending_deposits.saturating_add(self.equity).saturating_add(self.pending_withdrawals)
	}
}

/// A forced request that is open, with its deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct OpenRequest {
	/// What is demanded.
	pub kind: RequestKind,
	/// When it was demanded.
	pub requested_at: Seconds,
	/// From when on anybody may freeze the exchange because of it.
	pub deadline: Seconds,
}

impl OpenRequest {
	/// The request with a deadline.
	pub fn new(request: ForcedRequest, deadline: Seconds) -> Self {
		Self { kind: request.kind, requested_at: request.requested_at, deadline }
	}
}
