//! Keys and signatures on the STARK curve (specification, section 4).

use crate::{
	signature::{digest, is_valid_key, verify, FIELD_PRIME},
	signing::{public_key, sign},
};
use num_bigint::BigUint;
use oracle::*;
use tidepool_primitives::StarkSignature;

mod attacks;
mod differential;
mod keys;
mod oracle;
mod ranges;

/// A number as 32 bytes, big-endian.
fn bytes(number: &BigUint) -> [u8; 32] {
	let digits = number.to_bytes_be();
	let mut bytes = [0; 32];
	bytes[32 - digits.len()..].copy_from_slice(&digits);
	bytes
}

fn number(bytes: &[u8; 32]) -> BigUint {
	BigUint::from_bytes_be(bytes)
}

fn small(number: u64) -> BigUint {
	number.into()
}

/// Numbers that look random and are the same in every run.
fn random(seed: u64) -> BigUint {
	number(&sp_io::hashing::blake2_256(&seed.to_be_bytes())) % order()
}

fn signature(r: &BigUint, s: &BigUint) -> StarkSignature {
	StarkSignature { r: bytes(r), s: bytes(s) }
}

/// What a signer with the secret can reach by choosing its nonce and `s`: the numbers z and r that go with them.
fn signed_with(secret: &BigUint, nonce: &BigUint, s: &BigUint) -> (BigUint, BigUint) {
	let n = order();
	let (r, _) = multiple(nonce, &generator()).expect("not infinity");
	let z = (s * nonce + (&n - (&r * secret) % &n)) % &n;
	(z, r)
}
