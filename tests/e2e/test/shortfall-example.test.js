/**
 * The worked example of the specification, section 6, over RPC: two shortfalls, partial repayments, and debt that is
 * withdrawn first come, first served.
 */
import assert from 'node:assert/strict';
import { alice, bob, charlie as carol, dave, eve, ferdie } from '../lib/accounts.js';
import { govern } from '../lib/council.js';
import { GENESIS_USDC, STK_USDC, USDC } from '../lib/development.js';
import { ofPallets } from '../lib/events.js';
import { assertReceipt, assetBalance, query } from '../lib/holdings.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import { plain } from '../lib/plain.js';
import * as emitted from '../lib/pool-events.js';
import { allocations, assertRow, b1, b2 } from '../lib/shortfall-books.js';
import { INDEXES } from '../lib/shortfall-example.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const ask = (name, ...args) => query(chain.api, name, ...args);
const error = (name) => `liquidityStaking.${name}`;
const poolEvents = (events) => ofPallets(events, 'liquidityStaking');

/** A row of table 6.1: what happens in it, and then all books. */
function row(number, what, body) {
	chain.test(`row ${number}: ${what}`, async () => {
		await body();
		await assertRow(chain.api, number);
	});
}

/** Sends a call that must emit exactly `expected`, in a block in which the pool does nothing else. */
async function emits(signer, call, expected) {
	const { block, effects } = await chain.succeed(signer, call);
	assert.deepEqual(poolEvents(block.opening), []);
	assert.deepEqual(effects, expected);
}

/** Goes to the first second of the next epoch, where the queries know it, and on to the block that announces it. */
async function beginEpoch(row, totals) {
	const start = clock.startOf(clock.epoch(chain.head.now) + 1n);
	await chain.travelTo(start);
	await assertRow(chain.api, row);
	const { opening } = await chain.block();
	assert.deepEqual(poolEvents(opening), [
		emitted.happened('GlobalIndexUpdated', { index: 0n }),
		emitted.happened('EpochStarted', { epoch: clock.epoch(start), ...totals }),
	]);
}

/** The inactive balance of an account as it is stored. */
async function storedInactive({ address }) {
	const record = plain(await chain.api.query.liquidityStaking.stakers(address), chain.api.registry);
	const { balance, shortfallCounter } = record.inactive;
	return { ...balance, shortfallCounter };
}

/** The epoch that the example calls epoch 0. */
let epochZero;

chain.test('the council stops the rewards', async () => {
	const { result, effects } = await govern(chain, pool().setRewardsPerSecond(0));
	assert.equal(result, 'ok');
	assert.deepEqual(poolEvents(effects), [
		emitted.happened('GlobalIndexUpdated', { index: 0n }),
		emitted.happened('RewardsPerSecondUpdated', { rate: 0n }),
	]);
});

chain.test('the council allocates everything to two borrowers, from the next epoch on', async () => {
	const changes = await allocations(chain.api);
	const effectiveEpoch = clock.epoch(chain.head.now) + 1n;
	const before = await Promise.all(changes.map(([target]) => ask('allocationFractionCurrent', target)));

	const { result, effects } = await govern(chain, pool().setBorrowerAllocations(changes));
	assert.equal(result, 'ok');
	const scheduled = changes.map(([target, units], index) =>
		emitted.scheduled(target, before[index], units, effectiveEpoch),
	);
	assert.deepEqual(poolEvents(effects), scheduled);
	for (const [index, [target, units]] of changes.entries()) {
		assert.equal(await ask('allocationFractionCurrent', target), before[index]);
		assert.equal(await ask('allocationFractionNext', target), units);
	}

	await chain.enterNextEpoch();
	epochZero = clock.epoch(chain.head.now);
	assert.equal(epochZero, effectiveEpoch);
	for (const [target, units] of changes) assert.equal(await ask('allocationFractionCurrent', target), units);
});

row(1, 'Alice, Bob and Carol stake', async () => {
	await emits(alice, pool().stake(3_000), emitted.staked(alice.address, 3_000n));
	await emits(bob, pool().stake(5_000), emitted.staked(bob.address, 5_000n));
	await emits(carol, pool().stake(2_001), emitted.staked(carol.address, 2_001n));
});

row(2, 'two borrow', async () => {
	assert.equal(await ask('allocatedBalanceCurrent', b1.address), 4_500n);
	assert.equal(await ask('borrowableAmount', b2.address), 5_500n);
	await chain.fail(b1, pool().borrow(4_501), error('ExceedsAllocation'));
	await emits(b1, pool().borrow(4_500), emitted.borrowed(b1.address, 4_500n, 4_500n));
	await emits(b2, pool().borrow(5_000), emitted.borrowed(b2.address, 5_000n, 5_000n));
	assert.equal(await ask('contractBalanceAvailableToBorrow'), 501n);
	assert.equal(await ask('borrowableAmount', b1.address), 0n);
	assert.equal(await ask('borrowableAmount', b2.address), 500n);
});

row(3, 'Alice and Bob request', async () => {
	await emits(alice, pool().requestWithdrawal(1_000), emitted.requested(alice.address, 1_000n));
	await emits(bob, pool().requestWithdrawal(2_500), emitted.requested(bob.address, 2_500n));
	assert.equal(await ask('allocatedBalanceNext', b1.address), 2_925n);
	assert.equal(await ask('allocatedBalanceNext', b2.address), 3_575n);
});

row(4, 'B2 repays a part', async () => {
	await emits(b2, pool().repayBorrow(b2.address, 600), emitted.repaidBorrow(b2.address, 600n, 4_400n));
});

chain.test('as long as the pool is solvent there is no debt to mark', async () => {
	assert.equal(await ask('currentShortfall'), 0n);
	assert.deepEqual(await ask('overdueBorrowers'), []);
	await chain.fail(dave, pool().markDebt([b1.address, b2.address]), error('NoShortfall'));
	await chain.fail(dave, pool().restrictBorrower(b1.address), error('BorrowerNotOverdue'));
});

row(5, 'epoch 1 begins and the pool is insolvent', async () => {
	await beginEpoch(5, { totalActive: 6_501n, totalInactive: 3_500n, totalBorrowed: 8_900n, shortfall: 2_399n });
	assert.equal(await ask('currentShortfall'), 2_399n);
	const excesses = new Map([
		[b1.address, 1_575n],
		[b2.address, 825n],
	]);
	assert.deepEqual(new Map(await ask('overdueBorrowers')), excesses);
});

chain.test('the borrowers listed must cover the shortfall', async () => {
	for (const list of [[], [b1.address], [b2.address, b2.address, alice.address]]) {
		await chain.fail(dave, pool().markDebt(list), error('ShortfallNotCovered'));
	}
});

row(6, 'anybody marks the debt', async () => {
	await emits(dave, pool().markDebt([b1.address, b2.address]), [
		emitted.debtMarked(b1.address, 1_575n, 2_925n, 1_575n),
		emitted.restriction(b1.address, true),
		emitted.debtMarked(b2.address, 824n, 3_576n, 824n),
		emitted.restriction(b2.address, true),
		emitted.converted(2_399n, INDEXES[0], 1_101n),
	]);
});

chain.test('the shortfall is on record and the pool is solvent again', async () => {
	assert.equal(await ask('shortfallCount'), 1n);
	assert.deepEqual(await ask('shortfall', 0), { epoch: epochZero + 1n, index: INDEXES[0] });
	assert.equal(await ask('currentShortfall'), 0n);
	await chain.fail(dave, pool().markDebt([b1.address, b2.address]), error('NoShortfall'));
});

chain.test('both borrowers are restricted, and B2 is still overdue by the unit that was not needed', async () => {
	for (const borrower of [b1, b2]) {
		assert.equal(await ask('isBorrowingRestricted', borrower.address), true);
		assert.equal(await ask('borrowableAmount', borrower.address), 0n);
		await chain.fail(borrower, pool().borrow(1), error('BorrowerRestricted'));
	}
	assert.deepEqual(await ask('overdueBorrowers'), [[b2.address, 1n]]);
	assert.equal(await ask('isBorrowerOverdue', b1.address), false);
	assert.equal(await ask('isBorrowerOverdue', b2.address), true);
	await chain.fail(dave, pool().restrictBorrower(b1.address), error('BorrowerNotOverdue'));
	await emits(dave, pool().restrictBorrower(b2.address), []);
});

chain.test('no staker was touched: records and receipt tokens are those from before', async () => {
	assert.deepEqual(await storedInactive(bob), { epoch: epochZero, current: 0n, next: 2_500n, shortfallCounter: 0n });
	for (const [{ address }, ledger, mirror] of [
		[alice, 2_314n, 3_000n],
		[bob, 3_286n, 5_000n],
		[carol, 2_001n, 2_001n],
	]) {
		assert.equal(await ask('balanceOf', address), ledger);
		assert.equal(await assetBalance(chain.api, STK_USDC, address), mirror);
	}
});

row(7, 'Alice withdraws stake', async () => {
	await emits(alice, pool().withdrawStake(eve.address, 100), [
		...emitted.receivedDebt(alice.address, 686n, 686n, 100n),
		...emitted.withdrewStake(alice.address, eve.address, 100n),
	]);
	await assertReceipt(chain.api, alice.address, 2_214n);
});

row(8, 'B1 repays debt', async () => {
	await emits(b1, pool().repayDebt(b1.address, 800), emitted.repaidDebt(b1.address, 800n, 775n));
	assert.equal(await ask('debtAvailableToWithdraw', alice.address), 686n);
	assert.equal(await ask('debtAvailableToWithdraw', bob.address), 800n);
	assert.equal(await ask('debtAvailableToWithdraw', carol.address), 0n);
	assert.equal(await ask('contractBalanceAvailableToBorrow'), 0n, 'repaid debt cannot be borrowed');
});

row(9, 'Bob withdraws debt', async () => {
	await emits(bob, pool().withdrawDebt(eve.address, 500), [
		...emitted.receivedDebt(bob.address, 1_714n, 1_714n),
		...emitted.withdrewDebt(bob.address, eve.address, 500n, 1_214n),
	]);
	const settled = { epoch: epochZero + 1n, current: 786n, next: 786n, shortfallCounter: 1n };
	assert.deepEqual(await storedInactive(bob), settled);
	await assertReceipt(chain.api, bob.address, 3_286n);
});

row(10, 'Alice withdraws all debt that was repaid', async () => {
	const expected = emitted.withdrewDebt(alice.address, alice.address, 300n, 386n);
	await emits(alice, pool().withdrawMaxDebt(alice.address), expected);
});

row(11, 'Bob finds the pot empty', async () => {
	await chain.fail(bob, pool().withdrawDebt(bob.address, 1), error('InsufficientDebtFunds'));
	await chain.fail(bob, pool().withdrawDebt(bob.address, 1_215), error('InsufficientDebtBalance'));
});

row(12, 'Bob and Carol request', async () => {
	await emits(bob, pool().requestWithdrawal(1_200), emitted.requested(bob.address, 1_200n));
	await emits(carol, pool().requestWithdrawal(1_001), emitted.requested(carol.address, 1_001n));
});

row(13, 'B1 repays a part', async () => {
	await emits(b1, pool().repayBorrow(b1.address, 700), emitted.repaidBorrow(b1.address, 700n, 2_225n));
});

row(14, 'epoch 2 begins and the pool is insolvent again', async () => {
	await beginEpoch(14, { totalActive: 4_300n, totalInactive: 3_202n, totalBorrowed: 5_801n, shortfall: 1_501n });
	assert.equal(await ask('allocatedBalanceCurrent', b1.address), 1_935n);
	assert.equal(await ask('allocatedBalanceCurrent', b2.address), 2_365n);
});

row(15, 'the debt of B2 is marked first, then that of B1', async () => {
	await emits(dave, pool().markDebt([b2.address, b1.address]), [
		emitted.debtMarked(b2.address, 1_211n, 2_365n, 2_035n),
		emitted.debtMarked(b1.address, 290n, 1_935n, 1_065n),
		emitted.converted(1_501n, INDEXES[1], 1_701n),
	]);
	assert.deepEqual(await ask('shortfall', 1), { epoch: epochZero + 2n, index: INDEXES[1] });
	assert.deepEqual(await ask('overdueBorrowers'), []);
});

chain.test('a stranger settles Carol: her receipt token becomes what the ledger says', async () => {
	assert.equal(await ask('balanceOf', carol.address), 1_531n);
	assert.equal(await assetBalance(chain.api, STK_USDC, carol.address), 2_001n);
	await emits(ferdie, pool().settle(carol.address), emitted.receivedDebt(carol.address, 470n, 470n));
	await assertReceipt(chain.api, carol.address, 1_531n);
	const settled = { epoch: epochZero + 2n, current: 531n, next: 531n, shortfallCounter: 2n };
	assert.deepEqual(await storedInactive(carol), settled);
	// Once more, and somebody who has nothing.
	for (const { address } of [carol, dave]) await emits(ferdie, pool().settle(address), []);
	await assertRow(chain.api, 15);
});

for (const [name, call] of Object.entries({
	setBorrowerAllocations: () => pool().setBorrowerAllocations([]),
	setBorrowingRestriction: () => pool().setBorrowingRestriction(b1.address, false),
	decreaseStakerDebt: () => pool().decreaseStakerDebt(bob.address, 1),
	decreaseBorrowerDebt: () => pool().decreaseBorrowerDebt(b1.address, 1),
	requestWithdrawalFor: () => pool().requestWithdrawalFor(alice.address, 1),
	withdrawStakeFor: () => pool().withdrawStakeFor(alice.address, ferdie.address, 1),
	claimRewardsFor: () => pool().claimRewardsFor(alice.address, ferdie.address),
})) {
	chain.test(`${name} without its role: MissingRole`, async () => {
		await chain.fail(ferdie, call(), error('MissingRole'));
	});
}

row(16, 'B2 repays debt', async () => {
	await emits(b2, pool().repayDebt(b2.address, 1_000), emitted.repaidDebt(b2.address, 1_000n, 1_035n));
});

row(17, 'Carol and Alice are paid all debt, Bob the rest of the pot', async () => {
	for (const [staker, settled, amount, rest] of [
		[carol, [], 470n, 0n],
		[alice, emitted.receivedDebt(alice.address, 101n, 487n), 487n, 0n],
		[bob, emitted.receivedDebt(bob.address, 931n, 2_145n), 43n, 2_102n],
	]) {
		const { address } = staker;
		const expected = [...settled, ...emitted.withdrewDebt(address, address, amount, rest)];
		await emits(staker, pool().withdrawMaxDebt(address), expected);
	}
});

row(18, 'everybody withdraws the inactive stake', async () => {
	for (const [staker, amount] of [
		[alice, 113n],
		[bob, 1_055n],
		[carol, 531n],
	]) {
		const { address } = staker;
		const expected = [emitted.burned(address, amount), ...emitted.withdrewStake(address, address, amount)];
		await emits(staker, pool().withdrawMaxStake(address), expected);
	}
});

chain.test('in the end two units have no owner, and every other token is where it belongs', async () => {
	const { api } = chain;
	assert.equal(await ask('totalSupply'), 4_302n);
	assert.equal((await api.query.assets.asset(STK_USDC)).unwrap().supply.toBigInt(), 4_300n);
	await assertReceipt(api, alice.address, 2_000n);
	await assertReceipt(api, bob.address, 1_300n);
	await assertReceipt(api, carol.address, 1_000n);
	/** Received less paid since the beginning. */
	const flows = new Map([
		[alice, -3_000n + 300n + 487n + 113n],
		[bob, -5_000n + 43n + 1_055n],
		[carol, -2_001n + 470n + 531n],
		[eve, 100n + 500n],
		[b1, 4_500n - 800n - 700n],
		[b2, 5_000n - 600n - 1_000n],
	]);
	for (const [{ address }, flow] of flows) {
		assert.equal(await assetBalance(api, USDC, address), GENESIS_USDC + flow);
	}
});

chain.test('only governance lets a borrower back in, and it may borrow what newcomers stake', async () => {
	const { result, effects } = await govern(chain, pool().setBorrowingRestriction(b1.address, false));
	assert.equal(result, 'ok');
	assert.deepEqual(poolEvents(effects), [emitted.restriction(b1.address, false)]);
	await chain.fail(b1, pool().borrow(1), error('ExceedsAvailableToBorrow'));
	await emits(ferdie, pool().stake(100), emitted.staked(ferdie.address, 100n));
	assert.equal(await ask('borrowableAmount', b1.address), 45n);
	await emits(b1, pool().borrow(45), emitted.borrowed(b1.address, 45n, 1_980n));
	await chain.fail(b2, pool().borrow(1), error('BorrowerRestricted'));
});
