//! Transfers of receipt tokens (scenarios 7 and 8; specification, section 5.2).

use super::*;
use crate::Stakers;
use frame_support::assert_noop;

const EPOCH_REWARDS: Balance = INTERVAL as Balance * 1_000;

#[test]
fn past_rewards_stay_with_the_sender() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000_000_000)]).build_and_execute(|| {
		enter_epoch(1);
		transfer(ALICE, BOB, 1_000_000_000);
		assert_eq!((claimable(ALICE), claimable(BOB)), (EPOCH_REWARDS, 0));
		at(INTERVAL + 1_000);
		assert_eq!((claim(ALICE), claim(BOB)), (EPOCH_REWARDS, 1_000_000));
		at(2 * INTERVAL);
		assert_eq!((claim(ALICE), claim(BOB)), (0, EPOCH_REWARDS - 1_000_000));
	});
}

#[test]
fn a_transfer_settles_total_sender_and_recipient_before_it_moves() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 600), (BOB, 400)]).build_and_execute(|| {
		at(50);
		transfer(ALICE, BOB, 100);
		let index = 50 * 10u128.pow(18);
		assert_eq!(
			all_events(),
			[
				global_index(index).into(),
				user_index(ALICE, index, 30_000).into(),
				user_index(BOB, index, 20_000).into(),
				RuntimeEvent::from(pallet_assets::Event::Transferred {
					asset_id: STK_USDC,
					from: ALICE,
					to: BOB,
					amount: 100
				}),
				moved(ALICE, BOB, 100).into(),
			]
		);
		assert_eq!((active(ALICE), active(BOB)), ((500, 500), (500, 500)));
		assert_eq!((mirror(ALICE), mirror(BOB)), (500, 500));
		assert_eq!(total_active(), (1_000, 1_000));
	});
}

#[test]
fn requested_stake_cannot_be_transferred() {
	ExtBuilder::default().stakes(&[(ALICE, 200)]).build_and_execute(|| {
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, 201),
			Error::InsufficientTransferableBalance
		);
		request(ALICE, 100);
		assert_eq!(LiquidityStaking::balance_of(ALICE), 200);
		assert_eq!(LiquidityStaking::transferable_balance(ALICE), 100);
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, 101),
			Error::InsufficientTransferableBalance
		);
		enter_epoch(1);
		assert_eq!(LiquidityStaking::balance_of(ALICE), 200);
		assert_eq!((active(ALICE), inactive(ALICE)), ((100, 100), (100, 100)));
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, 101),
			Error::InsufficientTransferableBalance
		);
		transfer(ALICE, BOB, 100);
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, 1),
			Error::InsufficientTransferableBalance
		);
		assert_noop!(
			LiquidityStaking::transfer(signed(CAROL), BOB, 1),
			Error::InsufficientTransferableBalance
		);
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, u128::MAX),
			Error::InsufficientTransferableBalance
		);
		assert_eq!((mirror(ALICE), mirror(BOB)), (100, 100));
	});
}

#[test]
fn after_requesting_everything_only_zero_can_be_transferred() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		request(ALICE, 100);
		pool_events();
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, 1),
			Error::InsufficientTransferableBalance
		);
		transfer(ALICE, BOB, 0);
		assert_eq!(all_events(), [RuntimeEvent::from(moved(ALICE, BOB, 0))]);
		assert!(!Stakers::<Test>::contains_key(BOB));
		enter_epoch(1);
		assert_noop!(
			LiquidityStaking::transfer(signed(ALICE), BOB, 1),
			Error::InsufficientTransferableBalance
		);
	});
}

#[test]
fn a_pending_request_of_either_side_survives_a_transfer() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 100)]).build_and_execute(|| {
		request(ALICE, 70);
		request(BOB, 40);
		transfer(ALICE, BOB, 30);
		assert_eq!((active(ALICE), inactive(ALICE)), ((70, 0), (0, 70)));
		assert_eq!((active(BOB), inactive(BOB)), ((130, 90), (0, 40)));
		enter_epoch(1);
		assert_eq!((active(ALICE), inactive(ALICE)), ((0, 0), (70, 70)));
		assert_eq!((active(BOB), inactive(BOB)), ((90, 90), (40, 40)));
	});
}

#[test]
fn both_sides_are_settled_at_the_boundary_before_a_late_transfer() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000), (BOB, 1_000)]).build_and_execute(|| {
		request(ALICE, 500);
		request(BOB, 1_000);
		at(INTERVAL + 10);
		pool_events();
		transfer(ALICE, BOB, 100);
		let boundary = EPOCH_REWARDS * 10u128.pow(18) / 2_000;
		let index = boundary + 10 * 1_000 * 10u128.pow(18) / 500;
		assert_eq!(
			pool_events(),
			[
				global_index(boundary),
				user_index(ALICE, boundary, EPOCH_REWARDS / 2),
				user_index(BOB, boundary, EPOCH_REWARDS / 2),
				global_index(index),
				user_index(ALICE, index, EPOCH_REWARDS / 2 + 10_000),
				user_index(BOB, index, EPOCH_REWARDS / 2),
				moved(ALICE, BOB, 100),
			]
		);
		assert_eq!((active(ALICE), active(BOB)), ((400, 400), (100, 100)));
	});
}

#[test]
fn a_new_account_can_receive_everything() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 100)]).build_and_execute(|| {
		at(10);
		transfer(ALICE, PAUPER, 100);
		assert_eq!((active(ALICE), active(PAUPER)), ((0, 0), (100, 100)));
		assert_eq!((mirror(ALICE), mirror(PAUPER)), (0, 100));
		assert_eq!(pallet_assets::Account::<Test>::get(STK_USDC, ALICE), None);
		assert_eq!(claim(ALICE), 10_000);
		assert!(!Stakers::<Test>::contains_key(ALICE));
		transfer(PAUPER, ALICE, 100);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
	});
}

#[test]
fn an_emptied_account_earns_nothing_until_it_holds_stake_again() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 100), (BOB, 100)]).build_and_execute(|| {
		transfer(ALICE, BOB, 100);
		at(1_000);
		assert_eq!(claimable(ALICE), 0);
		transfer(BOB, ALICE, 100);
		assert_eq!(claimable(ALICE), 0);
		at(1_001);
		assert_eq!((claimable(ALICE), claimable(BOB)), (500, 1_000_500));
	});
}

#[test]
fn transfers_are_possible_in_blackout_and_while_insolvent() {
	ExtBuilder::default().stakes(&[(ALICE, 400), (BOB, 600)]).build_and_execute(|| {
		request(BOB, 600);
		lend(900);
		at(INTERVAL - 1);
		transfer(ALICE, CAROL, 100);
		at(2 * INTERVAL - 1);
		assert_eq!(LiquidityStaking::current_shortfall(), 500);
		transfer(ALICE, CAROL, 300);
		assert_eq!((active(ALICE), active(CAROL)), ((0, 0), (400, 400)));
	});
}

#[test]
fn tiny_transfers_move_no_rewards() {
	// A share bought with dust must not come with the rewards of the past.
	ExtBuilder::default().rate(PRODUCTION_RATE).stakes(&[(ALICE, 3)]).build_and_execute(|| {
		at(1_000);
		let earned = claimable(ALICE);
		for _ in 0..3 {
			transfer(ALICE, BOB, 1);
			transfer(BOB, ALICE, 1);
		}
		transfer(ALICE, BOB, 1);
		assert_eq!((claimable(ALICE), claimable(BOB)), (earned, 0));
	});
}
