//! The queries of section 10 of the specification.

use super::*;
use crate::Pool;
use frame_support::assert_storage_noop;

#[test]
fn the_parameters() {
	ExtBuilder::default().rate(5).start(OFFSET - 1).build_and_execute(|| {
		for now in [OFFSET - 1, OFFSET, OFFSET + INTERVAL] {
			set_time(now);
			let parameters = LiquidityStaking::epoch_parameters();
			assert_eq!((parameters.interval, parameters.offset), (INTERVAL, OFFSET));
			assert_eq!(LiquidityStaking::blackout_window(), BLACKOUT);
			assert_eq!(LiquidityStaking::rewards_per_second(), 5);
			assert_eq!(LiquidityStaking::distribution_start(), OFFSET);
			assert_eq!(LiquidityStaking::distribution_end(), 1_785_682_798);
			assert_eq!(LiquidityStaking::stake_asset(), USDC);
			assert_eq!(LiquidityStaking::receipt_asset(), STK_USDC);
			assert_eq!(LiquidityStaking::rewards_asset(), None);
			assert_eq!(LiquidityStaking::rewards_treasury(), Treasury::get());
			assert_eq!(LiquidityStaking::pool_account(), pool_account());
			assert_eq!(LiquidityStaking::start_of_epoch(0), OFFSET);
			assert_eq!(LiquidityStaking::start_of_epoch(1), 1_630_422_000);
			assert_eq!(LiquidityStaking::start_of_epoch(65), OFFSET + 65 * INTERVAL);
		}
	});
}

#[test]
fn the_time() {
	ExtBuilder::default().build_and_execute(|| {
		for (now, started, epoch, remaining, blackout) in [
			(0, false, None, None, false),
			(OFFSET - 1, false, None, None, false),
			(OFFSET, true, Some(0), Some(INTERVAL), false),
			(OFFSET + 1, true, Some(0), Some(INTERVAL - 1), false),
			(1_629_212_399, true, Some(0), Some(BLACKOUT + 1), false),
			(1_629_212_400, true, Some(0), Some(BLACKOUT), true),
			(1_630_421_999, true, Some(0), Some(1), true),
			(1_630_422_000, true, Some(1), Some(INTERVAL), false),
			(OFFSET + 8 * INTERVAL - 1, true, Some(7), Some(1), true),
			(OFFSET + 8 * INTERVAL, true, Some(8), Some(INTERVAL), false),
		] {
			set_time(now);
			assert_eq!(LiquidityStaking::has_epoch_zero_started(), started, "at {now}");
			assert_eq!(LiquidityStaking::current_epoch(), epoch, "at {now}");
			assert_eq!(LiquidityStaking::time_remaining_in_current_epoch(), remaining, "at {now}");
			assert_eq!(LiquidityStaking::in_blackout_window(), blackout, "at {now}");
		}
	});
}

#[test]
fn the_balances_of_an_account_and_the_totals() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 50)]).build_and_execute(|| {
		request(ALICE, 30);
		let check = |alice: [Balance; 4], totals: [Balance; 4], pending, transferable, withdrawable| {
			let (active, inactive) = (active(ALICE), inactive(ALICE));
			assert_eq!([active.0, active.1, inactive.0, inactive.1], alice);
			let (active, inactive) = (total_active(), total_inactive());
			assert_eq!([active.0, active.1, inactive.0, inactive.1], totals);
			assert_eq!(LiquidityStaking::pending_withdrawal(ALICE), pending);
			assert_eq!(LiquidityStaking::transferable_balance(ALICE), transferable);
			assert_eq!(LiquidityStaking::stake_available_to_withdraw(ALICE), withdrawable);
			assert_eq!(LiquidityStaking::balance_of(ALICE), 100);
			assert_eq!(LiquidityStaking::total_supply(), 150);
			assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 150);
		};
		check([100, 70, 0, 30], [150, 120, 0, 30], 30, 70, 0);
		at(INTERVAL - 1);
		check([100, 70, 0, 30], [150, 120, 0, 30], 30, 70, 0);
		at(INTERVAL);
		check([70, 70, 30, 30], [120, 120, 30, 30], 0, 70, 30);
		request(ALICE, 20);
		check([70, 50, 30, 50], [120, 100, 30, 50], 20, 50, 30);
		at(9 * INTERVAL);
		check([50, 50, 50, 50], [100, 100, 50, 50], 0, 50, 50);
	});
}

#[test]
fn the_money_of_the_pool() {
	ExtBuilder::default().stakes(&[(ALICE, 100), (BOB, 60)]).build_and_execute(|| {
		request(BOB, 60);
		lend(110);
		assert_eq!(LiquidityStaking::current_shortfall(), 0);
		at(INTERVAL);
		assert_eq!(LiquidityStaking::contract_balance_available_to_withdraw(), 50);
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(BOB), 50);
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(ALICE), 0);
		assert_eq!(LiquidityStaking::current_shortfall(), 10);
		assert_eq!(LiquidityStaking::shortfall_count(), 0);
		mark_debt();
		assert_eq!(LiquidityStaking::current_shortfall(), 0);
		// One unit of dust: 60 * floor(10^36 * 50 / 60) is a little less than 50.
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(BOB), 49);
		assert_eq!(LiquidityStaking::staker_debt_balance(BOB), 11);
		assert_eq!(LiquidityStaking::total_supply(), 150);
		let shortfall = LiquidityStaking::shortfall(0).unwrap();
		assert_eq!((shortfall.epoch, shortfall.index), (1, 10u128.pow(36) * 50 / 60));
		assert_eq!((LiquidityStaking::shortfall_count(), LiquidityStaking::shortfall(1)), (1, None));
	});
}

#[test]
fn strangers_have_nothing() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 100)]).build_and_execute(|| {
		at(INTERVAL + 1);
		assert_eq!((active(PAUPER), inactive(PAUPER)), ((0, 0), (0, 0)));
		assert_eq!(LiquidityStaking::pending_withdrawal(PAUPER), 0);
		assert_eq!(LiquidityStaking::staker_debt_balance(PAUPER), 0);
		assert_eq!(LiquidityStaking::transferable_balance(PAUPER), 0);
		assert_eq!(LiquidityStaking::balance_of(PAUPER), 0);
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(PAUPER), 0);
		assert_eq!(LiquidityStaking::allowance(PAUPER, ALICE), 0);
		assert_eq!(claimable(PAUPER), 0);
	});
}

#[test]
fn queries_count_shortfalls_beyond_the_limit_of_a_call() {
	ExtBuilder::default().max_shortfalls(1).stakes(&[(ALICE, 1), (BOB, 1_600)]).build_and_execute(|| {
		request(BOB, 1_600);
		for epoch in 1..=4 {
			enter_epoch(epoch);
			inject_shortfall(1_600 >> epoch);
		}
		assert_eq!(inactive(BOB), (100, 100));
		assert_eq!(LiquidityStaking::staker_debt_balance(BOB), 1_500);
		assert_eq!(LiquidityStaking::balance_of(BOB), 100);
	});
}

#[test]
fn claimable_rewards_are_what_a_claim_pays() {
	ExtBuilder::default().rate(1_001).stakes(&[(ALICE, 700), (BOB, 13), (CAROL, 1)]).build_and_execute(
		|| {
			let steps: [fn(); 6] = [
				|| request(ALICE, 300),
				|| request(BOB, 13),
				|| transfer(ALICE, CAROL, 100),
				|| request(ALICE, 300),
				|| stake(DAVE, 17),
				|| (),
			];
			for (number, step) in steps.into_iter().enumerate() {
				// Two steps an epoch, the totals unsettled in between.
				at(number as Seconds / 2 * INTERVAL + 1_000 * number as Seconds);
				step();
				at((number as Seconds / 2 + 1) * INTERVAL - 1);
				for seconds in [0, 1, 2, 3 * INTERVAL] {
					let end = (number as Seconds / 2 + 1) * INTERVAL - 1;
					at(end + seconds);
					for staker in [ALICE, BOB, CAROL, DAVE] {
						let expected = claimable(staker);
						let paid = frame_support::storage::with_transaction(|| {
							let paid = claim(staker);
							sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(paid))
						});
						assert_eq!(paid, Ok(expected));
					}
					at(end);
				}
			}
		},
	);
}

#[test]
fn queries_write_nothing() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 100), (BOB, 60)]).build_and_execute(|| {
		request(BOB, 60);
		enter_epoch(2);
		inject_shortfall(7);
		assert_storage_noop!({
			active(BOB);
			inactive(BOB);
			total_active();
			total_inactive();
			claimable(ALICE);
			claimable(BOB);
			LiquidityStaking::staker_debt_balance(BOB);
			LiquidityStaking::balance_of(BOB);
			LiquidityStaking::total_supply();
			LiquidityStaking::stake_available_to_withdraw(BOB);
			LiquidityStaking::current_shortfall();
		});
		assert_eq!(Pool::<Test>::get().total_active.epoch, 0);
	});
}
