import assert from 'node:assert/strict';
import { audit } from './audit.js';
import { History } from './history.js';
import { readState } from './state.js';

const SHOWN = 20;

/** Audits a network again and again, from the genesis on. */
export class Auditor {
	/** @param {import('./state.js').AuditState} genesis */
	constructor(genesis) {
		this.genesis = genesis;
		this.history = new History(genesis.hash);
	}

	/** Takes note of the genesis, which nodes forget after some time. @param {import('../node.js').NetworkNode} node */
	static async begin(node) {
		return asked(node, async (api) => new Auditor(await readState(api, api.genesisHash.toHex())));
	}

	/**
	 * Everything up to a block that all of `nodes` have finalised adds up, and all of them have it in storage.
	 *
	 * @param {import('../node.js').NetworkNode[]} nodes
	 * @param {import('../node.js').BlockName} block
	 * @returns {Promise<{ blocks: number, extrinsics: number, events: number, nodes: number }>} what was looked at
	 */
	async check(nodes, { number, hash }) {
		const { genesis, history } = this;
		await asked(nodes[0], (api) => history.extend(api, number));
		const blocks = history.blocks.slice(0, number);
		assert.equal(blocks.at(-1)?.hash, hash, `block ${number} is the one that was audited`);
		const states = [];
		for (const node of nodes) states.push(await asked(node, (api) => readState(api, hash)));
		const problems = audit(genesis, blocks, states);
		const shown = problems.slice(0, SHOWN).join('\n');
		assert.equal(problems.length, 0, `the audit found ${problems.length} problems:\n${shown}`);
		const count = (items) => blocks.reduce((sum, block) => sum + items(block), 0);
		return {
			blocks: number,
			extrinsics: count(({ extrinsics }) => extrinsics.filter(({ signer }) => signer !== null).length),
			events: count(({ events }) => events.length),
			nodes: nodes.length,
		};
	}

	/** How often each event of the pool has been audited, in words. */
	summary() {
		const counts = new Map();
		for (const { name } of this.history.blocks.flatMap(({ events }) => events)) {
			const [pallet, method] = name.split('.');
			if (pallet === 'liquidityStaking') counts.set(method, (counts.get(method) ?? 0) + 1);
		}
		return [...counts].map(([name, count]) => `${name} ${count}`).sort().join(', ');
	}

	/**
	 * Everything that was sent is in a block, once, and failed only with the errors that it may fail with.
	 *
	 * @param {import('../load/sender.js').Sent[]} sent
	 */
	assertIncluded(sent) {
		const found = new Map();
		for (const { number, extrinsics } of this.history.blocks) {
			for (const { hash, error } of extrinsics) found.set(hash, [...(found.get(hash) ?? []), { number, error }]);
		}
		for (const { name, hash, refusals } of sent) {
			const places = found.get(hash) ?? [];
			assert.equal(places.length, 1, `${name} ${hash} is in ${places.length} blocks`);
			const [{ number, error }] = places;
			assert.ok(error === null || refusals.includes(error), `${name} in block ${number} failed with ${error}`);
		}
	}
}

async function asked(node, question) {
	const { api } = await node.connect();
	try {
		return await question(api);
	} finally {
		await api.disconnect();
	}
}
