//! A sequence, taken by the pallet and by the model at once.

use super::{
	model::{bounds, Deed, Model, Outcome},
	op::{Delay, Op, Wait, What},
	translation::{call_of, named, reports},
};
use crate::{mock::*, NextOperationId, Operations, TrackId};
use codec::Encode;
use pallet_preimage::{PreimageFor, RequestStatus, RequestStatusFor};
use sp_core::H256;
use std::collections::{BTreeMap, BTreeSet};
use tidepool_primitives::Seconds;

/// Label of the call that many operations have in common.
const ALIKE: u32 = u32::MAX - 1;

/// The pallet, the model, and what was seen of both.
pub struct Run {
	ext: sp_io::TestExternalities,
	model: Model,
	seen: BTreeSet<&'static str>,
	dispatches: usize,
	/// Operations that succeeded and were not undone, in order.
	succeeded: Vec<u32>,
}

impl Run {
	pub fn new(room: u32) -> Self {
		Self {
			ext: ExtBuilder::default().max_operations(room).build(),
			model: Model::new(room as usize),
			seen: BTreeSet::new(),
			dispatches: 0,
			succeeded: vec![],
		}
	}

	/// Names of the outcomes.
	pub fn seen(&self) -> BTreeSet<&'static str> {
		self.seen.clone()
	}

	/// Number of attempts to make a call of the probe.
	pub fn dispatches(&self) -> usize {
		self.dispatches
	}

	/// Takes a step and compares.
	pub fn step(&mut self, op: &Op) {
		(self.model.attempts, self.model.reports) = (vec![], vec![]);
		let (expected, call) = self.foresee(op);
		let broken = self.model.broken;
		let now = self.model.now;
		let outcome = self.ext.execute_with(|| {
			set_time(now);
			set_broken(broken);
			System::reset_events();
			probe::Attempts::set(vec![]);
			call()
		});
		assert_eq!(outcome, expected, "{op:?}");
		self.seen.insert(outcome.err().unwrap_or("Ok"));
		self.compare_dispatches(op);
		self.compare_state(op);
	}

	/// Lets the model take the step, and returns what it expects and what the pallet has to do.
	fn foresee(&mut self, op: &Op) -> (Outcome, Box<dyn FnOnce() -> Outcome>) {
		match op.clone() {
			Op::Wait(wait) => {
				self.model.now = self.model.now.max(self.target(wait));
				(Ok(()), Box::new(|| Ok(())))
			},
			Op::Break(broken) => {
				self.model.broken = broken;
				(Ok(()), Box::new(|| Ok(())))
			},
			Op::Queue { by, track, what, delay } => {
				let (deed, delay) = (self.deed(what), self.delay(track, delay));
				let call = call_of(&deed);
				let expected = self.model.queue(&by, track, deed, delay);
				(expected, Box::new(move || named(try_queue(by, track, call, delay))))
			},
			Op::Execute { pick } => {
				let id = self.id(pick);
				let expected = self.model.execute(id);
				let act = move || named(try_execute(id).map(|_| ()).map_err(|refusal| refusal.error));
				(expected, Box::new(act))
			},
			Op::Cancel { by, pick } => {
				let id = self.id(pick);
				let expected = self.model.cancel(&by, id);
				(expected, Box::new(move || named(Timelock::cancel(signed(by), id))))
			},
			Op::RemoveExpired { pick } => {
				let id = self.id(pick);
				let expected = self.model.remove_expired(id);
				(expected, Box::new(move || named(Timelock::remove_expired(signed(PASSERBY), id))))
			},
		}
	}

	/// An id: mostly of an open operation, else of any other, or of none.
	fn id(&self, pick: usize) -> u32 {
		let open: Vec<_> = self.model.open.keys().copied().collect();
		if !pick.is_multiple_of(8) && !open.is_empty() {
			return open[pick / 8 % open.len()];
		}
		(pick / 8 % (self.model.next_id as usize + 1)) as u32
	}

	fn target(&self, wait: Wait) -> Seconds {
		let window = |pick| {
			let operation = self.model.open.get(&self.id(pick));
			operation.map_or((0, 0), |operation| (operation.eta, operation.expires_at))
		};
		match wait {
			Wait::Seconds(seconds) => self.model.now + seconds,
			Wait::Eta { pick, offset } => window(pick).0.saturating_add_signed(offset),
			Wait::Expiry { pick, offset } => window(pick).1.saturating_add_signed(offset),
		}
	}

	fn delay(&self, track: TrackId, delay: Delay) -> Option<Seconds> {
		match delay {
			Delay::Default => None,
			Delay::Least(offset) => Some(self.model.delays[&track].saturating_add_signed(offset)),
			Delay::Most(offset) => Some(bounds(track).1.saturating_add_signed(offset)),
		}
	}

	fn deed(&self, what: What) -> Deed {
		// The label tells whose call it is.
		let label = self.model.next_id;
		match what {
			What::Act { long } => Deed::Act { label, long },
			What::ActAlike => Deed::Act { label: ALIKE, long: true },
			What::ActInVain => Deed::ActInVain { label },
			What::SetDelay { of, thousandths } => {
				let (least, most) = bounds(of);
				let share = (most - least) as i64 / 1_000 * thousandths;
				Deed::SetDelay { of, delay: least.saturating_add_signed(share) }
			},
			What::Execute { pick } => Deed::Execute { id: self.id(pick) },
			What::Cancel { pick } => Deed::Cancel { id: self.id(pick) },
		}
	}

	/// G2 and G3: what was dispatched, when, and with which result.
	fn compare_dispatches(&mut self, op: &Op) {
		let (attempted, reports) = self.ext.execute_with(|| (attempts(), reports(timelock_events())));
		let attempted: Vec<_> = attempted.iter().map(|attempt| (attempt.label, attempt.now)).collect();
		assert_eq!(attempted, self.model.attempts, "{op:?}");
		assert_eq!(reports, self.model.reports, "{op:?}");
		self.dispatches += attempted.len();
		if reports.len() > 1 {
			self.seen.insert("nested execution");
		}
		for (id, outcome) in reports {
			self.seen.insert(if outcome.is_ok() { "Executed" } else { "ExecutionFailed" });
			self.seen.extend(outcome.err());
			if outcome.is_ok() {
				assert!(!self.succeeded.contains(&id), "G3: {id} succeeds twice");
				self.succeeded.push(id);
			}
		}
	}

	fn compare_state(&mut self, op: &Op) {
		let model = &self.model;
		let shared = self.ext.execute_with(|| {
			assert_eq!(NextOperationId::<Test>::get(), model.next_id, "{op:?}");
			assert_eq!(TrackId::ALL.map(Timelock::delay), TrackId::ALL.map(|track| model.delays[&track]));
			assert_eq!(done(), model.done, "{op:?}");
			let stored: BTreeMap<_, _> = Operations::<Test>::iter().collect();
			assert!(stored.keys().eq(model.open.keys()), "{op:?}");
			for (id, operation) in &stored {
				let open = &model.open[id];
				let times = (operation.queued_at, operation.eta, operation.expires_at);
				assert_eq!(
					(operation.track, times),
					(open.track, (open.queued_at, open.eta, open.expires_at))
				);
				assert_eq!(operation.call_hash, hash(&call_of(&open.deed)));
			}
			check_invariants();
			compare_preimages(model)
		});
		if shared {
			self.seen.insert("shared preimage");
		}
	}
}

/// G4: as many requests as operations that need the preimage, and no other preimage. Whether one is shared.
fn compare_preimages(model: &Model) -> bool {
	let mut needed: BTreeMap<H256, u32> = BTreeMap::new();
	let calls = model.open.values().map(|operation| call_of(&operation.deed));
	for call in calls.filter(|call| call.encoded_size() > 128) {
		*needed.entry(hash(&call)).or_default() += 1;
	}
	let requested: BTreeMap<_, _> = RequestStatusFor::<Test>::iter()
		.map(|(hash, status)| match status {
			RequestStatus::Requested { maybe_ticket: None, count, maybe_len: Some(_) } => (hash, count),
			other => panic!("nobody uploads: {other:?}"),
		})
		.collect();
	assert_eq!(requested, needed);
	let kept: BTreeSet<_> = PreimageFor::<Test>::iter_keys().map(|(hash, _)| hash).collect();
	assert!(kept.iter().eq(needed.keys()));
	needed.values().any(|count| *count > 1)
}
