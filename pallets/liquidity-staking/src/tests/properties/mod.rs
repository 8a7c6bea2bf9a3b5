//! Random sequences of everything that can happen, compared with an independent model after every step, and twin
//! runs.
//!
//! Deterministic by default. `PROPTEST_CASES=10000` tries more sequences, `PROPTEST_RNG_SEED=7` other ones.

mod checks;
mod ledger;
mod op;
mod oracle;
mod oracle_lending;
mod oracle_schedule;
mod run;

use crate::mock::*;
use op::{op, Kind, LENT_TO, PEOPLE};
use proptest::{
	collection::vec,
	prelude::*,
	test_runner::{contextualize_config, RngSeed, TestRunner},
};
use run::{Run, Setup};
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
	let schedule = prop_oneof![
		Just((INTERVAL, BLACKOUT, MIN_BLACKOUT, MAX_EPOCH)),
		Just((2 * MIN_BLACKOUT, MIN_BLACKOUT, MIN_BLACKOUT, MAX_EPOCH)),
		Just((40, 13, 3, 200)),
		Just((600, 300, 1, 3_600)),
	];
	let start = prop_oneof![4 => Just(0i64), 2 => Just(-1), 1 => Just(-30), 1 => Just(5_000)];
	let begin = prop_oneof![4 => Just(0i64), 1 => Just(-20), 1 => Just(25)];
	let length = prop_oneof![Just(DISTRIBUTION), Just(3_000), Just(0)];
	let rate = prop_oneof![Just(0), Just(1), Just(1_000), Just(100_001), Just(PRODUCTION_RATE)];
	let max_shortfalls = prop_oneof![Just(1), Just(2), Just(50)];
	let shares = prop_oneof![
		Just([5_000, 5_000]),
		Just([10_000, 0]),
		Just([3_333, 6_666]),
		Just([1, 9_998]),
		Just([4_500, 1_500]),
	];
	(schedule, start, (begin, length), rate, max_shortfalls, shares).prop_map(
		|(schedule, start, (begin, length), rate, max_shortfalls, shares)| {
			// The model counts epoch by epoch: a short schedule goes with a short distribution.
			let length = if schedule.0 < 10_000 { length.min(8_000) } else { length };
			let allocations = LENT_TO.into_iter().zip(shares).filter(|(_, units)| *units > 0).collect();
			Setup { schedule, start, distribution: (begin, length), rate, max_shortfalls, allocations }
		},
	)
}

fn names_of_errors() -> Vec<&'static str> {
	let TypeDef::Variant(errors) = Error::type_info().type_def else { panic!("errors are variants") };
	errors.variants.into_iter().map(|error| error.name).collect()
}

#[test]
fn the_pool_agrees_with_the_model() {
	let (seen, steps) = (Mutex::new(BTreeSet::new()), AtomicUsize::new(0));
	let sequences = (setup(), any::<bool>(), vec(op(), 1..100));
	let done = TestRunner::new(config(2_400)).run(&sequences, |(setup, hook, ops)| {
		let mut run = Run::new(&setup, hook);
		for op in &ops {
			run.step(op);
		}
		seen.lock().expect("no panic holds it").extend(run.seen().iter().cloned());
		steps.fetch_add(run.steps(), Ordering::Relaxed);
		Ok(())
	});
	done.unwrap_or_else(|failure| panic!("{failure}"));
	// Not `println!`, whose output is shown for failed tests only.
	writeln!(std::io::stdout(), "{} steps without a difference", steps.into_inner())
		.expect("the terminal takes it");
	let seen = seen.into_inner().expect("nobody holds it any more");
	let errors = seen.iter().filter_map(|(_, error)| *error).collect::<BTreeSet<_>>();
	// Everything that can go wrong did, but what never can.
	let known = names_of_errors().into_iter().filter(|name| *name != "InternalInconsistency");
	assert_eq!(errors, known.collect(), "errors of the pool that the sequences reached");
	let succeeded = seen.iter().filter(|(_, error)| error.is_none()).count();
	assert_eq!(succeeded, 36, "kinds of steps that the sequences took with success");
}

proptest! {
	#![proptest_config(config(300))]

	/// The roll in `on_initialize` only does early what the next call would do.
	#[test]
	fn results_do_not_depend_on_the_hook(setup in setup(), ops in vec(op(), 1..60)) {
		let (mut with, mut without) = (Run::new(&setup, true), Run::new(&setup, false));
		for (number, op) in ops.iter().enumerate() {
			with.step(op);
			without.step(op);
			prop_assert_eq!(with.snapshot(), without.snapshot(), "step {}: {:?}", number, op);
		}
	}

	/// Settling more often changes no balance and no debt, and rewards by rounding only.
	#[test]
	fn results_do_not_depend_on_how_often_accounts_are_settled(
		mut setup in setup(),
		steps in vec((op(), vec((0..PEOPLE.len(), 0..7usize), 0..4)), 1..60),
	) {
		// A settlement may come just in time for the limit; that is no subject here.
		setup.max_shortfalls = 1_000;
		// What is given up is what was not settled.
		let steps = steps.into_iter().filter(|(op, _)| !matches!(op.kind, Kind::FailsafeDelete)).collect::<Vec<_>>();
		let (mut often, mut seldom) = (Run::new(&setup, true), Run::new(&setup, false));
		for (number, (op, settlements)) in steps.iter().enumerate() {
			often.step(op);
			seldom.step(op);
			for (person, kind) in settlements {
				often.settle(PEOPLE[*person], *kind);
			}
			let (left, right) = (often.snapshot(), seldom.snapshot());
			prop_assert_eq!(&left.balances, &right.balances, "step {}: {:?}", number, op);
			prop_assert_eq!(&left.totals, &right.totals, "step {}: {:?}", number, op);
			for account in PEOPLE {
				let bound = often.dust_bound(account).max(seldom.dust_bound(account));
				let difference = left.rewards[&account].abs_diff(right.rewards[&account]);
				prop_assert!(difference <= bound, "step {}: {:?}: {} by {}", number, op, account, difference);
			}
		}
	}
}
