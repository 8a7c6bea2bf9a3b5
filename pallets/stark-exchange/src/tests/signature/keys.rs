//! Which 32 bytes are a key.

use super::*;

#[test]
fn the_prime_is_that_of_the_specification() {
	assert_eq!(FIELD_PRIME, bytes(&prime()));
}

#[test]
fn small_numbers_are_keys_where_the_curve_has_points() {
	for x in [1, 2, 3, 4, 6, 7, 8, 10, 11] {
		assert!(is_valid_key(&bytes(&small(x))), "{x} is on the curve");
	}
	for x in [5, 9] {
		assert!(!is_valid_key(&bytes(&small(x))), "{x} is not on the curve");
	}
}

#[test]
fn zero_is_no_key() {
	assert!(!is_valid_key(&[0; 32]));
	let signature = sign(&bytes(&small(1)), &[0; 32]);
	assert!(!verify(&[0; 32], &[0; 32], &signature));
}

#[test]
fn a_key_has_one_encoding() {
	for x in [1, 2, 3, 4, 6, 7, 8, 10, 11] {
		for times in 1..=31u64 {
			let other = small(x) + prime() * times;
			assert!(!is_valid_key(&bytes(&other)), "{x} plus {times} times the prime");
		}
	}
	assert!(!is_valid_key(&FIELD_PRIME));
	assert!(!is_valid_key(&[0xff; 32]));
}

#[test]
fn the_largest_key_lies_just_below_the_prime() {
	let offsets = 1..=20u64;
	let keys = offsets.filter(|offset| is_valid_key(&bytes(&(prime() - small(*offset)))));
	let expected = (1..=20u64).filter(|offset| is_key(&bytes(&(prime() - small(*offset)))));
	let keys = keys.collect::<Vec<_>>();
	assert_eq!(keys, expected.collect::<Vec<_>>());
	// About one in two.
	assert!(keys.len() > 3 && keys.len() < 17);
}

#[test]
fn a_signature_is_refused_under_another_encoding_of_its_key() {
	let secret = bytes(&random(1));
	let (key, z) = (public_key(&secret), digest(b"message"));
	let signature = sign(&secret, &z);
	assert!(verify(&key, &z, &signature));
	assert!(!verify(&bytes(&(number(&key) + prime())), &z, &signature));
}

#[test]
fn secrets_give_the_keys_of_the_curve() {
	let secrets = [small(1), small(2), order() - small(1), random(2), random(3)];
	for secret in secrets {
		let (x, _) = multiple(&secret, &generator()).expect("not infinity");
		let key = public_key(&bytes(&secret));
		assert_eq!(key, bytes(&x));
		assert!(is_valid_key(&key));
	}
}
