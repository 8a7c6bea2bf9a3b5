/**
 * One whole epoch in the life of two stakers, over RPC: stake, earn, request, wait, withdraw, claim. The
 * expected amounts come from the oracle, which knows the specification and not the node.
 */
import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve, ferdie } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import {
	BLACKOUT_WINDOW,
	EPOCH_LENGTH,
	GENESIS_DYDX,
	GENESIS_USDC,
	POOL,
	STK_USDC,
	TREASURY,
	TREASURY_ENDOWMENT,
	USDC,
	USDC_SUPPLY,
} from '../lib/development.js';
import { event, ofPallets } from '../lib/events.js';
import { assertReceipt, assetBalance, nativeBalance, query } from '../lib/holdings.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import { developmentOracle } from '../lib/oracle/development.js';

const chain = new ManualChain().use();
const oracle = developmentOracle();

/** The start of the epoch in which the test begins. */
let start;

const claimableOf = (staker) => query(chain.api, 'claimableRewards', staker.address);

async function assertClaimable() {
	for (const staker of [alice, bob]) {
		assert.equal(await claimableOf(staker), oracle.claimable(chain.head.now, staker.address));
	}
}

chain.test('the first stake of the chain starts the reward index at zero', async () => {
	start = clock.startOf(clock.epoch(chain.head.now));
	const amount = usdc(1_000);
	const { block, effects } = await chain.succeed(alice, chain.api.tx.liquidityStaking.stake(amount));
	oracle.stake(block.now, alice.address, amount);
	assert.deepEqual(effects, [
		event('liquidityStaking.GlobalIndexUpdated', { index: 0n }),
		event('assets.Transferred', { assetId: 1n, from: alice.address, to: POOL, amount }),
		event('assets.Issued', { assetId: 2n, owner: alice.address, amount }),
		event('liquidityStaking.Staked', { staker: alice.address, payer: alice.address, amount }),
		event('liquidityStaking.Transfer', { from: null, to: alice.address, amount }),
	]);
});

chain.test('rewards flow to Alice alone until Bob joins', async () => {
	await chain.setNextTime(start + 60n);
	const amount = usdc(3_000);
	// Charlie pays for Bob: the tokens come from the payer, everything else concerns the staker.
	const { block, effects } = await chain.succeed(charlie, chain.api.tx.liquidityStaking.stakeFor(bob.address, amount));
	oracle.stake(block.now, bob.address, amount);
	assert.deepEqual(effects, [
		event('liquidityStaking.GlobalIndexUpdated', { index: oracle.index }),
		event('liquidityStaking.UserIndexUpdated', { account: bob.address, index: oracle.index, accrued: 0n }),
		event('assets.Transferred', { assetId: 1n, from: charlie.address, to: POOL, amount }),
		event('assets.Issued', { assetId: 2n, owner: bob.address, amount }),
		event('liquidityStaking.Staked', { staker: bob.address, payer: charlie.address, amount }),
		event('liquidityStaking.Transfer', { from: null, to: bob.address, amount }),
	]);
	assert.ok(oracle.claimable(block.now, alice.address) > 0n);
	await assertClaimable();
});

chain.test('a request moves nothing now and everything at the end of the epoch', async () => {
	await chain.setNextTime(start + 120n);
	const amount = usdc(400);
	const { block, effects } = await chain.succeed(alice, chain.api.tx.liquidityStaking.requestWithdrawal(amount));
	oracle.requestWithdrawal(block.now, alice.address, amount);
	assert.deepEqual(effects, [event('liquidityStaking.WithdrawalRequested', { staker: alice.address, amount })]);
	await assertReceipt(chain.api, alice.address, usdc(1_000));
	assert.equal(await query(chain.api, 'activeBalanceCurrent', alice.address), usdc(1_000));
	assert.equal(await query(chain.api, 'transferableBalance', alice.address), usdc(600));
	assert.equal(await query(chain.api, 'pendingWithdrawal', alice.address), amount);
	assert.equal(await query(chain.api, 'stakeAvailableToWithdraw', alice.address), 0n);
	await assertClaimable();
});

chain.test('the last block before the blackout accepts a request, every block in it refuses', async () => {
	const blackout = start + EPOCH_LENGTH - BLACKOUT_WINDOW;
	const request = chain.api.tx.liquidityStaking.requestWithdrawal(usdc(50));
	await chain.setNextTime(blackout - 6n);
	const { block } = await chain.succeed(alice, request);
	oracle.requestWithdrawal(block.now, alice.address, usdc(50));

	assert.equal(chain.next, blackout);
	await chain.fail(alice, request, 'liquidityStaking.InBlackoutWindow');
	assert.equal(await query(chain.api, 'inBlackoutWindow'), true);
	await chain.setNextTime(start + EPOCH_LENGTH - 12n);
	await chain.fail(bob, request, 'liquidityStaking.InBlackoutWindow');
});

chain.test('the next epoch is announced once, with the totals after the roll', async () => {
	const boundary = start + EPOCH_LENGTH;
	await chain.travelTo(boundary - 6n);
	const blocks = [];
	for (let count = 0; count < 4; count++) blocks.push(await chain.block());
	assert.deepEqual(
		blocks.map(({ now }) => now - boundary),
		[0n, 6n, 12n, 18n],
	);
	// A hook sees the time of the block before it, so the announcement is one block late.
	assert.deepEqual(
		blocks.map(({ opening }) => ofPallets(opening, 'liquidityStaking')),
		[
			[],
			[
				event('liquidityStaking.GlobalIndexUpdated', { index: oracle.indexAtBoundary(boundary) }),
				event('liquidityStaking.EpochStarted', {
					epoch: clock.epoch(boundary),
					totalActive: usdc(3_550),
					totalInactive: usdc(450),
					totalBorrowed: 0n,
					shortfall: 0n,
				}),
			],
			[],
			[],
		],
	);
	await assertReceipt(chain.api, alice.address, usdc(1_000));
	assert.equal(await query(chain.api, 'inactiveBalanceCurrent', alice.address), usdc(450));
	assert.equal(await query(chain.api, 'stakeAvailableToWithdraw', alice.address), usdc(450));
	await assertClaimable();
});

chain.test('Alice withdraws a part to Dave and the rest at once to Eve', async () => {
	const { api } = chain;
	const withdrew = (recipient, amount) => [
		event('assets.Burned', { assetId: 2n, owner: alice.address, balance: amount }),
		event('assets.Transferred', { assetId: 1n, from: POOL, to: recipient, amount }),
		event('liquidityStaking.Transfer', { from: alice.address, to: null, amount }),
		event('liquidityStaking.WithdrewStake', { staker: alice.address, recipient, amount }),
	];
	const part = await chain.succeed(alice, api.tx.liquidityStaking.withdrawStake(dave.address, usdc(150)));
	oracle.withdrawStake(part.block.now, alice.address, usdc(150));
	assert.deepEqual(part.effects, withdrew(dave.address, usdc(150)));
	assert.equal(await assetBalance(api, USDC, dave.address), GENESIS_USDC + usdc(150));

	const rest = await chain.succeed(alice, api.tx.liquidityStaking.withdrawMaxStake(eve.address));
	oracle.withdrawStake(rest.block.now, alice.address, usdc(300));
	assert.deepEqual(rest.effects, withdrew(eve.address, usdc(300)));
	assert.equal(await assetBalance(api, USDC, eve.address), GENESIS_USDC + usdc(300));
	await assertReceipt(api, alice.address, usdc(550));

	const nothing = await chain.succeed(alice, api.tx.liquidityStaking.withdrawMaxStake(eve.address));
	assert.deepEqual(nothing.effects, withdrew(eve.address, 0n).slice(2), 'withdrawing nothing succeeds');
});

chain.test('claims pay exactly what was earned, to the account the staker names', async () => {
	const { api } = chain;
	assert.equal(await nativeBalance(api, TREASURY), TREASURY_ENDOWMENT);
	await chain.setNextTime(start + EPOCH_LENGTH + 60n);
	// The balance of Alice shrank at the end of the epoch, so she is first settled up to there.
	const { index, accrued } = oracle.staker(alice.address);
	const settled = event('liquidityStaking.UserIndexUpdated', { account: alice.address, index, accrued });
	let paid = 0n;
	for (const staker of [alice, bob]) {
		const before = await nativeBalance(api, dave.address);
		const { block, effects } = await chain.succeed(staker, api.tx.liquidityStaking.claimRewards(dave.address));
		const amount = oracle.claim(block.now, staker.address);
		assert.ok(amount > 0n);
		assert.equal(await nativeBalance(api, dave.address), before + amount);
		assert.deepEqual(effects, [
			...(staker === alice ? [settled] : []),
			event('liquidityStaking.GlobalIndexUpdated', { index: oracle.index }),
			event('liquidityStaking.UserIndexUpdated', { account: staker.address, index: oracle.index, accrued: amount }),
			event('balances.Transfer', { from: TREASURY, to: dave.address, amount }),
			event('liquidityStaking.ClaimedRewards', { staker: staker.address, recipient: dave.address, amount }),
		]);
		assert.equal(await claimableOf(staker), 0n);
		paid += amount;
	}
	assert.equal(await nativeBalance(api, TREASURY), TREASURY_ENDOWMENT - paid);
});

chain.test('who has earned nothing claims nothing', async () => {
	const { block, effects } = await chain.succeed(ferdie, chain.api.tx.liquidityStaking.claimRewards(dave.address));
	assert.equal(oracle.claim(block.now, ferdie.address), 0n);
	const { index } = oracle;
	assert.deepEqual(effects, [
		event('liquidityStaking.GlobalIndexUpdated', { index }),
		event('liquidityStaking.UserIndexUpdated', { account: ferdie.address, index, accrued: 0n }),
		event('liquidityStaking.ClaimedRewards', { staker: ferdie.address, recipient: dave.address, amount: 0n }),
	]);
});

chain.test('in the end supply, ledger, mirror and the USDC of the pool agree', async () => {
	const { api } = chain;
	const supply = usdc(3_550);
	assert.equal(oracle.totals(chain.head.now).supply, supply);
	assert.equal(await query(api, 'totalSupply'), supply);
	const [usd, stk] = await Promise.all([USDC, STK_USDC].map((id) => api.query.assets.asset(id)));
	assert.equal(stk.unwrap().supply.toBigInt(), supply);
	assert.equal(usd.unwrap().supply.toBigInt(), USDC_SUPPLY);
	assert.equal(await assetBalance(api, USDC, POOL), supply);
	assert.equal(await query(api, 'contractBalanceAvailableToWithdraw'), supply);
	await assertReceipt(api, alice.address, usdc(550));
	await assertReceipt(api, bob.address, usdc(3_000));
	assert.equal(await nativeBalance(api, eve.address), GENESIS_DYDX, 'who only receives USDC pays nothing');
});
