//! Answers to queries: nothing written.

use crate::{
	types::{BoundedCall, ExecutionBounds, Operation, OperationId, OperationInfo},
	CallOf, Config, Operations, Pallet,
};
use alloc::vec::Vec;
use frame_support::dispatch::GetDispatchInfo;

impl<T: Config> Pallet<T> {
	/// All open operations, by id.
	pub(crate) fn described_operations() -> Vec<OperationInfo<CallOf<T>>> {
		let mut list: Vec<_> =
			Operations::<T>::iter().map(|(id, operation)| Self::described(id, operation)).collect();
		list.sort_by_key(|operation| operation.id);
		list
	}

	/// Everything about an operation.
	pub(crate) fn described(id: OperationId, operation: Operation<CallOf<T>>) -> OperationInfo<CallOf<T>> {
		let (call, bounds) = Self::read(&operation.call).unzip();
		OperationInfo {
			id,
			track: operation.track,
			status: operation.status(Self::now()),
			queued_at: operation.queued_at,
			eta: operation.eta,
			expires_at: operation.expires_at,
			call_hash: operation.call_hash,
			bounds,
			call,
		}
	}

	/// A stored call, and what `execute` needs to be told about it.
	fn read(stored: &BoundedCall<CallOf<T>>) -> Option<(CallOf<T>, ExecutionBounds)> {
		let encoded = Self::encoded_call(stored).ok()?;
		let call = Self::decoded_call(&encoded).ok()?;
		let length = u32::try_from(encoded.len()).ok()?;
		let weight = call.get_dispatch_info().total_weight();
		Some((call, ExecutionBounds { length, weight }))
	}
}
