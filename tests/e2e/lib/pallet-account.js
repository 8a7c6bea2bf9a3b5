import { encodeAddress } from '@polkadot/util-crypto';

/** The keyless account of a pallet id of eight characters, as the runtime derives it. @param {string} id */
export function palletAccount(id) {
	const bytes = new Uint8Array(32);
	bytes.set(Buffer.from(`modl${id}`));
	// 42 is the general prefix of Substrate chains and that of this one.
	return encodeAddress(bytes, 42);
}
