//! Roles and their administration (scenario 51; specification, section 5.8).

use super::*;
use crate::{types::Role, RoleMembers};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;

const ALL: [Role; 7] = [
	Role::Owner,
	Role::EpochParameters,
	Role::RewardsRate,
	Role::BorrowerAdmin,
	Role::ClaimOperator,
	Role::StakeOperator,
	Role::DebtOperator,
];

fn granted(role: Role, account: AccountId, by: Option<AccountId>) -> Event {
	Event::RoleGranted { role, account, by }
}

fn revoked(role: Role, account: AccountId, by: Option<AccountId>) -> Event {
	Event::RoleRevoked { role, account, by }
}

/// The calls that need a role, with arguments that are wrong in every state.
fn wrong_calls(caller: RuntimeOrigin) -> [(Role, DispatchResult); 4] {
	let twice = vec![(None, 0), (None, 0)].try_into().unwrap();
	[
		(Role::EpochParameters, LiquidityStaking::set_epoch_parameters(caller.clone(), 0, u64::MAX)),
		(Role::EpochParameters, LiquidityStaking::set_blackout_window(caller.clone(), 0)),
		(Role::RewardsRate, LiquidityStaking::set_rewards_per_second(caller.clone(), u128::MAX)),
		(Role::BorrowerAdmin, LiquidityStaking::set_borrower_allocations(caller, twice)),
	]
}

#[test]
fn genesis_gives_governance_the_first_four_roles() {
	ExtBuilder::default().build_and_execute(|| {
		for (number, role) in ALL.into_iter().enumerate() {
			assert_eq!(LiquidityStaking::has_role(role, GOVERNANCE), number < 4);
			assert!(!LiquidityStaking::has_role(role, ALICE));
		}
	});
}

#[test]
fn an_owner_grants_and_revokes_every_role() {
	ExtBuilder::default().build_and_execute(|| {
		for role in ALL {
			assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), role, ALICE));
			assert_eq!(pool_events(), [granted(role, ALICE, Some(GOVERNANCE))]);
			assert!(LiquidityStaking::has_role(role, ALICE));
			assert_ok!(LiquidityStaking::revoke_role(signed(GOVERNANCE), role, ALICE));
			assert_eq!(pool_events(), [revoked(role, ALICE, Some(GOVERNANCE))]);
			assert!(!LiquidityStaking::has_role(role, ALICE));
		}
	});
}

#[test]
fn root_grants_and_revokes_every_role() {
	ExtBuilder::default().build_and_execute(|| {
		for role in ALL {
			assert_ok!(LiquidityStaking::grant_role(RuntimeOrigin::root(), role, ALICE));
			assert_eq!(pool_events(), [granted(role, ALICE, None)]);
			assert_ok!(LiquidityStaking::revoke_role(RuntimeOrigin::root(), role, ALICE));
			assert_eq!(pool_events(), [revoked(role, ALICE, None)]);
		}
	});
}

#[test]
fn granting_and_revoking_are_idempotent() {
	ExtBuilder::default().build_and_execute(|| {
		let role = Role::ClaimOperator;
		assert_ok!(LiquidityStaking::revoke_role(signed(GOVERNANCE), role, ALICE));
		assert_eq!(pool_events(), []);
		assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), role, ALICE));
		pool_events();
		assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), role, ALICE));
		assert_ok!(LiquidityStaking::grant_role(RuntimeOrigin::root(), role, ALICE));
		assert_eq!(pool_events(), []);
		assert_ok!(LiquidityStaking::renounce_role(signed(BOB), role));
		assert_eq!(pool_events(), []);
		assert!(LiquidityStaking::has_role(role, ALICE));
	});
}

#[test]
fn only_owners_grant_and_revoke() {
	ExtBuilder::default().build_and_execute(|| {
		for role in &ALL[1..] {
			assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), *role, ALICE));
		}
		for caller in [ALICE, BOB] {
			for role in ALL {
				assert_noop!(LiquidityStaking::grant_role(signed(caller), role, BOB), Error::MissingRole);
				assert_noop!(
					LiquidityStaking::revoke_role(signed(caller), role, GOVERNANCE),
					Error::MissingRole
				);
			}
		}
	});
}

#[test]
fn a_role_has_any_number_of_members() {
	ExtBuilder::default().build_and_execute(|| {
		for account in [ALICE, BOB, CAROL] {
			assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), Role::RewardsRate, account));
		}
		for account in [ALICE, BOB, CAROL, GOVERNANCE] {
			assert_ok!(LiquidityStaking::set_rewards_per_second(signed(account), 1));
		}
		assert_eq!(RoleMembers::<Test>::iter_prefix(Role::RewardsRate).count(), 4);
	});
}

#[test]
fn a_new_owner_may_remove_the_old_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), Role::Owner, ALICE));
		assert_ok!(LiquidityStaking::revoke_role(signed(ALICE), Role::Owner, GOVERNANCE));
		assert_noop!(
			LiquidityStaking::grant_role(signed(GOVERNANCE), Role::Owner, GOVERNANCE),
			Error::MissingRole
		);
		// It keeps what it holds besides.
		assert_ok!(LiquidityStaking::set_rewards_per_second(signed(GOVERNANCE), 1));
	});
}

#[test]
fn members_renounce_their_own_role_only() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), Role::RewardsRate, ALICE));
		pool_events();
		assert_ok!(LiquidityStaking::renounce_role(signed(ALICE), Role::RewardsRate));
		assert_eq!(pool_events(), [revoked(Role::RewardsRate, ALICE, Some(ALICE))]);
		assert!(LiquidityStaking::has_role(Role::RewardsRate, GOVERNANCE));
		assert_noop!(LiquidityStaking::set_rewards_per_second(signed(ALICE), 1), Error::MissingRole);
	});
}

#[test]
fn the_last_owner_may_leave_and_root_remains() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(LiquidityStaking::renounce_role(signed(GOVERNANCE), Role::Owner));
		assert_eq!(RoleMembers::<Test>::iter_prefix(Role::Owner).count(), 0);
		assert_noop!(
			LiquidityStaking::grant_role(signed(GOVERNANCE), Role::Owner, GOVERNANCE),
			Error::MissingRole
		);
		assert_ok!(LiquidityStaking::grant_role(RuntimeOrigin::root(), Role::Owner, BOB));
		assert_ok!(LiquidityStaking::grant_role(signed(BOB), Role::ClaimOperator, CAROL));
	});
}

#[test]
fn a_missing_role_is_named_before_anything_else() {
	for start in [OFFSET - 1, OFFSET, OFFSET + INTERVAL - 1] {
		ExtBuilder::default().start(start).build_and_execute(|| {
			for (_, result) in wrong_calls(signed(ALICE)) {
				assert_eq!(result, Err(Error::MissingRole.into()));
			}
		});
	}
}

#[test]
fn every_call_needs_its_own_role_and_no_other() {
	for role in ALL {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(LiquidityStaking::grant_role(signed(GOVERNANCE), role, ALICE));
			for (needed, result) in wrong_calls(signed(ALICE)) {
				assert_eq!(result == Err(Error::MissingRole.into()), role != needed, "{role:?} {needed:?}");
				assert!(result.is_err());
			}
		});
	}
}

#[test]
fn role_calls_need_an_account() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			for (_, result) in wrong_calls(origin.clone()) {
				assert_eq!(result, Err(DispatchError::BadOrigin));
			}
			assert_noop!(LiquidityStaking::renounce_role(origin, Role::Owner), DispatchError::BadOrigin);
		}
		let nobody = RuntimeOrigin::none();
		assert_noop!(
			LiquidityStaking::grant_role(nobody.clone(), Role::Owner, ALICE),
			DispatchError::BadOrigin
		);
		assert_noop!(
			LiquidityStaking::revoke_role(nobody, Role::Owner, GOVERNANCE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn calls_of_stakers_and_borrowers_need_a_signature() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let calls = [
				LiquidityStaking::stake(origin.clone(), 0),
				LiquidityStaking::stake_for(origin.clone(), ALICE, 0),
				LiquidityStaking::request_withdrawal(origin.clone(), 0).map(|_| ()).map_err(|e| e.error),
				LiquidityStaking::withdraw_stake(origin.clone(), ALICE, 0).map(|_| ()).map_err(|e| e.error),
				LiquidityStaking::withdraw_max_stake(origin.clone(), ALICE).map(|_| ()).map_err(|e| e.error),
				LiquidityStaking::claim_rewards(origin.clone(), ALICE),
				LiquidityStaking::transfer(origin.clone(), ALICE, 0),
				LiquidityStaking::approve(origin.clone(), ALICE, 0),
				LiquidityStaking::increase_allowance(origin.clone(), ALICE, 0),
				LiquidityStaking::decrease_allowance(origin.clone(), ALICE, 0),
				LiquidityStaking::transfer_from(origin.clone(), ALICE, BOB, 0),
				LiquidityStaking::withdraw_debt(origin.clone(), ALICE, 0).map(|_| ()).map_err(|e| e.error),
				LiquidityStaking::withdraw_max_debt(origin.clone(), ALICE).map(|_| ()).map_err(|e| e.error),
				LiquidityStaking::borrow(origin.clone(), 1),
				LiquidityStaking::repay_borrow(origin.clone(), ALICE, 1),
				LiquidityStaking::repay_debt(origin, ALICE, 1),
			];
			for result in calls {
				assert_eq!(result, Err(DispatchError::BadOrigin));
			}
		}
	});
}

#[test]
fn the_numbers_of_the_roles_are_fixed() {
	for (number, role) in ALL.into_iter().enumerate() {
		assert_eq!(role.encode(), [number as u8]);
	}
}
