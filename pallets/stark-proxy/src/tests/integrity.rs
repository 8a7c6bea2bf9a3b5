//! What the pallet checks about the runtime that it is built into.

use crate::mock::*;
use frame_support::traits::Hooks;
use std::panic::catch_unwind;

/// What `integrity_test` says when the runtime is as `set` makes it, until `reset`.
fn refusal(set: impl FnOnce(), reset: impl FnOnce()) -> Option<String> {
	set();
	let outcome = catch_unwind(<StarkProxy as Hooks<_>>::integrity_test);
	reset();
	outcome.err().map(|panic| (*panic.downcast::<&str>().expect("a plain message")).to_string())
}

#[track_caller]
fn refused(expected: &str, set: impl FnOnce(), reset: impl FnOnce()) {
	assert_eq!(refusal(set, reset), Some(expected.into()));
	assert_eq!(refusal(|| (), || ()), None);
}

#[test]
fn the_runtime_of_the_tests_is_sound() {
	assert_eq!(refusal(|| (), || ()), None);
}

#[test]
fn the_least_that_is_sound() {
	let set = || {
		WaitingPeriod::set(1);
		GracePeriod::set(1);
		MaxHoldersPerRole::set(1);
		InitialGuardian::set(LONG);
		InitialVetoGuardian::set(LONG);
	};
	let reset = || {
		WaitingPeriod::set(WAITING);
		GracePeriod::set(GRACE);
		MaxHoldersPerRole::set(DEFAULT_MAX_HOLDERS);
		InitialGuardian::set(SHORT);
		InitialVetoGuardian::set(INSTANT);
	};
	assert_eq!(refusal(set, reset), None);
}

#[test]
fn forced_trades_must_wait() {
	refused("forced trades must wait", || WaitingPeriod::set(0), || WaitingPeriod::set(WAITING));
}

#[test]
fn forced_trades_must_be_submittable() {
	let expected = "forced trades must be submittable for some time";
	refused(expected, || GracePeriod::set(0), || GracePeriod::set(GRACE));
}

#[test]
fn every_role_must_have_room() {
	let reset = || MaxHoldersPerRole::set(DEFAULT_MAX_HOLDERS);
	refused("every role must be able to have a holder", || MaxHoldersPerRole::set(0), reset);
}

#[test]
fn the_initial_guardian_must_be_timelocked() {
	for account in [INSTANT, OWNER_A] {
		let expected = "the initial guardian must be able to hold its role";
		refused(expected, || InitialGuardian::set(account), || InitialGuardian::set(SHORT));
	}
}

#[test]
fn the_initial_veto_guardian_must_belong_to_governance() {
	let expected = "the initial veto guardian must be able to hold its role";
	refused(expected, || InitialVetoGuardian::set(OWNER_A), || InitialVetoGuardian::set(INSTANT));
}

#[test]
fn the_pool_must_lend_the_borrow_token() {
	let expected = "the borrow token must be the asset that the pool lends";
	refused(expected, || ProxyBorrowToken::set(OTHER), || ProxyBorrowToken::set(USDC));
}
