/** What has to be done about the pool. */

/**
 * @typedef {object} Excess
 * @property {string} account
 * @property {bigint} excess what the borrower owes beyond its share; 0 when it is not overdue
 * @property {boolean} restricted
 */

/**
 * @typedef {object} Due
 * @property {string[]} mark the borrowers to list in `mark_debt`; none when the pool is not short
 * @property {string[]} restrict the borrowers to restrict besides
 * @property {bigint} shortfall
 * @property {bigint} uncovered what the borrowers that one call can list do not cover
 */

/** The largest excess first, so that a list of limited length covers as much as it can. */
const bySize = (a, b) => (a.excess === b.excess ? (a.account < b.account ? -1 : 1) : a.excess > b.excess ? -1 : 1);

/**
 * All overdue borrowers are listed, the largest excess first, although fewer may suffice: what happens earlier in the block
 * can lower an excess, and a list that does not cover the shortfall is refused as a whole. Those that `mark_debt` does not
 * reach stay unrestricted, so they are restricted one by one.
 *
 * @param {{ shortfall: bigint, borrowers: Excess[] }} pool
 * @param {number} limit how many borrowers one call can list
 * @returns {Due}
 */
export function whatIsDue({ shortfall, borrowers }, limit) {
	const overdue = borrowers.filter(({ excess }) => excess > 0n).sort(bySize);
	const listed = overdue.slice(0, limit);
	const covered = listed.reduce((sum, { excess }) => sum + excess, 0n);
	const uncovered = shortfall > covered ? shortfall - covered : 0n;
	const marked = shortfall > 0n && uncovered === 0n ? listed : [];
	const reached = reachedBy(marked, shortfall);
	return {
		mark: marked.map(({ account }) => account),
		restrict: overdue
			.filter(({ account, restricted }) => !restricted && !reached.has(account))
			.slice(0, limit)
			.map(({ account }) => account),
		shortfall,
		uncovered,
	};
}

/** The borrowers that `mark_debt` debits before the shortfall is used up, and therefore restricts. */
function reachedBy(marked, shortfall) {
	const reached = new Set();
	let rest = shortfall;
	for (const { account, excess } of marked) {
		if (rest <= 0n) break;
		reached.add(account);
		rest -= excess;
	}
	return reached;
}

/** Whether there is something to call. @param {Due} due */
export const isNothing = ({ mark, restrict }) => mark.length + restrict.length === 0;
