/** Amounts by account; what is zero is not there. */
export class Ledger {
	/** @type {Map<string, bigint>} */
	#amounts = new Map();

	/** @param {Iterable<[string, bigint]>} [amounts] */
	constructor(amounts = []) {
		for (const [who, amount] of amounts) this.add(who, amount);
	}

	/** @param {string} who */
	of(who) {
		return this.#amounts.get(who) ?? 0n;
	}

	/** Adds to an account, or takes away. @param {string} who @param {bigint} amount */
	add(who, amount) {
		const sum = this.of(who) + amount;
		if (sum === 0n) this.#amounts.delete(who);
		else this.#amounts.set(who, sum);
	}

	/** @param {string} from @param {string} to @param {bigint} amount */
	move(from, to, amount) {
		this.add(from, -amount);
		this.add(to, amount);
	}

	get sum() {
		return [...this.#amounts.values()].reduce((sum, amount) => sum + amount, 0n);
	}

	/** What differs from `other`, in words. @param {Ledger} other @param {string} what */
	differences(other, what) {
		const accounts = new Set([...this.#amounts.keys(), ...other.#amounts.keys()]);
		return [...accounts]
			.filter((who) => this.of(who) !== other.of(who))
			.map((who) => `${what} of ${who}: ${this.of(who)} by the events, ${other.of(who)} in storage`);
	}

	/** Accounts below zero, in words. @param {string} what */
	overdrawn(what) {
		const below = [...this.#amounts].filter(([, amount]) => amount < 0n);
		return below.map(([who, amount]) => `${what} of ${who} would be ${amount}`);
	}
}
