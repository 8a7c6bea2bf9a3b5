//! Keys and signatures on the STARK curve (specification, section 4). The only file that knows the library behind it.
//!
//! The library is given numbers in range only: its constructors reduce silently, and one key would then have two
//! encodings.

use starknet_rust_crypto::Felt;
use tidepool_primitives::{StarkKey, StarkSignature};

/// The prime of the field, p = 2^251 + 17 * 2^192 + 1, big-endian.
pub const FIELD_PRIME: [u8; 32] = {
	let mut prime = [0; 32];
	(prime[0], prime[7], prime[31]) = (0x08, 0x11, 0x01);
	prime
};

/// (p - 1) / 2, the exponent that tells squares from other elements.
const HALF_OF_PRIME: [u8; 32] = {
	let mut half = [0; 32];
	(half[0], half[7], half[8]) = (0x04, 0x08, 0x80);
	half
};

/// The constant of the curve y^2 = x^3 + x + beta, big-endian.
const BETA: [u8; 32] = [
	0x06, 0xf2, 0x14, 0x13, 0xef, 0xbe, 0x40, 0xde, 0x15, 0x0e, 0x59, 0x6d, 0x72, 0xf7, 0xa8, 0xc5, 0x60,
	0x9a, 0xd2, 0x6c, 0x15, 0xc9, 0x15, 0xc1, 0xf4, 0xcd, 0xfc, 0xb9, 0x9c, 0xee, 0x9e, 0x89,
];

/// The first byte of 2^251; only numbers below it begin with a smaller one.
const FIRST_BYTE_OF_BOUND: u8 = 0x08;

/// What is signed of a message: its keccak-256 hash without the five highest bits, a big-endian number below 2^251.
pub fn digest(message: &[u8]) -> [u8; 32] {
	let mut digest = sp_io::hashing::keccak_256(message);
	digest[0] &= 0b0000_0111;
	digest
}

/// Whether `key` is the one encoding of the x coordinate of a point: above 0, below p, and on the curve.
pub fn is_valid_key(key: &StarkKey) -> bool {
	is_canonical(key) && is_on_curve(&Felt::from_bytes_be(key))
}

/// Whether `signature` was made with the secret of `key` over the number `z`. Whether the point of the key lies above
/// or below the axis does not count, so that `s` and its negative are both right.
///
/// Total: false, and no panic, for any input. That includes signatures whose verification passes through the point at
/// infinity, which anybody with a key can make.
pub fn verify(key: &StarkKey, z: &[u8; 32], signature: &StarkSignature) -> bool {
	let in_range = [z, &signature.r, &signature.s].into_iter().all(is_below_bound);
	if !in_range || !is_canonical(key) {
		return false;
	}
	let [key, z, r, s] = [key, z, &signature.r, &signature.s].map(Felt::from_bytes_be);
	// The rest of the ranges, 0 and the inverse of s, is the library's own; whatever it objects to is not valid.
	starknet_rust_crypto::verify(&key, &z, &r, &s).unwrap_or(false)
}

fn is_canonical(key: &StarkKey) -> bool {
	*key > [0; 32] && *key < FIELD_PRIME
}

fn is_below_bound(number: &[u8; 32]) -> bool {
	number[0] < FIRST_BYTE_OF_BOUND
}

/// By Euler's criterion. No point of the curve has y = 0, because the number of points is an odd prime.
#[allow(clippy::arithmetic_side_effects)] // Arithmetic of a field has no overflow.
fn is_on_curve(x: &Felt) -> bool {
	let square = x.square() * x + x + Felt::from_bytes_be(&BETA);
	square.pow_felt(&Felt::from_bytes_be(&HALF_OF_PRIME)) == Felt::ONE
}
