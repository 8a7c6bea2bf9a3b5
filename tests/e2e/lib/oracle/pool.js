/**
 * What the staking side of the pool owes whom, computed from the specification (sections 3, 5, 7 and 8)
 * without asking the node. Epoch boundaries are applied one after the other as they come, to every account:
 * the pool under test does the same work lazily, and both must arrive at the same units.
 */
import { EpochClock } from './clock.js';

/** Scale of the reward index. */
const INDEX_BASE = 10n ** 18n;

const min = (a, b) => (a < b ? a : b);

/** One staker's books. */
class Staker {
	/** Staked and earning. */
	active = 0n;
	/** The part of `active` that leaves at the end of the epoch. */
	leaving = 0n;
	/** Withdrawable. */
	inactive = 0n;
	/** The reward index up to which `accrued` is complete. */
	index = 0n;
	accrued = 0n;

	/** @param {bigint} index */
	earnUpTo(index) {
		this.accrued += (this.active * (index - this.index)) / INDEX_BASE;
		this.index = index;
	}
}

export class PoolOracle {
	/** @type {Map<string, Staker>} */
	#stakers = new Map();
	/** Value of the reward index. */
	index = 0n;
	/** First second not yet in `index`. */
	#indexed;
	/** Last epoch boundary that was applied, as the number of the epoch that began there. */
	#epoch = 0n;

	/**
	 * @param {{
	 *   interval: bigint, offset: bigint, blackout: bigint,
	 *   rate: bigint, distributionStart: bigint, distributionEnd: bigint,
	 * }} parameters
	 */
	constructor(parameters) {
		this.clock = new EpochClock(parameters);
		this.rate = parameters.rate;
		this.distributionEnd = parameters.distributionEnd;
		this.#indexed = parameters.distributionStart;
	}

	/** @param {string} who */
	staker(who) {
		let staker = this.#stakers.get(who);
		if (!staker) this.#stakers.set(who, (staker = new Staker()));
		return staker;
	}

	/** @param {bigint} now @param {string} who @param {bigint} amount */
	stake(now, who, amount) {
		this.#emitUpTo(now);
		const staker = this.staker(who);
		staker.earnUpTo(this.index);
		staker.active += amount;
	}

	/** @param {bigint} now @param {string} who @param {bigint} amount */
	requestWithdrawal(now, who, amount) {
		this.#reach(now);
		this.staker(who).leaving += amount;
	}

	/** @param {bigint} now @param {string} who @param {bigint} amount */
	withdrawStake(now, who, amount) {
		this.#reach(now);
		this.staker(who).inactive -= amount;
	}

	/** @param {bigint} now @param {string} from @param {string} to @param {bigint} amount */
	transfer(now, from, to, amount) {
		this.#emitUpTo(now);
		const [sender, recipient] = [this.staker(from), this.staker(to)];
		sender.earnUpTo(this.index);
		recipient.earnUpTo(this.index);
		sender.active -= amount;
		recipient.active += amount;
	}

	/** The amount a claim pays. @param {bigint} now @param {string} who */
	claim(now, who) {
		this.#emitUpTo(now);
		const staker = this.staker(who);
		staker.earnUpTo(this.index);
		const paid = staker.accrued;
		staker.accrued = 0n;
		return paid;
	}

	/** @param {bigint} now @param {bigint} rate */
	setRate(now, rate) {
		this.#emitUpTo(now);
		this.rate = rate;
	}

	/** What `claim` would pay; moves nothing. @param {bigint} now @param {string} who */
	claimable(now, who) {
		return this.#copy().claim(now, who);
	}

	/** The reward index once every boundary up to `now` is applied, and nothing after it. @param {bigint} now */
	indexAtBoundary(now) {
		const copy = this.#copy();
		copy.#reach(now);
		return copy.index;
	}

	/** The books of one account at `now`, in the words of the queries; moves nothing. */
	balances(now, who) {
		const copy = this.#copy();
		copy.#reach(now);
		const { active, leaving, inactive } = copy.staker(who);
		return {
			activeCurrent: active,
			activeNext: active - leaving,
			inactiveCurrent: inactive,
			inactiveNext: inactive + leaving,
			pending: leaving,
			transferable: active - leaving,
			balance: active + inactive,
		};
	}

	/** The same for all accounts together. */
	totals(now) {
		const copy = this.#copy();
		copy.#reach(now);
		const { active, leaving, inactive } = copy.#sums();
		return {
			activeCurrent: active,
			activeNext: active - leaving,
			inactiveCurrent: inactive,
			inactiveNext: inactive + leaving,
			supply: active + inactive,
		};
	}

	/** Applies every epoch boundary up to `now`. */
	#reach(now) {
		const epoch = this.clock.epoch(now);
		const { leaving } = this.#sums();
		if (epoch > this.#epoch && leaving > 0n) {
			// Requests mature at one boundary only, the end of the epoch in which they were made: after it
			// nothing leaves any more, and later boundaries change nothing.
			this.#emit(this.clock.startOf(this.#epoch + 1n));
			for (const staker of this.#stakers.values()) {
				if (staker.leaving === 0n) continue;
				staker.earnUpTo(this.index);
				staker.active -= staker.leaving;
				staker.inactive += staker.leaving;
				staker.leaving = 0n;
			}
		}
		if (epoch > this.#epoch) this.#epoch = epoch;
	}

	#emitUpTo(now) {
		this.#reach(now);
		this.#emit(now);
	}

	/** Shares the emission since the last time over the balances that were active meanwhile. */
	#emit(until) {
		const end = min(until, this.distributionEnd);
		if (end <= this.#indexed) return;
		const { active } = this.#sums();
		if (active > 0n) this.index += ((end - this.#indexed) * this.rate * INDEX_BASE) / active;
		this.#indexed = end;
	}

	#sums() {
		const sums = { active: 0n, leaving: 0n, inactive: 0n };
		for (const staker of this.#stakers.values()) {
			sums.active += staker.active;
			sums.leaving += staker.leaving;
			sums.inactive += staker.inactive;
		}
		return sums;
	}

	#copy() {
		const copy = new PoolOracle({
			...this.clock,
			rate: this.rate,
			distributionStart: this.#indexed,
			distributionEnd: this.distributionEnd,
		});
		copy.index = this.index;
		copy.#epoch = this.#epoch;
		for (const [who, staker] of this.#stakers) copy.#stakers.set(who, Object.assign(new Staker(), staker));
		return copy;
	}
}
