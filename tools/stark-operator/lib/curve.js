/** The STARK curve and the check of signatures as the exchange makes it. */
import { CURVE, ProjectivePoint } from '@scure/starknet';
import { to32Bytes, toNumber } from './hex.js';

const { Fp, n: ORDER } = CURVE;

/** Messages and the numbers of a signature are below 2^251. */
export const LIMIT = 1n << 251n;

const inRange = (number) => number >= 1n && number < LIMIT;

/**
 * One of the two points with the x coordinate `key`, or null. Encodings of a number above the field are none: the key
 * would have two.
 *
 * @param {Uint8Array} key 32 bytes
 */
export function pointOfKey(key) {
	const x = toNumber(key);
	if (x <= 0n || x >= Fp.ORDER) return null;
	try {
		return ProjectivePoint.fromHex(Uint8Array.of(2, ...key));
	} catch {
		return null;
	}
}

/** Whether r, s and the inverse of s are in the range the exchange accepts. @param {bigint} r @param {bigint} s */
export function isAcceptable(r, s) {
	return inRange(r) && inRange(s) && inRange(inverse(s));
}

/** By Fermat's theorem, which also gives 0 for 0: the order is prime. */
function inverse(number) {
	let result = 1n;
	let base = number % ORDER;
	for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
		if (exponent & 1n) result = (result * base) % ORDER;
		base = (base * base) % ORDER;
	}
	return result;
}

/**
 * Whether (r, s) is a signature of the message `z` by `key`. Either sign of the key's point counts. Total: no input
 * makes it throw, not even one that leads to the point at infinity.
 *
 * @param {Uint8Array} key 32 bytes
 * @param {bigint} z
 * @param {bigint} r
 * @param {bigint} s
 */
export function verify(key, z, r, s) {
	if (z < 0n || z >= LIMIT || !isAcceptable(r, s)) return false;
	const point = pointOfKey(key);
	if (!point) return false;
	const w = inverse(s);
	const ofMessage = ProjectivePoint.BASE.multiplyUnsafe((w * z) % ORDER);
	const ofKey = point.multiplyUnsafe((w * r) % ORDER);
	return [ofMessage.add(ofKey), ofMessage.subtract(ofKey)].some(
		(sum) => !sum.equals(ProjectivePoint.ZERO) && sum.toAffine().x === r,
	);
}

/** The key that belongs to a private key: the x coordinate of its point. @param {bigint} secret */
export const keyOfSecret = (secret) => to32Bytes(ProjectivePoint.BASE.multiply(secret).toAffine().x);

/** Whether a number can be a private key. @param {bigint} number */
export const isSecret = (number) => number >= 1n && number < ORDER;
