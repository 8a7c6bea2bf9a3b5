/** What happened in the blocks of a chain, read over RPC. */
import { errorName } from '../../../e2e/lib/plain.js';
import { plainEvent } from '../../../e2e/lib/events.js';

/**
 * @typedef {object} AuditBlock
 * @property {number} number
 * @property {string} hash
 * @property {string} parentHash
 * @property {bigint} now its time in seconds
 * @property {AuditEvent[]} events in their order
 * @property {AuditExtrinsic[]} extrinsics
 */

/**
 * @typedef {object} AuditEvent
 * @property {string} name
 * @property {any} data
 * @property {bigint} now the time that the code saw which emitted it
 */

/** @typedef {{ hash: string, signer: string | null, error: string | null }} AuditExtrinsic */

/**
 * Reads one block.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {string} hash
 * @param {bigint} before the time of the block before it, in seconds
 * @returns {Promise<AuditBlock>}
 */
export async function readAuditBlock(api, hash, before) {
	const [{ block }, at] = await Promise.all([api.rpc.chain.getBlock(hash), api.at(hash)]);
	const [records, moment] = await Promise.all([at.query.system.events(), at.query.timestamp.now()]);
	const now = moment.toBigInt() / 1_000n;
	const errors = errorsOf(records, at.registry);
	return {
		number: block.header.number.toNumber(),
		hash,
		parentHash: block.header.parentHash.toHex(),
		now,
		// Hooks run before the inherent that sets the time.
		events: [...records].map(({ phase, event }) => ({
			...plainEvent(event, at.registry),
			now: phase.isInitialization ? before : now,
		})),
		extrinsics: block.extrinsics.map((extrinsic, index) => ({
			hash: extrinsic.hash.toHex(),
			signer: extrinsic.isSigned ? extrinsic.signer.toString() : null,
			error: errors.get(index) ?? null,
		})),
	};
}

/** The errors of the extrinsics that failed, by their index. */
function errorsOf(records, registry) {
	const errors = new Map();
	for (const { phase, event } of records) {
		if (event.section === 'system' && event.method === 'ExtrinsicFailed') {
			errors.set(phase.asApplyExtrinsic.toNumber(), errorName(event.data[0], registry));
		}
	}
	return errors;
}

/** The final blocks of a chain from the genesis on; they are read only once, for they cannot change. */
export class History {
	/** @type {AuditBlock[]} */
	blocks = [];

	/** @param {string} genesis hash */
	constructor(genesis) {
		this.genesis = genesis;
	}

	/** The last block that was read. */
	get head() {
		return this.blocks.at(-1) ?? { number: 0, hash: this.genesis, now: 0n };
	}

	/** Reads the blocks up to a final one. @param {import('@polkadot/api').ApiPromise} api @param {number} number */
	async extend(api, number) {
		while (this.head.number < number) {
			const hash = (await api.rpc.chain.getBlockHash(this.head.number + 1)).toHex();
			const block = await readAuditBlock(api, hash, this.head.now);
			if (block.parentHash !== this.head.hash) {
				throw new Error(`final block ${block.number} does not follow the final block before it, ${this.head.hash}`);
			}
			this.blocks.push(block);
		}
	}
}
