//! Unused weight of calls that settle shortfalls is refunded exactly (specification, section 2.8).

use super::*;
use crate::types::Role;
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Call = crate::Call<Test>;

/// The call, its weight without shortfalls and the least number that it is charged for. Bob makes all of them.
fn calls() -> [(u64, u64, Call); 7] {
	[
		(33_000, 1, Call::withdraw_debt { recipient: BOB, amount: 0 }),
		(34_000, 1, Call::withdraw_max_debt { recipient: BOB }),
		(37_000, 1, Call::request_withdrawal_for { staker: BOB, amount: 0 }),
		(38_000, 0, Call::withdraw_stake_for { staker: BOB, recipient: BOB, amount: 0 }),
		(39_000, 1, Call::decrease_staker_debt { staker: BOB, amount: 0 }),
		(40_000, 1, Call::settle { staker: BOB }),
		(41_000, 1, Call::failsafe_settle_inactive_to_epoch { max_epoch: 2 }),
	]
}

/// Bob has `count` shortfalls open, of which a call may apply 5. Epoch 2 at the earliest.
fn with_shortfalls(count: u32, test: impl FnOnce()) {
	with_halvings(count, 5, || {
		grant(Role::StakeOperator, BOB);
		grant(Role::DebtOperator, BOB);
		enter_epoch(u64::from(count).max(2));
		test();
	});
}

/// The weight charged in advance and the one left after the call.
fn weights(call: Call) -> (Weight, Option<Weight>) {
	let call = RuntimeCall::from(call);
	(call.get_dispatch_info().call_weight, call.dispatch(signed(BOB)).unwrap().actual_weight)
}

#[test]
fn every_call_is_charged_for_the_shortfalls_it_applied() {
	for (base, least, call) in calls() {
		for open in 0..=5 {
			with_shortfalls(open, || {
				// These may read one more, to find out where to stop.
				let applied = match call {
					Call::failsafe_settle_inactive_to_epoch { .. } => open.min(2) + 1,
					Call::settle { .. } => open + 1,
					_ => open,
				};
				let (charged, actual) = weights(call.clone());
				assert_eq!(charged, Weight::from_parts(base + 6, 0), "{call:?}");
				let expected = Weight::from_parts(base + u64::from(applied).max(least), 0);
				assert_eq!(actual, Some(expected), "{call:?} with {open}");
				// Once settled there is nothing more to apply.
				assert_eq!(weights(call.clone()).1, Some(Weight::from_parts(base + least, 0)));
			});
		}
	}
}

#[test]
fn a_settlement_in_several_calls_is_charged_for_each_of_them() {
	with_shortfalls(5, || {
		MaxShortfalls::set(2);
		for applied in [2, 2, 1, 0] {
			let (charged, actual) = weights(Call::settle { staker: BOB });
			assert_eq!(charged, Weight::from_parts(40_003, 0));
			assert_eq!(actual, Some(Weight::from_parts(40_001 + applied, 0)));
		}
	});
}

#[test]
fn an_account_that_was_emptied_is_not_charged_for_later_shortfalls() {
	with_shortfalls(1, || {
		withdraw(BOB, 800);
		for epoch in 3..=4 {
			request(ALICE, 100);
			enter_epoch(epoch);
			inject_shortfall(50);
		}
		let (_, actual) = weights(Call::settle { staker: BOB });
		assert_eq!(actual, Some(Weight::from_parts(40_001, 0)));
	});
}
