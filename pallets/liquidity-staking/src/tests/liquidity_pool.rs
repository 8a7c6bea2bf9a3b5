//! The pool as the proxies of borrowers use it (scenario 54; specification, section 11).

use super::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::TokenError;
use tidepool_primitives::LiquidityPool;

/// What a proxy does in the blackout window: come down to the share of the next epoch, or borrow the most.
fn auto_pay<P: LiquidityPool<AccountId>>(borrower: AccountId) -> DispatchResult {
	assert!(P::in_blackout_window());
	assert_eq!(P::borrower_debt_balance(&borrower), 0);
	let (borrowed, share) = (P::borrowed_balance(&borrower), P::allocated_balance_next(&borrower));
	if borrowed > share {
		return P::repay_borrow(&borrower, &borrower, borrowed - share);
	}
	match P::borrowable_amount(&borrower) {
		0 => Ok(()),
		amount => P::borrow(&borrower, amount),
	}
}

fn one_borrower(stake: Balance, test: impl FnOnce()) {
	ExtBuilder::default().allocations(&[(B0, 4_000)]).stakes(&[(ALICE, stake)]).build_and_execute(test);
}

type Pool = LiquidityStaking;

fn borrow_through(amount: Balance) -> DispatchResult {
	<Pool as LiquidityPool<_>>::borrow(&B0, amount)
}

fn repay_through(payer: AccountId, amount: Balance) -> DispatchResult {
	<Pool as LiquidityPool<_>>::repay_borrow(&payer, &B0, amount)
}

fn repay_debt_through(payer: AccountId, amount: Balance) -> DispatchResult {
	<Pool as LiquidityPool<_>>::repay_debt(&payer, &B0, amount)
}

#[test]
fn the_example_of_an_automatic_payment() {
	one_borrower(1_000_000, || {
		borrow(B0, 400_000);
		request(ALICE, 500_000);
		pool_events();
		at(INTERVAL - BLACKOUT);
		assert_eq!(<Pool as LiquidityPool<_>>::allocated_balance_next(&B0), 200_000);
		assert_ok!(auto_pay::<Pool>(B0));
		assert_eq!(
			pool_events(),
			[Event::RepaidBorrow { borrower: B0, payer: B0, amount: 200_000, new_borrowed_balance: 200_000 }]
		);
		assert_ok!(auto_pay::<Pool>(B0));
		assert_eq!(pool_events(), []);

		stake(BOB, 1_000_000);
		assert_eq!((total_active(), borrowable(B0)), ((2_000_000, 1_500_000), 400_000));
		assert_eq!(<Pool as LiquidityPool<_>>::allocated_balance_next(&B0), 600_000);
		pool_events();
		assert_ok!(auto_pay::<Pool>(B0));
		assert_eq!(
			pool_events(),
			[Event::Borrowed { borrower: B0, amount: 400_000, new_borrowed_balance: 600_000 }]
		);
		at(INTERVAL);
		assert!(!is_overdue(B0));
		assert_eq!(LiquidityStaking::allocated_balance_current(B0), 600_000);
	});
}

#[test]
fn after_an_automatic_payment_nobody_is_overdue() {
	// Stakes, requests, borrowed before the blackout, a change of the share, and more stake after the payment.
	for stake_before in [1, 9, 1_000, 777_777] {
		for requested in [0, 1, stake_before / 3, stake_before] {
			for units_next in [0, 1, 1_234, 4_000, 10_000] {
				for stake_after in [0, 1, 5_000] {
					one_borrower(stake_before, || {
						let most = borrowable(B0);
						if most > 0 {
							borrow(B0, most);
						}
						assert_ok!(allocate(&[(Some(B0), units_next), (None, 10_000 - units_next)]));
						request(ALICE, requested);
						at(INTERVAL - 2);
						assert_ok!(auto_pay::<Pool>(B0));
						at(INTERVAL - 1);
						stake(BOB, stake_after);
						at(INTERVAL);
						assert!(!is_overdue(B0));
						assert_eq!(LiquidityStaking::current_shortfall(), 0);
					});
				}
			}
		}
	}
}

#[test]
fn loans_are_checked_and_reported_like_the_calls() {
	one_borrower(1_000, || {
		assert_noop!(borrow_through(0), Error::ZeroAmount);
		assert_noop!(borrow_through(1_001), Error::ExceedsAvailableToBorrow);
		assert_noop!(borrow_through(401), Error::ExceedsAllocation);
		assert_ok!(borrow_through(400));
		assert_eq!(pool_events(), [Event::Borrowed { borrower: B0, amount: 400, new_borrowed_balance: 400 }]);
		assert_eq!(usdc(B0), 400);
		set_restriction(B0, true);
		assert_noop!(borrow_through(0), Error::ZeroAmount);
		assert_noop!(borrow_through(1_001), Error::BorrowerRestricted);
	});
}

#[test]
fn repayments_are_checked_and_reported_like_the_calls() {
	one_borrower(1_000, || {
		borrow(B0, 400);
		pool_events();
		assert_noop!(repay_through(B0, 0), Error::ZeroAmount);
		assert_noop!(repay_through(B0, 401), Error::RepayExceedsBorrowed);
		assert_ok!(repay_through(B0, 100));
		// The payer pays, for whomever.
		assert_ok!(repay_through(CAROL, 300));
		let repaid = |payer, amount, new_borrowed_balance| Event::RepaidBorrow {
			borrower: B0,
			payer,
			amount,
			new_borrowed_balance,
		};
		assert_eq!(pool_events(), [repaid(B0, 100, 300), repaid(CAROL, 300, 0)]);
		assert_eq!((usdc(B0), usdc(CAROL)), (300, FUNDS - 300));
	});
}

#[test]
fn repayments_of_debt_are_checked_and_reported_like_the_calls() {
	one_borrower(1_000, || {
		borrow(B0, 400);
		request(ALICE, 1_000);
		enter_epoch(1);
		assert_ok!(mark(&[B0]));
		pool_events();
		assert_eq!(<Pool as LiquidityPool<_>>::borrower_debt_balance(&B0), 400);
		assert_noop!(repay_debt_through(B0, 0), Error::ZeroAmount);
		assert_noop!(repay_debt_through(B0, 401), Error::RepayExceedsDebt);
		assert_ok!(repay_debt_through(B0, 100));
		assert_ok!(repay_debt_through(CAROL, 300));
		let repaid = |payer, amount, new_debt_balance| Event::RepaidDebt {
			borrower: B0,
			payer,
			amount,
			new_debt_balance,
		};
		assert_eq!(pool_events(), [repaid(B0, 100, 300), repaid(CAROL, 300, 0)]);
		assert!(<Pool as LiquidityPool<_>>::is_borrowing_restricted(&B0));
	});
}

#[test]
fn a_payment_without_tokens_fails() {
	one_borrower(1_000, || {
		borrow(B0, 400);
		let payment = frame_support::storage::with_storage_layer(|| repay_through(PAUPER, 1));
		assert_eq!(payment, Err(TokenError::FundsUnavailable.into()));
		assert_eq!(owed(B0), (400, 0));
	});
}

#[test]
fn an_allocation_of_either_epoch_counts() {
	one_borrower(1_000, || {
		let has = |borrower| <Pool as LiquidityPool<_>>::has_allocation(&borrower);
		assert!(has(B0) && !has(B1) && !has(ALICE));
		assert_ok!(allocate(&[(Some(B0), 0), (Some(B1), 4_000)]));
		assert!(has(B0) && has(B1));
		at(INTERVAL - 1);
		assert!(has(B0) && has(B1));
		at(INTERVAL);
		assert!(!has(B0) && has(B1));
		// A loan or a restriction is no allocation.
		borrow(B1, 1);
		set_restriction(B1, true);
		assert_ok!(allocate(&[(Some(B1), 0), (None, 10_000)]));
		assert!(has(B1));
		enter_epoch(2);
		assert!(!has(B1));
		assert_eq!(owed(B1), (1, 0));
	});
	ExtBuilder::default().allocations(&[(B0, 1)]).start(OFFSET - 1).build_and_execute(|| {
		assert!(<Pool as LiquidityPool<_>>::has_allocation(&B0));
		assert!(!<Pool as LiquidityPool<_>>::has_allocation(&B1));
	});
}

#[test]
fn the_views_are_the_queries() {
	one_borrower(1_000, || {
		borrow(B0, 300);
		request(ALICE, 200);
		assert_ok!(allocate(&[(Some(B0), 5_000), (None, 5_000)]));
		for now in [0, INTERVAL - BLACKOUT, INTERVAL, 3 * INTERVAL] {
			at(now);
			let seen = (
				<Pool as LiquidityPool<_>>::allocated_balance_current(&B0),
				<Pool as LiquidityPool<_>>::allocated_balance_next(&B0),
				<Pool as LiquidityPool<_>>::borrowed_balance(&B0),
				<Pool as LiquidityPool<_>>::borrower_debt_balance(&B0),
				<Pool as LiquidityPool<_>>::borrowable_amount(&B0),
				<Pool as LiquidityPool<_>>::in_blackout_window(),
			);
			// Blackout: two fifths of the 800 that stay are 320. Afterwards a half of them.
			let (current, borrowable, blackout) = match now {
				0 => (400, 100, false),
				now if now < INTERVAL => (400, 20, true),
				_ => (400, 100, false),
			};
			assert_eq!(seen, (current, 400, 300, 0, borrowable, blackout), "at {now}");
			assert!(!<Pool as LiquidityPool<_>>::is_borrowing_restricted(&B0));
		}
		assert_eq!(<Pool as LiquidityPool<AccountId>>::stake_asset(), USDC);
	});
}
