//! The worked examples of section 7.2 of the specification (scenario 13).

use super::*;
use crate::{types::RewardsState, EpochIndexes, Pool};
use frame_support::assert_ok;
use sp_core::U256;

const RATE: Balance = 1_000;

/// Timestamp, relative to epoch zero, and value of the global index.
fn settled() -> (Seconds, U256) {
	let RewardsState { index, updated_at, .. } = Pool::<Test>::get().rewards;
	(updated_at - OFFSET, index)
}

fn boundary(epoch: u32) -> Option<U256> {
	EpochIndexes::<Test>::get(epoch)
}

/// Rows 1 to 4: Alice stakes 1,000 USDC at 100, Bob 3,000 USDC at 1,100, Alice requests 400 USDC at 2,100.
fn example(test: impl FnOnce()) {
	ExtBuilder::default().rate(RATE).build_and_execute(|| {
		assert_eq!(settled(), (0, 0.into()));
		at(100);
		stake(ALICE, 1_000 * UNIT);
		assert_eq!(settled(), (100, 0.into()));
		at(1_100);
		stake(BOB, 3_000 * UNIT);
		assert_eq!(settled(), (1_100, 1_000_000_000_000_000u64.into()));
		at(2_100);
		request(ALICE, 400 * UNIT);
		assert_eq!(settled(), (1_100, 1_000_000_000_000_000u64.into()));
		assert_eq!(boundary(0), None);
		test();
	});
}

const BOUNDARY: u64 = 605_525_000_000_000_000;

#[test]
fn the_table_row_by_row() {
	example(|| {
		at(2_429_200);
		assert_eq!(claimable(ALICE), 607_191_666);
		assert_eq!(claimable(BOB), 1_821_908_333);
		pool_events();
		assert_eq!(claim(BOB), 1_821_908_333);
		assert_eq!(boundary(0), Some(BOUNDARY.into()));
		assert_eq!(settled(), (2_429_200, 608_302_777_777_777_777u64.into()));
		assert_eq!(
			pool_events(),
			[
				global_index(BOUNDARY.into()),
				global_index(608_302_777_777_777_777),
				user_index(BOB, 608_302_777_777_777_777, 1_821_908_333),
				Event::ClaimedRewards { staker: BOB, recipient: BOB, amount: 1_821_908_333 },
			]
		);
		assert_eq!((claimable(ALICE), claimable(BOB)), (607_191_666, 0));

		at(2_439_200);
		assert_eq!((claimable(ALICE), claimable(BOB)), (608_858_333, 8_333_333));
		assert_eq!(claim(ALICE), 608_858_333);
		assert_eq!(settled(), (2_439_200, 611_080_555_555_555_554u64.into()));
		assert_eq!(
			pool_events(),
			[
				user_index(ALICE, BOUNDARY.into(), 605_525_000),
				global_index(611_080_555_555_555_554),
				user_index(ALICE, 611_080_555_555_555_554, 608_858_333),
				Event::ClaimedRewards { staker: ALICE, recipient: ALICE, amount: 608_858_333 },
			]
		);
		assert_eq!((claimable(ALICE), claimable(BOB)), (0, 8_333_333));
		let emitted = (2_439_200 - 100) * RATE;
		assert_eq!(emitted - (1_821_908_333 + 608_858_333 + 8_333_333), 1);
		assert_eq!(boundary(0), Some(BOUNDARY.into()));
		assert_eq!(boundary(1), None);
	});
}

#[test]
fn the_hook_settles_the_same_boundary() {
	example(|| {
		next_block(OFFSET + INTERVAL + 6);
		pool_events();
		next_block(OFFSET + INTERVAL + 12);
		assert_eq!(boundary(0), Some(BOUNDARY.into()));
		assert_eq!(settled(), (INTERVAL, BOUNDARY.into()));
		assert_eq!(pool_events()[0], global_index(BOUNDARY.into()));
		at(2_429_200);
		assert_eq!(claim(BOB), 1_821_908_333);
		assert_eq!(settled(), (2_429_200, 608_302_777_777_777_777u64.into()));
		at(2_439_200);
		assert_eq!((claim(ALICE), claimable(BOB)), (608_858_333, 8_333_333));
	});
}

#[test]
fn alice_first() {
	example(|| {
		at(2_429_200);
		assert_eq!(claim(ALICE), 607_191_666);
		assert_eq!(boundary(0), Some(BOUNDARY.into()));
		assert_eq!(claim(BOB), 1_821_908_333);
	});
}

#[test]
fn settlement_five_epochs_late() {
	for alice_first in [true, false] {
		example(|| {
			at(5 * 2_419_200 + 7);
			let (alice, bob) = (2_218_326_166, 9_877_580_833);
			assert_eq!((claimable(ALICE), claimable(BOB)), (alice, bob));
			let paid = if alice_first {
				(claim(ALICE), claim(BOB))
			} else {
				let bob = claim(BOB);
				(claim(ALICE), bob)
			};
			assert_eq!(paid, (alice, bob));
			assert_eq!(alice + bob, 12_095_906_999);
			assert_eq!((5 * 2_419_200 + 7 - 100) * RATE, 12_095_907_000);
			assert_eq!(boundary(0), Some(BOUNDARY.into()));
			assert_eq!(EpochIndexes::<Test>::iter().count(), 1);
		});
	}
}

#[test]
fn everybody_leaves() {
	ExtBuilder::default().rate(RATE).build_and_execute(|| {
		at(100);
		stake(ALICE, 1_000 * UNIT);
		request(ALICE, 1_000 * UNIT);
		at(INTERVAL + 50_000);
		stake(BOB, 5);
		let index = U256::from(2_419_100_000_000_000_000u64);
		assert_eq!(boundary(0), Some(index));
		assert_eq!(settled(), (2_469_200, index));
		assert_eq!(claimable(ALICE), 2_419_100_000);
		at(INTERVAL + 50_010);
		assert_eq!((claimable(ALICE), claimable(BOB)), (2_419_100_000, 10_000));
		assert_eq!((claim(ALICE), claim(BOB)), (2_419_100_000, 10_000));
	});
}

#[test]
fn end_of_the_distribution() {
	ExtBuilder::default().rate(RATE).start(DISTRIBUTION_END - 1_000).build_and_execute(|| {
		stake(ALICE, 1_000_000_000);
		set_time(DISTRIBUTION_END + 5_000);
		assert_eq!(claimable(ALICE), 1_000_000);
		assert_eq!(claim(ALICE), 1_000_000);
		assert_eq!(settled().0, DISTRIBUTION);
		set_time(DISTRIBUTION_END + 10_000);
		assert_eq!(claimable(ALICE), 0);
		assert_eq!(claim(ALICE), 0);
	});
}

#[test]
fn one_epoch_at_the_production_rate() {
	ExtBuilder::default().rate(PRODUCTION_RATE).build_and_execute(|| {
		stake(ALICE, 10_000 * UNIT);
		stake(BOB, 9_990_000 * UNIT);
		enter_epoch(1);
		assert_eq!(claimable(ALICE), 383_561_648_628_480_000_000);
		assert_ok!(LiquidityStaking::claim_rewards(signed(ALICE), ALICE));
		assert_eq!(Balances::free_balance(ALICE), NATIVE_FUNDS + 383_561_648_628_480_000_000);
	});
}

#[test]
fn the_production_rate_over_one_epoch_and_the_whole_distribution() {
	let per_epoch = PRODUCTION_RATE * u128::from(INTERVAL);
	assert_eq!(per_epoch, 383_561_648_628_480_000_000_000);
	assert_eq!(PRODUCTION_RATE * u128::from(DISTRIBUTION), 24_999_999_995_294_076_200_000_000);
	assert_eq!((DISTRIBUTION / INTERVAL, DISTRIBUTION % INTERVAL), (65, 431_998));
}
