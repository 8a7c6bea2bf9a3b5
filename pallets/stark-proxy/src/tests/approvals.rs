//! How governance approves outside withdrawals (specification, sections 11.1 and 11.2).

use super::{support::*, withdrawals::*};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::ArithmeticError;
use tidepool_primitives::{Balance, Seconds};

fn increase(amount: Balance, valid_for: Option<Seconds>) -> Call {
	Call::increase_approved_amount { proxy: A, amount, valid_for }
}

/// The approval grows to `approved`, usable until `expires_at`.
#[track_caller]
fn grows(call: Call, approved: Balance, expires_at: Option<Seconds>) {
	assert_ok!(dispatch(call, guardian()));
	assert_eq!(proxy_events(), [Event::ApprovedAmountUpdated { proxy: A, approved, expires_at }]);
	assert_eq!(approval(), (approved, expires_at));
}

#[test]
fn approvals_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		grows(increase(100, None), 100, None);
		grows(increase(1, None), 101, None);
		grows(increase(900, None), 1_001, None);
		assert_eq!((info(B).approved_amount, info(B).approval_expires_at), (0, None));
	});
}

#[test]
fn the_last_expiry_is_that_of_the_whole() {
	ExtBuilder::default().build_and_execute(|| {
		grows(increase(100, Some(50)), 100, Some(OFFSET + 50));
		pass(10);
		grows(increase(1, Some(100)), 101, Some(OFFSET + 110));
		grows(increase(1, Some(5)), 102, Some(OFFSET + 15));
		grows(increase(1, None), 103, None);
		grows(increase(1, Some(0)), 104, Some(OFFSET + 10));
		assert_eq!(StarkProxy::approved_amount(A).usable, 104, "this second is the last");
		pass(1);
		assert_eq!(StarkProxy::approved_amount(A).usable, 0);
	});
}

#[test]
fn what_has_expired_does_not_count_any_more() {
	for (seconds, approved) in [(49, 107), (50, 107), (51, 7)] {
		ExtBuilder::default().build_and_execute(|| {
			grows(increase(100, Some(50)), 100, Some(OFFSET + 50));
			pass(seconds);
			grows(increase(7, None), approved, None);
		});
	}
}

#[test]
fn what_is_left_after_use_counts() {
	with_excess(0, || {
		approve(100, None);
		leaves(60, true);
		grows(increase(5, Some(1)), 45, Some(OFFSET + 1));
	});
}

#[test]
fn an_approval_that_cannot_be_used_grows_all_the_same() {
	indebted(1, || {
		grows(increase(100, None), 100, None);
		grows(increase(1, None), 101, None);
		assert_eq!(StarkProxy::approved_amount(A).usable, 0);
	});
}

#[test]
fn an_approval_of_nothing_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		for valid_for in [None, Some(0), Some(u64::MAX)] {
			assert_noop!(dispatch(increase(0, valid_for), guardian()), Error::ZeroAmount);
		}
	});
}

#[test]
fn sums_that_do_not_fit_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let latest = u64::MAX - now();
		assert_noop!(dispatch(increase(1, Some(latest + 1)), guardian()), ArithmeticError::Overflow);
		grows(increase(1, Some(latest)), 1, Some(u64::MAX));
		assert_noop!(dispatch(increase(Balance::MAX, None), guardian()), ArithmeticError::Overflow);
		grows(increase(Balance::MAX - 1, None), Balance::MAX, None);
		assert_noop!(dispatch(increase(1, None), guardian()), ArithmeticError::Overflow);
		// What has expired does not count in the sum.
		let reset = Call::reset_approved_amount { proxy: A };
		grows(reset, 0, None);
		grows(increase(Balance::MAX, Some(1)), Balance::MAX, Some(OFFSET + 1));
		pass(2);
		grows(increase(Balance::MAX, None), Balance::MAX, None);
	});
}

#[test]
fn an_approval_is_taken_back() {
	with_excess(0, || {
		let reset = || Call::reset_approved_amount { proxy: A };
		approve(100, Some(50));
		proxy_events();
		grows(reset(), 0, None);
		stays(1, Error::NoWithdrawableBalance);
		// Also where there is nothing to take back.
		grows(reset(), 0, None);
		approve(100, Some(1));
		pass(2);
		proxy_events();
		grows(reset(), 0, None);
	});
}

#[test]
fn nothing_else_of_the_proxy_changes() {
	ExtBuilder::default().build_and_execute(|| {
		let before = info(A);
		grows(increase(100, Some(1)), 100, Some(OFFSET + 1));
		grows(Call::reset_approved_amount { proxy: A }, 0, None);
		assert_eq!(info(A), before);
	});
}
