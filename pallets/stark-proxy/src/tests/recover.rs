//! How a proxy gets a new owner (specification, section 5.3).

use super::{every_call::numbered_trade, support::*};
use crate::{
	mock::*,
	types::{ProxyInfo, Role},
	AllowedRecipients, AllowedStarkKeys, QueuedForcedTrades, RoleCount, RoleMembers,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn recover(proxy: u32, new_owner: AccountId) -> Call {
	Call::recover_ownership { proxy, new_owner }
}

fn holders(proxy: u32, role: Role) -> Vec<AccountId> {
	let mut holders = StarkProxy::role_members(proxy, role);
	holders.sort();
	holders
}

/// A has several holders of each role, entries in all lists, limits, an approval and a restriction.
fn full(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::grant_role(guardian(), A, Role::Guardian, LONG));
		assert_ok!(StarkProxy::grant_role(guardian(), A, Role::VetoGuardian, SHORT));
		for role in Role::OF_BORROWER {
			assert_ok!(StarkProxy::grant_role(owner(A), A, role, OTHER_STRANGER));
		}
		for recipient in [RECIPIENT, OTHER_STRANGER] {
			assert_ok!(StarkProxy::allow_external_recipient(owner(A), A, recipient));
		}
		registered(A, 1);
		register(A, 2);
		for nonce in 0..3 {
			assert_ok!(StarkProxy::queue_forced_trade_request(owner(A), A, numbered_trade(nonce)));
		}
		assert_ok!(StarkProxy::set_staking_allowance(owner(A), A, Some(11)));
		assert_ok!(StarkProxy::set_exchange_allowance(owner(A), A, Some(12)));
		assert_ok!(StarkProxy::increase_approved_amount(guardian(), A, 13, Some(14)));
		set_restriction(A, true);
		// Another proxy, to which nothing happens.
		allow_recipient(B);
		proxy_events();
		test();
	});
}

#[test]
fn the_new_owner_is_the_only_holder_of_the_five_roles() {
	full(|| {
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		for role in Role::OF_BORROWER {
			assert_eq!(holders(A, role), [STRANGER]);
			assert_eq!(RoleCount::<Test>::get(A, role), 1);
		}
		assert_noop!(StarkProxy::set_staking_allowance(owner(A), A, None), Error::MissingRole);
		assert_ok!(StarkProxy::set_staking_allowance(signed(&STRANGER), A, None));
	});
}

#[test]
fn the_guardians_stay() {
	full(|| {
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		assert_eq!(holders(A, Role::Guardian), [SHORT, LONG]);
		assert_eq!(holders(A, Role::VetoGuardian), [INSTANT, SHORT]);
	});
}

#[test]
fn recipients_approval_and_queue_go_and_everything_else_stays() {
	full(|| {
		let before = info(A);
		assert_eq!((before.recipients, before.stark_keys, before.queued_trades), (2, 1, 3));
		assert_eq!((before.approved_amount, before.approval_expires_at), (13, Some(OFFSET + 14)));
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		assert_eq!(
			info(A),
			ProxyInfo {
				recipients: 0,
				queued_trades: 0,
				approved_amount: 0,
				approval_expires_at: None,
				deposit: None,
				borrowing_restricted: true,
				staking_allowance: Some(11),
				exchange_allowance: Some(12),
				stark_keys: 1,
			}
		);
		assert_eq!(AllowedRecipients::<Test>::iter_key_prefix(A).count(), 0);
		assert_eq!(QueuedForcedTrades::<Test>::iter_key_prefix(A).count(), 0);
		assert_eq!(AllowedStarkKeys::<Test>::iter_key_prefix(A).collect::<Vec<_>>(), [key(1)]);
		assert_eq!(StarkExchange::account_of_key(key(2)), Some(proxy_account(A)));
	});
}

#[test]
fn other_proxies_are_not_touched() {
	full(|| {
		let before = (info(B), RoleMembers::<Test>::iter_key_prefix((B,)).collect::<Vec<_>>());
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		let after = (info(B), RoleMembers::<Test>::iter_key_prefix((B,)).collect::<Vec<_>>());
		assert_eq!(before, after);
		assert_eq!(after.1.len(), 7);
		assert!(StarkProxy::is_recipient_allowed(B, RECIPIENT));
	});
}

#[test]
fn every_change_is_reported() {
	full(|| {
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		let events = proxy_events();
		assert_eq!(events.len(), 1 + 5 * 2 + 5);
		assert_eq!(events[0], Event::OwnershipRecovered { proxy: A, new_owner: STRANGER });
		for (number, role) in Role::OF_BORROWER.into_iter().enumerate() {
			let left = &events[1 + 2 * number..][..2];
			for account in [OWNER_A, OTHER_STRANGER] {
				assert!(left.contains(&revoked(A, role, &account, None)), "{role:?} of {account:?}");
			}
			assert_eq!(events[11 + number], granted(A, role, &STRANGER, None));
		}
	});
}

#[test]
fn the_events_of_a_proxy_with_one_owner() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		let mut expected = vec![Event::OwnershipRecovered { proxy: A, new_owner: STRANGER }];
		expected.extend(Role::OF_BORROWER.map(|role| revoked(A, role, &OWNER_A, None)));
		expected.extend(Role::OF_BORROWER.map(|role| granted(A, role, &STRANGER, None)));
		assert_eq!(proxy_events(), expected);
	});
}

#[test]
fn the_old_owner_may_be_the_new_one() {
	full(|| {
		assert_ok!(dispatch(recover(A, OWNER_A), long_track()));
		for role in Role::OF_BORROWER {
			assert_eq!(holders(A, role), [OWNER_A]);
		}
		assert_eq!(info(A).recipients, 0);
		let events = proxy_events();
		assert!(events.contains(&revoked(A, Role::Owner, &OWNER_A, None)));
		assert!(events.contains(&granted(A, Role::Owner, &OWNER_A, None)));
	});
}

#[test]
fn it_works_with_as_many_holders_as_there_can_be_and_with_none() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::OF_BORROWER {
			for account in [S1, S2, OTHER_STRANGER] {
				assert_ok!(StarkProxy::grant_role(owner(A), A, role, account));
			}
			assert_eq!(RoleCount::<Test>::get(A, role), DEFAULT_MAX_HOLDERS);
		}
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		for role in [Role::ExchangeOperator, Role::WithdrawalOperator, Role::Borrower, Role::DelegationAdmin]
		{
			assert_ok!(StarkProxy::renounce_role(signed(&STRANGER), A, role));
		}
		assert_ok!(dispatch(recover(A, OWNER_A), long_track()));
		for role in Role::OF_BORROWER {
			assert_eq!(holders(A, role), [OWNER_A]);
		}
	});
}

#[test]
fn a_proxy_in_debt_can_be_recovered() {
	indebted(7, || {
		assert_ok!(dispatch(recover(A, STRANGER), long_track()));
		assert_eq!((borrowed(A), debt(A)), (999_993, 7));
	});
}

#[test]
fn the_depositor_keeps_its_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), OTHER_STRANGER));
		assert_ok!(dispatch(recover(C, OWNER_B), long_track()));
		assert_eq!(info(C).deposit, Some((STRANGER, DEPOSIT)));
	});
}

#[test]
fn only_the_long_track_recovers() {
	ExtBuilder::default().build_and_execute(|| {
		let origins = [guardian(), veto_guardian(), owner(A), signed(&LONG), signed(&STRANGER)];
		for origin in origins.into_iter().chain([RuntimeOrigin::root(), RuntimeOrigin::none()]) {
			assert_noop!(dispatch(recover(A, STRANGER), origin), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn the_checks_have_an_order() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(dispatch(recover(9, SHORT), guardian()), DispatchError::BadOrigin);
		assert_noop!(dispatch(recover(9, SHORT), long_track()), Error::ProxyNotFound);
		for new_owner in [proxy_account(A), proxy_account(B), INSTANT, SHORT, LONG] {
			assert_noop!(dispatch(recover(A, new_owner), long_track()), Error::InvalidAccount);
		}
	});
}
