//! Claims (scenarios 11, 12, 14 and 52; specification, sections 5.1 and 7).

use super::*;
use crate::Stakers;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, TokenError};

fn claimed(staker: AccountId, recipient: AccountId, amount: Balance) -> Event {
	Event::ClaimedRewards { staker, recipient, amount }
}

#[test]
fn a_lone_staker_earns_the_whole_emission() {
	for rate in [1, 100, 100_001] {
		ExtBuilder::default().rate(rate).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
			for epoch in 1..=3 {
				enter_epoch(epoch);
				assert_eq!(claim(ALICE), u128::from(INTERVAL) * rate);
			}
		});
	}
}

#[test]
fn stakers_share_the_emission_in_proportion() {
	// 11 units in all, so that hardly anything divides: (rate, Alice's 3/11, Bob's 8/11, dust) of one epoch.
	let expected = [
		(1, 659_781, 1_759_418, 1),
		(100, 65_978_181, 175_941_818, 1),
		(100_001, 65_978_841_600, 175_943_577_600, 0),
	];
	for (rate, alice, bob, dust) in expected {
		ExtBuilder::default().rate(rate).stakes(&[(ALICE, 3), (BOB, 8)]).build_and_execute(|| {
			let emitted = u128::from(INTERVAL) * rate;
			for epoch in 1..=3 {
				enter_epoch(epoch);
				assert_eq!((claim(ALICE), claim(BOB)), (alice, bob));
			}
			assert_eq!(emitted - alice - bob, dust);
		});
	}
}

#[test]
fn nothing_is_emitted_while_the_rate_is_zero() {
	ExtBuilder::default().stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		enter_epoch(1);
		assert_eq!(claim(ALICE), 0);
		assert_ok!(LiquidityStaking::set_rewards_per_second(signed(GOVERNANCE), 100));
		assert_eq!(claimable(ALICE), 0);
		enter_epoch(2);
		assert_eq!(claim(ALICE), u128::from(INTERVAL) * 100);
	});
}

#[test]
fn a_claim_settles_pays_and_reports() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		assert_ok!(LiquidityStaking::claim_rewards(signed(ALICE), BOB));
		let index = 10 * 10u128.pow(18);
		assert_eq!(
			all_events(),
			[
				global_index(index).into(),
				user_index(ALICE, index, 10_000).into(),
				RuntimeEvent::from(pallet_balances::Event::Transfer {
					from: Treasury::get(),
					to: BOB,
					amount: 10_000
				}),
				claimed(ALICE, BOB, 10_000).into(),
			]
		);
		assert_eq!(Balances::free_balance(BOB), NATIVE_FUNDS + 10_000);
		assert_eq!(Balances::free_balance(Treasury::get()), TREASURY_FUNDS - 10_000);
		assert_eq!(Stakers::<Test>::get(ALICE).accrued_rewards, 0);
		assert_eq!(claimable(ALICE), 0);
	});
}

#[test]
fn a_second_claim_in_the_same_second_pays_nothing() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		assert_eq!(claim(ALICE), 10_000);
		pool_events();
		assert_eq!(claim(ALICE), 0);
		assert_eq!(all_events(), [RuntimeEvent::from(claimed(ALICE, ALICE, 0))]);
	});
}

#[test]
fn a_stranger_claims_nothing() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		assert_eq!(claim(PAUPER), 0);
		let index = 10 * 10u128.pow(18);
		assert_eq!(
			pool_events(),
			[global_index(index), user_index(PAUPER, index, 0), claimed(PAUPER, PAUPER, 0)]
		);
		assert!(!Stakers::<Test>::contains_key(PAUPER));
		assert_eq!(claimable(ALICE), 10_000);
	});
}

#[test]
fn a_claim_is_all_or_nothing() {
	// The treasury is one short, and has exactly enough after the refill.
	ExtBuilder::default().rate(1_000).treasury(9_999).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		assert_noop!(LiquidityStaking::claim_rewards(signed(ALICE), ALICE), TokenError::FundsUnavailable);
		assert_eq!(claimable(ALICE), 10_000);
		assert_ok!(Balances::transfer_allow_death(signed(BOB), Treasury::get(), 1));
		assert_eq!(claim(ALICE), 10_000);
		assert_eq!(Balances::free_balance(Treasury::get()), 0);
		assert_eq!(claimable(ALICE), 0);
	});
}

#[test]
fn an_empty_treasury_can_be_refilled() {
	ExtBuilder::default().rate(1_000).treasury(10_000).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(10);
		assert_eq!(claim(ALICE), 10_000);
		at(11);
		assert_noop!(LiquidityStaking::claim_rewards(signed(ALICE), ALICE), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_allow_death(signed(BOB), Treasury::get(), ED));
		assert_eq!(claim(ALICE), 1_000);
	});
}

#[test]
fn a_claim_fails_when_the_recipient_cannot_be_created() {
	ExtBuilder::default().rate(1).stakes(&[(ALICE, 1_000)]).build_and_execute(|| {
		at(ED as Seconds - 1);
		assert_noop!(LiquidityStaking::claim_rewards(signed(ALICE), PAUPER), TokenError::BelowMinimum);
		assert_eq!(claimable(ALICE), ED - 1);
		at(ED as Seconds);
		assert_ok!(LiquidityStaking::claim_rewards(signed(ALICE), PAUPER));
		assert_eq!(Balances::free_balance(PAUPER), ED);
	});
}

#[test]
fn requested_stake_earns_until_the_epoch_ends() {
	ExtBuilder::default().rate(1_000).stakes(&[(ALICE, 600), (BOB, 400)]).build_and_execute(|| {
		request(ALICE, 600);
		at(INTERVAL - 1);
		assert_eq!(claimable(ALICE), u128::from(INTERVAL - 1) * 600);
		at(INTERVAL);
		assert_eq!(claimable(ALICE), u128::from(INTERVAL) * 600);
		at(INTERVAL + 1);
		assert_eq!(claimable(ALICE), u128::from(INTERVAL) * 600);
		assert_eq!(claimable(BOB), u128::from(INTERVAL) * 400 + 1_000);
	});
}

#[test]
fn emission_while_nobody_is_staked_is_lost() {
	ExtBuilder::default().rate(1_000).build_and_execute(|| {
		at(100);
		stake(ALICE, 10);
		request(ALICE, 10);
		at(INTERVAL + 500);
		assert_eq!(claim(ALICE), u128::from(INTERVAL - 100) * 1_000);
		stake(BOB, 10);
		at(INTERVAL + 501);
		assert_eq!((claimable(ALICE), claimable(BOB)), (0, 1_000));
	});
}

#[test]
fn nothing_is_emitted_before_the_distribution_starts() {
	let late = ExtBuilder::default().rate(1_000).genesis(|pool| pool.distribution_start = OFFSET + 50);
	late.stakes(&[(ALICE, 10)]).build_and_execute(|| {
		for seconds in [49, 50] {
			at(seconds);
			assert_eq!(claim(ALICE), 0);
			assert_eq!(pool_events(), [claimed(ALICE, ALICE, 0)]);
		}
		at(51);
		assert_eq!(claim(ALICE), 1_000);
	});
}

#[test]
fn the_last_second_of_the_distribution_is_paid_and_no_more() {
	ExtBuilder::default().rate(1_000).start(DISTRIBUTION_END - 10).stakes(&[(ALICE, 10)]).build_and_execute(
		|| {
			for (seconds, total) in [(1, 9_000), (0, 10_000)] {
				set_time(DISTRIBUTION_END - seconds);
				assert_eq!(claimable(ALICE), total);
			}
			set_time(DISTRIBUTION_END + 1);
			assert_eq!(claim(ALICE), 10_000);
			pool_events();
			set_time(DISTRIBUTION_END + INTERVAL);
			assert_eq!(claim(ALICE), 0);
			assert_eq!(pool_events(), [claimed(ALICE, ALICE, 0)]);
		},
	);
}

#[test]
fn a_single_unit_at_the_production_rate() {
	ExtBuilder::default().rate(PRODUCTION_RATE).stakes(&[(ALICE, 1)]).build_and_execute(|| {
		at(3_600);
		// Past 2^128 after 2,146 seconds.
		assert_eq!(claimable(ALICE), 3_600 * PRODUCTION_RATE);
		assert_eq!(claim(ALICE), 3_600 * PRODUCTION_RATE);
		assert!(crate::Pool::<Test>::get().rewards.index > u128::MAX.into());
	});
}

#[test]
fn the_whole_distribution_to_a_single_unit() {
	ExtBuilder::default().rate(PRODUCTION_RATE).stakes(&[(ALICE, 1)]).build_and_execute(|| {
		set_time(DISTRIBUTION_END + 1);
		assert_eq!(claim(ALICE), 24_999_999_995_294_076_200_000_000);
		assert_eq!(claimable(ALICE), 0);
	});
}

#[test]
fn the_highest_rate_overflows_nothing() {
	let rate = u128::MAX / u128::from(DISTRIBUTION);
	ExtBuilder::default().rate(rate).stakes(&[(ALICE, 1)]).build_and_execute(|| {
		set_time(DISTRIBUTION_END);
		let all = rate * u128::from(DISTRIBUTION);
		assert_eq!(claimable(ALICE), all);
		stake(BOB, FUNDS);
		transfer(ALICE, BOB, 1);
		assert_eq!((claimable(ALICE), claimable(BOB)), (all, 0));
		// More than there is of the currency: the treasury cannot pay, and nothing is lost.
		assert_noop!(LiquidityStaking::claim_rewards(signed(ALICE), ALICE), ArithmeticError::Underflow);
		assert_eq!(claimable(ALICE), all);
	});
}
