//! What root may do here, and what nobody may do.

use super::*;
use frame_support::traits::Contains;

/// The calls of the Long track that run as root. Unlike in any real runtime the forging of origins is among them, so that
/// operations can act as people and reach the timelock from within.
pub struct Powerful;

impl Contains<RuntimeCall> for Powerful {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::System(frame_system::Call::authorize_upgrade { .. })
				| RuntimeCall::Probe(probe::Call::rule {})
				| RuntimeCall::Utility(
					pallet_utility::Call::dispatch_as { .. }
						| pallet_utility::Call::dispatch_as_fallible { .. }
				)
		)
	}
}

parameter_types! {
	/// Whether the chain refuses the calls of the probe.
	pub static ProbeRefused: bool = false;
}

/// Refuses the calls of the probe, on demand.
pub struct ProbeFilter;

impl Contains<RuntimeCall> for ProbeFilter {
	fn contains(call: &RuntimeCall) -> bool {
		!ProbeRefused::get() || !matches!(call, RuntimeCall::Probe(..))
	}
}
