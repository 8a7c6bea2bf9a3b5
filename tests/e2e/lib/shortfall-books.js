/** The books of a chain against the tables of the worked example of a shortfall. */
import assert from 'node:assert/strict';
import { account, alice, bob, charlie as carol } from './accounts.js';
import { POOL, USDC } from './development.js';
import { assetBalance, query } from './holdings.js';
import { booksAfter, COLUMNS, OF_BORROWER, OF_STAKER, totalsAfter } from './shortfall-example.js';

/** The borrowers of the example. */
export const [b1, b2] = ['//Wintermute', '//AmberGroup'].map(account);

/** All totals and the books of everybody are those after `row`. */
export async function assertRow(api, row) {
	const ask = (name, ...args) => query(api, name, ...args);
	const totals = {};
	for (const [column, name] of Object.entries(COLUMNS)) totals[column] = await ask(name);
	assert.deepEqual({ row, ...totals }, { row, ...totalsAfter(row) });
	assert.equal(await ask('totalSupply'), totals.B + totals.U);
	assert.equal(await assetBalance(api, USDC, POOL), totals.U + totals.V);

	const books = {};
	for (const [names, accounts] of [
		[OF_STAKER, { alice, bob, carol }],
		[OF_BORROWER, { b1, b2 }],
	]) {
		for (const [who, { address }] of Object.entries(accounts)) {
			books[who] = await Promise.all(names.map((name) => ask(name, address)));
		}
	}
	assert.deepEqual({ row, ...books }, { row, ...booksAfter(row) });
}

/**
 * The changes of allocations that give everything to the two borrowers. Whoever has units is listed, so that the units of
 * the list are all there are.
 */
export async function allocations(api) {
	const present = await api.query.liquidityStaking.borrowers.entries();
	const others = present.map(([key]) => key.args[0].toString()).filter((who) => ![b1.address, b2.address].includes(who));
	return [[b1.address, 4_500n], [b2.address, 5_500n], ...[null, ...others].map((target) => [target, 0n])];
}
