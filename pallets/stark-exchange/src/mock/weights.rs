//! Weights that tell the calls apart.

use crate::WeightInfo;
use frame_support::weights::Weight;

/// Weights that tell the calls and the lengths of their lists apart.
pub struct TestWeights;
macro_rules! test_weights {
	($($plain:ident = $weight:literal),*) => {
		impl WeightInfo for TestWeights {
			$(fn $plain() -> Weight { Weight::from_parts($weight, 0) })*
			fn update_state(d: u32, t: u32, s: u32, f: u32, w: u32) -> Weight {
				let lengths = [(d, 1), (t, 1_000), (s, 1_000_000), (f, 10_000_000), (w, 100_000_000)];
				let parts = lengths.map(|(length, weight)| u64::from(length) * weight);
				Weight::from_parts(10_000 + parts.iter().sum::<u64>(), 0)
			}
			fn prune_used(n: u32) -> Weight { Weight::from_parts(20_000 + u64::from(n), 0) }
		}
	};
}
test_weights!(
	register_user = 1_000,
	deposit = 2_000,
	deposit_cancel = 3_000,
	deposit_reclaim = 4_000,
	withdraw = 5_000,
	forced_withdrawal_request = 6_000,
	forced_trade_request = 7_000,
	freeze_request = 8_000,
	escape = 9_000,
	register_operator = 11_000,
	unregister_operator = 12_000,
	unfreeze = 13_000
);
