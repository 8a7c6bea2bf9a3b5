import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from '../lib/metrics.js';
import { serveMetrics } from '../lib/metrics-server.js';
import { FakeChain } from './fixtures/chain.js';

const value = (metrics, name) => new RegExp(`^tidepool_keeper_${name} (\\S+)$`, 'm').exec(metrics.text())?.[1];

/** Metrics of a pool that is short of 100, of which the borrowers A and B owe more than their shares. */
function observed() {
	const chain = new FakeChain({ a: [600n, 5_000n], b: [500n, 4_000n], c: [0n, 1_000n] });
	chain.borrowers.get('b').restricted = true;
	chain.request(200n);
	const metrics = new Metrics(() => 1_700_000_000_500);
	const account = { nonce: 0, spendable: 10n ** 24n };
	metrics.observe(chain.head, { pool: chain.snapshot(), account, finalized: 98 });
	return metrics;
}

test('the figures of the pool', () => {
	const metrics = observed();
	const expected = {
		last_run_timestamp_seconds: '1700000000',
		account_spendable_base_units: '1000000000000000000000000',
		block_height: '100',
		finalized_block_height: '98',
		block_timestamp_seconds: '6009',
		pool_epoch: '10',
		pool_epoch_remaining_seconds: '591',
		pool_blackout: '0',
		pool_active_base_units: '1000',
		pool_active_next_base_units: '800',
		pool_borrowed_base_units: '1100',
		pool_shortfall_base_units: '100',
		pool_shortfall_next_base_units: '300',
		pool_overdue_borrowers: '2',
		pool_overdue_unrestricted_borrowers: '1',
		pool_overdue_base_units: '200',
		pool_overdue_next_borrowers: '2',
		pool_overdue_next_base_units: '380',
		treasury_base_units: '25',
	};
	for (const [name, figure] of Object.entries(expected)) assert.equal(value(metrics, name), figure, name);
});

test('every metric has a help text and a type, and nothing is said twice', () => {
	const lines = observed().text().trimEnd().split('\n');
	const names = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/[ {]/)[0]);
	const samples = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(' ')[0]);
	assert.equal(new Set(samples).size, samples.length);
	for (const name of new Set(names)) {
		assert.ok(lines.some((line) => line.startsWith(`# HELP ${name} `)), name);
		assert.ok(lines.some((line) => new RegExp(`^# TYPE ${name} (gauge|counter)$`).test(line)), name);
	}
	for (const line of lines) assert.match(line, /^(# (HELP|TYPE) \S+ .+|\S+ -?\d+)$/);
});

test('what is not known is not told, and counters begin with zero', () => {
	const metrics = new Metrics();
	assert.equal(value(metrics, 'pool_epoch'), undefined);
	assert.equal(value(metrics, 'connected'), '0');
	assert.equal(value(metrics, 'failures_total\\{reason="fees"\\}'), '0');
	const pool = { ...new FakeChain().snapshot(), epoch: null, remaining: null };
	metrics.observe({ number: 1, hash: '0x' }, { pool, account: null, finalized: 0 });
	assert.equal(value(metrics, 'pool_epoch'), undefined);
	assert.equal(value(metrics, 'account_spendable_base_units'), undefined);
	assert.equal(value(metrics, 'runs_total'), '1');
});

test('something is due since it was first found to be, until it is done', () => {
	let now = 5_000;
	const metrics = new Metrics(() => now);
	metrics.due(true);
	now = 9_000;
	metrics.due(true);
	assert.equal(value(metrics, 'due_since_timestamp_seconds'), '5');
	metrics.due(false);
	assert.equal(value(metrics, 'due_since_timestamp_seconds'), '0');
});

test('Prometheus finds them at /metrics and nothing elsewhere', async () => {
	const server = await serveMetrics(observed(), { host: '127.0.0.1', port: 0 });
	try {
		const response = await fetch(`http://${server.address}/metrics`);
		assert.equal(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
		assert.equal(await response.text(), observed().text());
		assert.equal((await fetch(`http://${server.address}/`)).status, 404);
		assert.equal((await fetch(`http://${server.address}/metrics`, { method: 'POST' })).status, 405);
		const port = Number(server.address.split(':')[1]);
		await assert.rejects(
			serveMetrics(observed(), { host: '127.0.0.1', port }),
			/^UserError: metrics cannot be served at 127\.0\.0\.1:\d+ \(EADDRINUSE\): choose others with --metrics-host and --metrics-port$/,
		);
	} finally {
		server.close();
	}
});
