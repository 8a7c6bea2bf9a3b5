//! Forced requests and what becomes of them (specification, sections 6.2 and 6.3).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tidepool_primitives::{ForcedTradeArgs, PositionId, Seconds, StarkKey};

/// What a forced request demands.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum RequestKind {
	/// Equity is to be credited as withdrawable.
	#[codec(index = 0)]
	Withdrawal {
		/// Key of the position.
		key: StarkKey,
		/// Position that pays.
		position: PositionId,
		/// Quantized amount.
		amount: u64,
	},
	/// Two positions are to trade.
	#[codec(index = 1)]
	Trade {
		/// The trade.
		args: ForcedTradeArgs,
		/// Whether the operator may carry it out no further than it closes positions of party A.
		reduce_only: bool,
	},
}

impl RequestKind {
	/// The position that the request was made for.
	pub fn position(&self) -> PositionId {
		match self {
			RequestKind::Withdrawal { position, .. } => *position,
			RequestKind::Trade { args, .. } => args.position_a,
		}
	}

	/// The key that the request was made for.
	pub fn key(&self) -> &StarkKey {
		match self {
			RequestKind::Withdrawal { key, .. } => key,
			RequestKind::Trade { args, .. } => &args.key_a,
		}
	}
}

/// A forced request that the operator has not served.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ForcedRequest {
	/// What is demanded.
	pub kind: RequestKind,
	/// When it was demanded.
	pub requested_at: Seconds,
}

/// What became of a forced request.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ForcedOutcome {
	/// It was carried out.
	#[codec(index = 0)]
	Executed,
	/// It was turned down.
	#[codec(index = 1)]
	Rejected(RejectionReason),
}

/// Why the operator turned a forced request down.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum RejectionReason {
	/// The position has less equity than the withdrawal demands. Checked.
	#[codec(index = 0)]
	InsufficientEquity,
	/// The position would no longer meet its margin requirement. Trusted in this version.
	#[codec(index = 1)]
	MarginRequirement,
	/// The trade cannot be carried out. Trusted in this version.
	#[codec(index = 2)]
	TradeNotExecutable,
}
