//! The check of a STARK signature once more, word for word from its definition (stark exchange specification, section 4) and
//! with other tools, to compare with.

use sp_core::U256;
use starknet_types_core::{
	curve::{AffinePoint, ProjectivePoint},
	felt::Felt,
};

/// The order of the curve.
const ORDER: &str = "0x0800000000000010ffffffffffffffffb781126dcae7b2321e66a241adc64d2f";
/// The generator.
const GENERATOR: (&str, &str) = (
	"0x01ef15c18599971b7beced415a40f0c7deacfd9b0d1819e03d723d8bc943cfca",
	"0x005668060aa49730b7be4801df46ec62de53ecd11abe43a32873000c36e8dc1f",
);

fn number(hex: &str) -> U256 {
	hex.parse().expect("a constant")
}

/// `base^exponent mod order`, by squaring; products need 512 bits.
fn power(base: U256, exponent: U256, order: U256) -> U256 {
	let mut result = U256::one();
	for bit in (0..256).rev() {
		result = multiply(result, result, order);
		if exponent.bit(bit) {
			result = multiply(result, base, order);
		}
	}
	result
}

fn multiply(a: U256, b: U256, order: U256) -> U256 {
	let rest = a.full_mul(b) % sp_core::U512::from(order);
	rest.try_into().expect("below the order")
}

fn felt(number: U256) -> Felt {
	Felt::from_bytes_be(&number.to_big_endian())
}

fn times(point: &AffinePoint, factor: U256) -> ProjectivePoint {
	&ProjectivePoint::try_from(point.clone()).expect("on the curve") * felt(factor)
}

/// Whether the x coordinate of a point is `r`; the point at infinity has none.
fn has_x(point: &ProjectivePoint, r: U256) -> bool {
	point.to_affine().is_ok_and(|point| point.x() == felt(r))
}

/// `a / b` modulo the order of the curve.
pub fn divide(a: U256, b: U256) -> U256 {
	let order = number(ORDER);
	// By Fermat: the order is a prime.
	multiply(a % order, power(b, order - 2, order), order)
}

/// Whether (`r`, `s`) is a signature of `key` over `z`, all big-endian.
pub fn verify(key: &[u8; 32], z: &[u8; 32], r: &[u8; 32], s: &[u8; 32]) -> bool {
	let (order, bound) = (number(ORDER), U256::one() << 251);
	let [x, z, r, s] = [key, z, r, s].map(|bytes| U256::from_big_endian(bytes));
	let prime = (U256::one() << 251) + (U256::from(17) << 192) + U256::one();
	if x.is_zero() || x >= prime || z >= bound || r.is_zero() || r >= bound || s.is_zero() || s >= bound {
		return false;
	}
	let w = divide(U256::one(), s);
	if w >= bound {
		return false;
	}
	let Some(q) = AffinePoint::new_from_x(&felt(x), true) else { return false };
	let generator =
		AffinePoint::new(felt(number(GENERATOR.0)), felt(number(GENERATOR.1))).expect("on the curve");
	let zg = times(&generator, multiply(w, z, order));
	let rq = times(&q, multiply(w, r, order));
	let minus_rq = times(&-&q, multiply(w, r, order));
	has_x(&(&zg + &rq), r) || has_x(&(&zg + &minus_rq), r)
}
