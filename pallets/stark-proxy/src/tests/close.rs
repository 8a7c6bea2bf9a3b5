//! How proxies go (specification, section 5.2); what stands in the way is in `close_obstacles`.

use super::{every_call::*, lifecycle::held, support::*};
use crate::{
	mock::*,
	types::{ProxyInfo, Role},
	AllowedRecipients, AllowedStarkKeys, HoldReason, Proxies, ProxyCount, ProxyOfAccount, QueuedForcedTrades,
	RoleCount, RoleMembers,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect, MutateHold},
		tokens::Precision::Exact,
	},
};
use sp_runtime::{DispatchError, TokenError};

pub(super) fn close(proxy: u32) -> Call {
	Call::close_proxy { proxy }
}

/// A proxy C of STRANGER, who paid for it.
pub(super) fn with_new_proxy(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), STRANGER));
		proxy_events();
		test();
	});
}

#[track_caller]
pub(super) fn refused(proxy: u32, error: Error) {
	let owner = if proxy == C { signed(&STRANGER) } else { owner(proxy) };
	assert_noop!(dispatch(close(proxy), owner), error);
}

#[track_caller]
pub(super) fn closes(proxy: u32) {
	let owner = if proxy == C { signed(&STRANGER) } else { owner(proxy) };
	assert_ok!(dispatch(close(proxy), owner));
	assert_eq!(proxy_events(), [Event::ProxyClosed { proxy }]);
}

#[test]
fn an_empty_proxy_closes_and_returns_its_deposit() {
	with_new_proxy(|| {
		assert_eq!(held(&STRANGER), DEPOSIT);
		closes(C);
		assert_eq!((held(&STRANGER), Balances::balance(&STRANGER)), (0, NATIVE_FUNDS));
		assert_eq!((Proxies::<Test>::get(C), ProxyCount::<Test>::get()), (None, 2));
		assert_eq!(ProxyOfAccount::<Test>::get(proxy_account(C)), None);
		assert!(!frame_system::Account::<Test>::contains_key(proxy_account(C)));
	});
}

#[test]
fn the_deposit_goes_to_who_paid_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::create_proxy(signed(&OTHER_STRANGER), STRANGER));
		assert_ok!(StarkProxy::create_proxy(signed(&OTHER_STRANGER), STRANGER));
		// Neither a new owner nor the departure of the first one changes that.
		assert_ok!(StarkProxy::recover_ownership(long_track(), C, OWNER_B));
		assert_eq!(held(&OTHER_STRANGER), 2 * DEPOSIT);
		assert_ok!(dispatch(close(C), signed(&OWNER_B)));
		assert_eq!((held(&OTHER_STRANGER), held(&OWNER_B), held(&STRANGER)), (DEPOSIT, 0, 0));
		assert_eq!(Balances::balance(&OTHER_STRANGER), NATIVE_FUNDS - DEPOSIT);
	});
}

#[test]
fn a_proxy_of_governance_has_no_deposit_to_return() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(StarkProxy::create_proxy(guardian(), STRANGER));
		let before = Balances::total_issuance();
		proxy_events();
		closes(C);
		assert_eq!(Balances::balance(&STRANGER), NATIVE_FUNDS);
		assert_eq!(Balances::total_issuance(), before);
	});
}

#[test]
fn a_deposit_that_is_missing_stops_the_closing() {
	with_new_proxy(|| {
		let reason = HoldReason::ProxyCreation.into();
		assert_ok!(Balances::release(&reason, &STRANGER, 1, Exact));
		assert_noop!(dispatch(close(C), signed(&STRANGER)), TokenError::FundsUnavailable);
		assert_ok!(Balances::hold(&reason, &STRANGER, 1));
		closes(C);
	});
}

#[test]
fn everything_that_is_stored_for_a_proxy_goes() {
	with_new_proxy(|| {
		let owner = || signed(&STRANGER);
		assert_ok!(StarkProxy::grant_role(guardian(), C, Role::Guardian, LONG));
		for role in Role::OF_BORROWER {
			for account in [OWNER_A, OWNER_B, S1] {
				assert_ok!(StarkProxy::grant_role(owner(), C, role, account));
			}
		}
		for recipient in [RECIPIENT, S1, S2] {
			assert_ok!(StarkProxy::allow_external_recipient(owner(), C, recipient));
		}
		for number in 1..=3 {
			let signature = registration(&proxy_account(C), number);
			assert_ok!(StarkProxy::register_user_on_exchange(owner(), C, key(number), signature));
			assert_ok!(StarkProxy::allow_stark_key(owner(), C, key(number)));
		}
		for nonce in 0..3 {
			assert_ok!(StarkProxy::queue_forced_trade_request(owner(), C, numbered_trade(nonce)));
		}
		// A and B have things of their own, which stay.
		allow_recipient(A);
		let (recipients, roles) =
			(AllowedRecipients::<Test>::iter().count(), RoleMembers::<Test>::iter().count());
		assert_eq!((recipients, roles), (4, 14 + 23));
		proxy_events();
		closes(C);
		assert_eq!(AllowedRecipients::<Test>::iter().count(), 1);
		assert_eq!(RoleMembers::<Test>::iter().count(), 14);
		assert_eq!(RoleCount::<Test>::iter().count(), 14);
		assert_eq!(AllowedStarkKeys::<Test>::iter().count(), 0);
		assert_eq!(QueuedForcedTrades::<Test>::iter().count(), 0);
		// On the exchange keys stay with their account for ever.
		assert_eq!(StarkExchange::account_of_key(key(1)), Some(proxy_account(C)));
	});
}

#[test]
fn only_owners_close() {
	with_new_proxy(|| {
		for origin in [signed(&OTHER_STRANGER), owner(A), guardian(), veto_guardian(), long_track()] {
			assert_noop!(dispatch(close(C), origin), Error::MissingRole);
		}
		assert_noop!(dispatch(close(9), signed(&STRANGER)), Error::ProxyNotFound);
		assert_noop!(dispatch(close(C), RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}

#[test]
fn a_closed_proxy_does_not_exist() {
	busy(|| {
		assert_ok!(dispatch(close(C), signed(&OWNER_A)));
		for (gate, call) in every_call(C, C) {
			if gate != Gate::Create {
				assert_noop!(dispatch(call, origin_for(gate)), Error::ProxyNotFound);
			}
		}
	});
}

#[test]
fn what_is_sent_to_a_closed_proxy_is_lost() {
	with_new_proxy(|| {
		closes(C);
		give(&proxy_account(C), 5);
		give_native(&proxy_account(C), ED);
		assert_noop!(dispatch(close(C), signed(&STRANGER)), Error::ProxyNotFound);
		// The next proxy is another one.
		assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), STRANGER));
		assert_eq!((token(C), token(C + 1)), (5, 0));
		assert_eq!(Proxies::<Test>::get(C + 1), Some(ProxyInfo::new(Some((STRANGER, DEPOSIT)))));
	});
}
