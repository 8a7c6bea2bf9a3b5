/** `make network`, without the building: the four validators that people start, resume and stop. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TemporaryDirectory } from '../../e2e/lib/harness/directory.js';
import { guard } from '../../e2e/lib/harness/guard.js';
import { freePorts } from '../lib/ports.js';
import { childrenOf } from '../lib/processes.js';
import { ask } from '../lib/rpc.js';
import { until } from '../lib/wait.js';

const SCRIPT = fileURLToPath(new URL('../../../scripts/network.sh', import.meta.url));
const START_TIMEOUT = 180_000;
const STOP_TIMEOUT = 60_000;

const directory = new TemporaryDirectory();
after(() => directory.remove());

/** A run of the script with ports of its own, and with temporary folders where the test can see them. */
class Run {
	text = '';

	constructor(ports, env = {}) {
		const [RPC_PORT, P2P_PORT, PROMETHEUS_PORT] = ports.map(String);
		const own = { RPC_PORT, P2P_PORT, PROMETHEUS_PORT, TMPDIR: directory.path, ...env };
		this.rpcPorts = Array.from({ length: 4 }, (_, index) => ports[0] + index);
		this.child = spawn(SCRIPT, [], { env: { ...process.env, ...own }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
		const dismiss = guard('kill -TERM "$1"', String(this.child.pid));
		for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (chunk) => (this.text += chunk));
		this.ended = new Promise((resolve) =>
			this.child.once('close', (code) => {
				dismiss();
				this.code = code;
				resolve(code);
			}),
		);
	}

	async says(pattern, timeout = START_TIMEOUT) {
		const condition = () => {
			if (this.code !== undefined && !pattern.test(this.text)) throw new Error(`ended with ${this.code}:\n${this.text}`);
			return pattern.exec(this.text);
		};
		return until(`the script says ${pattern}`, condition, { timeout, describe: () => this.text });
	}

	async exit(timeout = STOP_TIMEOUT) {
		await until('the script has ended', () => this.code !== undefined, { timeout, describe: () => this.text });
		return this.code;
	}

	async assertStopped() {
		for (const port of this.rpcPorts) await assert.rejects(ask(port, 'system_chain'), /ECONNREFUSED/);
	}
}

async function threePorts() {
	const ports = await freePorts(12);
	return [ports[0], ports[4], ports[8]];
}

const finalizedHashes = (ports, number) =>
	Promise.all(
		ports.map(async (port) => {
			const { number: last } = await ask(port, 'chain_getHeader', [await ask(port, 'chain_getFinalizedHead')]);
			assert.ok(Number(last) >= number);
			return ask(port, 'chain_getBlockHash', [number]);
		}),
	);

test('four validators finalise, are told where to find, and leave nothing behind after an interrupt', async () => {
	const run = new Run(await threePorts());
	const [, data] = await run.says(/Data +(\S+) \(removed at exit\)/);
	const hashes = await finalizedHashes(run.rpcPorts, 1);
	assert.equal(new Set(hashes).size, 1, 'all have finalised the same block');
	for (const port of run.rpcPorts) {
		assert.equal((await ask(port, 'system_nodeRoles'))[0], 'Authority');
	}
	const metrics = await fetch(`http://127.0.0.1:${run.text.match(/Prometheus +http:\/\/127.0.0.1:(\d+)/)[1]}/metrics`);
	assert.match(await metrics.text(), /substrate_block_height\{status="finalized"/);
	assert.deepEqual(readdirSync(data).sort(), ['alice', 'bob', 'charlie', 'dave', 'spec.json']);
	assert.ok(existsSync(join(data, 'dave', 'node.log')));

	// As Ctrl-C does, which the terminal sends to the whole group.
	process.kill(-run.child.pid, 'SIGINT');
	assert.equal(await run.exit(), 0);
	await run.assertStopped();
	assert.equal(existsSync(data), false);
});

test('a named folder is kept and resumed, and the end of a validator ends the others', async () => {
	const DATA = join(directory.path, 'kept');
	const ports = await threePorts();
	const first = new Run(ports, { DATA });
	await first.says(/Data +\S+ \(kept\)/);
	const [hash] = await finalizedHashes(first.rpcPorts, 1);
	first.child.kill('SIGTERM');
	assert.equal(await first.exit(), 0);
	assert.ok(existsSync(DATA));

	const second = new Run(ports, { DATA });
	await second.says(/Data +\S+ \(kept\)/);
	assert.deepEqual(await finalizedHashes(second.rpcPorts, 1), Array(4).fill(hash), 'the chain goes on');
	const children = childrenOf(second.child.pid);
	process.kill(children.find(({ command }) => command.includes('--name Charlie')).pid, 'SIGKILL');
	assert.equal(await second.exit(), 1);
	assert.match(second.text, /error: the validator Charlie has ended; its log ends with:\n.*Imported #/s);
	await second.assertStopped();
	assert.ok(existsSync(DATA));
});

test('a port that is taken is one line before anything is started', async () => {
	const ports = await threePorts();
	const holder = createServer();
	await new Promise((resolve) => holder.listen(ports[1] + 2, '127.0.0.1', resolve));
	try {
		const run = new Run(ports);
		assert.equal(await run.exit(), 1);
		assert.match(run.text, /^error: port \d+, for the peers of Charlie, is taken, .* with P2P_PORT=\d+\.\n$/);
		assert.ok(run.text.includes(String(ports[1] + 2)));
	} finally {
		holder.close();
	}
});

for (const [what, env, pattern] of [
	['no number', { RPC_PORT: 'many' }, /^error: RPC_PORT=many is no port .*\n$/],
	['one too close to the last', { P2P_PORT: '65533' }, /^error: P2P_PORT=65533 is no port .*\n$/],
]) {
	test(`a port that is ${what} is one line`, async () => {
		const run = new Run(await threePorts(), env);
		assert.equal(await run.exit(), 1);
		assert.match(run.text, pattern);
	});
}

test('services that claim the same port are one line', async () => {
	const [rpc] = await threePorts();
	const run = new Run([rpc, rpc + 3, rpc + 8]);
	assert.equal(await run.exit(), 1);
	assert.match(run.text, /^error: P2P_PORT and RPC_PORT both claim port \d+: .*\n$/);
});

test('a folder that holds something else is left alone', async () => {
	const run = new Run(await threePorts(), { DATA: fileURLToPath(new URL('..', import.meta.url)) });
	assert.equal(await run.exit(), 1);
	assert.match(run.text, /^error: the folder .* holds something else than a network: .*\n$/);
});
