//! Why the pallet refuses a call (specification, section 7), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod errors {
	/// Why a call was refused. The indices follow the list of the specification.
	#[pallet::error]
	pub enum Error<T> {
		/// The key is not the canonical encoding of a point on the curve.
		#[codec(index = 0)]
		InvalidStarkKey,
		/// The key is registered already, and keys stay with their account.
		#[codec(index = 1)]
		KeyAlreadyRegistered,
		/// Nobody has registered the key.
		#[codec(index = 2)]
		KeyNotRegistered,
		/// The account has as many keys as it may have.
		#[codec(index = 3)]
		TooManyKeys,
		/// The signature was not made with the key over this message on this chain.
		#[codec(index = 4)]
		InvalidSignature,
		/// The key is registered to another account.
		#[codec(index = 5)]
		NotKeyOwner,
		/// Not possible while the exchange is frozen.
		#[codec(index = 6)]
		Frozen,
		/// Only possible while the exchange is frozen.
		#[codec(index = 7)]
		NotFrozen,
		/// The amount is zero.
		#[codec(index = 8)]
		ZeroAmount,
		/// The position does not exist or belongs to another key.
		#[codec(index = 9)]
		PositionKeyMismatch,
		/// No deposit is pending.
		#[codec(index = 10)]
		DepositNotFound,
		/// The return of the deposit was not requested.
		#[codec(index = 11)]
		DepositNotCancelled,
		/// The delay of the cancellation is not over.
		#[codec(index = 12)]
		DepositLocked,
		/// Nothing is credited to the key.
		#[codec(index = 13)]
		NothingToWithdraw,
		/// More than the equity of the position.
		#[codec(index = 14)]
		InsufficientEquity,
		/// The same withdrawal is demanded already.
		#[codec(index = 15)]
		RequestAlreadyPending,
		/// The position has as many open forced requests as it may have.
		#[codec(index = 16)]
		TooManyOpenRequests,
		/// The block has as many forced requests as it may have; try again in the next one.
		#[codec(index = 17)]
		TooManyForcedRequests,
		/// Both positions are the same.
		#[codec(index = 18)]
		SamePosition,
		/// The id of the synthetic asset is zero or too large.
		#[codec(index = 19)]
		InvalidSyntheticAsset,
		/// The trade has expired.
		#[codec(index = 20)]
		TradeExpired,
		/// The trade expires too late.
		#[codec(index = 21)]
		TradeValidityTooLong,
		/// The trade is demanded already or was served.
		#[codec(index = 22)]
		TradeReplayed,
		/// The entry has not expired.
		#[codec(index = 23)]
		NotExpired,
		/// No such forced request is open.
		#[codec(index = 24)]
		RequestNotFound,
		/// The operator still has time to serve the request.
		#[codec(index = 25)]
		RequestStillPending,
		/// The request came due before the end of an earlier freeze.
		#[codec(index = 26)]
		StaleRequest,
		/// The position does not exist or has no equity.
		#[codec(index = 27)]
		NothingToEscape,
		/// The caller is no operator.
		#[codec(index = 28)]
		NotOperator,
		/// Not the number after that of the last batch.
		#[codec(index = 29)]
		WrongBatchId,
		/// Not built on the last state root, or not proved to lead to the new one.
		#[codec(index = 30)]
		WrongStateRoot,
		/// The time of the batch is too far from the chain's, or before that of the last batch.
		#[codec(index = 31)]
		SystemTimeOutOfRange,
		/// More than is pending.
		#[codec(index = 32)]
		DepositInsufficient,
		/// The account of a position may neither send nor receive transfers.
		#[codec(index = 33)]
		TransferRestricted,
		/// The transfer has expired or expires too late.
		#[codec(index = 34)]
		TransferExpired,
		/// The transfer was carried out already.
		#[codec(index = 35)]
		TransferReplayed,
		/// The positions of the settlements do not strictly ascend.
		#[codec(index = 36)]
		SettlementsNotSorted,
		/// The settlements do not add up to zero.
		#[codec(index = 37)]
		SettlementNotConserving,
		/// A settlement takes more than the equity of the position.
		#[codec(index = 38)]
		NegativeEquity,
		/// The position has enough equity for the withdrawal.
		#[codec(index = 39)]
		RejectionNotJustified,
		/// The outcome does not fit the kind of request.
		#[codec(index = 40)]
		InvalidOutcome,
		/// There are as many operators as there may be.
		#[codec(index = 41)]
		TooManyOperators,
		/// The exchange must stay frozen for longer.
		#[codec(index = 42)]
		UnfreezeTooEarly,
		/// An amount does not fit the numbers that the exchange counts in.
		#[codec(index = 43)]
		QuantizationOverflow,
	}
}
