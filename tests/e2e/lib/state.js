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
	if (keys.length === 0) return {};
	const [{ changes }] = await api.rpc.state.queryStorageAt.raw(keys, at);
	return Object.fromEntries(changes);
}

/** The whole storage of the pool and of the assets, to see that a call changed nothing. */
export async function poolState(api) {
	const at = (await api.rpc.chain.getHeader()).hash;
	const [pool, assets] = await Promise.all(['LiquidityStaking', 'Assets'].map((name) => pallet(api, name, at)));
	return { pool, assets };
}
