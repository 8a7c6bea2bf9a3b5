/**
 * What the pool lends a borrower, and what the borrower's proxy answers about that: computed from the specifications
 * (that of the pool, section 4; that of the proxies, sections 7.1, 9.1 and 13) without asking the node.
 */

/** Units of a share that is the whole pool. */
const ALL_UNITS = 10_000n;

const min = (a, b) => (a < b ? a : b);
/** The part of `a` above `b`. */
const above = (a, b) => (a > b ? a - b : 0n);

export class BorrowerOracle {
	/** Active stake of all stakers, in the running epoch and the next. */
	active = { current: 0n, next: 0n };
	borrowed = 0n;
	/** What all the others have borrowed. */
	borrowedByOthers = 0n;
	debt = 0n;
	/** Bars that the pool and the guardian put up. */
	barred = { byPool: false, byGuardian: false };

	/** @param {number} units the borrower's share, in 1/10,000 */
	constructor(units) {
		this.units = { current: BigInt(units), next: BigInt(units) };
	}

	/** The share from the next epoch on. @param {number} units */
	schedule(units) {
		this.units.next = BigInt(units);
	}

	/** @param {bigint} amount */
	stake(amount) {
		this.active.current += amount;
		this.active.next += amount;
	}

	/** @param {bigint} amount */
	requestWithdrawal(amount) {
		this.active.next -= amount;
	}

	/** The next epoch begins. */
	roll() {
		this.active.current = this.active.next;
		this.units.current = this.units.next;
	}

	get #totalBorrowed() {
		return this.borrowed + this.borrowedByOthers;
	}

	/** What the pool lacks: debt in the making. */
	get shortfall() {
		return above(this.#totalBorrowed, this.active.current);
	}

	/** Turns the shortfall into debt of this borrower. @returns {bigint} how much it was */
	markDebt() {
		const { shortfall } = this;
		this.borrowed -= shortfall;
		this.debt += shortfall;
		this.barred.byPool = true;
		return shortfall;
	}

	get allocated() {
		const { active, units } = this;
		return {
			current: (active.current * units.current) / ALL_UNITS,
			next: (active.next * units.next) / ALL_UNITS,
		};
	}

	/** What is due at the end of the epoch. */
	get due() {
		return above(this.borrowed, this.allocated.next);
	}

	/** @param {boolean} inBlackout */
	borrowable(inBlackout) {
		if (this.barred.byPool || this.barred.byGuardian) return 0n;
		const { active, units } = this;
		const base = inBlackout ? active.next : active.current;
		const limit = (base * min(units.current, units.next)) / ALL_UNITS;
		return min(above(limit, this.borrowed), above(active.current, this.#totalBorrowed));
	}

	/** What auto-pay would do with `token` in the proxy, or the name of the error. */
	autoPay(token, inBlackout) {
		if (!inBlackout) return 'starkProxy.NotInBlackoutWindow';
		const repaidBorrow = this.due;
		if (token < repaidBorrow) return 'starkProxy.InsufficientFundsForRepayment';
		const repaidDebt = min(this.debt, token - repaidBorrow);
		const mayBorrow = repaidBorrow === 0n && repaidDebt === this.debt;
		return { borrowed: mayBorrow ? this.borrowable(inBlackout) : 0n, repaidBorrow, repaidDebt };
	}

	/**
	 * The answers about money of `starkProxyApi`.
	 *
	 * @param {{ token: bigint, inBlackout: boolean, exposure: object }} situation
	 */
	answers({ token, inBlackout, exposure }) {
		const owed = this.borrowed + this.debt;
		return {
			tokenBalance: token,
			borrowedBalance: this.borrowed,
			debtBalance: this.debt,
			borrowedAndDebtBalance: owed,
			allocatedBalanceCurrent: this.allocated.current,
			allocatedBalanceNext: this.allocated.next,
			borrowableAmount: this.borrowable(inBlackout),
			withdrawableAmount: above(token, owed),
			exchangeExposure: exposure,
			previewAutoPay: this.autoPay(token, inBlackout),
			isBorrowingRestricted: this.barred.byGuardian,
		};
	}
}
