import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { main } from '../lib/cli/main.js';
import { wishesOf } from '../lib/cli/update.js';
import { keyPairFromSeed } from '../lib/keys.js';
import {
	forcedTradeId,
	forcedTradeMessage,
	registrationMessage,
	transferId,
	transferMessage,
} from '../lib/messages.js';
import { signedTransfer } from '../lib/parse.js';
import { verifyMessage } from '../lib/signatures.js';
import { ALICE, GENESIS, KEY_A, KEY_B, PRIVATE_A, PRIVATE_B, V4 } from './fixtures/vectors.js';

const ALICE_ADDRESS = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const PROGRAM = new URL('../bin/stark-operator.js', import.meta.url).pathname;

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'stark-operator-'))));
after(() => rm(folder, { recursive: true }));

async function file(name, content) {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

/** Runs a command line in this process. */
async function run(...args) {
	const printed = [];
	const noted = [];
	const code = await main(args, { print: (text) => printed.push(text), note: (text) => noted.push(text) });
	return { code, printed, noted };
}

async function succeeds(...args) {
	const { code, printed, noted } = await run(...args);
	assert.deepEqual([code, noted], [0, []]);
	return JSON.parse(printed.join('\n'));
}

async function fails(args, message) {
	const { code, printed, noted } = await run(...args);
	assert.equal(code, 1, args.join(' '));
	assert.deepEqual(printed, []);
	assert.equal(noted.length, 1);
	assert.match(noted[0], /^error: [^\n]+$/);
	assert.match(noted[0], message);
}

const registration = (...change) => [
	'sign-registration',
	'--account',
	ALICE,
	'--private-key',
	PRIVATE_A,
	'--genesis',
	GENESIS,
	...change,
];

test('keygen prints a new pair, or that of a seed with a warning', async () => {
	const [first, second] = [await succeeds('keygen'), await succeeds('keygen')];
	assert.notEqual(first.privateKey, second.privateKey);
	const { code, printed, noted } = await run('keygen', '--seed', 'a');
	assert.equal(code, 0);
	assert.deepEqual(JSON.parse(printed[0]), keyPairFromSeed('a'));
	assert.equal(noted.length, 1);
	assert.match(noted[0], /^warning: whoever knows the seed has the private key/);
});

test('sign-registration: the same for the address and the bytes of an account', async () => {
	const byHex = await succeeds(...registration());
	assert.deepEqual(await succeeds(...registration('--account', ALICE_ADDRESS)), byHex);
	assert.deepEqual(Object.keys(byHex), ['genesis', 'account', 'key', 'signature']);
	assert.deepEqual([byHex.genesis, byHex.account, byHex.key], [GENESIS, ALICE, KEY_A]);
	const message = registrationMessage({ genesis: GENESIS, account: ALICE, key: KEY_A });
	assert.equal(verifyMessage(message, KEY_A, byHex.signature), true);
});

test('private keys come from files, too: as hex text or as keygen prints them', async () => {
	const expected = await succeeds(...registration());
	for (const content of [`${PRIVATE_A}\n`, JSON.stringify({ privateKey: PRIVATE_A, key: KEY_A })]) {
		const path = await file('key', content);
		assert.deepEqual(await succeeds(...registration('--private-key', `@${path}`)), expected);
	}
	const broken = await file('broken', '{"privateKey": 5 secret');
	await fails(registration('--private-key', `@${broken}`), /neither hex text nor what keygen printed$/);
	await fails(
		registration('--private-key', '@/nowhere/key'),
		/the file of --private-key cannot be read: ENOENT/,
	);
});

const TRADE_FLAGS = {
	'--key-a': KEY_A,
	'--position-a': '1',
	'--position-b': '2',
	'--synthetic': '0x4554482d35',
	'--collateral': '1_000_000_000',
	'--synthetic-amount': '5000',
	'--expiration': '1800000000',
	'--nonce': '7',
};
const tradeFlags = (flags) => Object.entries(flags).flat();
const signTrade = (...args) => ['sign-trade', '--private-key', PRIVATE_B, '--genesis', GENESIS, ...args];
const TRADE_JSON = JSON.stringify(V4.args, (_, field) => (typeof field === 'bigint' ? field.toString() : field));

test('sign-trade: the same from JSON, from a file and from flags', async () => {
	const signed = await succeeds(...signTrade('--args', TRADE_JSON));
	assert.deepEqual(await succeeds(...signTrade('--args', await file('trade.json', TRADE_JSON))), signed);
	assert.deepEqual(await succeeds(...signTrade(...tradeFlags(TRADE_FLAGS), '--a-buys')), signed);
	assert.equal(signed.id, forcedTradeId(V4.args));
	assert.equal(
		verifyMessage(forcedTradeMessage({ genesis: GENESIS, args: V4.args }), KEY_B, signed.signature),
		true,
	);
	const sold = await succeeds(...signTrade(...tradeFlags(TRADE_FLAGS), '--a-sells'));
	assert.equal(sold.args.aIsBuyingSynthetic, false);
});

test('sign-trade: what is missing, doubled or of another key', async () => {
	for (const name of Object.keys(TRADE_FLAGS)) {
		const { [name]: _, ...rest } = TRADE_FLAGS;
		await fails(signTrade(...tradeFlags(rest), '--a-buys'), new RegExp(`${name} is missing`));
	}
	await fails(signTrade(...tradeFlags(TRADE_FLAGS)), /give one of --a-buys and --a-sells/);
	await fails(
		signTrade(...tradeFlags(TRADE_FLAGS), '--a-buys', '--a-sells'),
		/give one of --a-buys and --a-sells/,
	);
	await fails(signTrade('--args', TRADE_JSON, '--nonce', '8'), /--args and --nonce exclude each other/);
	await fails(
		signTrade('--args', TRADE_JSON, '--private-key', PRIVATE_A),
		/the private key is that of 0x002f.*, and keyB of the trade is 0x0061/,
	);
	await fails(
		signTrade(...tradeFlags(TRADE_FLAGS), '--a-buys', '--valid-for', '60'),
		/--expiration and --valid-for exclude each other/,
	);
	const { '--expiration': _, ...timeless } = TRADE_FLAGS;
	await fails(
		signTrade(...tradeFlags(timeless), '--a-buys', '--valid-for', '60'),
		/--valid-for counts from the time of the chain/,
	);
});

const ORDER = { from: 1n, to: 2n, amount: 30n, nonce: 0n, expiration: 1_800_000_000n };
const ORDER_FLAGS = Object.entries(ORDER).flatMap(([name, value]) => [`--${name}`, String(value)]);
const signTransfer = (...args) => ['sign-transfer', '--private-key', PRIVATE_A, '--genesis', GENESIS, ...args];

test('sign-transfer prints what update --transfer takes', async () => {
	const signed = await succeeds(...signTransfer(...ORDER_FLAGS));
	assert.equal(signed.id, transferId(ORDER));
	assert.equal(
		verifyMessage(transferMessage({ genesis: GENESIS, order: ORDER }), KEY_A, signed.signature),
		true,
	);
	assert.deepEqual(await succeeds(...signTransfer('--order', JSON.stringify(signed.order))), signed);
	const taken = { order: ORDER, signature: signed.signature };
	assert.deepEqual(signedTransfer(signed), taken);
	const path = await file('transfer.json', JSON.stringify(signed));
	assert.deepEqual(wishesOf({ transfer: [path, JSON.stringify(signed)] }).transfers, [taken, taken]);
	await fails(signTransfer(...ORDER_FLAGS.slice(2)), /--from is missing/);
});

test('bad input is told in one line before any node is asked', async () => {
	await fails([], /a command is missing: one of keygen,/);
	await fails(['sing'], /there is no command 'sing', only keygen,/);
	await fails(['constructor'], /there is no command 'constructor'/);
	await fails(['keygen', '--sed', 'a'], /Unknown option '--sed'$/);
	await fails(['keygen', 'extra'], /Unexpected argument 'extra'/);
	await fails(['update', '--settle'], /--settle <value>' argument missing$/);
	await fails(registration('--account', 'Alice'), /'Alice' is no account: give an SS58 address/);
	await fails(registration('--account', '0x1234'), /'0x1234' is no account/);
	await fails(registration('--account', `${ALICE_ADDRESS.slice(0, -1)}X`), /is no account/);
	await fails(registration('--private-key', 'xyz'), /the private key is no hex text/);
	await fails(registration('--private-key', '0x0'), /the private key must be above 0/);
	await fails(registration('--genesis', '0x11'), /the hash of --genesis must have 32 bytes, it has 1/);
	await fails(registration('--url', 'ws://127.0.0.1:9944'), /--genesis and --url exclude each other/);
	await fails(['sign-registration', '--private-key', PRIVATE_A], /--account is missing/);
	await fails(['update', '--settle', '1:5', '--settle', '2:-4'], /the settlements add up to 1, not to zero/);
	await fails(['update', '--deposit', `${KEY_A}:1`], /--deposit must have the form KEY:POSITION:Q/);
	await fails(['update', '--serve', `${GENESIS}:Maybe`], /the outcome of --serve must be one of Executed/);
	await fails(['update', '--transfer', '{}'], /the transfer lacks its field 'order'/);
	await fails(['state', '--account', 'nobody'], /'nobody' is no account/);
	for (const url of ['http://127.0.0.1:9944', 'nonsense', 'ws://']) {
		await fails(['state', '--url', url], /is no address of a node: one looks like ws:/);
	}
});

test('help names every command, and every command its options', async () => {
	const { code, printed } = await run('--help');
	assert.equal(code, 0);
	for (const name of ['keygen', 'sign-registration', 'sign-trade', 'sign-transfer', 'state', 'update', 'run']) {
		assert.match(printed[0], new RegExp(`^  ${name} `, 'm'));
		const help = await run(name, '--help');
		assert.equal(help.code, 0);
		assert.match(help.printed[0], /^  --/m);
	}
});

test('wishes are what was typed', () => {
	const id = `0x${'44'.repeat(32)}`;
	assert.deepEqual(
		wishesOf({
			'accept-all': true,
			deposit: [`${KEY_A}:1:5`],
			settle: ['2:-1', '1:1'],
			'serve-forced': true,
			serve: [`${id}:Executed`],
			withdraw: [`${KEY_B}:2:6`],
		}),
		{
			acceptAll: true,
			deposits: [{ key: KEY_A, position: 1n, amount: 5n }],
			transfers: [],
			settlements: [
				{ position: 2n, delta: -1n },
				{ position: 1n, delta: 1n },
			],
			serveForced: true,
			answers: [{ id, outcome: 'Executed' }],
			withdrawals: [{ key: KEY_B, position: 2n, amount: 6n }],
		},
	);
});

test('the program itself: no node, one line, exit code 1', async () => {
	const nobody = 'ws://127.0.0.1:1';
	for (const command of ['state', 'update', 'run']) {
		await assert.rejects(
			promisify(execFile)(process.execPath, [PROGRAM, command, '--url', nobody]),
			(error) => {
				assert.equal(error.code, 1);
				assert.equal(error.stdout, '');
				assert.match(error.stderr, /^error: no node answers at ws:\/\/127\.0\.0\.1:1 \([^\n]+\)\n$/);
				return true;
			},
		);
	}
});

test('the program itself: results on standard output, exit code 0', async () => {
	const { stdout, stderr } = await promisify(execFile)(process.execPath, [PROGRAM, 'keygen', '--seed', 'a']);
	assert.deepEqual(JSON.parse(stdout), keyPairFromSeed('a'));
	assert.match(stderr, /^warning: [^\n]+\n$/);
});
