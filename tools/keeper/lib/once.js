/** The keeper as a command: it does what is due now and ends. */
import { NodeError, oneLine, UserError } from './errors.js';
import { followHeads } from './heads.js';

/** How many transactions that no block includes are enough for a run. */
export const MAX_ATTEMPTS = 3;

/**
 * @param {import('./service.js').Parts} parts
 * @returns {Promise<boolean>} whether nothing is due any more
 */
export async function runOnce(parts) {
	const { keeper, log, metrics, signal } = parts;
	const node = await firstReady(parts);
	/** @type {boolean | null} */
	let isDone = null;
	try {
		await followHeads(node, parts, async (head, silence) => {
			const { status, again } = await keeper.round(node, head, silence);
			if (status !== 'waiting') isDone = status === 'idle';
			return { isDone: isDone !== null, again };
		});
	} finally {
		metrics.connection(false, 0);
		await node.close();
	}
	if (signal.aborted && isDone === null) log.warn('stopped before everything was done');
	return isDone ?? false;
}

/** The first of the nodes that answers and is not behind. */
async function firstReady({ urls, open, log, metrics }) {
	for (const url of urls) {
		let node;
		try {
			node = await open(url);
			metrics.connection(true, await node.ensureReady());
			return node;
		} catch (error) {
			await node?.close();
			if (error instanceof UserError) throw error;
			log.warn(oneLine(error));
		}
	}
	throw new NodeError(urls.length > 1 ? 'none of the nodes can be used' : 'the node cannot be used');
}
