//! Signatures that lead through the point at infinity. Anybody with a key can make them; they must be false and must not
//! panic.

use super::*;

/// r = z / d, or its negative: then w z G = w r Q, or its negative, whatever s is.
fn attack(seed: u64, sign: bool) -> ([u8; 32], [u8; 32], BigUint) {
	let n = order();
	let (secret, z) = (random(seed), random(seed + 1_000) % bound());
	let r = &z * secret.modinv(&n).expect("not 0") % &n;
	let r = if sign { r } else { &n - r };
	let key = public_key(&bytes(&secret));
	let (a, b) = (multiple(&z, &generator()), multiple(&r, &lift(&number(&key))));
	assert!(sum(&a, &b).is_none() || sum(&a, &negative(&b)).is_none(), "a sum is the point at infinity");
	(key, bytes(&z), r)
}

#[test]
fn fifty_attacks_are_refused() {
	for seed in 0..50 {
		let (key, z, r) = attack(seed, seed % 2 == 0);
		for s in [small(1), small(5), bound() - small(1), random(seed + 2_000)] {
			assert!(!verify(&key, &z, &signature(&r, &s)), "seed {seed}, s {s}");
		}
	}
}

/// With z = 0 the first point is at infinity and the sums are those of the second one alone. That is an honest signature
/// over the number 0.
#[test]
fn a_signature_over_zero_is_like_any_other() {
	let secret = bytes(&random(3));
	let key = public_key(&secret);
	let signature = sign(&secret, &[0; 32]);
	assert!(verify(&key, &[0; 32], &signature));
	assert!(is_signature(&key, &[0; 32], &signature));
	assert!(!verify(&key, &bytes(&small(1)), &signature));
}

/// The key of the secret 1 is the generator: both points are multiples of one another.
#[test]
fn a_key_that_is_the_generator() {
	let secret = bytes(&small(1));
	let key = public_key(&secret);
	assert_eq!(Some(number(&key)), generator().map(|(x, _)| x));
	for z in [small(1), random(4), bound() - small(1)] {
		let z = bytes(&(z % bound()));
		assert!(verify(&key, &z, &sign(&secret, &z)));
		// r = z: the sums are 2 w z G and infinity.
		let attack = StarkSignature { r: z, s: bytes(&small(7)) };
		assert_eq!(verify(&key, &z, &attack), is_signature(&key, &z, &attack));
		assert!(!verify(&key, &z, &attack));
	}
}

/// Over the number 0 anybody can sign for any key, here with r = key and s = 1 for the key 1. It does not matter, because
/// no message is known whose hash is 0.
#[test]
fn extreme_bytes_are_refused() {
	let extremes = [[0; 32], [0xff; 32], bytes(&small(1)), bytes(&prime()), bytes(&order()), bytes(&bound())];
	let one = bytes(&small(1));
	for key in extremes {
		for z in extremes {
			for r in extremes {
				for s in extremes {
					let is_forged_over_zero = [key, r, s] == [one; 3] && z == [0; 32];
					assert_eq!(verify(&key, &z, &StarkSignature { r, s }), is_forged_over_zero);
				}
			}
		}
	}
}
