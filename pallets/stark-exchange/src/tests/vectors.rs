//! The vectors of the specification, section 4.1.

use super::*;
use crate::signature::{digest, is_valid_key, verify};
use frame_support::{assert_noop, assert_ok};
use tidepool_primitives::{ForcedTradeArgs, StarkKey, StarkSignature};

const KEY_A: &str = "002f8ffcb446d2a062ef18561eb507b08ea01d52d4c594e90cfca47f075cb952";
const KEY_B: &str = "0061d0f6b01e5696a475786dbbd6de15f984b23a553be50018489781de416140";
/// The vectors share a nonce on purpose.
const R: &str = "040e67ff2c1b2b9fd7cf483125ac0c1647f4165cc0b8f860adb8b489e90d0468";
const ALICE_OF_THE_VECTORS: &str = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
const BOB_OF_THE_VECTORS: &str = "8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48";

fn bytes(hex: &str) -> [u8; 32] {
	let mut bytes = [0; 32];
	for (index, byte) in bytes.iter_mut().enumerate() {
		*byte = u8::from_str_radix(&hex[2 * index..2 * index + 2], 16).expect("hex digits");
	}
	bytes
}

fn signature(r: &str, s: &str) -> StarkSignature {
	StarkSignature { r: bytes(r), s: bytes(s) }
}

fn account(hex: &str) -> AccountId {
	AccountId::new(bytes(hex))
}

fn z_of_v1() -> [u8; 32] {
	let mut z = [0; 32];
	z[16..].copy_from_slice(&0x1234567890abcdef1234567890abcdef_u128.to_be_bytes());
	z
}

#[test]
fn the_keys() {
	assert_eq!((key(SECRET_A), key(SECRET_B)), (bytes(KEY_A), bytes(KEY_B)));
	assert!(is_valid_key(&bytes(KEY_A)) && is_valid_key(&bytes(KEY_B)));
}

#[test]
fn v1_a_plain_signature() {
	let signature = signature(R, "07edcb5d7e4b8998ca1e88af18bee8ec8303f4ae2f954752fecd41b7e6b480f0");
	assert!(verify(&bytes(KEY_A), &z_of_v1(), &signature));
	assert!(!verify(&bytes(KEY_B), &z_of_v1(), &signature));
}

#[test]
fn v2_a_registration() {
	ExtBuilder::default().build_and_execute(|| {
		let (alice, bob) = (account(ALICE_OF_THE_VECTORS), account(BOB_OF_THE_VECTORS));
		let key: StarkKey = bytes(KEY_A);
		let message = StarkExchange::registration_message(alice.clone(), key);
		assert_eq!(message.len(), 126);
		let z = bytes("072e585258789513d4157630374b99d91d92023c0249f85046f8a4093b66c310");
		assert_eq!(digest(&message), z);
		let signature = signature(R, "07636fc82b6b5971bb7e986b566598e546d91073c7aefe67e23caa54657d2e85");
		assert!(verify(&key, &z, &signature));
		let stranger = StarkExchange::register_user(signed(bob), key, signature);
		assert_eq!(stranger, Err(Error::InvalidSignature.into()));
		assert_ok!(StarkExchange::register_user(signed(alice), key, signature));
	});
}

#[test]
fn v3_an_attack_through_the_point_at_infinity() {
	let mut s = [0; 32];
	s[31] = 5;
	let r = bytes("063c0c275851fc726451c7a911f9196353871a7feaef6113f58c747e99e296dd");
	assert!(!verify(&bytes(KEY_A), &z_of_v1(), &StarkSignature { r, s }));
}

#[test]
fn v4_a_forced_trade() {
	ExtBuilder::default().build_and_execute(|| {
		fund(ALICE, SECRET_A, 1);
		fund(BOB, SECRET_B, 1);
		let args = ForcedTradeArgs {
			key_a: bytes(KEY_A),
			key_b: bytes(KEY_B),
			position_a: 1,
			position_b: 2,
			synthetic_asset_id: 0x45_5448_2d35,
			amount_collateral: 1_000_000_000,
			amount_synthetic: 5_000,
			a_is_buying_synthetic: true,
			submission_expiration: 1_800_000_000,
			nonce: 7,
		};
		let message = StarkExchange::forced_trade_message(args);
		assert_eq!(message.len(), 195);
		let z = bytes("07b5f00128c4ea29ec22a180d2149b65acb739d18fa64e21af3e0edc2f147090");
		assert_eq!(digest(&message), z);
		let signature = signature(R, "048c3a00ef1854fff533f0215d3aa80205b0eb73add24e946e7d2180e0f89893");
		assert!(verify(&args.key_b, &z, &signature));
		let changed = ForcedTradeArgs { nonce: 8, ..args };
		assert_noop!(
			StarkExchange::forced_trade_request(signed(ALICE), changed, signature, false),
			Error::InvalidSignature
		);
		assert_ok!(StarkExchange::forced_trade_request(signed(ALICE), args, signature, false));
	});
}
