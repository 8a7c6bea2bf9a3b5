import { assemble } from './assembly.js';
import { encodeBatch } from './batch.js';
import { fail } from './errors.js';
import { isoTime } from './format.js';
import { toHex } from './hex.js';
import { positionsOf, select } from './selection.js';
import { readPositions } from './snapshot.js';

/**
 * The next batch, of what was read from the chain and what is wished for.
 *
 * @param {import('./snapshot.js').Work} work
 * @param {import('./selection.js').Wishes} wishes
 * @returns {Promise<{ batch: import('./batch.js').UpdateBatch, notes: string[] }>}
 */
export async function nextBatch(work, wishes) {
	if (work.frozen)
		fail(`the exchange has been frozen since ${isoTime(work.frozen.frozenAt)} (starkExchange.Frozen)`);
	const selection = select(work, wishes);
	const positions = await readPositions(work.at, positionsOf(selection));
	return { batch: assemble(work, selection, positions), notes: selection.notes };
}

/**
 * The call that submits a batch. The chain's own types must encode the batch as this program does, since its root was
 * made from that encoding.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {import('./batch.js').UpdateBatch} batch
 */
export function updateCall(api, batch) {
	const call = api.tx.starkExchange.updateState(batch);
	const [argument] = call.method.args;
	if (toHex(argument.toU8a()) !== toHex(encodeBatch(batch))) {
		fail('the chain encodes batches in another way: this program is for another version of the pallet');
	}
	return call;
}
