//! What the pallet reports (specification, section 4.3), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod events {
	/// What happened. The indices follow the list of the specification, so that clients keep understanding old blocks.
	/// Times are in seconds.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An operation was queued.
		#[codec(index = 0)]
		Queued {
			/// The operation.
			id: OperationId,
			/// Track on which it was queued.
			track: TrackId,
			/// BLAKE2b-256 of the encoded call.
			call_hash: H256,
			/// First second in which it can be executed.
			eta: Seconds,
			/// Last second in which it can be executed.
			expires_at: Seconds,
		},
		/// The call of an operation succeeded; the operation is closed.
		#[codec(index = 1)]
		Executed {
			/// The operation.
			id: OperationId,
		},
		/// The call of an operation failed and changed nothing; the operation stays open.
		#[codec(index = 2)]
		ExecutionFailed {
			/// The operation.
			id: OperationId,
			/// Why the call failed.
			error: DispatchError,
		},
		/// An operation was cancelled.
		#[codec(index = 3)]
		Cancelled {
			/// The operation.
			id: OperationId,
		},
		/// An expired operation was removed.
		#[codec(index = 4)]
		ExpiredRemoved {
			/// The operation.
			id: OperationId,
		},
		/// The delay of a track was set.
		#[codec(index = 5)]
		DelayChanged {
			/// The track.
			track: TrackId,
			/// Least delay of operations that are queued from now on.
			delay: Seconds,
		},
	}
}
