/** The operator that works by itself, block by block. */
import { countsOf } from './batch.js';
import { fail, oneLine } from './errors.js';
import { isOperator, readWork } from './snapshot.js';
import { submit } from './submission.js';
import { nextBatch, updateCall } from './update.js';

const MAX_PAUSE = 64;

/** What an automatic operator does. A deposit that its owner has asked back stays where it is. */
export const AUTOMATIC = { acceptAll: true, spareCancelled: true, serveForced: true };

/** @param {any} at the API of a block @param {string} address */
export async function ensureOperator(at, address) {
	if (!(await isOperator(at, address)))
		fail(`${address} is no operator of the exchange (starkExchange.NotOperator)`);
}

/**
 * Submits a batch if there is something to put into one.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {import('@polkadot/keyring/types').KeyringPair} signer
 * @returns {Promise<string>} what was done, or why nothing was
 */
export async function operateOnce(api, signer) {
	const work = await readWork(api);
	if (work.frozen) return 'the exchange is frozen: waiting';
	const { batch } = await nextBatch(work, AUTOMATIC);
	if (batch.deposits.length + batch.forced.length === 0) return 'nothing to do: waiting';
	await ensureOperator(work.at, signer.address);
	const { blockHash } = await submit(updateCall(api, batch), signer);
	return `batch ${batch.batchId} is in block ${blockHash}: ${countsOf(batch)}`;
}

/**
 * Runs `round` now and after every new head, never two at once, until `signal` is aborted. After a failure it lets 1, 2,
 * 4, ... heads pass, so that a batch the chain refuses does not cost a fee in every block.
 *
 * @param {object} parts
 * @param {(onHead: () => void) => Promise<() => void>} parts.watch subscribes to new heads, gives the end of that
 * @param {() => Promise<string>} parts.round does the work of one head and tells what it was
 * @param {(line: string) => void} parts.tell
 * @param {(line: string) => void} parts.warn
 * @param {AbortSignal} parts.signal
 */
export async function operate({ watch, round, tell, warn, signal }) {
	let head = 0;
	let wake = () => {};
	const unwatch = await watch(() => {
		head++;
		wake();
	});
	signal.addEventListener('abort', () => wake(), { once: true });
	let told = '';
	let pause = 1;
	try {
		while (!signal.aborted) {
			let until = head + 1;
			try {
				const line = await round();
				if (line !== told) tell(line);
				told = line;
				pause = 1;
			} catch (error) {
				warn(oneLine(error));
				told = '';
				until = head + pause;
				pause = Math.min(pause * 2, MAX_PAUSE);
			}
			while (head < until && !signal.aborted) await new Promise((resolve) => (wake = resolve));
		}
	} finally {
		unwatch();
	}
}
