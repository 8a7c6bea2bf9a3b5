//! Every call is charged with its own weight, for the worst case.

use super::*;
use crate::types::Role;
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Call = crate::Call<Test>;

/// The weight that the mock runtime gives each call.
fn calls() -> Vec<(u64, Call)> {
	let (role, account) = (Role::Owner, ALICE);
	vec![
		(1_000, Call::stake { amount: 0 }),
		(2_000, Call::stake_for { staker: BOB, amount: 0 }),
		(3_000, Call::claim_rewards { recipient: ALICE }),
		(4_000, Call::transfer { recipient: BOB, amount: 0 }),
		(5_000, Call::approve { spender: BOB, amount: 0 }),
		(6_000, Call::increase_allowance { spender: BOB, added: 0 }),
		(7_000, Call::decrease_allowance { spender: BOB, removed: 0 }),
		(8_000, Call::transfer_from { owner: ALICE, recipient: BOB, amount: 0 }),
		(9_000, Call::set_epoch_parameters { interval: INTERVAL, offset: OFFSET }),
		(10_000, Call::set_blackout_window { window: BLACKOUT }),
		(11_000, Call::set_rewards_per_second { rate: 0 }),
		(12_000, Call::grant_role { role, account }),
		(13_000, Call::revoke_role { role, account }),
		(14_000, Call::renounce_role { role }),
		(20_000, Call::request_withdrawal { amount: 0 }),
		(30_000, Call::withdraw_stake { recipient: ALICE, amount: 0 }),
		(40_000, Call::withdraw_max_stake { recipient: ALICE }),
	]
}

#[test]
fn the_charge_is_that_of_the_worst_case() {
	for limit in [1, 2, 77] {
		MaxShortfalls::set(limit);
		for (weight, call) in calls() {
			let worst = if weight >= 20_000 { weight + u64::from(limit) } else { weight };
			assert_eq!(call.get_dispatch_info().call_weight, Weight::from_parts(worst, 0), "{call:?}");
		}
	}
	MaxShortfalls::set(DEFAULT_MAX_SHORTFALLS);
}

#[test]
fn only_calls_that_settle_shortfalls_refund() {
	ExtBuilder::default().build_and_execute(|| {
		for (weight, call) in calls() {
			let caller = if (9_000..15_000).contains(&weight) { GOVERNANCE } else { ALICE };
			let actual = RuntimeCall::from(call.clone()).dispatch(signed(caller)).unwrap().actual_weight;
			// A request is charged for one shortfall at least.
			let least = u64::from(matches!(call, Call::request_withdrawal { .. }));
			let refunded = (weight >= 20_000).then(|| Weight::from_parts(weight + least, 0));
			assert_eq!(actual, refunded, "{call:?}");
		}
	});
}

#[test]
fn there_is_no_other_call() {
	use frame_support::traits::GetCallName;
	assert_eq!(Call::get_call_names().len(), calls().len());
}
