//! The command line. Whatever is wrong with it is said in one line.

use clap::{error::ErrorKind, Args, Parser, Subcommand};
use std::{ffi::OsString, path::PathBuf};

/// With fewer there is no room for those whose calls are measured.
const FEWEST_STAKERS: i64 = 10;
/// More would need tens of gigabytes of memory.
const MOST_STAKERS: i64 = 5_000_000;
const MOST_ROUNDS: i64 = 10_000;

/// Measures the calls of the runtime and writes what came out to a folder: calls.json, and a chart of it.
#[derive(Parser)]
#[command(name = "tidepool-bench", version, args_conflicts_with_subcommands = true)]
struct Options {
	#[command(subcommand)]
	other: Option<Other>,

	#[command(flatten)]
	measure: Measure,
}

#[derive(Subcommand)]
enum Other {
	/// Draw the charts of the JSON files in a folder, without measuring anything.
	Plot {
		/// Where calls.json or load.json lie.
		folder: PathBuf,
	},
}

/// How to measure.
#[derive(Args)]
pub struct Measure {
	/// Numbers of stakers to measure with [default: 100,10000,1000000]
	#[arg(
		long,
		value_name = "N,N,..",
		value_delimiter = ',',
		value_parser = clap::value_parser!(u32).range(FEWEST_STAKERS..=MOST_STAKERS)
	)]
	stakers: Vec<u32>,

	/// How often to measure each call [default: 200]
	#[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MOST_ROUNDS))]
	rounds: Option<u32>,

	/// Take seconds rather than minutes: 100 and 1,000 stakers, 5 rounds
	#[arg(long)]
	quick: bool,

	/// Folder for what comes out
	#[arg(long, value_name = "FOLDER", default_value = "bench-results")]
	pub out: PathBuf,
}

impl Measure {
	/// The numbers of stakers, from few to many.
	pub fn sizes(&self) -> Vec<u32> {
		let mut sizes = match (&self.stakers[..], self.quick) {
			([], false) => vec![100, 10_000, 1_000_000],
			([], true) => vec![100, 1_000],
			(given, _) => given.to_vec(),
		};
		sizes.sort_unstable();
		sizes.dedup();
		sizes
	}

	/// Whether the figures are to mean anything.
	pub fn is_serious(&self) -> bool {
		!self.quick
	}

	pub fn rounds(&self) -> u32 {
		self.rounds.unwrap_or(if self.quick { 5 } else { 200 })
	}
}

/// What to do.
pub enum Command {
	/// Measure, and show what came out.
	Measure(Measure),
	/// Draw the charts of a folder.
	Plot {
		/// The folder.
		folder: PathBuf,
	},
	/// Say how the program is used.
	Print(String),
}

/// Reads the command line.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
	match Options::try_parse_from(arguments) {
		Ok(Options { other: Some(Other::Plot { folder }), .. }) => Ok(Command::Plot { folder }),
		Ok(Options { other: None, measure }) => Ok(Command::Measure(measure)),
		Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
			Ok(Command::Print(error.to_string()))
		},
		Err(error) => Err(one_line(&error.to_string())),
	}
}

/// The message without the hints that follow it.
fn one_line(message: &str) -> String {
	let message = message.split("\n\n").next().unwrap_or_default();
	let words = message.split_whitespace().collect::<Vec<_>>().join(" ");
	words.trim_start_matches("error: ").to_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::path::Path;

	fn given(arguments: &[&str]) -> Result<Command, String> {
		read(std::iter::once("tidepool-bench").chain(arguments.iter().copied()).map(OsString::from))
	}

	fn measure(arguments: &[&str]) -> Measure {
		match given(arguments) {
			Ok(Command::Measure(measure)) => measure,
			_ => panic!("{arguments:?} asks for a measurement"),
		}
	}

	#[test]
	fn there_are_defaults() {
		assert_eq!(measure(&[]).sizes(), [100, 10_000, 1_000_000]);
		assert_eq!(measure(&[]).rounds(), 200);
		assert_eq!(measure(&["--quick"]).sizes(), [100, 1_000]);
		assert_eq!(measure(&["--quick"]).rounds(), 5);
	}

	#[test]
	fn what_is_given_counts() {
		let options = measure(&["--quick", "--stakers", "500,50,500", "--rounds", "3", "--out", "there"]);
		assert_eq!(options.sizes(), [50, 500]);
		assert_eq!(options.rounds(), 3);
		assert_eq!(options.out, Path::new("there"));
	}

	#[test]
	fn a_folder_can_be_plotted() {
		assert!(
			matches!(given(&["plot", "there"]), Ok(Command::Plot { folder }) if folder == Path::new("there"))
		);
	}

	#[test]
	fn whatever_is_wrong_is_said_in_one_line() {
		for wrong in [
			&["--stakers", "few"][..],
			&["--stakers", "9"],
			&["--stakers", "100,"],
			&["--rounds", "0"],
			&["--slow"],
			&["plot"],
		] {
			let problem = given(wrong).err().expect("refused");
			assert!(!problem.contains('\n') && problem.len() > 20, "{wrong:?}: {problem}");
		}
	}
}
