import { blake2AsU8a, compactToU8a, u8aToHex } from './packages.js';

const SIGNED_V4 = 0x84;
const ACCOUNT_ID = 0x00;
const ED25519 = 0x00;
const SIGNATURE = 64;
/** Version, address with its kind, signature with its kind. */
const HEAD = 1 + 33 + 1 + SIGNATURE;
/** Longer messages are hashed before they are signed. */
const LONGEST_MESSAGE = 256;

/**
 * Signs many extrinsics. polkadot.js works out once for each nonce what follows the signature and what is signed besides
 * the call; everything else is putting bytes together.
 */
export class Signer {
	/** @type {Map<number, { extra: Uint8Array, signed: Uint8Array }>} */
	#tails = new Map();

	/** @param {import('@polkadot/api').ApiPromise} api */
	constructor(api) {
		this.api = api;
		this.sample = api.tx.system.remark('0x');
	}

	/**
	 * A signed extrinsic without end of life, in hexadecimal digits.
	 *
	 * @param {import('./senders.js').Sender} sender
	 * @param {number} nonce
	 * @param {Uint8Array} call
	 */
	sign(sender, nonce, call) {
		const { extra, signed } = this.#tail(nonce);
		const message = Buffer.concat([call, signed]);
		const signature = sender.sign(message.length > LONGEST_MESSAGE ? blake2AsU8a(message) : message);
		return assemble(sender.publicKey, signature, extra, call);
	}

	#tail(nonce) {
		let tail = this.#tails.get(nonce);
		if (!tail) this.#tails.set(nonce, (tail = this.#workOut(nonce)));
		return tail;
	}

	#workOut(nonce) {
		const { api, sample } = this;
		const method = sample.method.toU8a();
		const options = {
			era: 0,
			nonce,
			tip: 0,
			genesisHash: api.genesisHash,
			blockHash: api.genesisHash,
			runtimeVersion: api.runtimeVersion,
		};
		const { specVersion, transactionVersion } = api.runtimeVersion;
		const payload = api.registry.createType(
			'ExtrinsicPayload',
			{ ...options, method: sample.method.toHex(), specVersion, transactionVersion },
			{ version: 4 },
		);
		const address = '5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM';
		const extrinsic = api.tx.system.remark('0x').signFake(address, options).toU8a(true);
		return {
			extra: extrinsic.slice(HEAD, extrinsic.length - method.length),
			signed: payload.toU8a({ method: true }).slice(method.length),
		};
	}
}

/**
 * A signed extrinsic from its parts, in hexadecimal digits.
 *
 * @param {Uint8Array} publicKey
 * @param {Uint8Array} signature
 * @param {Uint8Array} extra
 * @param {Uint8Array} call
 */
export function assemble(publicKey, signature, extra, call) {
	const length = HEAD + extra.length + call.length;
	return u8aToHex(
		Buffer.concat([
			compactToU8a(length),
			[SIGNED_V4, ACCOUNT_ID],
			publicKey,
			[ED25519],
			signature,
			extra,
			call,
		].map((part) => Uint8Array.from(part))),
	);
}

/**
 * Whose extrinsic this is: the public key in hexadecimal digits, null when nobody signed it.
 *
 * @param {string} extrinsic with `0x`
 */
export function signerOf(extrinsic) {
	// The length takes one, two or four bytes, which the lowest two bits of the first tell.
	const lengthBytes = [1, 2, 4][Number.parseInt(extrinsic.slice(2, 4), 16) & 3];
	const start = 2 + 2 * lengthBytes;
	if (Number.parseInt(extrinsic.slice(start, start + 2), 16) !== SIGNED_V4) return null;
	return extrinsic.slice(start + 4, start + 68);
}
