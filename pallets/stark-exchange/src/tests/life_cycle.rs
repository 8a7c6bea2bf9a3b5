//! The way of money in and out.

use super::*;
use frame_support::assert_ok;

#[test]
fn money_goes_in_and_comes_out() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(register(ALICE, SECRET_A), 1);
		deposit(ALICE, SECRET_A, 100);
		assert_eq!(usdc(ALICE), FUNDS - 100);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(100, 0, 0));
		accept(SECRET_A, 60);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(40, 60, 0));
		assert_ok!(batch().withdrawal(SECRET_A, 25).submit());
		assert_eq!(StarkExchange::exposure(ALICE), exposure(40, 35, 25));
		assert_eq!(withdraw(SECRET_A), 25);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(40, 35, 0));
		assert_eq!(usdc(exchange_account()), 75);
	});
}

#[test]
fn profit_and_loss_move_equity() {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		assert_ok!(batch().settle(SECRET_A, -10).settle(SECRET_B, 10).submit());
		assert_eq!((equity(SECRET_A), equity(SECRET_B)), (90, 60));
	});
}

#[test]
fn a_transfer_moves_equity() {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		assert_ok!(batch().transfer(SECRET_A, order(SECRET_A, SECRET_B, 30)).submit());
		assert_eq!((equity(SECRET_A), equity(SECRET_B)), (70, 80));
	});
}

#[test]
fn forced_requests_are_served() {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		let withdrawal = force_withdrawal(ALICE, SECRET_A, 40);
		let trade = force_trade(ALICE, SECRET_B, &trade(SECRET_A, SECRET_B));
		assert_ok!(batch().execute(withdrawal).execute(trade).submit());
		assert!(StarkExchange::is_trade_used(trade));
		assert_eq!(withdraw(SECRET_A), 40);
	});
}

#[test]
fn everybody_gets_out_of_a_frozen_exchange() {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, 100);
		fund(BOB, SECRET_B, 50);
		deposit(BOB, SECRET_B, 7);
		freeze_over(force_withdrawal(ALICE, SECRET_A, 40));
		escape(SECRET_A);
		escape(SECRET_B);
		cancel(BOB, SECRET_B);
		pass(CANCEL_DELAY);
		reclaim(BOB, SECRET_B);
		assert_eq!((withdraw(SECRET_A), withdraw(SECRET_B)), (100, 50));
		assert_eq!((usdc(ALICE), usdc(BOB), usdc(exchange_account())), (FUNDS, FUNDS, 0));
		unfreeze();
		assert_ok!(batch().submit());
	});
}
