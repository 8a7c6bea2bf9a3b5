//! Random sequences of everything that can happen, by users, operators good and bad, and time, compared with an
//! independent model after every step.
//!
//! Deterministic by default. `PROPTEST_CASES=10000` tries more sequences, `PROPTEST_RNG_SEED=7` other ones.

mod checks;
mod model;
mod model_batch;
mod model_forced;
mod op;
mod people;
mod plan;
mod resolve;
mod run;
mod spoil;

use crate::mock::*;
use op::op;
use proptest::{
	collection::vec,
	prelude::*,
	test_runner::{contextualize_config, RngSeed, TestRunner},
};
use run::{Run, Seen, Setup};
use scale_info::{TypeDef, TypeInfo};
use std::{
	collections::BTreeSet,
	io::Write,
	sync::{
		atomic::{AtomicUsize, Ordering},
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

fn setup() -> impl Strategy<Value = Setup> {
	// The largest quantum leaves everybody 54 units.
	let quantum = prop_oneof![6 => Just(1), 2 => Just(1_000_000), 1 => Just(u64::MAX)];
	let equity = prop_oneof![4 => Just(1_000), 2 => Just(40), 1 => Just(1), 1 => Just(u64::MAX - 5)];
	(quantum, 1..=3u32, 1..=3u32, equity).prop_map(|(quantum, max_keys, max_operators, equity)| Setup {
		quantum,
		max_keys,
		max_operators,
		equity,
	})
}

fn names_of_errors() -> BTreeSet<&'static str> {
	let TypeDef::Variant(errors) = Error::type_info().type_def else { panic!("errors are variants") };
	errors.variants.into_iter().map(|error| error.name).collect()
}

#[test]
fn the_exchange_agrees_with_the_model() {
	let (seen, steps) = (Mutex::new(Seen::new()), AtomicUsize::new(0));
	let done = TestRunner::new(config(600)).run(&(setup(), vec(op(), 1..100)), |(setup, ops)| {
		let mut run = Run::new(&setup);
		for op in &ops {
			run.step(op);
		}
		seen.lock().expect("no panic holds it").extend(run.seen());
		steps.fetch_add(run.steps(), Ordering::Relaxed);
		Ok(())
	});
	done.unwrap_or_else(|failure| panic!("{failure}"));
	// Not `println!`, whose output is shown for failed tests only.
	writeln!(std::io::stdout(), "{} steps without a difference", steps.into_inner())
		.expect("the terminal takes it");
	let seen = seen.into_inner().expect("nobody holds it any more");
	// Everything that can go wrong did.
	let errors = seen.iter().filter_map(|(_, error)| *error).collect::<BTreeSet<_>>();
	assert_eq!(errors, names_of_errors(), "errors of the exchange that the sequences reached");
	let succeeded = seen.iter().filter(|(_, error)| error.is_none()).count();
	assert_eq!(succeeded, 17, "kinds of steps that the sequences took with success");
}
