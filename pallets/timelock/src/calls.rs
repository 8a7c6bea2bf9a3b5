//! The calls (specification, section 4.3), a part of the pallet module.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet module.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Queues `call` on `track` (specification, 4.3).
		///
		/// ## Dispatch Origin
		/// The `QueueOrigin` of the track.
		///
		/// ## Details
		/// From the end of the delay until the end of the track's grace period, anybody may execute the operation. A
		/// call that is queued several times makes as many operations.
		///
		/// ## Parameters
		/// - `track`: decides the least delay, the grace period and the origin of the call.
		/// - `call`: what is to be done.
		/// - `delay`: seconds to wait, `None` for the delay of the track.
		///
		/// ## Errors
		/// - [`Error::DelayTooShort`], [`Error::DelayTooLong`], [`Error::TooManyOperations`], in this order
		/// - [`DispatchError::Exhausted`] when the call is longer than a preimage may be
		/// - [`ArithmeticError::Overflow`](sp_runtime::ArithmeticError::Overflow) at the end of time or of the ids
		///
		/// ## Events
		/// - [`Event::Queued`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::queue(preimages::encoded_length(call)))]
		pub fn queue(
			origin: OriginFor<T>,
			track: TrackId,
			call: Box<CallOf<T>>,
			delay: Option<Seconds>,
		) -> DispatchResult {
			T::QueueOrigin::ensure_origin(origin, &track)?;
			Self::do_queue(track, *call, delay)
		}

		/// Executes an operation (specification, 4.3).
		///
		/// ## Dispatch Origin
		/// Signed by anybody, so that nobody can prevent what was decided.
		///
		/// ## Details
		/// The call is dispatched with the origin of the track. If it fails, it has changed nothing, the operation stays
		/// open until it expires, and this call succeeds all the same. A call cannot reach the operation that it
		/// belongs to.
		///
		/// ## Parameters
		/// - `id`: the operation.
		/// - `length_bound`: at least the length of the encoded call, in bytes.
		/// - `weight_bound`: at least the weight of the call. What it does not use is not paid for.
		///
		/// ## Errors
		/// - [`Error::OperationNotFound`], [`Error::TooEarly`], [`Error::Expired`], [`Error::PreimageUnavailable`],
		///   [`Error::UndecodableCall`], [`Error::BoundTooLow`], in this order; except that a call above
		///   `length_bound` is not even read
		///
		/// ## Events
		/// - [`Event::Executed`] or [`Event::ExecutionFailed`], after those of the call
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::execute(*length_bound).saturating_add(*weight_bound))]
		pub fn execute(
			origin: OriginFor<T>,
			id: OperationId,
			length_bound: u32,
			weight_bound: Weight,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let used = Self::do_execute(id, length_bound, weight_bound)?;
			Ok(Some(used).into())
		}

		/// Cancels an operation (specification, 4.3).
		///
		/// ## Dispatch Origin
		/// The `CancelOrigin` of the operation's track.
		///
		/// ## Details
		/// Possible as long as the operation is open, also when it has expired.
		///
		/// ## Parameters
		/// - `id`: the operation.
		///
		/// ## Errors
		/// - [`Error::OperationNotFound`]
		///
		/// ## Events
		/// - [`Event::Cancelled`]
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::cancel())]
		pub fn cancel(origin: OriginFor<T>, id: OperationId) -> DispatchResult {
			let operation = Self::open_operation(id)?;
			T::CancelOrigin::ensure_origin(origin, &operation.track)?;
			Self::do_cancel(id, &operation);
			Ok(())
		}

		/// Removes an operation that nobody can execute any more (specification, 4.3).
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Parameters
		/// - `id`: the operation.
		///
		/// ## Errors
		/// - [`Error::OperationNotFound`], [`Error::NotExpired`], in this order
		///
		/// ## Events
		/// - [`Event::ExpiredRemoved`]
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::remove_expired())]
		pub fn remove_expired(origin: OriginFor<T>, id: OperationId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove_expired(id)
		}

		/// Sets the delay of a track (specification, 4.3).
		///
		/// ## Dispatch Origin
		/// The track itself, that is, an operation of it.
		///
		/// ## Details
		/// Applies to operations that are queued afterwards.
		///
		/// ## Parameters
		/// - `track`: the track.
		/// - `delay`: seconds between the bounds of the track, both included.
		///
		/// ## Errors
		/// - [`Error::DelayOutOfBounds`]
		///
		/// ## Events
		/// - [`Event::DelayChanged`]
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_delay())]
		pub fn set_delay(origin: OriginFor<T>, track: TrackId, delay: Seconds) -> DispatchResult {
			Self::ensure_from_track(&origin, track)?;
			Self::do_set_delay(track, delay)
		}
	}
}
