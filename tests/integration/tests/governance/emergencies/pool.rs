//! What anybody does about a borrower, in the next block.

use super::*;
use frame_support::{assert_noop, assert_ok};
use pallet_liquidity_staking::{Error, Event};
use pallet_stark_proxy::Call as ProxyCall;
use tidepool_runtime::System;

#[test]
fn anybody_restricts_an_overdue_borrower() {
	with_overdue_borrower(|| {
		let borrower = StarkProxy::proxy_account(A);
		assert!(is_overdue(A));
		without_moving_money_out(|| {
			assert_ok!(attempt(&named("Ferdie"), restrict_overdue()));
			System::assert_last_event(
				Event::<Runtime>::BorrowingRestrictionChanged { borrower, restricted: true }.into(),
			);
		});
		assert_noop!(act(A, ProxyCall::borrow { proxy: A, amount: 1 }), Error::<Runtime>::BorrowerRestricted);
	});
}

#[test]
fn nobody_restricts_a_borrower_that_is_not_overdue() {
	with_production_pool(|| {
		borrow(A, usdc(400_000));
		assert_noop!(attempt(&named("Ferdie"), restrict_overdue()), Error::<Runtime>::BorrowerNotOverdue);
	});
}

#[test]
fn anybody_marks_debt() {
	with_overdue_borrower(|| {
		assert_eq!(LiquidityStaking::current_shortfall(), usdc(150_000));
		without_moving_money_out(|| mark_debt(&[A]));
		assert_eq!(LiquidityStaking::current_shortfall(), 0);
		assert_eq!(
			(StarkProxy::borrowed_balance(A), StarkProxy::debt_balance(A)),
			(usdc(250_000), usdc(150_000))
		);
		assert!(LiquidityStaking::is_borrowing_restricted(StarkProxy::proxy_account(A)));
	});
}
