//! How deep in other calls those may be that carry out what somebody else has decided.
//!
//! Every dispatch opens a layer of storage, and there can be no more than 255. Whoever closes a motion or executes an operation
//! chooses how many are open already: out of 254 nested batches, the decided call would find no room and fail, but the
//! motion would be used up. Therefore such calls are refused unless there is room for everything that they may carry out.

use crate::RuntimeCall;
use frame_support::{
	storage::{
		transactional::{Layer, TRANSACTION_LEVEL_KEY},
		unhashed,
	},
	traits::Contains,
};

/// Layers that may be open when such a call begins: room for a delegate of a multisig that sends a batch. What it carries out
/// has the other 239.
pub const MAX_LAYERS_ABOVE: Layer = 16;

/// The filter of all calls.
pub struct RoomToCarryOut;

impl Contains<RuntimeCall> for RoomToCarryOut {
	fn contains(call: &RuntimeCall) -> bool {
		!carries_out(call) || open_layers() <= MAX_LAYERS_ABOVE
	}
}

/// Calls that carry out another one, which is gone afterwards whatever became of it.
fn carries_out(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Council(pallet_collective::Call::close { .. })
			| RuntimeCall::Timelock(pallet_timelock::Call::execute { .. })
			| RuntimeCall::Multisig(pallet_multisig::Call::as_multi { .. })
			| RuntimeCall::Proxy(pallet_proxy::Call::proxy_announced { .. })
	)
}

fn open_layers() -> Layer {
	unhashed::get_or_default(TRANSACTION_LEVEL_KEY)
}
