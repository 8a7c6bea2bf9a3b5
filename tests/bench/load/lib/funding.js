import { u8aToHex } from './packages.js';
import { alice } from '../../../e2e/lib/accounts.js';

/** Calls in one batch: the heaviest, staking, then take a quarter of a block. */
const BATCH = 400;

/**
 * The extrinsics in which Alice gives everybody what their calls need, signed.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {any[]} calls
 */
export async function fundingExtrinsics(api, calls) {
	const first = (await api.rpc.system.accountNextIndex(alice.address)).toNumber();
	const batches = [];
	for (let start = 0; start < calls.length; start += BATCH) {
		const batch = api.tx.utility.batchAll(calls.slice(start, start + BATCH));
		const options = { era: 0, nonce: first + batches.length, blockHash: api.genesisHash, genesisHash: api.genesisHash };
		batches.push(u8aToHex(batch.sign(alice, { ...options, runtimeVersion: api.runtimeVersion }).toU8a()));
	}
	return batches;
}
