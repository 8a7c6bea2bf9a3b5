//! Numbers out of range are refused, however well they fit the equation otherwise.

use super::*;

/// A secret, its key, and what a signer with it can make of `s`.
fn with_s(s: &BigUint) -> ([u8; 32], [u8; 32], StarkSignature) {
	let secret = random(11);
	let (z, r) = signed_with(&secret, &random(12), s);
	let w = s.modinv(&order()).expect("not 0");
	let key = public_key(&bytes(&secret));
	assert!(z < bound() && r < bound(), "choose another nonce");
	assert!(equation_holds(&number(&key), &z, &r, &w), "the equation holds");
	(key, bytes(&z), signature(&r, s))
}

#[track_caller]
fn check(s: &BigUint, is_right: bool) {
	let (key, z, signature) = with_s(s);
	assert_eq!(verify(&key, &z, &signature), is_right);
	assert_eq!(is_signature(&key, &z, &signature), is_right, "the oracle differs");
}

#[test]
fn s_is_at_least_1() {
	check(&small(1), true);
	let (key, z, mut signature) = with_s(&small(1));
	signature.s = [0; 32];
	assert!(!verify(&key, &z, &signature));
}

#[test]
fn s_is_below_2_to_the_251() {
	check(&(bound() - small(1)), true);
	check(&bound(), false);
	check(&(bound() + small(1)), false);
}

#[test]
fn the_inverse_of_s_is_below_2_to_the_251() {
	let n = order();
	for (w, is_right) in [(bound() - small(1), true), (bound(), false), (bound() + small(1), false)] {
		let s = w.modinv(&n).expect("not 0");
		assert!(s < bound(), "only the inverse is out of range");
		check(&s, is_right);
	}
}

#[test]
fn r_is_neither_0_nor_from_2_to_the_251_on() {
	let (key, z, signature) = with_s(&random(13));
	assert!(verify(&key, &z, &signature));
	let out_of_range = [
		small(0),
		bound(),
		bound() + small(1),
		prime(),
		number(&signature.r) + prime(),
		number(&signature.r) + order(),
		number(&signature.r) + bound(),
	];
	for r in out_of_range {
		assert!(!verify(&key, &z, &StarkSignature { r: bytes(&r), ..signature }), "{r}");
	}
	let nearly = bytes(&(bound() - small(1)));
	assert!(!verify(&key, &z, &StarkSignature { r: nearly, ..signature }), "in range and wrong");
}

#[test]
fn multiples_of_prime_and_order_do_not_count() {
	let (key, z, signature) = with_s(&random(13));
	for more in [prime(), order(), prime() * 2u64, order() * 2u64] {
		let s = bytes(&(number(&signature.s) + &more));
		assert!(!verify(&key, &z, &StarkSignature { s, ..signature }), "s plus {more}");
		let other = bytes(&(number(&z) + &more));
		assert!(!verify(&key, &other, &signature), "z plus {more}");
	}
}

#[test]
fn what_is_signed_is_below_2_to_the_251() {
	let (n, secret) = (order(), random(14));
	let key = public_key(&bytes(&secret));
	for (z, is_right) in [(small(0), true), (bound() - small(1), true), (bound(), false)] {
		// s = (z + r d) / k fits any z.
		let nonce = random(15);
		let (r, _) = multiple(&nonce, &generator()).expect("not infinity");
		let s = (&z + &r * &secret) * nonce.modinv(&n).expect("not 0") % &n;
		assert!(equation_holds(&number(&key), &z, &r, &s.modinv(&n).expect("not 0")));
		let signature = signature(&r, &s);
		assert_eq!(verify(&key, &bytes(&z), &signature), is_right);
		assert_eq!(is_signature(&key, &bytes(&z), &signature), is_right);
	}
}

/// The key is an x coordinate, and both points that have it count.
#[test]
fn the_sign_of_the_point_does_not_count() {
	let (key, z, signature) = with_s(&random(13));
	let negative = bytes(&(order() - number(&signature.s)));
	assert!(verify(&key, &z, &StarkSignature { s: negative, ..signature }));
	// The secrets d and n - d have the same key.
	let secret = order() - random(11);
	assert_eq!(public_key(&bytes(&secret)), key);
	assert!(verify(&key, &z, &sign(&bytes(&secret), &z)));
}
