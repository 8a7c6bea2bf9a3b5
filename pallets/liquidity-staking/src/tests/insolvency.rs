//! What happens around an insolvency that nobody has marked yet, and to the last units (specification, sections 9.2 and
//! 12.3).

use super::*;
use frame_support::{assert_noop, assert_ok};

/// Alice and Bob have 300 inactive each, the pool holds 300 and is short of 300.
fn two_leavers(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 10_000)])
		.stakes(&[(ALICE, 300), (BOB, 300), (CAROL, 400)])
		.build_and_execute(|| {
			borrow(B0, 700);
			request(ALICE, 300);
			request(BOB, 300);
			enter_epoch(1);
			assert_eq!(books(), [400, 400, 600, 600, 700, 300, 0, 0]);
			test();
		});
}

#[test]
fn marked_first_both_leavers_share_the_loss() {
	two_leavers(|| {
		assert_ok!(mark(&[B0]));
		for staker in [ALICE, BOB] {
			assert_eq!((inactive(staker), debt(staker)), ((150, 150), 150));
			withdraw(staker, 150);
		}
	});
}

#[test]
fn before_debt_is_marked_the_first_leaver_is_paid_in_full() {
	two_leavers(|| {
		// Known and kept (K2): a keeper marks debt in the first block.
		withdraw(ALICE, 300);
		assert_noop!(LiquidityStaking::withdraw_stake(signed(BOB), BOB, 1), Error::InsufficientLiquidity);
		assert_ok!(mark(&[B0]));
		assert_eq!((inactive(ALICE), debt(ALICE)), ((0, 0), 0));
		assert_eq!((inactive(BOB), debt(BOB)), ((0, 0), 300));
		assert_eq!(books(), [400, 400, 0, 0, 400, 0, 300, 0]);
	});
}

#[test]
fn a_part_withdrawn_before_debt_is_marked_changes_the_shares() {
	two_leavers(|| {
		withdraw(ALICE, 100);
		assert_ok!(mark(&[B0]));
		// 200 of 500 remain: 200 -> 80 and 300 -> 120.
		assert_eq!((inactive(ALICE), debt(ALICE)), ((80, 80), 120));
		assert_eq!((inactive(BOB), debt(BOB)), ((120, 120), 180));
	});
}

#[test]
fn new_stake_covers_a_hole() {
	ExtBuilder::default().allocations(&[(B0, 10_000)]).stakes(&[(ALICE, 600), (BOB, 400)]).build_and_execute(
		|| {
			borrow(B0, 900);
			request(ALICE, 600);
			enter_epoch(1);
			assert_eq!(books(), [400, 400, 600, 600, 900, 100, 0, 0]);
			// Known and kept (K3): the newcomer pays the leaver. One unit less leaves a shortfall of one.
			stake(CAROL, 499);
			assert_eq!(LiquidityStaking::current_shortfall(), 1);
			stake(CAROL, 1);
			assert_eq!(LiquidityStaking::current_shortfall(), 0);
			assert_noop!(mark(&[B0]), Error::NoShortfall);
			withdraw(ALICE, 600);
			assert_eq!(books(), [900, 900, 0, 0, 900, 0, 0, 0]);
			assert!(!is_overdue(B0));
		},
	);
}

#[test]
fn two_accounts_of_three_units_can_lose_everything() {
	ExtBuilder::default()
		.allocations(&[(B0, 10_000)])
		.stakes(&[(ALICE, 3), (BOB, 3), (CAROL, 10)])
		.build_and_execute(|| {
			borrow(B0, 14);
			request(ALICE, 3);
			request(BOB, 3);
			enter_epoch(1);
			pool_events();
			assert_ok!(mark(&[B0]));
			assert_eq!(
				pool_events(),
				[debt_marked(B0, 4, 10, 4), restriction(B0, true), converted(4, fraction(1, 3), 2)]
			);
			for staker in [ALICE, BOB] {
				assert_eq!((inactive(staker), debt(staker)), ((0, 0), 3));
			}
			// Two units of dust: without an owner in the inactive balance, and owed to stakers by nobody.
			assert_eq!(books(), [10, 10, 2, 2, 10, 2, 4, 0]);
			pay_debt(B0, 4);
			repay(B0, 10);
			for (staker, paid) in [(ALICE, 3), (BOB, 1)] {
				assert_ok!(LiquidityStaking::withdraw_max_debt(signed(staker), staker));
				assert_ok!(LiquidityStaking::withdraw_max_stake(signed(staker), staker));
				assert_eq!(usdc(staker), FUNDS - 3 + paid);
			}
			assert_eq!(debt(BOB), 2);
			assert_eq!(books(), [10, 10, 2, 2, 0, 12, 0, 0]);
		});
}

#[test]
fn a_loss_hides_as_long_as_the_pool_is_solvent() {
	// Known and kept (K23): the borrower never repays, the others leave one after the other.
	ExtBuilder::default().allocations(&[(B0, 4_000)]).stakes(&[(ALICE, 600), (BOB, 400)]).build_and_execute(
		|| {
			borrow(B0, 400);
			request(ALICE, 600);
			enter_epoch(1);
			assert!(is_overdue(B0));
			assert_noop!(mark(&[B0]), Error::NoShortfall);
			withdraw(ALICE, 600);
			request(BOB, 400);
			enter_epoch(2);
			assert_ok!(mark(&[B0]));
			assert_eq!((owed(B0), inactive(BOB), debt(BOB)), ((0, 400), (0, 0), 400));
		},
	);
}

#[test]
fn the_pot_is_payable_while_the_staking_side_is_insolvent() {
	two_leavers(|| {
		assert_ok!(mark(&[B0]));
		pay_debt(B0, 300);
		request(CAROL, 400);
		enter_epoch(2);
		assert_eq!(books(), [0, 0, 700, 700, 400, 300, 0, 300]);
		assert_eq!(LiquidityStaking::current_shortfall(), 400);
		for staker in [ALICE, BOB] {
			assert_ok!(LiquidityStaking::withdraw_debt(signed(staker), staker, 150));
		}
		assert_eq!(books(), [0, 0, 700, 700, 400, 300, 0, 0]);
	});
}

fn request_all(requests: &[(AccountId, Balance)]) {
	for (staker, amount) in requests {
		request(*staker, *amount);
	}
}

#[test]
fn after_everybody_has_paid_only_dust_remains() {
	// S8, over two shortfalls with unequal shares.
	ExtBuilder::default()
		.allocations(&[(B0, 3_333), (B1, 6_667)])
		.stakes(&[(ALICE, 101), (BOB, 307), (CAROL, 601)])
		.build_and_execute(|| {
			borrow(B0, 336);
			borrow(B1, 672);
			request_all(&[(ALICE, 50), (BOB, 101), (CAROL, 199)]);
			repay(B1, 200);
			enter_epoch(1);
			assert_ok!(mark(&[B0, B1]));
			request_all(&[(ALICE, 51), (BOB, 13), (CAROL, 7)]);
			enter_epoch(2);
			assert_ok!(mark(&[B1, B0]));
			request_all(&[(BOB, 193), (CAROL, 395)]);
			for borrower in [B0, B1] {
				let (borrowed, debt) = owed(borrower);
				repay(borrower, borrowed);
				pay_debt(borrower, debt);
			}
			enter_epoch(3);
			for staker in [ALICE, BOB, CAROL] {
				assert_ok!(LiquidityStaking::withdraw_max_stake(signed(staker), staker));
				assert_ok!(LiquidityStaking::withdraw_max_debt(signed(staker), staker));
			}
			let [.., inactive, borrowed, dust, debt, pot] = books();
			assert_eq!((inactive, borrowed, debt, pot), (dust, 0, 0, 0));
			assert_eq!([ALICE, BOB, CAROL].map(super::debt).iter().sum::<Balance>(), dust);
			assert_eq!(dust, 2);
			assert_eq!(LiquidityStaking::total_active_balance_current(), 0);
		});
}
