//! How deep in other calls those may be that carry out what somebody else has decided.
//!
//! Every dispatch opens a layer of storage, and there can be no more than 255. Whoever closes a motion, executes an operation, or
//! brings the last approval chooses how many are open already: out of 254 nested batches, the decided call would find no room
//! and fail, but the decision would be used up. Therefore such calls are refused, and nothing is used up, unless there is room.

use super::accounts::ProxyType;
use crate::RuntimeCall;
use frame_support::{
	storage::{
		transactional::{Layer, TRANSACTION_LEVEL_KEY},
		unhashed,
	},
	traits::{Contains, InstanceFilter},
};

/// Layers that may be open when such a call begins: enough for a delegate of a multisig that sends a batch. What it carries out
/// has more than 230 of its own.
pub const MAX_LAYERS_ABOVE: Layer = 16;

/// Layers that a call around another one is taken to open. Some open one only; the estimate errs towards refusing.
const LAYERS_PER_CALL: Layer = 2;

/// Refuses what would use up a decision without effect.
pub struct RoomToCarryOut;

impl Contains<RuntimeCall> for RoomToCarryOut {
	fn contains(call: &RuntimeCall) -> bool {
		!uses_up_a_decision(call) || has_room(call, open_layers())
	}
}

/// Whether `call` carries out another one, which is gone afterwards whatever became of it.
fn uses_up_a_decision(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Council(pallet_collective::Call::close { .. })
			| RuntimeCall::Timelock(pallet_timelock::Call::execute { .. })
			| RuntimeCall::Multisig(pallet_multisig::Call::as_multi { .. })
			| RuntimeCall::Proxy(pallet_proxy::Call::proxy_announced { .. })
	)
}

/// Whether `call`, with `layers` open, and all calls inside it that use up a decision have room. One that is refused further
/// inside would have been used up by the one around it.
fn has_room(call: &RuntimeCall, layers: Layer) -> bool {
	let inside = layers.saturating_add(LAYERS_PER_CALL);
	(!uses_up_a_decision(call) || layers <= MAX_LAYERS_ABOVE)
		&& is_for_its_delegate(call)
		&& carried(call).into_iter().all(|call| has_room(call, inside))
}

/// Anybody can carry out what a delegate has announced, and must not do it in the name of a proxy that may not.
fn is_for_its_delegate(call: &RuntimeCall) -> bool {
	match call {
		RuntimeCall::Proxy(pallet_proxy::Call::proxy_announced {
			force_proxy_type: Some(kind),
			call,
			..
		}) => ProxyType::filter(kind, call),
		_ => true,
	}
}

/// The calls that `call` dispatches as one of its arguments.
fn carried(call: &RuntimeCall) -> alloc::vec::Vec<&RuntimeCall> {
	use pallet_collective::Call as Council;
	use pallet_multisig::Call as Multisig;
	use pallet_proxy::Call as Proxy;
	use pallet_utility::Call as Utility;
	match call {
		RuntimeCall::Utility(
			Utility::batch { calls } | Utility::batch_all { calls } | Utility::force_batch { calls },
		) => calls.iter().collect(),
		RuntimeCall::Utility(Utility::if_else { main, fallback }) => alloc::vec![main, fallback],
		RuntimeCall::Utility(Utility::as_derivative { call, .. })
		| RuntimeCall::Multisig(
			Multisig::as_multi { call, .. } | Multisig::as_multi_threshold_1 { call, .. },
		)
		| RuntimeCall::Proxy(Proxy::proxy { call, .. } | Proxy::proxy_announced { call, .. })
		| RuntimeCall::Council(
			Council::execute { proposal: call, .. }
			| Council::propose { proposal: call, threshold: 0 | 1, .. },
		) => alloc::vec![call],
		_ => alloc::vec::Vec::new(),
	}
}

fn open_layers() -> Layer {
	unhashed::get_or_default(TRANSACTION_LEVEL_KEY)
}
