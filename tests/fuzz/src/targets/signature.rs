//! The check of STARK signatures, against the same check done another way.

use crate::naive;
use codec::Decode;
use pallet_stark_exchange::{
	signature::{is_valid_key, verify},
	signing::{public_key, sign},
};
use sp_core::U256;
use tidepool_primitives::StarkSignature;

/// How a signature comes about.
#[derive(Decode, Debug)]
enum Case {
	/// Out of nothing.
	Anything { key: [u8; 32], z: [u8; 32], r: [u8; 32], s: [u8; 32] },
	/// By the secret.
	Honest { secret: [u8; 32], z: [u8; 32] },
	/// By the secret, and then one byte is changed: of the key, the number, or a half of the signature.
	Changed { secret: [u8; 32], z: [u8; 32], part: u8, byte: u8, by: u8 },
	/// r = z / secret: one of the two sums of the check is the point at infinity.
	ThroughInfinity { secret: u8, z: [u8; 32], s: [u8; 32] },
}

/// Below 2^251, as digests are.
fn digest(mut z: [u8; 32]) -> [u8; 32] {
	z[0] &= 0b0000_0111;
	z
}

/// Above 0 and below the order of the curve.
fn secret(seed: [u8; 32]) -> [u8; 32] {
	let mut secret = digest(seed);
	secret[31] |= 1;
	secret
}

fn check(key: &[u8; 32], z: &[u8; 32], signature: &StarkSignature) -> bool {
	let valid = verify(key, z, signature);
	assert_eq!(valid, naive::verify(key, z, &signature.r, &signature.s), "the two checks differ");
	assert!(!valid || is_valid_key(key), "a signature of a key that is none");
	valid
}

fn through_infinity(seed: u8, z: [u8; 32], s: [u8; 32]) {
	let d = U256::from(seed) + 1;
	let key = public_key(&d.to_big_endian());
	let z = digest(z);
	let r = naive::divide(U256::from_big_endian(&z), d).to_big_endian();
	check(&key, &z, &StarkSignature { r, s });
}

fn run(case: Case) {
	match case {
		Case::Anything { key, z, r, s } => {
			check(&key, &z, &StarkSignature { r, s });
		},
		Case::Honest { secret: seed, z } => {
			let (secret, z) = (secret(seed), digest(z));
			let signature = sign(&secret, &z);
			// A signer tries again when s has no small inverse, which a fuzzer will not live to see.
			assert!(check(&public_key(&secret), &z, &signature));
		},
		Case::Changed { secret: seed, z, part, byte, by } => {
			let (secret, mut z) = (secret(seed), digest(z));
			let (mut key, mut signature) = (public_key(&secret), sign(&secret, &z));
			let part = match part % 4 {
				0 => &mut key,
				1 => &mut z,
				2 => &mut signature.r,
				_ => &mut signature.s,
			};
			part[usize::from(byte % 32)] ^= by;
			let valid = check(&key, &z, &signature);
			assert!(!valid || by == 0, "a changed signature is valid");
		},
		Case::ThroughInfinity { secret, z, s } => through_infinity(secret, z, s),
	}
}

/// Checks a signature of any kind.
pub fn signature(mut data: &[u8]) {
	// Too short an input has nothing to say.
	if let Ok(case) = Case::decode(&mut data) {
		run(case);
	}
}
