/**
 * What must hold between the books of the assets, of the currency and of the pool, which know nothing of each other: the
 * invariants of the specification (section 9) as far as they are about money.
 */
import { POOL, STK_USDC, TREASURY, USDC } from '../../../e2e/lib/development.js';

/**
 * @param {{ assets: import('./asset-books.js').AssetBooks, native: import('./native-books.js').NativeBooks,
 *   pool: import('./pool-books.js').PoolBooks }} books
 * @param {import('./state.js').AuditState} genesis
 * @returns {string[]} what does not hold
 */
export function brokenInvariants({ assets, native, pool }, genesis) {
	const stakers = [...pool.stakers.values()];
	const sum = (value) => stakers.reduce((total, staker) => total + value(staker), 0n);
	const ofBorrowers = (field) => [...pool.borrowers.values()].reduce((total, record) => total + record[field], 0n);
	const { active, inactive, writtenOff } = pool;
	const claims = sum(({ inactive, debt }) => inactive + debt);
	const funds = inactive.current + pool.borrowerDebt + pool.debtPot + writtenOff.borrowerDebt;
	const gap = funds - writtenOff.stakerDebt - claims;
	const dust = inactive.current - sum((staker) => staker.inactive);
	const receipts = assets.ledger(STK_USDC);
	const treasury = genesis.native.free.find(([who]) => who === TREASURY)?.[1] ?? 0n;

	const rules = {
		'I1: active + inactive = borrowed + unborrowed': active.current + inactive.current === pool.borrowed + pool.unborrowed,
		'I2: the same in the next epoch': active.next + inactive.next === pool.borrowed + pool.unborrowed,
		'I3: the pool holds the unborrowed balance and the debt pot': assets.of(USDC, POOL) === pool.unborrowed + pool.debtPot,
		'I4: active balances add up': sum((staker) => staker.active) === active.current,
		'I4: active balances of the next epoch add up': sum((staker) => staker.settled.activeNext) === active.next,
		'I5: no more is inactive than the total says': dust >= 0n,
		'I6: what became debt is owed to stakers': gap >= 0n && gap <= writtenOff.abandonedInactive,
		'I7: loans add up': ofBorrowers('borrowed') === pool.borrowed,
		'I7: debts of the borrowers add up': ofBorrowers('debt') === pool.borrowerDebt,
		'Q1: every shortfall leaves less than a unit for each staker':
			dust <= BigInt(pool.shortfalls.length * stakers.length) + writtenOff.abandonedInactive,
		'S7: the debt pot can be paid': pool.debtPot <= assets.of(USDC, POOL),
		'nothing is negative': [pool.unborrowed, pool.debtPot, pool.borrowed, pool.borrowerDebt, inactive.current].every(
			(total) => total >= 0n,
		),
		'no USDC appear or disappear': assets.ledger(USDC).sum === genesis.assets[USDC].supply,
		'receipts are what stakers have, and what they lost without the chain having touched them':
			receipts.sum === sum((staker) => staker.receipts),
		'receipts are announced': pool.unannounced === 0n,
		'the treasury paid what was claimed, and nothing else': native.free.of(TREASURY) === treasury - pool.claimed,
	};
	const broken = Object.keys(rules).filter((rule) => !rules[rule]);
	for (const [who, staker] of pool.stakers) {
		if (receipts.of(who) !== staker.receipts) broken.push(`receipts of ${who}: ${receipts.of(who)}, and must be ${staker.receipts}`);
		if (Object.values(staker.settled).some((amount) => amount < 0n)) broken.push(`a balance of ${who} is negative`);
	}
	return broken.map((rule) => `does not hold: ${rule}`);
}
