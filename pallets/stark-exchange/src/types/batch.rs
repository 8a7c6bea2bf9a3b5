//! What the operator submits (specification, section 6.3).

use super::ForcedOutcome;
use crate::Config;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedVec, CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound};
use scale_info::TypeInfo;
use sp_core::H256;
use tidepool_primitives::{PositionId, Seconds, StarkKey, StarkSignature};

/// A transfer between two positions, signed by the sender's key. The encoding is what is signed: 40 bytes, the fields in
/// this order, little-endian.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TransferOrder {
	/// Position that pays.
	pub from: PositionId,
	/// Position that is paid.
	pub to: PositionId,
	/// Quantized amount.
	pub amount: u64,
	/// Tells otherwise equal transfers apart.
	pub nonce: u64,
	/// Last system time at which a batch may carry it out, in seconds since the Unix epoch.
	pub expiration: Seconds,
}

/// A state update. Its parts take effect in the order of the fields, each item on what the ones before it left.
#[derive(
	CloneNoBound,
	DebugNoBound,
	DefaultNoBound,
	EqNoBound,
	PartialEqNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
)]
#[scale_info(skip_type_params(T))]
pub struct UpdateBatch<T: Config> {
	/// Number of the batch: one more than the last one.
	pub batch_id: u64,
	/// State root that the batch builds on.
	pub previous_state_root: H256,
	/// State root after the batch.
	pub new_state_root: H256,
	/// Time of the operator's system, in seconds since the Unix epoch.
	pub system_time: Seconds,
	/// Deposits to accept: key, position and quantized amount.
	pub deposits: BoundedVec<(StarkKey, PositionId, u64), T::MaxDepositsPerBatch>,
	/// Transfers with the signatures of the senders.
	pub transfers: BoundedVec<(TransferOrder, StarkSignature), T::MaxTransfersPerBatch>,
	/// Changes of equity, quantized, with strictly ascending positions; they add up to zero.
	pub settlements: BoundedVec<(PositionId, i64), T::MaxSettlementsPerBatch>,
	/// What became of forced requests.
	pub forced: BoundedVec<(H256, ForcedOutcome), T::MaxForcedPerBatch>,
	/// Equity to credit as withdrawable: key, position and quantized amount.
	pub withdrawals: BoundedVec<(StarkKey, PositionId, u64), T::MaxWithdrawalsPerBatch>,
}

impl<T: Config> UpdateBatch<T> {
	/// How many deposits, transfers, settlements, served requests and withdrawals there are.
	pub fn counts(&self) -> [u32; 5] {
		[
			self.deposits.len(),
			self.transfers.len(),
			self.settlements.len(),
			self.forced.len(),
			self.withdrawals.len(),
		]
		// Each is bounded by a u32.
		.map(|length| u32::try_from(length).unwrap_or(u32::MAX))
	}
}
