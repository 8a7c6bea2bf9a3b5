//! A horizontal axis with marks at given places and nowhere else.

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use std::ops::Range;

/// Room before the first mark and after the last one.
const MARGIN: f64 = 0.2;

/// The marks from left to right: places, and what is written there.
#[derive(Clone)]
pub struct Marks(pub Vec<(f64, String)>);

impl Ranged for Marks {
	type FormatOption = DefaultFormatting;
	type ValueType = f64;

	fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
		let Range { start, end } = self.range();
		let room = f64::from(limit.1 - limit.0);
		limit.0 + (room * (value - start) / (end - start)).round() as i32
	}

	fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
		self.0.iter().map(|mark| mark.0).collect()
	}

	fn range(&self) -> Range<f64> {
		let first = self.0.first().map_or(0.0, |mark| mark.0);
		let last = self.0.last().map_or(0.0, |mark| mark.0);
		first - MARGIN..last + MARGIN
	}
}

impl Marks {
	/// What is written at a place.
	pub fn at(&self, place: f64) -> String {
		let mark = self.0.iter().find(|mark| mark.0 == place);
		mark.map(|mark| mark.1.clone()).unwrap_or_default()
	}
}
