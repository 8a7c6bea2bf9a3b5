//! Random sequences of everything that can happen, compared with an independent model after every step (G1 to G7).
//!
//! Deterministic by default. `PROPTEST_CASES=10000` tries more sequences, `PROPTEST_RNG_SEED=7` other ones.

mod model;
mod op;
mod run;
mod translation;

use op::op;
use proptest::{
	collection::vec,
	prelude::*,
	test_runner::{contextualize_config, RngSeed, TestRunner},
};
use run::Run;
use std::{
	collections::BTreeSet,
	sync::{
		atomic::{AtomicUsize, Ordering::Relaxed},
		Mutex,
	},
};

/// A fixed seed and `cases` sequences, unless the environment says otherwise.
fn config(cases: u32) -> ProptestConfig {
	let fixed = ProptestConfig {
		cases,
		rng_seed: RngSeed::Fixed(1),
		source_file: Some(file!()),
		..ProptestConfig::default()
	};
	contextualize_config(fixed)
}

/// Outcomes without which the sequences would not have tested what they are meant to test.
const OUTCOMES: [&str; 15] = [
	"Ok",
	"BadOrigin",
	"OperationNotFound",
	"DelayTooShort",
	"DelayTooLong",
	"DelayOutOfBounds",
	"TooManyOperations",
	"TooEarly",
	"Expired",
	"NotExpired",
	"Broken",
	"Executed",
	"ExecutionFailed",
	"nested execution",
	"shared preimage",
];

#[test]
fn the_timelock_agrees_with_the_model() {
	let (seen, dispatches) = (Mutex::new(BTreeSet::new()), AtomicUsize::new(0));
	let sequences = (1..8u32, vec(op(), 1..120));
	let result = TestRunner::new(config(400)).run(&sequences, |(room, ops)| {
		let mut run = Run::new(room);
		for op in &ops {
			run.step(op);
		}
		seen.lock().expect("no other thread panics").extend(run.seen());
		dispatches.fetch_add(run.dispatches(), Relaxed);
		Ok(())
	});
	if let Err(failure) = result {
		panic!("{failure}");
	}
	let seen = seen.into_inner().expect("nobody has panicked");
	for outcome in OUTCOMES {
		assert!(seen.contains(outcome), "never seen: {outcome}");
	}
	assert!(dispatches.into_inner() > 400, "the sequences hardly execute anything");
}
