import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { encodeAddress } from './packages.js';
import { SS58_PREFIX } from '../../../e2e/lib/development.js';

/** What stands before the 32 secret bytes of an Ed25519 key in its PKCS #8 form (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * An account that signs with Ed25519, which Node.js does thirty times as fast as sr25519 can be done in JavaScript. For the
 * chain it makes no difference: checking a transfer takes a node as long with the one signature as with the other.
 */
export class Sender {
	#key;

	/** @param {string} name the same name is the same account in every run */
	constructor(name) {
		const secret = createHash('sha256').update(`tidepool load ${name}`).digest();
		this.#key = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
		this.publicKey = createPublicKey(this.#key).export({ format: 'der', type: 'spki' }).subarray(-32);
		this.address = encodeAddress(this.publicKey, SS58_PREFIX);
	}

	/** @param {Uint8Array} message */
	sign(message) {
		return sign(null, message, this.#key);
	}
}
