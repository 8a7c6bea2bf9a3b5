/** The section "A first hour" of the README in the root, step by step, as typed there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { alice, bob, dave, ferdie } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { readBlock } from '../lib/block.js';
import { carry } from '../lib/council.js';
import { BORROWERS, GENESIS_DYDX, GENESIS_USDC, proxyAccount, STK_USDC, USDC } from '../lib/development.js';
import { named } from '../lib/events.js';
import { ask, assertReceipt, assetBalance, nativeBalance, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import { ReadmeSection, ROOT } from '../lib/readme.js';

const chain = new ManualChain().use();
const readme = new ReadmeSection('A first hour');
const tx = () => chain.api.tx;
const [ALICE, BOB, FERDIE] = [alice, bob, ferdie].map(({ address }) => address);

/** What the commands that are typed find in their environment, without the make that may run this test. */
const ENVIRONMENT = { ...process.env, MAKEFLAGS: '', MAKELEVEL: '' };

/** Types `make travel BY=seconds` in another terminal. */
async function travel(seconds) {
	const before = chain.head.now;
	const port = chain.address.split(':').at(-1);
	const command = ['travel', `BY=${seconds}`];
	await promisify(execFile)('make', ['-C', ROOT, ...command, `PORT=${port}`], { env: ENVIRONMENT });
	chain.head = await readBlock(chain.api, await chain.api.rpc.chain.getBlockHash());
	assert.equal(chain.head.now, before + BigInt(seconds));
}

/** Proposes to queue a call, has three members vote, closes the motion. @returns the operation */
async function queue(call) {
	const { result, effects } = await carry(chain, tx().timelock.queue('Short', call, null), 3);
	assert.equal(result, 'ok');
	const [{ data }] = named(effects, 'timelock.Queued');
	return data;
}

/** Executes an operation with the bounds that the README gives for all of them. */
async function execute(id) {
	readme.shows('timelock.execute(id, lengthBound, weightBound)', '1000', '1000000000', '100000');
	const bounds = [1000, { refTime: 1000000000, proofSize: 100000 }];
	const { effects } = await chain.succeed(dave, tx().timelock.execute(id, ...bounds));
	assert.deepEqual(named(effects, 'timelock.ExecutionFailed'), []);
	assert.equal(named(effects, 'timelock.Executed').length, 1);
}

const names = (events) => events.map(({ name }) => name);

chain.test('Look around', async () => {
	readme.says('with 1,000,000 DYDX each', 'USDC (id 1), of which each has 1,000,000, and stkUSDC (id 2)');
	for (const who of [ALICE, BOB, FERDIE]) {
		assert.deepEqual(
			[await nativeBalance(chain.api, who), await assetBalance(chain.api, USDC, who)],
			[dydx(1_000_000), usdc(1_000_000)],
		);
	}
	assert.equal((await chain.api.query.assets.asset(STK_USDC)).unwrap().supply.toBigInt(), 0n);
});

chain.test('Stake as Alice', async () => {
	readme.shows('ALICE', 'liquidityStaking', 'stake(amount)', '1000000000');
	const { effects } = await chain.succeed(alice, tx().liquidityStaking.stake(1000000000));
	readme.shows('liquidityStaking.Staked', 'assets.Issued');
	for (const name of ['liquidityStaking.Staked', 'assets.Issued']) assert.ok(names(effects).includes(name));
	readme.says('999,000 USDC and 1,000 stkUSDC');
	assert.equal(await assetBalance(chain.api, USDC, ALICE), usdc(999_000));
	await assertReceipt(chain.api, ALICE, usdc(1_000));
});

chain.test('Watch the rewards grow', async () => {
	readme.shows('liquidityStakingApi', 'claimableRewards(account)');
	readme.says('six seconds later', '951,293,771,400,000,000 base units');
	const before = await query(chain.api, 'claimableRewards', ALICE);
	const { now } = chain.head;
	await chain.block();
	assert.equal(chain.head.now, now + 6n);
	assert.equal(await query(chain.api, 'claimableRewards', ALICE), before + 951_293_771_400_000_000n);
});

chain.test('Request a withdrawal', async () => {
	readme.shows('liquidityStakingApi.inBlackoutWindow()', 'timeRemainingInCurrentEpoch()');
	assert.equal(await query(chain.api, 'inBlackoutWindow'), false);
	assert.ok((await query(chain.api, 'timeRemainingInCurrentEpoch')) > 300n);
	readme.shows('liquidityStaking.requestWithdrawal(amount)', '400000000');
	await chain.succeed(alice, tx().liquidityStaking.requestWithdrawal(400000000));
	readme.shows('liquidityStakingApi.balanceOf(ALICE)', 'transferableBalance(ALICE)', 'pendingWithdrawal(ALICE)');
	readme.says('still says 1,000 stkUSDC', '600,', '400.');
	for (const [name, amount] of [
		['balanceOf', 1_000],
		['transferableBalance', 600],
		['pendingWithdrawal', 400],
	]) {
		assert.equal(await query(chain.api, name, ALICE), usdc(amount));
	}
});

chain.test('Travel in time', async () => {
	readme.says('```sh make travel BY=600 ```');
	await travel(600);
	readme.shows('liquidityStaking.EpochStarted');
	const { opening } = await chain.block();
	assert.ok(names(opening).includes('liquidityStaking.EpochStarted'));
	readme.shows('dev_timeTravel', 'dev_newBlock');
	const { methods } = (await chain.api.rpc.rpc.methods()).toJSON();
	for (const name of ['dev_timeTravel', 'dev_newBlock']) assert.ok(methods.includes(name));
});

chain.test('Withdraw and claim', async () => {
	const pool = tx().liquidityStaking;
	readme.shows('liquidityStaking.withdrawStake(recipient, amount)', 'liquidityStaking.claimRewards(recipient)', 'BOB');
	await chain.succeed(alice, pool.withdrawStake(ALICE, 400000000));
	assert.equal(await assetBalance(chain.api, USDC, ALICE), GENESIS_USDC - usdc(600));
	const { effects } = await chain.succeed(alice, pool.claimRewards(BOB));
	const [{ data }] = named(effects, 'liquidityStaking.ClaimedRewards');
	assert.ok(data.amount > dydx(95), 'ten minutes of rewards');
	assert.equal(await nativeBalance(chain.api, BOB), GENESIS_DYDX + data.amount);
	readme.shows('liquidityStaking.InsufficientInactiveBalance');
	await chain.fail(alice, pool.withdrawStake(ALICE, 1), 'liquidityStaking.InsufficientInactiveBalance');
});

chain.test('Try to get round the pool', async () => {
	readme.shows('assets.transferKeepAlive(2, BOB, ..)', 'assets.BalanceLow');
	await chain.fail(alice, tx().assets.transferKeepAlive(2, BOB, 1), 'assets.BalanceLow');
	readme.shows('liquidityStaking.transfer(recipient, amount)');
	await chain.succeed(alice, tx().liquidityStaking.transfer(BOB, 1));
	await chain.succeed(bob, tx().liquidityStaking.transfer(ALICE, 1));
});

chain.test('Govern', async () => {
	readme.shows('timelock.queue(track, call, delay)', 'Short', 'liquidityStaking.setRewardsPerSecond(0)');
	await queue(tx().liquidityStaking.setRewardsPerSecond(0));
	readme.shows('timelockApi.openOperations()', '0');
	const [operation, ...others] = await ask(chain.api, 'timelockApi', 'openOperations');
	assert.deepEqual([operation.id, operation.eta - operation.queuedAt, others], [0n, 60n, []]);
	readme.shows('make travel BY=60');
	await travel(60);
	await execute(0);
	assert.equal(await query(chain.api, 'rewardsPerSecond'), 0n);
});

chain.test('Create a proxy', async () => {
	readme.shows('FERDIE', 'starkProxy.createProxy(owner)', 'starkProxy.ProxyCreated');
	readme.says('A deposit of 10 DYDX is held', 'names proxy 5', '(0 to 4 belong to five market makers)');
	const { effects } = await chain.succeed(ferdie, tx().starkProxy.createProxy(FERDIE));
	const [{ data: created }] = named(effects, 'starkProxy.ProxyCreated');
	assert.deepEqual([created.proxy, created.account], [5n, proxyAccount(5)]);
	const { reserved } = (await chain.api.query.system.account(FERDIE)).data;
	assert.equal(reserved.toBigInt(), dydx(10));
	assert.equal(BORROWERS.length, 5);
	for (const role of ['Owner', 'DelegationAdmin', 'Borrower', 'ExchangeOperator', 'WithdrawalOperator']) {
		assert.equal(await ask(chain.api, 'starkProxyApi', 'hasRole', 5, role, FERDIE), true);
	}
});

chain.test('Lend', async () => {
	const FIRST = '5EYCAe5hvyAUjq5er4LHVqMJJcaM4669vLoDXGNnYKnpDryE';
	assert.equal(FIRST, proxyAccount(0));
	readme.shows('liquidityStaking.setBorrowerAllocations(changes)', '2500', FIRST, '0');
	// Outside the blackout window.
	await chain.enterNextEpoch();
	const changes = [
		[proxyAccount(5), 2500],
		[FIRST, 0],
	];
	const operation = await queue(tx().liquidityStaking.setBorrowerAllocations(changes));
	readme.says('execute it, operation 1, after the delay');
	assert.equal(operation.id, 1n);
	await travel(60);
	await execute(1);
	readme.shows('make travel BY=600');
	await travel(600);
	await chain.block();

	readme.shows('starkProxy.borrow(proxy, amount)', '5', '150000000', 'liquidityStaking.ExceedsAllocation');
	readme.says('Of the 600 USDC that Alice left in the pool the proxy can then borrow 150');
	assert.equal(await query(chain.api, 'totalActiveBalanceCurrent'), usdc(600));
	const borrow = (amount) => tx().starkProxy.borrow(5, amount);
	await chain.fail(ferdie, borrow(150000001), 'liquidityStaking.ExceedsAllocation');
	await chain.succeed(ferdie, borrow(150000000));
	await chain.fail(ferdie, borrow(1), 'liquidityStaking.ExceedsAllocation');
	assert.equal(await assetBalance(chain.api, USDC, proxyAccount(5)), usdc(150));
});

chain.test('Try to take it', async () => {
	readme.shows('starkProxy.allowExternalRecipient(5, FERDIE)', 'starkProxy.externalWithdrawToken(5, FERDIE, 1)');
	await chain.succeed(ferdie, tx().starkProxy.allowExternalRecipient(5, FERDIE));
	readme.shows('starkProxy.NoWithdrawableBalance');
	const withdraw = tx().starkProxy.externalWithdrawToken(5, FERDIE, 1);
	await chain.fail(ferdie, withdraw, 'starkProxy.NoWithdrawableBalance');
});

chain.test('nothing that the section shows has been left out', async () => {
	// The address at which the default port is found; the chains of these tests listen elsewhere.
	assert.deepEqual(readme.untried, ['ws://127.0.0.1:9944']);
});
