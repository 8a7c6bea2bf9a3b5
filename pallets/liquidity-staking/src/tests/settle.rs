//! Anybody may bring an account up to date (specification, section 12.1 D5; architecture decision A2).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

/// A stranger settles `staker`.
#[track_caller]
fn settle(staker: AccountId) {
	assert_ok!(LiquidityStaking::settle(signed(PAUPER), staker));
}

fn counter() -> u32 {
	Stakers::<Test>::get(BOB).inactive.shortfall_counter
}

#[test]
fn a_stranger_settles_an_account() {
	with_halvings(1, 2, || {
		all_events();
		settle(BOB);
		assert_eq!(
			all_events(),
			[
				received_debt(BOB, 800, 800).into(),
				RuntimeEvent::from(pallet_assets::Event::Burned {
					asset_id: STK_USDC,
					owner: BOB,
					balance: 800
				}),
			]
		);
		assert_eq!((mirror(BOB), LiquidityStaking::balance_of(BOB)), (1_200, 1_200));
		settle(BOB);
		assert_eq!(all_events(), []);
	});
}

#[test]
fn every_call_applies_as_many_shortfalls_as_it_may() {
	for (count, limit, steps) in [
		(1, 1, vec![1]),
		(3, 1, vec![1, 2, 3]),
		(2, 2, vec![2]),
		(3, 2, vec![2, 3]),
		(4, 2, vec![2, 4]),
		(5, 2, vec![2, 4, 5]),
		(5, 4, vec![4, 5]),
		(5, 5, vec![5]),
		(5, 6, vec![5]),
	] {
		with_halvings(count, limit, || {
			let (inactive_before, debt_before) = (inactive(BOB), debt(BOB));
			for step in steps {
				settle(BOB);
				assert_eq!(counter(), step, "{count} shortfalls, {limit} at once");
				assert_eq!((inactive(BOB), debt(BOB)), (inactive_before, debt_before));
				check_invariants();
			}
			assert_eq!(Stakers::<Test>::get(BOB).debt, debt_before);
			assert_eq!(mirror(BOB), LiquidityStaking::balance_of(BOB));
			pool_events();
			settle(BOB);
			assert_eq!((counter(), pool_events()), (count, vec![]));
			withdraw(BOB, 1_600 >> count);
		});
	}
}

#[test]
fn settling_reports_each_loss() {
	with_halvings(5, 2, || {
		for (amount, total) in [(1_200, 1_200), (300, 1_500), (50, 1_550)] {
			settle(BOB);
			assert_eq!(pool_events(), [received_debt(BOB, amount, total)]);
			assert_eq!(mirror(BOB), 2_000 - total);
		}
	});
}

#[test]
fn gaps_between_the_shortfalls_make_no_difference() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000), (BOB, 2_000)]).build_and_execute(|| {
		request(BOB, 1_600);
		for (number, epoch) in [1, 4, 5, 9, 12].into_iter().enumerate() {
			enter_epoch(epoch);
			inject_shortfall(800 >> number);
		}
		enter_epoch(20);
		for (epoch, applied) in [(4, 2), (11, 4), (20, 5)] {
			settle(BOB);
			// As late as the bound allows: the epoch before the next shortfall.
			assert_eq!((counter(), Stakers::<Test>::get(BOB).inactive.balance.epoch), (applied, epoch));
		}
		assert_eq!((inactive(BOB), debt(BOB)), ((50, 50), 1_550));
	});
}

#[test]
fn no_query_changes() {
	with_halvings(3, 2, || {
		request(ALICE, 100);
		let queries = || {
			(
				(active(BOB), inactive(BOB), debt(BOB), LiquidityStaking::pending_withdrawal(BOB)),
				(LiquidityStaking::balance_of(BOB), LiquidityStaking::transferable_balance(BOB)),
				LiquidityStaking::stake_available_to_withdraw(BOB),
				(LiquidityStaking::debt_available_to_withdraw(BOB), claimable(BOB)),
				(books(), LiquidityStaking::total_supply(), LiquidityStaking::shortfall_count()),
			)
		};
		let before = queries();
		for _ in 0..3 {
			settle(BOB);
			assert_eq!(queries(), before);
		}
	});
}

#[test]
fn a_request_that_matured_is_settled_with_the_rest() {
	with_halvings(1, 2, || {
		request(BOB, 400);
		assert_eq!((inactive(BOB), debt(BOB)), ((800, 1_200), 800));
		enter_epoch(2);
		inject_shortfall(600);
		assert_eq!(mirror(BOB), 1_200);
		settle(BOB);
		assert_eq!((inactive(BOB), debt(BOB)), ((600, 600), 1_400));
	});
}

#[test]
fn accounts_without_anything_to_settle_are_left_alone() {
	with_halvings(1, 2, || {
		let before = Stakers::<Test>::get(ALICE);
		for staker in [ALICE, PAUPER, pool_account()] {
			settle(staker);
		}
		assert_eq!(pool_events(), []);
		assert_eq!(Stakers::<Test>::get(ALICE), before);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
	});
}

#[test]
fn settling_needs_a_signature() {
	with_halvings(1, 2, || {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(LiquidityStaking::settle(origin.clone(), BOB), DispatchError::BadOrigin);
			assert_noop!(
				LiquidityStaking::failsafe_settle_inactive_to_epoch(origin.clone(), 1),
				DispatchError::BadOrigin
			);
			assert_noop!(
				LiquidityStaking::failsafe_delete_inactive_balance(origin),
				DispatchError::BadOrigin
			);
		}
	});
}
