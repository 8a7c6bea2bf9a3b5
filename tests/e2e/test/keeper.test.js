/**
 * The keeper beside a real node. Its borrowers, stakers and figures are those of the worked example of the specification,
 * section 6, in which both shortfalls are marked as the keeper marks them.
 */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { account, alice, bob, charlie as carol, eve, ferdie } from '../lib/accounts.js';
import { dydx } from '../lib/amounts.js';
import { govern } from '../lib/council.js';
import { ofPallets } from '../lib/events.js';
import { query } from '../lib/holdings.js';
import { Gateway, KeeperProcess } from '../lib/keeper.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import * as emitted from '../lib/pool-events.js';
import { allocations, assertRow, b1, b2 } from '../lib/shortfall-books.js';
import { INDEXES } from '../lib/shortfall-example.js';

const KEY = '//Keeper';
const { address: KEEPER } = account(KEY);

// By way of the gateway the node sees a port that is not its own, which it only takes without checks of origins.
const chain = new ManualChain(['--rpc-cors', 'all']).use();
const pool = () => chain.api.tx.liquidityStaking;

const gateway = new Gateway(() => chain.address);
const running = new Set();
after(async () => {
	for (const one of running) await one.stop();
	gateway.close();
});

let url;
/** @type {KeeperProcess} */
let service;

function keeper(...args) {
	const started = new KeeperProcess(KEY, '--url', url, ...args);
	running.add(started);
	started.exited.then(() => running.delete(started));
	return started;
}

/** What the keeper's transactions in a block did, one list for each. */
async function effects({ hash, extrinsics }) {
	const { block } = await chain.api.rpc.chain.getBlock(hash);
	return extrinsics.filter((_, index) => block.extrinsics[index].signer?.toString() === KEEPER).map((one) => one.effects);
}

const nextEpoch = () => clock.startOf(clock.epoch(chain.head.now) + 1n);
const nonce = async () => (await chain.api.query.system.account(KEEPER)).nonce.toNumber();

/** The figures that Prometheus would read. */
async function metrics() {
	const address = /metrics at (\S+)/.exec(await service.says(/metrics at/))?.[1];
	const text = await (await fetch(String(address))).text();
	const samples = text.split('\n').filter((line) => line && !line.startsWith('#'));
	return Object.fromEntries(samples.map((line) => line.split(' ')));
}

chain.test('the chain of the example: no rewards, two borrowers, and a keeper with a little DYDX', async () => {
	assert.equal((await govern(chain, pool().setRewardsPerSecond(0))).result, 'ok');
	assert.equal((await govern(chain, pool().setBorrowerAllocations(await allocations(chain.api)))).result, 'ok');
	await chain.succeed(ferdie, chain.api.tx.balances.transferKeepAlive(KEEPER, dydx(1)));
	await chain.enterNextEpoch();
	url = await gateway.open();
});

chain.test('while nothing is due the keeper watches and sends nothing', async () => {
	service = keeper('--metrics-port', '0');
	await service.says(/keeping as 5/);
	await service.says(/connected to .*'Tidepool Development'/);
	await service.says(/nothing is due/);
	await chain.succeed(alice, pool().stake(3_000));
	await chain.succeed(bob, pool().stake(5_000));
	await chain.succeed(carol, pool().stake(2_001));
	await chain.succeed(b1, pool().borrow(4_500));
	await chain.succeed(b2, pool().borrow(5_000));
	await chain.succeed(alice, pool().requestWithdrawal(1_000));
	await chain.succeed(bob, pool().requestWithdrawal(2_500));
	await chain.succeed(b2, pool().repayBorrow(b2.address, 600));
	await assertRow(chain.api, 4);
	assert.equal(await nonce(), 0);
});

chain.test('borrowers miss the end of the epoch: debt is marked in its first block, before a withdrawal with a small tip', async () => {
	const start = nextEpoch();
	await chain.travelTo(start - 6n);
	const tip = 1_000_000n;
	const withdrawal = await pool().withdrawStake(alice.address, 1_000).signAsync(alice, { nonce: -1, era: 0, tip });
	await chain.api.rpc.author.submitExtrinsic(withdrawal);
	await service.says(/sent 0x\w+ to mark a shortfall of 0\.002399 USDC .* in the first block of the epoch, with a tip of/);
	assert.equal((await chain.api.rpc.author.pendingExtrinsics()).length, 2);
	const first = await chain.travelTo(start);
	// Whoever comes first is paid in full: what is left of her 1,000 does not suffice any more.
	const { error } = first.extrinsics.find(({ hash }) => hash === withdrawal.hash.toHex()) ?? {};
	assert.equal(error, 'liquidityStaking.InsufficientInactiveBalance');
	assert.deepEqual(await effects(first), [
		[
			emitted.debtMarked(b1.address, 1_575n, 2_925n, 1_575n),
			emitted.restriction(b1.address, true),
			emitted.debtMarked(b2.address, 824n, 3_576n, 824n),
			emitted.restriction(b2.address, true),
			emitted.converted(2_399n, INDEXES[0], 1_101n),
		],
	]);
	await assertRow(chain.api, 6);
	await service.says(/marked as debt: 0\.001575 USDC of \w+, 0\.000824 USDC of \w+; restricted: /);
});

chain.test('the epoch is announced without a shortfall', async () => {
	const { opening, now } = await chain.block();
	assert.deepEqual(ofPallets(opening, 'liquidityStaking').at(-1), {
		name: 'liquidityStaking.EpochStarted',
		data: { epoch: clock.epoch(now), totalActive: 6_501n, totalInactive: 1_101n, totalBorrowed: 6_501n, shortfall: 0n },
	});
});

chain.test('its metrics show the pool, and that all is well', async () => {
	await service.says(/nothing is due/, service.lines.findIndex((line) => line.includes('marked as debt')));
	const figures = await metrics();
	const expected = {
		connected: '1',
		due_since_timestamp_seconds: '0',
		pool_active_base_units: '6501',
		pool_inactive_base_units: '1101',
		pool_borrowed_base_units: '6501',
		pool_borrower_debt_base_units: '2399',
		pool_shortfall_base_units: '0',
		pool_overdue_borrowers: '1',
		pool_overdue_unrestricted_borrowers: '0',
		pool_overdue_base_units: '1',
		'transactions_total{outcome="included"}': '1',
		'transactions_total{outcome="failed"}': '0',
		'failures_total{reason="connection"}': '0',
	};
	for (const [name, value] of Object.entries(expected)) assert.equal(figures[`tidepool_keeper_${name}`], value, name);
});

chain.test(
	'a node that is killed and started again is found again',
	async () => {
		const from = service.lines.length;
		await chain.kill();
		await service.says(/(closed the connection|disconnected from).*; trying again in 1 s$/, from);
		await chain.resume();
		// The longer the node takes to start, the longer the keeper waits between two attempts.
		await service.says(/connected to/, from);
		assert.ok(Number((await metrics())['tidepool_keeper_failures_total{reason="connection"}']) >= 1);
	},
	{ timeout: 150_000 },
);

chain.test('it stops when it is told to, with exit code 0', async () => {
	assert.equal(await service.stop(), 0);
});

chain.test('without a keeper the second shortfall of the example stays', async () => {
	await chain.succeed(alice, pool().withdrawStake(eve.address, 100));
	await chain.succeed(b1, pool().repayDebt(b1.address, 800));
	await chain.succeed(bob, pool().withdrawDebt(eve.address, 500));
	await chain.succeed(alice, pool().withdrawMaxDebt(alice.address));
	await chain.succeed(bob, pool().requestWithdrawal(1_200));
	await chain.succeed(carol, pool().requestWithdrawal(1_001));
	await chain.succeed(b1, pool().repayBorrow(b1.address, 700));
	await chain.travelTo(nextEpoch() + 60n);
	await assertRow(chain.api, 14);
	assert.equal(await query(chain.api, 'currentShortfall'), 1_501n);
});

chain.test('a dry run says what is due and sends nothing', async () => {
	const run = keeperWithout('--once', '--dry-run');
	assert.equal(await run.exited, 0);
	await run.says(new RegExp(`would mark a shortfall of 0\\.001501 USDC as debt of ${b2.address}, ${b1.address}; the call is 0x`));
	assert.equal((await chain.api.rpc.author.pendingExtrinsics()).length, 0);
});

/** A keeper without a key. */
function keeperWithout(...args) {
	return new KeeperProcess('', '--url', url, ...args);
}

chain.test('an account without DYDX is one clear line and exit code 1', async () => {
	const run = new KeeperProcess('//Poor', '--once', '--url', url);
	assert.equal(await run.exited, 1);
	const [complaint] = run.lines.filter((line) => line.includes('error: '));
	assert.match(complaint, /the keeper's account 5\w+ can spend 0 DYDX, and a transaction costs up to 0\.\d+ DYDX: send it some DYDX$/);
});

chain.test('once, in the middle of the epoch, catches up', async () => {
	const run = keeper('--once');
	await run.says(/sent 0x/);
	const block = await chain.block();
	assert.equal(await run.exited, 0);
	assert.deepEqual(await effects(block), [
		[
			emitted.debtMarked(b2.address, 1_211n, 2_365n, 2_035n),
			emitted.debtMarked(b1.address, 290n, 1_935n, 1_065n),
			emitted.converted(1_501n, INDEXES[1], 1_701n),
		],
	]);
	await assertRow(chain.api, 15);
});

chain.test('once more finds nothing to do and costs nothing', async () => {
	const before = await nonce();
	const run = keeper('--once');
	assert.equal(await run.exited, 0);
	await run.says(/nothing is due/);
	assert.equal((await chain.api.rpc.author.pendingExtrinsics()).length, 0);
	assert.equal(await nonce(), before);
});

chain.test('a borrower that lost its share is restricted in the first block of the epoch, although the slot before is empty', async () => {
	await chain.enterNextEpoch();
	const decision = chain.api.tx.utility.batchAll([
		pool().setBorrowingRestriction(b2.address, false),
		pool().setBorrowerAllocations([
			[b2.address, 0],
			[null, 5_500],
		]),
	]);
	assert.equal((await govern(chain, decision)).result, 'ok');
	service = keeper();
	await service.says(/nothing is due/);
	const start = nextEpoch();
	const last = await chain.travelTo(start - 12n);
	const since = performance.now();
	const sent = await service.says(/sent 0x\w+ to restrict 5\w+ in the first block of the epoch$/);
	assert.match(sent, new RegExp(`block ${last.number}: `));
	assert.ok(performance.now() - since > 8_000, 'until four seconds after the slot began it may still have its block');
	const first = await chain.travelTo(start);
	assert.deepEqual(await effects(first), [[emitted.restriction(b2.address, true)]]);
	assert.deepEqual(await query(chain.api, 'overdueBorrowers'), [[b2.address, 2_365n]]);
	assert.equal(await query(chain.api, 'shortfallCount'), 2n);
	assert.equal(await service.stop(), 0);
});
