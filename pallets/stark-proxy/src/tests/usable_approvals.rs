//! When an approval counts (specification, section 9.1; worked scenario 11): not after its last second, and never while the
//! proxy has debt or is overdue.

use super::{support::*, withdrawals::*};
use crate::mock::*;
use frame_support::assert_ok;

/// A may pay RECIPIENT and has borrowed 400,000; then `requested` is requested back, and the next epoch begins.
fn after_a_request(requested: u128, test: impl FnOnce()) {
	with_excess(0, || {
		request(&S2, requested);
		approve(100, None);
		enter_epoch(1);
		test();
	});
}

#[test]
fn a_proxy_within_its_share_uses_its_approval() {
	after_a_request(0, || {
		assert_eq!(StarkProxy::allocated_balance_current(A), 400_000);
		leaves(60, true);
	});
}

#[test]
fn a_proxy_that_is_overdue_by_one_unit_does_not() {
	after_a_request(1, || {
		assert_eq!(StarkProxy::allocated_balance_current(A), 399_999);
		assert_eq!(debt(A), 0);
		stays(60, Error::NoWithdrawableBalance);
		assert_eq!(StarkProxy::approved_amount(A).usable, 0);
		assert_eq!(StarkProxy::approved_amount(A).stored, 100);
		// What it holds above the loan may leave, and clears the approval.
		give(&proxy_account(A), 60);
		stays(61, Error::AmountExceedsWithdrawable);
		leaves(60, false);
		assert_eq!(approval(), (0, None));
	});
}

#[test]
fn it_does_again_once_it_is_not_overdue() {
	after_a_request(1, || {
		stays(60, Error::NoWithdrawableBalance);
		assert_ok!(StarkProxy::repay_borrow(owner(A), A, 1));
		leaves(60, true);
	});
}

#[test]
fn the_share_of_the_next_epoch_does_not_count() {
	with_excess(0, || {
		approve(100, None);
		request(&S2, 750_000);
		set_time(OFFSET + INTERVAL - 1);
		assert_eq!(StarkProxy::allocated_balance_next(A), 100_000);
		leaves(60, true);
		pass(1);
		stays(40, Error::NoWithdrawableBalance);
	});
}

#[test]
fn a_unit_of_debt_makes_an_approval_unusable() {
	indebted(1, || {
		allow_recipient(A);
		approve(100, None);
		give(&proxy_account(A), 1_000_000);
		assert_eq!((borrowed(A), debt(A)), (999_999, 1));
		assert_eq!(StarkProxy::allocated_balance_current(A), 999_999, "it is not overdue");
		stays(60, Error::NoWithdrawableBalance);
		give(&proxy_account(A), 59);
		stays(60, Error::AmountExceedsWithdrawable);
		assert_eq!(approval(), (100, None));
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 1));
		leaves(60, true);
		assert_eq!(approval(), (40, None));
	});
}

#[test]
fn in_debt_the_excess_leaves_and_voids_the_approval() {
	indebted(1, || {
		allow_recipient(A);
		approve(100, Some(5));
		give(&proxy_account(A), 1_000_060);
		leaves(60, false);
		assert_eq!(approval(), (0, None));
		assert_ok!(StarkProxy::repay_debt(owner(A), A, 1));
		stays(1, Error::NoWithdrawableBalance);
	});
}

#[test]
fn an_approval_lasts_to_its_last_second() {
	for (seconds, usable) in [(99, true), (100, true), (101, false)] {
		with_excess(0, || {
			approve(10, Some(100));
			pass(seconds);
			assert_eq!(StarkProxy::approved_amount(A).usable, if usable { 10 } else { 0 });
			if usable {
				leaves(10, true);
			} else {
				stays(1, Error::NoWithdrawableBalance);
				stays(10, Error::NoWithdrawableBalance);
				assert_eq!(approval(), (10, Some(OFFSET + 100)));
				// Excess leaves in spite of it, and clears what is left of it.
				give(&proxy_account(A), 5);
				leaves(1, false);
				assert_eq!(approval(), (0, None));
			}
		});
	}
}

#[test]
fn an_approval_without_end_has_none() {
	with_excess(0, || {
		approve(10, None);
		enter_epoch(1_000);
		leaves(10, true);
	});
}

#[test]
fn a_restriction_voids_no_approval() {
	with_excess(10, || {
		approve(20, None);
		set_restriction(A, true);
		set_pool_restriction(A, true);
		leaves(15, true);
		leaves(5, true);
		// 400,000 are owed, 399,990 held.
		stays(1, Error::NoWithdrawableBalance);
		give(&proxy_account(A), 11);
		leaves(1, false);
	});
}

#[test]
fn scenario_11() {
	with_excess(0, || {
		approve(100, None);
		leaves(60, true);
		assert_eq!(approval(), (40, None));
		stays(41, Error::NoWithdrawableBalance);
		leaves(40, true);
	});
	with_excess(80, || {
		approve(50, None);
		leaves(60, false);
		assert_eq!(approval(), (0, None));
	});
	for (excess, is_enough) in [(0, false), (59, false), (60, true)] {
		indebted(1, || {
			allow_recipient(A);
			approve(100, None);
			give(&proxy_account(A), 1_000_000 + excess);
			if is_enough {
				leaves(60, false);
			} else {
				assert!(withdraw(60).is_err());
			}
		});
		after_a_request(1, || {
			give(&proxy_account(A), excess);
			if is_enough {
				leaves(60, false);
			} else {
				assert!(withdraw(60).is_err());
			}
		});
	}
}
