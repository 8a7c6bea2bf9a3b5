//! Measures how long the calls of the real runtime take, with few stakers and with many.
//!
//! `state` makes a chain with so many stakers by real calls, `machine` runs the runtime's Wasm on it as a node does,
//! `cases` says what is measured, `measure` does it, and `report`, `table` and `plot` show what came out.

mod cases;
mod machine;
mod measure;
mod options;
mod people;
mod plot;
mod report;
mod state;
mod statistics;
mod table;

use options::{Command, Measure};
use report::Report;
use std::{fs, process::ExitCode};

fn main() -> ExitCode {
	let done = match options::read(std::env::args_os()) {
		Ok(Command::Measure(options)) => measure(&options),
		Ok(Command::Plot { folder }) => plot::all(&folder),
		Ok(Command::Print(text)) => {
			print!("{text}");
			Ok(())
		},
		Err(problem) => Err(problem),
	};
	match done {
		Ok(()) => ExitCode::SUCCESS,
		Err(problem) => {
			eprintln!("tidepool-bench: {problem}");
			ExitCode::FAILURE
		},
	}
}

fn measure(options: &Measure) -> Result<(), String> {
	// Before the measurement, which takes minutes.
	fs::create_dir_all(&options.out)
		.map_err(|error| format!("cannot make the folder {}: {error}", options.out.display()))?;
	let report = measure::run(&options.sizes(), options.rounds())?;
	print!("{}", table::of(&report));
	report.write(&options.out)?;
	plot::all(&options.out)?;
	if options.is_serious() {
		ensure_charged(&report)?;
	}
	Ok(())
}

/// A chain on which something takes longer than it is charged can be stopped by whoever sends enough of it.
fn ensure_charged(report: &Report) -> Result<(), String> {
	let calls = report
		.undercharged()
		.map(|row| format!("{} with {} stakers", row.call, row.stakers))
		.collect::<Vec<_>>();
	if calls.is_empty() {
		return Ok(());
	}
	Err(format!(
		"{} took longer than charged: measure the weights anew with 'make weights', on a machine that is idle",
		calls.join(", ")
	))
}
