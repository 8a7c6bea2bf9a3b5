//! What is hashed and signed.

use super::*;
use crate::{signature::digest, types::TransferOrder};
use codec::Encode;
use frame_support::traits::Hooks;
use sp_core::H256;
use sp_io::hashing::{blake2_256, keccak_256};

#[test]
fn a_digest_is_keccak_without_the_five_highest_bits() {
	for byte in 0..=255 {
		let hash = keccak_256(&[byte]);
		let digest = digest(&[byte]);
		assert_eq!(digest[0], hash[0] % 8);
		assert_eq!(digest[1..], hash[1..]);
	}
	// The bits are not always clear before.
	assert!((0..=255u8).any(|byte| keccak_256(&[byte])[0] >= 0x08));
}

#[test]
fn a_transfer_order_is_40_bytes() {
	let order = TransferOrder { from: 1, to: 2, amount: 3, nonce: 4, expiration: 5 };
	let words = [1u64, 2, 3, 4, 5].map(u64::to_le_bytes);
	assert_eq!(order.encode(), words.concat());
}

#[test]
fn each_message_names_its_purpose_and_the_chain() {
	ExtBuilder::default().genesis_hash(H256([0xaa; 32])).build_and_execute(|| {
		register(ALICE, SECRET_A);
		register(BOB, SECRET_B);
		let (trade, order) = (trade(SECRET_A, SECRET_B), order(SECRET_A, SECRET_B, 1));
		let expected = |purpose: &[u8], content: Vec<u8>| [purpose, &[0xaa; 32], &content].concat();
		assert_eq!(
			StarkExchange::registration_message(ALICE, key(SECRET_A)),
			expected(b"lsm/stark-exchange/register/v1", [[1; 32], key(SECRET_A)].concat())
		);
		assert_eq!(
			StarkExchange::forced_trade_message(trade),
			expected(b"lsm/stark-exchange/forced-trade/v1", trade.encode())
		);
		assert_eq!(
			StarkExchange::transfer_message(order),
			expected(b"lsm/stark-exchange/transfer/v1", order.encode())
		);
	});
}

#[test]
fn the_hash_of_the_genesis_block_outlives_pruning() {
	ExtBuilder::default().build_and_execute(|| {
		let message = StarkExchange::registration_message(ALICE, key(SECRET_A));
		for number in 2..=30 {
			System::initialize(&number, &H256([number as u8; 32]), &Default::default());
			StarkExchange::on_initialize(number);
			System::finalize();
		}
		let pruned = |number: u64| !frame_system::BlockHash::<Test>::contains_key(number);
		assert!(pruned(1), "old hashes are pruned");
		assert_eq!(System::block_hash(0), GENESIS_HASH);
		assert_eq!(StarkExchange::registration_message(ALICE, key(SECRET_A)), message);
	});
}

#[test]
fn ids_hash_a_word_and_the_content() {
	ExtBuilder::default().build_and_execute(|| {
		register(ALICE, SECRET_A);
		register(BOB, SECRET_B);
		let (trade, order) = (trade(SECRET_A, SECRET_B), order(SECRET_A, SECRET_B, 1));
		let id = |word: &[u8], content: Vec<u8>| H256(blake2_256(&[word, &content].concat()));
		let withdrawal = [&key(SECRET_A)[..], &1u64.to_le_bytes(), &77u64.to_le_bytes()].concat();
		assert_eq!(
			StarkExchange::forced_withdrawal_id(key(SECRET_A), 1, 77),
			id(b"forced-withdrawal", withdrawal)
		);
		assert_eq!(StarkExchange::forced_trade_id(trade), id(b"forced-trade", trade.encode()));
		assert_eq!(StarkExchange::transfer_id(order), id(b"transfer", order.encode()));
	});
}
