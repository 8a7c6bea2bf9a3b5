import { NodeError } from './errors.js';

/**
 * The best blocks of a node as they come. Whoever is slower than the chain gets the latest one and not those in between.
 * A node that falls silent counts as gone.
 */
export class Heads {
	/** @type {import('./node.js').Head | null} */
	#latest = null;
	#wake = () => {};
	#unwatch = () => {};
	/** @type {NodeJS.Timeout | undefined} */
	#timer;

	/** @param {import('./node.js').Node} node @param {number} silence milliseconds without a block */
	constructor(node, silence) {
		this.node = node;
		this.silence = silence;
	}

	async open() {
		this.#unwatch = await this.node.watch((head) => {
			this.#latest = head;
			this.#wake();
		});
	}

	/** The next best block. @returns {Promise<import('./node.js').Head>} */
	async next() {
		if (!this.#latest) await this.#arrival();
		const head = this.#latest;
		this.#latest = null;
		return /** @type {import('./node.js').Head} */ (head);
	}

	async #arrival() {
		try {
			await new Promise((resolve, reject) => {
				this.#wake = () => resolve(null);
				const complaint = `the node at ${this.node.url} has told of no block for ${this.silence / 1_000} s`;
				this.#timer = setTimeout(() => reject(new NodeError(complaint)), this.silence);
			});
		} finally {
			clearTimeout(this.#timer);
		}
	}

	close() {
		clearTimeout(this.#timer);
		this.#unwatch();
	}
}

/**
 * Calls `work` with a node's best blocks, one after the other, until `work` says that it is done. Stops in the middle of
 * whatever it is doing when the node goes away or the signal is aborted: what is on its way then, the next run finds on the
 * chain.
 *
 * @param {import('./node.js').Node} node
 * @param {{ silence: number, signal: AbortSignal }} parts
 * @param {(head: import('./node.js').Head) => Promise<boolean>} work
 */
export async function followHeads(node, { silence, signal }, work) {
	const heads = new Heads(node, silence);
	const follow = async () => {
		await heads.open();
		while (!signal.aborted && !(await work(await heads.next())));
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
