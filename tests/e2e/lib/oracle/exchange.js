/** What the exchange owes whom, computed from its specification (section 6) without asking the node. */
import assert from 'node:assert/strict';
import { EXCHANGE } from '../development.js';
import { plain } from '../plain.js';

/**
 * @typedef {object} Holding
 * @property {string} account
 * @property {string} key
 * @property {bigint} pending deposited and not accepted
 * @property {bigint} equity
 * @property {bigint} credited withdrawable
 * @property {bigint} requests open forced requests
 */

export class ExchangeBooks {
	/** @type {Map<bigint, Holding>} */
	#holdings = new Map();

	/** Positions are numbered from 1 in the order of registration. @returns {bigint} the new position */
	register(account, key) {
		const position = BigInt(this.#holdings.size + 1);
		this.#holdings.set(position, { account, key, pending: 0n, equity: 0n, credited: 0n, requests: 0n });
		return position;
	}

	/** @param {bigint} position */
	at(position) {
		return this.#holdings.get(position);
	}

	/** @param {bigint} position @param {bigint} q */
	deposit(position, q) {
		this.at(position).pending += q;
	}

	/** @param {bigint} position @param {bigint} [q] everything that is pending */
	accept(position, q = this.at(position).pending) {
		const holding = this.at(position);
		holding.pending -= q;
		holding.equity += q;
	}

	/** @param {bigint} position @param {bigint} delta */
	settle(position, delta) {
		this.at(position).equity += delta;
	}

	/** @param {bigint} position @param {bigint} [q] all equity */
	credit(position, q = this.at(position).equity) {
		const holding = this.at(position);
		holding.equity -= q;
		holding.credited += q;
	}

	/** @returns {bigint} what is paid to the owner of the position */
	withdraw(position) {
		const holding = this.at(position);
		const paid = holding.credited;
		holding.credited = 0n;
		return paid;
	}

	/** What an account has on the exchange, in the words of the queries. @param {string} account */
	exposure(account) {
		return sums([...this.#holdings.values()].filter((holding) => holding.account === account));
	}

	totals() {
		return sums([...this.#holdings.values()]);
	}

	/** The chain's exchange has these books, and holds what it owes: no less, and no more. */
	async assert(api, usdc) {
		const { starkExchangeApi } = api.call;
		const totals = plain(await starkExchangeApi.totals(), api.registry);
		assert.deepEqual(totals, this.totals());
		assert.equal(usdc.of(EXCHANGE), totals.pendingDeposits + totals.equity + totals.pendingWithdrawals);
		const positions = {};
		const expected = {};
		for (const [position, { account, key, equity, requests }] of this.#holdings) {
			positions[position] = {
				...plain(await starkExchangeApi.position(position), api.registry),
				exposure: plain(await starkExchangeApi.exposure(account), api.registry),
			};
			expected[position] = { key, equity, openForced: requests, exposure: this.exposure(account) };
		}
		assert.deepEqual(positions, expected);
	}
}

function sums(holdings) {
	const sum = (field) => holdings.reduce((total, holding) => total + holding[field], 0n);
	return { pendingDeposits: sum('pending'), equity: sum('equity'), pendingWithdrawals: sum('credited') };
}
