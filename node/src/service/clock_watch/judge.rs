//! Whether a delay means that a clock is wrong, and how often that is said.

use sp_consensus_aura::SlotDuration;

/// How far, in milliseconds, blocks may seem to come from the future: clocks that are set well differ by less.
const MOST_EARLY: i64 = 1_000;
/// Milliseconds between two warnings about the same clock.
const SILENCE: i64 = 60_000;

/// What is to be said about the clock.
#[derive(Debug, PartialEq)]
pub enum Finding {
	/// It is so many seconds ahead of the others.
	Ahead(i64),
	/// It is so many seconds behind the others.
	Behind(i64),
	/// It was off and is right again.
	Right,
}

impl Finding {
	/// Writes it to the log.
	pub fn report(&self) {
		let (seconds, side) = match self {
			Self::Right => {
				return log::info!("The clock of this machine agrees with the other validators again")
			},
			Self::Ahead(seconds) => (seconds, "ahead of"),
			Self::Behind(seconds) => (seconds, "behind"),
		};
		log::warn!(
			"The clock of this machine is about {seconds} s {side} those of the other validators: set it right, best by \
			 NTP. Blocks from the future are refused, by this node and by the others"
		);
	}
}

/// Decides when to say something.
pub struct Judge {
	/// Longest delay in milliseconds of a block on its way.
	most_late: i64,
	/// When it last warned, in milliseconds since 1970.
	warned: Option<i64>,
}

impl Judge {
	/// A judge of blocks that come up to a slot late.
	pub fn new(slot_duration: SlotDuration) -> Self {
		Self { most_late: slot_duration.as_millis().try_into().unwrap_or(i64::MAX), warned: None }
	}

	/// What a typical delay in milliseconds says, at a time in milliseconds since 1970.
	pub fn finding(&mut self, delay: i64, now: i64) -> Option<Finding> {
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

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT: i64 = 6_000;

	fn judge() -> Judge {
		Judge::new(SlotDuration::from_millis(SLOT as u64))
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
