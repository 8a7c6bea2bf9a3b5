//! Execution of operations (specification, sections 4.3 and 4.4).

use crate::{
	types::{Operation, OperationId, Status},
	CallOf, Config, Error, Event, Origin, Pallet, TrackId, WeightInfo,
};
use frame_support::{
	dispatch::{extract_actual_weight, DispatchResultWithPostInfo, GetDispatchInfo},
	ensure,
	pallet_prelude::{DispatchError, Weight},
	storage::with_storage_layer,
	traits::{Contains, QueryPreimage},
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use sp_runtime::traits::Dispatchable;

impl<T: Config> Pallet<T> {
	/// Executes an operation and returns the weight of all that.
	pub(crate) fn do_execute(
		id: OperationId,
		length_bound: u32,
		weight_bound: Weight,
	) -> Result<Weight, DispatchError> {
		let operation = Self::open_operation(id)?;
		match operation.status(Self::now()) {
			Status::Waiting => return Err(Error::<T>::TooEarly.into()),
			Status::Expired => return Err(Error::<T>::Expired.into()),
			Status::Executable => {},
		}
		let (call, length) = Self::load(&operation, length_bound)?;
		let info = call.get_dispatch_info();
		ensure!(info.total_weight().all_lte(weight_bound), Error::<T>::BoundTooLow);

		let result = Self::dispatch_operation(id, &operation, call);
		let used = extract_actual_weight(&result, &info);
		Self::deposit_event(match result {
			Ok(_) => Event::Executed { id },
			Err(failure) => Event::ExecutionFailed { id, error: failure.error },
		});
		Ok(T::WeightInfo::execute(length).saturating_add(used))
	}

	/// The call of an operation, and its length.
	fn load(operation: &Operation<CallOf<T>>, length_bound: u32) -> Result<(CallOf<T>, u32), DispatchError> {
		ensure!(T::Preimages::have(&operation.call), Error::<T>::PreimageUnavailable);
		let length = operation.call.len().ok_or(Error::<T>::PreimageUnavailable)?;
		// Before anything is read, or strangers would have long calls read that they do not pay for.
		ensure!(length <= length_bound, Error::<T>::BoundTooLow);
		let call = Self::decoded_call(&Self::encoded_call(&operation.call)?)?;
		Ok((call, length))
	}

	/// Closes an operation and does what it is about; or neither, if that fails.
	fn dispatch_operation(
		id: OperationId,
		operation: &Operation<CallOf<T>>,
		call: CallOf<T>,
	) -> DispatchResultWithPostInfo {
		let origin = Self::dispatch_origin(operation.track, &call);
		with_storage_layer(|| {
			// First, so that the call cannot reach its own operation.
			Self::close(id, operation);
			call.dispatch(origin)
		})
	}

	/// As whom an operation acts: as its track, or as root for the few calls that only root can make.
	fn dispatch_origin(track: TrackId, call: &CallOf<T>) -> OriginFor<T> {
		if track == TrackId::Long && T::RootCalls::contains(call) {
			return RawOrigin::Root.into();
		}
		<T as Config>::RuntimeOrigin::from(Origin::Track(track)).into()
	}
}
