//! The invariants of section 4.5 of the specification, checked over the whole state. Off-chain cost only.
//!
//! G2 (no operation before its time or after it) and G3 (none succeeds twice) are about the past: the random sequences
//! check them.

use crate::{
	types::{Operation, OperationId},
	CallOf, Config, NextOperationId, Operations, Pallet, TrackDelay, TrackId,
};
use frame_support::{
	ensure,
	traits::{Get, QueryPreimage},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that applies to the present state.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for track in TrackId::ALL {
			Self::check_track(track)?;
		}
		let mut stored: u32 = 0;
		for (id, operation) in Operations::<T>::iter() {
			stored = stored.saturating_add(1);
			Self::check_times(&operation)?;
			Self::check_call(&operation)?;
			Self::check_id(id)?;
		}
		ensure!(Operations::<T>::count() == stored, "G7: the operations are miscounted");
		ensure!(stored <= T::MaxOpenOperations::get(), "G7: too many operations");
		Ok(())
	}

	fn check_track(track: TrackId) -> Result<(), TryRuntimeError> {
		let parameters = Self::track_parameters(track);
		parameters.check(track)?;
		if let Some(delay) = TrackDelay::<T>::get(track) {
			ensure!(parameters.permit(delay), "G5: a delay is out of bounds");
		}
		let account = Self::track_account(track);
		ensure!(
			frame_system::Pallet::<T>::providers(&account) > 0,
			"4.1: the account of a track has no provider"
		);
		Ok(())
	}

	fn check_times(operation: &Operation<CallOf<T>>) -> Result<(), TryRuntimeError> {
		let parameters = Self::track_parameters(operation.track);
		ensure!(operation.queued_at <= Self::now(), "G1: queued in the future");
		let delay = operation.eta.checked_sub(operation.queued_at);
		ensure!(delay.is_some_and(|delay| parameters.permit(delay)), "G1: eta out of bounds");
		let expiry = operation.eta.checked_add(parameters.grace);
		ensure!(expiry == Some(operation.expires_at), "G1: expiry is not eta + grace");
		Ok(())
	}

	fn check_call(operation: &Operation<CallOf<T>>) -> Result<(), TryRuntimeError> {
		if let Some(hash) = operation.call.lookup_hash() {
			ensure!(T::Preimages::is_requested(&hash), "G4: a preimage is not requested");
		}
		ensure!(Self::encoded_call(&operation.call).is_ok(), "G4: a preimage is missing");
		ensure!(operation.call.hash() == operation.call_hash, "G4: the hash of a call is wrong");
		Ok(())
	}

	fn check_id(id: OperationId) -> Result<(), TryRuntimeError> {
		ensure!(id < NextOperationId::<T>::get(), "G6: an id was not given out");
		Ok(())
	}
}
