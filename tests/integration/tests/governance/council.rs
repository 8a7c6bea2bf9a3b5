//! What governance can do with the pool, and what it takes.

use frame_support::{assert_noop, assert_ok, traits::Get};
use pallet_collective::{Error, Event, Instance1};
use pallet_liquidity_staking::{types::Role, Call as PoolCall};
use pallet_timelock::TrackId;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError,
};
use tidepool_integration_tests::{common::*, council::*};
use tidepool_runtime::{configs::timelock::LongAccount, LiquidityStaking, Runtime, RuntimeCall, System};

type TimelockError = pallet_timelock::Error<Runtime>;
type PoolError = pallet_liquidity_staking::Error<Runtime>;

fn set_rate(rate: u128) -> RuntimeCall {
	PoolCall::<Runtime>::set_rewards_per_second { rate }.into()
}

fn queue_call(track: TrackId, call: RuntimeCall) -> RuntimeCall {
	pallet_timelock::Call::<Runtime>::queue { track, call: Box::new(call), delay: None }.into()
}

#[test]
fn a_majority_of_the_council_sets_the_rate_after_the_delay() {
	on_development_chain(|| {
		let before = LiquidityStaking::rewards_per_second();
		let id = queue(TrackId::Short, set_rate(7));
		set_time(now() + 59);
		assert_noop!(execute(id), TimelockError::TooEarly);
		set_time(now() + 1);
		assert_eq!(LiquidityStaking::rewards_per_second(), before);
		assert_ok!(execute(id));
		assert_eq!(LiquidityStaking::rewards_per_second(), 7);
	});
}

#[test]
fn a_majority_cannot_act_without_the_timelock() {
	on_development_chain(|| {
		assert_eq!(carry(&set_rate(7), 5), Err(DispatchError::BadOrigin));
	});
}

#[test]
fn a_minority_queues_nothing() {
	on_development_chain(|| {
		assert_eq!(carry(&queue_call(TrackId::Short, set_rate(7)), 2), Err(DispatchError::BadOrigin));
	});
}

#[test]
fn the_long_track_needs_two_thirds() {
	on_development_chain(|| {
		assert_eq!(carry(&queue_call(TrackId::Long, set_rate(7)), 3), Err(DispatchError::BadOrigin));
		assert_ok!(carry(&queue_call(TrackId::Long, set_rate(7)), 4));
	});
}

#[test]
fn a_track_without_the_role_changes_nothing() {
	on_development_chain(|| {
		for track in [TrackId::Instant, TrackId::Long] {
			let id = queue(track, set_rate(7));
			set_time(now() + tidepool_runtime::Timelock::delay(track));
			assert_ok!(execute(id));
			let error = PoolError::MissingRole.into();
			System::assert_has_event(pallet_timelock::Event::<Runtime>::ExecutionFailed { id, error }.into());
		}
	});
}

#[test]
fn the_long_track_repairs_a_lost_owner_of_the_pool() {
	on_development_chain(|| {
		let account = LongAccount::get();
		govern(
			TrackId::Long,
			PoolCall::<Runtime>::grant_role { role: Role::Owner, account: account.clone() },
		);
		assert!(LiquidityStaking::has_role(Role::Owner, account));
	});
}

#[test]
fn silence_counts_against_a_motion() {
	on_development_chain(|| {
		let motion = queue_call(TrackId::Long, set_rate(7));
		let close = vote_on(&motion, 4, 3);
		let too_early = dispatch(&alice(), RuntimeCall::from(close.clone())).map_err(|error| error.error);
		assert_noop!(too_early, Error::<Runtime, Instance1>::TooEarly);
		System::set_block_number(
			System::block_number()
				+ <Runtime as pallet_collective::Config<Instance1>>::MotionDuration::get()
				+ 1,
		);
		assert_ok!(dispatch(&alice(), RuntimeCall::from(close)));
		let proposal_hash = BlakeTwo256::hash_of(&motion);
		System::assert_has_event(Event::<Runtime, Instance1>::Disapproved { proposal_hash }.into());
	});
}

#[test]
fn a_member_alone_holds_no_role() {
	on_development_chain(|| {
		assert_noop!(dispatch(&alice(), set_rate(7)).map_err(|error| error.error), PoolError::MissingRole);
	});
}
