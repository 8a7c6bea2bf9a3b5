//! Replays calls that were recorded from the original contracts on the pallet and the real pool, and compares what they
//! returned, reported and changed.
//!
//! Every trace is replayed in sequence from genesis; only where a departure has led to another state, the sequence goes
//! on from the recorded one. Then every step is taken alone, from the recorded state before it. A step may differ by the
//! rules of [`departures`] and no others.
//!
//! The traces are those of `tests/vectors/stark-proxy`, or of the folder that the environment variable
//! `STARK_PROXY_VECTORS` names.

mod call;
mod departures;
mod distributor;
mod events;
mod exchange_stand_in;
mod hand_made;
mod outcome;
mod pool;
mod proxy_call;
mod rules;
mod runtime;
mod sensitivity;
mod situation;
mod snapshot;
mod storage;
mod trace;
mod trades;

use departures::{Case, Departure, Uses};
use outcome::Outcome;
use runtime::*;
use serde_json::Value;
use situation::Situation;
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
use trace::{State, Step, Trace};

const PUBLIC_TRACES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/stark-proxy");

/// How the steps of a trace are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
	/// One after the other from genesis. After a step that leaves another state than the recorded one, from that.
	InSequence,
	/// Each from the recorded state before it.
	EachAlone,
}

/// What the replay of a trace found.
#[derive(Default)]
struct Report {
	traces: usize,
	steps: usize,
	/// Steps that left another state than the recorded one.
	diverged: usize,
	fields: usize,
	events: usize,
	uses: Uses,
}

impl Report {
	fn and(self, more: Report) -> Report {
		Report {
			traces: self.traces + more.traces,
			steps: self.steps + more.steps,
			diverged: self.diverged + more.diverged,
			fields: self.fields + more.fields,
			events: self.events + more.events,
			uses: self.uses + more.uses,
		}
	}
}

impl std::fmt::Display for Report {
	fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
		let Report { traces, steps, diverged, fields, events, uses } = self;
		write!(f, "{traces} traces, {steps} steps, {diverged} with another state; ")?;
		write!(f, "{fields} fields and {events} events compared; {uses}")
	}
}

/// The traces, or the reason why there are none.
fn files() -> Vec<PathBuf> {
	let folder = env::var("STARK_PROXY_VECTORS").unwrap_or_else(|_| PUBLIC_TRACES.into());
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
	env::var("STARK_PROXY_VECTORS").is_err()
}

/// Replays all traces on all processors, and prints a line for each.
fn replay_all(wanted: impl Fn(&str) -> bool, mode: Mode) -> Report {
	let name = |path: &Path| path.file_stem().expect("a file").to_string_lossy().into_owned();
	let queue = Mutex::new(files().into_iter().filter(|path| wanted(&name(path))).rev().collect::<Vec<_>>());
	let reports = Mutex::new(BTreeMap::new());
	thread::scope(|scope| {
		let workers = (0..thread::available_parallelism().map_or(1, usize::from)).map(|_| {
			scope.spawn(|| loop {
				let Some(path) = queue.lock().expect("no worker panics with it").pop() else { return };
				let report = replay(&Trace::read(&path), mode);
				reports.lock().expect("no worker panics with it").insert(name(&path), report);
			})
		});
		for worker in workers.collect::<Vec<_>>() {
			worker.join().unwrap_or_else(|panic| resume_unwind(panic));
		}
	});
	// Not `println!`, whose output is shown for failed tests only.
	let mut out = std::io::stdout().lock();
	let mut total = Report::default();
	for (name, report) in reports.into_inner().expect("no worker panics with it") {
		writeln!(out, "{name}: {report}").expect("the terminal takes it");
		total = total.and(report);
	}
	total
}

fn replay(trace: &Trace, mode: Mode) -> Report {
	let mut report = Report { traces: 1, ..Default::default() };
	storage::genesis(trace).execute_with(|| {
		let mut next = &trace.initial_state;
		// Whether the chain is in the recorded state, and has come there without any help.
		let (mut is_there, mut is_pristine) = (true, true);
		for (step, after) in trace.steps() {
			let before = std::mem::replace(&mut next, after);
			if !departures::fits(before) {
				report.uses.count(Departure::Width);
				is_there = false;
				continue;
			}
			if !is_there || mode == Mode::EachAlone {
				storage::load(trace, before);
			}
			let taken = take(trace, step, before, after).unwrap_or_else(|difference| {
				let Step { number, op, caller, .. } = step;
				panic!("{}, step {number} ({op} by {caller:?}): {difference}", trace.name)
			});
			is_there = taken.fields.is_some();
			is_pristine &= taken.uses.is_empty() && !key_leaves_owner(step, before);
			report.steps += 1;
			report.diverged += usize::from(!is_there);
			report.fields += taken.fields.unwrap_or_default();
			report.events += taken.events;
			taken.uses.into_iter().for_each(|departure| report.uses.count(departure));
			if is_pristine && mode == Mode::InSequence {
				StarkProxy::do_try_state().expect("the invariants of the proxies hold");
				LiquidityStaking::do_try_state().expect("the invariants of the pool hold");
			}
		}
	});
	report
}

/// Whether a key on the list of a proxy is registered to another account, which no real exchange would do: from then on
/// an invariant does not hold.
fn key_leaves_owner(step: &Step, before: &State) -> bool {
	let lists = |key: &str, state: &Value| {
		state["allowed_stark_keys"].as_array().is_some_and(|keys| keys.iter().any(|listed| listed == key))
	};
	let mut proxies = before["proxies"].as_object().expect("proxies").iter();
	step.op == "register_user"
		&& proxies.any(|(name, state)| name != step.text("eth_key") && lists(step.text("stark_key"), state))
}

/// What came of a step.
struct Taken {
	/// Number of fields that are the same; `None` if the state is another one.
	fields: Option<usize>,
	events: usize,
	uses: Vec<Departure>,
}

/// Takes a step from the state that the chain is in, or says what is different.
fn take(trace: &Trace, step: &Step, before: &State, after: &State) -> Result<Taken, String> {
	set_time(step.time);
	let situation = step.target.as_deref().map(|name| Situation::of(trace.proxy(name), step.time));
	let situation = situation.as_ref();
	let outcome = call::perform(trace, step, situation);
	let agreement = match outcome {
		Outcome::Unspeakable(_) => Err("no call of ours".into()),
		_ => outcome::agree(step, &outcome).and_then(|()| events::agree(trace, step, situation)),
	};
	let (mut events, mut uses) = (0, vec![]);
	match agreement {
		Ok(same) => events = same,
		Err(difference) => {
			let case = Case { trace, step, before, situation, outcome: &outcome, events: events::ours() };
			let excuse = departures::explain(&case).ok_or(difference)?;
			uses.push(excuse.departure);
			if !excuse.comparable {
				return Ok(Taken { fields: None, events, uses });
			}
		},
	}
	if step.succeeded && matches!(outcome, Outcome::Done { .. }) {
		uses.extend(departures::adjust(trace, step, after, situation));
	}
	Ok(Taken { fields: Some(compare(trace, after)?), events, uses })
}

/// What the replay of the public traces finds, in both ways.
const KNOWN: &str = "14 traces, 1386 steps, 22 with another state; 397730 fields and 675 events compared; \
	allowed differences: D6 2 D7 2 D8 2 D9 1 D10 13 D14 3 D15 8 T8 1 T13 2 T15 2 Order 11 NoCounterpart 5 Width 4 PoolD2 7";

#[test]
fn all_traces_replay_in_sequence_from_genesis() {
	let report = replay_all(|_| true, Mode::InSequence);
	if are_public() {
		assert_eq!(report.to_string(), KNOWN);
	}
}

#[test]
fn the_scenarios_of_the_original_replay_from_genesis_without_tolerance() {
	let report = replay_all(|name| name.starts_with("scenario_original_"), Mode::InSequence);
	assert_eq!(report.uses.to_string(), "no differences");
	if are_public() {
		assert_eq!((report.traces, report.steps), (4, 74));
	}
}

#[test]
fn all_traces_replay_step_by_step() {
	let report = replay_all(|_| true, Mode::EachAlone);
	if are_public() {
		assert_eq!(report.to_string(), KNOWN);
	}
}
