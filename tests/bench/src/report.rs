//! What came out, as it is kept in a file.

use serde::{Deserialize, Serialize};
use std::{fs, path::Path};

/// Name of the file.
pub const FILE: &str = "calls.json";

/// Everything that was measured.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
	/// How often each was measured.
	pub rounds: u32,
	/// The call that the ratios are to.
	pub yardstick: String,
	/// One for each call and number of stakers.
	pub results: Vec<Row>,
	/// One for each call, if there are different numbers of stakers.
	pub growth: Vec<Growth>,
}

/// What was measured of one call at one number of stakers.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
	pub stakers: u32,
	pub call: String,
	/// How many shortfalls the caller has not settled.
	pub shortfalls: Option<u32>,
	pub median_microseconds: f64,
	pub minimum_microseconds: f64,
	/// Median of the differences to an empty transaction in the same rounds; of the blocks, which are none, nothing.
	pub own_microseconds: Option<f64>,
	/// Median of the ratios to the yardstick in the same rounds.
	pub ratio: f64,
	/// What the block is charged for it once it has run.
	pub charged_microseconds: f64,
	/// What it is charged at most, which is known before it runs.
	pub declared_microseconds: f64,
	/// Keys it reads from the trie, each counted once.
	pub reads: u32,
	/// Keys it changes, those that every transaction changes included.
	pub writes: u32,
	/// Size of the part of the trie that it sees.
	pub proof_bytes: u32,
	/// Each round.
	pub nanoseconds: Vec<u64>,
}

/// How much longer a call takes with many stakers than with few.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Growth {
	pub call: String,
	pub shortfalls: Option<u32>,
	/// The smallest number of stakers.
	pub from: u32,
	/// The largest.
	pub to: u32,
	/// Median of the ratios in the same rounds.
	pub ratio: f64,
}

impl Row {
	/// Whether the block is charged anything for it: not for the parts of transactions.
	pub fn is_charged(&self) -> bool {
		self.charged_microseconds > 0.0
	}
}

impl Report {
	/// What took longer than the block is charged for it.
	pub fn undercharged(&self) -> impl Iterator<Item = &Row> {
		self.results
			.iter()
			.filter(|row| row.is_charged() && row.median_microseconds > row.charged_microseconds)
	}

	/// Writes the file, a line for each call.
	pub fn write(&self, folder: &Path) -> Result<(), String> {
		let Report { rounds, yardstick, results, growth } = self;
		let text = format!(
			"{{\n\"rounds\": {rounds},\n\"yardstick\": {},\n\"results\": {},\n\"growth\": {}\n}}\n",
			json(yardstick),
			lines(results),
			lines(growth),
		);
		let file = folder.join(FILE);
		fs::write(&file, text).map_err(|error| format!("cannot write {}: {error}", file.display()))
	}
}

/// A list with a line for each element.
fn lines(list: &[impl Serialize]) -> String {
	let lines = list.iter().map(json).collect::<Vec<_>>();
	format!("[\n{}\n]", lines.join(",\n"))
}

fn json(value: &impl Serialize) -> String {
	serde_json::to_string(value).expect("plain data")
}

#[cfg(test)]
impl Row {
	/// A row in which everything is 1.
	pub fn example() -> Self {
		Self {
			stakers: 1,
			call: "one".into(),
			shortfalls: None,
			median_microseconds: 1.0,
			minimum_microseconds: 1.0,
			own_microseconds: None,
			ratio: 1.0,
			charged_microseconds: 1.0,
			declared_microseconds: 1.0,
			reads: 1,
			writes: 1,
			proof_bytes: 1,
			nanoseconds: vec![1],
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn row(median: f64, charged: f64) -> Row {
		Row { median_microseconds: median, charged_microseconds: charged, ..Row::example() }
	}

	#[test]
	fn undercharged_is_what_takes_longer_and_is_charged_at_all() {
		let results = vec![row(5.0, 5.0), row(5.1, 5.0), row(5.0, 0.0)];
		let report = Report { rounds: 1, yardstick: "one".into(), results, growth: vec![] };
		assert_eq!(report.undercharged().map(|row| row.median_microseconds).collect::<Vec<_>>(), [5.1]);
	}
}
