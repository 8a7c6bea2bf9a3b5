//! A chart with bars that lie, each with its name before and its value behind it.

use super::label;
use plotters::prelude::*;
use std::error::Error;

const WIDTH: u32 = 980;
const TITLE_HEIGHT: i32 = 60;
const BAR_HEIGHT: i32 = 40;
const NAMES_WIDTH: i32 = 290;
const VALUES_WIDTH: i32 = 240;
const COLOUR: RGBColor = RGBColor(0x03, 0x69, 0xa1);

/// What is drawn.
pub struct Chart {
	pub title: String,
	pub bars: Vec<Bar>,
}

/// One of the bars.
pub struct Bar {
	pub name: String,
	pub length: f64,
	/// What is written behind it.
	pub value: String,
}

impl Chart {
	/// The chart as SVG.
	pub fn svg(&self) -> Result<String, Box<dyn Error>> {
		let longest = self.bars.iter().map(|bar| bar.length).fold(f64::MIN_POSITIVE, f64::max);
		let room = f64::from(WIDTH as i32 - NAMES_WIDTH - VALUES_WIDTH);
		let height = TITLE_HEIGHT + BAR_HEIGHT * self.bars.len() as i32 + 16;
		let mut svg = String::new();
		{
			let area = SVGBackend::with_string(&mut svg, (WIDTH, height as u32)).into_drawing_area();
			area.fill(&WHITE)?;
			area.draw(&Text::new(self.title.clone(), (20, 30), label(19.0)))?;
			for (index, bar) in self.bars.iter().enumerate() {
				let top = TITLE_HEIGHT + BAR_HEIGHT * index as i32;
				let end = NAMES_WIDTH + (room * bar.length / longest) as i32;
				let corners = [(NAMES_WIDTH, top + 4), (end, top + BAR_HEIGHT - 8)];
				area.draw(&Text::new(bar.name.clone(), (20, top + BAR_HEIGHT / 2 - 2), label(14.0)))?;
				area.draw(&Rectangle::new(corners, COLOUR.filled()))?;
				area.draw(&Text::new(bar.value.clone(), (end + 10, top + BAR_HEIGHT / 2 - 2), label(14.0)))?;
			}
			area.present()?;
		}
		Ok(svg)
	}
}
