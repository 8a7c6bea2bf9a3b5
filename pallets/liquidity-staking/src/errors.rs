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
		/// Nothing to borrow or to repay.
		#[codec(index = 9)]
		ZeroAmount,
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
		/// More than the debt owed to the staker.
		#[codec(index = 15)]
		InsufficientDebtBalance,
		/// More than repaid debt has left in the debt pot.
		#[codec(index = 16)]
		InsufficientDebtFunds,
		/// The borrower may not borrow.
		#[codec(index = 17)]
		BorrowerRestricted,
		/// More than all borrowers together may still take.
		#[codec(index = 18)]
		ExceedsAvailableToBorrow,
		/// More than the borrower's share allows.
		#[codec(index = 19)]
		ExceedsAllocation,
		/// More than the borrower has borrowed.
		#[codec(index = 20)]
		RepayExceedsBorrowed,
		/// More than the borrower's debt.
		#[codec(index = 21)]
		RepayExceedsDebt,
		/// The borrower is within its share.
		#[codec(index = 22)]
		BorrowerNotOverdue,
		/// The pool is solvent.
		#[codec(index = 23)]
		NoShortfall,
		/// The listed borrowers owe less beyond their shares than the pool is short of.
		#[codec(index = 24)]
		ShortfallNotCovered,
		/// A target is listed twice.
		#[codec(index = 25)]
		DuplicateBorrower,
		/// The new units of the listed targets do not add up to the units they have for the next epoch.
		#[codec(index = 26)]
		AllocationSumChanged,
		/// The whole distribution at this rate would not fit an accrued reward.
		#[codec(index = 27)]
		RewardsRateTooHigh,
		/// Before the epoch of the record, or in the future.
		#[codec(index = 28)]
		InvalidMaxEpoch,
		/// More shortfalls are unsettled than one call may apply.
		#[codec(index = 29)]
		TooManyUnsettledShortfalls,
		/// The books contradict each other. Cannot happen.
		#[codec(index = 30)]
		InternalInconsistency,
	}
}
