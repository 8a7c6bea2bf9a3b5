//! What users and the operator do on the exchange.

use super::*;
use frame_support::assert_ok;
use pallet_stark_exchange::{signature::digest, signing, types::UpdateBatch};
use tidepool_primitives::{ForcedTradeArgs, PositionId, StarkKey, StarkSignature};

/// A batch of the exchange.
pub type Batch = UpdateBatch<Test>;

/// A secret key; every number gives another one.
pub fn secret(number: u8) -> [u8; 32] {
	let mut secret = [0; 32];
	secret[30..].copy_from_slice(&[1, number]);
	secret
}

/// The public key that belongs to it.
pub fn key(number: u8) -> StarkKey {
	signing::public_key(&secret(number))
}

/// What registers key `number` to `account`.
pub fn registration(account: &AccountId, number: u8) -> StarkSignature {
	let message = StarkExchange::registration_message(account.clone(), key(number));
	signing::sign(&secret(number), &digest(&message))
}

/// Registers key `number` to a proxy.
#[track_caller]
pub fn register(proxy: u32, number: u8) -> (StarkKey, PositionId) {
	let signature = registration(&proxy_account(proxy), number);
	assert_ok!(StarkProxy::register_user_on_exchange(owner(proxy), proxy, key(number), signature));
	(key(number), StarkExchange::position_of_key(key(number)).expect("just registered"))
}

/// Registers key `number` to a proxy and puts it on its list.
#[track_caller]
pub fn registered(proxy: u32, number: u8) -> (StarkKey, PositionId) {
	let (key, position) = register(proxy, number);
	assert_ok!(StarkProxy::allow_stark_key(owner(proxy), proxy, key));
	(key, position)
}

/// Registers key `number` to an ordinary account.
#[track_caller]
pub fn registered_to(account: &AccountId, number: u8) -> (StarkKey, PositionId) {
	let signature = registration(account, number);
	assert_ok!(StarkExchange::register_user(signed(account), key(number), signature));
	(key(number), StarkExchange::position_of_key(key(number)).expect("just registered"))
}

#[track_caller]
pub fn deposit(proxy: u32, (key, position): (StarkKey, PositionId), quantized: u64) {
	assert_ok!(StarkProxy::deposit_to_exchange(owner(proxy), proxy, key, position, quantized));
}

/// Submits a batch that `fill` has completed.
#[track_caller]
pub fn update_exchange(fill: impl FnOnce(&mut Batch)) {
	let last = StarkExchange::last_state();
	let mut batch = Batch {
		batch_id: last.batch_id + 1,
		previous_state_root: last.state_root,
		new_state_root: H256::repeat_byte(last.batch_id as u8 + 1),
		system_time: now(),
		..Default::default()
	};
	fill(&mut batch);
	assert_ok!(StarkExchange::update_state(signed(&OPERATOR), batch));
}

/// The operator accepts a deposit.
#[track_caller]
pub fn accept((key, position): (StarkKey, PositionId), quantized: u64) {
	update_exchange(|batch| batch.deposits.try_push((key, position, quantized)).expect("fits"));
}

/// The operator credits a withdrawal.
#[track_caller]
pub fn credit((key, position): (StarkKey, PositionId), quantized: u64) {
	update_exchange(|batch| batch.withdrawals.try_push((key, position, quantized)).expect("fits"));
}

/// Tokens of a proxy go to the exchange and are accepted.
#[track_caller]
pub fn move_to_exchange(proxy: u32, on: (StarkKey, PositionId), quantized: u64) {
	deposit(proxy, on, quantized);
	accept(on, quantized);
}

/// Tokens of a proxy come back from the exchange.
#[track_caller]
pub fn move_from_exchange(proxy: u32, on: (StarkKey, PositionId), quantized: u64) {
	credit(on, quantized);
	assert_ok!(StarkProxy::withdraw_from_exchange(owner(proxy), proxy, on.0));
}

/// A trade of `a` with `b`, that can be submitted for 60 days from now on.
pub fn trade(a: (StarkKey, PositionId), b: (StarkKey, PositionId)) -> ForcedTradeArgs {
	ForcedTradeArgs {
		key_a: a.0,
		key_b: b.0,
		position_a: a.1,
		position_b: b.1,
		synthetic_asset_id: 0x45_5448_2d35,
		amount_collateral: 1_000,
		amount_synthetic: 5,
		a_is_buying_synthetic: true,
		submission_expiration: now() + 60 * DAY,
		nonce: 0,
	}
}

/// The consent of party B, whose key is number `number`.
pub fn consent(args: &ForcedTradeArgs, number: u8) -> StarkSignature {
	signing::sign(&secret(number), &digest(&StarkExchange::forced_trade_message(*args)))
}
