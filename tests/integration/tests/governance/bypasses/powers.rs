//! The powers that a delay stands before: calls that would all succeed if their caller were the right one.

use crate::attempts::*;
use frame_support::assert_ok;
use pallet_liquidity_staking::{types::Role as PoolRole, Call as PoolCall};
use pallet_stark_proxy::{types::Role, Call as ProxyCall};
use pallet_timelock::TrackId;
use sp_core::H256;
use sp_runtime::DispatchError;
use tidepool_integration_tests::{borrowers::*, common::*, exchange::*, production::DAY};
use tidepool_primitives::ForcedTradeArgs;
use tidepool_runtime::{
	configs::timelock::{InstantAccount, LongAccount, ShortAccount},
	LiquidityStaking, Runtime, RuntimeCall, StarkProxy,
};

type Calls = Vec<RuntimeCall>;
type ProxyError = pallet_stark_proxy::Error<Runtime>;
type PoolError = pallet_liquidity_staking::Error<Runtime>;

/// The calls of the guardians at this moment.
pub struct Powers {
	/// What only the guardian can do.
	pub guardian: Calls,
	/// What only the veto guardian can do.
	pub veto: RuntimeCall,
}

impl Powers {
	pub fn all(&self) -> Calls {
		let mut calls = self.guardian.clone();
		calls.push(self.veto.clone());
		calls
	}
}

/// Runs `test` on a chain on which a borrower is in such a state that every guardian call makes sense: it has debt,
/// tokens, equity, a credited withdrawal, a deposit whose cancellation is old enough, and a queued trade.
pub fn with_powers(test: impl FnOnce(&Powers)) {
	with_pool(|| {
		borrow(A, 400_000);
		let place = registered(A, 1);
		let (key, position) = place;
		move_to_exchange(A, place, 100_000);
		update(|batch| batch.withdrawals.try_push((key, position, 10_000)).expect("fits"));
		let deposit = ProxyCall::deposit_to_exchange { proxy: A, key, position, quantized_amount: 50_000 };
		assert_ok!(act(A, deposit));
		assert_ok!(act(A, ProxyCall::deposit_cancel { proxy: A, key, position }));
		let trader = registered_to(&named("Dave"), 2);
		request(&s1(), 250_000);
		request(&s2(), 500_000);
		set_time(epoch_start(EPOCH + 1));
		mark_debt(&[A]);
		assert_eq!(StarkProxy::debt_balance(A), 150_000);

		set_time(now() + 2 * DAY);
		let args = trade(place, trader, now() + 30 * DAY);
		assert_ok!(act(A, ProxyCall::queue_forced_trade_request { proxy: A, args }));
		let hash = StarkProxy::forced_trade_args_hash(A, args);
		test(&Powers { guardian: guardian_calls(place, args), veto: veto(A, hash) });
	});
}

/// A trade in which the first place sells to the second.
pub fn trade(
	(key_a, position_a): Place,
	(key_b, position_b): Place,
	submission_expiration: u64,
) -> ForcedTradeArgs {
	ForcedTradeArgs {
		key_a,
		key_b,
		position_a,
		position_b,
		synthetic_asset_id: 1,
		amount_collateral: 1_000,
		amount_synthetic: 5,
		a_is_buying_synthetic: false,
		submission_expiration,
		nonce: 1,
	}
}

pub fn veto(proxy: u32, hash: H256) -> RuntimeCall {
	let hashes = vec![hash].try_into().expect("one");
	ProxyCall::<Runtime>::guardian_veto_forced_trade_requests { proxy, hashes }.into()
}

pub fn restrict(proxy: u32) -> RuntimeCall {
	ProxyCall::<Runtime>::guardian_set_borrowing_restriction { proxy, restricted: true }.into()
}

pub fn grant(role: Role, account: tidepool_runtime::AccountId) -> RuntimeCall {
	ProxyCall::<Runtime>::grant_role { proxy: A, role, account }.into()
}

fn guardian_calls((key, position): Place, args: ForcedTradeArgs) -> Calls {
	use ProxyCall::*;
	let proxy = A;
	let calls: Vec<ProxyCall<Runtime>> = vec![
		increase_approved_amount { proxy, amount: 1_000, valid_for: None },
		reset_approved_amount { proxy },
		guardian_set_borrowing_restriction { proxy, restricted: true },
		guardian_repay_borrow { proxy, max_amount: 1 },
		guardian_repay_debt { proxy, max_amount: 1 },
		guardian_withdraw_from_exchange { proxy, key },
		guardian_forced_withdrawal_request { proxy, key, position, max_amount: u64::MAX },
		guardian_forced_trade_request { proxy, args, signature: consent(2, args) },
		guardian_deposit_cancel { proxy, key, position },
		guardian_deposit_reclaim { proxy, key, position },
		grant_role { proxy, role: Role::Guardian, account: LongAccount::get() },
		grant_role { proxy, role: Role::VetoGuardian, account: ShortAccount::get() },
		revoke_role { proxy, role: Role::VetoGuardian, account: InstantAccount::get() },
	];
	calls.into_iter().map(RuntimeCall::from).collect()
}

/// The calls of the pool that need a role; the first ones need one that the Short track holds, the others one that
/// nobody does.
pub fn pool_calls() -> (Calls, Calls) {
	use PoolCall::*;
	let (staker, borrower) = (s1(), StarkProxy::proxy_account(A));
	let of_short: Vec<PoolCall<Runtime>> = vec![
		set_epoch_parameters { interval: 600, offset: DEVELOPMENT_OFFSET },
		set_blackout_window { window: LiquidityStaking::blackout_window() },
		set_rewards_per_second { rate: 7 },
		set_borrower_allocations { changes: vec![(Some(borrower.clone()), 4_000)].try_into().expect("one") },
		set_borrowing_restriction { borrower: borrower.clone(), restricted: false },
		grant_role { role: PoolRole::DebtOperator, account: named("Ferdie") },
		revoke_role { role: PoolRole::Owner, account: ShortAccount::get() },
	];
	let of_nobody: Vec<PoolCall<Runtime>> = vec![
		request_withdrawal_for { staker: staker.clone(), amount: 1 },
		withdraw_stake_for { staker: staker.clone(), recipient: named("Ferdie"), amount: 1 },
		claim_rewards_for { staker: staker.clone(), recipient: named("Ferdie") },
		decrease_staker_debt { staker, amount: 1 },
		decrease_borrower_debt { borrower, amount: 1 },
	];
	(calls(of_short), calls(of_nobody))
}

fn calls(calls: Vec<PoolCall<Runtime>>) -> Calls {
	calls.into_iter().map(RuntimeCall::from).collect()
}

/// Why `caller`, who has no role, is refused by a proxy.
pub fn refusal_of_proxy(caller: Caller) -> DispatchError {
	refusal(caller, ProxyError::MissingRole.into())
}

/// Why `caller`, who has no role, is refused by the pool.
pub fn refusal_of_pool(caller: Caller) -> DispatchError {
	refusal(caller, PoolError::MissingRole.into())
}

/// Who is nobody's account cannot even be asked for a role.
fn refusal(caller: Caller, missing_role: DispatchError) -> DispatchError {
	match caller {
		Caller::Council | Caller::Signing(_) => DispatchError::BadOrigin,
		_ => missing_role,
	}
}

#[test]
fn the_guardians_can_do_all_this_after_their_delay() {
	with_powers(|powers| {
		for call in &powers.guardian {
			probe(|| assert_eq!(try_as(Caller::Track(TrackId::Short), call.clone()), Ok(()), "{call:?}"));
		}
		probe(|| assert_eq!(try_as(Caller::Track(TrackId::Instant), powers.veto.clone()), Ok(())));
		for call in pool_calls().0 {
			// Some are refused in a blackout, which the delay must not end in.
			assert!(!LiquidityStaking::in_blackout_window());
			probe(|| assert_eq!(try_as(Caller::Track(TrackId::Short), call.clone()), Ok(()), "{call:?}"));
		}
	});
}
