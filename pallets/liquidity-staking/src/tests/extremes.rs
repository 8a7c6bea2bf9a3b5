//! The largest numbers that can occur.

use super::*;
use frame_support::{assert_noop, assert_ok, traits::fungibles::Mutate};
use sp_runtime::TokenError;

/// The most that pallet-assets transfers at once: its trait functions need room for issuance plus amount.
const MOST: Balance = Balance::MAX / 2 - 2 * FUNDS;

fn with_the_largest_stake(test: impl FnOnce()) {
	ExtBuilder::default().rate(PRODUCTION_RATE).build_and_execute(|| {
		assert_ok!(<Assets as Mutate<_>>::mint_into(USDC, &ALICE, MOST - FUNDS));
		stake(ALICE, MOST);
		test();
	});
}

#[test]
fn half_of_all_numbers_can_be_staked_requested_and_withdrawn() {
	with_the_largest_stake(|| {
		for staker in [BOB, CAROL, DAVE, EVE] {
			stake(staker, FUNDS);
		}
		assert_eq!(LiquidityStaking::total_supply(), Balance::MAX / 2 + 2 * FUNDS);
		transfer(ALICE, BOB, MOST);
		request(BOB, MOST + FUNDS);
		enter_epoch(1);
		check_invariants();
		withdraw(BOB, FUNDS);
		withdraw(BOB, MOST);
		assert_eq!(usdc(BOB), MOST + FUNDS);
		assert_eq!(LiquidityStaking::total_supply(), 3 * FUNDS);
	});
}

#[test]
fn rewards_of_the_largest_stake_round_down() {
	with_the_largest_stake(|| {
		// 1.7 * 10^38 units share 3.8 * 10^23: the index moves by 2,254.
		enter_epoch(1);
		assert_eq!(claimable(ALICE), 383_498_227_519_897_648_323_218);
		assert_eq!(claim(ALICE), 383_498_227_519_897_648_323_218);
		// In a single second it does not move, and that second is lost.
		at(INTERVAL + 1);
		assert_eq!(claim(ALICE), 0);
		at(INTERVAL + 2);
		assert_eq!(claim(ALICE), 0);
	});
}

#[test]
fn shortfalls_of_the_largest_stake() {
	with_the_largest_stake(|| {
		request(ALICE, MOST);
		enter_epoch(1);
		let loss = MOST / 3;
		inject_shortfall(loss);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE));
		let debt = LiquidityStaking::staker_debt_balance(ALICE);
		assert_eq!(usdc(ALICE) + debt, MOST);
		// The index has 36 digits, so that at most 10^-36 of the balance is dust.
		assert!((loss..=loss + MOST / 10u128.pow(36) + 1).contains(&debt));
	});
}

#[test]
fn the_year_9999() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 10)]).build_and_execute(|| {
		let late = 253_402_300_799;
		request(ALICE, 10);
		set_time(late);
		assert_eq!(LiquidityStaking::current_epoch(), Some(104_073));
		next_block(late);
		withdraw(ALICE, 10);
		assert_eq!(claim(ALICE), u128::from(INTERVAL) * 1_000);
		assert_noop!(LiquidityStaking::stake(signed(PAUPER), 1), TokenError::FundsUnavailable);
	});
}
