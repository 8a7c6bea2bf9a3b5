//! What the guardian brings home from the exchange (specification, sections 11.5 and 11.7). What it forces is in
//! `guardian_forced_requests`.

use super::{situations::On, support::*};
use crate::mock::*;
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::StarkKey;

fn withdraw(key: StarkKey) -> Call {
	Call::guardian_withdraw_from_exchange { proxy: A, key }
}

fn cancel((key, position): On) -> Call {
	Call::guardian_deposit_cancel { proxy: A, key, position }
}

fn reclaim((key, position): On) -> Call {
	Call::guardian_deposit_reclaim { proxy: A, key, position }
}

/// A has a pending deposit of 300 and 1,000 units of equity, for a key that is not on its list, and no debt.
fn with_key(test: impl FnOnce(On)) {
	ExtBuilder::default().build_and_execute(|| {
		let on = registered(A, 1);
		give(&proxy_account(A), 1_300);
		move_to_exchange(A, on, 1_000);
		deposit(A, on, 300);
		assert_ok!(StarkProxy::disallow_stark_key(owner(A), A, on.0));
		assert_eq!(token(A), 0);
		proxy_events();
		test(on);
	});
}

#[test]
fn credited_withdrawals_come_home() {
	with_key(|on| {
		credit(on, 400);
		assert_ok!(dispatch(withdraw(on.0), guardian()));
		let event = Event::WithdrewFromExchange { proxy: A, key: on.0, amount: 400, by_guardian: true };
		assert_eq!(proxy_events(), [event]);
		assert_eq!(token(A), 400);
		assert_noop!(dispatch(withdraw(on.0), guardian()), ExchangeError::NothingToWithdraw);
	});
}

#[test]
fn what_is_not_credited_does_not_come() {
	with_key(|on| {
		assert_noop!(dispatch(withdraw(on.0), guardian()), ExchangeError::NothingToWithdraw);
		assert_eq!(StarkProxy::exchange_exposure(A).equity, 1_000);
	});
}

#[test]
fn keys_of_others_are_refused() {
	with_key(|on| {
		let (of_b, of_stranger) = (registered(B, 2), registered_to(&STRANGER, 3));
		for (key, position) in [of_b, of_stranger] {
			assert_ok!(StarkExchange::deposit(signed(&STRANGER), key, position, 2));
			accept((key, position), 1);
			credit((key, position), 1);
		}
		for on in [of_b, of_stranger, (of_b.0, on.1), (key(9), on.1), ([0; 32], 0)] {
			assert_noop!(dispatch(withdraw(on.0), guardian()), Error::StarkKeyNotOwnedByProxy);
			assert_noop!(dispatch(cancel(on), guardian()), Error::StarkKeyNotOwnedByProxy);
			assert_noop!(dispatch(reclaim(on), guardian()), Error::StarkKeyNotOwnedByProxy);
		}
	});
}

#[test]
fn positions_of_other_keys_have_no_deposit_of_this_key() {
	with_key(|on| {
		let second = registered(A, 2);
		assert_ok!(StarkExchange::deposit(signed(&STRANGER), second.0, second.1, 5));
		for position in [second.1, 0, 99] {
			let elsewhere = (on.0, position);
			assert_noop!(dispatch(cancel(elsewhere), guardian()), ExchangeError::DepositNotFound);
			assert_noop!(dispatch(reclaim(elsewhere), guardian()), ExchangeError::DepositNotFound);
		}
	});
}

#[test]
fn a_pending_deposit_is_cancelled_and_reclaimed() {
	with_key(|on| {
		let (key, position) = on;
		assert_noop!(dispatch(reclaim(on), guardian()), ExchangeError::DepositNotCancelled);
		assert_ok!(dispatch(cancel(on), guardian()));
		let event = Event::DepositCanceled { proxy: A, key, position, by_guardian: true };
		assert_eq!(proxy_events(), [event]);
		pass(2 * DAY - 1);
		assert_noop!(dispatch(reclaim(on), guardian()), ExchangeError::DepositLocked);
		pass(1);
		assert_ok!(dispatch(reclaim(on), guardian()));
		let event = Event::DepositReclaimed { proxy: A, key, position, amount: 300, by_guardian: true };
		assert_eq!(proxy_events(), [event]);
		assert_eq!(token(A), 300);
		assert_noop!(dispatch(cancel(on), guardian()), ExchangeError::DepositNotFound);
		assert_noop!(dispatch(reclaim(on), guardian()), ExchangeError::DepositNotFound);
	});
}

#[test]
fn what_was_accepted_meanwhile_is_not_reclaimed() {
	with_key(|on| {
		assert_ok!(dispatch(cancel(on), guardian()));
		accept(on, 100);
		pass(2 * DAY);
		assert_ok!(dispatch(reclaim(on), guardian()));
		assert_eq!((token(A), StarkProxy::exchange_exposure(A).equity), (200, 1_100));
	});
}

#[test]
fn guardian_and_owner_may_each_finish_what_the_other_began() {
	with_key(|on| {
		let reclaim_as_owner = || StarkProxy::deposit_reclaim(owner(A), A, on.0, on.1);
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, on.0, on.1));
		pass(2 * DAY);
		assert_ok!(rolled_back(|| dispatch(reclaim(on), guardian())));
		// Cancelling again begins the delay anew, whoever does it.
		assert_ok!(dispatch(cancel(on), guardian()));
		assert_noop!(reclaim_as_owner(), ExchangeError::DepositLocked);
		pass(2 * DAY);
		assert_ok!(reclaim_as_owner());
		assert_eq!(token(A), 300);
	});
}

#[test]
fn a_restricted_proxy_in_debt_is_helped_like_any_other() {
	indebted(7, || {
		let on = registered(A, 1);
		give(&proxy_account(A), 10);
		move_to_exchange(A, on, 4);
		deposit(A, on, 6);
		set_restriction(A, true);
		credit(on, 4);
		assert_ok!(dispatch(withdraw(on.0), guardian()));
		assert_ok!(dispatch(cancel(on), guardian()));
		pass(2 * DAY);
		assert_ok!(dispatch(reclaim(on), guardian()));
		assert_eq!(token(A), 10);
	});
}
