//! What holds auto-pay back: debt, restrictions and the owner's limit (specification, section 7.1; departures D7 to D9).

use super::{situations::*, support::info};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;
use tidepool_primitives::Balance;

/// Who bars the proxy: the guardian, the pool or both.
const RESTRICTIONS: [(bool, bool); 3] = [(true, false), (false, true), (true, true)];

fn restrict((by_guardian, by_pool): (bool, bool)) {
	if by_guardian {
		set_restriction(A, true);
	}
	if by_pool {
		set_pool_restriction(A, true);
	}
}

/// D7: V2 fails here, because it would pay the debt out of tokens that the loan has taken.
#[test]
fn the_loan_that_falls_due_is_repaid_before_the_debt() {
	in_situation([100, 60, 100, 100], || {
		assert_eq!(auto(A), Ok((0, 40, 60)));
		assert_eq!(found(A), [60, 60, 0, 40]);
	});
}

/// D8: a loan taken while debt is left would pay the debt the next time.
#[test]
fn while_debt_is_left_nothing_is_borrowed() {
	in_situation([50, 60, 99, 100], || {
		assert_eq!(StarkProxy::borrowable_amount(A), 10);
		assert_eq!(auto(A), Ok((0, 0, 99)));
		assert_eq!(auto(A), Ok((0, 0, 0)));
		assert_eq!(found(A), [50, 60, 0, 1]);
		// With the last unit of debt paid, the share is used fully.
		give(&proxy_account(A), 1);
		assert_eq!(auto(A), Ok((10, 0, 1)));
		assert_eq!(found(A), [60, 60, 10, 0]);
		assert_eq!(auto(A), Ok((0, 0, 0)));
	});
}

#[test]
fn what_the_borrower_borrows_by_hand_pays_its_debt() {
	in_situation([50, 60, 0, 100], || {
		borrow(A, 10);
		assert_eq!(auto(A), Ok((0, 0, 10)));
		assert_eq!(found(A), [60, 60, 0, 90]);
	});
}

/// D9: what can be borrowed does not depend on the debt that is paid before.
#[test]
fn debt_is_paid_before_anything_is_borrowed() {
	in_situation([50, 60, 100, 100], || {
		let borrowable = StarkProxy::borrowable_amount(A);
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 100));
		assert_eq!(StarkProxy::borrowable_amount(A), borrowable);
		assert_eq!(auto(A), Ok((borrowable, 0, 0)));
	});
}

#[test]
fn a_restriction_stops_borrowing_and_nothing_else() {
	for (wanted, expected) in CASES {
		for restriction in RESTRICTIONS {
			in_situation(wanted, || {
				restrict(restriction);
				assert_eq!(StarkProxy::borrowable_amount(A), 0);
				let expected = match expected {
					Some([_, r, p]) => Ok((0, r, p)),
					None => Err(Error::InsufficientFundsForRepayment.into()),
				};
				assert_eq!(auto(A), expected, "{wanted:?} {restriction:?}");
			});
		}
	}
}

#[test]
fn both_restrictions_must_be_lifted_before_auto_pay_borrows() {
	in_situation([50, 60, 0, 0], || {
		restrict((true, true));
		assert_eq!(auto(A), Ok((0, 0, 0)));
		set_restriction(A, false);
		assert_eq!(auto(A), Ok((0, 0, 0)));
		set_restriction(A, true);
		set_pool_restriction(A, false);
		assert_eq!(auto(A), Ok((0, 0, 0)));
		set_restriction(A, false);
		assert_eq!(auto(A), Ok((10, 0, 0)));
	});
}

#[test]
fn auto_pay_borrows_no_more_than_the_pool_can_lend() {
	// The pool has more to lend than A's share, then less than A's share lets it take.
	ExtBuilder::default().build_and_execute(|| {
		borrow(B, 600_000);
		request(&S2, 250_000);
		enter_epoch(1);
		// 750,000 are active, 600,000 lent, and A could have 300,000.
		enter_blackout(1);
		assert_eq!(StarkProxy::borrowable_amount(A), 150_000);
		assert_eq!(auto(A), Ok((150_000, 0, 0)));
		assert_eq!(auto(A), Ok((0, 0, 0)));
	});
}

#[test]
fn a_share_that_grows_can_be_borrowed_only_when_it_has_grown() {
	ExtBuilder::default().allocations(&[(A, 4_000), (B, 2_000)]).build_and_execute(|| {
		let grown = vec![(Some(proxy_account(A)), 5_000), (Some(proxy_account(B)), 1_000)];
		let grown = grown.try_into().expect("two");
		assert_ok!(LiquidityStaking::set_borrower_allocations(signed(&GOVERNANCE), grown));
		enter_blackout(0);
		assert_eq!(found(A), [0, 500_000, 0, 0]);
		assert_eq!(auto(A), Ok((400_000, 0, 0)));
		enter_blackout(1);
		assert_eq!(auto(A), Ok((100_000, 0, 0)));
	});
}

#[test]
fn a_share_that_shrinks_is_repaid_before_it_has_shrunk() {
	ExtBuilder::default().allocations(&[(A, 4_000), (B, 2_000)]).build_and_execute(|| {
		borrow(A, 400_000);
		let shrunk = vec![(Some(proxy_account(A)), 0), (Some(proxy_account(B)), 6_000)];
		let shrunk = shrunk.try_into().expect("two");
		assert_ok!(LiquidityStaking::set_borrower_allocations(signed(&GOVERNANCE), shrunk));
		enter_blackout(0);
		assert_eq!(found(A), [400_000, 0, 400_000, 0]);
		assert_eq!(auto(A), Ok((0, 400_000, 0)));
	});
}

#[test]
fn all_that_is_repaid_counts_towards_the_owners_limit() {
	for (wanted, expected) in CASES {
		let Some([m, r, p]) = expected else { continue };
		let repaid = r + p;
		let too_low = repaid.checked_sub(1).map(Some);
		let enough = [Some(repaid), Some(repaid + 1), Some(Balance::MAX), None];
		for limit in too_low.into_iter().chain(enough) {
			in_situation(wanted, || {
				assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, limit));
				if limit.is_some_and(|limit| limit < repaid) {
					let refusal = Error::StakingAllowanceExceeded;
					assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), refusal);
					return;
				}
				assert_eq!(auto(A), Ok((m, r, p)), "{wanted:?}, limit {limit:?}");
				assert_eq!(info(A).staking_allowance, limit.map(|limit| limit - repaid), "{wanted:?}");
			});
		}
	}
}

#[test]
fn the_limit_counts_even_if_the_loan_alone_would_be_within_it() {
	in_situation([100, 60, 100, 100], || {
		for limit in [0, 40, 60, 99] {
			assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(limit)));
			assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), Error::StakingAllowanceExceeded);
		}
	});
}

#[test]
fn with_a_limit_of_nothing_auto_pay_still_borrows() {
	in_situation([50, 60, 0, 0], || {
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(0)));
		assert_eq!(auto(A), Ok((10, 0, 0)));
		assert_eq!(info(A).staking_allowance, Some(0));
	});
}

#[test]
fn a_failure_of_the_last_payment_undoes_the_first() {
	in_situation([50, 60, 100, 100], || {
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(100)));
		// The pool can take tokens, but not pay any.
		assert_ok!(Assets::freeze(signed(&ISSUER), USDC, pool_account()));
		assert_noop!(StarkProxy::auto_pay_or_borrow(owner(A), A), TokenError::Frozen);
		assert_ok!(Assets::thaw(signed(&ISSUER), USDC, pool_account()));
		assert_eq!(auto(A), Ok((10, 0, 100)));
		assert_eq!(info(A).staking_allowance, Some(0));
	});
}
