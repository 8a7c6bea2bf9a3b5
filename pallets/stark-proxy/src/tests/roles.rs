//! Roles and their administration (specification, sections 3 and 5.5). Who may make which call is in
//! `role_matrix`, who may hold which role in `role_limits`.

use super::support::*;
use crate::{mock::*, types::Role, RoleCount};
use frame_support::{assert_noop, assert_ok};
use Role::*;

pub(super) fn grant(role: Role, account: AccountId) -> Call {
	Call::grant_role { proxy: A, role, account }
}

pub(super) fn revoke(role: Role, account: AccountId) -> Call {
	Call::revoke_role { proxy: A, role, account }
}

pub(super) fn renounce(role: Role) -> Call {
	Call::renounce_role { proxy: A, role }
}

/// The administrator of a role in a new proxy, and an account that may hold it and does not.
pub(super) fn admin_and_candidate(role: Role) -> (RuntimeOrigin, AccountId, AccountId) {
	match role {
		Guardian | VetoGuardian => (guardian(), SHORT, LONG),
		_ => (owner(A), OWNER_A, STRANGER),
	}
}

#[test]
fn each_role_has_its_administrator() {
	for (role, admin) in [
		(Guardian, Guardian),
		(VetoGuardian, Guardian),
		(Owner, Owner),
		(DelegationAdmin, Owner),
		(Borrower, DelegationAdmin),
		(ExchangeOperator, DelegationAdmin),
		(WithdrawalOperator, DelegationAdmin),
	] {
		assert_eq!(role.admin(), admin);
		assert_eq!(StarkProxy::role_admin(role), admin);
		assert_eq!(role.is_indispensable(), role == Guardian || role == Owner);
	}
}

#[test]
fn every_role_is_granted_and_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::ALL {
			let (origin, admin, candidate) = admin_and_candidate(role);
			assert_ok!(dispatch(grant(role, candidate.clone()), origin.clone()));
			assert_eq!(proxy_events(), [granted(A, role, &candidate, Some(&admin))]);
			assert!(StarkProxy::has_role(A, role, candidate.clone()));
			assert_eq!(RoleCount::<Test>::get(A, role), 2);
			assert_ok!(dispatch(revoke(role, candidate.clone()), origin));
			assert_eq!(proxy_events(), [revoked(A, role, &candidate, Some(&admin))]);
			assert!(!StarkProxy::has_role(A, role, candidate));
			assert_eq!(RoleCount::<Test>::get(A, role), 1);
		}
	});
}

#[test]
fn granting_and_revoking_again_change_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::ALL {
			let (origin, _, candidate) = admin_and_candidate(role);
			frame_support::assert_storage_noop!(assert_ok!(dispatch(
				revoke(role, candidate.clone()),
				origin.clone()
			)));
			assert_ok!(dispatch(grant(role, candidate.clone()), origin.clone()));
			proxy_events();
			frame_support::assert_storage_noop!(assert_ok!(dispatch(grant(role, candidate), origin)));
			assert_eq!(proxy_events(), []);
		}
	});
}

#[test]
fn nobody_who_could_not_hold_a_role_needs_to_be_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		for (role, origin) in [(Guardian, guardian()), (VetoGuardian, guardian()), (Owner, owner(A))] {
			for account in [STRANGER, proxy_account(A), proxy_account(B)] {
				assert_ok!(dispatch(revoke(role, account), origin.clone()));
			}
		}
		assert_eq!(proxy_events(), []);
	});
}

#[test]
fn holders_renounce_their_own_role_only() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::OF_BORROWER {
			assert_noop!(dispatch(renounce(role), signed(&STRANGER)), Error::MissingRole);
			assert_ok!(dispatch(grant(role, STRANGER), owner(A)));
			proxy_events();
			assert_ok!(dispatch(renounce(role), signed(&STRANGER)));
			assert_eq!(proxy_events(), [revoked(A, role, &STRANGER, Some(&STRANGER))]);
			assert!(StarkProxy::has_role(A, role, OWNER_A));
			assert_noop!(dispatch(renounce(role), signed(&STRANGER)), Error::MissingRole);
		}
		assert_ok!(dispatch(renounce(VetoGuardian), veto_guardian()));
		assert_eq!(proxy_events(), [revoked(A, VetoGuardian, &INSTANT, Some(&INSTANT))]);
	});
}

#[test]
fn an_owner_removes_any_other_owner_and_any_delegation_admin() {
	ExtBuilder::default().build_and_execute(|| {
		for role in [Owner, DelegationAdmin] {
			assert_ok!(dispatch(grant(role, STRANGER), owner(A)));
		}
		// A delegation admin does not remove another one, nor itself but by renouncing.
		assert_ok!(dispatch(revoke(Owner, OWNER_A), signed(&STRANGER)));
		assert_noop!(dispatch(revoke(DelegationAdmin, STRANGER), owner(A)), Error::MissingRole);
		assert_ok!(dispatch(revoke(DelegationAdmin, OWNER_A), signed(&STRANGER)));
		assert_noop!(dispatch(grant(Borrower, S1), owner(A)), Error::MissingRole);
	});
}

#[test]
fn no_role_includes_another() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(grant(Owner, STRANGER), owner(A)));
		let stranger = || signed(&STRANGER);
		assert_noop!(StarkProxy::borrow(stranger(), A, 1), Error::MissingRole);
		assert_noop!(dispatch(grant(Borrower, STRANGER), stranger()), Error::MissingRole);
		assert_ok!(dispatch(grant(DelegationAdmin, STRANGER), stranger()));
		assert_noop!(StarkProxy::borrow(stranger(), A, 1), Error::MissingRole);
		assert_ok!(dispatch(grant(Borrower, STRANGER), stranger()));
		assert_ok!(StarkProxy::borrow(stranger(), A, 1));
	});
}

#[test]
fn a_role_belongs_to_one_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(grant(Borrower, OWNER_B), owner(A)));
		assert_ok!(StarkProxy::borrow(owner(B), A, 1));
		assert_noop!(StarkProxy::borrow(owner(A), B, 1), Error::MissingRole);
		assert_ok!(dispatch(revoke(Borrower, OWNER_B), owner(A)));
		assert_ok!(StarkProxy::borrow(owner(B), B, 1));
	});
}

#[test]
fn a_track_holds_roles_by_what_it_carries_out_only() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(grant(Borrower, LONG), owner(A)));
		assert_noop!(StarkProxy::borrow(signed(&LONG), A, 1), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(StarkProxy::borrow(long_track(), A, 1));
	});
}
