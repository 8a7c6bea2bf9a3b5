//! Transfers to oneself (scenario 9; specification, section 5.2).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_self_transfer_settles_once_and_moves_nothing() {
	for amount in [1_000, 999, 1, 0] {
		ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000), (BOB, 1_000)]).build_and_execute(|| {
			at(10);
			transfer(ALICE, ALICE, amount);
			let index = 5 * 10u128.pow(18);
			assert_eq!(
				all_events(),
				[
					global_index(index).into(),
					user_index(ALICE, index, 5_000).into(),
					RuntimeEvent::from(moved(ALICE, ALICE, amount)),
				]
			);
			assert_eq!((active(ALICE), mirror(ALICE)), ((1_000, 1_000), 1_000));
			assert_eq!(total_active(), (2_000, 2_000));
			assert_eq!(claimable(ALICE), 5_000);
			assert_eq!(LiquidityStaking::total_supply(), 2_000);
		});
	}
}

#[test]
fn a_self_transfer_is_limited_like_any_other() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 1);
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), ALICE, 1_000),
			Error::InsufficientTransferableBalance
		);
		transfer(ALICE, ALICE, 999);
		assert_eq!((active(ALICE), inactive(ALICE)), ((1_000, 999), (0, 1)));
	});
}

#[test]
fn a_self_transfer_across_a_roll_settles_the_boundary_and_now() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		request(ALICE, 600);
		at(INTERVAL + 10);
		pool_events();
		transfer(ALICE, ALICE, 400);
		let boundary = u128::from(INTERVAL) * 10u128.pow(18);
		let index = boundary + 10 * 1_000 * 10u128.pow(18) / 400;
		let accrued = u128::from(INTERVAL) * 1_000;
		assert_eq!(
			pool_events(),
			[
				global_index(boundary),
				user_index(ALICE, boundary, accrued),
				global_index(index),
				user_index(ALICE, index, accrued + 10_000),
				moved(ALICE, ALICE, 400),
			]
		);
		assert_eq!((active(ALICE), inactive(ALICE)), ((400, 400), (600, 600)));
		assert_eq!(mirror(ALICE), 1_000);
	});
}

#[test]
fn a_self_transfer_by_a_stranger_leaves_no_record() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1)]).build_and_execute(|| {
		at(1);
		transfer(PAUPER, PAUPER, 0);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
		assert_noop!(
			LiquidityStaking::transfer(signed(PAUPER), PAUPER, 1),
			Error::InsufficientTransferableBalance
		);
	});
}

#[test]
fn a_self_transfer_with_an_allowance_uses_it_up() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 150));
		pool_events();
		assert_ok!(LiquidityStaking::transfer_from(signed(BOB), ALICE, ALICE, 100));
		assert_eq!(
			pool_events(),
			[moved(ALICE, ALICE, 100), Event::Approval { owner: ALICE, spender: BOB, amount: 50 }]
		);
		assert_eq!((active(ALICE), mirror(ALICE)), ((100, 100), 100));
	});
}
