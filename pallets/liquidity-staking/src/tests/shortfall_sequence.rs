//! A pool that falls short twice, in two variants (scenarios 32 to 35 and 38; specification, section 16).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok};

const S0: AccountId = ALICE;
const S1: AccountId = BOB;

/// The second epoch of scenario 32, its shortfall of 300 not yet marked.
fn first_shortfall(test: impl FnOnce()) {
	let allocations = [(B0, 4_000), (B1, 6_000)];
	ExtBuilder::default().allocations(&allocations).stakes(&[(S0, 300), (S1, 700)]).build_and_execute(|| {
		borrow(B0, 300);
		borrow(B1, 600);
		request(S0, 100);
		request(S1, 500);
		repay(B1, 200);
		enter_epoch(1);
		pool_events();
		assert_eq!(books(), [400, 400, 600, 600, 700, 300, 0, 0]);
		assert_eq!(LiquidityStaking::current_shortfall(), 300);
		test();
	});
}

/// The same after the debt is marked.
fn first_marked(test: impl FnOnce()) {
	first_shortfall(|| {
		assert_ok!(mark(&[B0, B1]));
		pool_events();
		test();
	});
}

/// The third epoch of scenario 35, the second shortfall marked.
fn second_marked(test: impl FnOnce()) {
	first_marked(|| {
		request(S0, 200);
		enter_epoch(2);
		assert_eq!(books(), [200, 200, 500, 500, 400, 300, 300, 0]);
		pool_events();
		assert_ok!(mark(&[B0, B1]));
		test();
	});
}

#[test]
fn the_first_shortfall() {
	first_shortfall(|| {
		assert_ok!(mark(&[B0, B1]));
		assert_eq!(
			pool_events(),
			[
				debt_marked(B0, 140, 160, 140),
				restriction(B0, true),
				debt_marked(B1, 160, 240, 160),
				restriction(B1, true),
				converted(300, fraction(1, 2), 300),
			]
		);
		assert_eq!(books(), [400, 400, 300, 300, 400, 300, 300, 0]);
		assert_eq!((owed(B0), owed(B1)), ((160, 140), (240, 160)));
		assert_eq!((inactive(S0), inactive(S1)), ((50, 50), (250, 250)));
		assert_eq!((debt(S0), debt(S1)), (50, 250));
		assert_eq!((active(S0), active(S1)), ((200, 200), (200, 200)));
		assert!(is_restricted(B0) && is_restricted(B1));
		assert!(!is_overdue(B0) && !is_overdue(B1));
		assert_eq!(LiquidityStaking::shortfall(0).map(|it| (it.epoch, it.index)), Some((1, fraction(1, 2))));
	});
}

#[test]
fn the_second_shortfall_spares_a_request_of_its_own_epoch() {
	first_marked(|| {
		request(S0, 100);
		enter_epoch(2);
		request(S0, 100);
		assert_eq!(books(), [300, 200, 400, 500, 400, 300, 300, 0]);
		pool_events();
		assert_ok!(mark(&[B0, B1]));
		// Both are restricted already.
		assert_eq!(
			pool_events(),
			[
				debt_marked(B0, 40, 120, 180),
				debt_marked(B1, 60, 180, 220),
				converted(100, fraction(3, 4), 300)
			]
		);
		assert_eq!((inactive(S0), inactive(S1)), ((112, 212), (187, 187)));
		assert_eq!((debt(S0), debt(S1)), (88, 313));
		assert_eq!(books(), [300, 200, 300, 400, 300, 300, 400, 0]);

		enter_epoch(3);
		assert_eq!(books(), [200, 200, 400, 400, 300, 300, 400, 0]);
		assert_eq!((inactive(S0), inactive(S1)), ((212, 212), (187, 187)));
		assert_eq!((debt(S0), debt(S1)), (88, 313));
		// Insolvent again.
		assert_eq!(LiquidityStaking::current_shortfall(), 100);
	});
}

#[test]
fn the_second_shortfall_hits_a_request_of_the_epoch_before() {
	second_marked(|| {
		assert_eq!(
			pool_events(),
			[
				debt_marked(B0, 80, 80, 220),
				debt_marked(B1, 120, 120, 280),
				converted(200, fraction(3, 5), 300)
			]
		);
		assert_eq!(books(), [200, 200, 300, 300, 200, 300, 500, 0]);
		assert_eq!((owed(B0), owed(B1)), ((80, 220), (120, 280)));
		assert_eq!((inactive(S0), inactive(S1)), ((150, 150), (150, 150)));
		assert_eq!((debt(S0), debt(S1)), (150, 350));
		// S1 has not been touched since epoch 0: both shortfalls are still open for it.
		assert_eq!(Stakers::<Test>::get(S1).inactive.shortfall_counter, 0);
		assert_eq!(Stakers::<Test>::get(S1).debt, 0);
		withdraw(S1, 150);
		assert_eq!(Stakers::<Test>::get(S1).debt, 350);
	});
}

#[test]
fn what_is_left_of_the_stake_is_paid() {
	second_marked(|| {
		for staker in [S0, S1] {
			assert_noop!(
				LiquidityStaking::withdraw_stake(signed(staker), staker, 151),
				Error::InsufficientInactiveBalance
			);
		}
		withdraw(S0, 150);
		withdraw(S1, 150);
		assert_eq!(books(), [200, 200, 0, 0, 200, 0, 500, 0]);
		assert_noop!(LiquidityStaking::withdraw_stake(signed(S1), S1, 1), Error::InsufficientLiquidity);
	});
}

#[test]
fn a_newcomer_has_nothing_to_do_with_old_shortfalls() {
	second_marked(|| {
		stake(CAROL, 100);
		assert_eq!(books(), [300, 300, 300, 300, 200, 400, 500, 0]);
		request(CAROL, 40);
		assert_eq!(Stakers::<Test>::get(CAROL).inactive.shortfall_counter, 2);
		for (epoch, amount, left) in [(3, 25, 15), (4, 15, 0)] {
			enter_epoch(epoch);
			assert_eq!(active(CAROL), (60, 60));
			withdraw(CAROL, amount);
			assert_eq!(inactive(CAROL), (left, left));
		}
		request(CAROL, 60);
		enter_epoch(5);
		withdraw(CAROL, 60);
		assert_eq!((usdc(CAROL), debt(CAROL)), (FUNDS, 0));
		assert_eq!((debt(S0), debt(S1)), (150, 350));
		assert_eq!(books(), [200, 200, 300, 300, 200, 300, 500, 0]);
	});
}

#[test]
fn debt_marked_late_in_the_epoch_or_in_blackout_is_the_same() {
	for seconds in [INTERVAL, INTERVAL + 1, 2 * INTERVAL - BLACKOUT, 2 * INTERVAL - 1] {
		first_shortfall(|| {
			at(seconds);
			assert_ok!(mark(&[B0, B1]));
			assert_eq!(books(), [400, 400, 300, 300, 400, 300, 300, 0]);
			assert_eq!((debt(S0), debt(S1)), (50, 250));
		});
	}
}

#[test]
fn a_shortfall_that_nobody_marks_stays() {
	first_shortfall(|| {
		enter_epoch(7);
		assert_eq!(books(), [400, 400, 600, 600, 700, 300, 0, 0]);
		assert_ok!(mark(&[B1, B0]));
		assert_eq!(LiquidityStaking::shortfall(0).map(|it| it.epoch), Some(7));
		assert_eq!((debt(S0), debt(S1)), (50, 250));
	});
}

#[test]
fn debt_is_not_marked_of_what_active_stakers_own() {
	first_marked(|| {
		// They lose nothing and earn on: K1.
		assert_eq!((active(S0), active(S1)), ((200, 200), (200, 200)));
		transfer(S0, CAROL, 200);
		assert_eq!((LiquidityStaking::balance_of(CAROL), debt(CAROL)), (200, 0));
	});
}
