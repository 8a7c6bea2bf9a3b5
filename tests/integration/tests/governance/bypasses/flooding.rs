//! Filling what is bounded, so that nothing can be decided any more.

use super::powers::restrict;
use crate::attempts::*;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::Get};
use pallet_collective::{Call as CouncilCall, Error, Instance1, Proposals};
use pallet_timelock::{Call as TimelockCall, TrackId};
use sp_runtime::traits::{BlakeTwo256, Hash};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{Runtime, RuntimeCall, Timelock};

type CouncilError = Error<Runtime, Instance1>;

fn remark(number: u8) -> RuntimeCall {
	frame_system::Call::<Runtime>::remark { remark: vec![number] }.into()
}

fn propose(call: &RuntimeCall, threshold: u32) -> CouncilCall<Runtime, Instance1> {
	let (proposal, length_bound) = (Box::new(call.clone()), call.encoded_size() as u32);
	CouncilCall::propose { threshold, proposal, length_bound }
}

/// Operations cost a majority each, and whoever can fill the queue can empty it.
#[test]
fn a_full_queue_is_emptied_by_a_majority() {
	with_pool(|| {
		let most = <Runtime as pallet_timelock::Config>::MaxOpenOperations::get();
		let first = queue(TrackId::Short, restrict(A));
		for _ in 1..most {
			queue(TrackId::Short, restrict(A));
		}
		let one_more = TimelockCall::<Runtime>::queue {
			track: TrackId::Short,
			call: Box::new(restrict(A)),
			delay: None,
		};
		let full = pallet_timelock::Error::<Runtime>::TooManyOperations;
		assert_refused(Caller::Council, one_more.clone(), full);
		assert_ok!(cancel(first));
		assert_ok!(carry(&one_more.into(), 3));
		assert_eq!(Timelock::open_operations().len() as u32, most);
	});
}

/// Motions cost nothing. Against one member who makes as many as there may be, the others need one transaction: it closes
/// a motion that enough have voted against, and proposes theirs before the place is taken again.
#[test]
fn a_hostile_member_does_not_keep_the_council_from_motions() {
	with_pool(|| {
		let most = <Runtime as pallet_collective::Config<Instance1>>::MaxProposals::get();
		let hostile = named(MEMBERS[4]);
		let index = pallet_collective::ProposalCount::<Runtime, Instance1>::get();
		// The threshold is the lowest that waits for votes, so that most members must vote against it.
		for number in 0..most as u8 {
			assert_ok!(attempt(&hostile, propose(&remark(number), 2)));
		}
		let ours = TimelockCall::<Runtime>::queue {
			track: TrackId::Instant,
			call: Box::new(restrict(A)),
			delay: None,
		};
		let ours = RuntimeCall::from(ours);
		assert_noop!(attempt(&alice(), propose(&ours, 3)), CouncilError::TooManyProposals);

		let proposal = BlakeTwo256::hash_of(&remark(0));
		let nay = || CouncilCall::<Runtime, Instance1>::vote { proposal, index, approve: false };
		for member in &MEMBERS[1..4] {
			assert_ok!(attempt(&named(member), nay()));
		}
		let close = CouncilCall::<Runtime, Instance1>::close {
			proposal_hash: proposal,
			index,
			proposal_weight_bound: ANY_WEIGHT,
			length_bound: 1_000,
		};
		let calls = vec![nay().into(), close.into(), propose(&ours, 3).into()];
		assert_ok!(attempt(&alice(), batch_all(calls)));
		assert_eq!(Proposals::<Runtime, Instance1>::get().last(), Some(&BlakeTwo256::hash_of(&ours)));
	});
}

/// A member occupies a motion by proposing it first with a threshold that nobody reaches. The others propose it in other
/// words.
#[test]
fn a_hostile_member_does_not_occupy_a_motion() {
	with_pool(|| {
		let motion = |delay| -> RuntimeCall {
			TimelockCall::<Runtime>::queue { track: TrackId::Short, call: Box::new(restrict(A)), delay }
				.into()
		};
		assert_ok!(attempt(&named(MEMBERS[4]), propose(&motion(None), 100)));
		assert_noop!(attempt(&alice(), propose(&motion(None), 3)), CouncilError::DuplicateProposal);
		assert_ok!(carry(&motion(Some(60)), 3));
	});
}
