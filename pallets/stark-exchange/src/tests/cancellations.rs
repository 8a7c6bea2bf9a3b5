//! Cancellation and return of deposits (specification, section 6.1; acceptance scenarios a and b).

use super::{common::*, *};
use crate::types::PendingDeposit;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{DispatchError, TokenError};
use tidepool_primitives::{Balance, Seconds};

fn call_cancel(who: AccountId, secret: u64, position: u64) -> DispatchResult {
	StarkExchange::deposit_cancel(signed(who), key(secret), position)
}

fn call_reclaim(who: AccountId, secret: u64, position: u64) -> DispatchResult {
	StarkExchange::deposit_reclaim(signed(who), key(secret), position)
}

fn cancel_requested(secret: u64, reclaim_from: Seconds) -> Event {
	Event::DepositCancelRequested { key: key(secret), position: position(secret), reclaim_from }
}

fn reclaimed(secret: u64, q: u64, amount: Balance) -> Event {
	Event::DepositReclaimed { key: key(secret), position: position(secret), q, amount }
}

/// Alice has deposited 100 for her key and position 1; Bob has position 2 and nothing pending.
fn deposited(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(ALICE, SECRET_A);
		register(BOB, SECRET_B);
		deposit(ALICE, SECRET_A, 100);
		System::reset_events();
		test();
	});
}

#[test]
fn a_cancellation_records_the_time_and_moves_nothing() {
	deposited(|| {
		assert_ok!(call_cancel(ALICE, SECRET_A, 1));
		assert_eq!(all_events(), [ours(cancel_requested(SECRET_A, START + CANCEL_DELAY))]);
		let entry = PendingDeposit { amount: 100, cancel_requested_at: Some(START) };
		assert_eq!(StarkExchange::pending_deposit(key(SECRET_A), 1), Some(entry));
		assert_eq!((usdc(ALICE), StarkExchange::totals().pending_deposits), (FUNDS - 100, 100));
	});
}

#[test]
fn the_checks_of_a_cancellation_have_an_order() {
	deposited(|| {
		assert_noop!(call_cancel(BOB, UNREGISTERED, 77), Error::KeyNotRegistered);
		assert_noop!(call_cancel(BOB, SECRET_A, 77), Error::NotKeyOwner);
		for position in [0, 2, 77] {
			assert_noop!(call_cancel(ALICE, SECRET_A, position), Error::DepositNotFound);
		}
		assert_noop!(call_cancel(BOB, SECRET_B, 2), Error::DepositNotFound);
		assert_ok!(call_cancel(ALICE, SECRET_A, 1));
	});
}

#[test]
fn the_checks_of_a_return_have_an_order() {
	deposited(|| {
		assert_noop!(call_reclaim(BOB, UNREGISTERED, 77), Error::KeyNotRegistered);
		assert_noop!(call_reclaim(BOB, SECRET_A, 77), Error::NotKeyOwner);
		for position in [0, 2, 77] {
			assert_noop!(call_reclaim(ALICE, SECRET_A, position), Error::DepositNotFound);
		}
		assert_noop!(call_reclaim(BOB, SECRET_B, 2), Error::DepositNotFound);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositNotCancelled);
		block_account(ALICE);
		cancel(ALICE, SECRET_A);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositLocked);
		pass(CANCEL_DELAY);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), TokenError::Blocked);
		thaw_account(ALICE);
		assert_ok!(call_reclaim(ALICE, SECRET_A, 1));
	});
}

#[test]
fn a_deposit_comes_back_from_the_end_of_the_delay_on() {
	for late in [0, 1, 1_000 * DAY] {
		deposited(|| {
			cancel(ALICE, SECRET_A);
			pass(CANCEL_DELAY - 1);
			assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositLocked);
			pass(1 + late);
			System::reset_events();
			assert_ok!(call_reclaim(ALICE, SECRET_A, 1));
			let events = [moved(exchange_account(), ALICE, 100), ours(reclaimed(SECRET_A, 100, 100))];
			assert_eq!(all_events(), events);
			assert_eq!(StarkExchange::pending_deposit(key(SECRET_A), 1), None);
			assert_eq!((usdc(ALICE), StarkExchange::totals().sum()), (FUNDS, 0));
			assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositNotFound);
			assert_noop!(call_cancel(ALICE, SECRET_A, 1), Error::DepositNotFound);
		});
	}
}

#[test]
fn a_second_cancellation_starts_the_delay_again() {
	deposited(|| {
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY - 1);
		cancel(ALICE, SECRET_A);
		let expected = [START + CANCEL_DELAY, START + 2 * CANCEL_DELAY - 1];
		assert_eq!(exchange_events(), expected.map(|reclaim_from| cancel_requested(SECRET_A, reclaim_from)));
		pass(CANCEL_DELAY - 1);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositLocked);
		pass(1);
		assert_ok!(call_reclaim(ALICE, SECRET_A, 1));
	});
}

/// Acceptance scenario a.
#[test]
fn what_the_operator_did_not_accept_comes_back() {
	deposited(|| {
		accept(SECRET_A, 60);
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY - 1);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositLocked);
		pass(1);
		System::reset_events();
		assert_ok!(call_reclaim(ALICE, SECRET_A, 1));
		assert_eq!(exchange_events(), [reclaimed(SECRET_A, 40, 40)]);
		assert_eq!((usdc(ALICE), equity(SECRET_A)), (FUNDS - 60, 60));
	});
}

/// Acceptance scenario b.
#[test]
fn nothing_comes_back_of_what_was_accepted_after_all() {
	deposited(|| {
		cancel(ALICE, SECRET_A);
		accept(SECRET_A, 100);
		pass(CANCEL_DELAY);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositNotFound);
		assert_eq!((usdc(ALICE), equity(SECRET_A)), (FUNDS - 100, 100));
	});
}

#[test]
fn the_operator_may_accept_until_the_return() {
	deposited(|| {
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY - 1);
		accept(SECRET_A, 10);
		pass(DAY);
		accept(SECRET_A, 20);
		// Neither changed the time of the cancellation.
		let entry = PendingDeposit { amount: 70, cancel_requested_at: Some(START) };
		assert_eq!(StarkExchange::pending_deposit(key(SECRET_A), 1), Some(entry));
		reclaim(ALICE, SECRET_A);
		assert_eq!((usdc(ALICE), equity(SECRET_A)), (FUNDS - 30, 30));
		assert_noop!(batch().deposit(SECRET_A, 1).submit(), Error::DepositInsufficient);
	});
}

#[test]
fn a_deposit_after_the_last_unit_was_accepted_is_not_cancelled() {
	deposited(|| {
		cancel(ALICE, SECRET_A);
		accept(SECRET_A, 100);
		deposit(BOB, SECRET_A, 5);
		let entry = PendingDeposit { amount: 5, cancel_requested_at: None };
		assert_eq!(StarkExchange::pending_deposit(key(SECRET_A), 1), Some(entry));
		pass(CANCEL_DELAY);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositNotCancelled);
	});
}

#[test]
fn a_deposit_after_the_return_is_not_cancelled() {
	deposited(|| {
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		reclaim(ALICE, SECRET_A);
		deposit(BOB, SECRET_A, 5);
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), Error::DepositNotCancelled);
	});
}

#[test]
fn deposits_are_cancelled_and_come_back_in_a_freeze() {
	two(|| {
		deposit(ALICE, SECRET_A, 7);
		deposit(BOB, SECRET_B, 9);
		cancel(ALICE, SECRET_A);
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		reclaim(ALICE, SECRET_A);
		cancel(BOB, SECRET_B);
		pass(CANCEL_DELAY - 1);
		assert_noop!(call_reclaim(BOB, SECRET_B, 2), Error::DepositLocked);
		pass(1);
		reclaim(BOB, SECRET_B);
		assert_eq!((usdc(ALICE), usdc(BOB)), (FUNDS - 100, FUNDS - 50));
		assert!(StarkExchange::is_frozen());
	});
}

#[test]
fn an_owner_without_anything_is_paid() {
	ExtBuilder::default().quantum(1_000).build_and_execute(|| {
		register(PAUPER, SECRET_A);
		deposit(ALICE, SECRET_A, 1);
		cancel(PAUPER, SECRET_A);
		pass(CANCEL_DELAY);
		System::reset_events();
		reclaim(PAUPER, SECRET_A);
		assert_eq!(exchange_events(), [reclaimed(SECRET_A, 1, 1_000)]);
		assert_eq!((usdc(PAUPER), usdc(exchange_account())), (1_000, 0));
	});
}

#[test]
fn a_payout_that_the_issuer_holds_up_changes_nothing_and_can_be_repeated() {
	deposited(|| {
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		assert_ok!(Assets::freeze_asset(signed(ISSUER), USDC));
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), TokenError::Frozen);
		assert_ok!(Assets::thaw_asset(signed(ISSUER), USDC));
		freeze_account(exchange_account());
		assert_noop!(call_reclaim(ALICE, SECRET_A, 1), TokenError::Frozen);
		thaw_account(exchange_account());
		// A frozen account cannot send, but is paid.
		freeze_account(ALICE);
		assert_ok!(call_reclaim(ALICE, SECRET_A, 1));
		assert_eq!(usdc(ALICE), FUNDS);
	});
}

#[test]
fn only_signed_origins_cancel_and_reclaim() {
	deposited(|| {
		for origin in unsigned_origins() {
			let refused = StarkExchange::deposit_cancel(origin.clone(), key(SECRET_A), 1);
			assert_noop!(refused, DispatchError::BadOrigin);
			let refused = StarkExchange::deposit_reclaim(origin, key(SECRET_A), 1);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
	});
}
