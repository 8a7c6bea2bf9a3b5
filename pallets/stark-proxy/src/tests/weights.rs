//! Every call is charged with its own weight, for the worst case, and gives back what it did not use.

use super::{every_call::*, support::*};
use crate::{mock::*, types::Role};
use frame_support::{
	assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	traits::GetCallName,
	weights::Weight,
};
use sp_core::H256;
use sp_runtime::traits::Dispatchable;

/// The weight that the runtime of the tests gives each call without lists.
const PLAIN: [(&str, u64); 36] = [
	("create_proxy", 1_001),
	("grant_role", 1_002),
	("revoke_role", 1_003),
	("renounce_role", 1_004),
	("allow_external_recipient", 1_005),
	("disallow_external_recipient", 1_006),
	("allow_stark_key", 1_007),
	("disallow_stark_key", 1_008),
	("set_staking_allowance", 1_009),
	("set_exchange_allowance", 1_010),
	// The more expensive one of its two.
	("auto_pay_or_borrow", 1_012),
	("borrow", 1_013),
	("repay_borrow", 1_014),
	("repay_debt", 1_015),
	("register_user_on_exchange", 1_016),
	("deposit_to_exchange", 1_017),
	("withdraw_from_exchange", 1_018),
	("deposit_cancel", 1_019),
	("deposit_reclaim", 1_020),
	("forced_withdrawal_request", 1_021),
	("unqueue_forced_trade_request", 1_022),
	("forced_trade_request", 1_023),
	("external_withdraw_token", 1_024),
	("external_withdraw_other_token", 1_025),
	("external_withdraw_native", 1_026),
	("increase_approved_amount", 1_027),
	("reset_approved_amount", 1_028),
	("guardian_set_borrowing_restriction", 1_029),
	("guardian_repay_borrow", 1_030),
	("guardian_repay_debt", 1_031),
	("guardian_withdraw_from_exchange", 1_032),
	("guardian_forced_withdrawal_request", 1_033),
	("guardian_forced_trade_request", 1_034),
	("guardian_deposit_cancel", 1_035),
	("guardian_deposit_reclaim", 1_036),
	("emergency_restrict", 1_037),
];

/// Those whose weight grows: in the state of [`busy`] what they are charged before, and what after, if that differs.
///
/// The base comes first, then the lengths of the lists. A proxy has up to 7 * 4 holders and 3 * 3 entries, of which recovery
/// removes 5 * 4 and 2 * 3.
const GROWING: [(&str, u64, Option<u64>); 5] = [
	("close_proxy", 1_028_009, Some(1_013_000)),
	// Two holders for each of five roles, one recipient and one trade.
	("recover_ownership", 2_020_006, Some(2_010_002)),
	// The queue has room.
	("queue_forced_trade_request", 1_039, Some(1_038)),
	("claim_rewards", 4_000, None),
	("guardian_veto_forced_trade_requests", 5_001, None),
];

fn charged(call: &Call) -> Weight {
	call.get_dispatch_info().call_weight
}

fn made(call: Call, origin: RuntimeOrigin) -> DispatchResultWithPostInfo {
	RuntimeCall::from(call).dispatch(origin)
}

/// What a call that succeeds is charged in the end; `None` if that is what it was charged before.
#[track_caller]
fn used(call: Call, origin: RuntimeOrigin) -> Option<Weight> {
	made(call, origin).expect("the call succeeds").actual_weight
}

fn weight(value: u64) -> Weight {
	Weight::from_parts(value, 0)
}

#[test]
fn every_call_is_charged_for_the_worst_case() {
	busy(|| {
		for (_, call) in every_call(A, C) {
			let name = call.get_call_name();
			let plain = PLAIN.iter().find(|(plain, _)| *plain == name).map(|(_, weight)| *weight);
			let growing = GROWING.iter().find(|(growing, ..)| *growing == name).map(|(_, worst, _)| *worst);
			let expected = plain.xor(growing).expect("every call is in one of the tables");
			assert_eq!(charged(&call), weight(expected), "{name}");
		}
	});
}

#[test]
fn what_was_not_used_is_given_back() {
	busy(|| {
		for (gate, call) in every_call(A, C) {
			let name = call.get_call_name();
			let expected = match name {
				"auto_pay_or_borrow" => Some(1_011),
				_ => GROWING.iter().find(|(growing, ..)| *growing == name).and_then(|(_, _, used)| *used),
			};
			let actual = rolled_back(|| used(call, origin_for(gate)));
			assert_eq!(actual, expected.map(weight), "{name}");
		}
	});
}

#[test]
fn the_worst_case_follows_the_bounds() {
	let (owner, proxy) = (STRANGER, A);
	let calls = [Call::close_proxy { proxy }, Call::recover_ownership { proxy, new_owner: owner }];
	MaxHoldersPerRole::set(64);
	MaxRecipients::set(32);
	MaxStarkKeys::set(16);
	MaxQueuedForcedTrades::set(10);
	let weights = calls.map(|call| charged(&call));
	// A mistake of the runtime does not overflow.
	MaxHoldersPerRole::set(u32::MAX);
	MaxRecipients::set(u32::MAX);
	assert_eq!(crate::Pallet::<Test>::most_holders(), u32::MAX);
	assert_eq!(crate::Pallet::<Test>::most_entries(), u32::MAX);
	assert_eq!(crate::Pallet::<Test>::most_recovered_holders(), u32::MAX);
	assert_eq!(crate::Pallet::<Test>::most_recovered_entries(), u32::MAX);
	MaxHoldersPerRole::set(DEFAULT_MAX_HOLDERS);
	MaxRecipients::set(3);
	MaxStarkKeys::set(3);
	MaxQueuedForcedTrades::set(3);
	assert_eq!(weights, [weight(1_448_058), weight(2_320_042)]);
}

#[test]
fn closing_and_recovering_are_charged_for_what_they_remove() {
	ExtBuilder::default().owners(&[OWNER_A, OWNER_B, OWNER_A]).build_and_execute(|| {
		let close = || Call::close_proxy { proxy: C };
		let recover = || Call::recover_ownership { proxy: C, new_owner: OWNER_A };
		let owner = || signed(&OWNER_A);
		assert_eq!(rolled_back(|| used(close(), owner())), Some(weight(1_007_000)));
		assert_eq!(rolled_back(|| used(recover(), long_track())), Some(weight(2_005_000)));
		assert_ok!(StarkProxy::grant_role(owner(), C, Role::Borrower, STRANGER));
		assert_ok!(StarkProxy::grant_role(guardian(), C, Role::VetoGuardian, LONG));
		for recipient in [RECIPIENT, STRANGER] {
			assert_ok!(StarkProxy::allow_external_recipient(owner(), C, recipient));
		}
		let signature = registration(&proxy_account(C), 1);
		assert_ok!(StarkProxy::register_user_on_exchange(owner(), C, key(1), signature));
		assert_ok!(StarkProxy::allow_stark_key(owner(), C, key(1)));
		for nonce in 0..3 {
			assert_ok!(StarkProxy::queue_forced_trade_request(owner(), C, numbered_trade(nonce)));
		}
		// Nine holders, two recipients, one key, three trades; recovery leaves the guardians and the key.
		assert_eq!(rolled_back(|| used(close(), owner())), Some(weight(1_009_006)));
		assert_eq!(rolled_back(|| used(recover(), long_track())), Some(weight(2_006_005)));
	});
}

#[test]
fn queueing_pays_for_a_look_at_the_queue_only_if_that_is_full() {
	ExtBuilder::default().build_and_execute(|| {
		registered(A, 1);
		let queue = |nonce| Call::queue_forced_trade_request { proxy: A, args: numbered_trade(nonce) };
		for nonce in [0, 1, 2, 2] {
			assert_eq!(used(queue(nonce), owner(A)), Some(weight(1_038)));
		}
		pass(WAITING + GRACE + 1);
		assert_eq!(used(queue(3), owner(A)), None);
		assert_eq!(info(A).queued_trades, 1, "the others had expired");
	});
}

#[test]
fn auto_pay_is_charged_for_what_it_did() {
	let auto = || Call::auto_pay_or_borrow { proxy: A };
	ExtBuilder::default().build_and_execute(|| {
		enter_blackout(0);
		assert_eq!(used(auto(), owner(A)), Some(weight(1_011)));
		// Nothing is left to do.
		assert_eq!(used(auto(), owner(A)), Some(weight(1_012)));
	});
	ExtBuilder::default().build_and_execute(|| {
		borrow(A, 400_000);
		request(&S2, 750_000);
		enter_blackout(0);
		assert_eq!(used(auto(), owner(A)), Some(weight(1_012)));
	});
}

#[test]
fn lists_are_charged_by_their_length() {
	for length in 0..=4usize {
		let list = || vec![H256::zero(); length].try_into().expect("at most four");
		let claim = Call::claim_rewards { proxy: A, cumulative_amount: 0, proof: list() };
		assert_eq!(charged(&claim), weight(4_000 + length as u64));
		let veto = Call::guardian_veto_forced_trade_requests { proxy: A, hashes: list() };
		assert_eq!(charged(&veto), weight(5_000 + length as u64));
	}
}

#[test]
fn a_refused_call_is_charged_in_full() {
	busy(|| {
		for (_, call) in every_call(A, C) {
			let refusal = made(call.clone(), RuntimeOrigin::none()).expect_err("nobody may");
			assert_eq!(refusal.post_info.actual_weight, None, "{call:?}");
		}
	});
}
