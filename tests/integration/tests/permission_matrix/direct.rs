//! Every call, made directly by every kind of caller, comes to what the table says. Tracks act through operations that
//! were queued, waited and were executed.

use super::{check::*, coverage::calls_of_the_runtime, stage::on_stage, table::rows_of};
use sp_runtime::StateVersion;

#[track_caller]
fn obeys(pallet: &str) {
	on_stage(|| {
		let rows = rows_of(pallet);
		assert!(!rows.is_empty(), "{pallet} has no rows");
		let root = || sp_io::storage::root(StateVersion::V1);
		let before = root();
		assert_none(&rows.iter().flat_map(direct_deviations).collect::<Vec<_>>());
		assert_eq!(root(), before, "an attempt has left a trace");
	});
}

macro_rules! each_pallet_obeys {
	($($test:ident: $pallet:literal,)*) => {
		$(
			#[test]
			fn $test() {
				obeys($pallet);
			}
		)*

		#[test]
		fn no_pallet_is_left_out() {
			let mut pallets = calls_of_the_runtime().into_iter().map(|(pallet, _)| pallet).collect::<Vec<_>>();
			pallets.dedup();
			let mut tested = vec![$($pallet),*];
			tested.sort();
			assert_eq!(tested, pallets);
		}
	};
}

each_pallet_obeys! {
	the_system_obeys_the_table: "System",
	the_timestamp_obeys_the_table: "Timestamp",
	finality_obeys_the_table: "Grandpa",
	the_native_currency_obeys_the_table: "Balances",
	assets_obey_the_table: "Assets",
	the_keys_of_validators_obey_the_table: "Session",
	the_list_of_validators_obeys_the_table: "Validators",
	the_council_obeys_the_table: "Council",
	preimages_obey_the_table: "Preimage",
	the_scheduler_obeys_the_table: "Scheduler",
	the_timelock_obeys_the_table: "Timelock",
	batches_obey_the_table: "Utility",
	multisigs_obey_the_table: "Multisig",
	delegates_obey_the_table: "Proxy",
	the_pool_obeys_the_table: "LiquidityStaking",
	the_borrowers_obey_the_table: "StarkProxy",
	the_exchange_obeys_the_table: "StarkExchange",
}
