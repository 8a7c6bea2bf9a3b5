/**
 * What the council does to a borrower as the guardian of its proxy, in operations of several calls that happen together
 * or not at all. After every call all USDC of the chain are counted, and the proxy's queries are compared with the
 * specifications.
 */
import assert from 'node:assert/strict';
import { alice, bob, ferdie } from '../lib/accounts.js';
import { batched, BorrowerScenario } from '../lib/borrower-scenario.js';
import { carry, execute, executing, govern, queue } from '../lib/council.js';
import { TRACKS } from '../lib/development.js';
import * as decided from '../lib/governance-events.js';
import { ask } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import * as pooled from '../lib/pool-events.js';
import * as emitted from '../lib/proxy-events.js';
import { ownState } from '../lib/state.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const proxies = () => chain.api.tx.starkProxy;
const batch = (...calls) => chain.api.tx.utility.batchAll(calls);

/** That of Amber Group, which has 25 % of the pool. */
const PROXY = 1;
const scenario = new BorrowerScenario(chain, PROXY);
const { loan, money, owner, account: ACCOUNT } = scenario;
const emits = (signer, call, expected) => scenario.emits(signer, call, expected);

const STAKES = { alice: 400_000_000_003n, bob: 600_000_000_004n };
const LOAN = 250_000_000_001n;
/** What the guardian repays first at most, and then. */
const [FIRST_CAP, SECOND_CAP] = [100_000_000_000n, 50_000_000_000n];
const U128_MAX = 2n ** 128n - 1n;

chain.test('no rewards flow, Alice and Bob stake, and the borrower takes its whole share', async () => {
	assert.equal((await govern(chain, pool().setRewardsPerSecond(0))).result, 'ok');
	await chain.enterNextEpoch();
	for (const [staker, amount] of [
		[alice, STAKES.alice],
		[bob, STAKES.bob],
	]) {
		loan.stake(amount);
		await emits(staker, pool().stake(amount), pooled.staked(staker.address, amount));
	}
	assert.equal(loan.allocated.current, LOAN);
	loan.borrowed = LOAN;
	await emits(owner, proxies().borrow(PROXY, LOAN), emitted.borrowed(PROXY, LOAN, LOAN));
});

const operations = {};

chain.test('the council queues a restriction and a repayment as one operation', async () => {
	const call = batch(
		proxies().guardianSetBorrowingRestriction(PROXY, true),
		proxies().guardianRepayBorrow(PROXY, FIRST_CAP),
	);
	const { result, effects, block } = await carry(chain, chain.api.tx.timelock.queue('Short', call, null));
	assert.equal(result, 'ok');
	const { delay } = TRACKS.Short;
	assert.deepEqual(effects[2], decided.queued(1n, 'Short', call, block.now, delay));
	operations.restrict = { id: 1n, eta: block.now + delay };
	await scenario.assertBooks();
});

chain.test('a block before its time nobody can execute it', async () => {
	await chain.setNextTime(operations.restrict.eta - 6n);
	await chain.fail(ferdie, executing(chain, operations.restrict.id), 'timelock.TooEarly');
	await scenario.assertBooks();
});

chain.test('at its time both things happen, and no more is repaid than was decided', async () => {
	assert.equal(chain.next, operations.restrict.eta);
	loan.barred.byGuardian = true;
	loan.borrowed -= FIRST_CAP;
	await scenario.executes(
		operations.restrict,
		batched([emitted.restriction(PROXY, true)], emitted.repaidBorrow(PROXY, FIRST_CAP, loan.borrowed, true)),
	);
	assert.equal(money.of(ACCOUNT), LOAN - FIRST_CAP);
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'starkProxy.BorrowingRestricted');
});

/** An operation that must fail as a whole, and stay. */
async function failsWhole(operation, error) {
	const before = await ownState(chain.api);
	const failed = await execute(chain, operation);
	assert.equal(failed.error, null);
	await scenario.happens(failed, [decided.executionFailed(operation.id, error)]);
	assert.deepEqual(await ownState(chain.api), before, 'nothing has changed, in no pallet');
	const open = await ask(chain.api, 'timelockApi', 'operation', operation.id);
	assert.equal(open.status, 'Executable');
}

chain.test('a batch whose last part fails changes nothing, although its other parts could be done', async () => {
	operations.repay = await queue(
		chain,
		batch(
			proxies().guardianSetBorrowingRestriction(PROXY, false),
			proxies().guardianRepayBorrow(PROXY, SECOND_CAP),
			proxies().guardianRepayDebt(PROXY, U128_MAX),
		),
	);
	await chain.setNextTime(operations.repay.eta);
	// There is no debt yet.
	await failsWhole(operations.repay, 'starkProxy.NothingToRepay');
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'starkProxy.BorrowingRestricted');
});

/** What is left in the pool, and lent, when most of the stake is requested back. */
const LEFT = 100_000_000_000n;
const SHORTFALL = LOAN - FIRST_CAP - LEFT;
const REQUESTED = STAKES.alice + STAKES.bob - LEFT;

chain.test('the stakers request nearly everything, the borrower returns nothing, and the epoch ends', async () => {
	for (const [staker, amount] of [
		[alice, STAKES.alice],
		[bob, STAKES.bob - LEFT],
	]) {
		loan.requestWithdrawal(amount);
		await emits(staker, pool().requestWithdrawal(amount), pooled.requested(staker.address, amount));
	}
	const totals = { totalActive: LEFT, totalInactive: REQUESTED, totalBorrowed: loan.borrowed };
	await scenario.beginEpoch({ ...totals, shortfall: SHORTFALL });
});

chain.test('anybody marks the debt', async () => {
	assert.equal(loan.markDebt(), SHORTFALL);
	const remains = REQUESTED - SHORTFALL;
	await emits(ferdie, pool().markDebt([ACCOUNT]), [
		pooled.debtMarked(ACCOUNT, SHORTFALL, loan.borrowed, SHORTFALL),
		pooled.restriction(ACCOUNT, true),
		pooled.converted(SHORTFALL, (remains * 10n ** 36n) / REQUESTED, remains),
	]);
});

chain.test('the operation that had failed now succeeds, as a whole, and once', async () => {
	loan.barred.byGuardian = false;
	loan.borrowed -= SECOND_CAP;
	loan.debt = 0n;
	await scenario.executes(
		operations.repay,
		batched(
			[emitted.restriction(PROXY, false)],
			emitted.repaidBorrow(PROXY, SECOND_CAP, loan.borrowed, true),
			emitted.repaidDebt(PROXY, SHORTFALL, 0n, true),
		),
	);
	assert.equal(money.of(ACCOUNT), LOAN - FIRST_CAP - SECOND_CAP - SHORTFALL);
	await chain.fail(ferdie, executing(chain, operations.repay.id), 'timelock.OperationNotFound');
	// The pool's own restriction is not the guardian's to lift.
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'liquidityStaking.BorrowerRestricted');
});
