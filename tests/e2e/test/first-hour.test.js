/** The section "A first hour" of the README in the root, step by step, as typed there. */
import assert from 'node:assert/strict';
import { alice, bob, dave, ferdie } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { clickMotion } from '../lib/apps.js';
import {
	BORROWERS,
	GENESIS_DYDX,
	GENESIS_USDC,
	MOTION_DURATION,
	proxyAccount,
	SLOT,
	STK_USDC,
	USDC,
} from '../lib/development.js';
import { named } from '../lib/events.js';
import { executed } from '../lib/governance-events.js';
import { ask, assertReceipt, assetBalance, nativeBalance, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import { ReadmeSection, typeTravel } from '../lib/readme.js';
import { registrationOf, starkKey } from '../lib/stark.js';

const chain = new ManualChain().use();
const readme = new ReadmeSection('A first hour');
const tx = () => chain.api.tx;
const [ALICE, BOB, FERDIE] = [alice, bob, ferdie].map(({ address }) => address);

/** Types `make travel BY=seconds` in another terminal. */
async function travel(seconds) {
	readme.says(`make travel BY=${seconds}`);
	await typeTravel(chain, seconds);
}

/** Proposes to queue a call, has three members vote, closes the motion. @returns {Promise<bigint>} the operation */
async function queue(call, track = 'Short') {
	readme.shows('timelock.queue(track, call, delay)', track);
	const [{ data }] = named(await clickMotion(chain, tx().timelock.queue(track, call, null), 3), 'timelock.Queued');
	return data.id;
}

/** The call that executes an operation, with the bounds that the README gives for all of them. */
function execute(id) {
	readme.shows('timelock.execute(id, lengthBound, weightBound)', '1000', '2000000000', '100000');
	return tx().timelock.execute(id, 1000, { refTime: 2000000000, proofSize: 100000 });
}

/** Executes an operation, which must succeed. */
async function executes(id) {
	const { effects } = await chain.succeed(dave, execute(id));
	assert.deepEqual(effects.at(-1), executed(id));
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

const FIRST = '5EYCAe5hvyAUjq5er4LHVqMJJcaM4669vLoDXGNnYKnpDryE';
const allocate = () =>
	tx().liquidityStaking.setBorrowerAllocations([
		[proxyAccount(5), 2500],
		[FIRST, 0],
	]);

chain.test('Decide', async () => {
	assert.equal(FIRST, proxyAccount(0));
	readme.shows('3', 'liquidityStaking.setBorrowerAllocations(changes)', '2500', FIRST, '0', 'timelock.Queued');
	readme.says('*Propose motion*', '*Vote* aye as three of the members', '*Close* the motion');
	readme.says('After ten minutes of silence');
	assert.equal(MOTION_DURATION * SLOT, 600_000n);
	// Outside the blackout window.
	await chain.enterNextEpoch();
	readme.says('the call is operation 0 now');
	assert.equal(await queue(allocate()), 0n);
});

chain.test('Wait', async () => {
	readme.shows('timelockApi.openOperations()', 'eta', 'call');
	const [operation, ...others] = await ask(chain.api, 'timelockApi', 'openOperations');
	assert.deepEqual([operation.id, operation.eta - chain.head.now, others], [0n, 60n, []]);
	readme.says('a minute later on this chain, two days in production');
	assert.equal(operation.call, allocate().method.toHex());
	readme.shows('timelock.TooEarly');
	await chain.fail(dave, execute(0), 'timelock.TooEarly');
});

const borrow = (amount) => tx().starkProxy.borrow(5, amount);
const EXCEEDS = 'liquidityStaking.ExceedsAllocation';

chain.test('Execute', async () => {
	readme.shows('make travel BY=60', 'timelock.Executed');
	await travel(60);
	// What a failed execution leaves is played with the same call in governance-allocations.test.js.
	readme.shows('timelock.ExecutionFailed');
	readme.says('stays open, on this chain for an hour');
	assert.equal((await ask(chain.api, 'timelockApi', 'trackParameters', 'Short')).grace, 3_600n);
	await executes(0n);
});

chain.test('Borrow', async () => {
	readme.shows('starkProxy.borrow(proxy, amount)', '5', '150000000', EXCEEDS);
	await chain.fail(ferdie, borrow(150000000), EXCEEDS);
	readme.shows('make travel BY=600');
	await travel(600);
	await chain.block();
	readme.says('a quarter of the 600 USDC that Alice left in the pool', 'one unit more fails');
	assert.equal(await query(chain.api, 'totalActiveBalanceCurrent'), usdc(600));
	await chain.fail(ferdie, borrow(150000001), EXCEEDS);
	await chain.succeed(ferdie, borrow(150000000));
	await chain.fail(ferdie, borrow(1), EXCEEDS);
	assert.equal(await assetBalance(chain.api, USDC, proxyAccount(5)), usdc(150));
});

chain.test('Try to take it', async () => {
	readme.shows('starkProxy.allowExternalRecipient(5, FERDIE)', 'starkProxy.externalWithdrawToken(5, FERDIE, 1)');
	await chain.succeed(ferdie, tx().starkProxy.allowExternalRecipient(5, FERDIE));
	readme.shows('starkProxy.NoWithdrawableBalance');
	const withdraw = tx().starkProxy.externalWithdrawToken(5, FERDIE, 1);
	await chain.fail(ferdie, withdraw, 'starkProxy.NoWithdrawableBalance');
});

chain.test('Restrict it', async () => {
	readme.shows('utility.batchAll(calls)', 'starkProxy.guardianSetBorrowingRestriction(5, true)');
	readme.shows('starkProxy.guardianRepayBorrow(5, 100000000)');
	const calls = [
		tx().starkProxy.guardianSetBorrowingRestriction(5, true),
		tx().starkProxy.guardianRepayBorrow(5, 100000000),
	];
	readme.says('execute it, operation 1, after the delay');
	assert.equal(await queue(tx().utility.batchAll(calls)), 1n);
	await travel(60);
	await executes(1n);
	readme.says('Of the 150 USDC, 100 are in the pool again');
	assert.equal(await assetBalance(chain.api, USDC, proxyAccount(5)), usdc(50));
	assert.equal(await query(chain.api, 'borrowedBalance', proxyAccount(5)), usdc(50));
	readme.shows('starkProxy.borrow(5, 1)', 'starkProxy.BorrowingRestricted');
	await chain.fail(ferdie, borrow(1), 'starkProxy.BorrowingRestricted');
});

/** Ferdie gets a key on the exchange and queues a trade. @returns {Promise<string>} its hash */
async function queueTrade() {
	const pair = starkKey('Ferdie');
	const consent = registrationOf(chain, proxyAccount(5), pair);
	await chain.succeed(ferdie, tx().starkProxy.registerUserOnExchange(5, pair.key, consent));
	await chain.succeed(ferdie, tx().starkProxy.allowStarkKey(5, pair.key));
	const args = {
		keyA: pair.key,
		keyB: starkKey('Charlie').key,
		positionA: 1n,
		positionB: 2n,
		syntheticAssetId: 1n,
		amountCollateral: 1n,
		amountSynthetic: 1n,
		aIsBuyingSynthetic: true,
		submissionExpiration: chain.next + 30n * 86_400n,
		nonce: 1n,
	};
	const { effects } = await chain.succeed(ferdie, tx().starkProxy.queueForcedTradeRequest(5, args));
	readme.shows('starkProxy.ForcedTradeQueued', 'argsHash');
	return named(effects, 'starkProxy.ForcedTradeQueued')[0].data.argsHash;
}

chain.test('Veto', async () => {
	const hash = await queueTrade();
	readme.shows('starkProxy.guardianVetoForcedTradeRequests(proxy, hashes)');
	readme.says('execute it, operation 2, at once', 'those that are not queued are skipped');
	const hashes = [hash, `0x${'00'.repeat(32)}`];
	assert.equal(await queue(tx().starkProxy.guardianVetoForcedTradeRequests(5, hashes), 'Instant'), 2n);
	await executes(2n);
	assert.equal(await ask(chain.api, 'starkProxyApi', 'queuedForcedTrade', 5, hash), null);
});

chain.test('Cancel', async () => {
	readme.shows('liquidityStaking.setRewardsPerSecond(0)', 'timelock.cancel(id)', 'Long');
	readme.says('`liquidityStaking.setRewardsPerSecond(0)`, operation 3', 'again with three votes');
	assert.equal(await queue(tx().liquidityStaking.setRewardsPerSecond(0)), 3n);
	const effects = await clickMotion(chain, tx().timelock.cancel(3), 3);
	assert.equal(named(effects, 'timelock.Cancelled').length, 1);
	readme.shows('timelock.OperationNotFound');
	await chain.fail(dave, execute(3), 'timelock.OperationNotFound');
	assert.ok((await query(chain.api, 'rewardsPerSecond')) > 0n);
});

chain.test('nothing that the section shows has been left out', async () => {
	// The address at which the default port is found; the chains of these tests listen elsewhere.
	assert.deepEqual(readme.untried, ['ws://127.0.0.1:9944']);
});
