//! Giving up an inactive balance (scenario 49; specification, sections 5.7 and 12.3 K15).

use super::{failsafe::with_shortfalls, *};
use crate::{
	types::{InactiveBalance, WriteOffs},
	Stakers, WriteOffTotals,
};
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_deleted_balance_stays_in_the_total_without_an_owner() {
	with_shortfalls(2, || {
		request(ALICE, 100);
		let before = books();
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(BOB)));
		// As stored: before both shortfalls. The debt from them is lost too.
		assert_eq!(
			pool_events().last(),
			Some(&Event::InactiveBalanceAbandoned { staker: BOB, amount: 1_600 })
		);
		assert_eq!(
			WriteOffTotals::<Test>::get(),
			WriteOffs { abandoned_inactive: 1_600, ..Default::default() }
		);
		assert_eq!(
			(inactive(BOB), debt(BOB), Stakers::<Test>::get(BOB).inactive),
			((0, 0), 0, InactiveBalance::default())
		);
		assert_eq!((active(BOB), mirror(BOB)), ((400, 400), 400));
		assert_eq!(books(), before);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(BOB), BOB, 1),
			Error::InsufficientInactiveBalance
		);
		enter_epoch(4);
		check_invariants();
	});
}

#[test]
fn debt_that_is_settled_survives_the_deletion() {
	with_shortfalls(2, || {
		assert_ok!(LiquidityStaking::failsafe_settle_inactive_to_epoch(signed(BOB), 1));
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(BOB)));
		assert_eq!((inactive(BOB), debt(BOB)), ((0, 0), 800));
		assert_eq!(WriteOffTotals::<Test>::get().abandoned_inactive, 800);
		repay_debt(800);
		assert_ok!(LiquidityStaking::withdraw_max_debt(signed(BOB), BOB));
		assert_eq!(usdc(BOB), FUNDS - 2_000 + 800);
	});
}

#[test]
fn a_deletion_burns_the_mirror() {
	with_shortfalls(1, || {
		all_events();
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(BOB)));
		assert_eq!(
			all_events(),
			[
				RuntimeEvent::from(pallet_assets::Event::Burned {
					asset_id: STK_USDC,
					owner: BOB,
					balance: 1_600
				}),
				Event::InactiveBalanceAbandoned { staker: BOB, amount: 1_600 }.into(),
			]
		);
		assert_eq!((mirror(BOB), Assets::total_supply(STK_USDC)), (400, 1_400));
	});
}

#[test]
fn a_deletion_takes_requests_that_have_not_matured() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 50)]).build_and_execute(|| {
		request(ALICE, 30);
		enter_epoch(1);
		request(ALICE, 20);
		pool_events();
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(ALICE)));
		assert_eq!(pool_events(), [Event::InactiveBalanceAbandoned { staker: ALICE, amount: 50 }]);
		for epoch in [1, 2] {
			enter_epoch(epoch);
			check_invariants();
			assert_eq!(inactive(ALICE), (0, 0));
		}
		assert_eq!((active(ALICE), total_inactive()), ((50, 50), (50, 50)));
	});
}

#[test]
fn nothing_to_delete_is_no_error() {
	ExtBuilder::default().stakes(&[(ALICE, 100)]).build_and_execute(|| {
		let before = Stakers::<Test>::get(ALICE);
		for staker in [ALICE, PAUPER] {
			assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(staker)));
			assert_eq!(pool_events(), [Event::InactiveBalanceAbandoned { staker, amount: 0 }]);
		}
		assert_eq!(Stakers::<Test>::get(ALICE), before);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
		assert_eq!(WriteOffTotals::<Test>::get(), WriteOffs::default());
	});
}

#[test]
fn a_deleted_balance_takes_part_in_later_shortfalls_and_reduces_lending() {
	// Known and kept (K15).
	ExtBuilder::default()
		.allocations(&[(B0, 10_000)])
		.stakes(&[(ALICE, 300), (BOB, 300), (CAROL, 400)])
		.build_and_execute(|| {
			request(ALICE, 300);
			request(BOB, 300);
			enter_epoch(1);
			assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(ALICE)));
			assert_eq!(borrowable(B0), 400);
			borrow(B0, 400);
			request(CAROL, 300);
			enter_epoch(2);
			// 300 of 900 are lost, a third of each.
			assert_ok!(mark(&[B0]));
			assert_eq!([ALICE, BOB, CAROL].map(debt), [0, 101, 101]);
			assert_eq!([ALICE, BOB, CAROL].map(inactive), [(0, 0), (199, 199), (199, 199)]);
			assert_eq!(books(), [100, 100, 600, 600, 100, 600, 300, 0]);
		});
}

#[test]
fn after_a_deletion_an_account_goes_on_as_before() {
	with_shortfalls(3, || {
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(BOB)));
		stake(BOB, 100);
		request(BOB, 500);
		assert_eq!(Stakers::<Test>::get(BOB).inactive.shortfall_counter, 3);
		enter_epoch(5);
		withdraw(BOB, 500);
		assert_eq!((usdc(BOB), debt(BOB)), (FUNDS - 2_000 - 100 + 500, 0));
		assert_ok!(LiquidityStaking::withdraw_max_debt(signed(BOB), BOB));
	});
}
