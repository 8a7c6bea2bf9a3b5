/** The harness itself: it leaves nothing behind, however the tests end, and says what a reader needs. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Runs a script of this folder with Node.js. */
function script(args, env = {}) {
	// Without this variable a nested test run reports for itself.
	const { NODE_TEST_CONTEXT, ...inherited } = process.env;
	return spawn(process.execPath, args, { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function output(child) {
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
	const code = await new Promise((resolve) => child.once('close', resolve));
	return { code, text };
}

/** Whether a process runs. One that has ended and that nobody has waited for yet does not. */
function runs(pid) {
	try {
		process.kill(pid, 0);
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1][0] !== 'Z';
	} catch {
		return false;
	}
}

for (const signal of ['SIGINT', 'SIGKILL']) {
	test(`after ${signal} neither the node nor its directory is left`, { timeout: 60_000 }, async () => {
		const holder = script([file('./fixtures/hold-node.js')]);
		const ended = output(holder);
		const [line] = await Promise.race([
			new Promise((resolve) => createInterface({ input: holder.stdout }).once('line', (...args) => resolve(args))),
			ended.then(({ text }) => Promise.reject(new Error(text))),
		]);
		const { pid, path } = JSON.parse(line);
		assert.ok(runs(pid) && existsSync(path));
		holder.kill(signal);
		await ended;
		for (let tries = 0; tries < 50 && (runs(pid) || existsSync(path)); tries++) await sleep(100);
		assert.equal(runs(pid), false, 'the node is gone');
		assert.equal(existsSync(path), false, 'its directory is gone');
	});
}

test('a failed test shows the end of the log of its node', { timeout: 60_000 }, async () => {
	const { code, text } = await output(script(['--test', file('./fixtures/failing.js')]));
	assert.notEqual(code, 0);
	assert.match(text, /fails on purpose: the node's log ends with/);
	assert.match(text, /Running JSON-RPC server/);
});

test('a missing binary is one line that says what to do', async () => {
	const { code, text } = await output(script([file('../lib/preflight.js')], { TIDEPOOL_NODE: '/no/such/node' }));
	assert.equal(code, 1);
	assert.match(text, /^no executable node at \/no\/such\/node: run `make build` .*\n$/);
});
