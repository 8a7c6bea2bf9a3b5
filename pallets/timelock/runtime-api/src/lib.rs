//! Runtime API of the timelock pallet: what is queued, and under which rules.
//!
//! Every answer is that of the block it is asked at and changes nothing. Times are in seconds. polkadot.js offers the
//! methods as `api.call.timelockApi.*`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use pallet_timelock::types::{OperationId, OperationInfo, TrackId, TrackParameters};
use tidepool_primitives::Seconds;

sp_api::decl_runtime_apis! {
	/// Reads of the timelock.
	pub trait TimelockApi<AccountId, Call>
	where
		AccountId: Codec,
		Call: Codec,
	{
		/// All open operations, by id.
		fn open_operations() -> Vec<OperationInfo<Call>>;
		/// An open operation; `None` when there is none of that id (any more).
		fn operation(id: OperationId) -> Option<OperationInfo<Call>>;
		/// Account that holds the roles of a track. Nobody has its key.
		fn track_account(track: TrackId) -> AccountId;
		/// Delay of a track: the least one for an operation that is queued now.
		fn delay(track: TrackId) -> Seconds;
		/// Limits of a track: what its delay can be, and the grace of its operations.
		fn track_parameters(track: TrackId) -> TrackParameters;
	}
}
