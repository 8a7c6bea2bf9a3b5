import { fail } from './errors.js';

/**
 * Settlements as a batch must have them: sorted by position, each position once, their sum zero.
 *
 * @param {{ position: bigint, delta: bigint }[]} settlements
 * @returns {[position: bigint, delta: bigint][]}
 */
export function settled(settlements) {
	const sum = settlements.reduce((total, { delta }) => total + delta, 0n);
	if (sum !== 0n) fail(`the settlements add up to ${sum}, not to zero (starkExchange.SettlementNotConserving)`);
	const sorted = [...settlements].sort((a, b) =>
		a.position < b.position ? -1 : a.position > b.position ? 1 : 0,
	);
	const twice = sorted.find(({ position }, index) => position === sorted[index - 1]?.position);
	if (twice) fail(`position ${twice.position} is settled twice: give it one delta`);
	return sorted.map(({ position, delta }) => [position, delta]);
}
