//! Giving the powers of a guardian to somebody who need not wait.

use super::powers::*;
use crate::attempts::*;
use pallet_stark_proxy::{types::Role, Call as ProxyCall};
use pallet_timelock::TrackId;
use sp_runtime::traits::AccountIdConversion;
use tidepool_integration_tests::{borrowers::*, common::*, council::*};
use tidepool_runtime::{
	configs::{
		accounts::ProxyType,
		timelock::{InstantAccount, LongAccount, ShortAccount, TimelockPalletId},
	},
	AccountId, LiquidityStaking, Runtime, StarkExchange, StarkProxy,
};

const SHORT: Caller = Caller::Track(TrackId::Short);
type Error = pallet_stark_proxy::Error<Runtime>;

/// Who must not be a guardian of any kind.
fn people() -> Vec<(&'static str, AccountId)> {
	let mut members = MEMBERS.map(named).to_vec();
	members.sort();
	let pure = pallet_proxy::Pallet::<Runtime>::pure_account(&alice(), &ProxyType::Any, 0, None);
	vec![
		("a person", named("Ferdie")),
		("a member", alice()),
		("the owner", owner(A)),
		("a multisig of the council", pallet_multisig::Pallet::<Runtime>::multi_account_id(&members, 5)),
		("a pure proxy", pure),
		("a derived account", pallet_utility::derivative_account_id(ShortAccount::get(), 0)),
		("the account of the proxy", StarkProxy::proxy_account(A)),
		("the pool", LiquidityStaking::pool_account()),
		("the exchange", StarkExchange::exchange_account()),
		("a track that does not exist", TimelockPalletId::get().into_sub_account_truncating(3u8)),
	]
}

#[test]
fn only_tracks_that_wait_become_guardians() {
	with_pool(|| {
		for (_, account) in people() {
			assert_refused(SHORT, grant(Role::Guardian, account), Error::NotTimelocked);
		}
		assert_refused(SHORT, grant(Role::Guardian, InstantAccount::get()), Error::NotTimelocked);
		assert_eq!(try_as(SHORT, grant(Role::Guardian, LongAccount::get())), Ok(()));
	});
}

#[test]
fn only_tracks_become_veto_guardians() {
	with_pool(|| {
		for (_, account) in people() {
			assert_refused(SHORT, grant(Role::VetoGuardian, account), Error::NotTimelocked);
		}
		for account in track_accounts() {
			assert_eq!(try_as(SHORT, grant(Role::VetoGuardian, account)), Ok(()));
		}
	});
}

#[test]
fn a_proxy_never_loses_its_last_guardian() {
	with_pool(|| {
		let (proxy, role) = (A, Role::Guardian);
		let revoke = |account| ProxyCall::<Runtime>::revoke_role { proxy, role, account };
		assert_refused(SHORT, revoke(ShortAccount::get()), Error::LastHolder);
		assert_refused(SHORT, ProxyCall::<Runtime>::renounce_role { proxy, role }, Error::LastHolder);
		assert_eq!(try_as(SHORT, grant(role, LongAccount::get())), Ok(()));
		assert_eq!(try_as(SHORT, revoke(ShortAccount::get())), Ok(()));
		assert_refused(Caller::Track(TrackId::Long), revoke(LongAccount::get()), Error::LastHolder);
	});
}

#[test]
fn no_track_becomes_a_borrower_by_creation_or_recovery() {
	with_pool(|| {
		for owner in track_accounts() {
			let create = ProxyCall::<Runtime>::create_proxy { owner: owner.clone() };
			assert_refused(SHORT, create.clone(), Error::InvalidAccount);
			assert_refused(Caller::Anybody, create, Error::InvalidAccount);
			let recover = ProxyCall::<Runtime>::recover_ownership { proxy: A, new_owner: owner };
			assert_refused(Caller::Track(TrackId::Long), recover, Error::InvalidAccount);
		}
	});
}

/// The creator of a proxy does not choose who guards it.
#[test]
fn a_new_proxy_is_guarded_by_tracks() {
	with_pool(|| {
		let create = ProxyCall::<Runtime>::create_proxy { owner: named("Ferdie") };
		assert_eq!(try_as(Caller::Anybody, create), Ok(()));
		let proxy = StarkProxy::proxy_of_account(StarkProxy::proxy_account(5)).expect("just created");
		assert_eq!(StarkProxy::role_members(proxy, Role::Guardian), [ShortAccount::get()]);
		assert_eq!(StarkProxy::role_members(proxy, Role::VetoGuardian), [InstantAccount::get()]);
	});
}
