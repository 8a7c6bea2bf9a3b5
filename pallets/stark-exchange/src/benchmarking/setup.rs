//! What the benchmarks find on the chain. Users are written to storage directly: the checks of a registration are measured
//! once, and nothing looks at a key again once it is registered. Only who signs in a benchmark has a real key.

use crate::{
	messages::{forced_trade_id, forced_withdrawal_id},
	signature::digest,
	signing,
	types::{ForcedOutcome, ForcedRequest, PendingDeposit, Position, RequestKind, TransferOrder},
	*,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::account;
use frame_support::{
	traits::{
		fungibles::{Inspect as _, Mutate as _},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
		Get,
	},
	BoundedVec,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use tidepool_primitives::{Balance, ForcedTradeArgs, PositionId, Seconds, StarkKey, StarkSignature};

/// What the runtime must be able to do for the benchmarks.
pub trait BenchmarkHelper {
	/// Sets the clock to `now`, in seconds.
	fn set_time(now: Seconds);
}

/// When benchmarks begin.
pub(super) const NOW: Seconds = 1_800_000_000;
/// Quantized.
pub(super) const AMOUNT: u64 = 1_000_000;

/// Tokens for quantized units.
pub(super) fn tokens<T: Config>(quantized: u64) -> Balance {
	Pallet::<T>::unquantized(quantized).expect("fits")
}

pub(super) fn mint<T: Config>(who: &T::AccountId, quantized: u64) {
	let amount = tokens::<T>(quantized);
	T::Assets::mint_into(T::CollateralAsset::get(), who, amount).expect("the collateral exists");
}

pub(super) fn burn_all<T: Config>(who: &T::AccountId) {
	let asset = T::CollateralAsset::get();
	let amount = T::Assets::balance(asset.clone(), who);
	T::Assets::burn_from(asset, who, amount, Expendable, Exact, Polite).expect("held");
}

/// A key that nobody knows the secret of.
pub(super) fn made_up_key(kind: &'static str, index: u32) -> StarkKey {
	(kind, index).using_encoded(blake2_256)
}

/// Registers a key with that much equity. The collateral is not paid in unless somebody withdraws it.
pub(super) fn enter<T: Config>(who: &T::AccountId, key: StarkKey, equity: u64) -> PositionId {
	T::BenchmarkHelper::set_time(NOW);
	let position = NextPositionId::<T>::get();
	NextPositionId::<T>::put(position + 1);
	Positions::<T>::insert(position, Position { key, equity, open_forced: 0 });
	PositionOfKey::<T>::insert(key, position);
	KeyOwner::<T>::insert(key, who);
	KeysOf::<T>::insert(who, key, ());
	KeyCount::<T>::mutate(who, |count| *count += 1);
	TotalEquity::<T>::mutate(|total| *total += u128::from(equity));
	position
}

/// An account with a key and a position.
pub(super) fn user<T: Config>(index: u32, equity: u64) -> (T::AccountId, StarkKey, PositionId) {
	let (owner, key) = (account("owner", index, 0), made_up_key("user", index));
	let position = enter::<T>(&owner, key, equity);
	(owner, key, position)
}

/// The same, with a key that can sign.
pub(super) fn signer<T: Config>(index: u32, equity: u64) -> (T::AccountId, [u8; 32], StarkKey, PositionId) {
	let (owner, secret) = (account("signer", index, 0), secret(index));
	let key = signing::public_key(&secret);
	let position = enter::<T>(&owner, key, equity);
	(owner, secret, key, position)
}

/// Secrets with as many bits as they can have.
fn secret(index: u32) -> [u8; 32] {
	digest(&("secret", index).encode())
}

pub(super) fn sign(secret: &[u8; 32], message: &[u8]) -> StarkSignature {
	signing::sign(secret, &digest(message))
}

/// A key that is not registered yet, with what registers it to `who`.
pub(super) fn sign_registration<T: Config>(who: &T::AccountId, index: u32) -> (StarkKey, StarkSignature) {
	let secret = secret(index);
	let key = signing::public_key(&secret);
	(key, sign(&secret, &Pallet::<T>::message_of_registration(who, &key)))
}

/// Leaves `AMOUNT` pending, and its collateral with the exchange.
pub(super) fn add_pending<T: Config>(
	key: &StarkKey,
	position: PositionId,
	cancel_requested_at: Option<Seconds>,
) {
	PendingDeposits::<T>::insert(key, position, PendingDeposit { amount: AMOUNT, cancel_requested_at });
	TotalPendingDeposits::<T>::mutate(|total| *total += u128::from(AMOUNT));
	mint::<T>(&Pallet::<T>::exchange_account(), AMOUNT);
}

pub(super) fn pending_of<T: Config>(key: &StarkKey, position: PositionId) -> u64 {
	PendingDeposits::<T>::get(key, position).map_or(0, |pending| pending.amount)
}

/// Credits `AMOUNT` to a key, and leaves its collateral with the exchange.
pub(super) fn add_withdrawal<T: Config>(key: &StarkKey) {
	PendingWithdrawals::<T>::mutate(key, |credited| *credited += AMOUNT);
	TotalPendingWithdrawals::<T>::mutate(|total| *total += u128::from(AMOUNT));
	mint::<T>(&Pallet::<T>::exchange_account(), AMOUNT);
}

/// One forced request is left to the position and to the block.
pub(super) fn fill_forced_limits<T: Config>(position: PositionId) {
	let block = frame_system::Pallet::<T>::block_number();
	ForcedInBlock::<T>::put((block, T::MaxForcedPerBlock::get() - 1));
	set_open_forced::<T>(position, T::MaxOpenForcedPerPosition::get() - 1);
}

fn set_open_forced<T: Config>(position: PositionId, count: u32) {
	Positions::<T>::mutate(position, |record| {
		if let Some(record) = record {
			record.open_forced = count;
		}
	});
}

pub(super) fn trade(a: (StarkKey, PositionId), b: (StarkKey, PositionId)) -> ForcedTradeArgs {
	ForcedTradeArgs {
		key_a: a.0,
		key_b: b.0,
		position_a: a.1,
		position_b: b.1,
		synthetic_asset_id: 1,
		amount_collateral: AMOUNT,
		amount_synthetic: AMOUNT,
		a_is_buying_synthetic: true,
		submission_expiration: NOW + 1,
		nonce: 0,
	}
}

/// Leaves a demand for a trade open.
pub(super) fn add_trade<T: Config>(args: &ForcedTradeArgs) -> H256 {
	let kind = RequestKind::Trade { args: *args, reduce_only: true };
	add_request::<T>(forced_trade_id(args), kind)
}

fn add_request<T: Config>(id: H256, kind: RequestKind) -> H256 {
	ForcedRequests::<T>::insert(id, ForcedRequest { kind, requested_at: NOW });
	set_open_forced::<T>(kind.position(), 1);
	id
}

/// Deposits of which the batch accepts a part.
pub(super) fn deposits<T: Config>(
	count: u32,
) -> BoundedVec<(StarkKey, PositionId, u64), T::MaxDepositsPerBatch> {
	bounded((0..count).map(|index| {
		let (_, key, position) = user::<T>(index, AMOUNT);
		add_pending::<T>(&key, position, Some(NOW));
		(key, position, AMOUNT - 1)
	}))
}

/// Transfers between as many pairs of positions.
pub(super) fn transfers<T: Config>(
	count: u32,
) -> BoundedVec<(TransferOrder, StarkSignature), T::MaxTransfersPerBatch> {
	bounded((0..count).map(|index| {
		let (_, secret, _, from) = signer::<T>(index, AMOUNT);
		let (_, _, to) = user::<T>(1_000_000 + index, AMOUNT);
		let order = TransferOrder { from, to, amount: 1, nonce: 0, expiration: NOW };
		(order, sign(&secret, &Pallet::<T>::message_of_transfer(&order)))
	}))
}

/// One unit moves from every other position to the next.
pub(super) fn settlements<T: Config>(count: u32) -> BoundedVec<(PositionId, i64), T::MaxSettlementsPerBatch> {
	bounded((0..count).map(|index| {
		let (_, _, position) = user::<T>(2_000_000 + index, AMOUNT);
		let is_single = index + 1 == count && index % 2 == 0;
		let change = if index % 2 == 0 { -1 } else { 1 };
		(position, if is_single { 0 } else { change })
	}))
}

/// Demands for withdrawals that the batch carries out. They touch more records than trades.
pub(super) fn served_withdrawals<T: Config>(
	count: u32,
) -> BoundedVec<(H256, ForcedOutcome), T::MaxForcedPerBatch> {
	bounded((0..count).map(|index| {
		let (_, key, position) = user::<T>(3_000_000 + index, AMOUNT);
		add_withdrawal::<T>(&key);
		let id = forced_withdrawal_id(&key, position, 1);
		add_request::<T>(id, RequestKind::Withdrawal { key, position, amount: 1 });
		(id, ForcedOutcome::Executed)
	}))
}

/// Withdrawals that add to what is credited already.
pub(super) fn withdrawals<T: Config>(
	count: u32,
) -> BoundedVec<(StarkKey, PositionId, u64), T::MaxWithdrawalsPerBatch> {
	bounded((0..count).map(|index| {
		let (_, key, position) = user::<T>(4_000_000 + index, AMOUNT);
		add_withdrawal::<T>(&key);
		(key, position, 1)
	}))
}

fn bounded<Item, Limit: Get<u32>>(items: impl Iterator<Item = Item>) -> BoundedVec<Item, Limit> {
	BoundedVec::truncate_from(items.collect::<Vec<_>>())
}
