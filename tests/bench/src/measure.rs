//! Measures, in rounds. Every round measures everything once, in an order of its own, so that whatever else the machine
//! does disturbs all calls and all numbers of stakers alike.

mod bench;
mod footprint;
mod next_block;
mod parts;

use crate::{
	cases::{self, Case, What, EMPTY, YARDSTICK},
	machine::Machine,
	report::{Growth, Report, Row},
	state::State,
	statistics::{median, median_difference, median_ratio, minimum},
};
use bench::Bench;
use sp_io::hashing::twox_64;
use std::time::Instant;

/// Rounds that are not counted.
const WARM_UP: u32 = 3;
const PICOSECONDS_PER_MICROSECOND: f64 = 1e6;
const NANOSECONDS_PER_MICROSECOND: f64 = 1e3;

/// Measures everything `rounds` times with each number of stakers.
pub fn run(sizes: &[u32], rounds: u32) -> Result<Report, String> {
	let machine = Machine::new()?;
	let cases = cases::all();
	let mut benches = sizes.iter().map(|stakers| made(*stakers, rounds, &cases)).collect::<Vec<_>>();

	let start = Instant::now();
	for round in 0..WARM_UP + rounds {
		for bench in &mut benches {
			bench.prepare(&machine, &cases, round)?;
		}
		if round == 0 {
			for bench in &mut benches {
				bench.take_footprints(&machine, &cases)?;
			}
		}
		for (bench, case) in shuffled(benches.len(), cases.len(), round) {
			benches[bench].measure(&machine, &cases, case, round >= WARM_UP)?;
		}
	}
	eprintln!("Measured {rounds} rounds in {:.1} s.", start.elapsed().as_secs_f64());
	Ok(report(&benches, &cases, rounds))
}

fn made(stakers: u32, rounds: u32, cases: &[Case]) -> Bench {
	let start = Instant::now();
	let state = State::new(stakers, rounds);
	eprintln!("Made a chain with {stakers} stakers in {:.1} s.", start.elapsed().as_secs_f64());
	Bench::new(state, cases.len())
}

/// All pairs of bench and case, in an order that depends on the round.
fn shuffled(benches: usize, cases: usize, round: u32) -> Vec<(usize, usize)> {
	let mut pairs =
		(0..benches).flat_map(|bench| (0..cases).map(move |case| (bench, case))).collect::<Vec<_>>();
	pairs.sort_by_cached_key(|(bench, case)| {
		twox_64(&[round.to_le_bytes(), (*bench as u32).to_le_bytes(), (*case as u32).to_le_bytes()].concat())
	});
	pairs
}

fn report(benches: &[Bench], cases: &[Case], rounds: u32) -> Report {
	let results = benches.iter().flat_map(|bench| rows(bench, cases)).collect();
	let growth = match benches {
		[few, .., many] => growth(few, many, cases),
		_ => vec![],
	};
	Report { rounds, yardstick: YARDSTICK.into(), results, growth }
}

fn rows<'a>(bench: &'a Bench, cases: &'a [Case]) -> impl Iterator<Item = Row> + 'a {
	let times_of = |name| {
		let index = cases.iter().position(|case| case.name == name).expect("it is measured");
		floats(bench.times(index))
	};
	let (yardstick, empty) = (times_of(YARDSTICK), times_of(EMPTY));
	cases.iter().enumerate().map(move |(index, case)| {
		let (times, footprint) = (floats(bench.times(index)), bench.footprint(index));
		Row {
			stakers: bench.stakers(),
			call: case.name.into(),
			shortfalls: case.shortfalls,
			median_microseconds: median(&times) / NANOSECONDS_PER_MICROSECOND,
			minimum_microseconds: minimum(&times) / NANOSECONDS_PER_MICROSECOND,
			own_microseconds: matches!(case.what, What::Transaction(_))
				.then(|| median_difference(&times, &empty) / NANOSECONDS_PER_MICROSECOND),
			ratio: median_ratio(&times, &yardstick),
			charged_microseconds: footprint.charged as f64 / PICOSECONDS_PER_MICROSECOND,
			declared_microseconds: footprint.declared as f64 / PICOSECONDS_PER_MICROSECOND,
			reads: footprint.reads,
			writes: footprint.writes,
			proof_bytes: footprint.proof_bytes,
			nanoseconds: bench.times(index).to_vec(),
		}
	})
}

fn growth(few: &Bench, many: &Bench, cases: &[Case]) -> Vec<Growth> {
	let of = |(index, case): (usize, &Case)| Growth {
		call: case.name.into(),
		shortfalls: case.shortfalls,
		from: few.stakers(),
		to: many.stakers(),
		ratio: median_ratio(&floats(many.times(index)), &floats(few.times(index))),
	};
	cases.iter().enumerate().map(of).collect()
}

fn floats(times: &[u64]) -> Vec<f64> {
	times.iter().map(|time| *time as f64).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_round_measures_everything_once_in_another_order() {
		let (one, another) = (shuffled(2, 3, 0), shuffled(2, 3, 1));
		assert_ne!(one, another);
		let mut sorted = one;
		sorted.sort_unstable();
		assert_eq!(sorted, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]);
	}

	#[test]
	fn everything_can_be_measured() {
		let report = run(&[10, 60], 2).expect("every call succeeds");
		assert_eq!(report.results.len(), 2 * cases::all().len());
		assert_eq!(report.growth.len(), cases::all().len());
		for row in &report.results {
			assert_eq!(row.nanoseconds.len(), 2, "{}", row.call);
			assert!(row.ratio > 0.0, "{}", row.call);
			assert!(row.charged_microseconds <= row.declared_microseconds, "{}", row.call);
		}
	}

	#[test]
	fn no_call_reads_or_writes_more_with_more_stakers() {
		let report = run(&[10, 200], 1).expect("every call succeeds");
		let (few, many) = report.results.split_at(cases::all().len());
		for (few, many) in few.iter().zip(many) {
			assert_eq!((few.reads, few.writes), (many.reads, many.writes), "{}", few.call);
		}
	}
}
