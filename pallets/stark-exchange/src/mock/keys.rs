//! STARK keys and what is signed with them. A test names a key by its secret, a small number.

use super::*;
use crate::{signature::digest, signing, types::TransferOrder};
use tidepool_primitives::{ForcedTradeArgs, PositionId, StarkKey, StarkSignature};

/// Secrets and key of the specification's vectors.
pub const SECRET_A: u64 = 0x12345;
pub const SECRET_B: u64 = 0x54321;

/// A secret as the bytes of a number.
pub fn secret_bytes(secret: u64) -> [u8; 32] {
	let mut bytes = [0; 32];
	bytes[24..].copy_from_slice(&secret.to_be_bytes());
	bytes
}

/// The key of a secret.
pub fn key(secret: u64) -> StarkKey {
	signing::public_key(&secret_bytes(secret))
}

/// A signature over a message.
pub fn sign(secret: u64, message: &[u8]) -> StarkSignature {
	signing::sign(&secret_bytes(secret), &digest(message))
}

/// What `register_user` of `account` needs.
pub fn sign_registration(account: AccountId, secret: u64) -> StarkSignature {
	sign(secret, &StarkExchange::registration_message(account, key(secret)))
}

/// The consent of the party with the secret.
pub fn sign_trade(secret: u64, args: &ForcedTradeArgs) -> StarkSignature {
	sign(secret, &StarkExchange::forced_trade_message(*args))
}

/// The order of the sender with the secret.
pub fn sign_transfer(secret: u64, order: &TransferOrder) -> StarkSignature {
	sign(secret, &StarkExchange::transfer_message(*order))
}

/// The position of a registered key.
#[track_caller]
pub fn position(secret: u64) -> PositionId {
	StarkExchange::position_of_key(key(secret)).expect("is registered")
}

/// A trade between two registered keys in which the first buys, valid for a day.
#[track_caller]
pub fn trade(secret_a: u64, secret_b: u64) -> ForcedTradeArgs {
	ForcedTradeArgs {
		key_a: key(secret_a),
		key_b: key(secret_b),
		position_a: position(secret_a),
		position_b: position(secret_b),
		synthetic_asset_id: 0x45_5448_2d35,
		amount_collateral: 1_000_000_000,
		amount_synthetic: 5_000,
		a_is_buying_synthetic: true,
		submission_expiration: now() + DAY,
		nonce: 7,
	}
}

/// A transfer between two registered keys, valid for a day.
#[track_caller]
pub fn order(from: u64, to: u64, amount: u64) -> TransferOrder {
	let (from, to) = (position(from), position(to));
	TransferOrder { from, to, amount, nonce: 1, expiration: now() + DAY }
}
