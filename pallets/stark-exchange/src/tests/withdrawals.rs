//! Payouts of what was credited (specification, section 6.1; acceptance scenario f; invariant E8).

use super::{common::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{DispatchError, TokenError};
use tidepool_primitives::Balance;

fn call(secret: u64) -> DispatchResult {
	StarkExchange::withdraw(signed(PAUPER), key(secret))
}

fn withdrawn(to: AccountId, secret: u64, q: u64, amount: Balance) -> Event {
	Event::Withdrawn { key: key(secret), to, q, amount }
}

/// Credits a withdrawal in a batch of its own.
#[track_caller]
fn credit(secret: u64, q: u64) {
	assert_ok!(batch().withdrawal(secret, q).submit());
	System::reset_events();
}

/// As [`two`], and 30 are credited to Alice's key.
fn with_credit(test: impl FnOnce()) {
	two(|| {
		credit(SECRET_A, 30);
		test();
	});
}

#[test]
fn everything_credited_is_paid_to_the_owner_whoever_asks() {
	for caller in [ALICE, BOB, PAUPER, OPERATOR] {
		with_credit(|| {
			let before = usdc(caller.clone());
			assert_ok!(StarkExchange::withdraw(signed(caller.clone()), key(SECRET_A)));
			let events = [moved(exchange_account(), ALICE, 30), ours(withdrawn(ALICE, SECRET_A, 30, 30))];
			assert_eq!(all_events(), events);
			assert_eq!(usdc(ALICE), FUNDS - 70);
			if caller != ALICE {
				assert_eq!(usdc(caller), before);
			}
			assert_eq!((credited(SECRET_A), StarkExchange::totals().pending_withdrawals), (0, 0));
			assert_eq!((equity(SECRET_A), usdc(exchange_account())), (70, 120));
		});
	}
}

#[test]
fn the_checks_have_an_order() {
	with_credit(|| {
		assert_noop!(call(UNREGISTERED), Error::KeyNotRegistered);
		block_account(BOB);
		assert_noop!(call(SECRET_B), Error::NothingToWithdraw);
		block_account(ALICE);
		assert_noop!(call(SECRET_A), TokenError::Blocked);
		thaw_account(ALICE);
		assert_ok!(call(SECRET_A));
	});
}

#[test]
fn nothing_is_paid_twice() {
	with_credit(|| {
		assert_ok!(call(SECRET_A));
		assert_noop!(call(SECRET_A), Error::NothingToWithdraw);
	});
}

#[test]
fn credits_add_up_and_equity_and_deposits_stay() {
	with_credit(|| {
		credit(SECRET_A, 1);
		credit(SECRET_A, 69);
		deposit(ALICE, SECRET_A, 8);
		assert_eq!(withdraw(SECRET_A), 100);
		assert_eq!((equity(SECRET_A), pending(SECRET_A), equity(SECRET_B)), (0, 8, 50));
	});
}

#[test]
fn each_key_is_paid_out_by_itself() {
	two(|| {
		fund(ALICE, SECRET_C, 7);
		credit(SECRET_A, 100);
		credit(SECRET_B, 50);
		credit(SECRET_C, 7);
		assert_eq!(withdraw(SECRET_C), 7);
		assert_eq!((credited(SECRET_A), credited(SECRET_B), credited(SECRET_C)), (100, 50, 0));
		assert_eq!((withdraw(SECRET_A), withdraw(SECRET_B)), (100, 50));
		assert_eq!((usdc(ALICE), usdc(BOB), usdc(exchange_account())), (FUNDS, FUNDS, 0));
	});
}

#[test]
fn an_owner_without_anything_is_paid() {
	ExtBuilder::default().quantum(1_000).build_and_execute(|| {
		register(PAUPER, SECRET_A);
		deposit(BOB, SECRET_A, 2);
		accept(SECRET_A, 2);
		credit(SECRET_A, 1);
		assert_ok!(StarkExchange::withdraw(signed(BOB), key(SECRET_A)));
		assert_eq!(exchange_events(), [withdrawn(PAUPER, SECRET_A, 1, 1_000)]);
		assert_eq!((usdc(PAUPER), usdc(exchange_account())), (1_000, 1_000));
	});
}

#[test]
fn the_largest_credit_is_paid_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, u64::MAX);
		credit(SECRET_A, u64::MAX);
		assert_eq!(withdraw(SECRET_A), Balance::from(u64::MAX));
		assert_eq!(usdc(ALICE), FUNDS);
	});
}

#[test]
fn the_exchange_survives_its_last_token() {
	two(|| {
		credit(SECRET_A, 100);
		credit(SECRET_B, 50);
		withdraw(SECRET_A);
		withdraw(SECRET_B);
		assert_eq!(usdc(exchange_account()), 0);
		assert!(System::account_exists(&exchange_account()));
		deposit(ALICE, SECRET_A, 1);
		assert_eq!(usdc(exchange_account()), 1);
	});
}

#[test]
fn payouts_go_on_in_a_freeze() {
	two(|| {
		credit(SECRET_A, 30);
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		assert_eq!(withdraw(SECRET_A), 30);
		assert_noop!(call(SECRET_A), Error::NothingToWithdraw);
	});
}

#[test]
fn a_payout_that_the_issuer_holds_up_changes_nothing_and_can_be_repeated() {
	with_credit(|| {
		block_account(ALICE);
		assert_noop!(call(SECRET_A), TokenError::Blocked);
		thaw_account(ALICE);
		assert_ok!(Assets::freeze_asset(signed(ISSUER), USDC));
		assert_noop!(call(SECRET_A), TokenError::Frozen);
		assert_ok!(Assets::thaw_asset(signed(ISSUER), USDC));
		freeze_account(exchange_account());
		assert_noop!(call(SECRET_A), TokenError::Frozen);
		thaw_account(exchange_account());
		// A frozen account cannot send, but is paid.
		freeze_account(ALICE);
		assert_eq!(withdraw(SECRET_A), 30);
	});
}

#[test]
fn one_blocked_owner_does_not_hold_up_the_others() {
	two(|| {
		credit(SECRET_A, 30);
		credit(SECRET_B, 20);
		block_account(ALICE);
		assert_noop!(call(SECRET_A), TokenError::Blocked);
		assert_eq!(withdraw(SECRET_B), 20);
	});
}

/// Acceptance scenario f.
#[test]
fn a_served_forced_withdrawal_is_paid_to_the_owner_although_a_stranger_asks() {
	two(|| {
		let id = force_withdrawal(ALICE, SECRET_A, 40);
		assert_noop!(call(SECRET_A), Error::NothingToWithdraw);
		assert_ok!(batch().execute(id).submit());
		System::reset_events();
		let of_stranger = usdc(BOB);
		assert_ok!(StarkExchange::withdraw(signed(BOB), key(SECRET_A)));
		assert_eq!(exchange_events(), [withdrawn(ALICE, SECRET_A, 40, 40)]);
		assert_eq!((usdc(ALICE), usdc(BOB), equity(SECRET_A)), (FUNDS - 60, of_stranger, 60));
	});
}

/// The invariant E1 is an inequality here, which is why the test does not end like the others.
#[test]
fn a_gift_to_the_exchange_changes_nothing() {
	ExtBuilder::default().build().execute_with(|| {
		fund(ALICE, SECRET_A, 100);
		deposit(ALICE, SECRET_A, 10);
		credit(SECRET_A, 30);
		let totals = StarkExchange::totals();
		give(DAVE, exchange_account(), 1_000);
		assert_eq!(StarkExchange::totals(), totals);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(10, 70, 30));
		assert_eq!(StarkExchange::exposure(DAVE), exposure(0, 0, 0));
		check_invariants();
		credit(SECRET_A, 70);
		cancel(ALICE, SECRET_A);
		pass(CANCEL_DELAY);
		reclaim(ALICE, SECRET_A);
		assert_eq!(withdraw(SECRET_A), 100);
		assert_eq!((usdc(ALICE), usdc(exchange_account()), owed()), (FUNDS, 1_000, 0));
		assert_noop!(call(SECRET_A), Error::NothingToWithdraw);
		check_invariants();
	});
}

#[test]
fn only_signed_origins_withdraw() {
	with_credit(|| {
		for origin in unsigned_origins() {
			assert_noop!(StarkExchange::withdraw(origin, key(SECRET_A)), DispatchError::BadOrigin);
		}
	});
}
