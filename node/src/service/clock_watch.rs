//! Compares the clock of this machine with those of the other validators.
//!
//! The header of a block says in which slot it was made, so an announcement tells what time it is at its author. Blocks
//! from the future are refused before they are imported: announcements are the only place where a clock that is behind
//! shows at all.

use super::partial::FullClient;
use sc_consensus_aura::standalone::{check_header_slot_and_seal, find_pre_digest, slot_author};
use sc_service::Configuration;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus::block_validation::{BlockAnnounceValidator, DefaultBlockAnnounceValidator, Validation};
use sp_consensus_aura::{
	sr25519::{AuthorityId as AuraId, AuthorityPair as AuraPair, AuthoritySignature},
	AuraApi, Slot, SlotDuration,
};
use std::{
	collections::VecDeque,
	error::Error,
	future::Future,
	pin::Pin,
	sync::Arc,
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use substrate_prometheus_endpoint::{register, Gauge, Registry, F64};
use tidepool_runtime::{opaque::Block, Hash, Header};

/// Authors whose last announcements are remembered.
const KEPT: usize = 5;
/// Authors that must have been heard of before anything is said.
const FEWEST: usize = 2;
/// Slots for which nothing counts: to a node that has just started, others announce old blocks again, when they vote for
/// them.
const WARM_UP: u32 = 3;
/// Between two checks of seals, which anybody can ask for by announcing whatever it likes. There is a block in six seconds.
const CHECK_INTERVAL: Duration = Duration::from_millis(100);
/// How far, in milliseconds, blocks may seem to come from the future: clocks that are set well differ by less.
const MOST_EARLY: i64 = 1_000;
/// Milliseconds between two warnings about the same clock.
const SILENCE: i64 = 60_000;

/// The first announcement of a block.
struct Heard<Author> {
	author: Author,
	slot: Slot,
	/// Milliseconds after the beginning of the slot, by this machine's clock.
	delay: i64,
}

/// The last blocks that were announced, one of each author.
struct Delays<Author>(VecDeque<Heard<Author>>);

impl<Author: PartialEq> Delays<Author> {
	/// Whether a block of this slot, or of a later one, was heard of the author already.
	fn knows(&self, author: &Author, slot: Slot) -> bool {
		self.0.iter().any(|known| known.author == *author && known.slot >= slot)
	}

	fn note(&mut self, heard: Heard<Author>) {
		if self.knows(&heard.author, heard.slot) {
			return;
		}
		self.0.retain(|known| known.author != heard.author);
		if self.0.len() == KEPT {
			self.0.pop_front();
		}
		self.0.push_back(heard);
	}

	/// The median, so that neither one author's bad clock nor one late block decides. Of two in the middle the one that is
	/// nearer to zero: both must be off.
	fn typical(&self) -> Option<i64> {
		let mut delays = self.0.iter().map(|heard| heard.delay).collect::<Vec<_>>();
		delays.sort_unstable();
		let (lower, upper) = (delays.len().saturating_sub(1) / 2, delays.len() / 2);
		let middle = delays.get(lower..=upper)?.iter().copied();
		middle.min_by_key(|delay| delay.saturating_abs()).filter(|_| delays.len() >= FEWEST)
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
	/// From when on announcements count.
	from: Option<Instant>,
	/// When a seal was last checked.
	checked: Option<Instant>,
	/// Who may make blocks, by the state of a block.
	authorities: Option<(Hash, Vec<AuraId>)>,
	delays: Delays<AuraId>,
	judge: Judge,
	gauge: Option<Gauge<F64>>,
}

impl ClockWatch {
	/// A watch that reports to the log, and to the metrics where the configuration wants any.
	pub fn new(config: &Configuration, client: Arc<FullClient>) -> Result<Self, sc_service::Error> {
		let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
		let judge = Judge::new(slot_duration);
		let gauge = config.prometheus_registry().and_then(gauge);
		Ok(Self {
			client,
			slot_duration,
			from: None,
			checked: None,
			authorities: None,
			delays: Delays(VecDeque::new()),
			judge,
			gauge,
		})
	}

	/// What the network is built with.
	pub fn builder(self) -> Builder {
		Box::new(|_| Box::new(self))
	}

	fn hear(&mut self, header: &Header) {
		let arrival = Instant::now();
		let warm_up = self.slot_duration.as_duration().saturating_mul(WARM_UP);
		let from = *self.from.get_or_insert(arrival.checked_add(warm_up).unwrap_or(arrival));
		if arrival < from || self.client.header(header.hash()).is_ok_and(|known| known.is_some()) {
			return;
		}
		let now = now();
		let Ok(slot) = find_pre_digest::<Block, AuthoritySignature>(header) else { return };
		let Some(start) = slot.timestamp(self.slot_duration) else { return };
		let Some(author) = self.author(header, slot, arrival) else { return };
		let delay = now.saturating_sub(signed(start.as_millis()));
		self.delays.note(Heard { author, slot, delay });
		let Some(delay) = self.delays.typical() else { return };
		if let Some(gauge) = &self.gauge {
			gauge.set(delay as f64 / 1e3);
		}
		if let Some(finding) = self.judge.finding(delay, now) {
			report(&finding);
		}
	}

	/// The validator that made it, at whatever time, if that says anything new. Anybody can announce anything.
	fn author(&mut self, header: &Header, slot: Slot, arrival: Instant) -> Option<AuraId> {
		let best = self.client.info().best_hash;
		if self.authorities.as_ref().is_none_or(|(block, _)| *block != best) {
			self.authorities = Some((best, self.client.runtime_api().authorities(best).ok()?));
		}
		let (_, authorities) = self.authorities.as_ref()?;
		let author = slot_author::<AuraPair>(slot, authorities)?;
		let too_soon = self.checked.is_some_and(|last| arrival.duration_since(last) < CHECK_INTERVAL);
		if too_soon || self.delays.knows(author, slot) {
			return None;
		}
		self.checked = Some(arrival);
		check_header_slot_and_seal::<Block, AuraPair>(u64::MAX.into(), header.clone(), authorities).ok()?;
		Some(author.clone())
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
		"Time from the beginning of a slot to the announcement of its block, by this machine's clock; median of the last five authors",
	);
	gauge
		.and_then(|gauge| register(gauge, registry))
		// Nothing is known yet, which is not the same as a clock that is right.
		.inspect(|gauge| gauge.set(f64::NAN))
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

	/// As if `authors` had announced blocks one after the other.
	fn typical_of(authors: u64, delays: &[i64]) -> Option<i64> {
		let mut all = Delays(VecDeque::new());
		for (slot, delay) in (0u64..).zip(delays) {
			all.note(Heard { author: slot % authors, slot: slot.into(), delay: *delay });
		}
		all.typical()
	}

	fn typical(delays: &[i64]) -> Option<i64> {
		typical_of(u64::MAX, delays)
	}

	#[test]
	fn nothing_is_said_before_two_authors_were_heard() {
		assert_eq!(typical(&[]), None);
		assert_eq!(typical(&[9_000]), None);
		assert_eq!(typical(&[9_000; 2]), Some(9_000));
		assert_eq!(typical_of(1, &[9_000; 9]), None);
	}

	#[test]
	fn of_two_authors_both_must_be_off() {
		assert_eq!(typical(&[9_000, 300]), Some(300));
		assert_eq!(typical(&[300, -9_000]), Some(300));
		assert_eq!(typical(&[-9_000, 9_100, 9_200, -9_300]), Some(-9_000));
	}

	#[test]
	fn one_odd_clock_among_the_others_does_not_matter() {
		assert_eq!(typical(&[300, -10_000, 400]), Some(300));
		assert_eq!(typical(&[10_300, 0, 10_400]), Some(10_300));
		assert_eq!(typical_of(4, &[300, -10_000, 400, 500, 300, -10_000, 400, 500]), Some(300));
	}

	#[test]
	fn only_the_last_five_authors_count() {
		assert_eq!(typical(&[9_000, 9_000, 9_000, 100, 100, 100]), Some(100));
		assert_eq!(typical(&[9_000, 9_000, 9_000, 100, 100]), Some(9_000));
	}

	#[test]
	fn a_block_counts_when_it_is_first_announced_and_only_the_last_one_of_an_author() {
		let mut delays = Delays(VecDeque::new());
		for (slot, delay, kept) in [(7u64, 100, 100), (7, 9_100, 100), (6, 9_200, 100), (8, 9_300, 9_300)] {
			delays.note(Heard { author: (), slot: slot.into(), delay });
			let all = delays.0.iter().map(|heard| heard.delay).collect::<Vec<_>>();
			assert_eq!(all, [kept], "slot {slot}");
		}
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
