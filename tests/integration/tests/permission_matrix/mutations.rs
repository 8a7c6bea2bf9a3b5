//! The checks can fail: a table with a wrong entry is found out, whichever entry it is.

use super::{
	callers::Caller,
	check::*,
	coverage::{calls_of_the_runtime, gaps},
	row::{Gate, Row},
	stage::on_stage,
	table::{rows_of, table},
	ways::Way,
};
use sp_runtime::DispatchError;

/// A row in which one caller's entry is the opposite; `None` if the entry is not that caller's own.
fn flipped(row: &Row, caller: Caller) -> Option<Row> {
	let mut row = row.clone();
	let listed = row.may.len() + row.holds.len();
	if row.permits_origin(caller) {
		row.may.retain(|it| *it != caller);
		row.holds.retain(|it| *it != caller);
		(row.may.len() + row.holds.len() < listed).then_some(row)
	} else {
		row.may.push(caller);
		Some(row)
	}
}

/// The callers that a row is reported for, all of them directly.
fn reported(row: &Row) -> Vec<Caller> {
	let deviations = direct_deviations(row);
	assert!(deviations.iter().all(|it| it.way == Way::Direct && it.row == row.name()));
	deviations.into_iter().map(|it| it.by).collect()
}

/// Of each gate one row that is cheap to try.
fn samples() -> Vec<Row> {
	let names = [
		("StarkProxy", "set_staking_allowance"),
		("StarkProxy", "reset_approved_amount"),
		("StarkProxy", "emergency_restrict"),
		("StarkExchange", "register_operator"),
		("StarkExchange", "unregister_operator"),
		("LiquidityStaking", "set_rewards_per_second"),
		("Assets", "mint"),
		("Council", "kill"),
		("System", "set_storage"),
	];
	let rows = table();
	let first = |(pallet, call)| rows.iter().find(|row| (row.pallet, row.call) == (pallet, call));
	names.into_iter().map(|name| first(name).expect("there is such a row").clone()).collect()
}

#[test]
fn a_wrong_entry_of_any_caller_is_reported_and_nothing_else() {
	on_stage(|| {
		for row in samples() {
			assert_eq!(reported(&row), vec![], "{}", row.name());
			for caller in Caller::ALL {
				if let Some(wrong) = flipped(&row, caller) {
					assert_eq!(reported(&wrong), vec![caller], "{}", row.name());
				}
			}
		}
	});
}

#[test]
fn a_wrong_refusal_is_reported_for_all_who_are_refused() {
	on_stage(|| {
		let row = samples().remove(0);
		assert!(matches!(row.gate, Gate::Role(_)));
		let refused = Caller::ALL.into_iter().filter(|caller| row.expected(*caller) != row.outcome);
		let with_error = refused.filter(|caller| row.expected(*caller) != Err(DispatchError::BadOrigin));
		let with_error = with_error.collect::<Vec<_>>();
		let wrong = Row { gate: Gate::Role(DispatchError::CannotLookup), ..row.clone() };
		assert_eq!(reported(&wrong), with_error);
		// A gate that would refuse even the right kind of origin.
		let wrong = Row { gate: Gate::Origin, ..row };
		assert_eq!(reported(&wrong), with_error);
	});
}

#[test]
fn a_wrong_outcome_is_reported_for_all_who_may() {
	on_stage(|| {
		let row = samples().remove(4);
		let may = row.may.clone();
		assert_eq!(may.len(), 2);
		assert_eq!(reported(&row.ends_in(DispatchError::Unavailable)), may);
	});
}

#[test]
fn a_gate_that_is_too_wide_is_reported() {
	on_stage(|| {
		let row = samples().remove(0);
		let by = row.may[0];
		let others = Caller::ALL.into_iter().filter(|it| it.is_signed() && *it != by).collect::<Vec<_>>();
		let wrong = Row { gate: Gate::Everybody, ..row };
		let tracks = [Caller::Instant, Caller::Short, Caller::Long];
		assert_eq!(reported(&wrong), tracks.into_iter().chain(others).collect::<Vec<_>>());
	});
}

#[test]
fn a_track_that_would_be_root_is_reported() {
	on_stage(|| {
		let row = rows_of("System").into_iter().find(|row| row.call == "set_storage").expect("there is one");
		assert_eq!(reported(&row.by_the_long_track_as_root()), vec![Caller::Long]);
		let row = rows_of("System").into_iter().find(|row| row.is_root_call).expect("there is one");
		assert_eq!(reported(&Row { is_root_call: false, ..row }), vec![Caller::Long]);
	});
}

#[test]
fn a_wrapper_that_comes_out_differently_is_reported() {
	on_stage(|| {
		let row = samples().remove(0);
		let (by, wrong) = (row.may[0], Row { may: vec![], ..row });
		for way in [Way::Batch, Way::BatchAll, Way::ForceBatch, Way::IfElse, Way::Multisig] {
			assert_eq!(deviation(&wrong, way, by).map(|it| it.found), Some(Ok(())), "{way:?}");
		}
	});
}

#[test]
fn rows_that_are_missing_repeated_or_about_nothing_are_reported() {
	let (rows, calls) = (table(), calls_of_the_runtime());
	let without = rows.iter().filter(|row| row.call != "set_storage").cloned().collect::<Vec<_>>();
	assert_eq!(gaps(&without, &calls), ["System::set_storage has no row"]);
	let twice = [&rows[..], &rows[..1]].concat();
	assert_eq!(gaps(&twice, &calls), [format!("{} has more than one row", rows[0].name())]);
	let made_up = [&rows[..], &[Row { call: "sudo", ..rows[0].clone() }]].concat();
	assert_eq!(gaps(&made_up, &calls), [format!("there is no call {}::sudo", rows[0].pallet)]);
}
