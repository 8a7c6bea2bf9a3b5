//! The council acts for the account that holds the pool's roles.

use crate::common::*;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, weights::Weight};
use pallet_collective::{Call, Error, Event, Instance1};
use pallet_liquidity_staking::Call as PoolCall;
use sp_runtime::traits::{BlakeTwo256, Hash};
use tidepool_runtime::{LiquidityStaking, Runtime, RuntimeCall, System, DAYS};

const MEMBERS: [&str; 5] = ["Alice", "Bob", "Charlie", "Dave", "Eve"];

fn set_rate(rate: u128) -> RuntimeCall {
	PoolCall::<Runtime>::set_rewards_per_second { rate }.into()
}

/// Proposes `motion` with `threshold` and lets the first `ayes` members vote for it.
fn vote_on(motion: &RuntimeCall, threshold: u32, ayes: usize) -> Call<Runtime, Instance1> {
	let propose = Call::<Runtime, Instance1>::propose {
		threshold,
		proposal: Box::new(motion.clone()),
		length_bound: motion.encoded_size() as u32,
	};
	assert_ok!(dispatch(&named(MEMBERS[0]), RuntimeCall::from(propose)));
	let proposal_hash = BlakeTwo256::hash_of(motion);
	for member in &MEMBERS[..ayes] {
		let vote = Call::<Runtime, Instance1>::vote { proposal: proposal_hash, index: 0, approve: true };
		assert_ok!(dispatch(&named(member), RuntimeCall::from(vote)));
	}
	Call::close {
		proposal_hash,
		index: 0,
		proposal_weight_bound: Weight::from_parts(1_000_000_000_000, 1_000_000),
		length_bound: motion.encoded_size() as u32,
	}
}

fn assert_executed(result: sp_runtime::DispatchResult) {
	let hit = System::events().into_iter().any(|record| match record.event {
		tidepool_runtime::RuntimeEvent::Council(Event::Executed { result: found, .. }) => found == result,
		_ => false,
	});
	assert!(hit, "no motion was executed with {result:?}");
}

#[test]
fn a_majority_of_the_council_sets_the_rate() {
	on_development_chain(|| {
		let close = vote_on(&set_rate(7), 3, 3);
		assert_ok!(dispatch(&named("Ferdie"), RuntimeCall::from(close)));
		assert_executed(Ok(()));
		assert_eq!(LiquidityStaking::rewards_per_second(), 7);
	});
}

#[test]
fn a_minority_cannot_set_the_rate() {
	on_development_chain(|| {
		let before = LiquidityStaking::rewards_per_second();
		let close = vote_on(&set_rate(7), 2, 2);
		assert_ok!(dispatch(&named("Ferdie"), RuntimeCall::from(close)));
		assert_executed(Err(sp_runtime::DispatchError::BadOrigin));
		assert_eq!(LiquidityStaking::rewards_per_second(), before);
	});
}

#[test]
fn silence_counts_against_a_motion() {
	on_development_chain(|| {
		let close = vote_on(&set_rate(7), 4, 3);
		let too_early = dispatch(&alice(), RuntimeCall::from(close.clone())).map_err(|error| error.error);
		assert_noop!(too_early, Error::<Runtime, Instance1>::TooEarly);
		System::set_block_number(System::block_number() + 4 * DAYS + 1);
		assert_ok!(dispatch(&alice(), RuntimeCall::from(close)));
		let proposal_hash = BlakeTwo256::hash_of(&set_rate(7));
		System::assert_has_event(Event::<Runtime, Instance1>::Disapproved { proposal_hash }.into());
	});
}

#[test]
fn a_member_alone_holds_no_role() {
	on_development_chain(|| {
		assert_noop!(
			dispatch(&alice(), set_rate(7)).map_err(|error| error.error),
			pallet_liquidity_staking::Error::<Runtime>::MissingRole
		);
	});
}
