/** The best blocks as they come, and the silence between them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { NodeError } from '../lib/errors.js';
import { followHeads, Heads } from '../lib/heads.js';

const LIMIT = 5_000;

/** A node that tells what the test tells it. */
class Source {
	url = 'ws://source';
	lost = new Promise((_, reject) => (this.lose = () => reject(new NodeError('lost'))));
	number = 1;

	async watch(tell) {
		this.next = () => tell({ number: ++this.number, hash: `0x${this.number}` });
		tell({ number: this.number, hash: '0x1' });
		return () => {};
	}
}

async function opened(limit = LIMIT) {
	const source = /** @type {any} */ (new Source());
	const heads = new Heads(source, limit);
	await heads.open();
	return { source, heads };
}

test('a block is given once more when no other has come for as long as asked, and never earlier', async () => {
	const { heads } = await opened();
	assert.equal((await heads.next()).head.number, 1);
	for (const again of [5, 17, 30]) {
		const { head, silence } = await heads.next(again);
		assert.equal(head.number, 1);
		assert.ok(silence >= again, `${silence} of ${again}`);
	}
	heads.close();
});

test('the next block comes instead, and its silence begins anew', async () => {
	const { source, heads } = await opened();
	await heads.next();
	await delay(200);
	source.next();
	const { head, silence } = await heads.next(10);
	assert.equal(head.number, 2);
	assert.ok(silence < 200, String(silence));
	setTimeout(() => source.next(), 5);
	assert.equal((await heads.next(1_000)).head.number, 3);
	heads.close();
});

test('silence is counted from the block on and not from the question', async () => {
	const { heads } = await opened();
	await heads.next();
	await delay(300);
	const began = performance.now();
	assert.equal((await heads.next(300)).head.number, 1);
	assert.ok(performance.now() - began < 250);
	heads.close();
});

test('another look at a block does not make a silent node less silent', async () => {
	const { heads } = await opened(500);
	await heads.next();
	const began = performance.now();
	await heads.next(400);
	await assert.rejects(heads.next(), /has told of no block for 0\.5 s/);
	assert.ok(performance.now() - began < 850);
	heads.close();
});

test('a node that is lost, and a stop, end the waiting for another look, in the middle of a look, too', async () => {
	for (const [end, duration] of [
		['lose', 0],
		['stop', 0],
		['lose', 15],
		['stop', 15],
	]) {
		const source = /** @type {any} */ (new Source());
		const stop = new AbortController();
		const looks = [];
		const work = async ({ number }) => {
			looks.push(number);
			setTimeout(() => (end === 'stop' ? stop.abort() : source.lose()), 5);
			if (duration > 0) await delay(duration);
			return { isDone: false, again: 20 };
		};
		const following = followHeads(source, { silence: LIMIT, signal: stop.signal }, work);
		await (end === 'stop' ? following : assert.rejects(following, /lost/));
		await delay(40);
		assert.deepEqual(looks, [1]);
	}
});
