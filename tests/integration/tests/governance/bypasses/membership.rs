//! Replacing the council to decide faster.

use super::powers::restrict;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok};
use pallet_collective::{Call as CouncilCall, Error as CouncilError, Instance1, Members};
use pallet_timelock::{types::OperationId, Call as TimelockCall, TrackId};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError::{self, BadOrigin},
};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{Runtime, RuntimeCall, StarkProxy, Timelock};

const LONG: Caller = Caller::Track(TrackId::Long);
type TimelockError = pallet_timelock::Error<Runtime>;

fn set_members(members: &[&str], prime: Option<&str>) -> RuntimeCall {
	let new_members = members.iter().map(|member| named(member)).collect();
	CouncilCall::<Runtime, Instance1>::set_members { new_members, prime: prime.map(named), old_count: 5 }
		.into()
}

fn queue_call(track: TrackId, call: RuntimeCall, delay: Option<u64>) -> RuntimeCall {
	TimelockCall::<Runtime>::queue { track, call: Box::new(call), delay }.into()
}

/// What the only member of a council decides takes effect in the same call.
fn alone(call: impl Into<RuntimeCall>) {
	let proposal = Box::new(call.into());
	let propose =
		CouncilCall::<Runtime, Instance1>::propose { threshold: 1, proposal, length_bound: u32::MAX };
	assert_ok!(attempt(&named("Ferdie"), propose));
}

#[test]
fn only_the_long_track_replaces_the_council() {
	on_development_chain(|| {
		let call = set_members(&["Ferdie"], None);
		for caller in everybody_but(&[LONG]) {
			assert_refused(caller, call.clone(), BadOrigin);
		}
		assert_ok!(try_as(LONG, call));
		assert_eq!(Members::<Runtime, Instance1>::get(), [named("Ferdie")]);
	});
}

#[test]
fn a_council_of_one_waits_as_long() {
	with_pool(|| {
		let before = queue(TrackId::Short, restrict(B));
		let queued = Timelock::operation(before).expect("queued");
		assert_ok!(try_as(LONG, set_members(&["Ferdie"], None)));
		assert_eq!(TrackId::ALL.map(Timelock::delay), [0, 60, 180]);
		let after = Timelock::operation(before).expect("still there");
		assert_eq!((after.eta, after.expires_at), (queued.eta, queued.expires_at));

		let id: OperationId = pallet_timelock::NextOperationId::<Runtime>::get();
		alone(queue_call(TrackId::Short, restrict(A), Some(59)));
		assert!(Timelock::operation(id).is_none(), "shorter than the delay");
		alone(queue_call(TrackId::Short, restrict(A), None));
		set_time(now() + 59);
		assert_noop!(execute(id), TimelockError::TooEarly);
		set_time(now() + 1);
		assert_eq!(outcome(id), Ok(()));
		assert!(StarkProxy::is_borrowing_restricted(A));
	});
}

#[test]
fn a_new_council_stops_what_the_old_one_queued() {
	with_pool(|| {
		let replace = queue(TrackId::Long, set_members(&["Ferdie"], None));
		set_time(now() + 180);
		let old = queue(TrackId::Short, restrict(A));
		assert_eq!(outcome(replace), Ok(()));
		alone(TimelockCall::<Runtime>::cancel { id: old });
		assert!(Timelock::operation(old).is_none());
	});
}

/// Who left does not count any more, and those who come have not voted.
#[test]
fn the_votes_of_former_members_are_void() {
	with_pool(|| {
		let replace = queue(TrackId::Long, set_members(&["Ferdie", "Dave", "Eve"], None));
		set_time(now() + 180);
		let motion = queue_call(TrackId::Short, restrict(A), None);
		let close = vote_on(&motion, 3, 3);
		assert_eq!(outcome(replace), Ok(()));
		let refused = attempt(&named("Ferdie"), close);
		assert_eq!(refused, Err(CouncilError::<Runtime, Instance1>::TooEarly.into()));
		let index = pallet_collective::ProposalCount::<Runtime, Instance1>::get() - 1;
		let proposal = BlakeTwo256::hash_of(&motion);
		let vote = CouncilCall::<Runtime, Instance1>::vote { proposal, index, approve: true };
		assert_noop!(attempt(&alice(), vote), CouncilError::<Runtime, Instance1>::NotMember);
	});
}

#[test]
fn members_are_not_replaced_through_a_motion_or_a_batch() {
	on_development_chain(|| {
		let call = batch_all(vec![set_members(&["Ferdie"], None)]);
		for caller in [Caller::Council, Caller::Track(TrackId::Short), Caller::Track(TrackId::Instant)] {
			assert_refused(caller, call.clone(), BadOrigin);
		}
		assert_eq!(Members::<Runtime, Instance1>::get().len(), MEMBERS.len());
	});
}

#[test]
fn no_council_is_empty_or_too_large_or_counts_anybody_twice() {
	on_development_chain(|| {
		let seats = |count: usize| -> Vec<String> { (0..count).map(|seat| format!("Seat{seat}")).collect() };
		let members = |seats: &[String]| {
			let seats = seats.iter().map(String::as_str).collect::<Vec<_>>();
			set_members(&seats, None)
		};
		let mut twice = seats(3);
		twice.push(twice[0].clone());
		let filtered = || DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
		for refused in [seats(0), seats(14), twice] {
			assert_refused(LONG, members(&refused), filtered());
		}
		assert_ok!(try_as(LONG, members(&seats(13))));
		assert_eq!(Members::<Runtime, Instance1>::get().len(), 13);
	});
}
