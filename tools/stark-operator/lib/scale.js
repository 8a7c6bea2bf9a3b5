/**
 * SCALE, as far as messages and batches need it. Written out here so that what is signed does not depend on a
 * chain's metadata; `submit.js` compares the two.
 */
import { concatBytes } from '@noble/hashes/utils';
import { toBytes } from './hex.js';

/** @param {bigint | number} value @param {number} bits */
function littleEndian(value, bits) {
	const bytes = new Uint8Array(bits / 8);
	let rest = BigInt.asUintN(bits, BigInt(value));
	for (let index = 0; index < bytes.length; index++) {
		bytes[index] = Number(rest & 0xffn);
		rest >>= 8n;
	}
	return bytes;
}

const unsigned = (bits) => (value) => {
	if (BigInt.asUintN(bits, BigInt(value)) !== BigInt(value)) throw new RangeError(`${value} is no u${bits}`);
	return littleEndian(value, bits);
};

export const u64 = unsigned(64);
export const u128 = unsigned(128);

/** @param {bigint | number} value */
export function i64(value) {
	if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) throw new RangeError(`${value} is no i64`);
	return littleEndian(value, 64);
}

/** @param {boolean} value */
export function bool(value) {
	if (typeof value !== 'boolean') throw new TypeError(`${value} is no boolean`);
	return Uint8Array.of(value ? 1 : 0);
}

/** 32 bytes: a key, a hash, a half of a signature. @param {string | Uint8Array} value */
export const bytes32 = (value) => toBytes(value, 'a hash or key', 32);

/** The length of a list, in the compact form; no list of a batch comes near 2^14 items. @param {number} length */
function compact(length) {
	if (length < 1 << 6) return Uint8Array.of(length << 2);
	if (length < 1 << 14) return littleEndian((length << 2) | 1, 16);
	throw new RangeError(`a list of ${length} items is too long`);
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Uint8Array} encode
 */
export const list = (items, encode) => concatBytes(compact(items.length), ...items.map(encode));

/** @param {...Uint8Array} parts */
export const struct = (...parts) => concatBytes(...parts);
