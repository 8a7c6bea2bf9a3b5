import { NodeError } from './errors.js';

/**
 * The best blocks of a node as they come. Whoever is slower than the chain gets the latest one and not those in between.
 * A node that falls silent counts as gone.
 */
export class Heads {
	/** @type {import('./node.js').Head | null} */
	#latest = null;
	#isNew = false;
	/** When the latest one came, by a clock that nobody sets. */
	#since = 0;
	#wake = () => {};
	#unwatch = () => {};
	/** @type {NodeJS.Timeout | undefined} */
	#timer;
	isClosed = false;

	/** @param {import('./node.js').Node} node @param {number} limit milliseconds without a block */
	constructor(node, limit) {
		this.node = node;
		this.limit = limit;
	}

	async open() {
		this.#since = performance.now();
		this.#unwatch = await this.node.watch((head) => {
			this.#latest = head;
			this.#isNew = true;
			this.#since = performance.now();
			this.#wake();
		});
	}

	/**
	 * The next best block, and for how many milliseconds no other has come. A block that came before anybody listened
	 * counts as one that has just come, however old it is.
	 *
	 * @param {number} [again] after how many milliseconds without another block the present one is given once more
	 * @returns {Promise<{ head: import('./node.js').Head, silence: number }>}
	 */
	async next(again = Infinity) {
		// Timers may fire a little too early.
		while (!this.#isNew && this.#silence < again) await this.#news(again);
		this.#isNew = false;
		return { head: /** @type {import('./node.js').Head} */ (this.#latest), silence: this.#silence };
	}

	get #silence() {
		return performance.now() - this.#since;
	}

	/** Waits for another block, or until there was none for `again` milliseconds. */
	async #news(again) {
		const silence = this.#silence;
		if (silence >= this.limit) {
			throw new NodeError(`the node at ${this.node.url} has told of no block for ${this.limit / 1_000} s`);
		}
		try {
			await new Promise((resolve) => {
				this.#wake = () => resolve(null);
				this.#timer = setTimeout(this.#wake, Math.min(again, this.limit) - silence);
			});
		} finally {
			clearTimeout(this.#timer);
		}
	}

	close() {
		this.isClosed = true;
		clearTimeout(this.#timer);
		this.#unwatch();
	}
}

/**
 * What is to be done after a look at a block.
 *
 * @typedef {object} Onward
 * @property {boolean} isDone
 * @property {number} [again] after how many milliseconds without another block the present one is worth another look
 */

/**
 * Calls `work` with a node's best blocks, one after the other, and again with one that it wants to see again, until `work`
 * says that it is done. Stops in the middle of whatever it is doing when the node goes away or the signal is aborted: what
 * is on its way then, the next run finds on the chain.
 *
 * @param {import('./node.js').Node} node
 * @param {{ silence: number, signal: AbortSignal }} parts
 * @param {(head: import('./node.js').Head, silence: number) => Promise<Onward>} work
 */
export async function followHeads(node, { silence: limit, signal }, work) {
	const heads = new Heads(node, limit);
	const follow = async () => {
		await heads.open();
		/** @type {Onward} */
		let onward = { isDone: false };
		while (!onward.isDone && !signal.aborted && !heads.isClosed) {
			const { head, silence } = await heads.next(onward.again);
			onward = await work(head, silence);
		}
	};
	let stop = () => {};
	try {
		// Once for the whole connection: promises that last collect everybody who waits for them.
		const aborted = new Promise((resolve) => {
			stop = () => resolve(null);
			signal.addEventListener('abort', stop, { once: true });
		});
		await Promise.race([follow(), node.lost, aborted]);
	} finally {
		signal.removeEventListener('abort', stop);
		heads.close();
	}
}
