//! Outside withdrawals of the borrow token (specification, section 9.1). When an approval counts is in `usable_approvals`.

use super::support::*;
use crate::mock::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::TokenError;
use tidepool_primitives::{Balance, Seconds};

pub(super) fn withdrawal(amount: Balance) -> Call {
	Call::external_withdraw_token { proxy: A, recipient: RECIPIENT, amount }
}

pub(super) fn withdraw(amount: Balance) -> DispatchResult {
	dispatch(withdrawal(amount), owner(A))
}

/// The amount leaves, and is reported.
#[track_caller]
pub(super) fn leaves(amount: Balance, from_approval: bool) {
	let (before, received) = (token(A), usdc(&RECIPIENT));
	proxy_events();
	assert_ok!(withdraw(amount));
	let event = Event::ExternalWithdrewToken { proxy: A, recipient: RECIPIENT, amount, from_approval };
	assert_eq!(proxy_events(), [event]);
	assert_eq!((token(A), usdc(&RECIPIENT)), (before - amount, received + amount));
}

#[track_caller]
pub(super) fn stays(amount: Balance, error: Error) {
	assert_noop!(withdraw(amount), error);
}

#[track_caller]
pub(super) fn approve(amount: Balance, valid_for: Option<Seconds>) {
	assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, amount, valid_for));
}

/// Stored approval and its expiry.
pub(super) fn approval() -> (Balance, Option<Seconds>) {
	(info(A).approved_amount, info(A).approval_expires_at)
}

/// A may pay RECIPIENT, has borrowed 400,000 and holds `excess` more than that.
pub(super) fn with_excess(excess: Balance, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		borrow(A, 400_000);
		give(&proxy_account(A), excess);
		test();
	});
}

#[test]
fn what_is_above_the_loan_leaves() {
	with_excess(100, || {
		stays(101, Error::AmountExceedsWithdrawable);
		leaves(99, false);
		stays(2, Error::AmountExceedsWithdrawable);
		leaves(1, false);
		stays(1, Error::NoWithdrawableBalance);
		assert_eq!(token(A), 400_000);
	});
}

#[test]
fn a_proxy_that_holds_less_than_it_owes_pays_nothing() {
	with_excess(0, || {
		stays(1, Error::NoWithdrawableBalance);
		stays(400_000, Error::NoWithdrawableBalance);
		take(A, 1);
		stays(1, Error::NoWithdrawableBalance);
		give(&proxy_account(A), 2);
		stays(2, Error::AmountExceedsWithdrawable);
		leaves(1, false);
	});
}

#[test]
fn debt_counts_like_the_loan() {
	indebted(100, || {
		allow_recipient(A);
		assert_eq!((borrowed(A), debt(A)), (999_900, 100));
		give(&proxy_account(A), 1_000_000);
		stays(1, Error::NoWithdrawableBalance);
		give(&proxy_account(A), 7);
		stays(8, Error::AmountExceedsWithdrawable);
		leaves(7, false);
	});
}

#[test]
fn a_proxy_without_loan_may_pay_everything() {
	ExtBuilder::default().build_and_execute(|| {
		allow_recipient(A);
		give(&proxy_account(A), 10);
		leaves(10, false);
		assert_eq!(token(A), 0);
		assert_eq!(System::providers(&proxy_account(A)), 1);
	});
}

#[test]
fn the_checks_have_an_order() {
	with_excess(10, || {
		approve(1_000_000, None);
		let to = |recipient, amount| {
			dispatch(Call::external_withdraw_token { proxy: A, recipient, amount }, owner(A))
		};
		assert_noop!(to(STRANGER, 0), Error::RecipientNotAllowed);
		assert_noop!(to(STRANGER, 400_011), Error::RecipientNotAllowed);
		assert_noop!(to(proxy_account(A), 1), Error::RecipientNotAllowed);
		stays(0, Error::ZeroAmount);
		stays(400_011, Error::InsufficientProxyBalance);
		stays(Balance::MAX, Error::InsufficientProxyBalance);
		assert_ok!(StarkProxy::reset_approved_amount(guardian(), A));
		stays(400_011, Error::InsufficientProxyBalance);
		stays(400_010, Error::AmountExceedsWithdrawable);
		leaves(10, false);
		stays(400_000, Error::NoWithdrawableBalance);
	});
}

#[test]
fn an_approval_covers_exactly_its_amount() {
	with_excess(0, || {
		approve(100, None);
		stays(101, Error::NoWithdrawableBalance);
		leaves(99, true);
		assert_eq!(approval(), (1, None));
		stays(2, Error::NoWithdrawableBalance);
		leaves(1, true);
		assert_eq!(approval(), (0, None));
		stays(1, Error::NoWithdrawableBalance);
	});
}

#[test]
fn an_approval_lets_the_loan_itself_leave() {
	with_excess(0, || {
		approve(500_000, None);
		stays(400_001, Error::InsufficientProxyBalance);
		leaves(400_000, true);
		assert_eq!((token(A), borrowed(A)), (0, 400_000));
		assert_eq!(approval(), (100_000, None));
	});
}

#[test]
fn an_approval_is_used_first() {
	with_excess(80, || {
		approve(50, Some(9));
		leaves(30, true);
		assert_eq!(approval(), (20, Some(OFFSET + 9)));
		leaves(20, true);
		// The excess has shrunk meanwhile, because the approval took from the same tokens.
		assert_eq!((StarkProxy::withdrawable_amount(A), approval()), (30, (0, Some(OFFSET + 9))));
		leaves(30, false);
		assert_eq!(approval(), (0, None));
	});
}

#[test]
fn approval_and_excess_never_add_up() {
	with_excess(80, || {
		approve(50, None);
		for amount in [81, 130, 131] {
			stays(amount, Error::AmountExceedsWithdrawable);
		}
		leaves(80, false);
		assert_eq!(approval(), (0, None));
		stays(1, Error::NoWithdrawableBalance);
	});
	with_excess(50, || {
		approve(80, None);
		for amount in [81, 130, 131] {
			stays(amount, Error::AmountExceedsWithdrawable);
		}
		leaves(80, true);
		stays(1, Error::NoWithdrawableBalance);
	});
}

#[test]
fn a_larger_withdrawal_of_excess_voids_the_approval() {
	with_excess(80, || {
		approve(50, Some(1_000));
		// One that fails does not.
		stays(81, Error::AmountExceedsWithdrawable);
		assert_eq!(approval(), (50, Some(OFFSET + 1_000)));
		leaves(51, false);
		assert_eq!(approval(), (0, None));
	});
}

#[test]
fn errors_of_the_asset_pallet_come_through_and_keep_the_approval() {
	with_excess(10, || {
		approve(5, Some(1));
		assert_ok!(Assets::freeze(signed(&ISSUER), USDC, proxy_account(A)));
		for amount in [5, 6] {
			let outcome = withdraw(amount);
			assert!(outcome.is_err() && outcome != Err(Error::NoWithdrawableBalance.into()), "{outcome:?}");
			assert_noop!(withdraw(amount), outcome.unwrap_err());
		}
		assert_ok!(Assets::thaw(signed(&ISSUER), USDC, proxy_account(A)));
		give(&RECIPIENT, 1);
		assert_ok!(Assets::block(signed(&ISSUER), USDC, RECIPIENT));
		for amount in [5, 6] {
			assert_noop!(withdraw(amount), TokenError::Blocked);
		}
		assert_eq!(approval(), (5, Some(OFFSET + 1)));
	});
}
