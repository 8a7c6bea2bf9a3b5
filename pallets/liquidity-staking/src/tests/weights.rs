//! Every call is charged with its own weight, for the worst case.

use super::*;
use crate::types::Role;
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Call = crate::Call<Test>;

/// What the weight of a call grows with, and what of it a call of [`calls`] is charged for in the end.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Grows {
	Not,
	WithShortfalls(u64),
	WithBorrowers { listed: u64, charged: Option<u64> },
}

use Grows::{Not, WithBorrowers, WithShortfalls};

/// The weight that the mock runtime gives each call. In this order every call succeeds, made by the governance.
fn calls() -> Vec<(u64, Grows, Call)> {
	let (role, account) = (Role::Owner, ALICE);
	let both = vec![B1, B0, B2].try_into().unwrap();
	let changes = vec![(None, 500), (Some(B2), 500)].try_into().unwrap();
	let allocations = WithBorrowers { listed: 2, charged: None };
	vec![
		(21_000, Not, Call::restrict_borrower { borrower: B0 }),
		// The first of the three is not overdue, and with the second the shortfall is covered.
		(35_000, WithBorrowers { listed: 3, charged: Some(2) }, Call::mark_debt { borrowers: both }),
		(19_000, Not, Call::repay_debt { borrower: B0, amount: 1 }),
		(18_000, Not, Call::repay_borrow { borrower: B0, amount: 200 }),
		(22_000, Not, Call::set_borrowing_restriction { borrower: GOVERNANCE, restricted: false }),
		(17_000, Not, Call::borrow { amount: 1 }),
		(24_000, Not, Call::decrease_borrower_debt { borrower: B0, amount: 1 }),
		(36_000, allocations, Call::set_borrower_allocations { changes }),
		(1_000, Not, Call::stake { amount: 0 }),
		(2_000, Not, Call::stake_for { staker: BOB, amount: 0 }),
		(3_000, Not, Call::claim_rewards { recipient: ALICE }),
		(4_000, Not, Call::transfer { recipient: BOB, amount: 0 }),
		(5_000, Not, Call::approve { spender: BOB, amount: 0 }),
		(6_000, Not, Call::increase_allowance { spender: BOB, added: 0 }),
		(7_000, Not, Call::decrease_allowance { spender: BOB, removed: 0 }),
		(8_000, Not, Call::transfer_from { owner: ALICE, recipient: BOB, amount: 0 }),
		(23_000, Not, Call::claim_rewards_for { staker: ALICE, recipient: ALICE }),
		// A request is charged for one shortfall at least.
		(30_000, WithShortfalls(1), Call::request_withdrawal { amount: 0 }),
		(31_000, WithShortfalls(0), Call::withdraw_stake { recipient: ALICE, amount: 0 }),
		(32_000, WithShortfalls(0), Call::withdraw_max_stake { recipient: ALICE }),
		(33_000, WithShortfalls(1), Call::withdraw_debt { recipient: ALICE, amount: 0 }),
		(34_000, WithShortfalls(1), Call::withdraw_max_debt { recipient: ALICE }),
		(37_000, WithShortfalls(1), Call::request_withdrawal_for { staker: BOB, amount: 0 }),
		(38_000, WithShortfalls(0), Call::withdraw_stake_for { staker: BOB, recipient: BOB, amount: 0 }),
		(39_000, WithShortfalls(1), Call::decrease_staker_debt { staker: BOB, amount: 0 }),
		// And settling somebody else for one more than it may apply, to find out where to stop.
		(40_000, WithShortfalls(1), Call::settle { staker: BOB }),
		(41_000, WithShortfalls(1), Call::failsafe_settle_inactive_to_epoch { max_epoch: 1 }),
		(25_000, Not, Call::failsafe_delete_inactive_balance {}),
		(9_000, Not, Call::set_epoch_parameters { interval: INTERVAL, offset: OFFSET }),
		(10_000, Not, Call::set_blackout_window { window: BLACKOUT }),
		(11_000, Not, Call::set_rewards_per_second { rate: 0 }),
		(12_000, Not, Call::grant_role { role, account }),
		(13_000, Not, Call::revoke_role { role, account }),
		(14_000, Not, Call::renounce_role { role }),
	]
}

/// The state for which [`calls`] is made: in epoch 1 the pool is short of 200; B0 owes too much, B1 does not. The
/// governance holds every role, some tokens and an allocation.
fn insolvent(test: impl FnOnce()) {
	ExtBuilder::default()
		.allocations(&[(B0, 5_000), (B1, 3_000), (GOVERNANCE, 1_000)])
		.stakes(&[(ALICE, 1_000), (BOB, 1_000)])
		.build_and_execute(|| {
			for role in [Role::ClaimOperator, Role::StakeOperator, Role::DebtOperator] {
				grant(role, GOVERNANCE);
			}
			borrow(B0, 1_000);
			borrow(B1, 200);
			request(ALICE, 1_000);
			frame_support::assert_ok!(Assets::transfer(signed(CAROL), USDC, GOVERNANCE, 1_000));
			enter_epoch(1);
			test();
		});
}

#[test]
fn the_charge_is_that_of_the_worst_case() {
	for limit in [1, 2, 77] {
		MaxShortfalls::set(limit);
		for (weight, grows, call) in calls() {
			let worst = match grows {
				Not => 0,
				// One more is read to find that there are too many.
				WithShortfalls(_) => u64::from(limit) + 1,
				WithBorrowers { listed, .. } => listed,
			};
			assert_eq!(
				call.get_dispatch_info().call_weight,
				Weight::from_parts(weight + worst, 0),
				"{call:?}"
			);
		}
	}
	MaxShortfalls::set(DEFAULT_MAX_SHORTFALLS);
}

#[test]
fn only_calls_with_unused_work_refund() {
	insolvent(|| {
		for (weight, grows, call) in calls() {
			let actual = RuntimeCall::from(call.clone()).dispatch(signed(GOVERNANCE)).unwrap().actual_weight;
			let used = match grows {
				Not => None,
				WithShortfalls(applied) => Some(applied),
				WithBorrowers { charged, .. } => charged,
			};
			assert_eq!(actual, used.map(|used| Weight::from_parts(weight + used, 0)), "{call:?}");
		}
	});
}

#[test]
fn marking_debt_is_charged_for_the_borrowers_looked_at() {
	for (list, looked_at) in [
		(vec![B0], 1),
		(vec![B0, B1, B2, BORROWER], 1),
		(vec![B2, B1, B0, B1], 3),
		(vec![B1, B1, B1, B1, B1, B1, B1, B0], 8),
	] {
		insolvent(|| {
			let listed = list.len() as u64;
			let call = RuntimeCall::from(Call::mark_debt { borrowers: list.try_into().unwrap() });
			assert_eq!(call.get_dispatch_info().call_weight, Weight::from_parts(35_000 + listed, 0));
			let actual = call.dispatch(signed(PAUPER)).unwrap().actual_weight;
			assert_eq!(actual, Some(Weight::from_parts(35_000 + looked_at, 0)));
		});
	}
}

#[test]
fn there_is_no_other_call() {
	use frame_support::traits::GetCallName;
	let mut names: Vec<_> = calls().iter().map(|(_, _, call)| call.get_call_name()).collect();
	names.sort();
	names.dedup();
	assert_eq!(names.len(), calls().len());
	assert_eq!(Call::get_call_names().len(), names.len());
}
