import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { ensureOperator, operate, operateOnce } from '../lib/operation.js';
import { fakeApi, NOW } from './fixtures/exchange.js';
import { codec } from './fixtures/types.js';
import { KEY_A, KEY_B } from './fixtures/vectors.js';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const HASH = `0x${'55'.repeat(32)}`;
const SIGNER = /** @type {any} */ ({ address: ALICE });

/** An API that takes the batches submitted to it down. */
function recording(parts) {
	const api = fakeApi({ operators: [ALICE], ...parts });
	const batches = [];
	const status = { isInBlock: true, asInBlock: { toHex: () => HASH } };
	api.tx.starkExchange.updateState = (batch) => ({
		method: { args: [codec('UpdateBatch', batch)] },
		signAndSend: async (_signer, _options, follow) => {
			batches.push(batch);
			follow({ status, isError: false, events: [{ event: {} }] });
			return () => {};
		},
	});
	return { api, batches };
}

const pending = (key, position, amount, cancelRequestedAt = null) => [
	key,
	position,
	{ amount, cancelRequestedAt },
];
const position = (id, key, equity) => [id, { key, equity, openForced: 0 }];

test('one round accepts deposits and serves requests, but leaves deposits alone that are asked back', async () => {
	const { api, batches } = recording({
		positions: [position(1, KEY_A, 0), position(2, KEY_B, 10)],
		deposits: [pending(KEY_A, 1, 100), pending(KEY_B, 2, 7, 1)],
		requests: [[HASH, { kind: { Withdrawal: { key: KEY_B, position: 2, amount: 10 } }, requestedAt: 1 }]],
	});
	assert.equal(await operateOnce(api, SIGNER), `batch 5 is in block ${HASH}: 1 deposit, 1 forced request`);
	assert.equal(batches.length, 1);
	assert.deepEqual(batches[0].deposits, [[KEY_A, 1n, 100n]]);
	assert.deepEqual(batches[0].forced, [[HASH, 'Executed']]);
});

test('a round without anything to do submits nothing', async () => {
	const { api, batches } = recording({
		deposits: [pending(KEY_B, 2, 7, 1)],
		positions: [position(2, KEY_B, 0)],
	});
	assert.equal(await operateOnce(api, SIGNER), 'nothing to do: waiting');
	const frozen = recording({
		deposits: [pending(KEY_A, 1, 100)],
		frozen: { frozenAt: NOW, unfreezeAllowedAt: NOW },
	});
	assert.equal(await operateOnce(frozen.api, SIGNER), 'the exchange is frozen: waiting');
	assert.deepEqual([...batches, ...frozen.batches], []);
});

test('who is no operator pays for no attempt', async () => {
	const { api, batches } = recording({
		operators: [],
		deposits: [pending(KEY_A, 1, 100)],
		positions: [position(1, KEY_A, 0)],
	});
	await assert.rejects(
		operateOnce(api, SIGNER),
		new RegExp(`${ALICE} is no operator of the exchange .starkExchange.NotOperator`),
	);
	assert.deepEqual(batches, []);
	await assert.doesNotReject(ensureOperator(recording({}).api, ALICE));
});

/** Runs `operate` on heads made by hand; `round` is asked for the outcome of each round. */
function operation(round) {
	const stop = new AbortController();
	const told = [];
	const warned = [];
	let onHead;
	let unwatched = false;
	const end = operate({
		watch: async (callback) => {
			onHead = callback;
			return () => (unwatched = true);
		},
		round,
		tell: (line) => told.push(line),
		warn: (line) => warned.push(line),
		signal: stop.signal,
	});
	return {
		told,
		warned,
		head: async () => {
			onHead();
			await turn();
		},
		stop: async () => {
			stop.abort();
			await end;
			assert.equal(unwatched, true);
		},
	};
}

test('a round at the start and one for every head; the same line is told once', async () => {
	let rounds = 0;
	const running = operation(async () => (++rounds < 4 ? 'waiting' : 'done'));
	await turn();
	assert.equal(rounds, 1);
	for (const expected of [2, 3, 4]) {
		await running.head();
		assert.equal(rounds, expected);
	}
	await running.stop();
	assert.deepEqual(running.told, ['waiting', 'done']);
});

test('never two rounds at once; heads that came meanwhile lead to one more', async () => {
	let rounds = 0;
	let finish;
	const running = operation(() => {
		rounds++;
		return new Promise((resolve) => (finish = () => resolve('done')));
	});
	await turn();
	for (let head = 0; head < 3; head++) await running.head();
	assert.equal(rounds, 1);
	finish();
	await turn();
	assert.equal(rounds, 2);
	finish();
	await turn();
	assert.equal(rounds, 2);
	await running.stop();
});

test('failures let 1, 2, 4, 8 heads pass, at most 64; a success ends that', async () => {
	let fails = true;
	const at = [];
	let head = 0;
	const running = operation(async () => {
		at.push(head);
		if (fails) throw new Error('refused');
		return 'done';
	});
	await turn();
	const next = async () => {
		head++;
		await running.head();
	};
	while (head < 15 + 16 + 32 + 64 + 64) await next();
	assert.deepEqual(at, [0, 1, 3, 7, 15, 31, 63, 127, 191]);
	assert.deepEqual(new Set(running.warned), new Set(['refused']));
	fails = false;
	while (at.length < 10) await next();
	assert.equal(head, 255);
	await next();
	assert.equal(at.at(-1), 256);
	await running.stop();
});

test('it stops after the round that is under way', async () => {
	let finish;
	const running = operation(() => new Promise((resolve) => (finish = () => resolve('done'))));
	await turn();
	let stopped = false;
	const end = running.stop().then(() => (stopped = true));
	await turn();
	assert.equal(stopped, false);
	finish();
	await end;
	assert.deepEqual(running.told, ['done']);
});
