//! How late blocks were announced, by this machine's clock.

use sp_consensus_aura::Slot;
use std::{
	collections::VecDeque,
	time::{Duration, Instant},
};

/// Authors whose last announcements are remembered: as many as there are slots before they are forgotten.
const KEPT: usize = super::MEMORY as usize;
/// Authors that must have been heard of before anything is said.
const FEWEST: usize = 2;

/// The first announcement of a block.
pub struct Heard<Author> {
	pub author: Author,
	pub slot: Slot,
	/// Milliseconds after the beginning of the slot, by this machine's clock, if they count.
	pub delay: Option<i64>,
	pub arrival: Instant,
}

/// The last blocks that were announced, one of each author.
pub struct Delays<Author>(VecDeque<Heard<Author>>);

impl<Author> Default for Delays<Author> {
	fn default() -> Self {
		Self(VecDeque::new())
	}
}

impl<Author: PartialEq> Delays<Author> {
	/// Whether a block of this slot, or of a later one, was heard of the author already.
	pub fn knows(&self, author: &Author, slot: Slot) -> bool {
		self.0.iter().any(|known| known.author == *author && known.slot >= slot)
	}

	/// Remembers the announcement, unless the author is known with this block or a later one.
	pub fn note(&mut self, heard: Heard<Author>) {
		if self.knows(&heard.author, heard.slot) {
			return;
		}
		self.0.retain(|known| known.author != heard.author);
		if self.0.len() == KEPT {
			self.0.pop_front();
		}
		self.0.push_back(heard);
	}

	/// Forgets what was heard so long ago: it says nothing of the present.
	pub fn forget_after(&mut self, age: Duration, now: Instant) {
		self.0.retain(|known| now.duration_since(known.arrival) <= age);
	}

	/// The median, so that neither one author's bad clock nor one late block decides. Of two in the middle the one that is
	/// nearer to zero: both must be off.
	pub fn typical(&self) -> Option<i64> {
		let mut delays = self.0.iter().filter_map(|heard| heard.delay).collect::<Vec<_>>();
		delays.sort_unstable();
		let (lower, upper) = (delays.len().saturating_sub(1) / 2, delays.len() / 2);
		let middle = delays.get(lower..=upper)?.iter().copied();
		middle.min_by_key(|delay| delay.saturating_abs()).filter(|_| delays.len() >= FEWEST)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn heard<Author>(author: Author, slot: u64, delay: i64) -> Heard<Author> {
		Heard { author, slot: slot.into(), delay: Some(delay), arrival: Instant::now() }
	}

	/// As if `authors` had announced blocks one after the other.
	fn typical_of(authors: u64, delays: &[i64]) -> Option<i64> {
		let mut all = Delays::default();
		for (slot, delay) in (0u64..).zip(delays) {
			all.note(heard(slot % authors, slot, *delay));
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
	fn only_so_many_authors_count() {
		let with = |later| typical(&[vec![9_000; KEPT], vec![100; later]].concat());
		assert_eq!(with(KEPT / 2 - 1), Some(9_000));
		assert_eq!(with(KEPT / 2 + 1), Some(100));
	}

	#[test]
	fn a_block_counts_when_it_is_first_announced_and_only_the_last_one_of_an_author() {
		let mut delays = Delays::default();
		for (slot, delay, kept) in [(7u64, 100, 100), (7, 9_100, 100), (6, 9_200, 100), (8, 9_300, 9_300)] {
			delays.note(heard((), slot, delay));
			let all = delays.0.iter().filter_map(|heard| heard.delay).collect::<Vec<_>>();
			assert_eq!(all, [kept], "slot {slot}");
		}
	}

	#[test]
	fn what_was_heard_before_anything_counted_does_not_count_when_it_is_announced_again() {
		let mut delays = Delays::default();
		for author in 0..3 {
			delays.note(Heard { delay: None, ..heard(author, 7, 0) });
			delays.note(heard(author, 7, 9_000));
		}
		assert_eq!(delays.typical(), None);
		for author in 0..3 {
			delays.note(heard(author, 8, -9_000));
		}
		assert_eq!(delays.typical(), Some(-9_000));
	}

	#[test]
	fn what_is_too_old_does_not_count() {
		let mut delays = Delays::default();
		let start = Instant::now();
		for author in 0..3 {
			let arrival = start + Duration::from_secs(author);
			delays.note(Heard { author, slot: author.into(), delay: Some(9_000), arrival });
		}
		let age = Duration::from_secs(10);
		delays.forget_after(age, start + age + Duration::from_secs(1));
		assert_eq!(delays.typical(), Some(9_000));
		delays.forget_after(age, start + age + Duration::from_millis(1_001));
		assert_eq!(delays.typical(), None);
	}
}
