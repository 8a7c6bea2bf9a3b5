/** Who holds how many USDC. Nothing makes or destroys any, so whatever somebody loses somebody else must have. */
import assert from 'node:assert/strict';
import { account } from '../accounts.js';
import {
	BORROWERS,
	EXCHANGE,
	GENESIS_USDC,
	POOL,
	proxyAccount,
	TRACKS,
	TREASURY,
	USDC,
	USDC_SUPPLY,
} from '../development.js';

const PEOPLE = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie', ...BORROWERS.map(([name]) => name)];

/** Names by address, for the reader of a failed test. */
const NAMES = new Map([
	...PEOPLE.map((name) => [account(`//${name}`).address, name]),
	...BORROWERS.map((_, proxy) => [proxyAccount(proxy), `proxy ${proxy}`]),
	...Object.entries(TRACKS).map(([track, { account }]) => [account, `track ${track}`]),
	[POOL, 'pool'],
	[EXCHANGE, 'exchange'],
	[TREASURY, 'treasury'],
]);

export class UsdcBooks {
	/** @type {Map<string, bigint>} */
	#holdings = new Map(PEOPLE.map((name) => [account(`//${name}`).address, GENESIS_USDC]));

	/** @param {string} who */
	of(who) {
		return this.#holdings.get(who) ?? 0n;
	}

	/** @param {string} from @param {string} to @param {bigint} amount */
	pay(from, to, amount) {
		this.#holdings.set(from, this.of(from) - amount);
		this.#holdings.set(to, this.of(to) + amount);
	}

	/** Enters the payments among the events that a test expects. @param {import('../events.js').PlainEvent[]} events */
	enter(events) {
		for (const { name, data } of events) {
			if (name === 'assets.Transferred' && data.assetId === BigInt(USDC)) this.pay(data.from, data.to, data.amount);
		}
	}

	/** The chain's holdings, all of them, are those of the books, and add up to what there was at genesis. */
	async assert(api) {
		const [accounts, asset] = await Promise.all([
			api.query.assets.account.entries(USDC),
			api.query.assets.asset(USDC),
		]);
		const held = accounts.map(([{ args }, value]) => [args[1].toString(), value.unwrap().balance.toBigInt()]);
		assert.deepEqual(readable(held), readable([...this.#holdings]));
		assert.equal(sum(held), USDC_SUPPLY, 'no USDC appear or disappear');
		assert.equal(asset.unwrap().supply.toBigInt(), USDC_SUPPLY);
	}
}

const sum = (holdings) => holdings.reduce((total, [, amount]) => total + amount, 0n);

const readable = (holdings) =>
	Object.fromEntries(
		holdings
			.filter(([, amount]) => amount !== 0n)
			.map(([who, amount]) => [NAMES.get(who) ?? who, amount])
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
