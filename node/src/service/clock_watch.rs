//! Compares the clock of this machine with those of the other validators.
//!
//! The header of a block says in which slot it was made, so an announcement tells what time it is at its author. Blocks
//! from the future are refused before they are imported: announcements are the only place where a clock that is behind
//! shows at all.

mod delays;
mod judge;
mod seals;

use super::partial::FullClient;
use delays::{Delays, Heard};
use judge::Judge;
use sc_consensus_aura::standalone::find_pre_digest;
use sc_service::Configuration;
use seals::Seals;
use sp_blockchain::HeaderBackend;
use sp_consensus::block_validation::{BlockAnnounceValidator, DefaultBlockAnnounceValidator, Validation};
use sp_consensus_aura::{
	sr25519::{AuthorityId as AuraId, AuthoritySignature},
	SlotDuration,
};
use std::{
	error::Error,
	future::Future,
	pin::Pin,
	sync::Arc,
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use substrate_prometheus_endpoint::{register, Gauge, Registry, F64};
use tidepool_runtime::{opaque::Block, Header};

/// Slots for which nothing counts: to a node that has just started, others announce old blocks again, when they vote for
/// them. What was announced meanwhile is remembered, because it is announced again later, too.
const WARM_UP: u32 = 3;
/// Slots for which an announcement counts, as long as there are new ones at all.
const MEMORY: u32 = 20;

/// Makes the one who looks at announcements first.
type Builder = Box<dyn FnOnce(Arc<FullClient>) -> Box<dyn BlockAnnounceValidator<Block> + Send> + Send>;

/// Listens to the announcements of blocks. Refuses none that the network would accept without it.
pub struct ClockWatch {
	client: Arc<FullClient>,
	slot_duration: SlotDuration,
	/// From when on announcements count.
	from: Option<Instant>,
	seals: Seals,
	delays: Delays<AuraId>,
	judge: Judge,
	gauge: Option<Gauge<F64>>,
}

impl ClockWatch {
	/// A watch that reports to the log, and to the metrics where the configuration wants any.
	pub fn new(config: &Configuration, client: Arc<FullClient>) -> Result<Self, sc_service::Error> {
		let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
		let gauge = config.prometheus_registry().and_then(gauge);
		let (seals, delays, judge) =
			(Seals::new(client.clone()), Delays::default(), Judge::new(slot_duration));
		Ok(Self { client, slot_duration, from: None, seals, delays, judge, gauge })
	}

	/// What the network is built with.
	pub fn builder(self) -> Builder {
		Box::new(|_| Box::new(self))
	}

	fn hear(&mut self, header: &Header) {
		let arrival = Instant::now();
		let warm = arrival.checked_add(self.slots(WARM_UP)).unwrap_or(arrival);
		let counts = arrival >= *self.from.get_or_insert(warm);
		let now = now();
		self.delays.forget_after(self.slots(MEMORY), arrival);
		if let Some(heard) = self.heard(header, arrival, now) {
			self.delays.note(Heard { delay: heard.delay.filter(|_| counts), ..heard });
		}
		self.tell(now);
	}

	/// What an announcement says about the clocks, if it says anything new.
	fn heard(&mut self, header: &Header, arrival: Instant, now: i64) -> Option<Heard<AuraId>> {
		let is_old = header.number <= self.client.info().finalized_number;
		if is_old || self.client.header(header.hash()).is_ok_and(|known| known.is_some()) {
			return None;
		}
		let slot = find_pre_digest::<Block, AuthoritySignature>(header).ok()?;
		let start = slot.timestamp(self.slot_duration)?;
		let author = self.seals.author(header, slot, arrival, |author| !self.delays.knows(author, slot))?;
		let delay = now.saturating_sub(signed(start.as_millis()));
		Some(Heard { author, slot, delay: Some(delay), arrival })
	}

	fn tell(&mut self, now: i64) {
		let delay = self.delays.typical();
		if let Some(gauge) = &self.gauge {
			gauge.set(delay.map_or(f64::NAN, |delay| delay as f64 / 1e3));
		}
		if let Some(finding) = delay.and_then(|delay| self.judge.finding(delay, now)) {
			finding.report();
		}
	}

	fn slots(&self, count: u32) -> Duration {
		self.slot_duration.as_duration().saturating_mul(count)
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
		"Time from the beginning of a slot to the announcement of its block, by this machine's clock; typical of the last blocks of others",
	);
	gauge
		.and_then(|gauge| register(gauge, registry))
		// Nothing is known yet, which is not the same as a clock that is right.
		.inspect(|gauge| gauge.set(f64::NAN))
		.inspect_err(|error| log::warn!("The difference of the clocks is not among the metrics: {error}"))
		.ok()
}

fn now() -> i64 {
	signed(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as u64))
}

fn signed(milliseconds: u64) -> i64 {
	milliseconds.try_into().unwrap_or(i64::MAX)
}
