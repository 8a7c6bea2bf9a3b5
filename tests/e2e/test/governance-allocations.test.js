/**
 * The council moves a share of the pool from one borrower to another: a motion, an operation that waits, the next epoch.
 * After every call all USDC of the chain are counted, and the proxy's queries are compared with the specifications.
 */
import assert from 'node:assert/strict';
import { account, alice, bob, charlie, ferdie } from '../lib/accounts.js';
import { BorrowerScenario } from '../lib/borrower-scenario.js';
import { closing, execute, executing, govern, propose, queue, voting } from '../lib/council.js';
import { BORROWERS, proxyAccount, TRACKS } from '../lib/development.js';
import * as decided from '../lib/governance-events.js';
import { ask, query } from '../lib/holdings.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import * as pooled from '../lib/pool-events.js';
import * as emitted from '../lib/proxy-events.js';
import { ownState } from '../lib/state.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const proxies = () => chain.api.tx.starkProxy;

/** The borrower that gains, DAT Trading, and the one that gives everything up, Wintermute. */
const [PROXY, GIVER] = [4, 0];
const [UNITS, GIVEN] = [1_000, 2_500];
const TOGETHER = UNITS + GIVEN;
const scenario = new BorrowerScenario(chain, PROXY);
const { loan, owner, account: ACCOUNT } = scenario;
const emits = (signer, call, expected) => scenario.emits(signer, call, expected);
const wintermute = account(`//${BORROWERS[GIVER][0]}`);
const GIVERS = proxyAccount(GIVER);

/** 10 % of all stake is 100,000,000,000.7 units, and 35 % of it 350,000,000,002.45. */
const STAKES = { alice: 400_000_000_003n, bob: 600_000_000_004n };
const [OLD_SHARE, NEW_SHARE] = [100_000_000_000n, 350_000_000_002n];
const BLACKOUT = 'liquidityStaking.InBlackoutWindow';

const allocate = (units, givers) =>
	pool().setBorrowerAllocations([
		[ACCOUNT, units],
		[GIVERS, givers],
	]);

/** Units of both borrowers as the pool knows them. */
async function units() {
	const of = (name) => Promise.all([ACCOUNT, GIVERS].map((who) => query(chain.api, name, who)));
	return { current: await of('allocationFractionCurrent'), next: await of('allocationFractionNext') };
}

/** What a change of both shares emits, while the current ones are `old`. */
const scheduled = (old, next) =>
	[ACCOUNT, GIVERS].map((target, index) =>
		pooled.scheduled(target, BigInt(old[index]), BigInt(next[index]), clock.epoch(chain.next) + 1n),
	);

/** Borrows exactly up to `share`, which is the limit. */
async function borrowsUpTo(share) {
	const amount = share - loan.borrowed;
	assert.equal(await ask(chain.api, 'starkProxyApi', 'borrowableAmount', PROXY), amount);
	await chain.fail(owner, proxies().borrow(PROXY, amount + 1n), 'liquidityStaking.ExceedsAllocation');
	loan.borrowed = share;
	await emits(owner, proxies().borrow(PROXY, amount), emitted.borrowed(PROXY, amount, share));
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'liquidityStaking.ExceedsAllocation');
}

chain.test('no rewards flow, and Alice and Bob stake', async () => {
	assert.equal((await govern(chain, pool().setRewardsPerSecond(0))).result, 'ok');
	await chain.enterNextEpoch();
	for (const [staker, amount] of [
		[alice, STAKES.alice],
		[bob, STAKES.bob],
	]) {
		loan.stake(amount);
		await emits(staker, pool().stake(amount), pooled.staked(staker.address, amount));
	}
	assert.deepEqual(loan.allocated, { current: OLD_SHARE, next: OLD_SHARE });
});

let motion;

chain.test('Alice proposes, which is no vote', async () => {
	const call = chain.api.tx.timelock.queue('Short', allocate(TOGETHER, 0), null);
	motion = await propose(chain, call);
	assert.deepEqual(motion.effects, [decided.proposed(alice.address, motion)]);
	assert.deepEqual([motion.index, motion.hash], [1n, decided.hashOf(call)]);
});

chain.test('Bob and Charlie vote, which is free, and not enough', async () => {
	for (const [member, yes] of [
		[bob, 1],
		[charlie, 2],
	]) {
		const { effects, fee } = await chain.succeed(member, voting(chain, motion));
		assert.deepEqual(effects, [decided.voted(member.address, motion, true, yes, 0)]);
		assert.equal(fee, 0n);
	}
	await chain.fail(bob, closing(chain, motion), 'council.TooEarly');
});

/** The operation that gives the share, and the one that takes it back. */
const operations = {};

chain.test('with the vote of Alice anybody can close the motion, which queues the operation', async () => {
	const vote = await chain.succeed(alice, voting(chain, motion));
	assert.deepEqual(vote.effects, [decided.voted(alice.address, motion, true, 3, 0)]);
	const { block, effects } = await chain.succeed(ferdie, closing(chain, motion));
	const { delay } = TRACKS.Short;
	const queued = decided.queued(1n, 'Short', allocate(TOGETHER, 0), block.now, delay);
	assert.deepEqual(effects, decided.carried(motion, 3, 0, [queued]));
	operations.give = { id: 1n, eta: block.now + delay };
	assert.deepEqual(await units(), { current: [1_000n, 2_500n], next: [1_000n, 2_500n] });
});

chain.test('a block before its time nobody can execute it', async () => {
	const { id, eta } = operations.give;
	await chain.setNextTime(eta - 6n);
	await chain.fail(ferdie, executing(chain, id), 'timelock.TooEarly');
});

chain.test('at its time Ferdie, who has no role, executes it', async () => {
	assert.equal(chain.next, operations.give.eta);
	const expected = scheduled([UNITS, GIVEN], [TOGETHER, 0]);
	loan.schedule(TOGETHER);
	await scenario.executes(operations.give, expected);
	await chain.fail(ferdie, executing(chain, operations.give.id), 'timelock.OperationNotFound');
});

chain.test('the shares of this epoch are unchanged, but who gives up a part borrows no more of it', async () => {
	assert.deepEqual(await units(), { current: [1_000n, 2_500n], next: [3_500n, 0n] });
	assert.equal(await query(chain.api, 'allocatedBalanceCurrent', GIVERS), 250_000_000_001n);
	await borrowsUpTo(OLD_SHARE);
	await chain.fail(wintermute, proxies().borrow(GIVER, 1), 'liquidityStaking.ExceedsAllocation');
});

chain.test('in the blackout window too', async () => {
	await scenario.enterBlackout();
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'liquidityStaking.ExceedsAllocation');
});

/** The totals with which both following epochs begin. */
const totals = () => ({
	totalActive: STAKES.alice + STAKES.bob,
	totalInactive: 0n,
	totalBorrowed: loan.borrowed,
	shortfall: 0n,
});

chain.test('in the next epoch they are in force: to the unit', async () => {
	await scenario.beginEpoch(totals());
	assert.deepEqual(await units(), { current: [3_500n, 0n], next: [3_500n, 0n] });
	await borrowsUpTo(NEW_SHARE);
	await chain.fail(wintermute, proxies().borrow(GIVER, 1), 'liquidityStaking.ExceedsAllocation');
});

chain.test('the council takes the share back too late: the delay ends in the blackout window', async () => {
	const blackout = clock.startOf(clock.epoch(chain.head.now) + 1n) - clock.blackout;
	// The motion takes three blocks.
	await chain.travelTo(blackout - 30n);
	operations.take = await queue(chain, allocate(UNITS, GIVEN));
	assert.ok(chain.head.now < blackout && operations.take.eta > blackout);
});

chain.test('executed there, the call fails and the operation stays', async () => {
	await chain.setNextTime(operations.take.eta);
	const before = await ownState(chain.api);
	for (const attempt of ['the first', 'another']) {
		const failed = await execute(chain, operations.take);
		assert.equal(failed.error, null, `${attempt} attempt is paid for`);
		assert.deepEqual(failed.effects, [decided.executionFailed(operations.take.id, BLACKOUT)]);
		assert.deepEqual(await ownState(chain.api), before, `${attempt} attempt changes nothing`);
	}
	const open = await ask(chain.api, 'timelockApi', 'openOperations');
	assert.deepEqual(open.map(({ id, status }) => [id, status]), [[operations.take.id, 'Executable']]);
	assert.deepEqual(await units(), { current: [3_500n, 0n], next: [3_500n, 0n] });
});

chain.test('in the next epoch it succeeds, and takes effect an epoch later', async () => {
	await scenario.beginEpoch(totals());
	assert.ok(chain.head.now <= operations.take.expiresAt);
	const expected = scheduled([TOGETHER, 0], [UNITS, GIVEN]);
	loan.schedule(UNITS);
	await scenario.executes(operations.take, expected);
	assert.deepEqual(await units(), { current: [3_500n, 0n], next: [1_000n, 2_500n] });
	assert.deepEqual(loan.allocated, { current: NEW_SHARE, next: OLD_SHARE });
});

chain.test('by then the borrower has to return the difference, and auto-pay does', async () => {
	await scenario.enterBlackout();
	const due = NEW_SHARE - OLD_SHARE;
	loan.borrowed = OLD_SHARE;
	await emits(owner, proxies().autoPayOrBorrow(PROXY), [
		...emitted.repaidBorrow(PROXY, due, OLD_SHARE),
		emitted.autoPaid(PROXY, 0n, due, 0n),
	]);
	await scenario.beginEpoch(totals());
	assert.deepEqual(await units(), { current: [1_000n, 2_500n], next: [1_000n, 2_500n] });
	assert.equal(await query(chain.api, 'isBorrowerOverdue', ACCOUNT), false);
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'liquidityStaking.ExceedsAllocation');
	assert.equal(await ask(chain.api, 'starkProxyApi', 'borrowableAmount', GIVER), 250_000_000_001n);
});
