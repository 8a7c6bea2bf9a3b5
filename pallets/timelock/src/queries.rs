//! Answers to queries: nothing written.

use crate::{
	types::{ExecutionBounds, Operation, OperationId, OperationInfo},
	CallOf, Config, Operations, Pallet,
};
use alloc::{borrow::Cow, vec::Vec};
use frame_support::dispatch::GetDispatchInfo;

impl<T: Config> Pallet<T> {
	/// All open operations, by id.
	pub(crate) fn described_operations() -> Vec<OperationInfo> {
		let mut list: Vec<_> =
			Operations::<T>::iter().map(|(id, operation)| Self::described(id, operation)).collect();
		list.sort_by_key(|operation| operation.id);
		list
	}

	/// Everything about an operation.
	pub(crate) fn described(id: OperationId, operation: Operation<CallOf<T>>) -> OperationInfo {
		let call = Self::encoded_call(&operation.call).ok().map(Cow::into_owned);
		OperationInfo {
			id,
			track: operation.track,
			status: operation.status(Self::now()),
			queued_at: operation.queued_at,
			eta: operation.eta,
			expires_at: operation.expires_at,
			call_hash: operation.call_hash,
			bounds: call.as_deref().and_then(Self::bounds_of),
			call,
		}
	}

	/// What `execute` needs to be told about a call.
	fn bounds_of(call: &[u8]) -> Option<ExecutionBounds> {
		let length = u32::try_from(call.len()).ok()?;
		let weight = Self::decoded_call(call).ok()?.get_dispatch_info().total_weight();
		Some(ExecutionBounds { length, weight })
	}
}
