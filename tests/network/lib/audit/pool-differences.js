/** Where the books of the pool and its storage differ. */
import { rolled, settledStaker } from './settle.js';
import { Staker } from './staker.js';

/**
 * @param {import('./pool-books.js').PoolBooks} books
 * @param {import('./state.js').AuditState} state
 * @returns {string[]}
 */
export function poolDifferences(books, state) {
	books.reach(state.now);
	return [
		...stakerDifferences(books, state),
		...rewardDifferences(books, state),
		...borrowerDifferences(books, state),
		...totalDifferences(books, state),
	];
}

function stakerDifferences(books, { stakers, shortfalls }) {
	const stored = new Map(stakers);
	const problems = [];
	for (const who of new Set([...books.stakers.keys(), ...stored.keys()])) {
		const expected = (books.stakers.get(who) ?? new Staker()).settled;
		const found = stored.has(who) ? settledStaker(stored.get(who), shortfalls, books.epoch) : new Staker().settled;
		problems.push(...compare(`staker ${who}`, expected, found));
	}
	return problems;
}

function rewardDifferences(books, { now, claimable }) {
	const stored = new Map(claimable);
	return [...books.claimable(now)].flatMap(([who, amount]) =>
		compare(`staker ${who}`, { rewards: amount }, { rewards: stored.get(who) ?? 0n }),
	);
}

function borrowerDifferences(books, { borrowers }) {
	const nothing = { borrowed: 0n, debt: 0n };
	const stored = new Map(borrowers.map(([who, { borrowed, debt }]) => [who, { borrowed, debt }]));
	const accounts = new Set([...books.borrowers.keys(), ...stored.keys()]);
	return [...accounts].flatMap((who) =>
		compare(`borrower ${who}`, books.borrowers.get(who) ?? nothing, stored.get(who) ?? nothing),
	);
}

function totalDifferences(books, { pool, writtenOff, shortfalls }) {
	const [active, inactive] = [pool.totalActive, pool.totalInactive].map((total) => rolled(total, books.epoch));
	const expected = {
		'total active balance': books.active.current,
		'total active balance of the next epoch': books.active.next,
		'total inactive balance': books.inactive.current,
		'total inactive balance of the next epoch': books.inactive.next,
		'total of the loans': books.borrowed,
		'unborrowed balance': books.unborrowed,
		'total debt of the borrowers': books.borrowerDebt,
		'debt pot': books.debtPot,
		'number of shortfalls': BigInt(books.shortfalls.length),
		'abandoned inactive balances': books.writtenOff.abandonedInactive,
		'forgiven debt to stakers': books.writtenOff.stakerDebt,
		'forgiven debt of borrowers': books.writtenOff.borrowerDebt,
	};
	const found = {
		'total active balance': active.current,
		'total active balance of the next epoch': active.next,
		'total inactive balance': inactive.current,
		'total inactive balance of the next epoch': inactive.next,
		'total of the loans': pool.totalBorrowed,
		'unborrowed balance': pool.unborrowed,
		'total debt of the borrowers': pool.totalBorrowerDebt,
		'debt pot': pool.debtPot,
		'number of shortfalls': pool.shortfallCount,
		'abandoned inactive balances': writtenOff.abandonedInactive,
		'forgiven debt to stakers': writtenOff.stakerDebt,
		'forgiven debt of borrowers': writtenOff.borrowerDebt,
	};
	const listed = books.shortfalls.flatMap((shortfall, index) =>
		compare(`shortfall ${index}`, shortfall, shortfalls[index] ?? {}),
	);
	return [...compare('the pool', expected, found), ...listed];
}

/** The fields that differ, in words. */
const compare = (what, expected, found) =>
	Object.keys(expected)
		.filter((field) => expected[field] !== found[field])
		.map((field) => `${field} of ${what}: ${expected[field]} by the events, ${found[field]} in storage`);
