//! Registration of keys (specification, sections 4 and 6.1; acceptance scenario k).

use super::{common::*, *};
use crate::{
	signature::{digest, FIELD_PRIME},
	types::Position,
	KeyCount, NextPositionId,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_core::{hex2array, H256};
use sp_runtime::{ArithmeticError, DispatchError};
use tidepool_primitives::{StarkKey, StarkSignature};

/// The account of vector V2.
const ALICE_OF_V2: AccountId =
	AccountId::new(hex2array!("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d"));
/// The account that V2 must not register.
const BOB_OF_V2: AccountId =
	AccountId::new(hex2array!("8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48"));
const KEY_OF_V2: StarkKey = hex2array!("002f8ffcb446d2a062ef18561eb507b08ea01d52d4c594e90cfca47f075cb952");
const SIGNATURE_OF_V2: StarkSignature = StarkSignature {
	r: hex2array!("040e67ff2c1b2b9fd7cf483125ac0c1647f4165cc0b8f860adb8b489e90d0468"),
	s: hex2array!("07636fc82b6b5971bb7e986b566598e546d91073c7aefe67e23caa54657d2e85"),
};

fn call(account: AccountId, key: StarkKey, signature: StarkSignature) -> DispatchResult {
	StarkExchange::register_user(signed(account), key, signature)
}

/// A number below 256.
fn small(number: u8) -> StarkKey {
	let mut bytes = [0; 32];
	bytes[31] = number;
	bytes
}

/// `FIELD_PRIME + number`.
fn prime_plus(number: u8) -> StarkKey {
	let mut bytes = FIELD_PRIME;
	bytes[31] += number;
	bytes
}

fn user_registered(account: AccountId, secret: u64, position: u64) -> Event {
	Event::UserRegistered { account, key: key(secret), position }
}

#[test]
fn a_registration_binds_the_key_and_opens_an_empty_position() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(call(ALICE, key(SECRET_A), sign_registration(ALICE, SECRET_A)));
		assert_eq!(all_events(), [ours(user_registered(ALICE, SECRET_A, 1))]);
		assert_eq!(StarkExchange::account_of_key(key(SECRET_A)), Some(ALICE));
		assert_eq!(StarkExchange::keys_of(ALICE), [key(SECRET_A)]);
		assert_eq!(KeyCount::<Test>::get(ALICE), 1);
		assert_eq!(StarkExchange::position_of_key(key(SECRET_A)), Some(1));
		let record = Position { key: key(SECRET_A), equity: 0, open_forced: 0 };
		assert_eq!(StarkExchange::position(1), Some(record));
		assert_eq!(NextPositionId::<Test>::get(), 2);
		assert_eq!(StarkExchange::exposure(ALICE), exposure(0, 0, 0));
		assert_eq!(usdc(ALICE), FUNDS);
	});
}

#[test]
fn positions_are_numbered_from_one_and_a_refused_registration_uses_no_number() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(register(ALICE, SECRET_A), 1);
		assert_noop!(call(BOB, key(SECRET_B), NO_SIGNATURE), Error::InvalidSignature);
		assert_eq!(register(BOB, SECRET_B), 2);
		assert_eq!(register(ALICE, SECRET_C), 3);
		let mut keys = StarkExchange::keys_of(ALICE);
		keys.sort();
		let mut expected = [key(SECRET_A), key(SECRET_C)];
		expected.sort();
		assert_eq!(keys, expected);
		assert_eq!(
			exchange_events(),
			[
				user_registered(ALICE, SECRET_A, 1),
				user_registered(BOB, SECRET_B, 2),
				user_registered(ALICE, SECRET_C, 3),
			]
		);
	});
}

#[test]
fn the_vector_registers_its_account_and_no_other() {
	ExtBuilder::default().genesis_hash(H256([0x11; 32])).build_and_execute(|| {
		assert_noop!(call(BOB_OF_V2, KEY_OF_V2, SIGNATURE_OF_V2), Error::InvalidSignature);
		assert_noop!(call(ALICE_OF_V2, key(SECRET_B), SIGNATURE_OF_V2), Error::InvalidSignature);
		assert_ok!(call(ALICE_OF_V2, KEY_OF_V2, SIGNATURE_OF_V2));
		let event = Event::UserRegistered { account: ALICE_OF_V2, key: KEY_OF_V2, position: 1 };
		assert_eq!(exchange_events(), [event]);
		assert_noop!(call(ALICE_OF_V2, KEY_OF_V2, SIGNATURE_OF_V2), Error::KeyAlreadyRegistered);
	});
}

#[test]
fn the_vector_counts_on_its_chain_only() {
	ExtBuilder::default().genesis_hash(H256([0x12; 32])).build_and_execute(|| {
		assert_noop!(call(ALICE_OF_V2, KEY_OF_V2, SIGNATURE_OF_V2), Error::InvalidSignature);
	});
}

#[test]
fn a_bit_of_the_vector_changed_makes_it_invalid() {
	ExtBuilder::default().build_and_execute(|| {
		for byte in [0, 15, 31] {
			let mut signature = SIGNATURE_OF_V2;
			signature.r[byte] ^= 1;
			assert_noop!(call(ALICE_OF_V2, KEY_OF_V2, signature), Error::InvalidSignature);
			let mut signature = SIGNATURE_OF_V2;
			signature.s[byte] ^= 1;
			assert_noop!(call(ALICE_OF_V2, KEY_OF_V2, signature), Error::InvalidSignature);
		}
	});
}

#[test]
fn the_checks_have_an_order() {
	ExtBuilder::default().max_keys(1).build_and_execute(|| {
		register(ALICE, SECRET_A);
		// Alice has all her keys, and none of the signatures is right.
		assert_noop!(call(ALICE, small(5), NO_SIGNATURE), Error::InvalidStarkKey);
		assert_noop!(call(ALICE, key(SECRET_A), NO_SIGNATURE), Error::KeyAlreadyRegistered);
		assert_noop!(call(ALICE, key(SECRET_B), NO_SIGNATURE), Error::TooManyKeys);
		assert_noop!(call(BOB, key(SECRET_B), NO_SIGNATURE), Error::InvalidSignature);
		assert_ok!(call(BOB, key(SECRET_B), sign_registration(BOB, SECRET_B)));
	});
}

#[test]
fn a_key_must_be_the_one_encoding_of_a_point() {
	ExtBuilder::default().build_and_execute(|| {
		// 1 is on the curve; p + 1 is the same element of the field.
		for invalid in [small(0), small(5), small(9), FIELD_PRIME, prime_plus(1), prime_plus(2), [0xff; 32]] {
			assert_noop!(call(ALICE, invalid, NO_SIGNATURE), Error::InvalidStarkKey);
		}
		for number in [1, 2, 3, 4, 6, 7, 8, 10, 11] {
			assert_noop!(call(ALICE, small(number), NO_SIGNATURE), Error::InvalidSignature);
		}
	});
}

#[test]
fn a_key_is_registered_once() {
	ExtBuilder::default().build_and_execute(|| {
		register(ALICE, SECRET_A);
		for account in [ALICE, BOB] {
			let signature = sign_registration(account.clone(), SECRET_A);
			assert_noop!(call(account, key(SECRET_A), signature), Error::KeyAlreadyRegistered);
		}
	});
}

#[test]
fn an_account_has_no_more_keys_than_it_may() {
	for limit in [1, 3, 16] {
		ExtBuilder::default().max_keys(limit).build_and_execute(|| {
			for secret in 1..=limit {
				assert_eq!(KeyCount::<Test>::get(ALICE), secret - 1);
				register(ALICE, secret.into());
			}
			let next = u64::from(limit) + 1;
			let signature = sign_registration(ALICE, next);
			assert_noop!(call(ALICE, key(next), signature), Error::TooManyKeys);
			assert_eq!(StarkExchange::keys_of(ALICE).len(), limit as usize);
			// Others have their own limit.
			register(BOB, next);
		});
	}
}

#[test]
fn the_signature_is_for_one_account_one_key_and_one_purpose() {
	ExtBuilder::default().build_and_execute(|| {
		let key = key(SECRET_A);
		assert_noop!(call(ALICE, key, sign_registration(BOB, SECRET_A)), Error::InvalidSignature);
		assert_noop!(call(ALICE, key, sign_registration(ALICE, SECRET_B)), Error::InvalidSignature);
		let message = StarkExchange::registration_message(ALICE, key);
		assert_noop!(call(ALICE, key, sign(SECRET_B, &message)), Error::InvalidSignature);
		let changed = [b"x", &message[1..]].concat();
		assert_noop!(call(ALICE, key, sign(SECRET_A, &changed)), Error::InvalidSignature);
		assert_ok!(call(ALICE, key, sign(SECRET_A, &message)));
	});
}

#[test]
fn a_signature_through_the_point_at_infinity_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		// With the secret d = 1, r = z / d makes one of the sums infinite.
		let r = digest(&StarkExchange::registration_message(ALICE, key(1)));
		for s in [small(1), small(5), r] {
			assert_noop!(call(ALICE, key(1), StarkSignature { r, s }), Error::InvalidSignature);
		}
		register(ALICE, 1);
	});
}

#[test]
fn registration_is_possible_in_a_freeze() {
	frozen(|_| {
		assert_eq!(register(CAROL, SECRET_C), 3);
	});
}

#[test]
fn an_account_without_anything_can_register() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(register(PAUPER, SECRET_A), 1);
	});
}

#[test]
fn only_signed_origins_register() {
	ExtBuilder::default().build_and_execute(|| {
		let signature = sign_registration(ALICE, SECRET_A);
		for origin in unsigned_origins() {
			let result = StarkExchange::register_user(origin, key(SECRET_A), signature);
			assert_noop!(result, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn the_last_number_of_a_position_is_not_given_out() {
	ExtBuilder::default().build_and_execute(|| {
		NextPositionId::<Test>::put(u64::MAX);
		let signature = sign_registration(ALICE, SECRET_A);
		assert_noop!(call(ALICE, key(SECRET_A), signature), ArithmeticError::Overflow);
		NextPositionId::<Test>::put(u64::MAX - 1);
		assert_eq!(register(ALICE, SECRET_A), u64::MAX - 1);
	});
}
