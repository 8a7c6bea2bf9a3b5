//! How operations come and go, execution aside (specification, section 4.3).

use crate::{
	types::{Operation, OperationId, Status},
	CallOf, Config, Error, Event, NextOperationId, Operations, Pallet, TrackId,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use sp_runtime::ArithmeticError;
use tidepool_primitives::Seconds;

impl<T: Config> Pallet<T> {
	/// Queues an operation.
	pub(crate) fn do_queue(track: TrackId, call: CallOf<T>, delay: Option<Seconds>) -> DispatchResult {
		let (least, parameters) = (Self::delay(track), Self::track_parameters(track));
		let delay = delay.unwrap_or(least);
		ensure!(delay >= least, Error::<T>::DelayTooShort);
		ensure!(delay <= parameters.max_delay, Error::<T>::DelayTooLong);
		ensure!(Operations::<T>::count() < T::MaxOpenOperations::get(), Error::<T>::TooManyOperations);

		let queued_at = Self::now();
		let eta = queued_at.checked_add(delay).ok_or(ArithmeticError::Overflow)?;
		let expires_at = eta.checked_add(parameters.grace).ok_or(ArithmeticError::Overflow)?;
		let id = NextOperationId::<T>::get();
		let next_id = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		let (call, call_hash) = Self::hold(call)?;
		NextOperationId::<T>::put(next_id);
		Operations::<T>::insert(id, Operation { track, call, call_hash, queued_at, eta, expires_at });
		Self::deposit_event(Event::Queued { id, track, call_hash, eta, expires_at });
		Ok(())
	}

	/// An open operation.
	pub(crate) fn open_operation(id: OperationId) -> Result<Operation<CallOf<T>>, Error<T>> {
		Operations::<T>::get(id).ok_or(Error::<T>::OperationNotFound)
	}

	/// Takes an operation out of storage, and its call.
	pub(crate) fn close(id: OperationId, operation: &Operation<CallOf<T>>) {
		Operations::<T>::remove(id);
		Self::release(&operation.call);
	}

	/// Cancels an operation.
	pub(crate) fn do_cancel(id: OperationId, operation: &Operation<CallOf<T>>) {
		Self::close(id, operation);
		Self::deposit_event(Event::Cancelled { id });
	}

	/// Removes an operation whose time is over.
	pub(crate) fn do_remove_expired(id: OperationId) -> DispatchResult {
		let operation = Self::open_operation(id)?;
		ensure!(operation.status(Self::now()) == Status::Expired, Error::<T>::NotExpired);
		Self::close(id, &operation);
		Self::deposit_event(Event::ExpiredRemoved { id });
		Ok(())
	}
}
