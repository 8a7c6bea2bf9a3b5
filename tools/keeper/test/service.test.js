/** The keeper as a service and as a command: connections that come and go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { NodeError, UserError } from '../lib/errors.js';
import { Keeper } from '../lib/keeper.js';
import { Metrics } from '../lib/metrics.js';
import { MAX_ATTEMPTS, runOnce } from '../lib/once.js';
import { serve } from '../lib/service.js';
import { EPOCH, FakeChain, FakeNode, fakeLog, SIGNER, START } from './fixtures/chain.js';

const BORROWERS = /** @type {any} */ ({ a: [500n, 1_000n] });

/** A keeper with everything around it; `open` answers with the next of `answers`, and with new nodes after that. */
function stage(answers = [], { urls = ['ws://one'], silence = 60_000, ...parts } = {}) {
	const chain = new FakeChain(BORROWERS);
	const [log, metrics, stop] = [fakeLog(), new Metrics(), new AbortController()];
	const keeper = new Keeper({ signer: SIGNER, period: 8, maxTip: 0n, maxAttempts: MAX_ATTEMPTS, log, metrics });
	const opened = [];
	const slept = [];
	let now = 0;
	const open = async (url) => {
		const answer = answers.shift() ?? (() => new FakeNode(chain, url));
		opened.push(url);
		const node = answer(url, chain);
		opened.node = node;
		return node;
	};
	const sleep = async (milliseconds) => {
		slept.push(milliseconds);
		now += milliseconds;
		await turn();
	};
	return {
		chain,
		log,
		metrics,
		opened,
		slept,
		stop,
		pass: (milliseconds) => (now += milliseconds),
		settled: async () => {
			for (let turns = 0; turns < 40; turns++) await turn();
		},
		parts: /** @type {any} */ ({ urls, open, keeper, log, metrics, silence, signal: stop.signal, sleep, clock: () => now, ...parts }),
	};
}

const gone = (url) => {
	throw new NodeError(`no node answers at ${url}`);
};

test('a service does what is due, block by block, and stops when it is told to', async () => {
	const { chain, parts, settled, stop, opened, log } = stage();
	const running = serve(parts);
	await settled();
	await chain.block();
	assert.equal(chain.borrowers.get('a').restricted, true);
	stop.abort();
	await running;
	assert.equal(opened.node.closed, true);
	assert.deepEqual(log.lines.filter((line) => line.startsWith('warn')), []);
});

test('a service is there for the first block of the epoch although the last slot before stays empty', async () => {
	const fast = (url, chain) => Object.assign(new FakeNode(chain, url), { slotDuration: 500n });
	const { chain, parts, settled, stop } = stage([fast]);
	const running = serve(parts);
	await settled();
	await chain.block();
	chain.request(600n);
	const began = performance.now();
	await chain.block(START + EPOCH - 1n);
	assert.equal(chain.waiting.length, 0, 'a block of the old epoch may still come');
	while (chain.waiting.length === 0) await delay(5);
	assert.ok(performance.now() - began >= 833, 'and does not once a third of its slot is left');
	await chain.block(START + EPOCH);
	assert.deepEqual(chain.pool.markedIn, [(START + EPOCH) / EPOCH]);
	stop.abort();
	await running;
});

test('nodes that do not answer are tried in turn, after 1, 2, 4, ... and at most 60 seconds', async () => {
	const answers = Array.from({ length: 8 }, () => gone);
	const { parts, slept, opened, settled, stop, log, metrics } = stage(answers, { urls: ['ws://one', 'ws://two'] });
	const running = serve(parts);
	while (opened.length < 9) await turn();
	await settled();
	stop.abort();
	await running;
	assert.deepEqual(slept, [1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1_000));
	assert.deepEqual(opened.slice(0, 3), ['ws://one', 'ws://two', 'ws://one']);
	assert.equal(log.lines[0], 'warn: no node answers at ws://one; trying ws://two in 1 s');
	assert.match(metrics.text(), /failures_total\{reason="connection"\} 8\n/);
});

test('a lost connection is made again, and a transaction on its way is not sent twice', async () => {
	const { chain, parts, settled, opened, stop, slept } = stage();
	const running = serve(parts);
	await settled();
	assert.equal(chain.submitted.length, 1);
	opened.node.lose();
	await settled();
	assert.equal(opened.length, 2);
	assert.deepEqual(slept, [1_000]);
	await chain.block();
	assert.equal(chain.borrowers.get('a').restricted, true);
	assert.equal(chain.submitted.length, 1);
	stop.abort();
	await running;
});

test('after a connection that held for a minute the waiting begins with a second again', async () => {
	const { parts, settled, opened, stop, slept, pass } = stage([gone, gone]);
	const running = serve(parts);
	await settled();
	assert.deepEqual(slept, [1_000, 2_000]);
	pass(60_000);
	opened.node.lose();
	await settled();
	assert.deepEqual(slept, [1_000, 2_000, 1_000]);
	stop.abort();
	await running;
});

test('a node that is syncing is left until it has caught up', async () => {
	const behind = (url, chain) => Object.assign(new FakeNode(chain, url), { syncing: true });
	const { chain, parts, settled, stop, log, metrics } = stage([behind]);
	const running = serve(parts);
	await settled();
	assert.equal(log.lines[0], 'warn: the node at ws://one is syncing, at block 1 of 2; trying again in 1 s');
	assert.equal(chain.submitted.length, 1, 'by way of the second connection');
	assert.match(metrics.text(), /connected 1\n/);
	stop.abort();
	await running;
	assert.match(metrics.text(), /connected 0\n/);
});

test('a node that falls behind later is left, too', async () => {
	const { chain, parts, settled, opened, stop, log } = stage();
	const running = serve(parts);
	await settled();
	opened.node.syncing = true;
	await chain.block();
	await settled();
	assert.equal(opened.length, 2);
	assert.equal(log.lines.filter((line) => line.includes('is syncing')).length, 1);
	stop.abort();
	await running;
});

test('a node that tells of no block any more is left', async () => {
	const { parts, opened, stop, log } = stage([], { urls: ['ws://one', 'ws://two'], silence: 20 });
	const running = serve(parts);
	while (opened.length < 2) await delay(5);
	stop.abort();
	await running;
	assert.ok(log.lines.includes('warn: the node at ws://one has told of no block for 0.02 s; trying ws://two in 1 s'));
});

test('nodes of different chains are a mistake that no waiting puts right', async () => {
	const other = (url) => Object.assign(new FakeNode(new FakeChain(), url), { genesis: '0xother' });
	const { parts, settled, opened } = stage([(url, chain) => new FakeNode(chain, url), other], {
		urls: ['ws://one', 'ws://two'],
	});
	const running = serve(parts);
	running.catch(() => {});
	await settled();
	opened.node.lose();
	await assert.rejects(running, (error) => {
		assert.ok(error instanceof UserError);
		assert.match(error.message, /ws:\/\/two is one of another chain/);
		return true;
	});
});

test('once: what is due is done, and the run ends', async () => {
	const { chain, parts, settled } = stage();
	const running = runOnce(parts);
	await settled();
	await chain.block();
	assert.equal(await running, true);
	assert.equal(chain.borrowers.get('a').restricted, true);
	assert.equal(await runOnce(parts), true, 'and another one finds nothing to do');
	assert.equal(chain.submitted.length, 1);
});

test('once: the first node that can be used is taken', async () => {
	const behind = (url, chain) => Object.assign(new FakeNode(chain, url), { syncing: true });
	const urls = ['ws://one', 'ws://two', 'ws://three'];
	const { chain, parts, settled, opened } = stage([gone, behind], { urls });
	const running = runOnce(parts);
	await settled();
	await chain.block();
	assert.equal(await running, true);
	assert.deepEqual([...opened], urls);
});

test('once: no node that can be used is a failure', async () => {
	const { parts, log } = stage([gone]);
	await assert.rejects(runOnce(parts), /the node cannot be used/);
	assert.deepEqual(log.lines, ['warn: no node answers at ws://one']);
});

test('once: too little DYDX is a failure', async () => {
	const { chain, parts } = stage();
	chain.balance = 0n;
	assert.equal(await runOnce(parts), false);
});

test('once: after three transactions that no block included it gives up', async () => {
	const { chain, parts, settled, log } = stage();
	chain.includes = false;
	const running = runOnce(parts);
	await settled();
	for (let blocks = 0; blocks < 24; blocks++) await chain.block();
	assert.equal(await running, false);
	assert.equal(chain.submitted.length, 3);
	assert.match(log.lines.at(-1), /given up: no block has included any of 3 transactions/);
});
