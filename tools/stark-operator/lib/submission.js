import { fail, oneLine } from './errors.js';
import { explainedError } from './outcome.js';

/** Enough for ten blocks of six seconds. */
export const INCLUSION_TIMEOUT = 60_000;

/**
 * @typedef {object} Inclusion
 * @property {string} blockHash
 * @property {any[]} events those of the extrinsic
 */

/**
 * Signs a call, submits it and waits until a block includes it. An error of the call is thrown by its name.
 *
 * Included means in a block, or finalized: a chain that finalizes every block as it makes it can leave out the first.
 *
 * @param {any} call an extrinsic of polkadot.js, not signed yet
 * @param {import('@polkadot/keyring/types').KeyringPair} signer
 * @param {{ timeout?: number }} [options]
 * @returns {Promise<Inclusion>}
 */
export async function submit(call, signer, { timeout = INCLUSION_TIMEOUT } = {}) {
	const { status, events, dispatchError } = await included(call, signer, timeout);
	if (events.length === 0) fail('the extrinsic is in a block, but what became of it could not be read');
	if (dispatchError) fail(explainedError(dispatchError, dispatchError.registry));
	const blockHash = (status.isInBlock ? status.asInBlock : status.asFinalized).toHex();
	return { blockHash, events: events.map(({ event }) => event) };
}

async function included(call, signer, timeout) {
	let unsubscribe;
	let timer;
	try {
		return await new Promise((resolve, reject) => {
			timer = setTimeout(() => {
				reject(
					new Error(
						`no block has included the extrinsic within ${timeout / 1_000} s; it may still be included later`,
					),
				);
			}, timeout);
			// The connection keeps the process alive; without it there is nothing to wait for.
			timer.unref();
			const follow = (result) => {
				const { status } = result;
				if (status.isInBlock || status.isFinalized) resolve(result);
				else if (result.isError)
					reject(new Error(`the transaction pool dropped the extrinsic: ${status.type}`));
			};
			call.signAndSend(signer, { nonce: -1 }, follow).then((stop) => (unsubscribe = stop), reject);
		});
	} catch (error) {
		return fail(refusal(error));
	} finally {
		clearTimeout(timer);
		unsubscribe?.();
	}
}

/** The pool's refusals come with a number and the request; the reason is between. */
function refusal(error) {
	const message = oneLine(error);
	const refused = /^10\d\d: (.*)$/.exec(message);
	return refused ? `the node refuses the extrinsic: ${refused[1]}` : message;
}
