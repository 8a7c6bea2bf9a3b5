//! Who may hold a role, how many, and who must (specification, sections 3.2 and 5.5).

use super::{roles::*, support::*};
use crate::{mock::*, types::Role, RoleCount};
use frame_support::{assert_noop, assert_ok};
use Role::*;

#[test]
fn guardians_must_be_timelocked() {
	ExtBuilder::default().build_and_execute(|| {
		let without_delay = everybody().into_iter().filter(|account| ![SHORT, LONG].contains(account));
		for account in without_delay {
			let outcome = dispatch(grant(Guardian, account.clone()), guardian());
			assert_eq!(outcome, Err(Error::NotTimelocked.into()), "{account:?}");
		}
		for account in [INSTANT, OWNER_A, STRANGER, GOVERNANCE, proxy_account(A), pool_account()] {
			assert_noop!(dispatch(grant(Guardian, account), guardian()), Error::NotTimelocked);
		}
		assert_ok!(dispatch(grant(Guardian, LONG), guardian()));
	});
}

#[test]
fn veto_guardians_must_belong_to_governance() {
	ExtBuilder::default().build_and_execute(|| {
		let outside = everybody().into_iter().filter(|account| ![INSTANT, SHORT, LONG].contains(account));
		for account in outside {
			let outcome = dispatch(grant(VetoGuardian, account.clone()), guardian());
			assert_eq!(outcome, Err(Error::NotTimelocked.into()), "{account:?}");
		}
		for account in [OWNER_A, STRANGER, GOVERNANCE, proxy_account(A), pool_account()] {
			assert_noop!(dispatch(grant(VetoGuardian, account), guardian()), Error::NotTimelocked);
		}
		for account in [SHORT, LONG] {
			assert_ok!(dispatch(grant(VetoGuardian, account), guardian()));
		}
	});
}

#[test]
fn proxies_hold_no_role() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::OF_BORROWER {
			for account in [proxy_account(A), proxy_account(B)] {
				assert_noop!(dispatch(grant(role, account), owner(A)), Error::InvalidAccount);
			}
		}
	});
}

#[test]
fn the_number_of_holders_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::OF_BORROWER {
			for (number, account) in [S1, S2, OTHER_STRANGER].into_iter().enumerate() {
				assert_eq!(RoleCount::<Test>::get(A, role), number as u32 + 1);
				assert_ok!(dispatch(grant(role, account), owner(A)));
			}
			assert_eq!(RoleCount::<Test>::get(A, role), DEFAULT_MAX_HOLDERS);
			assert_noop!(dispatch(grant(role, STRANGER), owner(A)), Error::TooManyHolders);
			// A holder stays one, and a place that is free can be taken.
			assert_ok!(dispatch(grant(role, S1), owner(A)));
			assert_ok!(dispatch(revoke(role, S1), owner(A)));
			assert_ok!(dispatch(grant(role, STRANGER), owner(A)));
		}
		MaxHoldersPerRole::set(1);
		for role in [Guardian, VetoGuardian] {
			assert_noop!(dispatch(grant(role, LONG), guardian()), Error::TooManyHolders);
		}
		MaxHoldersPerRole::set(DEFAULT_MAX_HOLDERS);
	});
}

#[test]
fn the_checks_of_a_grant_have_an_order() {
	ExtBuilder::default().build_and_execute(|| {
		MaxHoldersPerRole::set(1);
		// Role of the caller, holder already, timelock, proxy account, number of holders.
		assert_noop!(dispatch(grant(Guardian, proxy_account(A)), owner(A)), Error::MissingRole);
		assert_noop!(dispatch(grant(Guardian, SHORT), owner(A)), Error::MissingRole);
		assert_noop!(dispatch(grant(Guardian, proxy_account(A)), guardian()), Error::NotTimelocked);
		assert_ok!(dispatch(grant(Guardian, SHORT), guardian()));
		assert_noop!(dispatch(grant(Owner, proxy_account(A)), owner(A)), Error::InvalidAccount);
		assert_noop!(dispatch(grant(Owner, STRANGER), owner(A)), Error::TooManyHolders);
		assert_ok!(dispatch(grant(Owner, OWNER_A), owner(A)));
		MaxHoldersPerRole::set(DEFAULT_MAX_HOLDERS);
	});
}

#[test]
fn the_last_owner_and_the_last_guardian_stay() {
	ExtBuilder::default().build_and_execute(|| {
		for (role, holder, second) in [(Owner, OWNER_A, STRANGER), (Guardian, SHORT, LONG)] {
			let (origin, ..) = admin_and_candidate(role);
			assert_noop!(dispatch(revoke(role, holder.clone()), origin.clone()), Error::LastHolder);
			assert_noop!(dispatch(renounce(role), origin.clone()), Error::LastHolder);
			// One of two may go, whichever it is, and then the other may not.
			assert_ok!(dispatch(grant(role, second.clone()), origin.clone()));
			assert_ok!(dispatch(renounce(role), origin));
			let others = if role == Owner { signed(&second) } else { long_track() };
			assert_noop!(dispatch(revoke(role, second.clone()), others.clone()), Error::LastHolder);
			assert_noop!(dispatch(renounce(role), others.clone()), Error::LastHolder);
			// Who is not a holder can be revoked even then.
			assert_ok!(dispatch(revoke(role, holder), others));
		}
	});
}

#[test]
fn the_other_roles_may_become_empty() {
	ExtBuilder::default().build_and_execute(|| {
		for role in [VetoGuardian, Borrower, ExchangeOperator, WithdrawalOperator, DelegationAdmin] {
			let (origin, admin, _) = admin_and_candidate(role);
			let holder = if role == VetoGuardian { INSTANT } else { OWNER_A };
			assert_ok!(dispatch(revoke(role, holder.clone()), origin));
			assert_eq!(proxy_events(), [revoked(A, role, &holder, Some(&admin))]);
			assert!(!RoleCount::<Test>::contains_key(A, role), "a count of zero is not stored");
			assert_eq!(StarkProxy::role_members(A, role), []);
		}
		// Without delegation admin the owner makes itself one first.
		assert_noop!(dispatch(grant(Borrower, STRANGER), owner(A)), Error::MissingRole);
		assert_ok!(dispatch(grant(DelegationAdmin, OWNER_A), owner(A)));
		assert_ok!(dispatch(grant(Borrower, STRANGER), owner(A)));
	});
}
