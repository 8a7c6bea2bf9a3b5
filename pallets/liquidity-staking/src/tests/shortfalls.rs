//! Shortfalls and the calls that settle them (specification, sections 4.7 and 5.1). Recorded by the helper of
//! the mock runtime.

use super::*;
use crate::{Pool, Shortfalls, Stakers};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Call = crate::Call<Test>;

const THREE_QUARTERS: u128 = 750_000_000_000_000_000_000_000_000_000_000_000;

/// Bob has 600 inactive of 1,000 in epoch 1, Alice 1,000 active.
fn bob_inactive() -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default().stakes(&[(ALICE, 1_000), (BOB, 1_000)]).build();
	ext.execute_with(|| {
		request(BOB, 600);
		enter_epoch(1);
		System::reset_events();
	});
	ext
}

fn with_bob_inactive(test: impl FnOnce()) {
	bob_inactive().execute_with(|| {
		test();
		check_invariants();
	});
}

#[test]
fn a_shortfall_changes_the_queries_at_once_and_no_record() {
	with_bob_inactive(|| {
		let before = Stakers::<Test>::get(BOB);
		assert_eq!(inject_shortfall(150), THREE_QUARTERS);
		assert_eq!(Stakers::<Test>::get(BOB), before);
		assert_eq!((inactive(BOB), debt(BOB)), ((450, 450), 150));
		assert_eq!(LiquidityStaking::balance_of(BOB), 850);
		assert_eq!(LiquidityStaking::stake_available_to_withdraw(BOB), 450);
		assert_eq!(LiquidityStaking::total_supply(), 1_850);
		assert_eq!((active(ALICE), debt(ALICE)), ((1_000, 1_000), 0));
		assert_eq!(LiquidityStaking::shortfall_count(), 1);
		assert_eq!(LiquidityStaking::shortfall(0), Shortfalls::<Test>::get(0));
		assert_eq!(LiquidityStaking::shortfall(0).map(|s| (s.epoch, s.index)), Some((1, THREE_QUARTERS)));
		assert_eq!(LiquidityStaking::shortfall(1), None);
		// The mirror overstates until the account is settled.
		assert_eq!((mirror(BOB), Assets::total_supply(STK_USDC)), (1_000, 2_000));
		check_invariants();
	});
}

#[test]
fn a_request_of_the_same_epoch_is_untouched_and_one_of_the_epoch_before_is_hit() {
	with_bob_inactive(|| {
		request(ALICE, 400);
		inject_shortfall(150);
		assert_eq!((inactive(ALICE), debt(ALICE)), ((0, 400), 0));
		assert_eq!((inactive(BOB), debt(BOB)), ((450, 450), 150));
		enter_epoch(2);
		assert_eq!((inactive(ALICE), debt(ALICE)), ((400, 400), 0));
		// 85 of 850: both lose a tenth.
		inject_shortfall(85);
		assert_eq!((inactive(ALICE), debt(ALICE)), ((360, 360), 40));
		assert_eq!((inactive(BOB), debt(BOB)), ((405, 405), 195));
		check_invariants();
		withdraw(ALICE, 360);
		withdraw(BOB, 405);
		assert_eq!((debt(ALICE), debt(BOB)), (40, 195));
	});
}

#[test]
fn a_request_before_the_marking_does_not_enlarge_its_base() {
	with_bob_inactive(|| {
		request(BOB, 100);
		assert_eq!(inject_shortfall(150), THREE_QUARTERS);
		assert_eq!((inactive(BOB), debt(BOB)), ((450, 550), 150));
		request(BOB, 100);
		assert_eq!((inactive(BOB), debt(BOB)), ((450, 650), 150));
		assert_eq!(total_inactive(), (450, 650));
	});
}

#[test]
fn a_request_settles_reports_and_burns_the_mirror() {
	with_bob_inactive(|| {
		inject_shortfall(150);
		System::reset_events();
		request(BOB, 1);
		assert_eq!(
			all_events(),
			[
				// Bob's active balance shrank at the end of epoch 0: its rewards are settled, here with rate 0.
				global_index(0).into(),
				received_debt(BOB, 150, 150).into(),
				RuntimeEvent::from(pallet_assets::Event::Burned {
					asset_id: STK_USDC,
					owner: BOB,
					balance: 150
				}),
				Event::WithdrawalRequested { staker: BOB, amount: 1 }.into(),
			]
		);
		assert_eq!((mirror(BOB), Assets::total_supply(STK_USDC)), (850, 1_850));
		assert_eq!(Stakers::<Test>::get(BOB).debt, 150);
		assert_eq!(Stakers::<Test>::get(BOB).inactive.shortfall_counter, 1);
	});
}

#[test]
fn a_withdrawal_settles_first_and_burns_loss_and_amount_together() {
	with_bob_inactive(|| {
		inject_shortfall(150);
		assert_noop!(
			LiquidityStaking::withdraw_stake(signed(BOB), BOB, 451),
			Error::InsufficientInactiveBalance
		);
		System::reset_events();
		withdraw(BOB, 450);
		assert_eq!(
			all_events(),
			[
				received_debt(BOB, 150, 150).into(),
				pallet_assets::Event::Burned { asset_id: STK_USDC, owner: BOB, balance: 600 }.into(),
				RuntimeEvent::from(pallet_assets::Event::Transferred {
					asset_id: USDC,
					from: pool_account(),
					to: BOB,
					amount: 450
				}),
				burned(BOB, 450).into(),
				Event::WithdrewStake { staker: BOB, recipient: BOB, amount: 450 }.into(),
			]
		);
		assert_eq!((mirror(BOB), inactive(BOB), debt(BOB)), (400, (0, 0), 150));
	});
}

#[test]
fn withdraw_max_pays_what_the_shortfall_left() {
	with_bob_inactive(|| {
		inject_shortfall(150);
		pool_events();
		assert_ok!(LiquidityStaking::withdraw_max_stake(signed(BOB), CAROL));
		assert_eq!(
			pool_events(),
			[
				received_debt(BOB, 150, 150),
				burned(BOB, 450),
				Event::WithdrewStake { staker: BOB, recipient: CAROL, amount: 450 },
			]
		);
		assert_eq!(usdc(CAROL), FUNDS + 450);
	});
}

#[test]
fn a_failed_call_settles_nothing() {
	with_bob_inactive(|| {
		inject_shortfall(150);
		assert_noop!(
			LiquidityStaking::request_withdrawal(signed(BOB), 401),
			Error::InsufficientActiveBalance
		);
		assert_eq!(Stakers::<Test>::get(BOB).debt, 0);
	});
}

#[test]
fn calls_that_use_no_inactive_balance_leave_shortfalls_open() {
	with_bob_inactive(|| {
		inject_shortfall(150);
		let before = Stakers::<Test>::get(BOB).inactive;
		stake(BOB, 10);
		transfer(BOB, ALICE, 5);
		transfer(ALICE, BOB, 5);
		assert_eq!(claim(BOB), 0);
		assert_eq!(Stakers::<Test>::get(BOB).inactive, before);
		assert_eq!((inactive(BOB), debt(BOB), mirror(BOB)), ((450, 450), 150, 1_010));
	});
}

#[test]
fn debt_outlives_the_balance_and_adds_up() {
	with_bob_inactive(|| {
		inject_shortfall(600);
		request(BOB, 400);
		assert_eq!(debt(BOB), 600);
		enter_epoch(2);
		inject_shortfall(400);
		pool_events();
		withdraw(BOB, 0);
		assert_eq!(pool_events()[0], received_debt(BOB, 400, 1_000));
		assert_eq!((active(BOB), inactive(BOB), debt(BOB)), ((0, 0), (0, 0), 1_000));
		assert_eq!(mirror(BOB), 0);
		assert!(Stakers::<Test>::contains_key(BOB));
	});
}

#[test]
fn a_newcomer_is_not_hit_by_old_shortfalls() {
	with_bob_inactive(|| {
		inject_shortfall(150);
		enter_epoch(2);
		inject_shortfall(150);
		enter_epoch(3);
		inject_shortfall(150);
		stake(CAROL, 100);
		request(CAROL, 100);
		assert_eq!(Stakers::<Test>::get(CAROL).inactive.shortfall_counter, 3);
		enter_epoch(4);
		withdraw(CAROL, 100);
		assert_eq!((usdc(CAROL), debt(CAROL)), (FUNDS, 0));
	});
}

#[test]
fn an_emptied_account_is_synchronised_when_it_comes_back() {
	with_bob_inactive(|| {
		withdraw(BOB, 600);
		request(ALICE, 500);
		enter_epoch(2);
		inject_shortfall(250);
		request(BOB, 400);
		assert_eq!(Stakers::<Test>::get(BOB).inactive.shortfall_counter, 1);
		enter_epoch(3);
		assert_eq!((inactive(BOB), debt(BOB)), ((400, 400), 0));
	});
}

#[test]
fn rounding_dust_stays_in_the_total() {
	ExtBuilder::default().stakes(&[(ALICE, 3), (BOB, 3), (CAROL, 10)]).build_and_execute(|| {
		request(ALICE, 3);
		request(BOB, 3);
		enter_epoch(1);
		assert_eq!(inject_shortfall(4), 333_333_333_333_333_333_333_333_333_333_333_333);
		for staker in [ALICE, BOB] {
			assert_eq!((inactive(staker), debt(staker)), ((0, 0), 3));
			assert_ok!(LiquidityStaking::withdraw_max_stake(signed(staker), staker));
		}
		assert_eq!(total_inactive(), (2, 2));
		assert_eq!(LiquidityStaking::total_supply(), 12);
		assert_eq!(Assets::total_supply(STK_USDC), 10);
	});
}

#[test]
fn an_account_may_have_as_many_open_shortfalls_as_one_call_applies() {
	for (limit, shortfalls) in [(1, 1), (2, 2), (3, 3)] {
		let mut ext = bob_inactive();
		MaxShortfalls::set(limit);
		ext.execute_with(|| {
			for epoch in 1..=shortfalls {
				enter_epoch(epoch);
				inject_shortfall(100);
			}
			withdraw(BOB, 1);
			check_invariants();
		});
	}
}

#[test]
fn one_open_shortfall_too_many_is_refused() {
	for (limit, shortfalls) in [(1, 2), (2, 3)] {
		let mut ext = bob_inactive();
		MaxShortfalls::set(limit);
		ext.execute_with(|| {
			for epoch in 1..=shortfalls {
				enter_epoch(epoch);
				inject_shortfall(600 >> epoch);
			}
			let left = 600 >> shortfalls;
			let too_many = || Error::TooManyUnsettledShortfalls;
			assert_noop!(LiquidityStaking::request_withdrawal(signed(BOB), 0), too_many());
			assert_noop!(LiquidityStaking::withdraw_stake(signed(BOB), BOB, 0), too_many());
			assert_noop!(LiquidityStaking::withdraw_max_stake(signed(BOB), BOB), too_many());
			// Everything else goes on, and the queries count all of them.
			stake(BOB, 1);
			transfer(BOB, ALICE, 1);
			assert_eq!(claim(BOB), 0);
			assert_eq!((inactive(BOB), debt(BOB)), ((left, left), 600 - left));
			check_invariants();
		});
	}
}

/// Weight charged before and after a successful call.
fn weights(call: Call, caller: AccountId) -> (Weight, Option<Weight>) {
	let call = RuntimeCall::from(call);
	let charged = call.get_dispatch_info().call_weight;
	(charged, call.dispatch(signed(caller)).unwrap().actual_weight)
}

#[test]
fn unused_weight_is_refunded_exactly() {
	// A request is charged for one shortfall at least.
	let calls = [
		(30_000, 1, Call::request_withdrawal { amount: 1 }),
		(31_000, 0, Call::withdraw_stake { recipient: BOB, amount: 1 }),
		(32_000, 0, Call::withdraw_max_stake { recipient: BOB }),
	];
	for (base, least, call) in calls {
		for applied in 0..=2 {
			bob_inactive().execute_with(|| {
				for epoch in 1..=applied {
					enter_epoch(epoch);
					inject_shortfall(100);
				}
				let (charged, actual) = weights(call.clone(), BOB);
				assert_eq!(charged, Weight::from_parts(base + 3, 0));
				assert_eq!(actual, Some(Weight::from_parts(base + applied.max(least), 0)));
				// Once settled there is nothing more to apply.
				enter_epoch(applied.max(1));
				assert_eq!(weights(call.clone(), BOB).1, Some(Weight::from_parts(base + least, 0)));
				check_invariants();
			});
		}
	}
}

#[test]
fn a_broken_log_is_reported_as_an_inconsistency() {
	bob_inactive().execute_with(|| {
		Pool::<Test>::mutate(|pool| pool.shortfall_count = 1);
		assert_noop!(LiquidityStaking::withdraw_stake(signed(BOB), BOB, 1), Error::InternalInconsistency);
	});
}
