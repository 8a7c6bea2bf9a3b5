//! Whatever is tried with the receipt token through pallet-assets itself, the ledger's tokens stay where they
//! are (architecture decision A2).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use pallet_assets::Error as AssetsError;

type AssetsFailure = AssetsError<Test>;

/// Alice holds 70 active and 30 inactive, Bob 50 active; the test may change neither ledger nor mirror.
fn unharmed(test: impl FnOnce()) {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 50)]).build_and_execute(|| {
		request(ALICE, 30);
		enter_epoch(1);
		claim(ALICE);
		let seen = || {
			(
				[ALICE, BOB, CAROL, PAUPER, ISSUER, pool_account()].map(mirror),
				Assets::total_supply(STK_USDC),
				Stakers::<Test>::get(ALICE),
				Stakers::<Test>::get(BOB),
				crate::Pool::<Test>::get(),
			)
		};
		let before = seen();
		test();
		assert_eq!(seen(), before);
		// And the ledger still moves.
		transfer(ALICE, BOB, 70);
		withdraw(ALICE, 30);
		transfer(BOB, CAROL, 120);
	});
}

#[test]
fn transfers_fail() {
	unharmed(|| {
		for amount in [1, 30, 70, 71, 100] {
			assert_noop!(Assets::transfer(signed(ALICE), STK_USDC, BOB, amount), AssetsFailure::BalanceLow);
			assert_noop!(Assets::transfer(signed(ALICE), STK_USDC, CAROL, amount), AssetsFailure::BalanceLow);
			assert_noop!(
				Assets::transfer_keep_alive(signed(ALICE), STK_USDC, BOB, amount),
				AssetsFailure::BalanceLow
			);
		}
		assert_noop!(Assets::transfer(signed(ALICE), STK_USDC, BOB, 101), AssetsFailure::BalanceLow);
		assert_noop!(Assets::transfer(signed(CAROL), STK_USDC, BOB, 1), AssetsFailure::NoAccount);
	});
}

#[test]
fn transfers_to_oneself_and_of_nothing_move_nothing() {
	unharmed(|| {
		let _ = Assets::transfer(signed(ALICE), STK_USDC, ALICE, 1);
		let _ = Assets::transfer(signed(ALICE), STK_USDC, BOB, 0);
		let _ = Assets::transfer(signed(ALICE), STK_USDC, PAUPER, 0);
	});
}

#[test]
fn transfer_all_moves_nothing() {
	unharmed(|| {
		for keep_alive in [true, false] {
			assert_ok!(Assets::transfer_all(signed(ALICE), STK_USDC, BOB, keep_alive));
			let _ = Assets::transfer_all(signed(ALICE), STK_USDC, PAUPER, keep_alive);
		}
	});
}

#[test]
fn approved_transfers_fail() {
	unharmed(|| {
		assert_ok!(Assets::approve_transfer(signed(ALICE), STK_USDC, BOB, 100));
		for amount in [1, 70, 100] {
			assert_noop!(
				Assets::transfer_approved(signed(BOB), STK_USDC, ALICE, BOB, amount),
				AssetsFailure::BalanceLow
			);
		}
		assert_ok!(Assets::cancel_approval(signed(ALICE), STK_USDC, BOB));
	});
}

#[test]
fn nobody_holds_an_office_of_the_asset() {
	unharmed(|| {
		for caller in [ALICE, BOB, ISSUER, GOVERNANCE] {
			let attempts: Vec<DispatchResult> = vec![
				Assets::burn(signed(caller), STK_USDC, ALICE, 1),
				Assets::mint(signed(caller), STK_USDC, BOB, 1),
				Assets::freeze(signed(caller), STK_USDC, ALICE),
				Assets::thaw(signed(caller), STK_USDC, ALICE),
				Assets::block(signed(caller), STK_USDC, ALICE),
				Assets::freeze_asset(signed(caller), STK_USDC),
				Assets::thaw_asset(signed(caller), STK_USDC),
				Assets::start_destroy(signed(caller), STK_USDC),
				Assets::set_team(signed(caller), STK_USDC, caller, caller, caller),
				Assets::transfer_ownership(signed(caller), STK_USDC, caller),
				Assets::set_min_balance(signed(caller), STK_USDC, 1_000),
				Assets::set_metadata(signed(caller), STK_USDC, b"x".to_vec(), b"x".to_vec(), 0),
			];
			for (number, attempt) in attempts.into_iter().enumerate() {
				assert_eq!(attempt, Err(AssetsFailure::NoPermission.into()), "attempt {number} of {caller}");
			}
			// The asset pallet looks at the balance before it looks at the caller.
			assert_noop!(
				Assets::force_transfer(signed(caller), STK_USDC, ALICE, BOB, 1),
				AssetsFailure::BalanceLow
			);
			assert_noop!(
				Assets::force_cancel_approval(signed(caller), STK_USDC, ALICE, BOB),
				AssetsFailure::NoPermission
			);
			assert_noop!(Assets::finish_destroy(signed(caller), STK_USDC), AssetsFailure::IncorrectStatus);
		}
	});
}

#[test]
fn not_even_the_pool_account_can_move_or_burn() {
	// It is keyless; the freezer would hold all the same.
	unharmed(|| {
		for amount in [1, 70, 100] {
			assert_noop!(
				Assets::force_transfer(signed(pool_account()), STK_USDC, ALICE, BOB, amount),
				AssetsFailure::BalanceLow
			);
			assert_ok!(Assets::burn(signed(pool_account()), STK_USDC, ALICE, amount));
		}
		assert_noop!(Assets::start_destroy(signed(pool_account()), STK_USDC), AssetsFailure::ContainsFreezes);
	});
}

#[test]
fn root_cannot_destroy_the_asset() {
	unharmed(|| {
		assert_noop!(Assets::start_destroy(RuntimeOrigin::root(), STK_USDC), AssetsFailure::ContainsFreezes);
	});
}

#[test]
fn opening_an_account_for_somebody_gives_nothing() {
	unharmed(|| {
		assert_ok!(Assets::touch(signed(CAROL), STK_USDC));
		assert_ok!(Assets::touch_other(signed(BOB), STK_USDC, PAUPER));
		assert_noop!(Assets::refund(signed(BOB), STK_USDC, true), AssetsFailure::NoDeposit);
	});
}

#[test]
fn refunds_fail() {
	unharmed(|| {
		for allow_burn in [true, false] {
			assert_noop!(Assets::refund(signed(ALICE), STK_USDC, allow_burn), AssetsFailure::NoDeposit);
		}
	});
}

#[test]
fn a_refund_of_a_touched_account_does_not_burn() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Assets::touch(signed(ALICE), STK_USDC));
		stake(ALICE, 100);
		for allow_burn in [true, false] {
			assert!(Assets::refund(signed(ALICE), STK_USDC, allow_burn).is_err());
			assert_eq!(mirror(ALICE), 100);
		}
		check_invariants();
		transfer(ALICE, BOB, 100);
		assert_eq!((mirror(ALICE), mirror(BOB)), (0, 100));
	});
}

#[test]
fn an_overstated_mirror_cannot_be_moved_either() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 50)]).build_and_execute(|| {
		request(ALICE, 100);
		enter_epoch(1);
		inject_shortfall(60);
		assert_eq!((LiquidityStaking::balance_of(ALICE), mirror(ALICE)), (40, 100));
		for amount in [1, 60, 100] {
			assert_noop!(Assets::transfer(signed(ALICE), STK_USDC, BOB, amount), AssetsFailure::BalanceLow);
		}
		assert_ok!(Assets::transfer_all(signed(ALICE), STK_USDC, BOB, false));
		assert_eq!((mirror(ALICE), mirror(BOB)), (100, 50));
	});
}

#[test]
fn the_stake_asset_is_not_frozen() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		assert_ok!(Assets::transfer(signed(ALICE), USDC, BOB, FUNDS - 100));
		assert_eq!(usdc(ALICE), 0);
	});
}

#[test]
fn the_stake_asset_cannot_be_destroyed_either() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), signed(ISSUER)] {
			assert_noop!(Assets::start_destroy(origin, USDC), AssetsFailure::ContainsFreezes);
		}
	});
}
