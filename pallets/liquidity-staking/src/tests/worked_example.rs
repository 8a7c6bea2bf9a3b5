//! The worked example of shortfall and debt, row by row (scenario 44; specification, section 6).

use super::*;
use crate::{
	types::{InactiveBalance, StoredBalance},
	Stakers,
};
use frame_support::{assert_noop, assert_ok};

const FIRST_INDEX: u128 = 314_571_428_571_428_571_428_571_428_571_428_571;
const SECOND_INDEX: u128 = 531_230_480_949_406_620_861_961_274_203_622_735;

#[test]
fn section_6_row_by_row() {
	ExtBuilder::default().allocations(&[(B1, 4_500), (B2, 5_500)]).build_and_execute(|| {
		epoch_zero();
		first_shortfall();
		between_the_shortfalls();
		second_shortfall();
		the_end();
	});
}

/// Rows 1 to 4.
fn epoch_zero() {
	stake(ALICE, 3_000);
	stake(BOB, 5_000);
	stake(CAROL, 2_001);
	assert_eq!(books(), [10_001, 10_001, 0, 0, 0, 10_001, 0, 0]);
	assert_eq!((borrowable(B1), borrowable(B2)), (4_500, 5_500));
	assert_noop!(LiquidityStaking::borrow(signed(B1), 4_501), Error::ExceedsAllocation);
	borrow(B1, 4_500);
	borrow(B2, 5_000);
	assert_eq!(books(), [10_001, 10_001, 0, 0, 9_500, 501, 0, 0]);
	request(ALICE, 1_000);
	request(BOB, 2_500);
	assert_eq!(books(), [10_001, 6_501, 0, 3_500, 9_500, 501, 0, 0]);
	repay(B2, 600);
	assert_eq!(books(), [10_001, 6_501, 0, 3_500, 8_900, 1_101, 0, 0]);
}

/// Rows 5 and 6.
fn first_shortfall() {
	enter_epoch(1);
	assert_eq!(books(), [6_501, 6_501, 3_500, 3_500, 8_900, 1_101, 0, 0]);
	assert_eq!(LiquidityStaking::current_shortfall(), 2_399);
	assert_eq!(LiquidityStaking::overdue_borrowers().len(), 2);
	assert_eq!(LiquidityStaking::allocated_balance_current(B1), 2_925);
	assert_eq!(LiquidityStaking::allocated_balance_current(B2), 3_575);
	pool_events();
	assert_ok!(mark(&[B1, B2]));
	assert_eq!(
		pool_events(),
		[
			debt_marked(B1, 1_575, 2_925, 1_575),
			restriction(B1, true),
			debt_marked(B2, 824, 3_576, 824),
			restriction(B2, true),
			converted(2_399, FIRST_INDEX, 1_101),
		]
	);
	assert_eq!(books(), [6_501, 6_501, 1_101, 1_101, 6_501, 1_101, 2_399, 0]);
	// B2 is one unit above its share, and so still overdue.
	assert!(!is_overdue(B1) && is_overdue(B2));
	assert_eq!((inactive(ALICE), debt(ALICE)), ((314, 314), 686));
	assert_eq!((inactive(BOB), debt(BOB)), ((786, 786), 1_714));
}

/// Rows 7 to 13.
fn between_the_shortfalls() {
	withdraw(ALICE, 100);
	assert_eq!(books(), [6_501, 6_501, 1_001, 1_001, 6_501, 1_001, 2_399, 0]);
	pay_debt(B1, 800);
	assert_eq!(books(), [6_501, 6_501, 1_001, 1_001, 6_501, 1_001, 1_599, 800]);
	assert_eq!((owed(B1), owed(B2)), ((2_925, 775), (3_576, 824)));

	// Nothing has touched Bob since epoch 0.
	let untouched = InactiveBalance {
		balance: StoredBalance { epoch: 0, current: 0, next: 2_500 },
		shortfall_counter: 0,
	};
	assert_eq!(Stakers::<Test>::get(BOB).inactive, untouched);
	pool_events();
	assert_ok!(LiquidityStaking::withdraw_debt(signed(BOB), BOB, 500));
	assert_eq!(
		pool_events(),
		[
			received_debt(BOB, 1_714, 1_714),
			Event::WithdrewDebt { staker: BOB, recipient: BOB, amount: 500, new_debt_balance: 1_214 },
		]
	);
	let settled = InactiveBalance {
		balance: StoredBalance { epoch: 1, current: 786, next: 786 },
		shortfall_counter: 1,
	};
	assert_eq!(Stakers::<Test>::get(BOB).inactive, settled);
	assert_eq!(books(), [6_501, 6_501, 1_001, 1_001, 6_501, 1_001, 1_599, 300]);

	withdraw_max_debt(ALICE, 300, 386);
	assert_eq!(books(), [6_501, 6_501, 1_001, 1_001, 6_501, 1_001, 1_599, 0]);
	assert_noop!(LiquidityStaking::withdraw_debt(signed(BOB), BOB, 1), Error::InsufficientDebtFunds);
	assert_eq!((debt(ALICE), debt(BOB)), (386, 1_214));
	request(BOB, 1_200);
	request(CAROL, 1_001);
	assert_eq!(books(), [6_501, 4_300, 1_001, 3_202, 6_501, 1_001, 1_599, 0]);
	assert_eq!([ALICE, BOB, CAROL].map(inactive), [(214, 214), (786, 1_986), (0, 1_001)]);
	repay(B1, 700);
	assert_eq!(books(), [6_501, 4_300, 1_001, 3_202, 5_801, 1_701, 1_599, 0]);
}

/// Rows 14 and 15.
fn second_shortfall() {
	enter_epoch(2);
	assert_eq!(books(), [4_300, 4_300, 3_202, 3_202, 5_801, 1_701, 1_599, 0]);
	assert_eq!(LiquidityStaking::current_shortfall(), 1_501);
	assert_eq!(LiquidityStaking::allocated_balance_current(B1), 1_935);
	assert_eq!(LiquidityStaking::allocated_balance_current(B2), 2_365);
	pool_events();
	assert_ok!(mark(&[B2, B1]));
	assert_eq!(
		pool_events(),
		[
			debt_marked(B2, 1_211, 2_365, 2_035),
			debt_marked(B1, 290, 1_935, 1_065),
			converted(1_501, SECOND_INDEX, 1_701),
		]
	);
	assert_eq!(books(), [4_300, 4_300, 1_701, 1_701, 4_300, 1_701, 3_100, 0]);
	assert_eq!([ALICE, BOB, CAROL].map(inactive), [(113, 113), (1_055, 1_055), (531, 531)]);
	assert_eq!([ALICE, BOB, CAROL].map(debt), [487, 2_145, 470]);
}

/// Rows 16 to 18.
fn the_end() {
	pay_debt(B2, 1_000);
	assert_eq!(books(), [4_300, 4_300, 1_701, 1_701, 4_300, 1_701, 2_100, 1_000]);
	withdraw_max_debt(CAROL, 470, 0);
	withdraw_max_debt(ALICE, 487, 0);
	withdraw_max_debt(BOB, 43, 2_102);
	assert_eq!(books(), [4_300, 4_300, 1_701, 1_701, 4_300, 1_701, 2_100, 0]);
	for (staker, amount) in [(ALICE, 113), (BOB, 1_055), (CAROL, 531)] {
		let before = usdc(staker);
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(staker), staker));
		assert_eq!(usdc(staker) - before, amount);
	}
	assert_eq!(books(), [4_300, 4_300, 2, 2, 4_300, 2, 2_100, 0]);
	assert_eq!((owed(B1), owed(B2)), ((1_935, 1_065), (2_365, 1_035)));
	assert_eq!(LiquidityStaking::total_supply(), 4_302);
	let balances = [ALICE, BOB, CAROL].map(LiquidityStaking::balance_of);
	assert_eq!(balances.iter().sum::<Balance>(), 4_300);
	// Everybody is settled, so the mirror is exact.
	assert_eq!([ALICE, BOB, CAROL].map(mirror), balances);
	assert_eq!([ALICE, BOB, CAROL].map(debt).iter().sum::<Balance>(), 2_102);
}

/// Withdraws as much debt as the pot can pay.
fn withdraw_max_debt(staker: AccountId, amount: Balance, left: Balance) {
	let before = usdc(staker);
	assert_ok!(LiquidityStaking::withdraw_max_debt(signed(staker), staker));
	assert_eq!((usdc(staker) - before, debt(staker)), (amount, left));
}
