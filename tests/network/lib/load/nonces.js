/** How many extrinsics of an account a chain contains, asked in two questions for many accounts. */
import { blake2AsHex, hexToU8a } from '../packages.js';
import { prefixOf } from '../../../e2e/lib/storage.js';

const ACCOUNTS = prefixOf('System', 'Account');

const keyOf = ({ pair }) => {
	const id = pair.publicKey;
	return `${ACCOUNTS}${blake2AsHex(id, 128).slice(2)}${Buffer.from(id).toString('hex')}`;
};

/** A record of an account begins with the nonce, four bytes. */
const nonceIn = (record) => (record ? Buffer.from(hexToU8a(record)).readUInt32LE(0) : 0);

/**
 * @param {import('../node.js').NetworkNode} node
 * @param {{ pair: { publicKey: Uint8Array } }[]} senders
 * @returns {Promise<{ final: number, best: number }[]>} the next nonces, in the order of the senders
 */
export async function readNonces(node, senders) {
	const keys = senders.map(keyOf);
	const [finalized, best] = await Promise.all([node.ask('chain_getFinalizedHead'), node.ask('chain_getBlockHash')]);
	const [final, included] = await Promise.all([finalized, best].map((hash) => nonces(node, keys, hash)));
	return keys.map((key) => ({ final: final.get(key), best: included.get(key) }));
}

async function nonces(node, keys, hash) {
	const [{ changes }] = await node.ask('state_queryStorageAt', keys, hash);
	return new Map(changes.map(([key, record]) => [key, nonceIn(record)]));
}
