/** Key pairs on the STARK curve, as hex text of 32 bytes. */
import { keccak_256 } from '@noble/hashes/sha3';
import { utf8ToBytes } from '@noble/hashes/utils';
import { grindKey, utils } from '@scure/starknet';
import { isSecret, keyOfSecret, pointOfKey } from './curve.js';
import { fail } from './errors.js';
import { shortened, to32Bytes, toBytes, toHex, toNumber } from './hex.js';

/** @typedef {{ privateKey: string, key: string }} KeyPair */

const SEED_PREFIX = 'lsm/stark-operator/seed/v1';

/** A new key pair, from the system's source of randomness. @returns {KeyPair} */
export const generateKeyPair = () => keyPair(toHex(utils.randomPrivateKey()));

/** The key pair of a text: whoever knows the text has the key, so for tests only. @param {string} text @returns {KeyPair} */
export function keyPairFromSeed(text) {
	const digits = grindKey(keccak_256(utf8ToBytes(SEED_PREFIX + text)));
	return keyPair(toHex(to32Bytes(BigInt(`0x${digits}`))));
}

/** @param {string | Uint8Array} privateKey @returns {KeyPair} */
export function keyPair(privateKey) {
	const secret = parsePrivateKey(privateKey);
	return { privateKey: toHex(to32Bytes(secret)), key: toHex(keyOfSecret(secret)) };
}

/**
 * The number a private key stands for. Leading zeros may be missing.
 *
 * @param {string | Uint8Array} value
 */
export function parsePrivateKey(value) {
	// Private keys do not belong into messages.
	const bytes = value instanceof Uint8Array ? value : hexOfAnyLength(value);
	if (bytes.length > 32) fail(`the private key must have 32 bytes, it has ${bytes.length}`);
	const secret = toNumber(bytes);
	if (!isSecret(secret)) fail('the private key must be above 0 and below the order of the STARK curve');
	return secret;
}

function hexOfAnyLength(value) {
	const digits = String(value).replace(/^0x/i, '');
	if (!/^[0-9a-f]+$/i.test(digits)) fail('the private key is no hex text');
	return toBytes(digits.length % 2 ? `0${digits}` : digits, 'the private key');
}

/**
 * A key as 32 bytes, after checking that it is one.
 *
 * @param {string | Uint8Array} value
 * @param {string} [what] names it in the message of the error
 */
export function parseKey(value, what = 'the STARK key') {
	const bytes = toBytes(value, what, 32);
	if (!pointOfKey(bytes)) fail(`${what} is no point of the STARK curve: ${shortened(toHex(bytes))}`);
	return bytes;
}
