//! What forced trades are identified by (specification, section 8.6).

use super::trade_support::*;
use crate::mock::*;
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_core::{H256, U256};
use tidepool_primitives::{ForcedTradeArgs, StarkSignature};

/// The other signature that is valid for the same message: with the negative of `s`.
fn mirrored(signature: StarkSignature) -> StarkSignature {
	let order = "0800000000000010ffffffffffffffffb781126dcae7b2321e66a241adc64d2f";
	let order = U256::from_str_radix(order, 16).expect("a number");
	StarkSignature { s: (order - U256::from_big_endian(&signature.s)).to_big_endian(), ..signature }
}

#[test]
fn the_hash_names_proxy_and_trade_and_no_signature() {
	with_queued(|args, t0| {
		let expected = sp_io::hashing::blake2_256(&[&[0, 0, 0, 0][..], &args.encode()].concat());
		assert_eq!(hash_of(&args), H256(expected));
		assert_eq!(args.encode().len(), 129);
		assert_ne!(StarkProxy::forced_trade_args_hash(B, args), hash_of(&args));
		// Every message has two valid signatures. Whichever submits the trade, it is the same one.
		set_time(t0 + 7 * DAY);
		let signature = consent(&args, PARTY_B);
		let mirrored = mirrored(signature);
		assert_ne!(mirrored, signature);
		assert_ok!(StarkProxy::forced_trade_request(owner(A), A, args, mirrored));
		assert_noop!(submit(&args), Error::ForcedTradeNotQueued);
	});
}

#[test]
fn the_hash_is_pinned() {
	let args = ForcedTradeArgs {
		key_a: [1; 32],
		key_b: [2; 32],
		position_a: 3,
		position_b: 4,
		synthetic_asset_id: 5,
		amount_collateral: 6,
		amount_synthetic: 7,
		a_is_buying_synthetic: true,
		submission_expiration: 8,
		nonce: 9,
	};
	let mut encoded = vec![0x2a, 0, 0, 0];
	encoded.extend([[1; 32], [2; 32]].concat());
	encoded.extend([3u64, 4].map(u64::to_le_bytes).concat());
	encoded.extend(5u128.to_le_bytes());
	encoded.extend([6u64, 7].map(u64::to_le_bytes).concat());
	encoded.push(1);
	encoded.extend([8u64, 9].map(u64::to_le_bytes).concat());
	let hash = StarkProxy::forced_trade_args_hash(42, args);
	assert_eq!(hash, H256(sp_io::hashing::blake2_256(&encoded)));
}
