import { encodeAddress } from '@polkadot/util-crypto';

/**
 * The keyless account of a pallet id of eight characters, as the runtime derives it.
 *
 * @param {string} id
 * @param {number[]} [sub] what tells accounts of the same pallet apart, encoded
 */
export function palletAccount(id, sub = []) {
	const bytes = new Uint8Array(32);
	bytes.set(Buffer.from(`modl${id}`));
	bytes.set(sub, 12);
	// 42 is the general prefix of Substrate chains and that of this one.
	return encodeAddress(bytes, 42);
}
