/** What nodes have finalised, and whether they agree. */
import assert from 'node:assert/strict';
import { RpcError, Unreachable } from './rpc.js';
import { until } from './wait.js';

const PAUSE = 400;

/** What `question` answers, null when the node does not answer. */
async function orNull(question) {
	try {
		return await question();
	} catch (error) {
		if (error instanceof Unreachable || error instanceof RpcError) return null;
		throw error;
	}
}

const heights = (nodes, which) =>
	Promise.all(nodes.map(async (node) => (await orNull(() => node[which]()))?.number ?? null));

/** How far nodes are, for the reader of a failed test. */
export async function describe(nodes) {
	const [best, finalized] = await Promise.all([heights(nodes, 'best'), heights(nodes, 'finalized')]);
	return Object.fromEntries(
		nodes.map(({ name, runs }, index) => [name, runs ? `best ${best[index]}, final ${finalized[index]}` : 'is down']),
	);
}

async function reached(which, nodes, number, timeout) {
	const what = `block ${number} is ${which === 'best' ? 'there' : 'final'} at ${nodes.map(({ name }) => name).join(', ')}`;
	const condition = async () => {
		const ended = nodes.find(({ runs }) => !runs);
		if (ended) throw new Error(`${ended.name} has ended; its log ends with:\n${ended.process?.tail(15)}`);
		return (await heights(nodes, which)).every((height) => height !== null && height >= number);
	};
	await until(what, condition, { timeout, describe: () => describe(nodes) });
}

/** Waits until every one of `nodes` has finalised block `number`. @param {import('./node.js').NetworkNode[]} nodes */
export const finalizes = (nodes, number, timeout = 120_000) => reached('finalized', nodes, number, timeout);

/** Waits until every one of `nodes` has a block `number` on its best chain. */
export const grows = (nodes, number, timeout = 120_000) => reached('best', nodes, number, timeout);

/** The highest final block that any of `nodes` knows. @returns {Promise<number>} */
export const highestFinalized = async (nodes) => Math.max(...(await heights(nodes, 'finalized')).map((height) => height ?? 0));

/** The highest block that any of `nodes` knows. @returns {Promise<number>} */
export const highestBest = async (nodes) => Math.max(...(await heights(nodes, 'best')).map((height) => height ?? 0));

/** The last block that all of `nodes` have finalised. @returns {Promise<import('./node.js').BlockName>} */
export async function commonFinalized(nodes) {
	const blocks = await Promise.all(nodes.map((node) => node.finalized()));
	return blocks.reduce((lowest, block) => (block.number < lowest.number ? block : lowest));
}

/**
 * No two of `nodes` have different hashes for a block that both have finalised.
 *
 * @param {import('./node.js').NetworkNode[]} nodes
 * @returns {Promise<number>} the last block that all of them have finalised
 */
export async function assertAgreement(nodes) {
	const finals = await Promise.all(nodes.map((node) => node.finalized()));
	const chains = await Promise.all(nodes.map((node, index) => node.hashes(0, finals[index].number)));
	const longest = chains.reduce((one, other) => (other.length > one.length ? other : one));
	chains.forEach((chain, index) => {
		assert.equal(chain.at(-1), finals[index].hash, `${nodes[index].name} has what it finalised on its chain`);
		assert.deepEqual(chain, longest.slice(0, chain.length), 'the nodes agree about every final block');
	});
	return Math.min(...finals.map(({ number }) => number));
}

/** Watches how the last final block of a network moves. */
export class FinalityWatch {
	/** When a higher block was first seen to be final, in seconds. @type {{ time: number, height: number }[]} */
	#steps = [];
	#ended = false;

	/** @param {() => import('./node.js').NetworkNode[]} nodes those to ask, at any time */
	constructor(nodes) {
		this.nodes = nodes;
		this.finished = this.#watch();
	}

	async #watch() {
		while (!this.#ended) {
			const height = await highestFinalized(this.nodes());
			if (height > (this.#steps.at(-1)?.height ?? -1)) this.#steps.push({ time: performance.now() / 1_000, height });
			await new Promise((resolve) => setTimeout(resolve, PAUSE));
		}
	}

	/** Ends the watch. @returns {Promise<{ longestPause: number, blocks: number }>} the pause in seconds */
	async end() {
		this.#ended = true;
		await this.finished;
		const times = [...this.#steps.map(({ time }) => time), performance.now() / 1_000];
		const pauses = times.slice(1).map((time, index) => time - times[index]);
		const [first, last] = [this.#steps[0], this.#steps.at(-1)];
		return { longestPause: Math.max(...pauses), blocks: last.height - first.height };
	}
}
