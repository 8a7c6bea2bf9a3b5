/** What the log says of the keeper's work. */
import { usdc } from './amounts.js';

const list = (names) => names.join(', ');

/** What is to be done. @param {import('./due.js').Due} due */
export function words({ mark, restrict, shortfall }) {
	const parts = [];
	if (mark.length > 0) parts.push(`mark a shortfall of ${usdc(shortfall)} as debt of ${list(mark)}`);
	if (restrict.length > 0) parts.push(`restrict ${list(restrict)}`);
	return parts.join(' and ');
}

/**
 * What was done.
 *
 * @param {{ borrower: string, amount: bigint }[]} marked
 * @param {string[]} restricted
 */
export function done(marked, restricted) {
	const parts = [];
	if (marked.length > 0) {
		const debts = marked.map(({ borrower, amount }) => `${usdc(amount)} of ${borrower}`);
		parts.push(`marked as debt: ${list(debts)}`);
	}
	if (restricted.length > 0) parts.push(`restricted: ${list(restricted)}`);
	return parts.join('; ') || 'done, and all borrowers were restricted already';
}
