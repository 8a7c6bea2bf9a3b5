import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { dydx, parseDydx, usdc } from '../lib/amounts.js';
import { main } from '../lib/cli/main.js';
import { readOptions } from '../lib/cli/options.js';
import { secretOf, signerOf } from '../lib/key.js';

const PROGRAM = new URL('../bin/keeper.js', import.meta.url).pathname;
const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
const KEY = { TIDEPOOL_KEEPER_KEY: '//Keeper' };
const NOBODY = 'ws://127.0.0.1:1';

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'keeper-'))));
after(() => rm(folder, { recursive: true }));

async function file(name, content, mode = 0o600) {
	const path = join(folder, name);
	await writeFile(path, content);
	await chmod(path, mode);
	return path;
}

/** Runs a command line in this process. */
async function run(args, env = {}) {
	const [printed, noted] = [[], []];
	const code = await main(args, { env, print: (text) => printed.push(text), note: (text) => noted.push(text) });
	return { code, printed, noted };
}

/** What was typed cannot work: exit code 2, and one line that says why. */
async function refused(args, message, env = KEY) {
	const { code, printed, noted } = await run(args, env);
	assert.equal(code, 2, args.join(' '));
	assert.deepEqual(printed, []);
	assert.equal(noted.length, 1);
	assert.match(noted[0], /^error: [^\n]+$/);
	assert.match(noted[0], message);
}

test('wrong options are told in one line before any node is asked', async () => {
	await refused(['--ulr', NOBODY], /Unknown option '--ulr'; --help lists all options$/);
	await refused(['extra'], /Unexpected argument 'extra'/);
	for (const url of ['http://127.0.0.1:9944', 'nonsense', 'ws://']) {
		await refused(['--url', url], /is no address of a node: one looks like ws:/);
	}
	for (const blocks of ['0', '3', '2048', 'ten', '-4']) {
		await refused([`--blocks=${blocks}`], /--blocks must be a whole number from 4 to 1024/);
	}
	await refused(['--blocks', '12'], /--blocks must be a power of two, such as 16 or 32, not 12/);
	await refused(['--max-tip', '0,1'], /--max-tip must be an amount of DYDX such as 0\.1, not '0,1'/);
	await refused(['--silence', '0'], /--silence must be a whole number from 1 to 86400/);
	await refused(['--metrics-port', '65536'], /--metrics-port must be a whole number from 0 to 65535/);
	await refused(['--metrics-host', '127.0.0.1'], /--metrics-host needs --metrics-port/);
});

test('what is typed becomes settings', () => {
	assert.deepEqual(readOptions([]), {
		help: false,
		urls: ['ws://127.0.0.1:9944'],
		keyFile: undefined,
		once: false,
		dryRun: false,
		period: 16,
		maxTip: 10n ** 17n,
		silence: 60_000,
		metrics: null,
	});
	const typed = ['--url', 'wss://a', '--url', 'ws://b:1', '--key-file', 'k', '--once', '--dry-run', '--blocks', '64'];
	assert.deepEqual(readOptions([...typed, '--max-tip', '2', '--silence', '30', '--metrics-port', '9620', '--metrics-host', '::1']), {
		help: false,
		urls: ['wss://a', 'ws://b:1'],
		keyFile: 'k',
		once: true,
		dryRun: true,
		period: 64,
		maxTip: 2n * 10n ** 18n,
		silence: 30_000,
		metrics: { host: '::1', port: 9_620 },
	});
});

test('help names every option', async () => {
	const { code, printed } = await run(['--help']);
	assert.equal(code, 0);
	const names = ['url', 'key-file', 'once', 'dry-run', 'blocks', 'max-tip', 'silence', 'metrics-port', 'metrics-host'];
	for (const name of names) assert.match(printed[0], new RegExp(`^  --${name}( |$)`, 'm'));
	assert.match(printed[0], /TIDEPOOL_KEEPER_KEY/);
});

test('the key comes from a file that not everybody can read, or from the environment', async () => {
	const { address } = await signerOf(PHRASE);
	for (const content of [`${PHRASE}\n`, JSON.stringify({ secretPhrase: PHRASE, ss58Address: address })]) {
		const secret = secretOf(await file('key', content), {});
		assert.equal((await signerOf(/** @type {string} */ (secret))).address, address);
	}
	assert.equal(secretOf(await file('group', PHRASE, 0o440), {}), PHRASE, 'as systemd hands credentials over');
	assert.equal(secretOf(undefined, { TIDEPOOL_KEEPER_KEY: ' //Keeper ' }), '//Keeper');
	assert.equal(secretOf(undefined, {}), null);
});

test('what is wrong with a key is told without the key', async () => {
	await refused([], /there is no key: name its file with --key-file, .* or only look with --dry-run$/, {});
	await refused(['--key-file', join(folder, 'none')], /the key file cannot be read \(ENOENT/, {});
	await refused(['--key-file', await file('open', PHRASE, 0o604)], /every user of this machine can read the key file .*: chmod 600 it$/, {});
	await refused(['--key-file', await file('both', PHRASE)], /exclude each other: both hold the key$/);
	for (const [name, content] of [
		['typing-error', PHRASE.replace('bottom', 'button')],
		['empty', ''],
		['json', '{"secretPhrase": 5 secret'],
		['other-json', '{}'],
	]) {
		const path = await file(name, content);
		const { code, noted } = await run(['--key-file', path]);
		assert.deepEqual([code, noted.length], [2, 1]);
		assert.match(noted[0], /the key is no secret URI|the key file is JSON without a secretPhrase/);
		assert.doesNotMatch(noted[0], /lonely|5 secret/);
	}
});

test('a port for metrics that is taken is told before any node is asked', async () => {
	const holder = createServer();
	await new Promise((resolve) => holder.listen(0, '127.0.0.1', () => resolve(null)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (holder.address());
	await refused(['--metrics-port', String(port)], /metrics cannot be served at 127\.0\.0\.1:\d+ \(EADDRINUSE\)/);
	holder.close();
});

test('once without a node: exit code 1, one warning and one error', async () => {
	const { code, noted } = await run(['--once', '--url', NOBODY], KEY);
	assert.equal(code, 1);
	assert.match(noted[0], /^\S+Z warning: no node answers at ws:\/\/127\.0\.0\.1:1 \([^\n]+\)$/);
	assert.deepEqual(noted.slice(1), ['error: the node cannot be used']);
});

test('the program itself: a service without a node goes on trying, and stops with exit code 0', async () => {
	const running = execFile(process.execPath, [PROGRAM, '--url', NOBODY], { env: { ...process.env, ...KEY } });
	let noted = '';
	running.stderr.on('data', (chunk) => (noted += chunk));
	while ((noted.match(/\n/g) ?? []).length < 2) await new Promise((resolve) => running.stderr.once('data', resolve));
	running.kill('SIGTERM');
	const code = await new Promise((resolve) => running.once('close', resolve));
	assert.equal(code, 0);
	assert.match(noted, /trying again in 1 s\n.*trying again in 2 s\n$/s);
});

test('the program itself: results on standard output, exit code 2 for wrong options', async () => {
	const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, '--help']);
	assert.match(stdout, /^keeper \[OPTIONS\]/);
	await assert.rejects(promisify(execFile)(process.execPath, [PROGRAM, '--blocks', '5']), (error) => {
		assert.equal(error.code, 2);
		assert.match(error.stderr, /^error: --blocks must be a power of two[^\n]*\n$/);
		return true;
	});
});

test('amounts are shown with all their digits and without useless ones', () => {
	assert.deepEqual([0n, 1n, 1_000_000n, 1_234_567_890_000n].map(usdc), ['0 USDC', '0.000001 USDC', '1 USDC', '1,234,567.89 USDC']);
	assert.equal(dydx(10n ** 17n), '0.1 DYDX');
	assert.deepEqual(['0', '1', '0.1', '12.000000000000000001'].map((text) => parseDydx(text, 'it')), [0n, 10n ** 18n, 10n ** 17n, 12n * 10n ** 18n + 1n]);
	for (const text of ['', '.5', '1.', '-1', '1e3', '0.0000000000000000001']) assert.throws(() => parseDydx(text, 'it'), /it must be an amount/);
});
