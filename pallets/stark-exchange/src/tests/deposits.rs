//! Deposits (specification, section 6.1; acceptance scenario c). Their way back is in `cancellations`.

use super::{common::*, *};
use crate::types::{PendingDeposit, Totals};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{DispatchError, TokenError};
use tidepool_primitives::{Balance, PositionId, Seconds, StarkKey};

fn call(payer: AccountId, key: StarkKey, position: PositionId, q: u64) -> DispatchResult {
	StarkExchange::deposit(signed(payer), key, position, q)
}

fn deposited(from: AccountId, secret: u64, q: u64, amount: Balance) -> Event {
	Event::Deposited { from, key: key(secret), position: position(secret), q, amount }
}

fn stored(secret: u64) -> Option<PendingDeposit> {
	StarkExchange::pending_deposit(key(secret), position(secret))
}

fn entry(amount: u64, cancel_requested_at: Option<Seconds>) -> Option<PendingDeposit> {
	Some(PendingDeposit { amount, cancel_requested_at })
}

/// Alice and Bob have registered.
fn registered(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(ALICE, SECRET_A);
		register(BOB, SECRET_B);
		System::reset_events();
		test();
	});
}

#[test]
fn a_deposit_moves_tokens_and_is_pending() {
	registered(|| {
		assert_ok!(call(ALICE, key(SECRET_A), 1, 100));
		let events = [moved(ALICE, exchange_account(), 100), ours(deposited(ALICE, SECRET_A, 100, 100))];
		assert_eq!(all_events(), events);
		assert_eq!(stored(SECRET_A), entry(100, None));
		assert_eq!(StarkExchange::totals(), Totals { pending_deposits: 100, ..Default::default() });
		assert_eq!((usdc(ALICE), usdc(exchange_account())), (FUNDS - 100, 100));
		assert_eq!((equity(SECRET_A), credited(SECRET_A)), (0, 0));
	});
}

#[test]
fn a_unit_of_the_exchange_stands_for_many_tokens() {
	ExtBuilder::default().quantum(1_000).build_and_execute(|| {
		register(ALICE, SECRET_A);
		give(DAVE, PAUPER, 6_999);
		assert_noop!(call(PAUPER, key(SECRET_A), 1, 7), TokenError::FundsUnavailable);
		give(DAVE, PAUPER, 1);
		System::reset_events();
		assert_ok!(call(PAUPER, key(SECRET_A), 1, 7));
		assert_eq!(exchange_events(), [deposited(PAUPER, SECRET_A, 7, 7_000)]);
		assert_eq!((usdc(PAUPER), usdc(exchange_account()), pending(SECRET_A)), (0, 7_000, 7));
	});
}

#[test]
fn the_checks_have_an_order() {
	registered(|| {
		// The payer has nothing throughout.
		assert_noop!(call(PAUPER, key(UNREGISTERED), 77, 0), Error::ZeroAmount);
		assert_noop!(call(PAUPER, key(UNREGISTERED), 77, 1), Error::KeyNotRegistered);
		assert_noop!(call(PAUPER, key(SECRET_A), 77, 1), Error::PositionKeyMismatch);
		assert_noop!(call(PAUPER, key(SECRET_A), 1, 1), TokenError::FundsUnavailable);
		give(DAVE, PAUPER, 1);
		assert_ok!(call(PAUPER, key(SECRET_A), 1, 1));
	});
	frozen(|_| {
		assert_noop!(call(PAUPER, key(UNREGISTERED), 77, 0), Error::Frozen);
	});
}

#[test]
fn a_deposit_goes_to_the_position_of_the_key_only() {
	registered(|| {
		for position in [0, 2, 3, u64::MAX] {
			assert_noop!(call(ALICE, key(SECRET_A), position, 100), Error::PositionKeyMismatch);
		}
		assert_noop!(call(ALICE, key(SECRET_B), 1, 100), Error::PositionKeyMismatch);
	});
}

#[test]
fn a_payer_can_deposit_its_last_token_and_no_more() {
	registered(|| {
		give(DAVE, PAUPER, 100);
		assert_noop!(call(PAUPER, key(SECRET_A), 1, 101), TokenError::FundsUnavailable);
		assert_ok!(call(PAUPER, key(SECRET_A), 1, 99));
		assert_ok!(call(PAUPER, key(SECRET_A), 1, 1));
		assert_eq!((usdc(PAUPER), pending(SECRET_A)), (0, 100));
	});
}

#[test]
fn what_the_issuer_holds_up_cannot_be_deposited() {
	registered(|| {
		freeze_account(ALICE);
		assert_noop!(call(ALICE, key(SECRET_A), 1, 1), TokenError::Frozen);
		thaw_account(ALICE);
		block_account(ALICE);
		assert_noop!(call(ALICE, key(SECRET_A), 1, 1), TokenError::Frozen);
		thaw_account(ALICE);
		assert_ok!(Assets::freeze_asset(signed(ISSUER), USDC));
		assert_noop!(call(ALICE, key(SECRET_A), 1, 1), TokenError::Frozen);
		assert_ok!(Assets::thaw_asset(signed(ISSUER), USDC));
		assert_ok!(call(ALICE, key(SECRET_A), 1, 1));
		block_account(exchange_account());
		assert_noop!(call(ALICE, key(SECRET_A), 1, 1), TokenError::Blocked);
	});
}

#[test]
fn deposits_for_a_key_add_up_and_keys_are_kept_apart() {
	registered(|| {
		deposit(ALICE, SECRET_A, 100);
		deposit(ALICE, SECRET_A, 20);
		deposit(CAROL, SECRET_A, 3);
		deposit(ALICE, SECRET_B, 7);
		assert_eq!((pending(SECRET_A), pending(SECRET_B)), (123, 7));
		assert_eq!((usdc(ALICE), usdc(CAROL), usdc(BOB)), (FUNDS - 127, FUNDS - 3, FUNDS));
		assert_eq!(StarkExchange::totals().pending_deposits, 130);
	});
}

#[test]
fn no_more_is_pending_than_64_bits_hold() {
	registered(|| {
		assert_ok!(call(ALICE, key(SECRET_A), 1, u64::MAX - 1));
		assert_noop!(call(ALICE, key(SECRET_A), 1, 2), Error::QuantizationOverflow);
		assert_ok!(call(ALICE, key(SECRET_A), 1, 1));
		assert_noop!(call(ALICE, key(SECRET_A), 1, 1), Error::QuantizationOverflow);
		assert_noop!(call(ALICE, key(SECRET_A), 1, u64::MAX), Error::QuantizationOverflow);
		// The totals hold more.
		assert_ok!(call(BOB, key(SECRET_B), 2, u64::MAX));
		assert_eq!(StarkExchange::totals().pending_deposits, 2 * u128::from(u64::MAX));
	});
}

#[test]
fn the_largest_deposit_comes_back_whole() {
	registered(|| {
		deposit(ALICE, SECRET_A, u64::MAX);
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		reclaim(ALICE, SECRET_A);
		assert_eq!((usdc(ALICE), usdc(exchange_account())), (FUNDS, 0));
	});
}

#[test]
fn what_anybody_deposits_for_a_key_is_its_owners() {
	registered(|| {
		deposit(BOB, SECRET_A, 30);
		let refused = StarkExchange::deposit_cancel(signed(BOB), key(SECRET_A), 1);
		assert_noop!(refused, Error::NotKeyOwner);
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		assert_noop!(StarkExchange::deposit_reclaim(signed(BOB), key(SECRET_A), 1), Error::NotKeyOwner);
		reclaim(ALICE, SECRET_A);
		assert_eq!((usdc(ALICE), usdc(BOB)), (FUNDS + 30, FUNDS - 30));
	});
}

#[test]
fn an_owners_own_deposit_voids_a_running_cancellation() {
	registered(|| {
		deposit(ALICE, SECRET_A, 100);
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		deposit(ALICE, SECRET_A, 1);
		assert_eq!(stored(SECRET_A), entry(101, None));
		let call = || StarkExchange::deposit_reclaim(signed(ALICE), key(SECRET_A), 1);
		assert_noop!(call(), Error::DepositNotCancelled);
		cancel(ALICE, SECRET_A);
		assert_noop!(call(), Error::DepositLocked);
		pass(CANCEL_DELAY);
		assert_ok!(call());
		assert_eq!(usdc(ALICE), FUNDS);
	});
}

#[test]
fn a_strangers_deposit_leaves_a_running_cancellation_alone() {
	registered(|| {
		deposit(ALICE, SECRET_A, 100);
		cancel(ALICE, SECRET_A);
		let requested_at = now();
		pass(CANCEL_DELAY - 1);
		deposit(BOB, SECRET_A, 1);
		assert_eq!(stored(SECRET_A), entry(101, Some(requested_at)));
		pass(1);
		reclaim(ALICE, SECRET_A);
		assert_eq!((usdc(ALICE), usdc(BOB)), (FUNDS + 1, FUNDS - 1));
	});
}

#[test]
fn an_owners_deposit_for_another_of_its_keys_leaves_a_cancellation_alone() {
	registered(|| {
		register(ALICE, SECRET_C);
		deposit(ALICE, SECRET_A, 100);
		cancel(ALICE, SECRET_A);
		deposit(ALICE, SECRET_C, 1);
		assert_eq!(stored(SECRET_A), entry(100, Some(now())));
		assert_eq!(stored(SECRET_C), entry(1, None));
	});
}

#[test]
fn a_refused_deposit_of_the_owner_leaves_a_cancellation_alone() {
	registered(|| {
		deposit(ALICE, SECRET_A, 100);
		cancel(ALICE, SECRET_A);
		assert_noop!(call(ALICE, key(SECRET_A), 1, u64::MAX), Error::QuantizationOverflow);
		assert_eq!(stored(SECRET_A), entry(100, Some(now())));
	});
}

#[test]
fn deposits_end_with_a_freeze_and_go_on_after_it() {
	frozen(|_| {
		assert_noop!(call(ALICE, key(SECRET_A), 1, 1), Error::Frozen);
		unfreeze();
		assert_ok!(call(ALICE, key(SECRET_A), 1, 1));
	});
}

#[test]
fn only_signed_origins_deposit() {
	registered(|| {
		for origin in unsigned_origins() {
			assert_noop!(StarkExchange::deposit(origin, key(SECRET_A), 1, 1), DispatchError::BadOrigin);
		}
	});
}
