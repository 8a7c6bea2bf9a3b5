//! Borrowing and repaying by hand (specification, section 7.2).

use super::{situations::*, support::info};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;
use tidepool_primitives::Balance;

/// A repayment by the borrower, of the loan or of the debt, and what is owed of it.
type Repayment = (fn(Balance) -> DispatchResult, fn(u32) -> Balance, DispatchError);

fn repayments() -> [Repayment; 2] {
	[
		(
			|amount| StarkProxy::repay_borrow(owner(A), A, amount),
			borrowed,
			PoolError::RepayExceedsBorrowed.into(),
		),
		(|amount| StarkProxy::repay_debt(owner(A), A, amount), debt, PoolError::RepayExceedsDebt.into()),
	]
}

fn limit(amount: Option<Balance>) {
	assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, amount));
}

#[test]
fn a_proxy_borrows_up_to_its_share() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(StarkProxy::borrow(owner(A), A, 400_001), PoolError::ExceedsAllocation);
		borrow(A, 399_999);
		borrow(A, 1);
		assert_eq!(
			proxy_events(),
			[
				Event::Borrowed { proxy: A, amount: 399_999, new_borrowed: 399_999 },
				Event::Borrowed { proxy: A, amount: 1, new_borrowed: 400_000 },
			]
		);
		assert_eq!((token(A), borrowed(A)), (400_000, 400_000));
		assert_eq!(usdc(&pool_account()), 600_000);
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), PoolError::ExceedsAllocation);
	});
}

#[test]
fn a_proxy_borrows_no_more_than_the_pool_can_lend() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(B, 600_000);
		request(&S2, 350_000);
		enter_epoch(1);
		// 650,000 are active, 600,000 lent: 50,000 are available, of a share of 260,000.
		assert_noop!(StarkProxy::borrow(owner(A), A, 50_001), PoolError::ExceedsAvailableToBorrow);
		borrow(A, 50_000);
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), PoolError::ExceedsAvailableToBorrow);
	});
}

#[test]
fn borrowing_has_an_order_of_checks() {
	ExtBuilder::default().build_and_execute(|| {
		set_restriction(A, true);
		set_pool_restriction(A, true);
		assert_noop!(StarkProxy::borrow(owner(A), A, 0), Error::ZeroAmount);
		assert_noop!(StarkProxy::borrow(owner(A), A, 400_001), Error::BorrowingRestricted);
		set_restriction(A, false);
		assert_noop!(StarkProxy::borrow(owner(A), A, 0), Error::ZeroAmount);
		assert_noop!(StarkProxy::borrow(owner(A), A, 400_001), PoolError::BorrowerRestricted);
		set_pool_restriction(A, false);
		assert_noop!(StarkProxy::borrow(owner(A), A, 1_000_001), PoolError::ExceedsAvailableToBorrow);
		assert_noop!(StarkProxy::borrow(owner(A), A, 400_001), PoolError::ExceedsAllocation);
		borrow(A, 400_000);
	});
}

#[test]
fn each_restriction_alone_stops_borrowing() {
	ExtBuilder::default().build_and_execute(|| {
		set_restriction(A, true);
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), Error::BorrowingRestricted);
		borrow(B, 1);
		set_restriction(A, false);
		borrow(A, 1);
		set_pool_restriction(A, true);
		assert_noop!(StarkProxy::borrow(owner(A), A, 1), PoolError::BorrowerRestricted);
	});
}

#[test]
fn borrowing_does_not_depend_on_the_blackout_window() {
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 1);
		enter_blackout(0);
		borrow(A, 1);
		enter_epoch(1);
		borrow(A, 1);
		assert_eq!(borrowed(A), 3);
	});
}

#[test]
fn repayments_move_tokens_to_the_pool() {
	in_situation([50, 60, 100, 40], || {
		let pool = usdc(&pool_account());
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 20));
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 15));
		assert_eq!(
			proxy_events(),
			[
				Event::RepaidBorrow { proxy: A, amount: 20, new_borrowed: 30, by_guardian: false },
				Event::RepaidDebt { proxy: A, amount: 15, new_debt: 25, by_guardian: false },
			]
		);
		assert_eq!(found(A), [30, 60, 65, 25]);
		assert_eq!(usdc(&pool_account()), pool + 35);
		// The last unit of both.
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 30));
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 25));
		assert_eq!(
			proxy_events(),
			[
				Event::RepaidBorrow { proxy: A, amount: 30, new_borrowed: 0, by_guardian: false },
				Event::RepaidDebt { proxy: A, amount: 25, new_debt: 0, by_guardian: false },
			]
		);
		assert_eq!(found(A), [0, 60, 10, 0]);
	});
}

#[test]
fn repayments_have_an_order_of_checks() {
	in_situation([50, 60, 100, 50], || {
		for (repay, owed, refusal) in repayments() {
			hold(A, 51);
			limit(Some(50));
			assert_noop!(repay(0), Error::ZeroAmount);
			assert_noop!(repay(52), Error::InsufficientProxyBalance);
			assert_noop!(repay(51), Error::StakingAllowanceExceeded);
			limit(Some(51));
			assert_noop!(repay(51), refusal);
			assert_ok!(repay(50));
			assert_eq!(owed(A), 0);
			assert_eq!(info(A).staking_allowance, Some(1));
			limit(None);
			assert_noop!(repay(1), refusal);
		}
	});
}

#[test]
fn a_proxy_repays_what_it_holds_and_no_more() {
	for (repay, _, _) in repayments() {
		in_situation([50, 60, 30, 50], || {
			assert_noop!(repay(31), Error::InsufficientProxyBalance);
			assert_ok!(repay(29));
			assert_ok!(repay(1));
			assert_noop!(repay(1), Error::InsufficientProxyBalance);
			assert_eq!(token(A), 0);
		});
	}
}

#[test]
fn every_repayment_lowers_the_owners_limit() {
	for (repay, _, _) in repayments() {
		in_situation([50, 60, 100, 50], || {
			limit(Some(19));
			assert_noop!(repay(20), Error::StakingAllowanceExceeded);
			limit(Some(20));
			assert_ok!(repay(20));
			assert_eq!(info(A).staking_allowance, Some(0));
			assert_noop!(repay(1), Error::StakingAllowanceExceeded);
			limit(Some(21));
			assert_ok!(repay(15));
			assert_ok!(repay(5));
			assert_eq!(info(A).staking_allowance, Some(1));
			assert_noop!(repay(2), Error::StakingAllowanceExceeded);
			limit(None);
			assert_ok!(repay(2));
			assert_eq!(info(A).staking_allowance, None);
		});
	}
}

#[test]
fn all_kinds_of_repayment_share_the_owners_limit() {
	in_situation([100, 60, 100, 20], || {
		limit(Some(70));
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 10));
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 5));
		assert_eq!(info(A).staking_allowance, Some(55));
		// What is left to pay: 30 of the loan, 15 of the debt.
		assert_eq!(auto(A), Ok((0, 30, 15)));
		assert_eq!(info(A).staking_allowance, Some(10));
		assert_noop!(StarkProxy::repay_borrow(owner(A), A, 11), Error::StakingAllowanceExceeded);
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 10));
		assert_eq!(info(A).staking_allowance, Some(0));
	});
}

#[test]
fn borrowing_does_not_touch_the_owners_limit() {
	ExtBuilder::default().build_and_execute(|| {
		limit(Some(0));
		borrow(A, 400_000);
		assert_eq!(info(A).staking_allowance, Some(0));
	});
}

#[test]
fn repayment_is_possible_in_every_state() {
	in_situation([50, 60, 100, 50], || {
		let on = registered(A, 1);
		give(&proxy_account(A), 1);
		move_to_exchange(A, on, 1);
		let repay_both = || {
			assert_ok!(StarkProxy::repay_borrow(owner(A), A, 1));
			assert_ok!(StarkProxy::repay_debt(owner(A), A, 1));
		};
		repay_both();
		set_restriction(A, true);
		repay_both();
		set_pool_restriction(A, true);
		repay_both();
		freeze(on);
		repay_both();
		enter_epoch(2);
		repay_both();
		assert_eq!((borrowed(A), debt(A)), (45, 45));
	});
}

/// Anyone may repay for a proxy in the pool with own tokens; this pallet is not involved.
#[test]
fn others_repay_in_the_pool_without_touching_the_owners_limit() {
	in_situation([50, 60, 0, 50], || {
		limit(Some(0));
		assert_ok!(LiquidityStaking::repay_borrow(signed(&STRANGER), proxy_account(A), 20));
		assert_ok!(LiquidityStaking::repay_debt(signed(&STRANGER), proxy_account(A), 50));
		assert_eq!(found(A), [30, 60, 0, 0]);
		assert_eq!(info(A).staking_allowance, Some(0));
		assert_eq!(proxy_events(), [Event::StakingAllowanceSet { proxy: A, limit: Some(0) }]);
	});
}
