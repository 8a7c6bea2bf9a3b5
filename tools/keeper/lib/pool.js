/** The books of the pool as of one block. Amounts are BigInt in base units, times in seconds. */
import { untilBoundary } from './boundary.js';

/** Shares are counted in 1/10,000. */
const ALL_UNITS = 10_000n;

/**
 * @typedef {object} Borrower
 * @property {string} account
 * @property {bigint} borrowed
 * @property {boolean} restricted
 * @property {bigint} excess what it owes beyond its share
 * @property {bigint} nextExcess the same in the next epoch, if nothing else happens
 */

/**
 * @typedef {object} Pool
 * @property {bigint} milliseconds the time of the block
 * @property {bigint | null} epoch null before epoch zero
 * @property {bigint | null} remaining seconds until the epoch ends
 * @property {boolean} blackout
 * @property {bigint} active
 * @property {bigint} activeNext the same in the next epoch, if nothing else happens
 * @property {bigint} inactive
 * @property {bigint} borrowed
 * @property {bigint} unborrowed what withdrawals of stake are paid from
 * @property {bigint} borrowerDebt
 * @property {bigint} debtPot
 * @property {bigint} shortfall
 * @property {bigint} shortfallNext the same in the next epoch, if nothing else happens
 * @property {Borrower[]} borrowers
 * @property {bigint} treasury what rewards are paid from, in DYDX
 * @property {bigint} rewardsPerSecond
 * @property {bigint} distributionEnd
 */

const big = (codec) => codec.toBigInt();
const bigOrNull = (option) => (option.isSome ? option.unwrap().toBigInt() : null);
const beyond = (amount, limit) => (amount > limit ? amount - limit : 0n);

/** Where the numbers of a pool come from. */
const QUERIES = {
	epoch: ['currentEpoch', bigOrNull],
	remaining: ['timeRemainingInCurrentEpoch', bigOrNull],
	blackout: ['inBlackoutWindow', (codec) => codec.isTrue],
	active: ['totalActiveBalanceCurrent', big],
	activeNext: ['totalActiveBalanceNext', big],
	inactive: ['totalInactiveBalanceCurrent', big],
	borrowed: ['totalBorrowedBalance', big],
	unborrowed: ['contractBalanceAvailableToWithdraw', big],
	borrowerDebt: ['totalBorrowerDebtBalance', big],
	debtPot: ['totalDebtAvailableToWithdraw', big],
	shortfall: ['currentShortfall', big],
	rewardsPerSecond: ['rewardsPerSecond', big],
	distributionEnd: ['distributionEnd', big],
};

/** The queries of the runtime API that are asked. */
export const ASKED = [...Object.values(QUERIES).map(([name]) => name), 'overdueBorrowers'];

/**
 * @param {any} at the polkadot.js API of a block
 * @param {string} treasury the account of the treasury
 * @returns {Promise<Pool>}
 */
export async function readPool(at, treasury) {
	const ask = at.call.liquidityStakingApi;
	const names = Object.keys(QUERIES);
	const [moment, account, overdue, records, ...answers] = await Promise.all([
		at.query.timestamp.now(),
		at.query.system.account(treasury),
		ask.overdueBorrowers(),
		at.query.liquidityStaking.borrowers.entries(),
		...names.map((name) => ask[QUERIES[name][0]]()),
	]);
	const numbers = Object.fromEntries(names.map((name, index) => [name, QUERIES[name][1](answers[index])]));
	const excesses = new Map([...overdue].map(([who, excess]) => [who.toString(), big(excess)]));
	return /** @type {any} */ ({
		...numbers,
		milliseconds: big(moment),
		shortfallNext: beyond(numbers.borrowed, numbers.activeNext),
		borrowers: records.map(([{ args }, record]) =>
			borrowerOf(args[0].toString(), record, excesses, numbers.activeNext),
		),
		treasury: big(account.data.free),
	});
}

/** @returns {Borrower} */
function borrowerOf(account, { allocation, borrowed, restricted }, excesses, activeNext) {
	const share = (activeNext * big(allocation.next)) / ALL_UNITS;
	return {
		account,
		borrowed: big(borrowed),
		restricted: restricted.isTrue,
		excess: excesses.get(account) ?? 0n,
		nextExcess: beyond(big(borrowed), share),
	};
}

/**
 * The pool as the transactions of the next block find it: that of the next epoch if that block is sure to be its first one,
 * and otherwise the pool as it is.
 *
 * @param {Pool} pool
 * @param {bigint} slotDuration milliseconds
 * @param {bigint} silence milliseconds since the block came after which the pool is so; no other has come since
 * @returns {{ ahead: boolean, again: bigint | null, shortfall: bigint, borrowers: Borrower[] }} whether it is the pool of
 * the next epoch, and after how long a silence it is worth another look
 */
export function inNextBlock(pool, slotDuration, silence) {
	const boundary = untilBoundary(pool, slotDuration);
	const { shortfall, shortfallNext, borrowers } = pool;
	if (boundary === null || silence < boundary.silence) {
		return { ahead: false, again: boundary?.isNear ? boundary.silence : null, shortfall, borrowers };
	}
	return {
		ahead: true,
		again: null,
		shortfall: shortfallNext,
		borrowers: borrowers.map((borrower) => ({ ...borrower, excess: borrower.nextExcess })),
	};
}
