/** The keeper block by block, on a chain of plain values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keeper } from '../lib/keeper.js';
import { Metrics } from '../lib/metrics.js';
import { Refusal } from '../lib/refusal.js';
import { EPOCH, FakeChain, FakeNode, FEE, fakeLog, SIGNER, START } from './fixtures/chain.js';

/** The epoch after the one in which the chain begins. */
const NEXT = START + EPOCH;
const PERIOD = 8;

/** A keeper that looks at a chain when the test says so. */
class Scene {
	log = fakeLog();
	metrics = new Metrics(() => 1_000_000);

	/** @param {Record<string, [bigint, bigint]>} borrowers @param {object} parts of the keeper */
	constructor(borrowers, parts = {}) {
		this.chain = new FakeChain(borrowers);
		this.node = new FakeNode(this.chain);
		this.keeper = this.#keeper(parts);
	}

	#keeper(parts = {}) {
		const { log, metrics } = this;
		return new Keeper({ signer: SIGNER, period: PERIOD, maxTip: 10n * FEE, log, metrics, ...parts });
	}

	/** The keeper is started anew, and remembers nothing. */
	restart() {
		this.keeper = this.#keeper();
	}

	/** Has the keeper look at the last block, `silence` milliseconds after it came. */
	look(silence = 0) {
		return this.keeper.round(/** @type {any} */ (this.node), this.chain.head, silence);
	}

	/** Makes a block, in the next slot or at `seconds`, and has the keeper look at it. */
	async block(seconds) {
		await this.chain.block(seconds);
		return this.look();
	}

	/** A pool with a shortfall of 400 since the present epoch: A owes 600 of 600, and 400 have left. */
	static short(parts) {
		const scene = new Scene({ a: [600n, 6_000n], b: [400n, 4_000n] }, parts);
		Object.assign(scene.chain.pool, { active: 600n, activeNext: 600n, inactive: 400n, inactiveNext: 400n });
		return scene;
	}

	get sent() {
		return this.chain.submitted.map((bytes) => JSON.parse(bytes));
	}

	get failures() {
		return Object.fromEntries(
			[...this.metrics.text().matchAll(/failures_total\{reason="(\w+)"\} (\d+)/g)]
				.filter(([, , count]) => count !== '0')
				.map(([, reason, count]) => [reason, Number(count)]),
		);
	}

	logged(pattern) {
		return this.log.lines.filter((line) => pattern.test(line));
	}
}

const books = ({ chain }, account) => {
	const { borrowed, debt, restricted } = chain.borrowers.get(account);
	return [borrowed, debt, restricted];
};

test('with nothing due there is no transaction, and one line says so', async () => {
	const scene = new Scene({ a: [600n, 6_000n] });
	assert.deepEqual(await scene.look(), { status: 'idle' });
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.deepEqual(scene.sent, []);
	assert.deepEqual(scene.log.lines.slice(1), ['info: nothing is due']);
});

test('debt is marked in the first block of the epoch: the transaction is sent after the last one before', async () => {
	const scene = new Scene({ a: [600n, 6_000n], b: [400n, 4_000n] });
	scene.chain.request(500n);
	assert.deepEqual(await scene.block(NEXT - 12n), { status: 'idle', again: 10_000 });
	assert.deepEqual(await scene.block(NEXT - 6n), { status: 'waiting' });
	assert.deepEqual(await scene.block(NEXT), { status: 'idle' });
	assert.deepEqual(scene.chain.pool.markedIn, [NEXT / EPOCH]);
	assert.equal(scene.chain.now, NEXT);
	assert.deepEqual(books(scene, 'a'), [300n, 300n, true]);
	assert.deepEqual(books(scene, 'b'), [200n, 200n, true]);
	assert.equal(scene.sent.length, 1);
	assert.deepEqual(scene.logged(/sent/), [
		'info: block 102: sent 0xhash-7-102 to mark a shortfall of 0.0005 USDC as debt of a, b in the first block of the epoch, ' +
			'with a tip of 0.000000000000001 DYDX',
	]);
	assert.match(scene.log.lines.at(-2), /block 103: marked as debt: 0\.0003 USDC of a, 0\.0002 USDC of b; restricted: a, b/);
});

/** A pool that will be short of 500 in the next epoch, and is not in this one. */
function shortSoon() {
	const scene = new Scene({ a: [600n, 6_000n], b: [400n, 4_000n] });
	scene.chain.request(500n);
	return scene;
}

test('debt is marked in the first block of the epoch although the last slot before stays empty', async () => {
	const scene = shortSoon();
	await scene.block(NEXT - 12n);
	assert.deepEqual(await scene.look(9_999), { status: 'idle', again: 10_000 });
	assert.deepEqual(await scene.look(10_000.5), { status: 'waiting' });
	assert.deepEqual(await scene.block(NEXT), { status: 'idle' });
	assert.deepEqual(scene.chain.pool.markedIn, [NEXT / EPOCH]);
	assert.equal(scene.chain.now, NEXT);
	assert.equal(scene.sent.length, 1);
});

test('a late block of the old epoch without the transaction leaves it to the first one of the next', async () => {
	const scene = shortSoon();
	await scene.block(NEXT - 12n);
	await scene.look(10_000);
	scene.chain.includes = false;
	assert.deepEqual(await scene.block(NEXT - 6n), { status: 'waiting' });
	scene.chain.includes = true;
	assert.deepEqual(await scene.block(NEXT), { status: 'idle' });
	assert.deepEqual(scene.chain.pool.markedIn, [NEXT / EPOCH]);
	assert.equal(scene.sent.length, 1);
});

test('a late block of the old epoch with the transaction costs a fee, and the next one is there for the first block', async () => {
	const scene = shortSoon();
	await scene.block(NEXT - 12n);
	await scene.look(10_000);
	assert.deepEqual(await scene.block(NEXT - 6n), { status: 'waiting' });
	assert.equal(scene.logged(/nothing was left to do for .* \(liquidityStaking\.NoShortfall\)/).length, 1);
	assert.deepEqual(await scene.block(NEXT), { status: 'idle' });
	assert.deepEqual(scene.chain.pool.markedIn, [NEXT / EPOCH]);
	assert.equal(scene.chain.now, NEXT);
	assert.deepEqual(scene.sent.map(({ nonce, tip }) => [nonce, tip]), [
		[7, Number(FEE)],
		[8, Number(FEE)],
	]);
	assert.deepEqual(scene.failures, {});
});

test('calls that failed do not make it miss the first block of the next epoch', async () => {
	const scene = Scene.short();
	const markDebt = scene.chain.markDebt;
	scene.chain.markDebt = (_, outcome) => outcome.errors.push('liquidityStaking.ShortfallNotCovered');
	await scene.look();
	for (let blocks = 0; blocks < 20; blocks++) await scene.block();
	const failed = scene.sent.length;
	await scene.block(NEXT - 12n);
	assert.equal(scene.sent.length, failed, 'it pauses');
	await scene.block(NEXT - 6n);
	assert.equal(scene.sent.length, failed + 1);
	scene.chain.markDebt = markDebt;
	await scene.block(NEXT);
	assert.deepEqual(scene.chain.pool.markedIn, [NEXT / EPOCH]);
});

test('at the start, and after epochs in which nobody watched, what is due is done at once', async () => {
	const scene = Scene.short();
	scene.chain.now += 3n * EPOCH;
	assert.deepEqual(await scene.look(), { status: 'waiting' });
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.equal(scene.chain.shortfall, 0n);
	assert.equal(scene.sent.length, 1);
});

test('an overdue borrower of a solvent pool is restricted, once', async () => {
	const scene = new Scene({ a: [500n, 1_000n] });
	await scene.look();
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.deepEqual(books(scene, 'a'), [500n, 0n, true]);
	await scene.block();
	assert.equal(scene.sent.length, 1);
	assert.deepEqual(scene.sent[0].call, { mark: [], restrict: ['a'] });
});

test('those that marking does not reach are restricted in the same transaction', async () => {
	const scene = new Scene({ a: [500n, 1_000n], b: [400n, 1_000n], c: [200n, 1_000n] });
	await scene.look();
	assert.deepEqual(scene.sent[0].call, { mark: ['a', 'b', 'c'], restrict: ['b', 'c'] });
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.deepEqual(books(scene, 'a'), [400n, 100n, true]);
	assert.deepEqual(books(scene, 'b'), [400n, 0n, true]);
	assert.deepEqual(books(scene, 'c'), [200n, 0n, true]);
});

test('more borrowers than one call can list are dealt with block by block', async () => {
	const borrowers = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`b${index}`, [6n, 0n]]));
	const scene = new Scene(/** @type {any} */ (borrowers));
	await scene.look();
	for (let blocks = 0; blocks < 5; blocks++) await scene.block();
	assert.ok([...scene.chain.borrowers.values()].every(({ restricted }) => restricted));
	assert.deepEqual(scene.sent.map(({ call }) => call.restrict.length), [64, 64, 22]);
});

test('a shortfall that no single call covers is an error that says what has to happen', async () => {
	const borrowers = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`b${index}`, [20n, 0n]]));
	const scene = new Scene(/** @type {any} */ (borrowers));
	Object.assign(scene.chain.pool, { active: 100n, activeNext: 100n, inactive: 1_900n, inactiveNext: 1_900n });
	for (let blocks = 0; blocks < 4; blocks++) await scene.block();
	const { status, reason } = await scene.look();
	assert.equal(status, 'failed');
	assert.match(reason, /short of 0\.0019 USDC, and the 64 borrowers that one call can list cover 0\.00062 USDC too little/);
	assert.deepEqual(scene.sent.map(({ call }) => call.mark.length), [0, 0]);
	assert.match(scene.metrics.text(), /due_since_timestamp_seconds 1000\n/);
});

test('somebody else was faster: that is no failure', async () => {
	const scene = Scene.short();
	await scene.look();
	scene.chain.markDebt(['a', 'b']);
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.deepEqual(scene.failures, {});
	assert.equal(scene.logged(/nothing was left to do for .* \(liquidityStaking\.NoShortfall\)/).length, 1);
	await scene.block();
	assert.equal(scene.sent.length, 1);
});

test('a call that fails costs a fee after 1, 2, 4, ... blocks, and not in every one', async () => {
	const scene = Scene.short();
	// The chain refuses what the books ask for.
	scene.chain.markDebt = (_, outcome) => outcome.errors.push('liquidityStaking.ShortfallNotCovered');
	await scene.look();
	for (let blocks = 0; blocks < 40; blocks++) await scene.block();
	const numbers = scene.sent.map(({ head }) => head.number);
	assert.deepEqual(numbers, [100, 102, 105, 110, 119, 136]);
	assert.equal(scene.failures.failed, 6);
	assert.match(scene.logged(/^error/)[0], /failed: liquidityStaking\.ShortfallNotCovered/);
});

test('a transaction that no block includes is signed anew when its time is over, with a higher tip', async () => {
	const scene = Scene.short();
	scene.chain.includes = false;
	await scene.look();
	for (let blocks = 1; blocks < PERIOD - 1; blocks++) {
		assert.deepEqual(await scene.block(), { status: 'waiting' });
		assert.equal(scene.sent.length, 1);
	}
	assert.deepEqual(await scene.block(), { status: 'waiting' });
	assert.deepEqual(
		scene.sent.map(({ nonce, tip, head, period }) => [nonce, tip, head.number, period]),
		[
			[7, Number(FEE), 100, PERIOD],
			[7, 2 * Number(FEE), 107, PERIOD],
		],
	);
	assert.deepEqual(scene.failures, { expired: 1 });
	scene.chain.includes = true;
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.equal(scene.chain.shortfall, 0n);
});

test('the tip doubles with every attempt, up to the highest', async () => {
	const scene = Scene.short({ maxTip: 5n * FEE });
	scene.chain.includes = false;
	await scene.look();
	for (let blocks = 0; blocks < 5 * PERIOD; blocks++) await scene.block();
	assert.deepEqual(
		scene.sent.map(({ tip }) => tip / Number(FEE)),
		[1, 2, 4, 5, 5, 5],
	);
});

test('what marks debt offers a tip at once, be there restrictions with it or not, and what only restricts does not', async () => {
	const alone = new Scene({ a: [600n, 6_000n], b: [600n, 4_000n] });
	const besides = new Scene({ a: [500n, 1_000n], b: [400n, 1_000n], c: [200n, 1_000n] });
	const only = new Scene({ a: [500n, 1_000n] });
	const offered = [];
	for (const scene of [alone, besides, only]) {
		await scene.look();
		const [{ call, tip }] = scene.sent;
		offered.push([call.mark.length, call.restrict.length, tip / Number(FEE)]);
	}
	assert.deepEqual(offered, [
		[1, 0, 1],
		[3, 2, 1],
		[0, 1, 0],
	]);
});

test('an account that cannot pay the whole tip offers what it can', async () => {
	for (const rest of [0n, 1n, FEE - 1n]) {
		const scene = Scene.short();
		scene.chain.balance = FEE + rest;
		assert.deepEqual(await scene.look(), { status: 'waiting' });
		assert.equal(scene.sent[0].tip, Number(rest));
	}
});

test('after one that was included the next begins with the lowest tip again', async () => {
	const borrowers = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`b${index}`, [6n, 0n]]));
	const scene = new Scene(/** @type {any} */ (borrowers));
	scene.chain.includes = false;
	await scene.look();
	for (let blocks = 1; blocks < PERIOD; blocks++) await scene.block();
	scene.chain.includes = true;
	await scene.block();
	assert.deepEqual(
		scene.sent.map(({ tip }) => tip / Number(FEE)),
		[0, 1, 0],
	);
});

test('a node that has forgotten the transaction is told again', async () => {
	const scene = Scene.short();
	await scene.look();
	scene.chain.waiting.splice(0);
	scene.chain.includes = false;
	await scene.block();
	assert.equal(scene.chain.waiting.length, 1);
	assert.equal(new Set(scene.chain.submitted).size, 1, 'the very same transaction');
	scene.chain.includes = true;
	assert.deepEqual(await scene.block(), { status: 'idle' });
});

test('another node is told of the transaction that is on its way', async () => {
	const scene = Scene.short();
	await scene.look();
	const [transaction] = scene.chain.waiting.splice(0);
	scene.node.lose();
	await assert.rejects(scene.look(), /disconnected/);
	scene.node = new FakeNode(scene.chain, 'ws://other');
	assert.deepEqual(await scene.look(), { status: 'waiting' });
	assert.equal(scene.chain.waiting[0].hash, transaction.hash);
});

test('a fork that takes the transaction back is noticed, and nothing is sent twice', async () => {
	const scene = Scene.short();
	await scene.look();
	const before = structuredClone({ pool: scene.chain.pool, borrowers: scene.chain.borrowers });
	await scene.block();
	assert.equal(scene.chain.shortfall, 0n);
	// The other fork has a block of the same number without the transaction, which the node puts back into its pool.
	const [{ outcome, ...transaction }] = scene.chain.blocks.pop().included;
	Object.assign(scene.chain, before, { nonce: 7, waiting: [transaction], includes: false });
	assert.deepEqual(await scene.block(), { status: 'waiting' });
	assert.equal(scene.logged(/a fork has taken transaction .* back/).length, 1);
	scene.chain.includes = true;
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.equal(scene.sent.length, 1);
	assert.deepEqual(scene.chain.pool.markedIn.length, 1);
});

test('a pool without room makes the next attempt pay a higher tip', async () => {
	const scene = Scene.short();
	scene.chain.refusal = new Refusal('full', 'Immediately Dropped');
	assert.deepEqual(await scene.look(), { status: 'waiting' });
	scene.chain.refusal = null;
	assert.deepEqual(await scene.block(), { status: 'waiting' });
	assert.equal(scene.sent[0].tip, 2 * Number(FEE));
	assert.deepEqual(scene.failures, { refused: 1 });
});

test('a transaction that the node no longer takes is signed anew', async () => {
	const scene = Scene.short();
	scene.chain.includes = false;
	await scene.look();
	scene.chain.waiting.splice(0);
	scene.chain.refusal = new Refusal('void', 'Transaction has an ancient birth block');
	assert.deepEqual(await scene.block(), { status: 'waiting' });
	scene.chain.refusal = null;
	assert.deepEqual(await scene.block(), { status: 'waiting' });
	assert.deepEqual(scene.sent.map(({ head }) => head.number), [100, 102]);
});

test('too little DYDX is one clear line, told once, and over when some has come', async () => {
	const scene = Scene.short();
	scene.chain.balance = FEE - 1n;
	const { status, reason } = await scene.look();
	assert.equal(status, 'failed');
	assert.match(reason, /^the keeper's account keeper can spend [\d.]+ DYDX, and a transaction costs up to [\d.]+ DYDX: send it some DYDX$/);
	await scene.block();
	assert.equal(scene.logged(/send it some DYDX/).length, 1);
	assert.equal(scene.failures.fees, 2);
	scene.chain.balance = FEE;
	await scene.block();
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.equal(scene.chain.shortfall, 0n);
});

test('a keeper that was started anew waits for what it sent before', async () => {
	const scene = Scene.short();
	scene.chain.includes = false;
	await scene.look();
	scene.restart();
	assert.deepEqual(await scene.block(), { status: 'waiting' });
	scene.chain.includes = true;
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.equal(scene.sent.length, 1);
	assert.deepEqual(scene.failures, {});
});

test('two keepers do not disturb each other', async () => {
	const scene = Scene.short();
	const other = new Keeper({ signer: SIGNER, period: PERIOD, maxTip: 0n, log: fakeLog(), metrics: new Metrics() });
	await scene.look();
	assert.deepEqual(await other.round(/** @type {any} */ (scene.node), scene.chain.head), { status: 'waiting' });
	assert.deepEqual(await scene.block(), { status: 'idle' });
	assert.deepEqual(await other.round(/** @type {any} */ (scene.node), scene.chain.head), { status: 'idle' });
});

test('a dry run tells what it would send, and sends nothing', async () => {
	const scene = Scene.short({ signer: null });
	assert.deepEqual(await scene.look(), { status: 'idle' });
	assert.deepEqual(scene.sent, []);
	assert.deepEqual(scene.logged(/would/), [
		'info: would mark a shortfall of 0.0004 USDC as debt of a, b; the call is 0xca11',
	]);
});

test('every epoch is announced once, with its figures', async () => {
	const scene = new Scene({ a: [600n, 6_000n] });
	await scene.look();
	await scene.block();
	await scene.block(NEXT);
	assert.deepEqual(scene.logged(/epoch \d+;/), [
		'info: block 100: epoch 10; active 0.001 USDC, inactive 0 USDC, borrowed 0.0006 USDC, shortfall 0 USDC, 0 overdue',
		'info: block 102: epoch 11; active 0.001 USDC, inactive 0 USDC, borrowed 0.0006 USDC, shortfall 0 USDC, 0 overdue',
	]);
});
