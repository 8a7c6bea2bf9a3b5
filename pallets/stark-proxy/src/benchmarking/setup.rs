//! What the benchmarks find on the chain.

use crate::{
	types::{ProxyId, Role},
	*,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::account;
use frame_support::{
	traits::{fungible::Mutate as _, fungibles::Mutate as _, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::H256;
use tidepool_primitives::{Balance, ForcedTradeArgs, PositionId, Seconds, StarkKey, StarkSignature};

/// What the runtime must be able to do for the benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the clock to `now`, in seconds.
	fn set_time(now: Seconds);

	/// Puts the chain into the blackout window of the first epoch after one at whose end the pool shrank, so that the next
	/// call has to settle that. `borrower` has a share of the pool worth `share`, a loan and debt.
	fn prepare_pool(borrower: &AccountId, share: Balance, borrowed: Balance, debt: Balance);

	/// Leaves `amount` of the borrow token in the pool's account, as if other borrowers had the rest.
	fn leave_in_pool(amount: Balance);

	/// Key number `index`, and what registers it to `who`.
	fn sign_registration(who: &AccountId, index: u32) -> (StarkKey, StarkSignature);

	/// Registers key number `index` to `who`.
	fn register(who: &AccountId, index: u32) -> (StarkKey, PositionId);

	/// Gives a position equity.
	fn fund(key: StarkKey, position: PositionId, quantized: u64);

	/// Credits a part of the equity as withdrawable.
	fn credit(key: StarkKey, position: PositionId, quantized: u64);

	/// The consent of key number `index` to a trade.
	fn sign_trade(args: &ForcedTradeArgs, index: u32) -> StarkSignature;
}

/// When benchmarks begin that have no use for the pool.
pub(super) const NOW: Seconds = 1_800_000_000;
/// What moves, in base units and quantized.
pub(super) const AMOUNT: u64 = 1_000_000;
/// The same.
pub(super) const TOKENS: Balance = 1_000_000;

/// A proxy created by somebody else, whose roles the caller holds, all seven.
pub(super) fn proxy<T: Config>() -> (RawOrigin<T::AccountId>, ProxyId, T::AccountId) {
	T::BenchmarkHelper::set_time(NOW);
	let depositor = rich::<T>("depositor");
	let proxy = Pallet::<T>::do_create(Some(depositor), account("owner", 0, 0)).expect("there is room");
	let caller: T::AccountId = account("caller", 0, 0);
	for role in Role::ALL {
		Pallet::<T>::insert_holder(proxy, role, caller.clone(), None).expect("there is room");
	}
	(RawOrigin::Signed(caller), proxy, Pallet::<T>::proxy_account(proxy))
}

/// An account that can pay a deposit.
pub(super) fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	let amount = T::CreationDeposit::get().saturating_mul(10);
	T::NativeCurrency::mint_into(&who, amount).expect("fits");
	who
}

/// Puts borrow token into an account.
pub(super) fn mint<T: Config>(who: &T::AccountId, amount: Balance) {
	T::Assets::mint_into(T::BorrowToken::get(), who, amount).expect("the borrow token exists");
}

/// Every limit is set, so that it has to be lowered.
pub(super) fn limit<T: Config>(proxy: ProxyId) {
	Pallet::<T>::update(proxy, |info| {
		info.staking_allowance = Some(Balance::MAX);
		info.exchange_allowance = Some(Balance::MAX);
		Ok(())
	})
	.expect("the proxy exists");
}

/// A key of the proxy, on its list.
pub(super) fn listed_key<T: Config>(proxy: ProxyId) -> (StarkKey, PositionId) {
	let (key, position) = T::BenchmarkHelper::register(&Pallet::<T>::proxy_account(proxy), 0);
	Pallet::<T>::do_allow_key(proxy, key).expect("the key is the proxy's");
	(key, position)
}

/// A recipient on the list.
pub(super) fn recipient<T: Config>(proxy: ProxyId) -> T::AccountId {
	let who: T::AccountId = account("recipient", 0, 0);
	Pallet::<T>::do_allow_recipient(proxy, who.clone()).expect("an outside account");
	who
}

/// A trade of the proxy's key with key number `index`, and the consent of that.
pub(super) fn trade<T: Config>(
	a: (StarkKey, PositionId),
	index: u32,
	expiration: Seconds,
) -> (ForcedTradeArgs, StarkSignature) {
	let (key_b, position_b) = T::BenchmarkHelper::register(&account("trader", 0, 0), index);
	let args = ForcedTradeArgs {
		key_a: a.0,
		key_b,
		position_a: a.1,
		position_b,
		synthetic_asset_id: 1,
		amount_collateral: AMOUNT,
		amount_synthetic: AMOUNT,
		a_is_buying_synthetic: true,
		submission_expiration: expiration,
		nonce: 0,
	};
	(args, T::BenchmarkHelper::sign_trade(&args, index))
}

/// Fills the queue of a proxy.
pub(super) fn fill_queue<T: Config>(proxy: ProxyId, key: StarkKey, count: u32) -> Vec<H256> {
	let args = |nonce| ForcedTradeArgs {
		key_a: key,
		key_b: key,
		position_a: 1,
		position_b: 2,
		synthetic_asset_id: 1,
		amount_collateral: 1,
		amount_synthetic: 1,
		a_is_buying_synthetic: true,
		submission_expiration: Seconds::MAX,
		nonce,
	};
	(0..count)
		.map(|index| {
			let args = args(index.into());
			Pallet::<T>::do_queue_trade(proxy, args).expect("there is room");
			Pallet::<T>::args_hash(proxy, &args)
		})
		.collect()
}

/// Fills the roles up to `holders` holders of them in all.
pub(super) fn fill_roles<T: Config>(proxy: ProxyId, roles: &[Role], holders: u32) {
	let mut missing = holders.saturating_sub(roles.iter().map(|role| RoleCount::<T>::get(proxy, role)).sum());
	for role in roles.iter().rev() {
		let room = T::MaxHoldersPerRole::get() - RoleCount::<T>::get(proxy, role);
		for index in 0..room.min(missing) {
			let holder = account("holder", index, *role as u32);
			Pallet::<T>::insert_holder(proxy, *role, holder, None).expect("there is room");
		}
		missing -= room.min(missing);
	}
}

/// Puts `keys` keys on the proxy's list.
pub(super) fn fill_keys<T: Config>(proxy: ProxyId, keys: u32) {
	for index in 0..keys {
		AllowedStarkKeys::<T>::insert(proxy, [index as u8; 32], ());
	}
	Pallet::<T>::update(proxy, |info| {
		info.stark_keys += keys;
		Ok(())
	})
	.expect("the proxy exists");
}

/// Fills the list of recipients, and after it the queue of trades, up to `entries` entries in both.
pub(super) fn fill_other_lists<T: Config>(proxy: ProxyId, entries: u32) {
	let recipients = entries.min(T::MaxRecipients::get());
	for index in 0..recipients {
		Pallet::<T>::do_allow_recipient(proxy, account("recipient", index, 0)).expect("an outside account");
	}
	AllowedStarkKeys::<T>::insert(proxy, [0; 32], ());
	fill_queue::<T>(proxy, [0; 32], entries - recipients);
}

/// A list that fits.
pub(super) fn bounded<Item, Limit: Get<u32>>(items: Vec<Item>) -> BoundedVec<Item, Limit> {
	BoundedVec::truncate_from(items)
}
