import assert from 'node:assert/strict';
import { ask } from './holdings.js';
import { executeViewFunction, viewFunctions } from './view-functions.js';

/**
 * The queries of a pallet with arguments and expected answers, by name.
 *
 * @typedef {Record<string, [args: any[], answer: any][]>} Table
 */

/** A pallet whose queries are served as runtime API and as view functions. */
export class Queries {
	/**
	 * @param {import('./chain.js').Chain} chain
	 * @param {string} runtimeApi its name in polkadot.js
	 * @param {string} pallet
	 */
	constructor(chain, runtimeApi, pallet) {
		this.chain = chain;
		this.runtimeApi = runtimeApi;
		this.pallet = pallet;
	}

	/** The table has every query that there is, and no other. @param {Table} table */
	assertComplete(table) {
		const { api } = this.chain;
		const known = Object.keys(table).sort();
		assert.deepEqual(Object.keys(api.call[this.runtimeApi]).sort(), known, 'the runtime API');
		assert.deepEqual([...viewFunctions(api, this.pallet).keys()].sort(), known, 'the view functions');
		for (const name of known) assert.ok(table[name].length > 0, `${name} is asked`);
	}

	/** Both ways to ask give the answers of the table. @param {Table} table */
	async assertAnswers(table) {
		const { api } = this.chain;
		const functions = viewFunctions(api, this.pallet);
		await assertTable(table, (name, args) => ask(api, this.runtimeApi, name, ...args));
		await assertTable(table, (name, args) => executeViewFunction(api, functions.get(name), args));
	}
}

async function assertTable(table, answer) {
	const expected = {};
	const given = {};
	for (const [name, cases] of Object.entries(table)) {
		expected[name] = cases.map(([args, value]) => [args, unordered(value)]);
		given[name] = [];
		for (const [args] of cases) given[name].push([args, unordered(await answer(name, args))]);
	}
	assert.deepEqual(given, expected);
}

/** Keys and accounts come in the order of hashes, which means nothing. */
const unordered = (answer) =>
	Array.isArray(answer) && answer.every((one) => typeof one === 'string') ? [...answer].sort() : answer;
