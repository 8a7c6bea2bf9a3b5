//! Why the pallet refuses a call (specification, section 5.11), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod errors {
	/// Why a call was refused. The indices follow the list of the specification.
	#[pallet::error]
	pub enum Error<T> {
		/// The caller does not hold the role that the call needs.
		#[codec(index = 0)]
		MissingRole,
		/// Epoch zero has not started yet.
		#[codec(index = 1)]
		EpochZeroNotStarted,
		/// Epoch zero cannot be set to start now or in the past.
		#[codec(index = 2)]
		EpochZeroInPast,
		/// Not possible in the blackout window.
		#[codec(index = 3)]
		InBlackoutWindow,
		/// The change would put the present into a blackout window.
		#[codec(index = 4)]
		WouldEnterBlackoutWindow,
		/// The change would give the running epoch another number.
		#[codec(index = 5)]
		EpochNumberChanged,
		/// A blackout window may be at most half an epoch.
		#[codec(index = 6)]
		BlackoutWindowTooLong,
		/// The blackout window is below its minimum.
		#[codec(index = 7)]
		BlackoutWindowTooShort,
		/// The epoch is above its maximum length.
		#[codec(index = 8)]
		EpochTooLong,
		/// More than the active balance of the next epoch.
		#[codec(index = 10)]
		InsufficientActiveBalance,
		/// More than the active balance that is not requested for withdrawal.
		#[codec(index = 11)]
		InsufficientTransferableBalance,
		/// More than the spender may transfer.
		#[codec(index = 12)]
		InsufficientAllowance,
		/// More than the pool holds at present; borrowers have the rest.
		#[codec(index = 13)]
		InsufficientLiquidity,
		/// More than the inactive balance of the running epoch.
		#[codec(index = 14)]
		InsufficientInactiveBalance,
		/// The whole distribution at this rate would not fit an accrued reward.
		#[codec(index = 27)]
		RewardsRateTooHigh,
		/// More shortfalls are unsettled than one call may apply.
		#[codec(index = 29)]
		TooManyUnsettledShortfalls,
		/// The books contradict each other. Cannot happen.
		#[codec(index = 30)]
		InternalInconsistency,
	}
}
