//! `stake` and `stake_for` (specification, section 5.1).

use super::*;
use crate::{
	types::{InactiveBalance, StakerRecord, StoredBalance},
	Stakers,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, TokenError};

#[test]
fn stake_credits_the_active_balance_and_mirrors_it() {
	ExtBuilder::default().rate(1_000).build_and_execute(|| {
		at(100);
		stake(ALICE, 1_000);
		assert_eq!(
			all_events(),
			[
				RuntimeEvent::from(global_index(0)),
				pallet_assets::Event::Transferred {
					asset_id: USDC,
					from: ALICE,
					to: pool_account(),
					amount: 1_000
				}
				.into(),
				pallet_assets::Event::Issued { asset_id: STK_USDC, owner: ALICE, amount: 1_000 }.into(),
				Event::Staked { staker: ALICE, payer: ALICE, amount: 1_000 }.into(),
				minted(ALICE, 1_000).into(),
			]
		);
		assert_eq!((active(ALICE), inactive(ALICE)), ((1_000, 1_000), (0, 0)));
		assert_eq!((total_active(), total_inactive()), ((1_000, 1_000), (0, 0)));
		assert_eq!((usdc(ALICE), usdc(pool_account())), (FUNDS - 1_000, 1_000));
		assert_eq!(mirror(ALICE), 1_000);
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 1_000);
		assert_eq!(
			Stakers::<Test>::get(ALICE),
			StakerRecord {
				active: StoredBalance { epoch: 0, current: 1_000, next: 1_000 },
				inactive: InactiveBalance::default(),
				..Default::default()
			}
		);
	});
}

#[test]
fn stake_adds_to_what_is_staked_and_settles_with_the_balance_before() {
	ExtBuilder::default().rate(1_000).build_and_execute(|| {
		stake(ALICE, 1_000);
		pool_events();
		at(10);
		stake(ALICE, 500);
		let index = 10 * 10u128.pow(18);
		assert_eq!(
			pool_events(),
			[
				global_index(index),
				user_index(ALICE, index, 10_000),
				Event::Staked { staker: ALICE, payer: ALICE, amount: 500 },
				minted(ALICE, 500),
			]
		);
		assert_eq!(active(ALICE), (1_500, 1_500));
		assert_eq!(mirror(ALICE), 1_500);
	});
}

#[test]
fn stake_for_charges_the_caller_and_credits_the_staker() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(LiquidityStaking::stake_for(signed(ALICE), PAUPER, 70));
		assert_eq!(
			pool_events(),
			[Event::Staked { staker: PAUPER, payer: ALICE, amount: 70 }, minted(PAUPER, 70)]
		);
		assert_eq!((active(PAUPER), active(ALICE)), ((70, 70), (0, 0)));
		assert_eq!((mirror(PAUPER), mirror(ALICE)), (70, 0));
		assert_eq!(usdc(ALICE), FUNDS - 70);
	});
}

#[test]
fn stake_for_oneself_is_stake() {
	let record = |stake: fn()| {
		let mut record = None;
		ExtBuilder::default().rate(7).build_and_execute(|| {
			at(3);
			stake();
			record = Some((Stakers::<Test>::get(ALICE), pool_events()));
		});
		record.unwrap()
	};
	assert_eq!(
		record(|| stake(ALICE, 9)),
		record(|| {
			assert_ok!(LiquidityStaking::stake_for(signed(ALICE), ALICE, 9));
		})
	);
}

#[test]
fn a_stake_of_zero_only_settles() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		stake(ALICE, 0);
		let index = 10 * 10u128.pow(18);
		assert_eq!(
			all_events(),
			[
				global_index(index).into(),
				user_index(ALICE, index, 10_000).into(),
				RuntimeEvent::from(Event::Staked { staker: ALICE, payer: ALICE, amount: 0 }),
				minted(ALICE, 0).into(),
			]
		);
		assert_eq!(active(ALICE), (1_000, 1_000));
		assert_eq!(usdc(ALICE), FUNDS - 1_000);
	});
}

#[test]
fn a_stake_of_zero_by_a_stranger_leaves_no_record() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		stake(PAUPER, 0);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
		assert_eq!(mirror(PAUPER), 0);
	});
}

#[test]
fn the_last_unit_can_be_staked_and_not_one_more() {
	ExtBuilder::default().build_and_execute(|| {
		stake(BOB, 1);
		assert_noop!(LiquidityStaking::stake(signed(ALICE), FUNDS + 1), TokenError::FundsUnavailable);
		stake(ALICE, FUNDS);
		assert_eq!(usdc(ALICE), 0);
		assert_eq!(mirror(ALICE), FUNDS);
		assert_noop!(LiquidityStaking::stake(signed(ALICE), 1), TokenError::FundsUnavailable);
	});
}

#[test]
fn stake_fails_without_funds() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(LiquidityStaking::stake(signed(PAUPER), 1), TokenError::FundsUnavailable);
		assert_noop!(LiquidityStaking::stake_for(signed(PAUPER), ALICE, 1), TokenError::FundsUnavailable);
	});
}

#[test]
fn absurd_amounts_fail() {
	ExtBuilder::default().build_and_execute(|| {
		// The asset pallet's word for more than there is of the asset.
		assert_noop!(LiquidityStaking::stake(signed(ALICE), u128::MAX), ArithmeticError::Underflow);
		stake(BOB, 1);
		assert_noop!(LiquidityStaking::stake(signed(ALICE), u128::MAX), ArithmeticError::Overflow);
	});
}

#[test]
fn stake_fails_while_the_callers_tokens_are_frozen() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Assets::freeze(signed(ISSUER), USDC, ALICE));
		assert_noop!(LiquidityStaking::stake(signed(ALICE), 1), TokenError::Frozen);
		assert_ok!(LiquidityStaking::stake_for(signed(BOB), ALICE, 1));
	});
}

#[test]
fn stake_is_possible_in_blackout() {
	ExtBuilder::default().build_and_execute(|| {
		for remaining in [BLACKOUT, 1] {
			at(INTERVAL - remaining);
			assert!(LiquidityStaking::in_blackout_window());
			stake(ALICE, 10);
		}
		assert_eq!(active(ALICE), (20, 20));
	});
}

#[test]
fn stake_after_a_request_leaves_the_request_alone() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		request(ALICE, 60);
		stake(ALICE, 5);
		assert_eq!((active(ALICE), inactive(ALICE)), ((105, 45), (0, 60)));
		enter_epoch(1);
		assert_eq!((active(ALICE), inactive(ALICE)), ((45, 45), (60, 60)));
	});
}

#[test]
fn new_stake_covers_a_hole() {
	// Kept on purpose (K3): A_c 400, B 900, U 100, X_c 600; a newcomer stakes 500.
	ExtBuilder::default().stakes(&[(ALICE, 400), (BOB, 600)]).build_and_execute(|| {
		request(BOB, 600);
		lend(900);
		enter_epoch(1);
		assert_eq!(LiquidityStaking::current_shortfall(), 500);
		assert_noop!(LiquidityStaking::withdraw_stake(signed(BOB), BOB, 101), Error::InsufficientLiquidity);
		stake(CAROL, 499);
		assert_eq!(LiquidityStaking::current_shortfall(), 1);
		stake(CAROL, 1);
		assert_eq!(LiquidityStaking::current_shortfall(), 0);
		withdraw(BOB, 600);
		assert_eq!(usdc(BOB), FUNDS);
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 0);
	});
}

#[test]
fn stake_and_claim_in_one_second_earn_nothing() {
	ExtBuilder::default().rate(PRODUCTION_RATE).stakes(&[(ALICE, 1)]).build_and_execute(|| {
		at(1_000);
		let before = claimable(ALICE);
		stake(BOB, FUNDS);
		assert_eq!(claim(BOB), 0);
		assert_eq!(claimable(ALICE), before);
		assert_eq!(before, 1_000 * PRODUCTION_RATE);
	});
}
