//! Random sequences of everything that can happen to proxies, ruled on by books that follow the specification, with
//! the invariants of all three pallets and the properties P1 to P9 of section 14 checked after every step.
//!
//! Deterministic by default. `PROPTEST_CASES=10000` tries more sequences, `PROPTEST_RNG_SEED=7` other ones.

mod books;
mod callers;
mod checks;
mod choices;
mod foreign;
mod op;
mod rules;
mod rules_exchange;
mod rules_money;
mod rules_roles;
mod run;
mod scripts;
mod steps;

use super::support::Call;
use crate::mock::*;
use frame_support::traits::GetCallName;
use op::{op, CALLS};
use proptest::{
	collection::vec,
	prelude::*,
	test_runner::{contextualize_config, RngSeed, TestRunner},
};
use run::{Payments, Run, Seen};
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

fn names_of_errors() -> BTreeSet<&'static str> {
	let TypeDef::Variant(errors) = Error::type_info().type_def else { panic!("errors are variants") };
	errors.variants.into_iter().map(|error| error.name).collect()
}

#[test]
fn proxies_follow_the_rules_and_keep_the_properties() {
	let (seen, payments) = (Mutex::new(Seen::new()), Mutex::new(Payments::new()));
	let counts = [AtomicUsize::new(0), AtomicUsize::new(0)];
	let done = TestRunner::new(config(600)).run(&vec(op(), 1..120), |ops| {
		let mut run = Run::new();
		for op in &ops {
			run.step(op);
		}
		seen.lock().expect("no panic holds it").extend(run.seen());
		payments.lock().expect("no panic holds it").extend(run.payments());
		for (sum, count) in counts.iter().zip(run.counts()) {
			sum.fetch_add(count, Ordering::Relaxed);
		}
		Ok(())
	});
	done.unwrap_or_else(|failure| panic!("{failure}"));
	let [steps, intrusions] = counts.map(AtomicUsize::into_inner);
	// Not `println!`, whose output is shown for failed tests only.
	writeln!(std::io::stdout(), "{steps} steps and {intrusions} intrusions without a difference")
		.expect("the terminal takes it");
	let seen = seen.into_inner().expect("nobody holds it any more");
	let errors = seen.iter().filter_map(|(_, error)| *error).collect::<BTreeSet<_>>();
	let missing = names_of_errors().difference(&errors).copied().collect::<Vec<_>>();
	assert!(missing.is_empty(), "errors that the sequences did not reach: {missing:?}");
	let succeeded = seen.iter().filter(|(_, error)| error.is_none()).map(|(call, _)| *call);
	let all = Call::get_call_names().iter().copied().collect::<BTreeSet<_>>();
	assert_eq!(all.len(), usize::from(CALLS));
	let missing = all.difference(&succeeded.collect()).copied().collect::<Vec<_>>();
	assert!(missing.is_empty(), "calls that never succeeded: {missing:?}");
	// All but borrowing and repaying the loan at once, which never happens.
	let payments = payments.into_inner().expect("nobody holds it any more");
	let all = [[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [1, 0, 0], [1, 0, 1]];
	assert_eq!(payments, all.map(|parts| parts.map(|part| part == 1)).into(), "kinds of payments");
}
