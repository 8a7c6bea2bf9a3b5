//! Who made an announced block.

use super::super::partial::FullClient;
use sc_consensus_aura::standalone::{check_header_slot_and_seal, slot_author};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
	sr25519::{AuthorityId as AuraId, AuthorityPair as AuraPair},
	AuraApi, Slot,
};
use std::{
	sync::Arc,
	time::{Duration, Instant},
};
use tidepool_runtime::{opaque::Block, Hash, Header};

/// Bad seals that are looked at in a window. A check takes some 50 microseconds, and anybody can ask for it by announcing
/// whatever it likes. That can keep the watch from hearing anything; what it hears is what validators have made, some time.
const MOST_BAD: u32 = 50;
const WINDOW: Duration = Duration::from_secs(1);

/// Checks who made blocks.
pub struct Seals {
	client: Arc<FullClient>,
	/// Who may make blocks, by the state of a block.
	authorities: Option<(Hash, Vec<AuraId>)>,
	budget: Budget,
}

impl Seals {
	pub fn new(client: Arc<FullClient>) -> Self {
		Self { client, authorities: None, budget: Budget::default() }
	}

	/// The validator in whose slot the block was made, if `is_wanted` and the seal is its own.
	pub fn author(
		&mut self,
		header: &Header,
		slot: Slot,
		arrival: Instant,
		is_wanted: impl FnOnce(&AuraId) -> bool,
	) -> Option<AuraId> {
		let is_spent = self.budget.is_spent(arrival);
		let authorities = self.authorities()?;
		let author = slot_author::<AuraPair>(slot, authorities)?.clone();
		if is_spent || !is_wanted(&author) {
			return None;
		}
		// Blocks may come from any slot: that of a clock that is wrong lies in the future.
		let seal =
			check_header_slot_and_seal::<Block, AuraPair>(u64::MAX.into(), header.clone(), authorities);
		let is_its_own = seal.is_ok();
		if !is_its_own {
			self.budget.charge();
		}
		is_its_own.then_some(author)
	}

	fn authorities(&mut self) -> Option<&[AuraId]> {
		let best = self.client.info().best_hash;
		if self.authorities.as_ref().is_none_or(|(block, _)| *block != best) {
			self.authorities = Some((best, self.client.runtime_api().authorities(best).ok()?));
		}
		self.authorities.as_ref().map(|(_, authorities)| authorities.as_slice())
	}
}

/// What bad seals may cost.
#[derive(Default)]
struct Budget {
	since: Option<Instant>,
	bad: u32,
}

impl Budget {
	fn is_spent(&mut self, now: Instant) -> bool {
		if self.since.is_none_or(|since| now.duration_since(since) >= WINDOW) {
			*self = Self { since: Some(now), bad: 0 };
		}
		self.bad >= MOST_BAD
	}

	fn charge(&mut self) {
		self.bad = self.bad.saturating_add(1);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn so_many_bad_seals_are_looked_at_in_a_window() {
		let mut budget = Budget::default();
		let start = Instant::now();
		for _ in 0..MOST_BAD {
			assert!(!budget.is_spent(start));
			budget.charge();
		}
		assert!(budget.is_spent(start));
		assert!(budget.is_spent(start + WINDOW - Duration::from_nanos(1)));
		assert!(!budget.is_spent(start + WINDOW));
	}

	#[test]
	fn good_seals_cost_nothing() {
		let mut budget = Budget::default();
		let start = Instant::now();
		for _ in 0..=MOST_BAD {
			assert!(!budget.is_spent(start));
		}
	}
}
