//! Reaching a majority without having one.

use super::powers::restrict;
use crate::attempts::*;
use frame_support::{assert_noop, assert_ok, traits::Get};
use pallet_collective::{Call as CouncilCall, Error, Event, Instance1};
use pallet_timelock::{Call as TimelockCall, TrackId};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError::BadOrigin,
};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{Runtime, RuntimeCall, RuntimeEvent, System};

type CouncilError = Error<Runtime, Instance1>;

fn queue_on(track: TrackId) -> RuntimeCall {
	TimelockCall::<Runtime>::queue { track, call: Box::new(restrict(A)), delay: None }.into()
}

/// Lets the time for votes pass.
fn outlast_the_motion() {
	let duration = <Runtime as pallet_collective::Config<Instance1>>::MotionDuration::get();
	System::set_block_number(System::block_number() + duration + 1);
}

fn nothing_is_queued() -> bool {
	pallet_timelock::Operations::<Runtime>::count() == 0
}

/// What became of a motion whose `close` is given.
#[track_caller]
fn closed(close: CouncilCall<Runtime, Instance1>) -> RuntimeEvent {
	assert_ok!(attempt(&named("Ferdie"), close));
	System::events().pop().expect("closing is reported").event
}

#[test]
fn three_of_five_are_not_two_thirds_however_long_the_others_are_silent() {
	on_development_chain(|| {
		let motion = queue_on(TrackId::Long);
		let proposal_hash = BlakeTwo256::hash_of(&motion);
		// With a threshold of four, the silent ones would have to be counted as ayes.
		let close = vote_on(&motion, 4, 3);
		assert_noop!(attempt(&alice(), close.clone()), CouncilError::TooEarly);
		outlast_the_motion();
		assert_eq!(closed(close), Event::<Runtime, Instance1>::Disapproved { proposal_hash }.into());
		// With a threshold of three the motion passes, and counts as three of five.
		let close = vote_on(&motion, 3, 3);
		outlast_the_motion();
		let executed = Event::<Runtime, Instance1>::Executed { proposal_hash, result: Err(BadOrigin) };
		assert_eq!(closed(close), executed.into());
		assert!(nothing_is_queued());
	});
}

#[test]
fn two_of_five_are_no_majority_however_long_the_others_are_silent() {
	on_development_chain(|| {
		for (threshold, passes) in [(2, true), (3, false)] {
			let motion = queue_on(TrackId::Short);
			let close = vote_on(&motion, threshold, 2);
			outlast_the_motion();
			let proposal_hash = BlakeTwo256::hash_of(&motion);
			let expected = match passes {
				true => Event::<Runtime, Instance1>::Executed { proposal_hash, result: Err(BadOrigin) },
				false => Event::Disapproved { proposal_hash },
			};
			assert_eq!(closed(close), expected.into());
		}
		assert!(nothing_is_queued());
	});
}

#[test]
fn the_prime_member_speaks_for_nobody_else() {
	on_development_chain(|| {
		let new_members = MEMBERS.map(named).to_vec();
		let set_prime = CouncilCall::<Runtime, Instance1>::set_members {
			new_members,
			prime: Some(alice()),
			old_count: 5,
		};
		assert_ok!(try_as(Caller::Track(TrackId::Long), set_prime));
		let motion = queue_on(TrackId::Short);
		let close = vote_on(&motion, 3, 1);
		outlast_the_motion();
		let proposal_hash = BlakeTwo256::hash_of(&motion);
		assert_eq!(closed(close), Event::<Runtime, Instance1>::Disapproved { proposal_hash }.into());
		assert!(nothing_is_queued());
	});
}

#[test]
fn a_member_alone_carries_nothing() {
	on_development_chain(|| {
		for track in TrackId::ALL {
			let (proposal, length_bound) = (Box::new(queue_on(track)), 1_000);
			let proposal_hash = BlakeTwo256::hash_of(&proposal);
			let at_once = CouncilCall::<Runtime, Instance1>::propose {
				threshold: 1,
				proposal: proposal.clone(),
				length_bound,
			};
			assert_ok!(attempt(&alice(), at_once));
			let result = Err(BadOrigin);
			System::assert_last_event(Event::<Runtime, Instance1>::Executed { proposal_hash, result }.into());
			let as_member = CouncilCall::<Runtime, Instance1>::execute { proposal, length_bound };
			assert_ok!(attempt(&alice(), as_member));
			System::assert_last_event(
				Event::<Runtime, Instance1>::MemberExecuted { proposal_hash, result }.into(),
			);
		}
		assert!(nothing_is_queued());
	});
}

#[test]
fn a_member_votes_once_and_others_not_at_all() {
	on_development_chain(|| {
		let motion = queue_on(TrackId::Short);
		let index = pallet_collective::ProposalCount::<Runtime, Instance1>::get();
		let close = vote_on(&motion, 3, 2);
		let proposal = BlakeTwo256::hash_of(&motion);
		let vote = || CouncilCall::<Runtime, Instance1>::vote { proposal, index, approve: true };
		assert_noop!(attempt(&alice(), vote()), CouncilError::DuplicateVote);
		assert_noop!(attempt(&named("Ferdie"), vote()), CouncilError::NotMember);
		assert_noop!(attempt(&named("Ferdie"), close), CouncilError::TooEarly);
	});
}
