//! Signing with STARK keys, for wallets, tests and benchmarks. No part of a runtime.

use starknet_rust_crypto::{get_public_key, rfc6979_generate_k, Felt};
use tidepool_primitives::{StarkKey, StarkSignature};

/// The key that belongs to `secret`, a big-endian number above 0 and below the order of the curve.
pub fn public_key(secret: &[u8; 32]) -> StarkKey {
	get_public_key(&Felt::from_bytes_be(secret)).to_bytes_be()
}

/// Signs the number `z`, which must be below 2^251. The nonce follows from both as RFC 6979 tells.
pub fn sign(secret: &[u8; 32], z: &[u8; 32]) -> StarkSignature {
	let (secret, z) = (Felt::from_bytes_be(secret), Felt::from_bytes_be(z));
	let mut attempts = (0u64..).map(|seed| {
		let seed = (seed > 0).then(|| Felt::from(seed));
		let nonce = rfc6979_generate_k(&z, &secret, seed.as_ref());
		starknet_rust_crypto::sign(&secret, &z, &nonce)
	});
	let signature = attempts.find_map(Result::ok).expect("almost every nonce gives a signature");
	StarkSignature { r: signature.r.to_bytes_be(), s: signature.s.to_bytes_be() }
}
