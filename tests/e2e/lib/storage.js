import { xxhashAsHex } from '@polkadot/util-crypto';

const PAGE = 1_000;

/** Where the records of a pallet, or one of its items, begin. */
export const prefixOf = (pallet, item) => xxhashAsHex(pallet, 128) + (item ? xxhashAsHex(item, 128).slice(2) : '');

/**
 * Every key and value of the chain's storage under `prefix`.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {string} at hash of the block
 * @returns {Promise<Map<string, string>>}
 */
export async function storage(api, at, prefix = '0x') {
	const records = new Map();
	for (let last = prefix; ; ) {
		const keys = (await api.rpc.state.getKeysPaged(prefix, PAGE, last, at)).map((key) => key.toHex());
		if (keys.length > 0) {
			const [{ changes }] = await api.rpc.state.queryStorageAt.raw(keys, at);
			for (const [key, value] of changes) records.set(key, value);
		}
		if (keys.length < PAGE) return records;
		last = keys.at(-1);
	}
}
