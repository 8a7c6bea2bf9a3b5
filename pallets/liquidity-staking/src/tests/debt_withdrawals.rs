//! Withdrawal of debt from the debt pot (scenarios 36 and 37; specification, section 5.1).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

/// After scenario 35: Alice is owed 150 and Bob, not settled since epoch 0, 350; each still has 150 inactive.
/// B0 has a debt of 220 and a loan of 80, B1 one of 280 and 120.
fn with_debts(test: impl FnOnce()) {
	let allocations = [(B0, 4_000), (B1, 6_000)];
	ExtBuilder::default().allocations(&allocations).stakes(&[(ALICE, 300), (BOB, 700)]).build_and_execute(
		|| {
			borrow(B0, 300);
			borrow(B1, 600);
			request(ALICE, 100);
			request(BOB, 500);
			repay(B1, 200);
			enter_epoch(1);
			assert_ok!(mark(&[B0, B1]));
			request(ALICE, 200);
			enter_epoch(2);
			assert_ok!(mark(&[B0, B1]));
			assert_eq!((debt(ALICE), debt(BOB)), (150, 350));
			pool_events();
			test();
		},
	);
}

fn withdrew(staker: AccountId, recipient: AccountId, amount: Balance, new_debt_balance: Balance) -> Event {
	Event::WithdrewDebt { staker, recipient, amount, new_debt_balance }
}

#[track_caller]
fn withdraw_debt(staker: AccountId, amount: Balance) {
	assert_ok!(LiquidityStaking::withdraw_debt(signed(staker), staker, amount));
}

/// Withdraws the most and returns how much that was.
fn withdraw_max(staker: AccountId) -> Balance {
	let before = usdc(staker);
	assert_ok!(LiquidityStaking::withdraw_max_debt(signed(staker), staker));
	usdc(staker) - before
}

#[test]
fn first_come_first_served() {
	with_debts(|| {
		pay_debt(B0, 220);
		assert_eq!((withdraw_max(ALICE), withdraw_max(BOB)), (150, 70));
		pay_debt(B1, 280);
		assert_eq!((withdraw_max(ALICE), withdraw_max(BOB)), (0, 280));
		assert_eq!((debt(ALICE), debt(BOB)), (0, 0));
		assert_eq!(books(), [200, 200, 300, 300, 200, 300, 0, 0]);
	});
	with_debts(|| {
		// In the other order Bob takes everything.
		pay_debt(B0, 220);
		assert_eq!((withdraw_max(BOB), withdraw_max(ALICE)), (220, 0));
		pay_debt(B1, 280);
		assert_eq!((withdraw_max(ALICE), withdraw_max(BOB)), (150, 130));
	});
}

#[test]
fn every_part_that_is_repaid_can_be_withdrawn() {
	with_debts(|| {
		let mut paid = 0;
		for amount in [1, 10, 100] {
			// A stranger repays, for both borrowers.
			assert_ok!(LiquidityStaking::repay_debt(signed(EVE), B0, amount));
			assert_ok!(LiquidityStaking::repay_debt(signed(EVE), B1, amount));
			assert_eq!(LiquidityStaking::debt_available_to_withdraw(BOB), 2 * amount);
			assert_noop!(
				LiquidityStaking::withdraw_debt(signed(BOB), BOB, 2 * amount + 1),
				Error::InsufficientDebtFunds
			);
			withdraw_debt(BOB, 2 * amount);
			paid += 2 * amount;
			assert_eq!((debt(BOB), usdc(BOB)), (350 - paid, FUNDS - 700 + paid));
		}
		assert_eq!(usdc(EVE), FUNDS - 222);
	});
}

#[test]
fn the_debt_of_the_staker_is_looked_at_before_the_pot() {
	with_debts(|| {
		// 150 are owed, nothing is there.
		let withdraw = |amount| LiquidityStaking::withdraw_debt(signed(ALICE), ALICE, amount);
		assert_noop!(withdraw(151), Error::InsufficientDebtBalance);
		assert_noop!(withdraw(150), Error::InsufficientDebtFunds);
		assert_noop!(withdraw(1), Error::InsufficientDebtFunds);
		pay_debt(B0, 149);
		assert_noop!(withdraw(151), Error::InsufficientDebtBalance);
		assert_noop!(withdraw(150), Error::InsufficientDebtFunds);
		pay_debt(B0, 10);
		assert_noop!(withdraw(151), Error::InsufficientDebtBalance);
		assert_ok!(withdraw(150));
		assert_noop!(withdraw(1), Error::InsufficientDebtBalance);
		assert_noop!(LiquidityStaking::withdraw_debt(signed(EVE), EVE, 1), Error::InsufficientDebtBalance);
	});
}

#[test]
fn a_withdrawal_settles_pays_the_recipient_and_burns_the_loss() {
	with_debts(|| {
		pay_debt(B0, 220);
		assert_eq!((mirror(BOB), LiquidityStaking::balance_of(BOB)), (700, 350));
		all_events();
		assert_ok!(LiquidityStaking::withdraw_debt(signed(BOB), CAROL, 50));
		assert_eq!(
			all_events(),
			[
				received_debt(BOB, 350, 350).into(),
				pallet_assets::Event::Burned { asset_id: STK_USDC, owner: BOB, balance: 350 }.into(),
				RuntimeEvent::from(pallet_assets::Event::Transferred {
					asset_id: USDC,
					from: pool_account(),
					to: CAROL,
					amount: 50
				}),
				withdrew(BOB, CAROL, 50, 300).into(),
			]
		);
		assert_eq!((mirror(BOB), usdc(CAROL), usdc(BOB)), (350, FUNDS + 50, FUNDS - 700));
		// Debt is no receipt token: what is withdrawn now changes the mirror no more.
		withdraw_debt(BOB, 50);
		assert_eq!(pool_events(), [withdrew(BOB, BOB, 50, 250)]);
		assert_eq!(mirror(BOB), 350);
	});
}

#[test]
fn zero_can_be_withdrawn_and_settles() {
	with_debts(|| {
		withdraw_debt(BOB, 0);
		assert_eq!(pool_events(), [received_debt(BOB, 350, 350), withdrew(BOB, BOB, 0, 350)]);
		assert_eq!(withdraw_max(BOB), 0);
		assert_eq!(pool_events(), [withdrew(BOB, BOB, 0, 350)]);
		// Somebody who is owed nothing leaves no record.
		assert_eq!(withdraw_max(PAUPER), 0);
		assert_eq!(pool_events(), [withdrew(PAUPER, PAUPER, 0, 0)]);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
	});
}

#[test]
fn a_failed_withdrawal_settles_nothing() {
	with_debts(|| {
		assert_noop!(LiquidityStaking::withdraw_debt(signed(BOB), BOB, 1), Error::InsufficientDebtFunds);
		assert_eq!(Stakers::<Test>::get(BOB).debt, 0);
		pay_debt(B0, 1);
		assert_ok!(Assets::block(signed(ISSUER), USDC, CAROL));
		assert_noop!(LiquidityStaking::withdraw_debt(signed(BOB), CAROL, 1), TokenError::Blocked);
		assert_noop!(LiquidityStaking::withdraw_max_debt(signed(BOB), CAROL), TokenError::Blocked);
		assert_eq!((debt(BOB), LiquidityStaking::total_debt_available_to_withdraw()), (350, 1));
	});
}

#[test]
fn repaid_debt_can_be_neither_borrowed_nor_withdrawn_as_stake() {
	with_debts(|| {
		set_restriction(B0, false);
		set_restriction(B1, false);
		let seen = || {
			(
				LiquidityStaking::contract_balance_available_to_borrow(),
				(borrowable(B0), borrowable(B1)),
				LiquidityStaking::contract_balance_available_to_withdraw(),
				[ALICE, BOB].map(LiquidityStaking::stake_available_to_withdraw),
			)
		};
		let before = seen();
		assert_eq!(before, (0, (0, 0), 300, [150, 150]));
		pay_debt(B0, 220);
		pay_debt(B1, 280);
		assert_eq!(seen(), before);
		assert_noop!(LiquidityStaking::borrow(signed(B0), 1), Error::ExceedsAvailableToBorrow);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 151),
			Error::InsufficientInactiveBalance
		);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(ALICE), ALICE, 301),
			Error::InsufficientLiquidity
		);
		withdraw(ALICE, 150);
		withdraw(BOB, 150);
		assert_eq!(books(), [200, 200, 0, 0, 200, 0, 0, 500]);
		// And the other way round: the pot pays, with nothing left on the staking side.
		assert_eq!((withdraw_max(ALICE), withdraw_max(BOB)), (150, 350));
	});
}

#[test]
fn debt_is_withdrawn_in_blackout_and_epochs_later() {
	for now in [3 * INTERVAL - BLACKOUT, 3 * INTERVAL - 1, 9 * INTERVAL] {
		with_debts(|| {
			pay_debt(B0, 220);
			at(now);
			assert_eq!(withdraw_max(ALICE), 150);
		});
	}
}

#[test]
fn an_account_that_got_everything_back_is_forgotten() {
	with_debts(|| {
		pay_debt(B0, 220);
		// Settles her active balance, of which nothing is left.
		claim(ALICE);
		withdraw(ALICE, 150);
		assert!(Stakers::<Test>::contains_key(ALICE));
		withdraw_debt(ALICE, 149);
		assert!(Stakers::<Test>::contains_key(ALICE));
		withdraw_debt(ALICE, 1);
		assert!(!Stakers::<Test>::contains_key(ALICE));
	});
}

#[test]
fn debt_paid_to_the_pool_is_a_donation() {
	with_debts(|| {
		pay_debt(B0, 220);
		assert_ok!(LiquidityStaking::withdraw_debt(signed(ALICE), pool_account(), 150));
		assert_eq!((debt(ALICE), LiquidityStaking::total_debt_available_to_withdraw()), (0, 70));
		assert_eq!(usdc(pool_account()), 300 + 70 + 150);
	});
}
