//! All calls with what they need, and a state in which each of them succeeds.

use super::support::{Call, C};
use crate::{mock::*, types::Role};
use frame_support::{assert_ok, traits::fungibles::Mutate, BoundedVec};
use sp_core::H256;
use tidepool_primitives::{ForcedTradeArgs, PositionId, StarkKey};
use Role::*;

/// Who may make a call.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Gate {
	/// Holders of a role.
	Of(Role),
	/// `CreateOrigin`.
	Create,
	/// `RecoveryOrigin`.
	Recover,
	/// `EmergencyOrigin`.
	Emergency,
}

use Gate::Of;

/// Keys: the first is on the list of A and the second is not, the third belongs to a stranger, the fourth to nobody.
fn on(number: u8) -> (StarkKey, PositionId) {
	(key(number), number.into())
}

/// The trade that A has queued, and others by their numbers.
pub(super) fn numbered_trade(nonce: u64) -> ForcedTradeArgs {
	ForcedTradeArgs { submission_expiration: OFFSET + 100 * DAY, nonce, ..trade(on(1), on(3)) }
}

fn hashes() -> Vec<H256> {
	vec![StarkProxy::args_hash(A, &numbered_trade(0))]
}

/// Every call, at least once; `close_proxy` is for `empty`, the others are for `proxy`. In the state of [`busy`] each of
/// them succeeds for A and C, if it is made by who may make it.
pub(super) fn every_call(proxy: u32, empty: u32) -> Vec<(Gate, Call)> {
	let mut calls = vec![
		(Gate::Create, Call::create_proxy { owner: STRANGER }),
		(Gate::Recover, Call::recover_ownership { proxy, new_owner: STRANGER }),
		(Gate::Emergency, Call::emergency_restrict { proxy }),
	];
	let of = |role: Role, of_role: Vec<Call>| of_role.into_iter().map(move |call| (Of(role), call));
	for role in Role::ALL {
		calls.extend(of(
			role.admin(),
			vec![
				Call::grant_role { proxy, role, account: newcomer(role) },
				Call::revoke_role { proxy, role, account: leaver(role) },
			],
		));
		calls.extend(of(role, vec![Call::renounce_role { proxy, role }]));
	}
	calls.extend(of(Owner, calls_of_owner(proxy, empty)));
	calls.extend(of(Borrower, calls_of_borrower(proxy)));
	calls.extend(of(ExchangeOperator, calls_of_exchange_operator(proxy)));
	calls.extend(of(WithdrawalOperator, calls_of_withdrawal_operator(proxy)));
	calls.extend(of(Guardian, calls_of_guardian(proxy)));
	let hashes = BoundedVec::truncate_from(hashes());
	calls.extend(of(VetoGuardian, vec![Call::guardian_veto_forced_trade_requests { proxy, hashes }]));
	calls
}

fn calls_of_owner(proxy: u32, empty: u32) -> Vec<Call> {
	let ((key, position), args) = (on(1), numbered_trade(0));
	vec![
		Call::close_proxy { proxy: empty },
		Call::allow_external_recipient { proxy, recipient: OTHER_STRANGER },
		Call::disallow_external_recipient { proxy, recipient: RECIPIENT },
		Call::allow_stark_key { proxy, key: on(2).0 },
		Call::disallow_stark_key { proxy, key },
		Call::set_staking_allowance { proxy, limit: Some(1) },
		Call::set_exchange_allowance { proxy, limit: Some(1) },
		Call::deposit_cancel { proxy, key, position },
		Call::deposit_reclaim { proxy, key, position },
		Call::forced_withdrawal_request { proxy, key, position, quantized_amount: 1 },
		Call::queue_forced_trade_request { proxy, args: numbered_trade(1) },
		Call::unqueue_forced_trade_request { proxy, args_hash: hashes()[0] },
		Call::forced_trade_request { proxy, args, signature: consent(&args, 3) },
	]
}

fn calls_of_borrower(proxy: u32) -> Vec<Call> {
	vec![
		Call::auto_pay_or_borrow { proxy },
		Call::borrow { proxy, amount: 1 },
		Call::repay_borrow { proxy, amount: 1 },
		Call::repay_debt { proxy, amount: 1 },
	]
}

fn calls_of_exchange_operator(proxy: u32) -> Vec<Call> {
	let ((key, position), signature) = (on(1), registration(&proxy_account(proxy), 4));
	vec![
		Call::register_user_on_exchange { proxy, key: on(4).0, signature },
		Call::deposit_to_exchange { proxy, key, position, quantized_amount: 1 },
		Call::withdraw_from_exchange { proxy, key },
	]
}

fn calls_of_withdrawal_operator(proxy: u32) -> Vec<Call> {
	let recipient = RECIPIENT;
	vec![
		Call::external_withdraw_token { proxy, recipient: recipient.clone(), amount: 1 },
		Call::external_withdraw_other_token { proxy, asset: OTHER, recipient: recipient.clone(), amount: 1 },
		Call::external_withdraw_native { proxy, recipient, amount: ED },
		Call::claim_rewards { proxy, cumulative_amount: 0, proof: BoundedVec::new() },
	]
}

fn calls_of_guardian(proxy: u32) -> Vec<Call> {
	let ((key, position), args) = (on(1), numbered_trade(0));
	vec![
		Call::increase_approved_amount { proxy, amount: 1, valid_for: None },
		Call::reset_approved_amount { proxy },
		Call::guardian_set_borrowing_restriction { proxy, restricted: true },
		Call::guardian_repay_borrow { proxy, max_amount: 1 },
		Call::guardian_repay_debt { proxy, max_amount: 1 },
		Call::guardian_withdraw_from_exchange { proxy, key },
		Call::guardian_forced_withdrawal_request { proxy, key, position, max_amount: 1 },
		Call::guardian_forced_trade_request { proxy, args, signature: consent(&args, 3) },
		Call::guardian_deposit_cancel { proxy, key, position },
		Call::guardian_deposit_reclaim { proxy, key, position },
	]
}

/// May hold `role`. Does not yet, unless it is a guardian: there is no third account that may.
fn newcomer(role: Role) -> AccountId {
	match role {
		Guardian => LONG,
		VetoGuardian => SHORT,
		_ => OTHER_STRANGER,
	}
}

/// Holds `role` besides others.
fn leaver(role: Role) -> AccountId {
	match role {
		Guardian => LONG,
		VetoGuardian => INSTANT,
		_ => OWNER_A,
	}
}

/// Holds nothing but `role`, for A and C.
pub(super) fn specialist(role: Role) -> AccountId {
	match role {
		Guardian => SHORT,
		VetoGuardian => INSTANT,
		_ => AccountId::new([100 + role as u8; 32]),
	}
}

/// The origin of the specialist.
pub(super) fn origin_of(role: Role) -> RuntimeOrigin {
	match role {
		Guardian => guardian(),
		VetoGuardian => veto_guardian(),
		_ => signed(&specialist(role)),
	}
}

/// An origin through which a gate lets a call pass.
pub(super) fn origin_for(gate: Gate) -> RuntimeOrigin {
	match gate {
		Of(role) => origin_of(role),
		Gate::Create => signed(&STRANGER),
		Gate::Recover => long_track(),
		Gate::Emergency => track::by(0),
	}
}

/// A state in which everything can be done with A, and C can be closed; both have a specialist for every role. It is
/// the blackout window of epoch 1. A has a loan of 360,000 and a debt of 40,000, and 1,000,000 units of its own.
pub(super) fn busy(test: impl FnOnce()) {
	ExtBuilder::default().owners(&[OWNER_A, OWNER_B, OWNER_A]).build_and_execute(|| {
		for proxy in [A, C] {
			appoint_specialists(proxy);
		}
		use_the_exchange();
		fall_into_debt();
		give_assets();
		enter_blackout(1);
		set_time(now() - WAITING);
		assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, numbered_trade(0)));
		assert_ok!(StarkProxy::deposit_cancel(owner(A), A, on(1).0, on(1).1));
		pass(WAITING);
		proxy_events();
		test();
	});
}

fn appoint_specialists(proxy: u32) {
	for role in Role::OF_BORROWER {
		assert_ok!(StarkProxy::grant_role(signed(&OWNER_A), proxy, role, specialist(role)));
		give_native(&specialist(role), 2 * DEPOSIT);
	}
	assert_ok!(StarkProxy::grant_role(guardian(), proxy, Guardian, LONG));
}

/// The first key of A has a position, a credited withdrawal and a pending deposit.
fn use_the_exchange() {
	borrow(A, 400_000);
	borrow(B, 600_000);
	let expected = (on(1), on(2), on(3));
	assert_eq!((registered(A, 1), register(A, 2), registered_to(&STRANGER, 3)), expected);
	move_to_exchange(A, on(1), 100_000);
	credit(on(1), 10_000);
	deposit(A, on(1), 5_000);
}

/// The pool fell short of 100,000, but governance lets A go on, and there is new stake.
fn fall_into_debt() {
	request(&S2, 100_000);
	enter_epoch(1);
	mark_debt(&[A, B]);
	assert_eq!((borrowed(A), debt(A)), (360_000, 40_000));
	set_pool_restriction(A, false);
	stake(&S1, 1_000_000);
}

fn give_assets() {
	allow_recipient(A);
	give(&proxy_account(A), 1_000_000);
	give_native(&proxy_account(A), 2 * ED);
	assert_ok!(Assets::mint_into(OTHER, &proxy_account(A), 2));
}
