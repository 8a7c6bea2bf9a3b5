//! How governance acts: the council decides, the timelock waits, anybody executes.

use crate::common::*;
use codec::Encode;
use frame_support::{assert_ok, weights::Weight};
use pallet_collective::{Call, Event, Instance1};
use pallet_timelock::{types::OperationId, TrackId};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};
use tidepool_runtime::{Runtime, RuntimeCall, RuntimeEvent, System, Timelock};

/// The members at genesis.
pub const MEMBERS: [&str; 5] = ["Alice", "Bob", "Charlie", "Dave", "Eve"];
/// As much as any motion or operation of the tests needs.
pub const ANY_WEIGHT: Weight = Weight::from_parts(500_000_000_000, 10_000_000);

/// Proposes `motion` with `threshold`, lets the first `ayes` members vote for it and returns the call that closes it.
pub fn vote_on(motion: &RuntimeCall, threshold: u32, ayes: usize) -> Call<Runtime, Instance1> {
	let index = pallet_collective::ProposalCount::<Runtime, Instance1>::get();
	let length_bound = motion.encoded_size() as u32;
	let propose =
		Call::<Runtime, Instance1>::propose { threshold, proposal: Box::new(motion.clone()), length_bound };
	assert_ok!(dispatch(&named(MEMBERS[0]), RuntimeCall::from(propose)));
	let proposal_hash = BlakeTwo256::hash_of(motion);
	for member in &MEMBERS[..ayes] {
		let vote = Call::<Runtime, Instance1>::vote { proposal: proposal_hash, index, approve: true };
		assert_ok!(dispatch(&named(member), RuntimeCall::from(vote)));
	}
	Call::close { proposal_hash, index, proposal_weight_bound: ANY_WEIGHT, length_bound }
}

/// Carries a motion with `ayes` votes and returns what its call resulted in.
pub fn carry(motion: &RuntimeCall, ayes: usize) -> DispatchResult {
	let close = vote_on(motion, ayes as u32, ayes);
	assert_ok!(dispatch(&named("Ferdie"), RuntimeCall::from(close)));
	let executed = |event| match event {
		RuntimeEvent::Council(Event::Executed { result, .. }) => Some(result),
		_ => None,
	};
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| executed(record.event))
		.expect("the motion was executed")
}

/// Queues `call` on `track` by a motion with as many votes as the track needs.
pub fn queue(track: TrackId, call: impl Into<RuntimeCall>) -> OperationId {
	queue_with_delay(track, call, None)
}

/// Queues `call` with a delay of its own.
pub fn queue_with_delay(track: TrackId, call: impl Into<RuntimeCall>, delay: Option<u64>) -> OperationId {
	let id = pallet_timelock::NextOperationId::<Runtime>::get();
	let ayes = if track == TrackId::Long { 4 } else { 3 };
	let queue = pallet_timelock::Call::<Runtime>::queue { track, call: Box::new(call.into()), delay };
	assert_ok!(carry(&queue.into(), ayes));
	id
}

/// Several calls that happen together or not at all.
pub fn batch_all(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::<Runtime>::batch_all { calls }.into()
}

/// Somebody without any role executes an operation. What its call resulted in shows in the events.
pub fn execute(id: OperationId) -> DispatchResult {
	let bounds = Timelock::operation(id).and_then(|operation| operation.bounds);
	let length_bound = bounds.map_or(u32::MAX, |bounds| bounds.length);
	let execute = pallet_timelock::Call::<Runtime>::execute { id, length_bound, weight_bound: ANY_WEIGHT };
	dispatch(&named("Ferdie"), RuntimeCall::from(execute)).map(|_| ()).map_err(|refusal| refusal.error)
}

/// Lets governance do something: motion, delay, execution. Fails unless the call succeeded.
pub fn govern(track: TrackId, call: impl Into<RuntimeCall>) {
	let id = queue(track, call);
	set_time(now() + Timelock::delay(track));
	assert_ok!(execute(id));
	System::assert_has_event(pallet_timelock::Event::<Runtime>::Executed { id }.into());
}
