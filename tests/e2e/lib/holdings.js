import assert from 'node:assert/strict';
import { Text } from '@polkadot/types-codec';
import { compactStripLength, stringToU8a, u8aToString } from '@polkadot/util';
import { STK_USDC } from './development.js';
import { plain } from './plain.js';

/** Answers a query of the pool's runtime API as a plain value. */
export async function query(api, name, ...args) {
	const answer = await api.call.liquidityStakingApi[name](...args);
	// polkadot.js takes the encoded length for the beginning of a text that a runtime API returns.
	if (answer instanceof Text) return u8aToString(compactStripLength(stringToU8a(answer.toString()))[1]);
	return plain(answer, api.registry);
}

/** What `who` holds of an asset, 0 without an asset account. */
export async function assetBalance(api, asset, who) {
	const holding = await api.query.assets.account(asset, who);
	return holding.isNone ? 0n : holding.unwrap().balance.toBigInt();
}

/** Free DYDX of `who`. */
export async function nativeBalance(api, who) {
	return (await api.query.system.account(who)).data.free.toBigInt();
}

/** The receipt of `who` is `amount`, both in the pool's ledger and in the wallet's view of it. */
export async function assertReceipt(api, who, amount) {
	assert.equal(await query(api, 'balanceOf', who), amount, 'the ledger of the pool');
	assert.equal(await assetBalance(api, STK_USDC, who), amount, 'the asset a wallet shows');
}
