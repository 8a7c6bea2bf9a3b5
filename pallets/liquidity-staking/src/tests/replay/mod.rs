//! Replays calls that were recorded from the original contracts, and compares what they returned and changed.
//!
//! `strict_*` traces contain nothing in which a departure of the specification (section 12) can show: they are replayed
//! from genesis, and everything they returned and changed must be the same. In all traces every step is also taken alone, from the recorded state before it;
//! there a departure may show in that one step, by the rules of [`departures`] and no others.
//!
//! The traces are those of `tests/vectors/liquidity-staking`, or of the folder that the environment variable
//! `LIQUIDITY_STAKING_VECTORS` names.

mod call;
mod departures;
mod outcome;
mod snapshot;
mod storage;
mod trace;

use crate::mock::*;
use departures::{Departure, Uses};
use outcome::Outcome;
use snapshot::compare;
use std::{
	collections::BTreeMap,
	env,
	io::Write,
	panic::resume_unwind,
	path::{Path, PathBuf},
	sync::Mutex,
	thread,
};
use trace::{Step, Trace};

const PUBLIC_TRACES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/liquidity-staking");

/// What the replay of a trace found.
struct Report {
	steps: usize,
	fields: usize,
	uses: Uses,
}

/// The traces, or the reason why there are none.
fn files() -> Vec<PathBuf> {
	let folder = env::var("LIQUIDITY_STAKING_VECTORS").unwrap_or_else(|_| PUBLIC_TRACES.into());
	let entries =
		Path::new(&folder).read_dir().unwrap_or_else(|error| panic!("no traces in {folder}: {error}"));
	let mut files = entries
		.map(|entry| entry.expect("the folder can be read").path())
		.filter(|path| path.extension().is_some_and(|extension| extension == "json"))
		.collect::<Vec<_>>();
	files.sort();
	assert!(!files.is_empty(), "no traces in {folder}");
	files
}

/// Whether the traces are those whose differences are known.
fn are_public() -> bool {
	env::var("LIQUIDITY_STAKING_VECTORS").is_err()
}

/// Replays all traces that `wanted` picks by name, on all processors, and prints a line for each.
fn replay_all(wanted: impl Fn(&str) -> bool, replay: impl Fn(&Trace) -> Report + Sync) -> (usize, Uses) {
	let name = |path: &Path| path.file_stem().expect("a file").to_string_lossy().into_owned();
	let queue = Mutex::new(files().into_iter().filter(|path| wanted(&name(path))).rev().collect::<Vec<_>>());
	let reports = Mutex::new(BTreeMap::new());
	thread::scope(|scope| {
		let workers = (0..thread::available_parallelism().map_or(1, usize::from)).map(|_| {
			scope.spawn(|| loop {
				let Some(path) = queue.lock().expect("no worker panics with it").pop() else { return };
				let report = replay(&Trace::read(&path));
				reports.lock().expect("no worker panics with it").insert(name(&path), report);
			})
		});
		for worker in workers.collect::<Vec<_>>() {
			worker.join().unwrap_or_else(|panic| resume_unwind(panic));
		}
	});
	// Not `println!`, whose output is shown for failed tests only.
	let mut out = std::io::stdout().lock();
	let (mut traces, mut total) = (0, Uses::default());
	for (name, Report { steps, fields, uses }) in reports.into_inner().expect("no worker panics with it") {
		writeln!(out, "{name}: {steps} steps, {fields} fields compared, {uses}")
			.expect("the terminal takes it");
		(traces, total) = (traces + 1, total + uses);
	}
	(traces, total)
}

/// What went wrong, and where.
fn mismatch(trace: &Trace, step: &Step, what: &str) -> ! {
	panic!("{}, step {} ({} by {:?}): {what}", trace.name, step.number, step.op, step.caller)
}

/// From genesis, step after step. Nothing may differ but the answer to a call that does nothing.
fn replay_strictly(trace: &Trace) -> Report {
	let (mut fields, mut uses) = (0, Uses::default());
	storage::genesis(trace).execute_with(|| {
		let mut before = &trace.initial_state;
		for (step, after) in trace.steps() {
			set_time(step.time);
			let outcome = call::perform(trace, step);
			if let Err(difference) = outcome::agree(step, after, &outcome) {
				match departures::tolerates(step, before, &outcome) {
					Some(departure) => uses.count(departure),
					None => mismatch(trace, step, &difference),
				}
			}
			before = after;
			match compare(trace, after) {
				Ok(compared) => fields += compared,
				Err(differences) => mismatch(trace, step, &differences),
			}
			check_invariants();
		}
	});
	Report { steps: trace.len(), fields, uses }
}

/// Every step alone, from the recorded state before it.
fn replay_step_by_step(trace: &Trace) -> Report {
	let (mut fields, mut uses) = (0, Uses::default());
	storage::genesis(trace).execute_with(|| {
		let mut next = &trace.initial_state;
		for (step, after) in trace.steps() {
			let before = std::mem::replace(&mut next, after);
			if !departures::fits(before) {
				uses.count(Departure::P1);
				continue;
			}
			storage::load(trace, before);
			set_time(step.time);
			System::reset_events();
			let outcome = call::perform(trace, step);
			if let Err(difference) = outcome::agree(step, after, &outcome) {
				if let Some(departure) = departures::tolerates(step, before, &outcome) {
					uses.count(departure);
				} else if let Some(departure) = departures::excuses(trace, step, before, &outcome) {
					// What the original made of a call that means something else here cannot be compared.
					uses.count(departure);
					continue;
				} else {
					mismatch(trace, step, &difference)
				}
			}
			if matches!(outcome, Outcome::Done { .. }) {
				departures::adjust(trace, step).into_iter().for_each(|departure| uses.count(departure));
			}
			match compare(trace, after) {
				Ok(compared) => fields += compared,
				Err(differences) => mismatch(trace, step, &differences),
			}
		}
	});
	Report { steps: trace.len(), fields, uses }
}

#[test]
fn strict_traces_replay_from_genesis_without_tolerance() {
	let (traces, uses) = replay_all(|name| name.starts_with("strict_"), replay_strictly);
	if are_public() {
		assert_eq!((traces, uses.to_string().as_str()), (8, "allowed differences: Hygiene 1"));
	}
}

#[test]
fn all_traces_replay_step_by_step() {
	let (traces, uses) = replay_all(|_| true, replay_step_by_step);
	if are_public() {
		let known = "allowed differences: D1 4 D2 51 D3 19 P1 11 P2 1 P5 4";
		assert_eq!((traces, uses.to_string().as_str()), (47, known));
	}
}

#[test]
fn a_replay_notices_every_wrong_field() {
	let path =
		files().into_iter().find(|path| path.to_string_lossy().contains("strict_01")).expect("is there");
	let trace = Trace::read(&path);
	let (_, last) = trace.steps().last().expect("is not empty");
	storage::genesis(&trace).execute_with(|| {
		storage::load(&trace, last);
		set_time(trace.steps().last().expect("is not empty").0.time);
		compare(&trace, last).expect("the state that was loaded");
		let wrong = snapshot::corruptions(last);
		assert!(wrong.len() > 250, "{} fields are few", wrong.len());
		for (path, state) in wrong {
			compare(&trace, &state).expect_err(&path);
		}
	});
}
