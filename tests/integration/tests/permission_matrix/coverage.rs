//! The table covers what the runtime can be asked to do: every call of every pallet, and nothing else.

use super::{
	callers::Caller,
	row::{Gate, Row},
	table::table,
};
use codec::Decode;
use frame_support::traits::GetCallMetadata;
use std::collections::{BTreeMap, BTreeSet};
use tidepool_runtime::RuntimeCall;

type Names = (&'static str, &'static str);

/// Every call of the runtime.
pub fn calls_of_the_runtime() -> BTreeSet<Names> {
	let pallets = RuntimeCall::get_module_names().iter();
	pallets
		.flat_map(|pallet| RuntimeCall::get_call_names(pallet).iter().map(|call| (*pallet, *call)))
		.collect()
}

/// What is wrong with the set of rows.
pub fn gaps(rows: &[Row], calls: &BTreeSet<Names>) -> Vec<String> {
	let named = rows.iter().map(|row| (row.pallet, row.call)).collect::<BTreeSet<_>>();
	let missing = calls.difference(&named).map(|(pallet, call)| format!("{pallet}::{call} has no row"));
	let unknown = named.difference(calls).map(|(pallet, call)| format!("there is no call {pallet}::{call}"));
	let mut times = BTreeMap::new();
	rows.iter().for_each(|row| *times.entry(row.name()).or_insert(0) += 1);
	let repeated = times.into_iter().filter(|(_, times)| *times > 1);
	let repeated = repeated.map(|(name, _)| format!("{name} has more than one row"));
	missing.chain(unknown).chain(repeated).collect()
}

#[test]
fn every_call_of_the_runtime_has_a_row_and_no_row_is_about_anything_else() {
	assert_eq!(gaps(&table(), &calls_of_the_runtime()), Vec::<String>::new());
}

#[test]
fn a_call_with_several_rows_says_what_each_is_about() {
	let mut uses = BTreeMap::<_, Vec<_>>::new();
	table().iter().for_each(|row| uses.entry((row.pallet, row.call)).or_default().push(row.about));
	// Assets are about USDC if a row does not say anything else, keys about those of ordinary accounts.
	for ((pallet, call), abouts) in uses.into_iter().filter(|(_, abouts)| abouts.len() > 1) {
		let unnamed = abouts.iter().filter(|about| about.is_empty()).count();
		let may_be_unnamed = usize::from(["Assets", "StarkExchange"].contains(&pallet));
		assert!(unnamed <= may_be_unnamed, "{pallet}::{call}: {abouts:?}");
	}
}

#[test]
fn being_permitted_and_being_refused_never_look_alike() {
	for row in table() {
		if let Err(error) = row.outcome {
			assert!(!row.refusals().contains(&error), "{} cannot tell who may", row.name());
		}
	}
}

#[test]
fn calls_that_cannot_be_written_down_do_not_decode() {
	let rows = table();
	let is_unwritable = |row: &&Row| matches!(row.gate, Gate::Unwritable);
	let unwritable = rows.iter().filter(is_unwritable).map(|row| (row.pallet, row.call)).collect::<Vec<_>>();
	assert_eq!(unwritable, [("Grandpa", "report_equivocation"), ("Grandpa", "report_equivocation_unsigned")]);
	// The pallet and its first two calls, with arguments of zeros.
	for call in 0..2 {
		let bytes = [&[3, call][..], &[0; 4_096]].concat();
		assert!(RuntimeCall::decode(&mut &bytes[..]).is_err());
	}
	// The third has arguments that there are.
	let bytes = [&[3, 2][..], &[0; 4_096]].concat();
	let call = RuntimeCall::decode(&mut &bytes[..]).expect("zeros are valid arguments");
	assert_eq!(call.get_call_metadata().function_name, "note_stalled");
}

#[test]
fn every_kind_of_caller_that_has_a_power_uses_it_in_some_row() {
	let powerless = [
		Caller::Minority,
		Caller::MemberOrigin,
		Caller::InstantSigner,
		Caller::ShortSigner,
		Caller::LongSigner,
		Caller::OtherBorrower,
		Caller::Stranger,
	];
	// Everybody else is listed somewhere, or the author of a block.
	for caller in Caller::ALL.into_iter().filter(|caller| *caller != Caller::Unsigned) {
		let listed = table().iter().any(|row| row.may.contains(&caller) || row.holds.contains(&caller));
		assert_eq!(listed, !powerless.contains(&caller), "{caller:?}");
	}
}

#[test]
fn the_long_track_is_root_for_four_calls_only() {
	let rows = table();
	let calls = rows.iter().filter(|row| row.is_root_call).map(|row| (row.pallet, row.call));
	assert_eq!(
		calls.collect::<BTreeSet<_>>(),
		BTreeSet::from([
			("Grandpa", "note_stalled"),
			("LiquidityStaking", "grant_role"),
			("LiquidityStaking", "revoke_role"),
			("System", "authorize_upgrade"),
		])
	);
}

#[test]
fn each_role_has_an_account_of_its_own() {
	super::stage::on_stage(|| {
		let accounts = Caller::ALL.into_iter().filter_map(Caller::account).collect::<Vec<_>>();
		assert_eq!(accounts.iter().collect::<BTreeSet<_>>().len(), accounts.len());
	});
}
