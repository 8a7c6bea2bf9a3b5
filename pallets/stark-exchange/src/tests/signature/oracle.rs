//! The curve and its signatures, written from the specification with big numbers in affine coordinates. Slow, plain, and
//! independent of the library in use.

use super::*;

/// A point; `None` is the one at infinity.
pub(super) type Point = Option<(BigUint, BigUint)>;

fn hex(digits: &[u8]) -> BigUint {
	BigUint::parse_bytes(digits, 16).expect("hex digits")
}

/// p = 2^251 + 17 * 2^192 + 1.
pub(super) fn prime() -> BigUint {
	(small(1) << 251) + (small(17) << 192) + small(1)
}

/// n, the number of points.
pub(super) fn order() -> BigUint {
	hex(b"0800000000000010ffffffffffffffffb781126dcae7b2321e66a241adc64d2f")
}

/// 2^251.
pub(super) fn bound() -> BigUint {
	small(1) << 251
}

fn beta() -> BigUint {
	hex(b"06f21413efbe40de150e596d72f7a8c5609ad26c15c915c1f4cdfcb99cee9e89")
}

pub(super) fn generator() -> Point {
	let x = hex(b"01ef15c18599971b7beced415a40f0c7deacfd9b0d1819e03d723d8bc943cfca");
	let y = hex(b"005668060aa49730b7be4801df46ec62de53ecd11abe43a32873000c36e8dc1f");
	Some((x, y))
}

/// x^3 + x + beta.
fn right_side(x: &BigUint) -> BigUint {
	(x * x * x + x + beta()) % prime()
}

fn is_square(number: &BigUint) -> bool {
	let p = prime();
	number.modpow(&((&p - small(1)) >> 1), &p) == small(1)
}

/// A square root, by the algorithm of Tonelli and Shanks. 3 is the smallest number that is no square.
fn square_root(square: &BigUint) -> BigUint {
	let (p, odd) = (prime(), (small(1) << 59) + small(17));
	let mut left = 192;
	let mut step = small(3).modpow(&odd, &p);
	let mut rest = square.modpow(&odd, &p);
	let mut root = square.modpow(&((odd + small(1)) >> 1), &p);
	while rest != small(1) {
		let mut power = rest.clone();
		let mut doublings = 0;
		while power != small(1) {
			power = &power * &power % &p;
			doublings += 1;
		}
		for _ in 0..left - doublings - 1 {
			step = &step * &step % &p;
		}
		root = root * &step % &p;
		step = &step * &step % &p;
		rest = rest * &step % &p;
		left = doublings;
	}
	root
}

/// One of the two points with that x coordinate.
pub(super) fn lift(x: &BigUint) -> Point {
	let square = right_side(x);
	is_square(&square).then(|| (x.clone(), square_root(&square)))
}

pub(super) fn negative(point: &Point) -> Point {
	point.clone().map(|(x, y)| (x, prime() - y))
}

pub(super) fn sum(a: &Point, b: &Point) -> Point {
	let p = prime();
	let (Some((x1, y1)), Some((x2, y2))) = (a, b) else {
		return a.clone().or_else(|| b.clone());
	};
	let slope = if x1 != x2 {
		let run = (x2 + &p - x1).modinv(&p).expect("not 0");
		(y2 + &p - y1) * run % &p
	} else if y1 == y2 {
		// No point has y = 0.
		let run = (y1 + y1).modinv(&p).expect("not 0");
		(small(3) * x1 * x1 + small(1)) * run % &p
	} else {
		return None;
	};
	let x = (&slope * &slope + &p + &p - x1 - x2) % &p;
	let y = (slope * (x1 + &p - &x) + &p - y1) % &p;
	Some((x, y))
}

pub(super) fn multiple(times: &BigUint, point: &Point) -> Point {
	(0..times.bits()).rev().fold(None, |result, bit| {
		let doubled = sum(&result, &result);
		if times.bit(bit) {
			sum(&doubled, point)
		} else {
			doubled
		}
	})
}

/// The specification's `is_valid_key`.
pub(super) fn is_key(key: &[u8; 32]) -> bool {
	let x = number(key);
	x > small(0) && x < prime() && is_square(&right_side(&x))
}

/// The specification's `verify`.
pub(super) fn is_signature(key: &[u8; 32], z: &[u8; 32], signature: &StarkSignature) -> bool {
	let [z, r, s] = [z, &signature.r, &signature.s].map(number);
	let in_range = |number: &BigUint| *number >= small(1) && *number < bound();
	if !is_key(key) || z >= bound() || !in_range(&r) || !in_range(&s) {
		return false;
	}
	let w = s.modinv(&order()).expect("the order is prime");
	in_range(&w) && equation_holds(&number(key), &z, &r, &w)
}

/// Whether r is the x coordinate of w z G + w r Q or of w z G - w r Q, with Q of that x coordinate.
pub(super) fn equation_holds(key: &BigUint, z: &BigUint, r: &BigUint, w: &BigUint) -> bool {
	let (n, key) = (order(), lift(key));
	let (a, b) = (multiple(&(w * z % &n), &generator()), multiple(&(w * r % &n), &key));
	[sum(&a, &b), sum(&a, &negative(&b))].into_iter().flatten().any(|(x, _)| x == *r)
}

#[test]
fn the_curve_is_the_one_of_the_specification() {
	let (x, y) = generator().expect("not infinity");
	assert_eq!(&y * &y % prime(), right_side(&x));
	assert_eq!(multiple(&order(), &generator()), None);
	assert_eq!(multiple(&(order() - small(1)), &generator()), negative(&generator()));
	let root = lift(&x);
	assert!(root == generator() || root == negative(&generator()));
}
