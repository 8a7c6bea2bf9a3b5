//! Compares the table with what happens.

use super::{
	callers::Caller,
	row::{Outcome, Row},
	stage::undone,
	ways::{attempt, expected, Way},
};

/// A pair that came out differently than the table says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deviation {
	pub row: String,
	pub way: Way,
	pub by: Caller,
	pub expected: Outcome,
	pub found: Outcome,
}

/// Makes the call of a row as a caller, on one way, undoes it, and tells whether it came out as the table says.
pub fn deviation(row: &Row, way: Way, by: Caller) -> Option<Deviation> {
	let (expected, found) = (expected(row, way, by), undone(|| attempt(row, way, by)));
	(expected != found).then(|| Deviation { row: row.name(), way, by, expected, found })
}

/// Tries a row directly with every caller.
pub fn direct_deviations(row: &Row) -> Vec<Deviation> {
	let tries = Caller::ALL.into_iter().filter_map(|by| deviation(row, Way::Direct, by));
	if row.build.is_some() {
		tries.collect()
	} else {
		vec![]
	}
}

/// Fails with a line for each deviation.
#[track_caller]
pub fn assert_none(deviations: &[Deviation]) {
	let lines = deviations.iter().map(|it| {
		let Deviation { row, way, by, expected, found } = it;
		format!("{row}, {way:?} by {by:?}: the table says {expected:?}, but it is {found:?}")
	});
	let lines = lines.collect::<Vec<_>>();
	assert!(lines.is_empty(), "{} pairs deviate from the table:\n{}", lines.len(), lines.join("\n"));
}
