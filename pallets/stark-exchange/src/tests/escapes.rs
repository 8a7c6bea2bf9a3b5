//! The way out of a frozen exchange (specification, sections 6.2 and 8; acceptance scenarios g and h).

use super::{common::*, *};
use crate::types::{RejectionReason, Totals};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;
use tidepool_primitives::Balance;

fn call(position: u64) -> DispatchResult {
	StarkExchange::escape(signed(PAUPER), position)
}

#[test]
fn all_equity_of_a_position_becomes_withdrawable() {
	for caller in [ALICE, BOB, PAUPER, OPERATOR] {
		frozen(|_| {
			assert_ok!(StarkExchange::escape(signed(caller), 1));
			assert_eq!(all_events(), [ours(Event::Escaped { position: 1, key: key(SECRET_A), q: 100 })]);
			assert_eq!(StarkExchange::exposure(ALICE), exposure(0, 0, 100));
			let totals = Totals { pending_deposits: 0, equity: 50, pending_withdrawals: 100 };
			assert_eq!((StarkExchange::totals(), usdc(exchange_account())), (totals, 150));
			assert_eq!(withdraw(SECRET_A), 100);
			assert_eq!(usdc(ALICE), FUNDS);
		});
	}
}

/// Acceptance scenario g: the payouts add up to what E1 says the exchange holds.
#[test]
fn everybody_is_paid_in_full() {
	ExtBuilder::default().quantum(3).build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		fund(CAROL, SECRET_C, 7);
		register(PROXY, 1);
		assert_ok!(batch().settle(SECRET_A, -10).settle(SECRET_B, 10).withdrawal(SECRET_C, 2).submit());
		deposit(BOB, SECRET_B, 9);
		deposit(DAVE, SECRET_A, 4);
		deposit(PROXY, 1, 30);
		accept(1, 20);
		let held = usdc(exchange_account());
		assert_eq!((held, held), (owed(), 3 * (100 + 50 + 7 + 9 + 4 + 30)));

		let id = force_withdrawal(ALICE, SECRET_A, 40);
		pass(GRACE - 1);
		let freeze = || StarkExchange::freeze_request(signed(DAVE), id);
		assert_noop!(freeze(), Error::RequestStillPending);
		pass(1);
		assert_ok!(freeze());
		assert_noop!(StarkExchange::deposit(signed(DAVE), key(SECRET_A), 1, 1), Error::Frozen);
		let users = [(ALICE, SECRET_A), (BOB, SECRET_B), (CAROL, SECRET_C), (PROXY, 1)];
		for (_, secret) in &users {
			escape(*secret);
		}
		assert_eq!(StarkExchange::totals().equity, 0);
		let paid: Vec<Balance> = users.iter().map(|(_, secret)| withdraw(*secret)).collect();
		assert_eq!(paid, [3 * 90, 3 * 60, 3 * 7, 3 * 20]);
		let with_deposits = [(ALICE, SECRET_A, 4), (BOB, SECRET_B, 9), (PROXY, 1, 10)];
		for (owner, secret, _) in &with_deposits {
			cancel(owner.clone(), *secret);
		}
		pass(CANCEL_DELAY);
		for (owner, secret, q) in with_deposits {
			let before = usdc(owner.clone());
			reclaim(owner.clone(), secret);
			assert_eq!(usdc(owner), before + 3 * q);
		}
		assert_eq!(paid.iter().sum::<Balance>() + 3 * (4 + 9 + 10), held);
		let holdings = [ALICE, BOB, CAROL, DAVE, PROXY].map(usdc);
		// The loss of Alice is the profit of Bob; Dave gave Alice 4 units.
		assert_eq!(holdings, [FUNDS - 3 * 6, FUNDS + 3 * 10, FUNDS, FUNDS - 3 * 4, FUNDS]);
		assert_eq!((usdc(exchange_account()), StarkExchange::totals()), (0, Totals::default()));
	});
}

/// Acceptance scenario h.
#[test]
fn a_position_escapes_once() {
	frozen(|_| {
		assert_ok!(call(1));
		assert_noop!(call(1), Error::NothingToEscape);
		withdraw(SECRET_A);
		assert_noop!(call(1), Error::NothingToEscape);
		assert_ok!(call(2));
	});
}

#[test]
fn what_is_not_there_cannot_escape() {
	frozen(|_| {
		assert_eq!(register(CAROL, SECRET_C), 3);
		for position in [0, 3, 4, u64::MAX] {
			assert_noop!(call(position), Error::NothingToEscape);
		}
	});
}

#[test]
fn the_checks_have_an_order() {
	two(|| {
		for position in [0, 1, 2, 3] {
			assert_noop!(call(position), Error::NotFrozen);
		}
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		assert_noop!(call(3), Error::NothingToEscape);
		assert_ok!(call(1));
		unfreeze();
		assert_noop!(call(1), Error::NotFrozen);
		assert_noop!(call(2), Error::NotFrozen);
	});
}

#[test]
fn an_escape_adds_to_what_was_credited() {
	two(|| {
		assert_ok!(batch().withdrawal(SECRET_A, 30).submit());
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		escape(SECRET_A);
		assert_eq!((credited(SECRET_A), equity(SECRET_A)), (100, 0));
		assert_eq!(withdraw(SECRET_A), 100);
	});
}

#[test]
fn an_escape_leaves_pending_deposits_alone() {
	two(|| {
		deposit(ALICE, SECRET_A, 8);
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		escape(SECRET_A);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(8, 0, 100));
	});
}

#[test]
fn a_credit_that_64_bits_do_not_hold_is_withdrawn_first() {
	for (credit, fits) in [(u64::MAX - 2, true), (u64::MAX - 1, true), (u64::MAX, false)] {
		ExtBuilder::default().build_and_execute(|| {
			fund(ALICE, SECRET_A, credit);
			assert_ok!(batch().withdrawal(SECRET_A, credit).submit());
			deposit(ALICE, SECRET_A, 1);
			accept(SECRET_A, 1);
			freeze_over(force_withdrawal(ALICE, SECRET_A, 1));
			if !fits {
				assert_noop!(call(1), Error::QuantizationOverflow);
				assert_eq!(withdraw(SECRET_A), credit.into());
			}
			assert_ok!(call(1));
			withdraw(SECRET_A);
			assert_eq!(usdc(ALICE), FUNDS);
		});
	}
}

#[test]
fn requests_stay_open_and_can_only_be_turned_down_for_lack_of_equity() {
	frozen(|id| {
		escape(SECRET_A);
		assert_eq!(StarkExchange::position(1).unwrap().open_forced, 1);
		assert!(StarkExchange::forced_request(id).is_some());
		unfreeze();
		assert_noop!(StarkExchange::freeze_request(signed(PAUPER), id), Error::StaleRequest);
		assert_noop!(batch().execute(id).submit(), Error::InsufficientEquity);
		assert_ok!(batch().reject(id, RejectionReason::InsufficientEquity).submit());
		assert_eq!(StarkExchange::position(1).unwrap().open_forced, 0);
		assert_eq!((credited(SECRET_A), equity(SECRET_A)), (100, 0));
	});
}

#[test]
fn with_new_equity_a_request_left_open_is_served_or_stands_in_the_way_of_the_same_one() {
	frozen(|id| {
		escape(SECRET_A);
		unfreeze();
		deposit(ALICE, SECRET_A, 50);
		accept(SECRET_A, 50);
		let again = StarkExchange::forced_withdrawal_request(signed(ALICE), key(SECRET_A), 1, 40);
		assert_noop!(again, Error::RequestAlreadyPending);
		let unjustified = batch().reject(id, RejectionReason::InsufficientEquity);
		assert_noop!(unjustified.submit(), Error::RejectionNotJustified);
		assert_ok!(batch().execute(id).submit());
		assert_eq!((credited(SECRET_A), equity(SECRET_A)), (140, 10));
	});
}

#[test]
fn a_trade_left_open_by_an_escape_is_served_as_ever() {
	two(|| {
		let id = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		freeze_over(id);
		escape(SECRET_A);
		escape(SECRET_B);
		unfreeze();
		assert_ok!(batch().execute(id).submit());
		assert_eq!(StarkExchange::position(1).unwrap().open_forced, 0);
	});
}

/// Invariant E6.
#[test]
fn in_a_freeze_equity_only_falls_and_only_by_escapes() {
	frozen(|_| {
		let equity = || StarkExchange::totals().equity;
		register(CAROL, SECRET_C);
		assert_ok!(StarkExchange::register_operator(signed(ADMIN), DAVE));
		assert_noop!(batch().settle(SECRET_A, -1).settle(SECRET_B, 1).submit_as(DAVE), Error::Frozen);
		assert_eq!(equity(), 150);
		escape(SECRET_B);
		assert_eq!(equity(), 100);
		withdraw(SECRET_B);
		assert_eq!(equity(), 100);
		escape(SECRET_A);
		assert_eq!(equity(), 0);
	});
}

#[test]
fn only_signed_origins_trigger_an_escape() {
	frozen(|_| {
		for origin in unsigned_origins() {
			assert_noop!(StarkExchange::escape(origin, 1), DispatchError::BadOrigin);
		}
	});
}
