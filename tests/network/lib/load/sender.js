import { refusalsOf } from './calls.js';

/** How many extrinsics of a sender may wait for a block. */
const DEPTH = 2;
/** Milliseconds after which an extrinsic that got into no block is sent again: its node may have died with it. */
const PATIENCE = 13_000;

/**
 * @typedef {object} Sent
 * @property {string} name of the call
 * @property {string} bytes the signed extrinsic
 * @property {string} hash
 * @property {string[]} refusals errors with which it may fail
 * @property {number} nonce
 * @property {number} sentAt when it was last sent; so long ago that it is due if no node has taken it
 * @property {number} times how often a node has taken it
 */

/**
 * @typedef {object} Order
 * @property {string} name of the call
 * @property {(situation: import('./calls.js').Situation) => any} make
 * @property {string[]} [refusals] errors of the pool with which it may fail; otherwise it must succeed
 */

/** One account that sends extrinsics and counts its nonces itself. They are forgotten only when they are final. */
export class Sender {
	/** Everything that was ever signed. @type {Sent[]} */
	sent = [];
	/** Calls that it sends before it chooses any by chance. @type {Order[]} */
	#orders = [];
	/** The next nonce in the last final block, and in the best block. */
	#final = 0;
	#included = 0;

	/**
	 * @param {import('@polkadot/keyring/types').KeyringPair} pair
	 * @param {Record<string, import('./calls.js').LoadCall>} calls
	 * @param {Partial<import('./calls.js').Situation>} situation
	 */
	constructor(pair, calls, situation) {
		this.pair = pair;
		this.situation = { own: pair.address, ...situation };
		this.choices = Object.entries(calls).map(([name, call]) => ({ name, ...call }));
	}

	/** Takes note of what a node says. Another one may have known more. */
	observe({ final, best }) {
		this.#final = Math.max(this.#final, final);
		this.#included = best;
	}

	/** Whether everything that was sent, or is to be sent, is final. */
	get settled() {
		return this.#orders.length === 0 && this.#final >= this.sent.length;
	}

	/** Lets it send a call next. @param {Order} order */
	order(order) {
		this.#orders.push(order);
	}

	/** What should be sent now, the oldest first. @param {number} now @param {boolean} more whether to sign anything new */
	due(now, more, sign) {
		const waiting = this.sent.slice(Math.max(this.#included, this.#final));
		const again = waiting.filter(({ sentAt }) => now - sentAt > PATIENCE);
		if (waiting.length >= DEPTH || (!more && this.#orders.length === 0)) return again;
		const fresh = this.#sign(sign);
		this.sent.push(fresh);
		return [...again, fresh];
	}

	#sign({ api, random, situation }) {
		const { name, make, ...call } = this.#orders.shift() ?? random.weighted(this.choices);
		const extrinsic = make({ ...situation, ...this.situation, tx: this.situation.calls(api) });
		const nonce = this.sent.length;
		const { genesisHash, runtimeVersion } = api;
		extrinsic.sign(this.pair, { era: 0, nonce, blockHash: genesisHash, genesisHash, runtimeVersion });
		return {
			name,
			nonce,
			bytes: extrinsic.toHex(),
			hash: extrinsic.hash.toHex(),
			refusals: refusalsOf(call),
			sentAt: Number.NEGATIVE_INFINITY,
			times: 0,
		};
	}
}
