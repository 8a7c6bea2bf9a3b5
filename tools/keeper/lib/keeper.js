/** The keeper itself: what it does about one block of the chain. */
import { dydx, usdc } from './amounts.js';
import { isNothing, whatIsDue } from './due.js';
import { isHarmless } from './outcome.js';
import { inNextBlock } from './pool.js';
import { Refusal } from './refusal.js';
import { tipOf, Transaction } from './transaction.js';
import { done, words } from './words.js';

/** At most so many blocks are let pass after a call that failed in a block, lest it cost a fee in every one. */
const MAX_PAUSE = 64;

const least = (a, b) => (a < b ? a : b);

/**
 * What a round came to.
 *
 * - `idle`: nothing is due
 * - `waiting`: a transaction is on its way
 * - `failed`: something is due and could not be done; `reason` says why
 *
 * With `again` another round is worth its while when no block has come for so many milliseconds.
 *
 * @typedef {{ status: 'idle' | 'waiting' | 'failed', reason?: string, again?: number }} Round
 */

/**
 * It looks at best blocks and not at final ones: finality comes some blocks later, and until debt is marked an insolvent pool
 * pays whoever asks first. If a fork takes its transaction back, the next block shows that it is still due, and a call
 * too many changes nothing.
 *
 * All it remembers is its own transaction. Everything else it reads from the chain, block by block, so it may start at any
 * time, next to others of its kind, and after any pause.
 */
export class Keeper {
	/** @type {Transaction | null} */
	#sent = null;
	/** Attempts in a row that no block included. */
	#attempts = 0;
	/** Blocks to let pass after the next failed call, and the first one at which to try again. */
	#pause = 1;
	#resumeAt = 0;
	#epoch = /** @type {bigint | null | undefined} */ (undefined);
	#told = '';

	/**
	 * @param {object} parts
	 * @param {import('@polkadot/keyring/types').KeyringPair | null} parts.signer null: it only says what it would do
	 * @param {number} parts.period in how many blocks a transaction has to be included
	 * @param {bigint} parts.maxTip
	 * @param {number} [parts.maxAttempts] after how many transactions that no block included it gives up
	 * @param {import('./log.js').Log} parts.log
	 * @param {import('./metrics.js').Metrics} parts.metrics
	 */
	constructor({ signer, period, maxTip, maxAttempts = Infinity, log, metrics }) {
		this.signer = signer;
		this.period = period;
		this.maxTip = maxTip;
		this.maxAttempts = maxAttempts;
		this.log = log;
		this.metrics = metrics;
	}

	/**
	 * Does what is due as of a best block.
	 *
	 * @param {import('./node.js').Node} node
	 * @param {import('./node.js').Head} head
	 * @param {number} [silence] milliseconds since it came; no other has come since
	 * @returns {Promise<Round>}
	 */
	async round(node, head, silence = 0) {
		const state = await node.read(head, this.signer?.address ?? null);
		this.metrics.observe(head, state);
		this.#announce(state.pool, head);
		const next = inNextBlock(state.pool, node.slotDuration, BigInt(Math.floor(silence)));
		const round = await this.#work(node, head, state, next);
		return next.again === null ? round : { ...round, again: Number(next.again) };
	}

	/** @returns {Promise<Round>} */
	async #work(node, head, state, next) {
		if (this.#sent && (await this.#isOnItsWay(node, head, state))) return { status: 'waiting' };
		const due = whatIsDue(next, node.limit);
		this.metrics.due(!isNothing(due) || due.uncovered > 0n);
		const uncovered = this.#complainOfUncovered(due, node);
		if (isNothing(due)) return uncovered ?? this.#rest();
		if (!this.signer) return this.#describe(node, due, next);
		// The first block of an epoch is worth the fee of one more call that fails.
		if (head.number < this.#resumeAt && !next.ahead) return { status: 'waiting' };
		return this.#act(node, head, state, due, next);
	}

	/** One line for every epoch: a sign of life, and the figures to compare with. */
	#announce(pool, { number }) {
		if (pool.epoch === this.#epoch) return;
		this.#epoch = pool.epoch;
		if (pool.epoch === null) return this.log.info(`block ${number}: epoch zero has not started`);
		const overdue = pool.borrowers.filter(({ excess }) => excess > 0n).length;
		this.log.info(
			`block ${number}: epoch ${pool.epoch}; active ${usdc(pool.active)}, inactive ${usdc(pool.inactive)}, ` +
				`borrowed ${usdc(pool.borrowed)}, shortfall ${usdc(pool.shortfall)}, ${overdue} overdue`,
		);
	}

	#rest() {
		this.#attempts = 0;
		this.#say('nothing is due');
		return /** @type {Round} */ ({ status: 'idle' });
	}

	/** What happens in every block is told once. */
	#say(line, level = 'info') {
		if (line === this.#told) return;
		this.#told = line;
		this.log[level](line);
	}

	/** @returns {Round | null} */
	#complainOfUncovered({ shortfall, uncovered }, { limit }) {
		if (uncovered === 0n) return null;
		const reason =
			`the pool is short of ${usdc(shortfall)}, and the ${limit} borrowers that one call can list cover ` +
			`${usdc(uncovered)} too little: debt can be marked once enough of their loans is repaid ` +
			'(liquidityStaking.ShortfallNotCovered)';
		this.#say(reason, 'error');
		return { status: 'failed', reason };
	}

	#describe(node, due, { ahead }) {
		const bytes = node.call(due).method.toHex();
		this.#say(`would ${words(due)}${ahead ? ' in the first block of the next epoch' : ''}; the call is ${bytes}`);
		return /** @type {Round} */ ({ status: 'idle' });
	}

	/** @returns {Promise<boolean>} whether there is still something to wait for */
	async #isOnItsWay(node, head, { account }) {
		const sent = /** @type {Transaction} */ (this.#sent);
		if (sent.isPast(account)) {
			if (!sent.settled) await this.#settle(node, head, sent);
			return false;
		}
		if (sent.settled) {
			sent.settled = false;
			this.log.warn(`block ${head.number}: a fork has taken transaction ${sent.hash} back; it may still be included`);
		}
		if (sent.isExpiredAfter(head.number)) {
			this.#sent = null;
			this.#attempts++;
			this.metrics.transaction('expired');
			this.metrics.failure('expired');
			this.log.warn(
				`block ${head.number}: no block has included transaction ${sent.hash} within ${this.period} blocks; it is signed anew`,
			);
			return false;
		}
		return this.#remind(node, head, sent);
	}

	/** A node forgets transactions when it is restarted, or its pool is full; another one may never have seen it. */
	async #remind(node, head, sent) {
		try {
			await node.send(sent.bytes);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			if (error.reason === 'known') return true;
			this.#sent = null;
			if (error.reason === 'full') this.#attempts++;
			const reason = `the node no longer takes transaction ${sent.hash} (${error.message})`;
			this.log.warn(`block ${head.number}: ${reason}; it is signed anew`);
			return false;
		}
		return true;
	}

	async #settle(node, head, sent) {
		sent.settled = true;
		this.#attempts = 0;
		const outcome = await node.outcome(sent.hash, { head, after: sent.birth });
		if (!outcome) {
			this.#pauseAfter(head);
			this.metrics.transaction('superseded');
			this.log.warn(
				`block ${head.number}: another transaction of the account took the place of ${sent.hash}: ` +
					'give every keeper a key of its own',
			);
			return;
		}
		const { block, errors, marked, restricted } = outcome;
		if (errors.length === 0) {
			this.#pause = 1;
			this.metrics.transaction('included');
			this.log.info(`block ${block}: ${done(marked, restricted)} (${sent.hash})`);
			return;
		}
		const partly = marked.length + restricted.length > 0 ? `; ${done(marked, restricted)}` : '';
		if (isHarmless(outcome)) {
			this.metrics.transaction('superseded');
			this.log.info(`block ${block}: nothing was left to do for ${sent.hash} (${errors.join(', ')})${partly}`);
			return;
		}
		this.#pauseAfter(head);
		this.metrics.transaction('failed');
		this.metrics.failure('failed');
		this.log.error(`block ${block}: transaction ${sent.hash} failed: ${errors.join(', ')}${partly}`);
	}

	/** @returns {Promise<Round>} */
	async #act(node, head, { account }, due, { ahead }) {
		if (this.#attempts >= this.maxAttempts) {
			return this.#failed('expired', `given up: no block has included any of ${this.#attempts} transactions`);
		}
		const signer = /** @type {import('@polkadot/keyring/types').KeyringPair} */ (this.signer);
		const call = node.call(due);
		const fee = await node.fee(call, signer.address, this.maxTip);
		if (account.spendable < fee) return this.#tooPoor(account.spendable, fee);
		// A smaller tip is better than no transaction.
		const most = least(this.maxTip, account.spendable - fee);
		const tip = tipOf({ attempts: this.#attempts, marks: due.mark.length > 0, fee, most });

		const signed = await node.sign(call, signer, { nonce: account.nonce, tip, head, period: this.period });
		try {
			await node.send(signed.bytes);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return this.#refused(head, error, account.spendable, fee + tip);
		}
		this.#sent = new Transaction({ ...signed, nonce: account.nonce, birth: head.number, period: this.period });
		this.#told = '';
		this.metrics.transaction('sent');
		this.log.info(
			`block ${head.number}: sent ${signed.hash} to ${words(due)}${ahead ? ' in the first block of the epoch' : ''}` +
				(tip > 0n ? `, with a tip of ${dydx(tip)}` : ''),
		);
		return { status: 'waiting' };
	}

	/** @returns {Round} */
	#refused(head, { reason, message }, spendable, cost) {
		if (reason === 'known') {
			this.#say('an earlier transaction of the account waits in the pool of the node', 'warn');
			return { status: 'waiting' };
		}
		if (reason === 'fees') return this.#tooPoor(spendable, cost);
		if (reason === 'void') {
			this.log.warn(`block ${head.number}: the node refuses the transaction (${message}); it is signed anew for the next block`);
			return { status: 'waiting' };
		}
		const failed = this.#failed('refused', `the node refuses the transaction: ${message}`);
		if (reason !== 'full') return failed;
		// There is room for those who pay more.
		this.#attempts++;
		return { status: 'waiting' };
	}

	/** @returns {Round} */
	#tooPoor(spendable, cost) {
		return this.#failed(
			'fees',
			`the keeper's account ${this.signer?.address} can spend ${dydx(spendable)}, ` +
				`and a transaction costs up to ${dydx(cost)}: send it some DYDX`,
		);
	}

	#failed(kind, reason) {
		this.metrics.failure(kind);
		this.#say(reason, 'error');
		return /** @type {Round} */ ({ status: 'failed', reason });
	}

	#pauseAfter({ number }) {
		this.#resumeAt = number + this.#pause;
		this.#pause = Math.min(this.#pause * 2, MAX_PAUSE);
	}
}
