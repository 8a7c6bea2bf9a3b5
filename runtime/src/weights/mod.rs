//! What the calls of the pallets, the extensions of transactions and the frame of a block cost in this runtime. `make
//! weights` measures all of it; only what puts measured parts together is written by hand, here.

use frame_support::weights::Weight;

pub mod block;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_assets;
pub mod pallet_balances;
pub mod pallet_collective;
pub mod pallet_grandpa;
pub mod pallet_liquidity_staking;
pub mod pallet_membership;
pub mod pallet_multisig;
pub mod pallet_preimage;
pub mod pallet_proxy;
pub mod pallet_scheduler;
pub mod pallet_session;
pub mod pallet_stark_exchange;
pub mod pallet_stark_proxy;
pub mod pallet_timelock;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_utility;

/// The parts of GRANDPA's calls that its benchmarks measure.
pub trait GrandpaParts {
	/// Comparing two votes and checking their signatures.
	fn check_equivocation_proof(x: u32) -> Weight;
	/// Weight of `note_stalled`.
	fn note_stalled() -> Weight;
}

impl<T: ::frame_system::Config> ::pallet_grandpa::WeightInfo for pallet_grandpa::WeightInfo<T> {
	/// No proof of who owned a key can be made for this runtime, so a report ends with the check of its votes at the
	/// latest, however many validators and nominators there are.
	fn report_equivocation(_validators: u32, _nominators: u32) -> Weight {
		<Self as GrandpaParts>::check_equivocation_proof(1)
	}

	fn note_stalled() -> Weight {
		<Self as GrandpaParts>::note_stalled()
	}
}
