import { prefixOf, storage } from './storage.js';

/** Every key and value the pallet has in storage. */
async function pallet(api, name, at) {
	const records = await storage(api, at, prefixOf(name));
	// Every pallet stores at least its version.
	if (records.size === 0) throw new Error(`there is no pallet ${name}`);
	return Object.fromEntries(records);
}

const PALLETS = ['LiquidityStaking', 'StarkProxy', 'StarkExchange', 'Timelock', 'Assets'];

/** The whole storage of the own pallets and of the assets, to see that a call changed nothing. */
export async function ownState(api) {
	const at = (await api.rpc.chain.getHeader()).hash;
	const states = await Promise.all(PALLETS.map((name) => pallet(api, name, at)));
	return Object.fromEntries(PALLETS.map((name, index) => [name, states[index]]));
}
