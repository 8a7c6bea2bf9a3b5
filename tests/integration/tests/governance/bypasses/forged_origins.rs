//! Forging an origin with the calls of pallet-utility that choose one.

use super::powers::*;
use crate::attempts::*;
use frame_support::assert_noop;
use frame_system::RawOrigin;
use pallet_stark_proxy::Call as ProxyCall;
use pallet_timelock::{Origin, TrackId};
use pallet_utility::Call as UtilityCall;
use sp_core::H256;
use sp_runtime::DispatchError::BadOrigin;
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{configs::timelock::ShortAccount, OriginCaller, Runtime, RuntimeCall, StarkProxy};

type ProxyError = pallet_stark_proxy::Error<Runtime>;

/// Origins worth forging, each with something to do.
fn forgeries() -> Vec<(OriginCaller, RuntimeCall)> {
	let storage =
		frame_system::Call::<Runtime>::set_storage { items: vec![(b"key".to_vec(), b"value".to_vec())] };
	let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: named("Ferdie") };
	vec![
		(Origin::Track(TrackId::Short).into(), restrict(A)),
		(Origin::Track(TrackId::Long).into(), recover.into()),
		(RawOrigin::Root.into(), storage.into()),
		(RawOrigin::Signed(ShortAccount::get()).into(), restrict(A)),
		(RawOrigin::Signed(owner(A)).into(), ProxyCall::<Runtime>::borrow { proxy: A, amount: 1 }.into()),
	]
}

/// Both ways to dispatch with a forged origin.
fn forging_calls() -> Vec<RuntimeCall> {
	let calls = |(origin, call): (OriginCaller, RuntimeCall)| {
		let (as_origin, call) = (Box::new(origin), Box::new(call));
		let fallible = UtilityCall::dispatch_as_fallible { as_origin: as_origin.clone(), call: call.clone() };
		[UtilityCall::<Runtime>::dispatch_as { as_origin, call }, fallible].map(RuntimeCall::from)
	};
	forgeries().into_iter().flat_map(calls).collect()
}

/// A call that the Long track makes as root, if it is alone.
fn listed() -> RuntimeCall {
	frame_system::Call::<Runtime>::authorize_upgrade { code_hash: H256::repeat_byte(1) }.into()
}

#[test]
fn nobody_dispatches_as_somebody_else() {
	with_pool(|| {
		for forging in forging_calls() {
			for caller in EVERYBODY {
				assert_refused(caller, forging.clone(), BadOrigin);
			}
		}
	});
}

#[test]
fn what_would_be_forged_works_with_the_true_origin() {
	with_pool(|| {
		for (origin, call) in forgeries() {
			// A track never signs, so there is no such origin to begin with.
			if origin == RawOrigin::Signed(ShortAccount::get()).into() {
				continue;
			}
			probe(|| assert_eq!(dispatch_with(origin.into(), call.clone()), Ok(()), "{call:?}"));
		}
	});
}

#[test]
fn a_batch_with_a_call_for_root_forges_nothing() {
	with_pool(|| {
		for forging in forging_calls() {
			for calls in [vec![listed(), forging.clone()], vec![forging.clone(), listed()]] {
				assert_refused(Caller::Track(TrackId::Long), batch_all(calls.clone()), BadOrigin);
				for lenient in
					[UtilityCall::batch { calls: calls.clone() }, UtilityCall::force_batch { calls }]
				{
					let id = queue(TrackId::Long, lenient);
					set_time(now() + tidepool_runtime::Timelock::delay(TrackId::Long));
					assert_operation_achieves_nothing(id);
				}
			}
			let (main, fallback) = (Box::new(listed()), Box::new(forging));
			assert_refused(Caller::Track(TrackId::Long), UtilityCall::if_else { main, fallback }, BadOrigin);
		}
	});
}

#[test]
fn nobody_claims_another_weight() {
	with_pool(|| {
		for call in [listed(), restrict(A)] {
			let call = UtilityCall::with_weight { call: Box::new(call), weight: ANY_WEIGHT };
			for caller in EVERYBODY {
				assert_refused(caller, call.clone(), BadOrigin);
			}
		}
	});
}

#[test]
fn tracks_and_the_council_derive_no_accounts() {
	with_pool(|| {
		let derived = UtilityCall::<Runtime>::as_derivative { index: 0, call: Box::new(restrict(A)) };
		for caller in [Caller::Council, Caller::Track(TrackId::Short), Caller::Track(TrackId::Long)] {
			assert_refused(caller, derived.clone(), BadOrigin);
		}
	});
}

/// Nobody comes near the account of a track: what is derived is a hash.
#[test]
fn a_derived_account_is_no_guardian() {
	with_pool(|| {
		for index in [0, 1, 2, u16::MAX] {
			let derived = UtilityCall::<Runtime>::as_derivative { index, call: Box::new(restrict(A)) };
			assert_noop!(attempt(&named("Ferdie"), derived), ProxyError::MissingRole);
		}
	});
}

#[test]
fn every_wrapper_keeps_the_origin_of_its_caller() {
	with_pool(|| {
		let call = || Box::new(restrict(A));
		for wrapper in [
			UtilityCall::batch_all { calls: vec![restrict(A)] },
			UtilityCall::if_else { main: call(), fallback: call() },
		] {
			assert_noop!(attempt(&owner(A), wrapper.clone()), ProxyError::MissingRole);
			assert_refused(Caller::Council, wrapper.clone(), BadOrigin);
			assert_refused(Caller::Track(TrackId::Instant), wrapper.clone(), ProxyError::MissingRole);
			probe(|| {
				assert_eq!(try_as(Caller::Track(TrackId::Short), wrapper), Ok(()));
				assert!(StarkProxy::is_borrowing_restricted(A));
			});
		}
	});
}
