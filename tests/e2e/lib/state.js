import { xxhashAsHex } from '@polkadot/util-crypto';

const PAGE = 1_000;

/** Every key and value the pallet has in storage. */
async function pallet(api, name, at) {
	const prefix = xxhashAsHex(name, 128);
	const keys = [];
	for (let last = prefix; ; ) {
		const page = await api.rpc.state.getKeysPaged(prefix, PAGE, last, at);
		keys.push(...page.map((key) => key.toHex()));
		if (page.length < PAGE) break;
		last = keys.at(-1);
	}
	// Every pallet stores at least its version.
	if (keys.length === 0) throw new Error(`there is no pallet ${name}`);
	const [{ changes }] = await api.rpc.state.queryStorageAt.raw(keys, at);
	return Object.fromEntries(changes);
}

const PALLETS = ['LiquidityStaking', 'StarkProxy', 'StarkExchange', 'Timelock', 'Assets'];

/** The whole storage of the own pallets and of the assets, to see that a call changed nothing. */
export async function ownState(api) {
	const at = (await api.rpc.chain.getHeader()).hash;
	const states = await Promise.all(PALLETS.map((name) => pallet(api, name, at)));
	return Object.fromEntries(PALLETS.map((name, index) => [name, states[index]]));
}
