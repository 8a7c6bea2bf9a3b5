/** The keeper as a service: block by block, on one node after the other, until it is told to stop. */
import { fail, oneLine, UserError } from './errors.js';
import { followHeads } from './heads.js';

/** Seconds between two connections: 1, 2, 4, ... and at most this many. */
const MAX_WAIT = 60;
/** A connection that held for so many milliseconds was a good one, and the next begins with a short wait again. */
const GOOD_CONNECTION = 60_000;

/**
 * @typedef {object} Parts
 * @property {string[]} urls nodes to ask, one at a time
 * @property {(url: string) => Promise<import('./node.js').Node>} open
 * @property {import('./keeper.js').Keeper} keeper
 * @property {import('./log.js').Log} log
 * @property {import('./metrics.js').Metrics} metrics
 * @property {number} silence milliseconds without a block after which a node is given up
 * @property {AbortSignal} signal
 * @property {(milliseconds: number, signal: AbortSignal) => Promise<void>} sleep ends early when the signal is aborted
 * @property {() => number} [clock]
 */

/**
 * Works until `signal` is aborted. Whatever goes wrong with a node, the next one is tried, and after the last one the first
 * again.
 *
 * @param {Parts} parts
 */
export async function serve({ urls, clock = Date.now, ...parts }) {
	const { log, metrics, signal, sleep } = parts;
	/** @type {string | null} */
	let genesis = null;
	let failures = 0;
	for (let turn = 0; !signal.aborted; turn++) {
		const began = clock();
		try {
			await attend(urls[turn % urls.length], parts, (node) => {
				genesis ??= node.genesis;
				ensureSameChain(node, genesis);
			});
		} catch (error) {
			if (error instanceof UserError) throw error;
			if (signal.aborted) return;
			metrics.failure('connection');
			if (clock() - began >= GOOD_CONNECTION) failures = 0;
			const wait = Math.min(2 ** failures++, MAX_WAIT);
			const next = urls[(turn + 1) % urls.length];
			log.warn(`${oneLine(error)}; trying ${urls.length > 1 ? next : 'again'} in ${wait} s`);
			await sleep(wait * 1_000, signal);
		}
	}
}

/** Works with one node until it fails, or it is time to stop. */
async function attend(url, { open, keeper, log, metrics, silence, signal }, check) {
	const node = await open(url);
	try {
		check(node);
		metrics.connection(true, await node.ensureReady());
		log.info(`connected to ${url}, '${node.chain}'`);
		await followHeads(node, { silence, signal }, async (head, silence) => {
			metrics.connection(true, await node.ensureReady());
			const { again } = await keeper.round(node, head, silence);
			return { isDone: false, again };
		});
	} finally {
		metrics.connection(false, 0);
		await node.close();
	}
}

/** A transaction of one chain is worth nothing on another, and neither is what it says about the pool. */
function ensureSameChain({ url, chain, genesis }, expected) {
	if (genesis !== expected) {
		fail(`the node at ${url} is one of another chain ('${chain}', genesis ${genesis}): name nodes of one chain only`);
	}
}
