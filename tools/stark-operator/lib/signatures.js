/** Signatures by STARK keys, as the exchange checks them. */
import { sign } from '@scure/starknet';
import { isAcceptable, verify } from './curve.js';
import { to32Bytes, toBytes, toHex, toNumber } from './hex.js';
import { parsePrivateKey } from './keys.js';
import { messageNumber } from './messages.js';

/** @typedef {{ r: string, s: string }} Signature hex text of 32 bytes each, big-endian */

const MAX_ATTEMPTS = 8;

/**
 * The first signature in the range that the exchange accepts. About one nonce in 2^53 leads out of it, since the order
 * of the curve is that little above 2^251; the library refuses some of these itself.
 *
 * @param {(attempt: number) => { r: bigint, s: bigint }} attempt makes a signature with the nonce of that number, or throws
 */
export function firstAcceptable(attempt) {
	let refusal;
	for (let number = 0; number < MAX_ATTEMPTS; number++) {
		try {
			const { r, s } = attempt(number);
			if (isAcceptable(r, s)) return { r, s };
		} catch (error) {
			refusal = error;
		}
	}
	throw new Error(`no nonce led to a signature in range, in ${MAX_ATTEMPTS} attempts`, { cause: refusal });
}

/**
 * Signs a number below 2^251. Nonces are those of RFC 6979: first without, then with the number of the attempt as extra
 * entropy, so that the same message always gets the same signature.
 *
 * @param {bigint} z
 * @param {string | Uint8Array} privateKey
 * @returns {Signature}
 */
export function signNumber(z, privateKey) {
	const secret = to32Bytes(parsePrivateKey(privateKey));
	const { r, s } = firstAcceptable((attempt) =>
		sign(to32Bytes(z), secret, attempt === 0 ? {} : { extraEntropy: to32Bytes(BigInt(attempt)) }),
	);
	return { r: toHex(to32Bytes(r)), s: toHex(to32Bytes(s)) };
}

/** Signs a message of `messages.js`. @param {Uint8Array} message @param {string | Uint8Array} privateKey */
export const signMessage = (message, privateKey) => signNumber(messageNumber(message), privateKey);

/**
 * Whether the exchange will accept the signature for the message.
 *
 * @param {Uint8Array} message
 * @param {string | Uint8Array} key
 * @param {Signature} signature
 */
export function verifyMessage(message, key, { r, s }) {
	const [keyBytes, rBytes, sBytes] = [key, r, s].map((part) => toBytes(part, 'a part of the signature', 32));
	return verify(keyBytes, messageNumber(message), toNumber(rBytes), toNumber(sBytes));
}
