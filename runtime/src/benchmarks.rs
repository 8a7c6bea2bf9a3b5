//! The pallets that are benchmarked, and what they need from the runtime.

use crate::*;
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{
	baseline::Pallet as Baseline, define_benchmarks, BenchmarkBatch, BenchmarkConfig, BenchmarkList,
};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench};
use sp_storage::TrackedStorageKey;

mod helper;
mod membership;
mod session;

pub use helper::Helper;
pub use membership::RemembersPrime;

define_benchmarks!(
	[frame_benchmarking, BaselineBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_collective, Council]
	[pallet_grandpa, Grandpa]
	[pallet_liquidity_staking, LiquidityStaking]
	[pallet_membership, Validators]
	[pallet_multisig, Multisig]
	[pallet_preimage, Preimage]
	[pallet_proxy, Proxy]
	[pallet_scheduler, Scheduler]
	[pallet_session, SessionBench::<Runtime>]
	[pallet_stark_exchange, StarkExchange]
	[pallet_stark_proxy, StarkProxy]
	[pallet_timelock, Timelock]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_utility, Utility]
);

type BaselineBench<T> = Baseline<T>;
type SessionBench<T> = session::Pallet<T>;

impl frame_system_benchmarking::Config for Runtime {}
impl frame_benchmarking::baseline::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}
impl session::Config for Runtime {}

/// The list of benchmarks.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Records that every block has read before the first call runs, so that no call has to pay for them: the time, which the
/// inherent sets, and the schedule of the pool, which its hook looks at.
fn read_in_every_block() -> [TrackedStorageKey; 2] {
	[
		pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into(),
		pallet_liquidity_staking::Clock::<Runtime>::hashed_key().to_vec().into(),
	]
}

/// Benchmarks of what reads these records for everybody else, or writes them.
pub const PAY_FOR_WHAT_ALL_SHARE: [(&str, &str); 6] = [
	("pallet_liquidity_staking", "on_initialize_idle"),
	("pallet_liquidity_staking", "on_initialize_roll"),
	("pallet_liquidity_staking", "set_blackout_window"),
	("pallet_liquidity_staking", "set_epoch_parameters"),
	("pallet_timestamp", "on_finalize"),
	("pallet_timestamp", "set"),
];

fn pays_for_what_all_share(config: &BenchmarkConfig) -> bool {
	let is_it = |(pallet, benchmark): &(&str, &str)| {
		pallet.as_bytes() == config.pallet && benchmark.as_bytes() == config.benchmark
	};
	PAY_FOR_WHAT_ALL_SHARE.iter().any(is_it)
}

/// Runs one benchmark.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let mut whitelist: Vec<TrackedStorageKey> = AllPalletsWithSystem::whitelisted_storage_keys();
	if !pays_for_what_all_share(&config) {
		whitelist.extend(read_in_every_block());
	}
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
