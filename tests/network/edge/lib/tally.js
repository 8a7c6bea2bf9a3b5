const LONGEST = 72;

/**
 * What an answer amounts to, in few words: the error without numbers and bytes, which differ from one to the next.
 *
 * @param {{ result?: any, error?: { code?: number | string, message: string, data?: any } }} answer
 */
export function outcome({ error }) {
	if (!error) return TAKEN;
	const data = error.data === undefined ? '' : `: ${typeof error.data === 'string' ? error.data : JSON.stringify(error.data)}`;
	const text = `${error.message}${data}`.replaceAll(/0x[0-9a-f]{8,}/gi, '0x…').replaceAll(/\s+/g, ' ').replaceAll(/\d{4,}/g, 'N');
	const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
	return error.code === undefined ? short : `${error.code} ${short}`;
}

export const TAKEN = 'taken';

/** Counts what happened how often. */
export class Tally {
	/** @type {Map<string, number>} */
	#counts = new Map();

	/** @param {string} what */
	add(what, times = 1) {
		this.#counts.set(what, this.count(what) + times);
	}

	/** @param {any} answer of a node */
	answer(answer) {
		this.add(outcome(answer));
	}

	/** @param {string} what */
	count(what) {
		return this.#counts.get(what) ?? 0;
	}

	/** How often anything matching `pattern` happened. @param {RegExp} pattern */
	matching(pattern) {
		return [...this.#counts].filter(([what]) => pattern.test(what)).reduce((sum, [, count]) => sum + count, 0);
	}

	get total() {
		return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
	}

	/** The commonest first. @param {number} most */
	text(most = 8) {
		const sorted = [...this.#counts].sort(([, one], [, other]) => other - one);
		const rest = sorted.slice(most).reduce((sum, [, count]) => sum + count, 0);
		const shown = sorted.slice(0, most).map(([what, count]) => `${count} × "${what}"`);
		return [...shown, ...(rest > 0 ? [`${rest} × other`] : [])].join(', ');
	}
}
