import assert from 'node:assert/strict';
import { Bytes } from '@polkadot/types';
import { Text } from '@polkadot/types-codec';
import { compactStripLength, stringToU8a, u8aToHex, u8aToString } from '@polkadot/util';
import { STK_USDC } from './development.js';
import { plain } from './plain.js';

/** Answers a query of a runtime API as a plain value. */
export async function ask(api, runtimeApi, name, ...args) {
	const answer = await api.call[runtimeApi][name](...args);
	// polkadot.js takes the encoded length for the beginning of a text, or of bytes, that a runtime API returns.
	if (answer instanceof Text) return u8aToString(compactStripLength(stringToU8a(answer.toString()))[1]);
	if (answer instanceof Bytes) return u8aToHex(compactStripLength(answer)[1]);
	return plain(answer, api.registry);
}

/** Answers a query of the pool. */
export const query = (api, name, ...args) => ask(api, 'liquidityStakingApi', name, ...args);

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
