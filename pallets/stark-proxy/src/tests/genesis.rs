//! The state at genesis (specification, section 5.1).

use super::support::*;
use crate::{
	mock::*,
	types::{ProxyInfo, Role},
	NextProxyId, Pallet, Proxies, ProxyCount,
};
use frame_support::traits::{GetStorageVersion, StorageVersion};
use sp_runtime::BuildStorage;
use std::panic::{catch_unwind, AssertUnwindSafe};

/// Why a genesis with these owners cannot be built.
fn refusal(owners: &[AccountId]) -> String {
	let genesis = ExtBuilder::default().allocations(&[]).owners(owners).genesis();
	let panic = catch_unwind(AssertUnwindSafe(|| genesis.build_storage())).expect_err("it is refused");
	*panic.downcast::<String>().expect("a formatted message")
}

#[test]
fn the_first_proxies_have_the_configured_owners() {
	ExtBuilder::default().owners(&[OWNER_A, OWNER_B, OWNER_A]).build_and_execute(|| {
		assert_eq!((NextProxyId::<Test>::get(), ProxyCount::<Test>::get()), (3, 3));
		for (proxy, owner) in [(A, OWNER_A), (B, OWNER_B), (C, OWNER_A)] {
			assert_eq!(info(proxy), ProxyInfo::new(None));
			assert_eq!(StarkProxy::proxy_of_account(proxy_account(proxy)), Some(proxy));
			assert_eq!(System::providers(&proxy_account(proxy)), 1);
			assert_eq!(StarkProxy::role_members(proxy, Role::Guardian), [SHORT]);
			assert_eq!(StarkProxy::role_members(proxy, Role::VetoGuardian), [INSTANT]);
			for role in Role::OF_BORROWER {
				assert_eq!(StarkProxy::role_members(proxy, role), std::slice::from_ref(&owner));
			}
		}
	});
}

#[test]
fn a_chain_may_begin_without_proxies() {
	ExtBuilder::default().owners(&[]).allocations(&[]).build_and_execute(|| {
		assert_eq!((NextProxyId::<Test>::get(), Proxies::<Test>::iter().count()), (0, 0));
		frame_support::assert_ok!(StarkProxy::create_proxy(guardian(), OWNER_A));
		assert_eq!(StarkProxy::proxy_of_account(proxy_account(A)), Some(A));
	});
}

#[test]
fn the_version_of_the_storage_is_recorded() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Pallet::<Test>::on_chain_storage_version(), StorageVersion::new(1));
		assert_eq!(Pallet::<Test>::in_code_storage_version(), StorageVersion::new(1));
	});
}

#[test]
fn nothing_of_the_chain_itself_owns_a_proxy() {
	for owner in [INSTANT, SHORT, LONG, pool_account(), exchange_account()] {
		let refusal = refusal(&[OWNER_A, owner]);
		assert!(refusal.contains("belongs to the chain itself and cannot own a proxy"), "{refusal}");
	}
}

#[test]
fn no_proxy_owns_another() {
	let refusal = refusal(&[OWNER_A, proxy_account(A)]);
	assert!(refusal.contains("cannot own a proxy") && refusal.contains("InvalidAccount"), "{refusal}");
}

#[test]
fn no_proxy_owns_itself() {
	let refusal = refusal(&[proxy_account(A)]);
	assert!(refusal.contains("cannot own a proxy") && refusal.contains("InvalidAccount"), "{refusal}");
}

#[test]
fn no_later_proxy_owns_an_earlier_one() {
	let refusal = refusal(&[proxy_account(B), OWNER_A]);
	assert!(refusal.contains("is the account of a proxy and cannot own one"), "{refusal}");
}

#[test]
fn there_are_no_more_proxies_than_there_may_be() {
	let owners = vec![OWNER_A; DEFAULT_MAX_PROXIES as usize];
	ExtBuilder::default().owners(&owners).build_and_execute(|| {
		assert_eq!(ProxyCount::<Test>::get(), DEFAULT_MAX_PROXIES);
	});
	let refusal = refusal(&[owners, vec![OWNER_B]].concat());
	assert!(refusal.contains("TooManyProxies"), "{refusal}");
}
