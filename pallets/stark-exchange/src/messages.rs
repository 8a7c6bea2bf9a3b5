//! What is signed, and what requests and transfers are identified by (specification, sections 4 and 6).
//!
//! Each message begins with its purpose and the hash of the genesis block, which frame-system keeps when it prunes the
//! hashes of old blocks: a signature is good for one purpose on one chain.

use crate::{
	signature::{digest, verify},
	types::TransferOrder,
	Config, Pallet,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::Zero;
use tidepool_primitives::{ForcedTradeArgs, PositionId, StarkKey, StarkSignature};

const REGISTRATION: &[u8] = b"lsm/stark-exchange/register/v1";
const FORCED_TRADE: &[u8] = b"lsm/stark-exchange/forced-trade/v1";
const TRANSFER: &[u8] = b"lsm/stark-exchange/transfer/v1";

impl<T: Config> Pallet<T> {
	pub(crate) fn message_of_registration(who: &T::AccountId, key: &StarkKey) -> Vec<u8> {
		Self::message(REGISTRATION, &(who, key))
	}

	pub(crate) fn message_of_forced_trade(args: &ForcedTradeArgs) -> Vec<u8> {
		Self::message(FORCED_TRADE, args)
	}

	pub(crate) fn message_of_transfer(order: &TransferOrder) -> Vec<u8> {
		Self::message(TRANSFER, order)
	}

	fn message(purpose: &[u8], content: &impl Encode) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		[purpose, genesis.as_ref(), &content.encode()].concat()
	}
}

/// Whether `signature` is that of `key` over `message`.
pub(crate) fn is_signed(message: &[u8], key: &StarkKey, signature: &StarkSignature) -> bool {
	verify(key, &digest(message), signature)
}

/// Id of a forced withdrawal.
pub fn forced_withdrawal_id(key: &StarkKey, position: PositionId, quantized: u64) -> H256 {
	id(b"forced-withdrawal", &(key, position, quantized))
}

/// Id of a forced trade. The expiration is part of it.
pub fn forced_trade_id(args: &ForcedTradeArgs) -> H256 {
	id(b"forced-trade", args)
}

/// Id of a transfer.
pub fn transfer_id(order: &TransferOrder) -> H256 {
	id(b"transfer", order)
}

/// State root after the end of a freeze.
pub(crate) fn unfrozen_root(root: &H256) -> H256 {
	id(b"unfrozen", root)
}

fn id(kind: &[u8], content: &impl Encode) -> H256 {
	blake2_256(&[kind, &content.encode()].concat()).into()
}
