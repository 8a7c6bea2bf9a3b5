//! What came out, for people.

use crate::{
	cases::EMPTY,
	report::{Growth, Report, Row},
};
use std::fmt::Write;

/// Width of the first column.
const NAME: usize = 36;

/// The report as plain text: a table for each number of stakers, and the growth from the fewest to the most.
pub fn of(report: &Report) -> String {
	let mut text = String::new();
	for rows in report.results.chunk_by(|one, next| one.stakers == next.stakers) {
		write_rows(&mut text, report, rows).expect("a string takes everything");
	}
	if !report.growth.is_empty() {
		write_growth(&mut text, &report.growth).expect("a string takes everything");
	}
	write_legend(&mut text, report).expect("a string takes everything");
	text
}

fn write_rows(text: &mut String, report: &Report, rows: &[Row]) -> std::fmt::Result {
	let stakers = rows.first().map_or(0, |row| row.stakers);
	writeln!(text, "{} stakers, {} rounds; times in microseconds", thousands(stakers), report.rounds)?;
	writeln!(
		text,
		"{:NAME$} {:>10} {:>8} {:>8} {:>8} {:>6} {:>8} {:>6} {:>6} {:>7}",
		"", "shortfalls", "median", "minimum", "own", "ratio", "charged", "used", "reads", "writes"
	)?;
	for row in rows {
		writeln!(
			text,
			"{:NAME$} {:>10} {:>8.1} {:>8.1} {:>8} {:>6.2} {:>8} {:>6} {:>6} {:>7}",
			row.call,
			shortfalls(row.shortfalls),
			row.median_microseconds,
			row.minimum_microseconds,
			row.own_microseconds.map_or_else(String::new, |own| format!("{own:.1}")),
			row.ratio,
			charged(row, |charged| format!("{charged:.1}")),
			charged(row, |charged| format!("{:.0}%", 100.0 * row.median_microseconds / charged)),
			row.reads,
			row.writes,
		)?;
	}
	writeln!(text)
}

/// Says something about what a row is charged; nothing of what is not charged by itself.
fn charged(row: &Row, say: impl FnOnce(f64) -> String) -> String {
	if row.is_charged() {
		say(row.charged_microseconds)
	} else {
		String::new()
	}
}

fn write_growth(text: &mut String, growth: &[Growth]) -> std::fmt::Result {
	let (from, to) = growth.first().map_or((0, 0), |first| (first.from, first.to));
	writeln!(text, "From {} to {} stakers, time in the same round, median", thousands(from), thousands(to))?;
	for Growth { call, shortfalls: number, ratio, .. } in growth {
		writeln!(text, "{call:NAME$} {:>10} {:>8}", shortfalls(*number), format!("x {ratio:.2}"))?;
	}
	writeln!(text)
}

fn write_legend(text: &mut String, report: &Report) -> std::fmt::Result {
	writeln!(text, "shortfalls: how many the caller has not settled")?;
	writeln!(text, "own: more than {EMPTY} in the same round, median")?;
	writeln!(text, "ratio: to {} in the same round, median", report.yardstick)?;
	writeln!(text, "charged: weight that the block is charged; used: how much of it the median is")?;
	writeln!(text, "reads, writes: keys, each counted once, with those that every transaction touches")?;
	if report.undercharged().next().is_none() {
		writeln!(text, "Nothing took longer than it is charged.")?;
	}
	Ok(())
}

fn shortfalls(number: Option<u32>) -> String {
	number.map_or_else(String::new, |number| number.to_string())
}

/// The number with commas.
pub fn thousands(number: u32) -> String {
	let digits = number.to_string();
	let mut text = String::new();
	for (index, digit) in digits.chars().enumerate() {
		if index > 0 && (digits.len() - index).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn numbers_have_commas() {
		assert_eq!(thousands(7), "7");
		assert_eq!(thousands(100), "100");
		assert_eq!(thousands(10_000), "10,000");
		assert_eq!(thousands(1_234_567), "1,234,567");
	}
}
