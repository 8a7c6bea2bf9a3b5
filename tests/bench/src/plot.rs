//! Charts of the files in a folder.
//!
//! They stand in documents on light and on dark pages, so they bring a background of their own.

mod bars;
mod calls;
mod lines;
mod load;

use plotters::style::{
	text_anchor::{HPos, Pos, VPos},
	IntoFont, RGBColor, TextStyle,
};
use serde::de::DeserializeOwned;
use std::{
	fs::{self, File},
	io::BufReader,
	path::Path,
};

const INK: RGBColor = RGBColor(0x0f, 0x17, 0x2a);
const GRID: RGBColor = RGBColor(0xe2, 0xe8, 0xf0);
const FONT: &str = "Helvetica, Arial, sans-serif";

/// How texts look, `pixels` high. The library takes what it is given for the height of a line.
fn text(pixels: f64) -> TextStyle<'static> {
	const LINE: f64 = 1.24;
	(FONT, pixels * LINE).into_font().color(&INK)
}

/// The same, for a text that begins at a place and has its middle there.
fn label(pixels: f64) -> TextStyle<'static> {
	text(pixels).pos(Pos::new(HPos::Left, VPos::Center))
}

/// Reads a file and draws its charts.
type Draw = fn(&Path, &Path) -> Result<(), String>;

/// The files for which there are charts.
const KNOWN: [(&str, Draw); 2] = [(crate::report::FILE, calls::draw), (load::FILE, load::draw)];

/// Draws the charts of every known file in `folder`, beside it.
pub fn all(folder: &Path) -> Result<(), String> {
	let found = KNOWN.iter().filter(|(name, _)| folder.join(name).is_file()).collect::<Vec<_>>();
	if found.is_empty() {
		let names = KNOWN.map(|(name, _)| name).join(" nor ");
		return Err(format!("there is neither {names} in {}", folder.display()));
	}
	found.into_iter().try_for_each(|(name, draw)| draw(&folder.join(name), folder))
}

/// Reads a JSON file.
fn read<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
	let opened = File::open(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
	serde_json::from_reader(BufReader::new(opened))
		.map_err(|error| format!("{} is not what it should be: {error}", file.display()))
}

/// Writes what was drawn, and says so.
fn write(file: &Path, svg: &str) -> Result<(), String> {
	fs::write(file, svg).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
	eprintln!("Drew {}.", file.display());
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_folder_without_anything_known_is_refused() {
		let problem = all(Path::new("/nowhere")).expect_err("nothing is there");
		assert_eq!(problem, "there is neither calls.json nor load.json in /nowhere");
	}
}
