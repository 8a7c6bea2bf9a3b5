//! The clock of a development chain: which timestamp the next block gets.
//!
//! The clock itself is arithmetic. It is told the time of day and what the parent's timestamp was,
//! and it never gives a block a timestamp that Aura or the timestamp pallet would refuse.

use super::timestamp::{format_time, LAST_MOMENT};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tidepool_runtime::Hash;

/// How the time of the chain passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
	/// A slot with each block, whatever the time of day.
	SlotPerBlock,
	/// With the time of day, shifted by the journeys made.
	WallClock,
}

/// The clock of a development chain. All times are milliseconds since 1970.
#[derive(Debug)]
pub struct DevClock {
	pace: Pace,
	slot_duration: u64,
	minimum_period: u64,
	state: Mutex<State>,
}

#[derive(Debug)]
struct State {
	/// What the chain's time is ahead of the time of day.
	offset: i64,
	journey: Option<Journey>,
}

/// A journey that the block after `departure` makes.
#[derive(Debug)]
struct Journey {
	departure: Hash,
	arrival: u64,
}

impl DevClock {
	/// A clock for a chain whose head has the timestamp `head` (none before the first block). A
	/// head that lies in the future was travelled to: time goes on from there.
	pub fn new(
		pace: Pace,
		slot_duration: u64,
		minimum_period: u64,
		head: Option<u64>,
		time_of_day: u64,
	) -> Self {
		let offset = head.map_or(0, |head| difference(head, time_of_day).max(0));
		Self { pace, slot_duration, minimum_period, state: Mutex::new(State { offset, journey: None }) }
	}

	/// The timestamp of the block after `parent`, whose own timestamp is `parent_time`.
	pub fn next_block(&self, parent: Hash, parent_time: Option<u64>, time_of_day: u64) -> u64 {
		let mut state = self.state();
		if let Some(journey) = &state.journey {
			if journey.departure == parent {
				let arrival = journey.arrival;
				state.offset = difference(arrival, time_of_day);
				return arrival;
			}
			state.journey = None;
		}
		let shifted = time_of_day.saturating_add_signed(state.offset);
		match (self.pace, parent_time) {
			(Pace::SlotPerBlock, Some(parent)) => parent.saturating_add(self.slot_duration),
			(Pace::SlotPerBlock, None) | (Pace::WallClock, _) => shifted.max(self.earliest(parent_time)),
		}
	}

	/// Makes `arrival` the timestamp of the block after `head`, whose own timestamp is `head_time`.
	pub fn travel(&self, head: Hash, head_time: Option<u64>, arrival: u64) -> Result<(), String> {
		let target = format_time(arrival);
		if arrival > LAST_MOMENT {
			return Err(format!("cannot travel to {target}: time ends at {}", format_time(LAST_MOMENT)));
		}
		let earliest = self.earliest(head_time);
		if arrival < earliest {
			let now = head_time.map_or("which has no time yet".into(), format_time);
			let reason = if head_time.is_some_and(|head| arrival > head) {
				"that is too close to"
			} else {
				"that is not later than"
			};
			return Err(format!(
				"cannot travel to {target}: {reason} the head of the chain, {now}; the next block can have \
				 {} at the earliest",
				format_time(earliest)
			));
		}
		self.state().journey = Some(Journey { departure: head, arrival });
		Ok(())
	}

	/// The start of the next slot, or later if blocks have to keep a longer distance.
	fn earliest(&self, parent: Option<u64>) -> u64 {
		match parent {
			// Genesis occupies slot 0.
			None => self.slot_duration,
			Some(parent) => {
				let slot = parent / self.slot_duration;
				let next_slot = slot.saturating_add(1).saturating_mul(self.slot_duration);
				next_slot.max(parent.saturating_add(self.minimum_period))
			},
		}
	}

	fn state(&self) -> MutexGuard<'_, State> {
		// The state is whole after every statement, so a panic elsewhere leaves nothing half done.
		self.state.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

fn difference(time: u64, other: u64) -> i64 {
	let difference = i128::from(time) - i128::from(other);
	i64::try_from(difference).unwrap_or(if difference < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT: u64 = 6_000;
	const NOW: u64 = 1_767_225_600_000;

	fn clock(pace: Pace, head: Option<u64>) -> DevClock {
		DevClock::new(pace, SLOT, SLOT / 2, head, NOW)
	}

	fn block(number: u8) -> Hash {
		Hash::repeat_byte(number)
	}

	#[test]
	fn manual_blocks_are_a_slot_apart() {
		let clock = clock(Pace::SlotPerBlock, None);
		assert_eq!(clock.next_block(block(0), None, NOW + 1), NOW + 1);
		assert_eq!(clock.next_block(block(1), Some(NOW + 1), NOW + 999_999), NOW + 1 + SLOT);
		assert_eq!(clock.next_block(block(2), Some(NOW + 1 + SLOT), 0), NOW + 1 + 2 * SLOT);
	}

	#[test]
	fn running_time_follows_the_time_of_day() {
		let clock = clock(Pace::WallClock, None);
		assert_eq!(clock.next_block(block(0), None, NOW + 5), NOW + 5);
		assert_eq!(clock.next_block(block(1), Some(NOW + 5), NOW + 20_000), NOW + 20_000);
	}

	#[test]
	fn blocks_never_share_a_slot() {
		let clock = clock(Pace::WallClock, None);
		// Two blocks within a slot: the second moves to the start of the next one.
		assert_eq!(clock.next_block(block(1), Some(NOW), NOW + 10), NOW + SLOT);
		// The next slot starts sooner than blocks may follow each other.
		let late = NOW + SLOT - 1;
		assert_eq!(clock.next_block(block(1), Some(late), late), late + SLOT / 2);
		// The time of day was set back.
		assert_eq!(clock.next_block(block(1), Some(NOW), NOW - 100_000), NOW + SLOT);
	}

	#[test]
	fn the_first_block_is_not_in_slot_zero() {
		assert_eq!(clock(Pace::WallClock, None).next_block(block(0), None, 3), SLOT);
		assert_eq!(clock(Pace::SlotPerBlock, None).next_block(block(0), None, 3), SLOT);
	}

	#[test]
	fn the_block_after_a_journey_has_exactly_its_time() {
		for pace in [Pace::SlotPerBlock, Pace::WallClock] {
			let clock = clock(pace, Some(NOW));
			let arrival = NOW + 28 * 86_400_000 + 1;
			clock.travel(block(1), Some(NOW), arrival).unwrap();
			// Also when the block had to be tried twice.
			assert_eq!(clock.next_block(block(1), Some(NOW), NOW + 50), arrival);
			assert_eq!(clock.next_block(block(1), Some(NOW), NOW + 60), arrival);
			let after = clock.next_block(block(2), Some(arrival), NOW + 60 + 10_000);
			match pace {
				Pace::SlotPerBlock => assert_eq!(after, arrival + SLOT),
				Pace::WallClock => assert_eq!(after, arrival + 10_000),
			}
		}
	}

	#[test]
	fn a_journey_may_lead_before_the_time_of_day() {
		let clock = clock(Pace::WallClock, Some(NOW - 1_000_000));
		clock.travel(block(1), Some(NOW - 1_000_000), NOW - 500_000).unwrap();
		assert_eq!(clock.next_block(block(1), Some(NOW - 1_000_000), NOW), NOW - 500_000);
		assert_eq!(clock.next_block(block(2), Some(NOW - 500_000), NOW + 7_000), NOW - 493_000);
	}

	#[test]
	fn the_last_journey_counts_and_only_for_its_head() {
		let clock = clock(Pace::SlotPerBlock, Some(NOW));
		clock.travel(block(1), Some(NOW), NOW + 100_000).unwrap();
		clock.travel(block(1), Some(NOW), NOW + 50_000).unwrap();
		assert_eq!(clock.next_block(block(1), Some(NOW), NOW), NOW + 50_000);
		clock.travel(block(1), Some(NOW), NOW + 100_000).unwrap();
		assert_eq!(clock.next_block(block(2), Some(NOW + SLOT), NOW), NOW + 2 * SLOT);
		assert_eq!(clock.next_block(block(1), Some(NOW), NOW), NOW + SLOT);
	}

	#[test]
	fn journeys_to_the_past_name_both_times() {
		let clock = clock(Pace::SlotPerBlock, Some(NOW));
		for arrival in [0, NOW - 1, NOW] {
			let refusal = clock.travel(block(1), Some(NOW), arrival).unwrap_err();
			assert!(refusal.contains("not later than"), "{refusal}");
			assert!(
				refusal.contains(&format_time(arrival)) && refusal.contains(&format_time(NOW)),
				"{refusal}"
			);
		}
	}

	#[test]
	fn journeys_within_the_slot_of_the_head_are_refused() {
		let clock = clock(Pace::SlotPerBlock, Some(NOW));
		let refusal = clock.travel(block(1), Some(NOW), NOW + SLOT - 1).unwrap_err();
		assert!(refusal.contains("too close") && refusal.contains(&format_time(NOW + SLOT)), "{refusal}");
		assert_eq!(clock.travel(block(1), Some(NOW), NOW + SLOT), Ok(()));
		let late = NOW + SLOT - 1;
		assert!(clock.travel(block(1), Some(late), late + 1).is_err());
		assert_eq!(clock.travel(block(1), Some(late), late + SLOT / 2), Ok(()));
	}

	#[test]
	fn journeys_beyond_the_calendar_are_refused() {
		let clock = clock(Pace::SlotPerBlock, None);
		assert!(clock.travel(block(0), None, u64::MAX).is_err());
		assert!(clock.travel(block(0), None, LAST_MOMENT + 1).is_err());
		assert_eq!(clock.travel(block(0), None, LAST_MOMENT), Ok(()));
		assert!(clock.travel(block(0), None, SLOT - 1).is_err());
	}

	#[test]
	fn a_chain_in_the_future_goes_on_from_its_head() {
		let head = NOW + 3_600_000;
		let manual = clock(Pace::SlotPerBlock, Some(head));
		assert_eq!(manual.next_block(block(9), Some(head), NOW + 1_000), head + SLOT);
		let running = clock(Pace::WallClock, Some(head));
		assert_eq!(running.next_block(block(9), Some(head), NOW + 1_000), head + SLOT);
		assert_eq!(running.next_block(block(9), Some(head), NOW + 60_000), head + 60_000);
	}

	#[test]
	fn a_chain_in_the_past_catches_up() {
		let head = NOW - 3_600_000;
		assert_eq!(clock(Pace::WallClock, Some(head)).next_block(block(9), Some(head), NOW), NOW);
		assert_eq!(clock(Pace::SlotPerBlock, Some(head)).next_block(block(9), Some(head), NOW), head + SLOT);
	}

	#[test]
	fn extreme_times_do_not_overflow() {
		for pace in [Pace::SlotPerBlock, Pace::WallClock] {
			let clock = DevClock::new(pace, SLOT, SLOT / 2, Some(u64::MAX), 0);
			assert_eq!(clock.next_block(block(1), Some(u64::MAX), 0), u64::MAX);
			assert!(clock.travel(block(1), Some(u64::MAX), LAST_MOMENT).is_err());
		}
	}
}
