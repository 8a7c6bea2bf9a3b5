/** What is in the blocks of a chain. */
import { Complaint } from './complaint.js';
import { hexToU8a } from './packages.js';
import { signerOf } from './signing.js';
import { errorName } from '../../../e2e/lib/plain.js';

/**
 * @typedef {object} BlockFacts
 * @property {number} number
 * @property {number} timestamp milliseconds
 * @property {string[]} signers public keys of the signed extrinsics, in their order
 * @property {number} weight computation of normal extrinsics, in picoseconds
 * @property {number} bytes length of all extrinsics together
 * @property {number} events
 */

/** Reads blocks as bytes, for decoding thousands of extrinsics takes polkadot.js long. */
export class BlockReader {
	/**
	 * @param {import('@polkadot/api').ApiPromise} api
	 * @param {import('@polkadot/api').WsProvider} provider
	 * @param {import('./events.js').OutcomeReader} outcomes
	 */
	constructor(api, provider, outcomes) {
		Object.assign(this, { api, provider, outcomes });
	}

	/** Every block from `first` to `last`. @returns {Promise<BlockFacts[]>} */
	async range(first, last) {
		const facts = [];
		for (let number = first; number <= last; number++) facts.push(await this.read(number));
		return facts;
	}

	/** One block, in which every extrinsic must have succeeded. @returns {Promise<BlockFacts>} */
	async read(number) {
		const { api, provider } = this;
		const hash = await provider.send('chain_getBlockHash', [number]);
		const at = await api.at(hash);
		const [{ block }, events, weight, timestamp] = await Promise.all([
			provider.send('chain_getBlock', [hash]),
			provider.send('state_getStorage', [api.query.system.events.key(), hash]),
			at.query.system.blockWeight(),
			at.query.timestamp.now(),
		]);
		const outcome = this.outcomes.read(hexToU8a(events));
		if (outcome.failures.length > 0) throw new Complaint(this.#failure(number, block, outcome.failures));
		if (outcome.succeeded !== block.extrinsics.length) {
			throw new Complaint(`block ${number} has ${block.extrinsics.length} extrinsics, and ${outcome.succeeded} of them succeeded`);
		}
		return {
			number,
			timestamp: timestamp.toNumber(),
			signers: block.extrinsics.map(signerOf).filter((signer) => signer !== null),
			weight: weight.normal.refTime.toNumber(),
			bytes: block.extrinsics.reduce((sum, extrinsic) => sum + extrinsic.length / 2 - 1, 0),
			events: outcome.events,
		};
	}

	#failure(number, block, failures) {
		const { registry } = this.api;
		const error = errorName(registry.createType('SpRuntimeDispatchError', failures[0].error), registry);
		return `${failures.length} of ${block.extrinsics.length} extrinsics in block ${number} failed, the first with ${error}`;
	}
}
