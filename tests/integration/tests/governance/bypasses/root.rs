//! Becoming root, and what only root can do: new code first of all.

use crate::attempts::*;
use frame_support::{assert_noop, assert_ok, storage::storage_prefix, traits::Hooks};
use frame_system::{Call as SystemCall, Error as SystemError};
use pallet_liquidity_staking::{types::Role, Call as PoolCall};
use pallet_timelock::TrackId;
use pallet_utility::Call as UtilityCall;
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError::BadOrigin,
	MultiAddress,
};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{
	configs::timelock::LongAccount, LiquidityStaking, Runtime, RuntimeCall, Scheduler, System, Timelock,
};

const LONG: Caller = Caller::Track(TrackId::Long);

fn code() -> Vec<u8> {
	b"new code".to_vec()
}

fn authorize() -> RuntimeCall {
	SystemCall::<Runtime>::authorize_upgrade { code_hash: BlakeTwo256::hash(&code()) }.into()
}

fn grant() -> RuntimeCall {
	PoolCall::<Runtime>::grant_role { role: Role::Owner, account: LongAccount::get() }.into()
}

/// Each way to nest a call in another one that its caller may make.
fn wrapped(call: RuntimeCall) -> Vec<RuntimeCall> {
	let calls = vec![call.clone()];
	let (main, fallback) = (Box::new(call.clone()), Box::new(call));
	vec![batch_all(calls), UtilityCall::<Runtime>::if_else { main, fallback }.into()]
}

#[test]
fn only_the_long_track_authorizes_an_upgrade() {
	on_development_chain(|| {
		for caller in everybody_but(&[LONG]) {
			assert_refused(caller, authorize(), BadOrigin);
		}
		assert_eq!(try_as(LONG, authorize()), Ok(()));
		let authorized = System::authorized_upgrade().expect("just authorized");
		assert_eq!(*authorized.code_hash(), BlakeTwo256::hash(&code()));
	});
}

#[test]
fn a_wrapped_call_does_not_become_root() {
	on_development_chain(|| {
		for call in wrapped(authorize()) {
			assert_refused(LONG, call, BadOrigin);
		}
		for call in wrapped(grant()) {
			assert_refused(LONG, call, pallet_liquidity_staking::Error::<Runtime>::MissingRole);
		}
		for calls in [vec![authorize()], vec![grant()], vec![authorize(), grant()]] {
			for lenient in
				[UtilityCall::<Runtime>::batch { calls: calls.clone() }, UtilityCall::force_batch { calls }]
			{
				let id = queue(TrackId::Long, lenient);
				set_time(now() + Timelock::delay(TrackId::Long));
				assert_operation_achieves_nothing(id);
			}
		}
		assert_eq!(try_as(LONG, grant()), Ok(()));
		assert!(LiquidityStaking::has_role(Role::Owner, LongAccount::get()));
	});
}

#[test]
fn code_and_storage_are_written_by_nobody() {
	on_development_chain(|| {
		let code_key = sp_core::storage::well_known_keys::CODE.to_vec();
		let roles = storage_prefix(b"StarkProxy", b"RoleMembers").to_vec();
		let calls: Vec<SystemCall<Runtime>> = vec![
			SystemCall::set_code { code: code() },
			SystemCall::set_code_without_checks { code: code() },
			SystemCall::authorize_upgrade_without_checks { code_hash: H256::repeat_byte(1) },
			SystemCall::set_storage { items: vec![(code_key.clone(), code())] },
			SystemCall::kill_storage { keys: vec![code_key] },
			SystemCall::kill_prefix { prefix: roles, subkeys: 100 },
			SystemCall::set_heap_pages { pages: 1 },
		];
		for call in calls {
			for caller in EVERYBODY {
				assert_refused(caller, call.clone(), BadOrigin);
			}
			for wrapped in wrapped(call.into()) {
				assert_refused(LONG, wrapped, BadOrigin);
			}
		}
	});
}

#[test]
fn only_the_authorized_code_is_applied() {
	on_development_chain(|| {
		let apply =
			|code| attempt(&named("Ferdie"), SystemCall::<Runtime>::apply_authorized_upgrade { code });
		assert_noop!(apply(code()), SystemError::<Runtime>::NothingAuthorized);
		assert_eq!(try_as(LONG, authorize()), Ok(()));
		assert_noop!(apply(b"other code".to_vec()), SystemError::<Runtime>::Unauthorized);
	});
}

/// Scheduling keeps the origin, and the task of a track is not root.
#[test]
fn a_scheduled_upgrade_is_not_authorized() {
	on_development_chain(|| {
		let when = System::block_number() + 10;
		let (maybe_periodic, priority) = (None, 0);
		let call = Box::new(authorize());
		let schedule = pallet_scheduler::Call::<Runtime>::schedule { when, maybe_periodic, priority, call };
		assert_eq!(try_as(LONG, schedule), Ok(()));
		System::set_block_number(when);
		<Scheduler as Hooks<_>>::on_initialize(when);
		System::assert_has_event(
			pallet_scheduler::Event::<Runtime>::Dispatched {
				task: (when, 0),
				id: None,
				result: Err(BadOrigin),
			}
			.into(),
		);
		assert!(System::authorized_upgrade().is_none());
	});
}

#[test]
fn nobody_moves_or_makes_money_by_force() {
	on_development_chain(|| {
		let who = || MultiAddress::Id(named("Ferdie"));
		let force_transfer = pallet_balances::Call::<Runtime>::force_transfer {
			source: MultiAddress::Id(LiquidityStaking::rewards_treasury()),
			dest: who(),
			value: 1,
		};
		let set_balance = pallet_balances::Call::<Runtime>::force_set_balance { who: who(), new_free: 1 };
		for call in [force_transfer, set_balance] {
			for caller in EVERYBODY {
				assert_refused(caller, call.clone(), BadOrigin);
			}
		}
	});
}

/// Whoever names the team of USDC can take the pool: only the Short track can, after its delay.
#[test]
fn only_the_short_track_changes_the_team_of_an_asset() {
	on_development_chain(|| {
		let ferdie = || MultiAddress::Id(named("Ferdie"));
		let call = pallet_assets::Call::<Runtime>::force_asset_status {
			id: 1,
			owner: ferdie(),
			issuer: ferdie(),
			admin: ferdie(),
			freezer: ferdie(),
			min_balance: 1,
			is_sufficient: true,
			is_frozen: false,
		};
		let right = Caller::Track(TrackId::Short);
		for caller in everybody_but(&[right]) {
			assert_refused(caller, call.clone(), BadOrigin);
		}
		probe(|| assert_eq!(try_as(right, call), Ok(())));
	});
}

/// The delays are measured by the clock.
#[test]
fn nobody_turns_the_clock() {
	on_development_chain(|| {
		let id = queue(TrackId::Long, authorize());
		let forward = pallet_timestamp::Call::<Runtime>::set { now: (now() + 180) * 1_000 };
		for caller in EVERYBODY {
			assert_refused(caller, forward.clone(), BadOrigin);
		}
		assert_ok!(cancel(id));
	});
}
