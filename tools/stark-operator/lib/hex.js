import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import { fail } from './errors.js';

/** @param {Uint8Array} bytes */
export const toHex = (bytes) => `0x${bytesToHex(bytes)}`;

/**
 * The bytes of a hex text, with or without 0x; bytes pass as they are.
 *
 * @param {string | Uint8Array} value
 * @param {string} what names the value in the message of the error
 * @param {number} [length] how many bytes it must have
 * @returns {Uint8Array}
 */
export function toBytes(value, what, length) {
	const bytes = value instanceof Uint8Array ? value : fromHex(value, what);
	if (length !== undefined && bytes.length !== length) {
		fail(`${what} must have ${length} bytes, it has ${bytes.length}`);
	}
	return bytes;
}

function fromHex(value, what) {
	const digits = String(value).replace(/^0x/i, '');
	if (!/^([0-9a-f]{2})+$/i.test(digits)) fail(`${what} is no hex text: '${shortened(String(value))}'`);
	return hexToBytes(digits);
}

/** Keeps a message on a line of its own whatever was typed. @param {string} text */
export const shortened = (text) => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

/** 32 bytes as a big-endian number. @param {Uint8Array} bytes */
export const toNumber = (bytes) => BigInt(toHex(bytes));

/** A number as 32 bytes, big-endian. @param {bigint} number */
export const to32Bytes = (number) => hexToBytes(number.toString(16).padStart(64, '0'));
