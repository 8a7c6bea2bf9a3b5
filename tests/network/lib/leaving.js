/** Brings the pool to where the end of the epoch will leave a shortfall: everything is lent, and everybody leaves. */
import { usdc } from '../../e2e/lib/amounts.js';
import { proxyAccount } from '../../e2e/lib/development.js';
import { OWNERS, STAKERS } from './load/calls.js';
import { until } from './wait.js';

/** Each. Much more than the load stakes and repays before the epoch ends. */
const STAKE = usdc(150_000);
/** Seconds of the time for requests that have to be left, so that these get into a block. */
const ENOUGH = 40n;

/** What the pool says through a node in its best block. */
export async function askPool(node, question) {
	const { api } = await node.connect();
	try {
		return await question(api.call.liquidityStakingApi);
	} finally {
		await api.disconnect();
	}
}

/** Lets these people send what `call` makes of the amount that the pool tells of each, and waits until it is final. */
async function all(people, { network, load }, name, question, call) {
	const amounts = await askPool(network.validators[0], (pool) => Promise.all(people.map((who, index) => question(pool, who, index))));
	amounts.forEach((amount, index) => {
		if (amount > 0n) load.order(people[index].address, { name, make: (situation) => call(situation, amount) });
	});
	await load.settle();
}

/** Seconds until no more withdrawals can be requested in this epoch; none are left in the blackout window. */
const timeForRequests = async (pool) =>
	(await pool.timeRemainingInCurrentEpoch()).unwrap().toBigInt() - (await pool.blackoutWindow()).toBigInt();

/** The number of the next epoch, and when it begins, in milliseconds. */
async function nextEpoch(pool) {
	const epoch = (await pool.currentEpoch()).unwrap().toNumber() + 1;
	return { epoch, boundary: (await pool.startOfEpoch(epoch)).toNumber() * 1_000 };
}

/**
 * Everybody stakes, the borrowers borrow all of it, and then everybody requests all back, by the rules.
 *
 * @param {import('./faults.js').Stage} stage
 * @returns {Promise<{ epoch: number, boundary: number }>} the epoch that will begin with a shortfall, and when, in milliseconds
 */
export async function everybodyLeaves(stage) {
	const { network, load } = stage;
	await load.settle();
	await all(STAKERS, stage, 'stake', () => STAKE, ({ tx }, amount) => tx.stake(amount));
	const borrowable = async (pool, _, proxy) => (await pool.borrowableAmount(proxyAccount(proxy))).toBigInt();
	await all(OWNERS, stage, 'borrow', borrowable, ({ tx, proxy }, amount) => tx.borrow(proxy, amount));

	const enough = (pool) => timeForRequests(pool).then((left) => (left >= ENOUGH ? nextEpoch(pool) : null));
	const next = await until('withdrawals can be requested', () => askPool(network.validators[0], enough), { timeout: 150_000 });
	const staked = async (pool, { address }) => (await pool.activeBalanceNext(address)).toBigInt();
	await all(STAKERS, stage, 'requestWithdrawal', staked, ({ tx }, amount) => tx.requestWithdrawal(amount));
	return next;
}
