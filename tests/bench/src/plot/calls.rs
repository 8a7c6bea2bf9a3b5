//! Charts of the times of the calls: over the number of stakers, and over the shortfalls that the caller has not
//! settled.

use super::lines::{Chart, Line};
use crate::{
	report::{Report, Row},
	table::thousands,
};
use std::path::Path;

/// Reads the report and draws both charts.
pub fn draw(file: &Path, folder: &Path) -> Result<(), String> {
	let report: Report = super::read(file)?;
	for (name, chart) in [("calls.svg", over_stakers(&report)), ("shortfalls.svg", over_shortfalls(&report))]
	{
		let svg = chart.svg().map_err(|error| format!("cannot draw {name}: {error}"))?;
		super::write(&folder.join(name), &svg)?;
	}
	Ok(())
}

/// The place of a number of stakers on a logarithmic axis.
fn place(stakers: u32) -> f64 {
	f64::from(stakers).log10()
}

fn over_stakers(report: &Report) -> Chart {
	let burdened = |row: &&Row| row.shortfalls.is_some_and(|number| number > 0);
	let rows = report.results.iter().filter(|row| !burdened(row)).collect::<Vec<_>>();
	let mut sizes = rows.iter().map(|row| row.stakers).collect::<Vec<_>>();
	sizes.dedup();
	Chart {
		title: "Time per call".into(),
		across: "stakers".into(),
		up: "microseconds (median)".into(),
		marks: sizes.iter().map(|stakers| (place(*stakers), thousands(*stakers))).collect(),
		lines: grouped(report, &rows, |row| place(row.stakers)),
	}
}

fn over_shortfalls(report: &Report) -> Chart {
	let stakers = report.results.last().map_or(0, |row| row.stakers);
	let rows = report.results.iter().filter(|row| row.stakers == stakers && row.shortfalls.is_some());
	let rows = rows.collect::<Vec<_>>();
	let mut numbers = rows.iter().filter_map(|row| row.shortfalls).collect::<Vec<_>>();
	numbers.sort_unstable();
	numbers.dedup();
	let place =
		|row: &Row| numbers.iter().position(|number| row.shortfalls == Some(*number)).unwrap_or(0) as f64;
	Chart {
		title: format!("Time per call, {} stakers", thousands(stakers)),
		across: "shortfalls that the caller has not settled".into(),
		up: "microseconds (median)".into(),
		marks: numbers.iter().enumerate().map(|(place, number)| (place as f64, number.to_string())).collect(),
		lines: grouped(report, &rows, place),
	}
}

/// A line for each call, in the order of their first appearance.
fn grouped(report: &Report, rows: &[&Row], place: impl Fn(&Row) -> f64) -> Vec<Line> {
	let mut lines: Vec<Line> = vec![];
	for row in rows {
		let point = (place(row), row.median_microseconds);
		match lines.iter_mut().find(|line| line.name == row.call) {
			Some(line) => line.points.push(point),
			None => lines.push(Line {
				name: row.call.clone(),
				points: vec![point],
				yardstick: row.call == report.yardstick,
			}),
		}
	}
	lines
}

#[cfg(test)]
mod tests {
	use super::*;

	fn row(call: &str, stakers: u32, shortfalls: Option<u32>, time: f64) -> Row {
		Row { stakers, call: call.into(), shortfalls, median_microseconds: time, ..Row::example() }
	}

	fn report() -> Report {
		let results = vec![
			row("one", 100, None, 5.0),
			row("two", 100, Some(0), 6.0),
			row("two", 100, Some(10), 7.0),
			row("one", 10_000, None, 8.0),
			row("two", 10_000, Some(0), 9.0),
			row("two", 10_000, Some(10), 10.0),
		];
		Report { rounds: 1, yardstick: "one".into(), results, growth: vec![] }
	}

	#[test]
	fn a_call_is_a_line_over_the_stakers() {
		let chart = over_stakers(&report());
		assert_eq!(chart.marks, [(2.0, "100".to_string()), (4.0, "10,000".to_string())]);
		let [one, two] = &chart.lines[..] else { panic!("two calls") };
		assert_eq!((&one.points[..], one.yardstick), (&[(2.0, 5.0), (4.0, 8.0)][..], true));
		assert_eq!((&two.points[..], two.yardstick), (&[(2.0, 6.0), (4.0, 9.0)][..], false));
	}

	#[test]
	fn shortfalls_are_shown_for_the_most_stakers() {
		let chart = over_shortfalls(&report());
		assert_eq!(chart.marks, [(0.0, "0".to_string()), (1.0, "10".to_string())]);
		let [two] = &chart.lines[..] else { panic!("one call has shortfalls") };
		assert_eq!(two.points, [(0.0, 9.0), (1.0, 10.0)]);
	}

	#[test]
	fn the_chart_names_what_it_shows() {
		let svg = over_stakers(&report()).svg().expect("drawn");
		for text in ["Time per call", "10,000", "stakers", "one 8", "two 9"] {
			assert!(svg.contains(text), "{text}");
		}
	}
}
