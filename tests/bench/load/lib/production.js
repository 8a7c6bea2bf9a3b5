/** What the node says in its log about the blocks it makes. */
import { Complaint } from './complaint.js';

const PREPARED = /Prepared block for proposing at (\d+) \((\d+) ms\).*end: (\w+); extrinsics_count: (\d+)/;
/** The time of the block; it is in every block and nobody signs it. */
const INHERENTS = 1;

/**
 * @typedef {object} Prepared
 * @property {number} number
 * @property {number} milliseconds how long making it took
 * @property {string} end why no further extrinsic was put in
 * @property {number} extrinsics the inherents excluded
 * @property {number} before how many extrinsics the blocks before it included, since the log is followed
 * @property {number} left how many extrinsics waited in the pool when the block was noticed
 */

/** @param {string} line @returns {Omit<Prepared, 'before' | 'left'> | null} */
export function readPrepared(line) {
	const match = PREPARED.exec(line);
	if (!match) return null;
	const [, number, milliseconds, end, extrinsics] = match;
	return {
		number: Number(number),
		milliseconds: Number(milliseconds),
		end,
		extrinsics: Number(extrinsics) - INHERENTS,
	};
}

/** Follows the log of a node that makes blocks: asking the node instead would be a load of its own. */
export class Production {
	/** @type {Map<number, Prepared>} */
	blocks = new Map();
	/** How many extrinsics have been included. */
	included = 0;

	#line = 0;

	/** @param {import('../../../e2e/lib/harness/process.js').NodeProcess} node */
	constructor(node) {
		this.node = node;
	}

	/** Takes note of what has been logged since. @param {number} submitted how many extrinsics the pool has taken */
	catchUp(submitted) {
		const { exit, stderr } = this.node;
		if (exit) throw new Complaint(`the node ended in the middle of the load; its log ends with: ${this.node.tail(1).trim()}`);
		for (; this.#line < stderr.length; this.#line++) {
			const prepared = readPrepared(stderr[this.#line]);
			if (!prepared) continue;
			// A block that came too late is made again under the same number.
			this.included -= this.blocks.get(prepared.number)?.extrinsics ?? 0;
			const before = this.included;
			this.included += prepared.extrinsics;
			this.blocks.set(prepared.number, { ...prepared, before, left: submitted - this.included });
		}
	}

	/** The number of the last block. */
	get last() {
		return Math.max(0, ...this.blocks.keys());
	}
}
