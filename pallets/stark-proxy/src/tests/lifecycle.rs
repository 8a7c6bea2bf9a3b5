//! How proxies come into being (specification, section 5.1).

use super::support::*;
use crate::{
	mock::*,
	types::{ProxyInfo, Role},
	HoldReason, NextProxyId, Proxies, ProxyCount, ProxyOfAccount, RoleCount, RoleMembers,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect, InspectHold, Mutate},
		fungibles::Mutate as _,
	},
};
use sp_runtime::{ArithmeticError, DispatchError, TokenError};
use tidepool_primitives::Balance;

fn create(owner: AccountId) -> Call {
	Call::create_proxy { owner }
}

/// Native currency that is held for proxies on an account.
pub(super) fn held(account: &AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::ProxyCreation.into(), account)
}

/// The events of the creation of a proxy.
fn created(proxy: u32, owner: &AccountId, depositor: Option<AccountId>) -> Vec<Event> {
	let account = proxy_account(proxy);
	let mut events = vec![
		Event::ProxyCreated { proxy, account, owner: owner.clone(), depositor },
		granted(proxy, Role::Guardian, &SHORT, None),
		granted(proxy, Role::VetoGuardian, &INSTANT, None),
	];
	events.extend(Role::OF_BORROWER.map(|role| granted(proxy, role, owner, None)));
	events
}

#[test]
fn anybody_creates_a_proxy_for_a_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(create(OTHER_STRANGER), signed(&STRANGER)));
		assert_eq!(proxy_events(), created(C, &OTHER_STRANGER, Some(STRANGER)));
		assert_eq!(held(&STRANGER), DEPOSIT);
		assert_eq!(Balances::total_balance(&STRANGER), NATIVE_FUNDS);
		assert_eq!(Balances::balance(&STRANGER), NATIVE_FUNDS - DEPOSIT);
		assert_eq!(held(&OTHER_STRANGER), 0);
		assert_eq!(info(C), ProxyInfo::new(Some((STRANGER, DEPOSIT))));
	});
}

#[test]
fn governance_creates_a_proxy_without_a_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(create(STRANGER), guardian()));
		assert_eq!(proxy_events(), created(C, &STRANGER, None));
		assert_eq!((held(&SHORT), held(&STRANGER)), (0, 0));
		assert_eq!(info(C), ProxyInfo::new(None));
	});
}

#[test]
fn other_origins_create_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let none = [track::by(0), track::by(2), RuntimeOrigin::root(), RuntimeOrigin::none()];
		for origin in none {
			assert_noop!(dispatch(create(STRANGER), origin), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_new_proxy_is_without_restrictions_limits_and_lists() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(create(STRANGER), guardian()));
		assert_eq!(
			info(C),
			ProxyInfo {
				deposit: None,
				borrowing_restricted: false,
				approved_amount: 0,
				approval_expires_at: None,
				staking_allowance: None,
				exchange_allowance: None,
				recipients: 0,
				stark_keys: 0,
				queued_trades: 0,
			}
		);
		assert_eq!((NextProxyId::<Test>::get(), ProxyCount::<Test>::get()), (3, 3));
		assert_eq!(ProxyOfAccount::<Test>::get(proxy_account(C)), Some(C));
	});
}

#[test]
fn the_creator_receives_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(dispatch(create(OTHER_STRANGER), signed(&STRANGER)));
		for role in Role::ALL {
			let holder = match role {
				Role::Guardian => SHORT,
				Role::VetoGuardian => INSTANT,
				_ => OTHER_STRANGER,
			};
			let holders = RoleMembers::<Test>::iter_key_prefix((C, role)).collect::<Vec<_>>();
			assert_eq!(holders, [holder]);
			assert_eq!(RoleCount::<Test>::get(C, role), 1);
		}
	});
}

#[test]
fn one_account_may_create_and_own_several() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 1..=3 {
			assert_ok!(dispatch(create(OWNER_A), signed(&OWNER_A)));
			assert_eq!(held(&OWNER_A), number * DEPOSIT);
		}
		assert_eq!(Proxies::<Test>::iter_keys().count(), 5);
	});
}

#[test]
fn the_number_of_proxies_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 2..DEFAULT_MAX_PROXIES {
			assert_eq!(ProxyCount::<Test>::get(), number);
			assert_ok!(dispatch(create(STRANGER), guardian()));
		}
		assert_noop!(dispatch(create(STRANGER), guardian()), Error::TooManyProxies);
		assert_noop!(dispatch(create(STRANGER), signed(&STRANGER)), Error::TooManyProxies);
		// One that is closed makes room for one with a new number.
		let last = DEFAULT_MAX_PROXIES - 1;
		assert_ok!(dispatch(Call::close_proxy { proxy: last }, signed(&STRANGER)));
		assert_ok!(dispatch(create(STRANGER), guardian()));
		assert!(Proxies::<Test>::contains_key(DEFAULT_MAX_PROXIES));
		assert_noop!(dispatch(create(STRANGER), guardian()), Error::TooManyProxies);
	});
}

#[test]
fn numbers_are_never_used_again() {
	ExtBuilder::default().build_and_execute(|| {
		for proxy in 2..20 {
			assert_ok!(dispatch(create(STRANGER), signed(&STRANGER)));
			assert_eq!(StarkProxy::proxy_of_account(proxy_account(proxy)), Some(proxy));
			assert_ok!(dispatch(Call::close_proxy { proxy }, signed(&STRANGER)));
			assert_eq!((NextProxyId::<Test>::get(), ProxyCount::<Test>::get()), (proxy + 1, 2));
		}
	});
}

#[test]
fn when_the_numbers_are_used_up_no_proxy_is_created() {
	ExtBuilder::default().build_and_execute(|| {
		NextProxyId::<Test>::put(u32::MAX - 1);
		assert_ok!(dispatch(create(STRANGER), guardian()));
		assert!(Proxies::<Test>::contains_key(u32::MAX - 1));
		assert_noop!(dispatch(create(STRANGER), guardian()), ArithmeticError::Overflow);
	});
}

#[test]
fn proxies_and_governance_own_no_proxy() {
	ExtBuilder::default().build_and_execute(|| {
		for owner in [proxy_account(A), proxy_account(B), INSTANT, SHORT, LONG] {
			assert_noop!(dispatch(create(owner.clone()), guardian()), Error::InvalidAccount);
			assert_noop!(dispatch(create(owner), signed(&STRANGER)), Error::InvalidAccount);
		}
	});
}

#[test]
fn a_proxy_does_not_own_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(dispatch(create(proxy_account(C)), signed(&STRANGER)), Error::InvalidAccount);
		assert_noop!(dispatch(create(proxy_account(C)), guardian()), Error::InvalidAccount);
	});
}

#[test]
fn the_checks_have_an_order() {
	ExtBuilder::default().build_and_execute(|| {
		give_native(&RECIPIENT, ED);
		MaxProxies::set(2);
		assert_noop!(dispatch(create(SHORT), signed(&RECIPIENT)), Error::TooManyProxies);
		MaxProxies::set(DEFAULT_MAX_PROXIES);
		assert_noop!(dispatch(create(SHORT), signed(&RECIPIENT)), Error::InvalidAccount);
		assert_noop!(dispatch(create(RECIPIENT), signed(&RECIPIENT)), TokenError::FundsUnavailable);
	});
}

#[test]
fn who_cannot_pay_the_deposit_creates_nothing() {
	for (funds, is_enough) in [(DEPOSIT, false), (DEPOSIT + ED - 1, false), (DEPOSIT + ED, true)] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(Balances::mint_into(&RECIPIENT, funds));
			if is_enough {
				assert_ok!(dispatch(create(RECIPIENT), signed(&RECIPIENT)));
				assert_eq!((held(&RECIPIENT), Balances::balance(&RECIPIENT)), (DEPOSIT, ED));
			} else {
				let outcome = dispatch(create(RECIPIENT), signed(&RECIPIENT));
				assert_eq!(outcome, Err(TokenError::FundsUnavailable.into()), "with {funds}");
				assert_noop!(dispatch(create(RECIPIENT), signed(&RECIPIENT)), TokenError::FundsUnavailable);
				assert_eq!(Proxies::<Test>::iter_keys().count(), 2);
			}
		});
	}
}

#[test]
fn the_account_exists_without_native_currency() {
	ExtBuilder::default().build_and_execute(|| {
		let account = proxy_account(C);
		assert_eq!(System::providers(&account), 0);
		assert_ok!(dispatch(create(STRANGER), signed(&STRANGER)));
		assert_eq!(System::providers(&account), 1);
		assert_eq!(Balances::total_balance(&account), 0);
		// It can hold assets that do not keep an account alive.
		give_insufficient_asset(C, 9, 1);
		assert_eq!(Assets::balance(9, &account), 1);
		assert_ok!(Assets::mint_into(USDC, &account, 1));
	});
}

#[test]
fn tokens_sent_ahead_are_the_proxys() {
	ExtBuilder::default().build_and_execute(|| {
		give(&proxy_account(C), 5);
		give_native(&proxy_account(C), ED);
		assert_ok!(dispatch(create(STRANGER), signed(&STRANGER)));
		assert_eq!((token(C), StarkProxy::withdrawable_amount(C)), (5, 5));
		assert_eq!(System::providers(&proxy_account(C)), 2);
	});
}
