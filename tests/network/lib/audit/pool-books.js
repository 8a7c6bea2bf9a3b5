/**
 * What the pool owes whom and who owes the pool, by the events of the pool alone and the specification (sections 3, 4, 5 and 7).
 * The ends of epochs and the shortfalls are applied to everybody as they come; the chain does the same work lazily, and both
 * must arrive at the same units.
 */
import { EpochClock } from '../../../e2e/lib/oracle/clock.js';
import { ENTRIES, SILENT } from './pool-entries.js';
import { REWARD_BASE, Staker } from './staker.js';

const min = (a, b) => (a < b ? a : b);

export class PoolBooks {
	/** @type {Map<string, Staker>} */
	stakers = new Map();
	/** @type {Map<string, { borrowed: bigint, debt: bigint }>} */
	borrowers = new Map();
	/** The totals by the names of the specification, each kept by itself and not as a sum of accounts. */
	active = { current: 0n, next: 0n };
	inactive = { current: 0n, next: 0n };
	borrowed = 0n;
	unborrowed = 0n;
	borrowerDebt = 0n;
	debtPot = 0n;
	/** What left the books without a payment. */
	writtenOff = { abandonedInactive: 0n, stakerDebt: 0n, borrowerDebt: 0n };
	/** @type {{ epoch: bigint, index: bigint }[]} */
	shortfalls = [];
	/** Marked as debt by events whose shortfall has not been recorded yet. */
	marked = 0n;
	/** Receipt tokens that appeared without a `Transfer` from nobody, less those that disappeared without one to nobody. */
	unannounced = 0n;
	/** Rewards paid since the genesis. */
	claimed = 0n;
	/** @type {string[]} */
	problems = [];

	/** First second that is not in the reward index yet. */
	#indexed;
	/** The epoch up to whose beginning everything is applied. */
	#epoch = 0n;

	/** @param {import('./state.js').AuditState} genesis */
	constructor({ schedule, pool, stakers, borrowers }) {
		const { perSecond, distributionEnd, updatedAt, index } = pool.rewards;
		this.clock = new EpochClock(schedule);
		Object.assign(this, { rate: perSecond, index, distributionEnd });
		this.#indexed = updatedAt;
		const owing = borrowers.filter(([, { borrowed, debt }]) => borrowed + debt > 0n);
		if (stakers.length + owing.length > 0) throw new Error('the audit begins with a pool in which nobody has staked or borrowed');
	}

	/** @param {string} who */
	staker(who) {
		if (!this.stakers.has(who)) this.stakers.set(who, new Staker());
		return this.stakers.get(who);
	}

	/** @param {string} who */
	borrower(who) {
		if (!this.borrowers.has(who)) this.borrowers.set(who, { borrowed: 0n, debt: 0n });
		return this.borrowers.get(who);
	}

	/** @param {import('./history.js').AuditEvent} event */
	enter({ name, data, now }) {
		const [pallet, method] = name.split('.');
		if (pallet !== 'liquidityStaking' || SILENT.includes(method)) return;
		if (!ENTRIES[method]) {
			this.problems.push(`the audit cannot enter ${name}`);
			return;
		}
		this.reach(now);
		ENTRIES[method](this, data, now);
	}

	/** What an event says must be what the books say. */
	expect(what, said, expected) {
		if (said !== expected) this.problems.push(`${what}: ${said} in an event, and it must be ${expected}`);
	}

	/** The running epoch. */
	get epoch() {
		return this.#epoch;
	}

	/** What the borrowers owe beyond the active balance. */
	get shortfall() {
		return this.borrowed > this.active.current ? this.borrowed - this.active.current : 0n;
	}

	/** Applies the end of every epoch up to `now`. @param {bigint} now seconds */
	reach(now) {
		if (!this.clock.started(now)) return;
		const epoch = this.clock.epoch(now);
		if (epoch <= this.#epoch) return;
		// Requests mature at one boundary only, the end of the epoch in which they were made: later ones change nothing.
		if (this.active.current !== this.active.next) this.#emit(this.clock.startOf(this.#epoch + 1n));
		for (const staker of this.stakers.values()) {
			if (staker.leaving === 0n) continue;
			staker.earnUpTo(this.index);
			staker.mature();
		}
		this.active.current = this.active.next;
		this.inactive.current = this.inactive.next;
		this.#epoch = epoch;
	}

	/** Shares out the rewards up to `now`. @param {bigint} now seconds */
	emitUpTo(now) {
		this.reach(now);
		this.#emit(now);
	}

	#emit(until) {
		const end = min(until, this.distributionEnd);
		if (end <= this.#indexed) return;
		const { current } = this.active;
		if (current > 0n) this.index += ((end - this.#indexed) * this.rate * REWARD_BASE) / current;
		this.#indexed = end;
	}

	/** What a claim would pay everybody now, by account. @param {bigint} now seconds */
	claimable(now) {
		this.reach(now);
		const [index, indexed] = [this.index, this.#indexed];
		this.#emit(now);
		const amounts = new Map();
		for (const [who, staker] of this.stakers) {
			amounts.set(who, staker.accrued + (staker.active * (this.index - staker.index)) / REWARD_BASE);
		}
		this.index = index;
		this.#indexed = indexed;
		return amounts;
	}
}
