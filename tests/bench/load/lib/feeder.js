import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from './complaint.js';

/** As many requests as the node's RPC server takes in by default before it has answered one. */
const LANES = 64;
const PAUSE = 25;
/** Five slots: longer without an extrinsic included means that something is wrong. */
const PATIENCE = 30_000;

/** Submits extrinsics over the RPC and knows how many of them wait in the pool. */
export class Feeder {
	/** How many extrinsics the pool took. */
	submitted = 0;

	/** How many had been included when that last changed, and when it did. */
	#progress = { included: -1, since: 0 };

	/**
	 * @param {import('@polkadot/api').WsProvider} provider
	 * @param {import('./production.js').Production} production
	 */
	constructor(provider, production) {
		this.provider = provider;
		this.production = production;
	}

	/** How many extrinsics are in the pool. */
	get waiting() {
		return this.submitted - this.production.included;
	}

	/**
	 * Submits extrinsics in their order, so many that `depth` of them wait in the pool.
	 *
	 * @param {string[]} extrinsics
	 * @param {{ depth?: number, enough?: (sent: number) => boolean }} [rules] `enough` ends it early
	 * @returns {Promise<number>} how many were submitted
	 */
	async feed(extrinsics, { depth = Infinity, enough = () => false } = {}) {
		this.#progress.included = -1;
		let next = 0;
		let under = 0;
		let failed = false;
		const lane = async () => {
			while (!failed && next < extrinsics.length && !enough(next)) {
				if (this.waiting + under >= depth) {
					await this.#pause();
					continue;
				}
				under += 1;
				await this.#submit(extrinsics[next++]);
				under -= 1;
			}
		};
		const fail = (error) => {
			failed = true;
			throw error;
		};
		const settled = await Promise.allSettled(Array.from({ length: LANES }, () => lane().catch(fail)));
		const broken = settled.find(({ status }) => status === 'rejected');
		if (broken) throw broken.reason;
		return next;
	}

	/** Waits until the pool is empty. */
	async drained() {
		this.#progress.included = -1;
		this.production.catchUp(this.submitted);
		while (this.waiting > 0) await this.#pause();
	}

	/** Waits a little for blocks, but not forever when none takes anything. */
	async #pause() {
		await sleep(PAUSE);
		this.production.catchUp(this.submitted);
		const { included } = this.production;
		if (included !== this.#progress.included) this.#progress = { included, since: Date.now() };
		if (Date.now() - this.#progress.since > PATIENCE) {
			throw new Complaint(
				`the pool took ${this.submitted} extrinsics, but ${this.waiting} of them got into no block within ${PATIENCE / 1_000} s`,
			);
		}
	}

	async #submit(extrinsic) {
		try {
			await this.provider.send('author_submitExtrinsic', [extrinsic]);
		} catch (error) {
			// When the node has ended, that is the news.
			await sleep(PAUSE * 10);
			this.production.catchUp(this.submitted);
			throw new Complaint(`the pool refused an extrinsic after ${this.submitted} others: ${error.message.split('\n')[0]}`);
		}
		this.submitted += 1;
	}
}
