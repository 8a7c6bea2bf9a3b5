//! `try_state` finds what it claims to find: each test breaks one invariant and expects its name.

use super::{every_call::*, support::*};
use crate::{
	mock::*,
	types::{ProxyInfo, QueuedTrade, Role},
	AllowedRecipients, AllowedStarkKeys, HoldReason, NextProxyId, Proxies, ProxyCount, ProxyOfAccount,
	QueuedForcedTrades, RoleCount, RoleMembers,
};
use frame_support::{
	assert_ok,
	traits::{fungible::MutateHold, tokens::Precision::Exact},
};
use sp_core::H256;
use tidepool_primitives::Balance;

/// A state with something of everything; the proxy D is of STRANGER, who paid for it. `corrupt` breaks it; `expected` is
/// what `try_state` must say.
#[track_caller]
fn breaks(expected: &'static str, corrupt: impl FnOnce()) {
	let mut said = Ok(());
	busy(|| {
		said = rolled_back(|| {
			assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), STRANGER));
			assert_ok!(StarkProxy::create_proxy(signed(&STRANGER), STRANGER));
			check_invariants();
			corrupt();
			StarkProxy::do_try_state()
		});
		reset_runtime();
	});
	assert_eq!(said, Err(expected.into()));
}

/// Undoes what a test changed of the runtime itself.
fn reset_runtime() {
	MaxProxies::set(DEFAULT_MAX_PROXIES);
	MaxHoldersPerRole::set(DEFAULT_MAX_HOLDERS);
	MaxRecipients::set(3);
	MaxStarkKeys::set(3);
	MaxQueuedForcedTrades::set(3);
	ProxyBorrowToken::set(USDC);
}

/// Proxies of a signer.
const D: u32 = 3;
const E: u32 = 4;
/// A proxy that does not exist.
const NONE: u32 = 99;

fn change(proxy: u32, change: impl FnOnce(&mut ProxyInfo<AccountId>)) {
	Proxies::<Test>::mutate(proxy, |info| change(info.as_mut().expect("the proxy exists")));
}

fn release(amount: Balance) {
	assert_ok!(Balances::release(&HoldReason::ProxyCreation.into(), &STRANGER, amount, Exact));
}

fn queued() -> (H256, QueuedTrade) {
	QueuedForcedTrades::<Test>::iter_prefix(A).next().expect("one trade is queued")
}

#[test]
fn i1_the_proxies_are_counted() {
	breaks("I1: ProxyCount", || ProxyCount::<Test>::mutate(|count| *count += 1));
	breaks("I1: ProxyCount", || ProxyCount::<Test>::mutate(|count| *count -= 1));
	breaks("I1: ProxyCount", || Proxies::<Test>::remove(D));
}

#[test]
fn i1_the_number_of_proxies_is_bounded() {
	breaks("I1: more proxies than MaxProxies", || MaxProxies::set(4));
}

#[test]
fn i1_the_next_number_is_free() {
	breaks("I1: NextProxyId is in use", || NextProxyId::<Test>::put(E));
	breaks("I1: NextProxyId is in use", || NextProxyId::<Test>::put(0));
}

#[test]
fn i1_nothing_is_stored_for_a_proxy_that_does_not_exist() {
	breaks("I1: role without proxy", || RoleMembers::<Test>::insert((NONE, Role::Owner, STRANGER), ()));
	breaks("I1: role count without proxy", || RoleCount::<Test>::insert(NONE, Role::Owner, 1));
	breaks("I1: recipient without proxy", || AllowedRecipients::<Test>::insert(NONE, RECIPIENT, ()));
	breaks("I1: key without proxy", || AllowedStarkKeys::<Test>::insert(NONE, key(1), ()));
	breaks("I1: trade without proxy", || {
		let (hash, trade) = queued();
		QueuedForcedTrades::<Test>::insert(NONE, hash, trade);
	});
}

#[test]
fn i1_the_holders_are_counted() {
	for role in Role::ALL {
		breaks("I1: RoleCount", || RoleCount::<Test>::mutate(A, role, |count| *count += 1));
		breaks("I1: RoleCount", || RoleCount::<Test>::remove(A, role));
		breaks("I1: RoleCount", || RoleMembers::<Test>::insert((A, role, RECIPIENT), ()));
	}
}

#[test]
fn i1_the_number_of_holders_is_bounded() {
	breaks("I1: more holders than MaxHoldersPerRole", || MaxHoldersPerRole::set(1));
}

#[test]
fn i1_no_holders_no_count() {
	breaks("I1: a count of zero is stored", || {
		RoleMembers::<Test>::remove((D, Role::Borrower, STRANGER));
		RoleCount::<Test>::insert(D, Role::Borrower, 0);
	});
}

#[test]
fn i1_the_lists_are_counted_and_bounded() {
	breaks("I1: number of recipients", || change(A, |info| info.recipients += 1));
	breaks("I1: number of recipients", || AllowedRecipients::<Test>::remove(A, RECIPIENT));
	breaks("I1: number of keys", || change(A, |info| info.stark_keys -= 1));
	breaks("I1: number of keys", || AllowedStarkKeys::<Test>::insert(A, key(2), ()));
	breaks("I1: number of queued trades", || change(A, |info| info.queued_trades += 1));
	breaks("I1: number of queued trades", || QueuedForcedTrades::<Test>::remove(A, queued().0));
	breaks("I1: more recipients than MaxRecipients", || MaxRecipients::set(0));
	breaks("I1: more keys than MaxStarkKeys", || MaxStarkKeys::set(0));
	breaks("I1: more trades than MaxQueuedForcedTrades", || MaxQueuedForcedTrades::set(0));
}

#[test]
fn i2_every_proxy_has_an_owner_and_a_guardian() {
	for (role, holder) in [(Role::Owner, STRANGER), (Role::Guardian, SHORT)] {
		breaks("I2: no holder of an indispensable role", || {
			RoleMembers::<Test>::remove((D, role, holder));
			RoleCount::<Test>::remove(D, role);
		});
	}
}

#[test]
fn i2_guardians_are_timelocked() {
	for (role, account) in [
		(Role::Guardian, INSTANT),
		(Role::Guardian, STRANGER),
		(Role::VetoGuardian, STRANGER),
		(Role::VetoGuardian, proxy_account(A)),
	] {
		breaks("I2: guardian without timelock", || {
			RoleMembers::<Test>::insert((D, role, account), ());
			RoleCount::<Test>::insert(D, role, 2);
		});
	}
}

#[test]
fn i3_accounts_lead_to_their_proxies() {
	breaks("I3: ProxyOfAccount has other accounts", || ProxyOfAccount::<Test>::insert(STRANGER, D));
	breaks("I3: ProxyOfAccount has other accounts", || ProxyOfAccount::<Test>::remove(proxy_account(D)));
	breaks("I3: account does not lead to its proxy", || ProxyOfAccount::<Test>::insert(proxy_account(D), E));
	breaks("I3: account does not lead to its proxy", || {
		ProxyOfAccount::<Test>::remove(proxy_account(D));
		ProxyOfAccount::<Test>::insert(STRANGER, D);
	});
}

#[test]
fn i3_accounts_keep_their_provider() {
	breaks("I3: account without provider", || {
		assert_ok!(System::dec_providers(&proxy_account(D)));
	});
}

#[test]
fn i4_allowed_keys_are_the_proxys() {
	for number in [3, 9] {
		breaks("I4: allowed key is not the proxy's", || {
			AllowedStarkKeys::<Test>::insert(A, key(number), ());
			change(A, |info| info.stark_keys += 1);
		});
	}
	breaks("I4: allowed key is not the proxy's", || {
		AllowedStarkKeys::<Test>::insert(B, key(2), ());
		change(B, |info| info.stark_keys += 1);
	});
}

#[test]
fn i5_trades_were_queued_in_the_past_under_their_hash() {
	breaks("I5: trade queued in the future", || {
		let (hash, trade) = queued();
		QueuedForcedTrades::<Test>::insert(A, hash, QueuedTrade { queued_at: now() + 1, ..trade });
	});
	breaks("I5: trade under another hash", || {
		let (hash, trade) = queued();
		QueuedForcedTrades::<Test>::remove(A, hash);
		QueuedForcedTrades::<Test>::insert(A, H256::zero(), trade);
	});
	breaks("I5: trade under another hash", || {
		// The same trade under the hash that it has for A.
		let (hash, trade) = queued();
		QueuedForcedTrades::<Test>::insert(B, hash, trade);
		change(B, |info| info.queued_trades = 1);
	});
	busy(|| {
		let (hash, trade) = queued();
		QueuedForcedTrades::<Test>::insert(A, hash, QueuedTrade { queued_at: now(), ..trade });
		check_invariants();
	});
}

#[test]
fn i6_deposits_are_held() {
	breaks("I6: held less than the recorded deposits", || release(1));
	// Enough for each of the two, but not for both.
	breaks("I6: held less than the recorded deposits", || release(DEPOSIT));
	breaks("I6: held less than the recorded deposits", || {
		change(D, |info| info.deposit = Some((OTHER_STRANGER, 1)));
	});
	breaks("I6: deposits overflow", || {
		change(D, |info| info.deposit = Some((STRANGER, Balance::MAX)));
	});
}

#[test]
fn i7_the_pool_lends_the_borrow_token() {
	breaks("I7: borrow token is not the stake asset", || ProxyBorrowToken::set(OTHER));
	breaks("I7: minimum balance of the borrow token is not 1", || {
		let (root, issuer) = (RuntimeOrigin::root(), || ISSUER);
		let (owner, admin, freezer) = (issuer(), issuer(), issuer());
		assert_ok!(Assets::force_asset_status(root, USDC, owner, issuer(), admin, freezer, 2, true, false));
	});
}
