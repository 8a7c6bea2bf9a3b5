//! Acting for the account of a track as its proxy or as one of several signatories.

use super::powers::restrict;
use crate::attempts::*;
use frame_support::assert_noop;
use pallet_multisig::Call as MultisigCall;
use pallet_proxy::Call as ProxyCall;
use pallet_timelock::TrackId;
use sp_runtime::{DispatchError::BadOrigin, MultiAddress};
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{configs::accounts::ProxyType, AccountId, Runtime, RuntimeCall, StarkProxy, System};

const TRACKS: [Caller; 3] =
	[Caller::Track(TrackId::Instant), Caller::Track(TrackId::Short), Caller::Track(TrackId::Long)];

#[test]
fn nobody_is_a_proxy_of_a_track() {
	with_pool(|| {
		for account in track_accounts() {
			let real = MultiAddress::Id(account);
			let call = Box::new(restrict(A));
			let act = ProxyCall::<Runtime>::proxy {
				real: real.clone(),
				force_proxy_type: None,
				call: call.clone(),
			};
			let delegate = MultiAddress::Id(named("Ferdie"));
			let announced =
				ProxyCall::<Runtime>::proxy_announced { delegate, real, force_proxy_type: None, call };
			for call in [act, announced] {
				assert_refused(Caller::Anybody, call, pallet_proxy::Error::<Runtime>::NotProxy);
			}
		}
	});
}

/// A track does not sign, so it appoints nobody and makes no accounts.
#[test]
fn a_track_cannot_appoint_a_proxy() {
	with_pool(|| {
		let (proxy_type, delegate) = (ProxyType::Any, MultiAddress::Id(named("Ferdie")));
		let calls: [ProxyCall<Runtime>; 2] = [
			ProxyCall::add_proxy { delegate, proxy_type, delay: 0 },
			ProxyCall::create_pure { proxy_type, delay: 0, index: 0 },
		];
		for call in calls {
			for track in TRACKS {
				assert_refused(track, call.clone(), BadOrigin);
				assert_refused(track, batch_all(vec![call.clone().into()]), BadOrigin);
			}
		}
	});
}

/// The account of a multisig is a hash of its signatories, and not one of theirs.
#[test]
fn a_multisig_with_a_track_is_not_that_track() {
	with_pool(|| {
		for account in track_accounts() {
			let other_signatories = vec![account];
			let call = Box::new(restrict(A));
			let joint = MultisigCall::<Runtime>::as_multi_threshold_1 { other_signatories, call };
			assert_noop!(attempt(&named("Ferdie"), joint), pallet_stark_proxy::Error::<Runtime>::MissingRole);
		}
	});
}

#[test]
fn a_track_signs_no_multisig() {
	with_pool(|| {
		let mut signatories = vec![named("Ferdie"), alice()];
		signatories.sort();
		let other_signatories = signatories;
		let call: Box<RuntimeCall> = Box::new(restrict(A));
		let joint = MultisigCall::<Runtime>::as_multi {
			threshold: 2,
			other_signatories,
			maybe_timepoint: None,
			call,
			max_weight: INNER_WEIGHT,
		};
		for track in TRACKS {
			assert_refused(track, joint.clone(), BadOrigin);
		}
	});
}

/// The council as people: all members together in a multisig are still people.
#[test]
fn the_members_together_in_a_multisig_have_no_power() {
	with_pool(|| {
		let mut members: Vec<AccountId> = MEMBERS.map(named).to_vec();
		members.sort();
		for (index, member) in members.iter().enumerate() {
			let others = members.iter().filter(|other| *other != member).cloned().collect();
			let maybe_timepoint = (index > 0).then(|| pallet_multisig::Timepoint {
				height: System::block_number(),
				index: System::extrinsic_index().unwrap_or_default(),
			});
			let joint = MultisigCall::<Runtime>::as_multi {
				threshold: 5,
				other_signatories: others,
				maybe_timepoint,
				call: Box::new(restrict(A)),
				max_weight: ANY_WEIGHT,
			};
			assert_eq!(attempt(member, joint), Ok(()));
		}
		let missing_role = pallet_stark_proxy::Error::<Runtime>::MissingRole.into();
		let refused = System::events().into_iter().any(|record| {
			matches!(
				record.event,
				tidepool_runtime::RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. })
					if result == Err(missing_role)
			)
		});
		assert!(refused && !StarkProxy::is_borrowing_restricted(A));
	});
}
