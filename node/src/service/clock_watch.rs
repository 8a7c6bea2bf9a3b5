//! Compares the clock of this machine with those of the other validators.
//!
//! The header of a block says in which slot it was made, so an announcement tells what time it is at its author. Blocks
//! from the future are refused before they are imported: announcements are the only place where a clock that is behind
//! shows at all.

use super::partial::FullClient;
use sc_consensus_aura::standalone::{check_header_slot_and_seal, find_pre_digest};
use sc_service::Configuration;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus::block_validation::{BlockAnnounceValidator, DefaultBlockAnnounceValidator, Validation};
use sp_consensus_aura::{
	sr25519::{AuthorityPair as AuraPair, AuthoritySignature},
	AuraApi, Slot, SlotDuration,
};
use std::{
	collections::VecDeque,
	error::Error,
	future::Future,
	pin::Pin,
	sync::Arc,
	time::{SystemTime, UNIX_EPOCH},
};
use substrate_prometheus_endpoint::{register, Gauge, Registry, F64};
use tidepool_runtime::{opaque::Block, Header};

/// Slots whose announcements are remembered, and that must have been heard of before anything is said.
const KEPT: usize = 5;
/// How far, in milliseconds, blocks may seem to come from the future: clocks that are set well differ by less.
const MOST_EARLY: i64 = 1_000;
/// Milliseconds between two warnings about the same clock.
const SILENCE: i64 = 60_000;

/// How many milliseconds after the beginning of their slots the last blocks were announced, by this machine's clock.
#[derive(Default)]
struct Delays(VecDeque<(Slot, i64)>);

impl Delays {
	fn knows(&self, slot: Slot) -> bool {
		self.0.iter().any(|(known, _)| *known == slot)
	}

	fn note(&mut self, slot: Slot, delay: i64) {
		if self.0.len() == KEPT {
			self.0.pop_front();
		}
		self.0.push_back((slot, delay));
	}

	/// The second shortest. Announcements can be late for many reasons: to a node that has just started, others announce
	/// again what they vote for. They cannot be early, unless it is the author's clock that is wrong: one does not count.
	fn typical(&self) -> Option<i64> {
		let mut delays = self.0.iter().map(|(_, delay)| *delay).collect::<Vec<_>>();
		delays.sort_unstable();
		(delays.len() == KEPT).then(|| delays[1])
	}
}

/// What is to be said about the clock.
#[derive(Debug, PartialEq)]
enum Finding {
	/// It is so many seconds ahead of the others.
	Ahead(i64),
	/// It is so many seconds behind the others.
	Behind(i64),
	/// It was off and is right again.
	Right,
}

/// Decides when to say something.
struct Judge {
	/// Longest delay in milliseconds of a block on its way.
	most_late: i64,
	/// When it last warned, in milliseconds since 1970.
	warned: Option<i64>,
}

impl Judge {
	fn new(slot_duration: SlotDuration) -> Self {
		Self { most_late: signed(slot_duration.as_millis()), warned: None }
	}

	fn finding(&mut self, delay: i64, now: i64) -> Option<Finding> {
		if (-MOST_EARLY..=self.most_late).contains(&delay) {
			return self.warned.take().map(|_| Finding::Right);
		}
		if self.warned.is_some_and(|warned| now.abs_diff(warned) < SILENCE.unsigned_abs()) {
			return None;
		}
		self.warned = Some(now);
		let seconds = delay.saturating_abs().saturating_add(500) / 1_000;
		Some(if delay > 0 { Finding::Ahead(seconds) } else { Finding::Behind(seconds) })
	}
}

/// Makes the one who looks at announcements first.
type Builder = Box<dyn FnOnce(Arc<FullClient>) -> Box<dyn BlockAnnounceValidator<Block> + Send> + Send>;

/// Listens to the announcements of blocks. Refuses none that the network would accept without it.
pub struct ClockWatch {
	client: Arc<FullClient>,
	slot_duration: SlotDuration,
	delays: Delays,
	judge: Judge,
	gauge: Option<Gauge<F64>>,
}

impl ClockWatch {
	/// A watch that reports to the log, and to the metrics where the configuration wants any.
	pub fn new(config: &Configuration, client: Arc<FullClient>) -> Result<Self, sc_service::Error> {
		let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
		let judge = Judge::new(slot_duration);
		let gauge = config.prometheus_registry().and_then(gauge);
		Ok(Self { client, slot_duration, delays: Delays::default(), judge, gauge })
	}

	/// What the network is built with.
	pub fn builder(self) -> Builder {
		Box::new(|_| Box::new(self))
	}

	fn hear(&mut self, header: &Header) {
		let Ok(slot) = find_pre_digest::<Block, AuthoritySignature>(header) else { return };
		if self.delays.knows(slot) || !self.is_sealed(header) {
			return;
		}
		let Some(start) = slot.timestamp(self.slot_duration) else { return };
		let now = now();
		self.delays.note(slot, now.saturating_sub(signed(start.as_millis())));
		let Some(delay) = self.delays.typical() else { return };
		if let Some(gauge) = &self.gauge {
			gauge.set(delay as f64 / 1e3);
		}
		if let Some(finding) = self.judge.finding(delay, now) {
			report(&finding);
		}
	}

	/// Whether a validator made it, at whatever time: anybody can announce anything.
	fn is_sealed(&self, header: &Header) -> bool {
		let best = self.client.info().best_hash;
		self.client.runtime_api().authorities(best).is_ok_and(|authorities| {
			check_header_slot_and_seal::<Block, AuraPair>(u64::MAX.into(), header.clone(), &authorities)
				.is_ok()
		})
	}
}

impl BlockAnnounceValidator<Block> for ClockWatch {
	fn validate(
		&mut self,
		header: &Header,
		data: &[u8],
	) -> Pin<Box<dyn Future<Output = Result<Validation, Box<dyn Error + Send>>> + Send>> {
		self.hear(header);
		BlockAnnounceValidator::<Block>::validate(&mut DefaultBlockAnnounceValidator, header, data)
	}
}

fn gauge(registry: &Registry) -> Option<Gauge<F64>> {
	let gauge = Gauge::new(
		"tidepool_clock_delay_seconds",
		"Time from the beginning of a slot to the announcement of its block, by this machine's clock; the second shortest of the last five",
	);
	gauge
		.and_then(|gauge| register(gauge, registry))
		.inspect_err(|error| log::warn!("The difference of the clocks is not among the metrics: {error}"))
		.ok()
}

fn report(finding: &Finding) {
	let (seconds, side) = match finding {
		Finding::Right => {
			return log::info!("The clock of this machine agrees with the other validators again")
		},
		Finding::Ahead(seconds) => (seconds, "ahead of"),
		Finding::Behind(seconds) => (seconds, "behind"),
	};
	log::warn!(
		"The clock of this machine is about {seconds} s {side} those of the other validators: set it right, best by \
		 NTP. Blocks from the future are refused, by this node and by the others"
	);
}

fn now() -> i64 {
	signed(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as u64))
}

fn signed(milliseconds: u64) -> i64 {
	milliseconds.try_into().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT: i64 = 6_000;

	fn judge() -> Judge {
		Judge::new(SlotDuration::from_millis(SLOT as u64))
	}

	fn typical(delays: &[i64]) -> Option<i64> {
		let mut all = Delays::default();
		for (slot, delay) in (0u64..).zip(delays) {
			all.note(slot.into(), *delay);
		}
		all.typical()
	}

	#[test]
	fn nothing_is_said_before_five_blocks() {
		assert_eq!(typical(&[]), None);
		assert_eq!(typical(&[9_000; 4]), None);
		assert_eq!(typical(&[9_000; 5]), Some(9_000));
	}

	#[test]
	fn announcements_of_old_blocks_do_not_matter() {
		assert_eq!(typical(&[18_000, 12_000, 6_100, 400, 300]), Some(400));
	}

	#[test]
	fn one_odd_clock_among_the_others_does_not_matter() {
		assert_eq!(typical(&[300, -10_000, 400, 500, 600]), Some(300));
		assert_eq!(typical(&[10_300, 0, 10_400, 10_500, 10_600]), Some(10_300));
	}

	#[test]
	fn only_the_last_five_blocks_count() {
		assert_eq!(typical(&[100, 100, 9_000, 9_000, 9_000, 9_000, 9_000]), Some(9_000));
	}

	#[test]
	fn a_slot_counts_once() {
		let mut delays = Delays::default();
		delays.note(7.into(), 100);
		assert!(delays.knows(7.into()));
		assert!(!delays.knows(8.into()));
		for slot in 8u64..13 {
			delays.note(slot.into(), 100);
		}
		assert!(!delays.knows(7.into()));
	}

	#[test]
	fn a_block_may_come_a_second_early_and_a_slot_late() {
		for fine in [-MOST_EARLY, 0, 400, SLOT] {
			assert_eq!(judge().finding(fine, 0), None);
		}
		assert_eq!(judge().finding(-MOST_EARLY - 1, 0), Some(Finding::Behind(1)));
		assert_eq!(judge().finding(SLOT + 1, 0), Some(Finding::Ahead(6)));
	}

	#[test]
	fn seconds_are_rounded_and_extremes_do_not_overflow() {
		assert_eq!(judge().finding(-9_499, 0), Some(Finding::Behind(9)));
		assert_eq!(judge().finding(-9_500, 0), Some(Finding::Behind(10)));
		assert!(judge().finding(i64::MAX, i64::MIN).is_some());
		let mut judge = judge();
		judge.finding(i64::MIN, i64::MIN);
		assert!(judge.finding(i64::MAX, i64::MAX).is_some());
	}

	#[test]
	fn a_clock_that_stays_wrong_is_reported_once_a_minute() {
		let mut judge = judge();
		assert_eq!(judge.finding(10_000, 0), Some(Finding::Ahead(10)));
		assert_eq!(judge.finding(10_000, SILENCE - 1), None);
		assert_eq!(judge.finding(10_000, SILENCE), Some(Finding::Ahead(10)));
	}

	#[test]
	fn a_clock_that_was_set_right_is_reported_once() {
		let mut judge = judge();
		judge.finding(-10_000, 0);
		assert_eq!(judge.finding(500, 1), Some(Finding::Right));
		assert_eq!(judge.finding(500, 2), None);
	}
}
