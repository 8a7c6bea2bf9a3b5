//! Who may make which call (specification, section 3; invariants P8 and P9), from one table of all calls.

use super::{
	every_call::*,
	support::{everybody, rolled_back, Call, C},
};
use crate::{mock::*, types::Role};
use frame_support::{
	assert_noop,
	traits::{Contains, GetCallName},
};
use sp_runtime::DispatchError;
use std::collections::BTreeSet;
use Gate::Of;

/// A proxy that does not exist.
const NONE: u32 = 99;

/// The calls that need a role, with the role.
fn calls_with_role(proxy: u32, empty: u32) -> impl Iterator<Item = (Role, Call)> {
	every_call(proxy, empty).into_iter().filter_map(|(gate, call)| match gate {
		Of(role) => Some((role, call)),
		_ => None,
	})
}

#[test]
fn the_table_has_every_call() {
	busy(|| {
		let names = |calls: Vec<Call>| calls.iter().map(GetCallName::get_call_name).collect::<BTreeSet<_>>();
		let listed = names(every_call(A, C).into_iter().map(|(_, call)| call).collect());
		let existing = Call::get_call_names().iter().copied().collect::<BTreeSet<_>>();
		assert_eq!(listed, existing);
		assert_eq!(existing.len(), 41);
	});
}

#[test]
fn who_may_make_a_call_succeeds_with_it() {
	busy(|| {
		for (gate, call) in every_call(A, C) {
			let outcome = rolled_back(|| dispatch(call.clone(), origin_for(gate)));
			assert_eq!(outcome, Ok(()), "{call:?}");
		}
	});
}

#[test]
fn every_other_role_is_refused() {
	busy(|| {
		for role in Role::ALL {
			for (_, call) in calls_with_role(A, C).filter(|(needed, _)| *needed != role) {
				assert_noop!(dispatch(call, origin_of(role)), Error::MissingRole);
			}
		}
	});
}

#[test]
fn all_other_roles_together_are_refused() {
	busy(|| {
		// The owners hold all roles of the borrower's side for their own proxy, and the long track is a guardian.
		for (role, call) in calls_with_role(A, C) {
			if Role::OF_BORROWER.contains(&role) {
				for origin in [guardian(), veto_guardian(), long_track()] {
					assert_noop!(dispatch(call.clone(), origin), Error::MissingRole);
				}
			} else {
				assert_noop!(dispatch(call, owner(A)), Error::MissingRole);
			}
		}
	});
}

#[test]
fn a_role_of_another_proxy_does_not_count() {
	busy(|| {
		for (role, call) in calls_with_role(B, B) {
			if Role::OF_BORROWER.contains(&role) {
				assert_noop!(dispatch(call.clone(), owner(A)), Error::MissingRole);
				assert_noop!(dispatch(call, origin_of(role)), Error::MissingRole);
			}
		}
	});
}

#[test]
fn an_account_without_roles_is_refused() {
	busy(|| {
		for (_, call) in calls_with_role(A, C) {
			assert_noop!(dispatch(call, signed(&OTHER_STRANGER)), Error::MissingRole);
		}
	});
}

#[test]
fn a_proxy_that_does_not_exist_is_named_before_a_missing_role() {
	busy(|| {
		for (role, call) in calls_with_role(NONE, NONE) {
			for origin in [origin_of(role), signed(&OTHER_STRANGER)] {
				assert_noop!(dispatch(call.clone(), origin), Error::ProxyNotFound);
			}
		}
	});
}

#[test]
fn calls_with_a_role_need_an_account() {
	busy(|| {
		for proxy in [A, NONE] {
			for (_, call) in calls_with_role(proxy, proxy) {
				for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
					assert_noop!(dispatch(call.clone(), origin), DispatchError::BadOrigin);
				}
			}
		}
	});
}

#[test]
fn a_wrong_signature_is_named_before_everything_else() {
	busy(|| {
		for proxy in [A, NONE] {
			for (_, call) in calls_with_role(proxy, proxy) {
				for signer in [INSTANT, SHORT, LONG] {
					assert_noop!(dispatch(call.clone(), signed(&signer)), DispatchError::BadOrigin);
				}
			}
		}
	});
}

#[test]
fn no_signature_does_what_governance_may() {
	busy(|| {
		let of_governance = every_call(A, C).into_iter().filter(|(gate, _)| match gate {
			Of(role) => !Role::OF_BORROWER.contains(role),
			gate => *gate != Gate::Create,
		});
		for (gate, call) in of_governance {
			for signer in everybody() {
				let refusal = match gate {
					Of(_) if !Tracks::contains(&signer) => Error::MissingRole.into(),
					_ => DispatchError::BadOrigin,
				};
				assert_eq!(dispatch(call.clone(), signed(&signer)), Err(refusal), "{call:?} by {signer:?}");
			}
		}
		assert_eq!(proxy_events(), []);
	});
}

#[test]
fn recovery_and_emergency_have_one_origin_each() {
	busy(|| {
		for (gate, call) in every_call(A, C) {
			let others = match gate {
				Gate::Emergency => [track::by(1), track::by(2)],
				Gate::Recover => [track::by(0), track::by(1)],
				_ => continue,
			};
			for origin in others.into_iter().chain([RuntimeOrigin::root(), RuntimeOrigin::none()]) {
				assert_noop!(dispatch(call.clone(), origin), DispatchError::BadOrigin);
			}
		}
	});
}

#[test]
fn a_revoked_role_is_gone_at_once() {
	busy(|| {
		for role in Role::OF_BORROWER {
			let specialist = specialist(role);
			let revoke = Call::revoke_role { proxy: A, role, account: specialist.clone() };
			frame_support::assert_ok!(dispatch(revoke, owner(A)));
			for (_, call) in calls_with_role(A, A).filter(|(needed, _)| *needed == role) {
				assert_noop!(dispatch(call, signed(&specialist)), Error::MissingRole);
			}
		}
	});
}
