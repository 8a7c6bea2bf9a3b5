//! What several topics share.

use crate::{
	mock::*,
	types::{ProxyInfo, Role},
	Proxies,
};
use frame_support::storage::with_transaction;
use sp_runtime::{DispatchError, TransactionOutcome};
use tidepool_primitives::Balance;

pub(super) type Call = crate::Call<Test>;

/// A third proxy, of the owner of A, if a test creates it. It has no share of the pool.
pub(super) const C: u32 = 2;

/// All accounts that the tests know, and many that mean nothing.
pub(super) fn everybody() -> Vec<AccountId> {
	let insiders = [pool_account(), exchange_account(), Treasury::get(), proxy_account(A), proxy_account(B)];
	(0..=u8::MAX).map(|byte| AccountId::new([byte; 32])).chain(insiders).collect()
}

/// State of a proxy.
#[track_caller]
pub(super) fn info(proxy: u32) -> ProxyInfo<AccountId> {
	Proxies::<Test>::get(proxy).expect("the proxy exists")
}

/// `RoleGranted`.
pub(super) fn granted(proxy: u32, role: Role, account: &AccountId, by: Option<&AccountId>) -> Event {
	Event::RoleGranted { proxy, role, account: account.clone(), by: by.cloned() }
}

/// `RoleRevoked`.
pub(super) fn revoked(proxy: u32, role: Role, account: &AccountId, by: Option<&AccountId>) -> Event {
	Event::RoleRevoked { proxy, role, account: account.clone(), by: by.cloned() }
}

/// The result of `test`, and none of its effects.
pub(super) fn rolled_back<R>(test: impl FnOnce() -> R) -> R {
	with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(test())))
		.expect("not nested deeply")
}

/// Governance moves all units of `from` to `to` for the next epoch.
#[track_caller]
pub(super) fn move_share(from: u32, to: u32) {
	let units = |proxy| LiquidityStaking::allocation_fraction_next(Some(proxy_account(proxy)));
	let changes = vec![(Some(proxy_account(from)), 0), (Some(proxy_account(to)), units(from) + units(to))];
	frame_support::assert_ok!(LiquidityStaking::set_borrower_allocations(
		signed(&GOVERNANCE),
		changes.try_into().expect("two")
	));
}

/// An asset that is not sufficient, held by a proxy.
#[track_caller]
pub(super) fn give_insufficient_asset(proxy: u32, asset: AssetId, amount: Balance) {
	use frame_support::traits::fungibles::Mutate;
	frame_support::assert_ok!(Assets::force_create(RuntimeOrigin::root(), asset, ISSUER, false, 1));
	frame_support::assert_ok!(Assets::mint_into(asset, &proxy_account(proxy), amount));
}

/// A has the whole pool, its loan fills its share, it has a debt of `debt` and holds nothing. It is epoch 1.
pub(super) fn indebted(debt: Balance, test: impl FnOnce()) {
	ExtBuilder::default().allocations(&[(A, 10_000)]).build_and_execute(|| {
		borrow(A, 1_000_000);
		take(A, 1_000_000);
		request(&S2, debt);
		enter_epoch(1);
		mark_debt(&[A]);
		proxy_events();
		test();
	});
}
