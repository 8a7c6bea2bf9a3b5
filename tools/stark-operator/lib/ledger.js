import { fail } from './errors.js';

const MAX_EQUITY = (1n << 64n) - 1n;

/** Equity by position while the parts of a batch take effect one after the other, as on the chain. */
export class Ledger {
	/** @type {Map<bigint, import('./snapshot.js').Position>} */
	#positions;

	/** @param {import('./snapshot.js').Position[]} positions those the batch touches */
	constructor(positions) {
		this.#positions = new Map(positions.map((one) => [one.position, { ...one }]));
	}

	/** @param {bigint} position */
	#at(position) {
		return (
			this.#positions.get(position) ??
			fail(`there is no position ${position} (starkExchange.PositionKeyMismatch)`)
		);
	}

	/** @param {bigint} position */
	keyOf(position) {
		return this.#at(position).key;
	}

	/** @param {bigint} position */
	equityOf(position) {
		return this.#at(position).equity;
	}

	/** @param {bigint} position @param {string} key */
	ensureKey(position, key) {
		if (this.keyOf(position) !== key) {
			fail(`position ${position} belongs to another key than ${key} (starkExchange.PositionKeyMismatch)`);
		}
	}

	/**
	 * @param {bigint} position
	 * @param {bigint} delta
	 * @param {string} what names the change in the message of the error
	 * @param {string} shortage name of the error when there is too little
	 */
	change(position, delta, what, shortage = 'InsufficientEquity') {
		const record = this.#at(position);
		const equity = record.equity + delta;
		if (equity < 0n)
			fail(
				`position ${position} has ${record.equity}, too little for ${what} of ${-delta} (starkExchange.${shortage})`,
			);
		if (equity > MAX_EQUITY) fail(`${what} of ${delta} would take position ${position} beyond 2^64`);
		record.equity = equity;
	}
}
