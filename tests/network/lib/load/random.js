/**
 * Numbers that look random and are the same for the same seed (mulberry32), so that a failed run can be repeated as far as
 * the times of processes allow.
 *
 * @param {number} seed
 */
export function randomNumbers(seed) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		/** A whole number from 0 to `limit`, which it never is. @param {number} limit */
		below: (limit) => Math.floor(next() * limit),
		/** One of `choices`. @template T @param {T[]} choices @returns {T} */
		among: (choices) => choices[Math.floor(next() * choices.length)],
		/** One of `choices`, in which the shares of their weights are right. @template {{ weight: number }} T @param {T[]} choices */
		weighted(choices) {
			let rest = next() * choices.reduce((sum, { weight }) => sum + weight, 0);
			return choices.find(({ weight }) => (rest -= weight) < 0) ?? choices.at(-1);
		},
	};
}
