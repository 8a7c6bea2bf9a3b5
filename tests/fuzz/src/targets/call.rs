//! Bytes as a transaction would bring them, decoded and dispatched by people with every kind of role.

use crate::chain::*;
use codec::DecodeLimit;
use sp_runtime::traits::Dispatchable;
use tidepool_runtime::{RuntimeCall, RuntimeOrigin};

/// As deep as the runtime lets calls in calls be.
const DEPTH: u32 = frame_support::MAX_EXTRINSIC_DEPTH;

/// Who signs: a stranger, a member of the council, an owner of a proxy, the operator of the exchange.
fn signer(number: u8) -> RuntimeOrigin {
	let name = ["Ferdie", "Alice", "Wintermute", "StarkOperator"][usize::from(number % 4)];
	RuntimeOrigin::signed(named(name))
}

/// The first byte says who signs, the rest is a call.
pub fn call(data: &[u8]) {
	let Some((who, mut bytes)) = data.split_first() else { return };
	let Ok(call) = RuntimeCall::decode_with_depth_limit(DEPTH, &mut bytes) else { return };
	on_chain(|| {
		let _ = call.dispatch(signer(*who));
		check();
	});
}
