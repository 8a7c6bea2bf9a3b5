//! The timelock once more, as plainly as possible: a list of what is open, and the clock.

use crate::{mock::*, TrackId};
use std::collections::BTreeMap;
use tidepool_primitives::Seconds;

/// What an operation does, with everything decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
	Act { label: u32, long: bool },
	ActInVain { label: u32 },
	SetDelay { of: TrackId, delay: Seconds },
	Execute { id: u32 },
	Cancel { id: u32 },
}

/// An open operation.
#[derive(Clone, Debug)]
pub struct Open {
	pub track: TrackId,
	pub deed: Deed,
	pub queued_at: Seconds,
	pub eta: Seconds,
	pub expires_at: Seconds,
}

/// Name of an error, or nothing.
pub type Outcome = Result<(), &'static str>;

/// What `execute` reports: the id, and why the call failed.
pub type Report = (u32, Outcome);

/// The whole state. `attempts` and `reports` are of the last step only.
#[derive(Clone, Debug)]
pub struct Model {
	pub now: Seconds,
	pub room: usize,
	pub next_id: u32,
	pub open: BTreeMap<u32, Open>,
	pub delays: BTreeMap<TrackId, Seconds>,
	pub broken: bool,
	pub attempts: Vec<(u32, Seconds)>,
	pub reports: Vec<Report>,
	pub done: Vec<u32>,
}

/// Minimum, default and maximum delay of the specification, in days.
fn days(track: TrackId) -> [Seconds; 3] {
	match track {
		TrackId::Instant => [0, 0, 1],
		TrackId::Short => [1, 2, 7],
		TrackId::Long => [5, 7, 21],
	}
}

pub fn bounds(track: TrackId) -> (Seconds, Seconds) {
	let [least, _, most] = days(track);
	(least * DAY, most * DAY)
}

impl Model {
	pub fn new(room: usize) -> Self {
		Self {
			now: START,
			room,
			next_id: 0,
			open: BTreeMap::new(),
			delays: TrackId::ALL.map(|track| (track, days(track)[1] * DAY)).into(),
			broken: false,
			attempts: vec![],
			reports: vec![],
			done: vec![],
		}
	}

	pub fn queue(&mut self, by: &AccountId, track: TrackId, deed: Deed, delay: Option<Seconds>) -> Outcome {
		let enough = *by == TWO_THIRDS || (*by == MAJORITY && track != TrackId::Long);
		if !enough {
			return Err("BadOrigin");
		}
		let delay = delay.unwrap_or(self.delays[&track]);
		if delay < self.delays[&track] {
			return Err("DelayTooShort");
		}
		if delay > bounds(track).1 {
			return Err("DelayTooLong");
		}
		if self.open.len() == self.room {
			return Err("TooManyOperations");
		}
		let eta = self.now + delay;
		let open = Open { track, deed, queued_at: self.now, eta, expires_at: eta + 7 * DAY };
		self.open.insert(self.next_id, open);
		self.next_id += 1;
		Ok(())
	}

	pub fn execute(&mut self, id: u32) -> Outcome {
		let operation = self.open.get(&id).ok_or("OperationNotFound")?.clone();
		if self.now < operation.eta {
			return Err("TooEarly");
		}
		if self.now > operation.expires_at {
			return Err("Expired");
		}
		self.open.remove(&id);
		let outcome = self.perform(&operation);
		if outcome.is_err() {
			self.open.insert(id, operation);
		}
		self.reports.push((id, outcome));
		Ok(())
	}

	fn perform(&mut self, operation: &Open) -> Outcome {
		match operation.deed {
			Deed::Act { label, .. } => {
				self.attempts.push((label, self.now));
				if self.broken {
					return Err("Broken");
				}
				self.done.push(label);
				Ok(())
			},
			Deed::ActInVain { label } => {
				self.attempts.push((label, self.now));
				Err(if self.broken { "Broken" } else { "BadOrigin" })
			},
			Deed::SetDelay { of, delay } => {
				if of != operation.track {
					return Err("BadOrigin");
				}
				let (least, most) = bounds(of);
				if delay < least || delay > most {
					return Err("DelayOutOfBounds");
				}
				self.delays.insert(of, delay);
				Ok(())
			},
			// Only the Long track can act as somebody else, and it does not look at the result.
			_ if operation.track != TrackId::Long => Err("BadOrigin"),
			Deed::Execute { id } => {
				let _ = self.execute(id);
				Ok(())
			},
			Deed::Cancel { id } => {
				let _ = self.cancel(&MAJORITY, id);
				Ok(())
			},
		}
	}

	pub fn cancel(&mut self, by: &AccountId, id: u32) -> Outcome {
		if !self.open.contains_key(&id) {
			return Err("OperationNotFound");
		}
		if ![TWO_THIRDS, MAJORITY].contains(by) {
			return Err("BadOrigin");
		}
		self.open.remove(&id);
		Ok(())
	}

	pub fn remove_expired(&mut self, id: u32) -> Outcome {
		let operation = self.open.get(&id).ok_or("OperationNotFound")?;
		if self.now <= operation.expires_at {
			return Err("NotExpired");
		}
		self.open.remove(&id);
		Ok(())
	}
}
