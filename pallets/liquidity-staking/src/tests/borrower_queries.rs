//! The queries about borrowers, allocations and debt (specification, section 10).

use super::*;
use frame_support::{assert_ok, assert_storage_noop};

fn with_stakes(stakes: &[(AccountId, Balance)], test: impl FnOnce()) {
	ExtBuilder::default().allocations(&[(B0, 4_000), (B1, 5_000)]).stakes(stakes).build_and_execute(test);
}

/// Both overdue, in no order that could be relied on.
fn overdue() -> Vec<(AccountId, Balance)> {
	let mut list = LiquidityStaking::overdue_borrowers();
	list.sort();
	list
}

#[test]
fn before_epoch_zero_shares_are_shown_and_nothing_else() {
	ExtBuilder::default().allocations(&[(B0, 4_000)]).start(OFFSET - 1).build_and_execute(|| {
		set_restriction(B1, true);
		assert_eq!([Some(B0), Some(B1), None].map(units), [(4_000, 4_000), (0, 0), (6_000, 6_000)]);
		for borrower in [B0, B1, B2] {
			assert_eq!(LiquidityStaking::allocated_balance_current(borrower), 0);
			assert_eq!(LiquidityStaking::allocated_balance_next(borrower), 0);
			assert_eq!((borrowable(borrower), owed(borrower)), (0, (0, 0)));
			assert_eq!((is_overdue(borrower), is_restricted(borrower)), (false, borrower == B1));
		}
		assert_eq!(overdue(), []);
		assert_eq!(LiquidityStaking::contract_balance_available_to_borrow(), 0);
		assert_eq!(LiquidityStaking::total_borrowed_balance(), 0);
		assert_eq!(LiquidityStaking::total_borrower_debt_balance(), 0);
		assert_eq!(LiquidityStaking::total_debt_available_to_withdraw(), 0);
		assert_eq!(LiquidityStaking::debt_available_to_withdraw(ALICE), 0);
		assert_eq!((debt(ALICE), LiquidityStaking::current_shortfall()), (0, 0));
	});
}

#[test]
fn shares_follow_the_active_balance() {
	with_stakes(&[(ALICE, 1_001)], || {
		let shares = |borrower| {
			(
				LiquidityStaking::allocated_balance_current(borrower),
				LiquidityStaking::allocated_balance_next(borrower),
			)
		};
		assert_eq!([B0, B1, B2].map(shares), [(400, 400), (500, 500), (0, 0)]);
		stake(BOB, 4);
		assert_eq!([B0, B1].map(shares), [(402, 402), (502, 502)]);
		request(ALICE, 5);
		assert_eq!([B0, B1].map(shares), [(402, 400), (502, 500)]);
		assert_ok!(allocate(&[(Some(B0), 0), (Some(B2), 4_000)]));
		assert_eq!([B0, B1, B2].map(shares), [(402, 0), (502, 500), (0, 400)]);
		at(INTERVAL - 1);
		assert_eq!([B0, B1, B2].map(shares), [(402, 0), (502, 500), (0, 400)]);
		at(INTERVAL);
		assert_eq!([B0, B1, B2].map(shares), [(0, 0), (500, 500), (400, 400)]);
	});
}

#[test]
fn the_largest_share_does_not_overflow() {
	with_stakes(&[], || {
		crate::Pool::<Test>::mutate(|pool| {
			pool.total_active.current = u128::MAX;
			pool.total_active.next = u128::MAX;
		});
		assert_eq!(LiquidityStaking::allocated_balance_current(B1), u128::MAX / 2);
		crate::Pool::<Test>::mutate(|pool| pool.total_active = Default::default());
	});
}

#[test]
fn what_can_be_borrowed() {
	with_stakes(&[(ALICE, 1_000)], || {
		let check = |available, b0, b1| {
			assert_eq!(LiquidityStaking::contract_balance_available_to_borrow(), available);
			assert_eq!([B0, B1, B2].map(borrowable), [b0, b1, 0]);
		};
		check(1_000, 400, 500);
		borrow(B0, 150);
		check(850, 250, 500);
		set_restriction(B0, true);
		check(850, 0, 500);
		set_restriction(B0, false);
		request(ALICE, 400);
		check(850, 250, 500);
		at(INTERVAL - BLACKOUT);
		check(850, 90, 300);
		at(INTERVAL);
		check(450, 90, 300);
		borrow(B1, 300);
		check(150, 90, 0);
		request(ALICE, 300);
		at(2 * INTERVAL);
		// 450 borrowed, 300 active.
		check(0, 0, 0);
		assert_eq!(LiquidityStaking::current_shortfall(), 150);
	});
}

#[test]
fn what_can_be_borrowed_is_what_a_loan_may_be() {
	with_stakes(&[(ALICE, 997), (BOB, 313)], || {
		let steps: [fn(); 6] = [
			|| borrow(B0, 100),
			|| request(ALICE, 301),
			|| allocate(&[(Some(B0), 1_111), (Some(B1), 7_889)]).unwrap(),
			|| stake(BOB, 17),
			|| borrow(B1, 200),
			|| request(BOB, 99),
		];
		for (number, step) in steps.into_iter().enumerate() {
			let number = number as Seconds;
			at(number / 2 * INTERVAL + number);
			step();
			for now in [0, INTERVAL - BLACKOUT - 1, INTERVAL - BLACKOUT, INTERVAL] {
				at(number / 2 * INTERVAL + number + now);
				for borrower in [B0, B1, B2] {
					let most = borrowable(borrower);
					let lends = |amount| {
						frame_support::storage::with_transaction(|| {
							let loan = LiquidityStaking::borrow(signed(borrower), amount);
							sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(loan))
						})
					};
					assert!(most == 0 || lends(most) == Ok(Ok(())));
					assert!(lends(most + 1) != Ok(Ok(())));
				}
			}
			at(number / 2 * INTERVAL + number);
		}
	});
}

#[test]
fn loans_debts_and_overdue_borrowers() {
	with_stakes(&[(ALICE, 600), (BOB, 400)], || {
		borrow(B0, 400);
		borrow(B1, 500);
		request(ALICE, 600);
		at(INTERVAL - 1);
		assert_eq!(overdue(), []);
		at(INTERVAL);
		// Shares of 400: 160 and 200.
		assert_eq!(overdue(), [(B0, 240), (B1, 300)]);
		assert_eq!([B0, B1, B2].map(is_overdue), [true, true, false]);
		assert_eq!(LiquidityStaking::current_shortfall(), 500);
		repay(B0, 239);
		assert_eq!(overdue(), [(B0, 1), (B1, 300)]);
		repay(B0, 1);
		assert_eq!((overdue(), is_overdue(B0)), (vec![(B1, 300)], false));
		assert_eq!(LiquidityStaking::current_shortfall(), 260);
		assert_ok!(mark(&[B1]));
		assert_eq!(overdue(), [(B1, 40)]);
		assert_eq!((owed(B0), owed(B1), owed(B2)), ((160, 0), (240, 260), (0, 0)));
		assert_eq!(LiquidityStaking::total_borrowed_balance(), 400);
		assert_eq!(LiquidityStaking::total_borrower_debt_balance(), 260);
		assert_eq!((is_restricted(B0), is_restricted(B1)), (false, true));
	});
}

#[test]
fn the_debt_pot() {
	with_stakes(&[(ALICE, 600), (BOB, 400)], || {
		borrow(B0, 400);
		borrow(B1, 500);
		request(ALICE, 300);
		request(BOB, 200);
		enter_epoch(1);
		assert_ok!(mark(&[B0, B1]));
		let seen = || {
			(
				LiquidityStaking::total_debt_available_to_withdraw(),
				[ALICE, BOB, CAROL].map(LiquidityStaking::debt_available_to_withdraw),
				[ALICE, BOB, CAROL].map(debt),
			)
		};
		assert_eq!(seen(), (0, [0, 0, 0], [240, 160, 0]));
		pay_debt(B0, 100);
		assert_eq!(seen(), (100, [100, 100, 0], [240, 160, 0]));
		pay_debt(B0, 100);
		assert_eq!(seen(), (200, [200, 160, 0], [240, 160, 0]));
		assert_ok!(LiquidityStaking::withdraw_max_debt(signed(BOB), BOB));
		assert_eq!(seen(), (40, [40, 0, 0], [240, 0, 0]));
	});
}

#[test]
fn queries_about_borrowers_write_nothing() {
	with_stakes(&[(ALICE, 600), (BOB, 400)], || {
		borrow(B0, 400);
		request(ALICE, 600);
		assert_ok!(allocate(&[(Some(B0), 1), (None, 4_999)]));
		at(2 * INTERVAL);
		assert_storage_noop!({
			for borrower in [B0, B1, B2] {
				units(Some(borrower));
				LiquidityStaking::allocated_balance_current(borrower);
				LiquidityStaking::allocated_balance_next(borrower);
				borrowable(borrower);
				is_overdue(borrower);
				is_restricted(borrower);
				owed(borrower);
			}
			units(None);
			overdue();
			books();
			LiquidityStaking::contract_balance_available_to_borrow();
			LiquidityStaking::debt_available_to_withdraw(ALICE);
		});
		assert_eq!(crate::Borrowers::<Test>::get(B0).allocation.epoch, 0);
	});
}
