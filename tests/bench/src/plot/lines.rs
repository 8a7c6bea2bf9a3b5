//! A chart with lines, the names of which stand beside it in the order of the values they end with.

mod marks;

use super::{label, text, GRID, INK};
use marks::Marks;
use plotters::{coord::Shift, drawing::DrawingAreaErrorKind, prelude::*};
use std::error::Error;

const SIZE: (u32, u32) = (980, 560);
const NAMES_WIDTH: u32 = 330;
const NAME_HEIGHT: i32 = 26;
/// Enough for the calls; the names stand in the order of the lines, so that colours need not tell everything.
const COLOURS: [RGBColor; 10] = [
	RGBColor(0x03, 0x69, 0xa1),
	RGBColor(0xc2, 0x41, 0x0c),
	RGBColor(0x15, 0x80, 0x3d),
	RGBColor(0x6d, 0x28, 0xd9),
	RGBColor(0xd9, 0x96, 0x06),
	RGBColor(0xbe, 0x18, 0x5d),
	RGBColor(0x0d, 0x94, 0x88),
	RGBColor(0x7c, 0x2d, 0x12),
	RGBColor(0x64, 0x74, 0x8b),
	RGBColor(0x65, 0xa3, 0x0d),
];

/// What is drawn.
pub struct Chart {
	pub title: String,
	/// What the horizontal axis shows.
	pub across: String,
	/// What the vertical axis shows, from 0.
	pub up: String,
	/// Places on the horizontal axis and what is written there.
	pub marks: Vec<(f64, String)>,
	pub lines: Vec<Line>,
}

/// One of the lines.
pub struct Line {
	pub name: String,
	pub points: Vec<(f64, f64)>,
	/// Whether the others are to be compared with it.
	pub yardstick: bool,
}

impl Line {
	fn end(&self) -> f64 {
		self.points.last().map_or(0.0, |point| point.1)
	}

	fn style(&self, index: usize) -> ShapeStyle {
		if self.yardstick {
			return INK.stroke_width(2);
		}
		COLOURS[index % COLOURS.len()].stroke_width(2)
	}
}

impl Chart {
	/// The chart as SVG.
	pub fn svg(mut self) -> Result<String, Box<dyn Error>> {
		self.lines.sort_by(|one, other| other.end().total_cmp(&one.end()));
		let mut svg = String::new();
		{
			let all = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
			all.fill(&WHITE)?;
			let (left, right) = all.split_horizontally(SIZE.0 - NAMES_WIDTH);
			self.draw_lines(&left)?;
			self.draw_names(&right)?;
			all.present()?;
		}
		Ok(svg)
	}

	fn draw_lines<B: DrawingBackend>(
		&self,
		area: &DrawingArea<B, Shift>,
	) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
		let highest =
			self.lines.iter().flat_map(|line| &line.points).map(|point| point.1).fold(0.0, f64::max);
		let marks = Marks(self.marks.clone());

		let mut chart = ChartBuilder::on(area)
			.caption(&self.title, text(19.0))
			.margin(16)
			.x_label_area_size(56)
			.y_label_area_size(70)
			.build_cartesian_2d(marks.clone(), 0.0..highest * 1.05)?;
		chart
			.configure_mesh()
			.disable_x_mesh()
			.max_light_lines(1)
			.light_line_style(GRID)
			.bold_line_style(GRID)
			.axis_style(INK)
			.label_style(text(14.0))
			.x_desc(&self.across)
			.y_desc(&self.up)
			.axis_desc_style(text(14.0))
			.x_label_formatter(&|place| marks.at(*place))
			.y_label_formatter(&|value| format!("{value:.0}"))
			.draw()?;
		for (index, line) in self.lines.iter().enumerate() {
			let style = line.style(index);
			chart.draw_series(LineSeries::new(line.points.iter().copied(), style))?;
			chart.draw_series(line.points.iter().map(|point| Circle::new(*point, 4, style.filled())))?;
		}
		Ok(())
	}

	fn draw_names<B: DrawingBackend>(
		&self,
		area: &DrawingArea<B, Shift>,
	) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
		for (index, line) in self.lines.iter().enumerate() {
			let (style, middle) = (line.style(index), 70 + index as i32 * NAME_HEIGHT);
			area.draw(&PathElement::new(vec![(0, middle), (24, middle)], style))?;
			area.draw(&Circle::new((12, middle), 4, style.filled()))?;
			let name = format!("{} {:.0}", line.name, line.end());
			area.draw(&Text::new(name, (34, middle), label(14.0)))?;
		}
		Ok(())
	}
}
