//! Why the pallet refuses a call (specification, section 4.3), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod errors {
	/// Why a call was refused. The indices follow the list of the specification.
	#[pallet::error]
	pub enum Error<T> {
		/// No operation of that id is open.
		#[codec(index = 0)]
		OperationNotFound,
		/// The delay is below that of the track.
		#[codec(index = 1)]
		DelayTooShort,
		/// The delay is above the maximum of the track.
		#[codec(index = 2)]
		DelayTooLong,
		/// The track cannot have this delay.
		#[codec(index = 3)]
		DelayOutOfBounds,
		/// As many operations are open as may be.
		#[codec(index = 4)]
		TooManyOperations,
		/// The delay of the operation is not over.
		#[codec(index = 5)]
		TooEarly,
		/// The grace period of the operation is over.
		#[codec(index = 6)]
		Expired,
		/// The operation can still be executed.
		#[codec(index = 7)]
		NotExpired,
		/// The call of the operation is not stored any more.
		#[codec(index = 8)]
		PreimageUnavailable,
		/// The runtime does not understand the call of the operation, or the call is nested too deeply.
		#[codec(index = 9)]
		UndecodableCall,
		/// The call of the operation is longer or heavier than the caller pays for.
		#[codec(index = 10)]
		BoundTooLow,
	}
}
