//! `try_state` finds what it claims to find about borrowers and written-off amounts.

use super::{
	try_state::{breaks, mint, pool, staker},
	*,
};
use crate::{
	types::{BorrowerRecord, StoredAllocation, WriteOffs},
	Borrowers, UnallocatedUnits, WriteOffTotals,
};
use frame_support::assert_ok;

fn borrower(account: AccountId, change: impl FnOnce(&mut BorrowerRecord)) {
	Borrowers::<Test>::mutate(account, change);
}

fn unallocated(change: impl FnOnce(&mut StoredAllocation)) {
	UnallocatedUnits::<Test>::mutate(change);
}

fn write_offs(change: impl FnOnce(&mut WriteOffs)) {
	WriteOffTotals::<Test>::mutate(change);
}

#[test]
fn i6_claims_do_not_exceed_funds() {
	let broken = "I6: inactive + staker debt above X_c + T + V";
	breaks(broken, || staker(BOB, |bob| bob.debt += 1));
	breaks(broken, || staker(PAUPER, |pauper| pauper.debt = 1));
	breaks(broken, || pool(|pool| pool.debt_pot -= 1));
	breaks(broken, || write_offs(|totals| totals.staker_debt = 1));
	breaks(broken, || {
		pool(|pool| pool.total_borrower_debt -= 1);
		borrower(BORROWER, |borrower| borrower.debt -= 1);
	});
}

#[test]
fn i6_claims_equal_funds_when_nothing_was_abandoned() {
	let broken = "I6: inactive + staker debt below X_c + T + V";
	breaks(broken, || staker(BOB, |bob| bob.debt -= 1));
	breaks(broken, || write_offs(|totals| totals.borrower_debt = 1));
	breaks(broken, || {
		pool(|pool| pool.debt_pot += 1);
		mint(USDC, pool_account(), 1);
	});
}

#[test]
fn i6_what_was_forgiven_explains_a_difference() {
	breaks("I6: inactive + staker debt below X_c + T + V", || {
		write_offs(|totals| totals.staker_debt = 1);
		staker(BOB, |bob| bob.debt -= 1);
		check_invariants();
		write_offs(|totals| totals.borrower_debt = 1);
	});
}

#[test]
fn i6_what_was_abandoned_explains_a_difference() {
	breaks("I6: inactive + staker debt below X_c + T + V", || {
		// Debt that was not settled goes with an abandoned balance.
		write_offs(|totals| totals.abandoned_inactive = 3);
		staker(BOB, |bob| bob.debt -= 3);
		check_invariants();
		staker(BOB, |bob| bob.debt -= 1);
	});
}

#[test]
fn i5_dust_may_change_once_a_balance_was_abandoned() {
	breaks("I5: next inactive balances above their total", || {
		staker(BOB, |bob| bob.inactive.balance.next += 1);
		mint(STK_USDC, BOB, 1);
	});
	ExtBuilder::default().stakes(&[(ALICE, 10)]).build_and_execute(|| {
		request(ALICE, 10);
		assert_ok!(LiquidityStaking::failsafe_delete_inactive_balance(signed(ALICE)));
		check_invariants();
		// Without the record of it the missing owner is an error.
		let totals = WriteOffTotals::<Test>::take();
		assert_eq!(LiquidityStaking::do_try_state(), Err("I5: dust must not change with the epoch".into()));
		WriteOffTotals::<Test>::put(totals);
	});
}

#[test]
fn i7_loans_and_debts_add_up() {
	breaks("I7: sum of loans", || borrower(BORROWER, |borrower| borrower.borrowed += 1));
	breaks("I7: sum of loans", || borrower(B0, |borrower| borrower.borrowed = 1));
	breaks("I7: sum of borrower debts", || borrower(BORROWER, |borrower| borrower.debt -= 1));
	breaks("I7: sum of borrower debts", || borrower(B0, |borrower| borrower.debt = 1));
	breaks("I7: sum of borrower debts", || pool(|pool| pool.total_borrower_debt += 1));
	breaks("a sum of balances overflows", || {
		borrower(B0, |borrower| borrower.borrowed = u128::MAX);
		borrower(B1, |borrower| borrower.borrowed = u128::MAX);
	});
}

#[test]
fn i8_units_add_up_to_the_whole() {
	let (current, next) =
		("I8: current units do not add up to 10,000", "I8: next units do not add up to 10,000");
	// The records are of epoch 0: in epoch 2 the next units are the current ones too.
	breaks(current, || unallocated(|units| units.next -= 1));
	breaks(current, || borrower(B0, |borrower| borrower.allocation = StoredAllocation::constant(1)));
	breaks(current, || {
		// 65,536 too many: no 16 bits hide them.
		for (number, units) in [5_536, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000].into_iter().enumerate()
		{
			let allocation = StoredAllocation::constant(units);
			borrower(B0 + number as AccountId, |borrower| borrower.allocation = allocation);
		}
	});
	let running = |current, next| StoredAllocation { epoch: 2, current, next };
	breaks(current, || UnallocatedUnits::<Test>::put(running(9_999, 10_000)));
	breaks(next, || UnallocatedUnits::<Test>::put(running(10_000, 9_999)));
	breaks(next, || borrower(B0, |borrower| borrower.allocation = running(0, 1)));
	breaks(current, || borrower(B0, |borrower| borrower.allocation = running(1, 0)));
}

#[test]
fn i8_holds_while_units_move() {
	breaks("I8: next units do not add up to 10,000", || {
		assert_ok!(allocate(&[(None, 4_000), (Some(B0), 5_000), (Some(B1), 1_000)]));
		check_invariants();
		borrower(B1, |borrower| borrower.allocation.next = 999);
	});
}

#[test]
fn i15_no_allocation_is_from_the_future() {
	let broken = "I15: allocation from the future";
	let future = StoredAllocation { epoch: 3, current: 1, next: 1 };
	breaks(broken, || unallocated(|units| units.epoch = 3));
	breaks(broken, || {
		unallocated(|units| (units.current, units.next) = (9_999, 9_999));
		borrower(B0, |borrower| borrower.allocation = future);
	});
}

#[test]
fn i15_before_epoch_zero_allocations_are_of_epoch_zero() {
	ExtBuilder::default().allocations(&[(B0, 1)]).start(OFFSET - 1).build_and_execute(|| {
		borrower(B0, |borrower| borrower.allocation.epoch = 1);
		assert_eq!(LiquidityStaking::do_try_state(), Err("I15: allocation from the future".into()));
		borrower(B0, |borrower| borrower.allocation.epoch = 0);
	});
}

#[test]
fn empty_borrowers_are_not_stored() {
	breaks("2.7: an empty borrower is stored", || {
		Borrowers::<Test>::insert(B0, BorrowerRecord::default());
	});
	breaks("2.7: an empty allocation is stored", || {
		borrower(B0, |borrower| {
			borrower.restricted = true;
			borrower.allocation.epoch = 1;
		});
	});
}
