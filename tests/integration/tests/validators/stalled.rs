//! So many validators are lost that nothing becomes final any more.

use super::*;
use sp_consensus_grandpa::{ConsensusLog, ScheduledChange};
use sp_runtime::DispatchError::BadOrigin;
use tidepool_integration_tests::sessions::*;
use tidepool_runtime::{System, Timelock};

const DELAY: u32 = 5;
const LAST_FINAL: u32 = 7;

fn note_stalled(delay: u32) -> RuntimeCall {
	note_stalled_after(LAST_FINAL, delay)
}

fn note_stalled_after(best_finalized_block_number: u32, delay: u32) -> RuntimeCall {
	pallet_grandpa::Call::<Runtime>::note_stalled { delay, best_finalized_block_number }.into()
}

/// Not even the long track.
#[track_caller]
fn assert_nobody_can(call: RuntimeCall) {
	let id = queue(TrackId::Long, call);
	set_time(now() + Timelock::delay(TrackId::Long));
	execute(id).expect("due");
	System::assert_has_event(
		pallet_timelock::Event::<Runtime>::ExecutionFailed { id, error: BadOrigin }.into(),
	);
}

/// Nodes go over to them after the delay, whether the block is final or not.
#[test]
fn governance_lets_finality_begin_anew_with_the_validators_of_the_next_session() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		list_only(&["Alice", "Eve"]);
		next_session();
		govern(TrackId::Long, note_stalled(DELAY));

		let told = told_to_grandpa(&next_session());
		let Some(ConsensusLog::ForcedChange(LAST_FINAL, change)) = told else { panic!("{told:?}") };
		let votes = |name| (pairs(name).keys().grandpa, 1);
		let mut wanted = vec![votes("Alice"), votes("Eve")];
		let ScheduledChange { mut next_authorities, delay } = change;
		wanted.sort();
		next_authorities.sort();
		assert_eq!((next_authorities, delay), (wanted, DELAY));

		for _ in 0..DELAY {
			assert_ne!(finalisers().len(), 2);
			make_block();
		}
		assert_in_force(&["Alice", "Eve"]);
		assert_eq!(told_to_grandpa(&next_session()), None);
		assert_in_force(&["Alice", "Eve"]);
	});
}

/// The change is forced even if the validators stay the same: whoever lost the votes of the others begins to count anew.
#[test]
fn finality_begins_anew_with_the_same_validators_if_nobody_is_exchanged() {
	on_local_testnet(|| {
		next_session();
		govern(TrackId::Long, note_stalled(DELAY));
		let told = told_to_grandpa(&next_session());
		assert!(matches!(told, Some(ConsensusLog::ForcedChange(LAST_FINAL, _))), "{told:?}");
		assert_eq!(told_to_grandpa(&next_session()), None);
		assert_in_force(&VALIDATORS);
	});
}

/// Otherwise the next session could tell GRANDPA of no change, and the longest delays would overflow.
#[test]
fn the_change_is_over_before_the_next_session() {
	on_local_testnet(|| {
		next_session();
		for delay in [11, 20, 1 << 31, u32::MAX] {
			assert_nobody_can(note_stalled(delay));
		}
		assert_eq!(told_to_grandpa(&next_session()), None);

		govern(TrackId::Long, note_stalled(10));
		assert!(told_to_grandpa(&next_session()).is_some());
		register("Alice", "Alice//new");
		next_session();
		assert!(told_to_grandpa(&next_session()).is_some(), "another change follows");
	});
}

/// Put off to another session, it would be for whoever is to validate then.
#[test]
fn a_change_right_after_another_one_is_not_put_off() {
	on_local_testnet(|| {
		next_session();
		for _ in 0..3 {
			govern(TrackId::Long, note_stalled(10));
			let told = told_to_grandpa(&next_session());
			assert!(matches!(told, Some(ConsensusLog::ForcedChange(..))), "{told:?}");
		}
	});
}

/// What nodes are told of is a block that some of them have called final.
#[test]
fn what_is_final_is_in_the_past() {
	on_local_testnet(|| {
		next_session();
		// Each is executed in the block that follows.
		for ahead in [0, 1] {
			assert_nobody_can(note_stalled_after(System::block_number() + 1 + ahead, DELAY));
		}
		assert_nobody_can(note_stalled_after(u32::MAX, DELAY));
		govern(TrackId::Long, note_stalled_after(System::block_number(), DELAY));
	});
}

/// Nodes refuse a block that tells them of a change to nobody, and there would be no other one in its place.
#[test]
fn finality_does_not_begin_anew_with_nobody() {
	on_local_testnet(|| {
		list_only(&["Eve", "Ferdie"]);
		VALIDATORS.into_iter().for_each(withdraw_keys);
		two_sessions();
		assert!(pallet_session::QueuedKeys::<Runtime>::get().is_empty());
		assert_nobody_can(note_stalled(DELAY));

		register("Eve", "Eve");
		next_session();
		govern(TrackId::Long, note_stalled(DELAY));
		assert!(told_to_grandpa(&next_session()).is_some());
		for _ in 0..DELAY {
			make_block();
		}
		assert_in_force(&["Eve"]);
	});
}

/// A change of the list counts in the second session after it. Before, it would be the lost ones again.
#[test]
fn finality_does_not_begin_anew_with_those_who_are_not_listed_any_more() {
	on_local_testnet(|| {
		register("Eve", "Eve");
		next_session();
		list_only(&["Alice", "Eve"]);
		let id = queue(TrackId::Long, note_stalled(DELAY));
		set_time(now() + Timelock::delay(TrackId::Long));
		execute(id).expect("due");
		let too_early = pallet_timelock::Event::<Runtime>::ExecutionFailed { id, error: BadOrigin };
		System::assert_has_event(too_early.into());

		next_session();
		execute(id).expect("it is tried again");
		System::assert_has_event(pallet_timelock::Event::<Runtime>::Executed { id }.into());
	});
}
