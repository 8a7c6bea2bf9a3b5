//! The receipt token in pallet-assets follows the ledger (architecture decision A2; specification, section 8).

use super::*;
use crate::Stakers;
use frame_support::{
	assert_ok,
	traits::fungibles::{metadata::Inspect as _, Inspect},
};

/// Checks that everybody's tokens are the ledger's, and that there are no others.
#[track_caller]
fn assert_mirrored(expected: &[(AccountId, Balance)]) {
	for (account, amount) in expected {
		assert_eq!(mirror(*account), *amount, "mirror of {account}");
		assert_eq!(Stakers::<Test>::get(account).receipt_balance(), *amount, "ledger of {account}");
	}
	let sum = expected.iter().map(|(_, amount)| amount).sum::<Balance>();
	assert_eq!(Assets::total_supply(STK_USDC), sum);
	check_invariants();
}

#[test]
fn the_mirror_follows_every_operation() {
	ExtBuilder::default().rate(1_000).build_and_execute(|| {
		stake(ALICE, 1_000);
		assert_mirrored(&[(ALICE, 1_000)]);
		assert_ok!(LiquidityStaking::stake_for(signed(ALICE), BOB, 500));
		assert_mirrored(&[(ALICE, 1_000), (BOB, 500)]);
		request(ALICE, 400);
		assert_mirrored(&[(ALICE, 1_000), (BOB, 500)]);
		transfer(ALICE, CAROL, 100);
		assert_mirrored(&[(ALICE, 900), (BOB, 500), (CAROL, 100)]);
		transfer(CAROL, CAROL, 100);
		assert_mirrored(&[(ALICE, 900), (BOB, 500), (CAROL, 100)]);
		assert_ok!(LiquidityStaking::approve(signed(BOB), DAVE, 200));
		assert_ok!(LiquidityStaking::transfer_from(signed(DAVE), BOB, PAUPER, 200));
		assert_mirrored(&[(ALICE, 900), (BOB, 300), (CAROL, 100), (PAUPER, 200)]);
		next_block(OFFSET + INTERVAL);
		next_block(OFFSET + INTERVAL + 6);
		assert_mirrored(&[(ALICE, 900), (BOB, 300), (CAROL, 100), (PAUPER, 200)]);
		claim(ALICE);
		assert_mirrored(&[(ALICE, 900), (BOB, 300), (CAROL, 100), (PAUPER, 200)]);
		withdraw(ALICE, 150);
		assert_mirrored(&[(ALICE, 750), (BOB, 300), (CAROL, 100), (PAUPER, 200)]);
		// The ledger of an account is told apart from what is inactive: 50 of 250 are lost.
		inject_shortfall(50);
		assert_mirrored(&[(ALICE, 750), (BOB, 300), (CAROL, 100), (PAUPER, 200)]);
		assert_eq!(LiquidityStaking::balance_of(ALICE), 700);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(ALICE), ALICE));
		assert_mirrored(&[(ALICE, 500), (BOB, 300), (CAROL, 100), (PAUPER, 200)]);
	});
}

#[test]
fn the_mirror_moves_before_the_domain_events() {
	ExtBuilder::default().stakes(&[(ALICE, 10)]).build_and_execute(|| {
		assert_ok!(LiquidityStaking::approve(signed(ALICE), BOB, 10));
		all_events();
		assert_ok!(LiquidityStaking::transfer_from(signed(BOB), ALICE, BOB, 10));
		assert_eq!(
			all_events(),
			[
				RuntimeEvent::from(pallet_assets::Event::Transferred {
					asset_id: STK_USDC,
					from: ALICE,
					to: BOB,
					amount: 10
				}),
				moved(ALICE, BOB, 10).into(),
				Event::Approval { owner: ALICE, spender: BOB, amount: 0 }.into(),
			]
		);
	});
}

#[test]
fn an_account_of_the_mirror_lives_and_dies_with_the_balance() {
	ExtBuilder::default().build_and_execute(|| {
		let exists = |account| pallet_assets::Account::<Test>::contains_key(STK_USDC, account);
		let system_account = frame_system::Account::<Test>::contains_key;
		assert!(!exists(PAUPER) && !system_account(PAUPER));
		assert_ok!(LiquidityStaking::stake_for(signed(ALICE), PAUPER, 10));
		assert!(exists(PAUPER) && system_account(PAUPER));
		request(PAUPER, 10);
		enter_epoch(1);
		withdraw(PAUPER, 9);
		assert!(exists(PAUPER));
		assert_ok!(LiquidityStaking::withdraw_stake(signed(PAUPER), ALICE, 1));
		assert!(!exists(PAUPER));
		assert_ok!(Assets::transfer(signed(PAUPER), USDC, ALICE, 9));
		assert!(!system_account(PAUPER));
	});
}

#[test]
fn a_whole_balance_lost_to_a_shortfall_closes_the_account() {
	ExtBuilder::default().stakes(&[(ALICE, 10), (BOB, 10)]).build_and_execute(|| {
		request(ALICE, 10);
		enter_epoch(1);
		inject_shortfall(10);
		assert_eq!((mirror(ALICE), LiquidityStaking::balance_of(ALICE)), (10, 0));
		withdraw(ALICE, 0);
		assert!(!pallet_assets::Account::<Test>::contains_key(STK_USDC, ALICE));
		assert_eq!(LiquidityStaking::staker_debt_balance(ALICE), 10);
	});
}

#[test]
fn an_account_touched_before_staking_can_be_emptied_and_refunded() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Assets::touch(signed(ALICE), STK_USDC));
		stake(ALICE, 10);
		request(ALICE, 10);
		enter_epoch(1);
		withdraw(ALICE, 10);
		assert_eq!(mirror(ALICE), 0);
		assert_ok!(Assets::refund(signed(ALICE), STK_USDC, false));
		assert!(!pallet_assets::Account::<Test>::contains_key(STK_USDC, ALICE));
	});
}

#[test]
fn the_queries_of_the_token() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(LiquidityStaking::token_name(), "dYdX Staked USDC");
		assert_eq!(LiquidityStaking::symbol(), "stkUSDC");
		assert_eq!(LiquidityStaking::decimals(), 6);
		assert_eq!(Assets::name(STK_USDC), LiquidityStaking::token_name().into_bytes());
		assert_eq!(Assets::symbol(STK_USDC), LiquidityStaking::symbol().into_bytes());
		assert_eq!(Assets::decimals(STK_USDC), LiquidityStaking::decimals());
		assert_eq!(Assets::minimum_balance(STK_USDC), 1);
	});
}

#[test]
fn donations_of_the_stake_asset_change_nothing() {
	// D3: also while funds are lent and the pool is short.
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 600), (BOB, 400)]).build_and_execute(|| {
		request(BOB, 400);
		lend(800);
		at(INTERVAL + 10);
		let seen = || {
			(
				LiquidityStaking::contract_balance_available_to_withdraw(),
				LiquidityStaking::total_supply(),
				LiquidityStaking::current_shortfall(),
				LiquidityStaking::stake_available_to_withdraw(BOB),
				(claimable(ALICE), claimable(BOB)),
				(LiquidityStaking::balance_of(ALICE), LiquidityStaking::balance_of(pool_account())),
				crate::Pool::<Test>::get(),
			)
		};
		let before = seen();
		assert_eq!((before.0, before.2, before.3), (200, 200, 200));
		for donation in [1, 500, FUNDS - 600 - 501] {
			assert_ok!(Assets::transfer(signed(ALICE), USDC, pool_account(), donation));
			assert_eq!(seen(), before);
			frame_support::assert_noop!(
				LiquidityStaking::withdraw_stake(signed(BOB), BOB, 201),
				Error::InsufficientLiquidity
			);
		}
		// The most that can be withdrawn is not what the pool holds either.
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(BOB), BOB));
		assert_eq!((usdc(BOB), usdc(pool_account())), (FUNDS - 200, FUNDS - 600));
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 0);
	});
}
