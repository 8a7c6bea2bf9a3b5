//! What acts for somebody never has a power that the somebody does not have: batches, derived accounts, forged origins,
//! the scheduler, delegates of every type and multisigs.

use super::{
	callers::Caller,
	check::*,
	row::Row,
	stage::{on_stage, undone},
	table::rows_of,
	ways::{attempt, Way},
};

/// Callers that everything is tried with, whatever the row says of them.
const ALWAYS: [Caller; 5] =
	[Caller::TwoThirds, Caller::Instant, Caller::Short, Caller::Long, Caller::Stranger];

/// Those, and whoever the row lists. Root and inherents are not to be had.
pub fn callers(row: &Row) -> Vec<Caller> {
	let listed = row.may.iter().chain(&row.holds).copied();
	let listed = listed.filter(|caller| *caller != Caller::Root && !ALWAYS.contains(caller));
	ALWAYS.into_iter().chain(listed).collect()
}

/// Whether a call came to what it comes to for those who may make it.
fn succeeds(row: &Row, way: Way, by: Caller) -> bool {
	undone(|| attempt(row, way, by)) == row.outcome
}

/// What acts for a caller succeeds only if the caller does.
fn widens(row: &Row, way: Way, by: Caller) -> bool {
	succeeds(row, way, by) && !succeeds(row, Way::Direct, by)
}

#[track_caller]
fn obeys(pallet: &str) {
	on_stage(|| {
		let mut deviations = vec![];
		for row in rows_of(pallet).iter().filter(|row| row.build.is_some()) {
			for by in callers(row) {
				for way in Way::around(by) {
					deviations.extend(deviation(row, way, by));
					assert!(!widens(row, way, by), "{}: {by:?} gains by {way:?}", row.name());
				}
			}
		}
		assert_none(&deviations);
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
	};
}

each_pallet_obeys! {
	nobody_gains_power_over_the_system: "System",
	nobody_gains_power_over_the_timestamp: "Timestamp",
	nobody_gains_power_over_finality: "Grandpa",
	nobody_gains_power_over_the_native_currency: "Balances",
	nobody_gains_power_over_assets: "Assets",
	nobody_gains_power_over_the_keys_of_validators: "Session",
	nobody_gains_power_over_the_list_of_validators: "Validators",
	nobody_gains_power_over_the_council: "Council",
	nobody_gains_power_over_preimages: "Preimage",
	nobody_gains_power_over_the_scheduler: "Scheduler",
	nobody_gains_power_over_the_timelock: "Timelock",
	nobody_gains_power_by_nested_batches: "Utility",
	nobody_gains_power_over_multisigs: "Multisig",
	nobody_gains_power_over_delegates: "Proxy",
	nobody_gains_power_over_the_pool: "LiquidityStaking",
	nobody_gains_power_over_the_borrowers: "StarkProxy",
	nobody_gains_power_over_the_exchange: "StarkExchange",
}
