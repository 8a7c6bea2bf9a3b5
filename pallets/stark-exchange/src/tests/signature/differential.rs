//! The library agrees with the oracle, and with what it signed itself.

use super::*;
use proptest::{
	prelude::*,
	test_runner::{contextualize_config, RngSeed},
};

/// A fixed seed and `cases` cases, unless the environment says otherwise.
fn config(cases: u32) -> ProptestConfig {
	let fixed = ProptestConfig {
		cases,
		rng_seed: RngSeed::Fixed(1),
		failure_persistence: None,
		..ProptestConfig::default()
	};
	contextualize_config(fixed)
}

/// A number from 1 to n - 1.
fn secret() -> impl Strategy<Value = BigUint> {
	any::<[u8; 32]>().prop_map(|bytes| number(&bytes) % (order() - small(1)) + small(1))
}

/// Numbers of all kinds, most of them in range, some at the edges.
fn any_number() -> impl Strategy<Value = [u8; 32]> {
	let edges = [small(0), small(1), bound(), order(), prime()];
	let at_edge = (0..edges.len(), 0..3u64).prop_map(move |(edge, above)| {
		// From one below to one above.
		bytes(&((&edges[edge] + small(above)).max(small(1)) - small(1)))
	});
	prop_oneof![
		4 => any::<[u8; 32]>().prop_map(|bytes| digest(&bytes)),
		1 => any::<[u8; 32]>(),
		1 => at_edge,
	]
}

/// What is changed about a signature.
#[derive(Clone, Copy, Debug)]
enum Change {
	Key(u8),
	Message(u8),
	R(u8),
	S(u8),
}

fn change() -> impl Strategy<Value = Change> {
	let bit = any::<u8>;
	prop_oneof![
		bit().prop_map(Change::Key),
		bit().prop_map(Change::Message),
		bit().prop_map(Change::R),
		bit().prop_map(Change::S),
	]
}

fn flip(bytes: &mut [u8; 32], bit: u8) {
	bytes[usize::from(bit / 8)] ^= 1 << (bit % 8);
}

proptest! {
	#![proptest_config(config(256))]

	#[test]
	fn what_was_signed_verifies_and_nothing_else(
		secret in secret(),
		message in any::<[u8; 40]>(),
		change in change(),
	) {
		let secret = bytes(&secret);
		let (mut key, mut z) = (public_key(&secret), digest(&message));
		let mut signature = sign(&secret, &z);
		prop_assert!(is_valid_key(&key));
		prop_assert!(verify(&key, &z, &signature));
		match change {
			Change::Key(bit) => flip(&mut key, bit),
			Change::Message(bit) => flip(&mut z, bit),
			Change::R(bit) => flip(&mut signature.r, bit),
			Change::S(bit) => flip(&mut signature.s, bit),
		}
		prop_assert!(!verify(&key, &z, &signature));
	}

	#[test]
	fn any_bytes_are_a_key_exactly_where_the_oracle_says(key in any_number()) {
		prop_assert_eq!(is_valid_key(&key), is_key(&key));
	}

	#[test]
	fn any_bytes_can_be_checked(key in any_number(), z in any_number(), r in any_number(), s in any_number()) {
		// Anybody can sign the number 0.
		prop_assume!(z != [0; 32]);
		let signature = StarkSignature { r, s };
		prop_assert!(!verify(&key, &z, &signature));
	}
}

proptest! {
	#![proptest_config(config(48))]

	#[test]
	fn the_oracle_agrees(
		(secret, nonce) in (secret(), secret()),
		s in prop_oneof![any_number(), secret().prop_map(|s| bytes(&s))],
		change in proptest::option::weighted(0.3, change()),
	) {
		// The equation holds before the change; ranges decide.
		let (z, r) = signed_with(&secret, &nonce, &number(&s));
		let (mut key, mut z) = (public_key(&bytes(&secret)), bytes(&z));
		let mut signature = StarkSignature { r: bytes(&r), s };
		match change {
			Some(Change::Key(bit)) => flip(&mut key, bit),
			Some(Change::Message(bit)) => flip(&mut z, bit),
			Some(Change::R(bit)) => flip(&mut signature.r, bit),
			Some(Change::S(bit)) => flip(&mut signature.s, bit),
			None => {},
		}
		prop_assert_eq!(verify(&key, &z, &signature), is_signature(&key, &z, &signature));
	}

	#[test]
	fn the_oracle_agrees_on_foreign_keys(key in any_number(), z in any_number(), seed in any::<u64>()) {
		let signature = signature(&random(seed), &random(seed.wrapping_add(1)));
		prop_assert_eq!(verify(&key, &z, &signature), is_signature(&key, &z, &signature));
	}
}
