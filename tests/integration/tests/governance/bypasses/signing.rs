//! Acting as a guardian without being carried out by the timelock: by signing, as root, with any other origin.

use super::powers::*;
use crate::attempts::*;
use frame_support::{
	assert_noop,
	traits::{GetCallMetadata, GetCallName},
};
use frame_system::RawOrigin;
use pallet_collective::Instance1;
use pallet_liquidity_staking::{types::Role as PoolRole, Call as PoolCall};
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::TrackId;
use sp_runtime::DispatchError::{self, BadOrigin};
use std::collections::BTreeSet;
use tidepool_integration_tests::{borrowers::*, common::*};
use tidepool_runtime::{AccountId, Runtime, RuntimeCall, RuntimeOrigin};

type ProxyError = pallet_stark_proxy::Error<Runtime>;

/// What a pallet like Sudo would produce for `sudo_as`, and a derived account that happened to be that of a track.
#[test]
fn the_account_of_a_track_never_signs_for_a_role() {
	with_powers(|powers| {
		let (of_short, of_nobody) = pool_calls();
		let renounce = PoolCall::<Runtime>::renounce_role { role: PoolRole::Owner };
		let create = ProxyCall::<Runtime>::create_proxy { owner: named("Ferdie") };
		let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: named("Ferdie") };
		let own = [renounce.into(), create.into(), recover.into()];
		for call in powers.all().into_iter().chain(of_short).chain(of_nobody).chain(own) {
			for track in TrackId::ALL {
				assert_refused(Caller::Signing(track), call.clone(), BadOrigin);
			}
		}
	});
}

#[test]
fn nobody_but_the_right_track_uses_the_powers_of_a_guardian() {
	with_powers(|powers| {
		for (right, calls) in
			[(TrackId::Short, powers.guardian.clone()), (TrackId::Instant, vec![powers.veto.clone()])]
		{
			for call in calls {
				for caller in everybody_but(&[Caller::Track(right)]) {
					assert_refused(caller, call.clone(), refusal_of_proxy(caller));
				}
			}
		}
	});
}

#[test]
fn nobody_but_the_right_track_uses_the_roles_of_the_pool() {
	with_powers(|_| {
		let (of_short, of_nobody) = pool_calls();
		for caller in EVERYBODY {
			let calls = if caller == Caller::Track(TrackId::Short) {
				of_nobody.clone()
			} else {
				all(&of_short, &of_nobody)
			};
			for call in calls {
				// Root, which the Long track is for these two, may change the roles of the pool.
				let is_repair = matches!(
					call,
					RuntimeCall::LiquidityStaking(PoolCall::grant_role { .. } | PoolCall::revoke_role { .. })
				);
				if !(is_repair && caller == Caller::Track(TrackId::Long)) {
					assert_refused(caller, call, refusal_of_pool(caller));
				}
			}
		}
	});
}

fn all(some: &[RuntimeCall], others: &[RuntimeCall]) -> Vec<RuntimeCall> {
	[some, others].concat()
}

/// Every account on the chain, and the ones that others are derived from.
fn accounts() -> BTreeSet<AccountId> {
	let holders = pallet_assets::Account::<Runtime>::iter_keys().map(|(_, account)| account);
	let derived = track_accounts().map(|account| pallet_utility::derivative_account_id(account, 0));
	frame_system::Account::<Runtime>::iter_keys().chain(holders).chain(derived).collect()
}

/// P8 of the proxies: a guardian's power never shows under a signed origin.
#[test]
fn no_signer_at_all_is_a_guardian() {
	with_powers(|powers| {
		let accounts = accounts();
		assert!(accounts.len() > 20 && track_accounts().iter().all(|account| accounts.contains(account)));
		for call in powers.all() {
			for account in &accounts {
				let error: DispatchError = match track_accounts().contains(account) {
					true => BadOrigin,
					false => ProxyError::MissingRole.into(),
				};
				assert_noop!(attempt(account, call.clone()), error);
			}
		}
	});
}

fn origins_without_an_account() -> [RuntimeOrigin; 4] {
	let council = |origin: pallet_collective::RawOrigin<AccountId, Instance1>| RuntimeOrigin::from(origin);
	[
		RawOrigin::Root.into(),
		RawOrigin::None.into(),
		council(pallet_collective::RawOrigin::Members(5, 5)),
		council(pallet_collective::RawOrigin::Member(named("Alice"))),
	]
}

#[test]
fn root_and_the_council_are_no_guardians() {
	with_powers(|powers| {
		for call in powers.all() {
			for origin in origins_without_an_account() {
				assert_noop!(dispatch_with(origin, call.clone()), BadOrigin);
			}
		}
	});
}

#[test]
fn the_restriction_without_a_delay_is_switched_off() {
	with_powers(|_| {
		let restrict = || ProxyCall::<Runtime>::emergency_restrict { proxy: A };
		for caller in EVERYBODY {
			assert_refused(caller, restrict(), BadOrigin);
		}
		assert_noop!(dispatch_with(RawOrigin::Root.into(), restrict()), BadOrigin);
	});
}

/// A pallet that is added later must be looked at here first.
#[test]
fn the_pallets_with_calls_are_known_and_none_is_sudo() {
	let known = [
		"System",
		"Timestamp",
		"Grandpa",
		"Balances",
		"Assets",
		"Session",
		"Validators",
		"Council",
		"Preimage",
		"Scheduler",
		"Timelock",
		"Utility",
		"Multisig",
		"Proxy",
		"LiquidityStaking",
		"StarkProxy",
		"StarkExchange",
	];
	let with_calls = RuntimeCall::get_module_names().iter().copied();
	let with_calls: BTreeSet<_> =
		with_calls.filter(|name| !RuntimeCall::get_call_names(name).is_empty()).collect();
	assert_eq!(with_calls, BTreeSet::from(known));
	// Of a pallet that dispatches for others, a call that is new must be tried as a bypass as well.
	assert_eq!(
		pallet_utility::Call::<Runtime>::get_call_names(),
		[
			"batch",
			"as_derivative",
			"batch_all",
			"dispatch_as",
			"force_batch",
			"with_weight",
			"if_else",
			"dispatch_as_fallible"
		]
	);
}
