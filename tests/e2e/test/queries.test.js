/** Every query of the pool, in a state whose answers are known, as runtime API and as view function. */
import assert from 'node:assert/strict';
import { alice, bob, charlie } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import * as development from '../lib/development.js';
import { query } from '../lib/holdings.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import { executeViewFunction, viewFunctions } from '../lib/view-functions.js';
import { developmentOracle } from '../lib/oracle/development.js';

const chain = new ManualChain().use();
const oracle = developmentOracle();
const ALLOWANCE = usdc(7);

/**
 * Arguments and expected answer of every query at second `now`, with `index` as the last settled reward index.
 *
 * @returns {Record<string, [any[], any][]>}
 */
function answers(now, index) {
	const totals = oracle.totals(now);
	const epoch = clock.epoch(now);
	/** The same field of the books of all three. */
	const each = (value) =>
		[alice, bob, charlie].map(({ address }) => [[address], value(oracle.balances(now, address), address)]);
	/** What the proxies of the borrowers have of the pool. */
	const shares = development.BORROWERS.map(([, units], proxy) => [[development.proxyAccount(proxy)], BigInt(units)]);
	return {
		currentEpoch: [[[], epoch]],
		timeRemainingInCurrentEpoch: [[[], clock.remaining(now)]],
		startOfEpoch: [
			[[0], development.EPOCH_ZERO],
			[[epoch + 1n], clock.startOf(epoch + 1n)],
		],
		hasEpochZeroStarted: [[[], true]],
		inBlackoutWindow: [[[], clock.inBlackout(now)]],
		epochParameters: [[[], { interval: development.EPOCH_LENGTH, offset: development.EPOCH_ZERO }]],
		blackoutWindow: [[[], development.BLACKOUT_WINDOW]],
		activeBalanceCurrent: each(({ activeCurrent }) => activeCurrent),
		activeBalanceNext: each(({ activeNext }) => activeNext),
		totalActiveBalanceCurrent: [[[], totals.activeCurrent]],
		totalActiveBalanceNext: [[[], totals.activeNext]],
		inactiveBalanceCurrent: each(({ inactiveCurrent }) => inactiveCurrent),
		inactiveBalanceNext: each(({ inactiveNext }) => inactiveNext),
		totalInactiveBalanceCurrent: [[[], totals.inactiveCurrent]],
		totalInactiveBalanceNext: [[[], totals.inactiveNext]],
		pendingWithdrawal: each(({ pending }) => pending),
		stakerDebtBalance: each(() => 0n),
		transferableBalance: each(({ transferable }) => transferable),
		balanceOf: each(({ balance }) => balance),
		totalSupply: [[[], totals.supply]],
		allowance: [
			[[alice.address, charlie.address], ALLOWANCE],
			[[charlie.address, alice.address], 0n],
		],
		name: [[[], 'dYdX Staked USDC']],
		symbol: [[[], 'stkUSDC']],
		decimals: [[[], 6n]],
		contractBalanceAvailableToWithdraw: [[[], totals.supply]],
		stakeAvailableToWithdraw: each(({ inactiveCurrent }) => inactiveCurrent),
		totalDebtAvailableToWithdraw: [[[], 0n]],
		debtAvailableToWithdraw: each(() => 0n),
		contractBalanceAvailableToBorrow: [[[], totals.activeCurrent]],
		allocationFractionCurrent: [
			[[null], 0n],
			[[alice.address], 0n],
			...shares,
		],
		allocationFractionNext: [
			[[null], 0n],
			[[alice.address], 0n],
			...shares,
		],
		allocatedBalanceCurrent: each(() => 0n),
		allocatedBalanceNext: each(() => 0n),
		borrowableAmount: each(() => 0n),
		borrowedBalance: each(() => 0n),
		totalBorrowedBalance: [[[], 0n]],
		borrowerDebtBalance: each(() => 0n),
		totalBorrowerDebtBalance: [[[], 0n]],
		isBorrowingRestricted: each(() => false),
		isBorrowerOverdue: each(() => false),
		overdueBorrowers: [[[], []]],
		shortfallCount: [[[], 0n]],
		shortfall: [[[0], null]],
		currentShortfall: [[[], 0n]],
		globalIndex: [[[], index]],
		rewardsPerSecond: [[[], development.REWARDS_PER_SECOND]],
		distributionStart: [[[], development.DISTRIBUTION_START]],
		distributionEnd: [[[], development.DISTRIBUTION_END]],
		stakeAsset: [[[], BigInt(development.USDC)]],
		receiptAsset: [[[], BigInt(development.STK_USDC)]],
		rewardsAsset: [[[], null]],
		rewardsTreasury: [[[], development.TREASURY]],
		poolAccount: [[[], development.POOL]],
		claimableRewards: each((_, address) => oracle.claimable(now, address)),
		hasRole: [
			[['Owner', development.GOVERNANCE], true],
			[['EpochParameters', development.GOVERNANCE], true],
			[['RewardsRate', development.GOVERNANCE], true],
			[['BorrowerAdmin', development.GOVERNANCE], true],
			[['ClaimOperator', development.GOVERNANCE], false],
			[['StakeOperator', development.GOVERNANCE], false],
			[['DebtOperator', development.GOVERNANCE], false],
			[['Owner', alice.address], false],
		],
	};
}

async function assertAnswers(index = oracle.index) {
	const expected = answers(chain.head.now, index);
	const given = {};
	for (const [name, cases] of Object.entries(expected)) {
		given[name] = [];
		for (const [args] of cases) given[name].push([args, await query(chain.api, name, ...args)]);
	}
	assert.deepEqual(given, expected);
}

chain.test('the table below knows every query of the runtime API', async () => {
	const known = Object.keys(answers(chain.head.now, 0n)).sort();
	assert.deepEqual(Object.keys(chain.api.call.liquidityStakingApi).sort(), known);
});

chain.test('before anybody has staked', async () => {
	// The allowance is independent of balances.
	await chain.succeed(alice, chain.api.tx.liquidityStaking.approve(charlie.address, ALLOWANCE));
	await assertAnswers();
});

chain.test('with stake, rewards and a pending withdrawal', async () => {
	const { liquidityStaking } = chain.api.tx;
	const first = await chain.succeed(alice, liquidityStaking.stake(usdc(1_000)));
	oracle.stake(first.block.now, alice.address, usdc(1_000));
	const second = await chain.succeed(bob, liquidityStaking.stake(usdc(3_000)));
	oracle.stake(second.block.now, bob.address, usdc(3_000));
	const third = await chain.succeed(alice, liquidityStaking.requestWithdrawal(usdc(400)));
	oracle.requestWithdrawal(third.block.now, alice.address, usdc(400));
	await chain.travelTo(third.block.now + 120n);
	await assertAnswers();
});

chain.test('in the blackout window', async () => {
	await chain.travelTo(clock.startOf(clock.epoch(chain.head.now) + 1n) - 6n);
	await assertAnswers();
});

chain.test('in the first second of the next epoch, before anything has settled it', async () => {
	await chain.travelTo(chain.head.now + 6n);
	await assertAnswers();
});

chain.test('after the roll, and many epochs later', async () => {
	await chain.block();
	const settled = oracle.indexAtBoundary(chain.head.now);
	await assertAnswers(settled);
	await chain.travelTo(chain.head.now + 100n * development.EPOCH_LENGTH);
	await assertAnswers(settled);
});

chain.test('every query is also a view function in the metadata of version 16, with the same answer', async () => {
	const functions = viewFunctions(chain.api, 'LiquidityStaking');
	const { name, ...others } = answers(chain.head.now, oracle.indexAtBoundary(chain.head.now));
	// A pallet has a `name` of its own already.
	const expected = { ...others, tokenName: name };
	assert.deepEqual([...functions.keys()].sort(), Object.keys(expected).sort());
	const given = {};
	for (const [key, cases] of Object.entries(expected)) {
		given[key] = [];
		for (const [args] of cases) {
			given[key].push([args, await executeViewFunction(chain.api, functions.get(key), args)]);
		}
	}
	assert.deepEqual(given, expected);
});
