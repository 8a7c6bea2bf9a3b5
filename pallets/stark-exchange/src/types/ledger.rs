//! What users have on the exchange (specification, section 5).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tidepool_primitives::{Seconds, StarkKey};

/// A position. It stays for ever, like the key it belongs to.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Position {
	/// Key that it belongs to.
	pub key: StarkKey,
	/// Quantized worth as of the last batch.
	pub equity: u64,
	/// Number of forced requests that are open for it.
	pub open_forced: u32,
}

/// A deposit that the operator has not accepted. Removed with its last unit.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PendingDeposit {
	/// Quantized amount, never 0.
	pub amount: u64,
	/// When the key's owner asked for it back; `None` if it did not.
	pub cancel_requested_at: Option<Seconds>,
}
