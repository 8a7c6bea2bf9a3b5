import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../lib/errors.js';
import { toBytes } from '../lib/hex.js';
import {
	answer,
	forcedTrade,
	hash,
	jsonOrFile,
	movement,
	positive,
	secretOrFile,
	settlement,
	signedTransfer,
	transferOrder,
	unsigned,
} from '../lib/parse.js';
import { ALICE, KEY_A, V2, V4 } from './fixtures/vectors.js';

const MAX_U64 = (1n << 64n) - 1n;

const refuses = (action, message) =>
	assert.throws(action, (error) => {
		assert.ok(error instanceof UserError, `${error.stack}`);
		assert.match(error.message, message);
		assert.ok(!error.message.includes('\n'), 'one line');
		return true;
	});

test('whole numbers: decimal with or without underscores, hex, JSON', () => {
	for (const value of ['1000000', '1_000_000', '0xf4240', 1_000_000, 1_000_000n]) {
		assert.equal(unsigned(value, 'the amount'), 1_000_000n);
	}
	assert.equal(unsigned(MAX_U64.toString(), 'it'), MAX_U64);
	refuses(() => unsigned(`${MAX_U64 + 1n}`, 'the amount'), /the amount must be below 2\^64/);
	for (const value of ['', '-1', '1.5', '1e3', 'one', '0x', null, undefined, true, {}, []]) {
		refuses(() => unsigned(value, 'the amount'), /the amount must be a whole number, not/);
	}
	for (const value of [2 ** 53, 1.5, Number.NaN]) {
		refuses(() => unsigned(value, 'the amount'), /no whole number, or too large for a JSON number/);
	}
	refuses(() => positive('0', 'the amount'), /the amount must be above zero/);
});

test('KEY:POSITION:Q', () => {
	assert.deepEqual(movement(`${KEY_A}:1:250`, '--deposit'), { key: KEY_A, position: 1n, amount: 250n });
	assert.deepEqual(movement(`${KEY_A.slice(2).toUpperCase()}:1:250`, '--deposit').key, KEY_A);
	refuses(() => movement(`${KEY_A}:1`, '--deposit'), /--deposit must have the form KEY:POSITION:Q/);
	refuses(() => movement(`${KEY_A}:1:2:3`, '--deposit'), /--deposit must have the form KEY:POSITION:Q/);
	refuses(() => movement('0x12:1:250', '--withdraw'), /the key of --withdraw must have 32 bytes, it has 1/);
	refuses(() => movement('zz:1:250', '--withdraw'), /the key of --withdraw is no hex text: 'zz'/);
	refuses(() => movement(`${'5'.padStart(64, '0')}:1:250`, '--withdraw'), /is no point of the STARK curve/);
	refuses(() => movement(`${KEY_A}:x:250`, '--deposit'), /the position of --deposit must be a whole number/);
	refuses(() => movement(`${KEY_A}:1:0`, '--deposit'), /the amount of --deposit must be above zero/);
});

test('POSITION:DELTA', () => {
	assert.deepEqual(settlement('3:-5'), { position: 3n, delta: -5n });
	assert.deepEqual(settlement('3:+1_000'), { position: 3n, delta: 1_000n });
	assert.deepEqual(settlement(`3:${-(1n << 63n)}`).delta, -(1n << 63n));
	refuses(() => settlement(`3:${1n << 63n}`), /must be between -2\^63 and 2\^63 - 1/);
	refuses(() => settlement('3'), /--settle must have the form POSITION:DELTA/);
	refuses(() => settlement('3:x'), /the delta of --settle must be a whole number/);
	refuses(() => settlement('-3:5'), /the position of --settle must be a whole number/);
});

test('ID:OUTCOME', () => {
	for (const outcome of ['Executed', 'InsufficientEquity', 'MarginRequirement', 'TradeNotExecutable']) {
		assert.deepEqual(answer(`${ALICE}:${outcome}`), { id: ALICE, outcome });
	}
	refuses(() => answer(`${ALICE}:executed`), /must be one of Executed, InsufficientEquity, .*, not 'executed'/);
	refuses(() => answer(`0x12:Executed`), /the id of --serve must have 32 bytes/);
	refuses(() => answer(ALICE), /--serve must have the form ID:OUTCOME/);
});

test('a hash is 32 bytes', () => {
	assert.equal(hash(ALICE.toUpperCase().replace('0X', '0x'), 'the hash'), ALICE);
	refuses(() => hash('', 'the hash'), /the hash is no hex text/);
	refuses(() => hash(undefined, 'the hash'), /the hash is no hex text/);
	refuses(() => toBytes(`0x${'g'.repeat(64)}`, 'the hash'), /the hash is no hex text/);
});

const jsonOf = (value) =>
	JSON.parse(JSON.stringify(value, (_, field) => (typeof field === 'bigint' ? `${field}` : field)));

test('a trade, in camel or in snake case', () => {
	assert.deepEqual(forcedTrade(jsonOf(V4.args)), V4.args);
	const snake = Object.entries(jsonOf(V4.args)).map(([name, value]) => [
		name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		value,
	]);
	assert.deepEqual(forcedTrade(Object.fromEntries(snake)), V4.args);
});

test('a trade has all its fields and no others, each in range', () => {
	const trade = jsonOf(V4.args);
	for (const name of Object.keys(trade)) {
		const { [name]: _, ...rest } = trade;
		refuses(() => forcedTrade(rest), new RegExp(`the trade lacks its field '${name}'`));
	}
	refuses(
		() => forcedTrade({ ...trade, premium: true }),
		/the trade has no field 'premium'; its fields are keyA,/,
	);
	refuses(() => forcedTrade({ ...trade, positionB: 1 }), /SamePosition/);
	refuses(
		() => forcedTrade({ ...trade, syntheticAssetId: 0 }),
		/syntheticAssetId of the trade must be above zero/,
	);
	refuses(() => forcedTrade({ ...trade, syntheticAssetId: `${1n << 120n}` }), /must be below 2\^120/);
	assert.equal(
		forcedTrade({ ...trade, syntheticAssetId: `${(1n << 120n) - 1n}` }).syntheticAssetId,
		(1n << 120n) - 1n,
	);
	refuses(
		() => forcedTrade({ ...trade, amountCollateral: 0 }),
		/amountCollateral of the trade must be above zero/,
	);
	refuses(
		() => forcedTrade({ ...trade, amountSynthetic: 0 }),
		/amountSynthetic of the trade must be above zero/,
	);
	refuses(() => forcedTrade({ ...trade, aIsBuyingSynthetic: 'yes' }), /must be true or false, not 'yes'/);
	refuses(() => forcedTrade({ ...trade, keyB: `0x${'5'.padStart(64, '0')}` }), /keyB of the trade is no point/);
	for (const value of [null, [], 'trade', 5])
		refuses(() => forcedTrade(value), /the trade must be a JSON object/);
});

const ORDER = { from: 1n, to: 2n, amount: 30n, nonce: 0n, expiration: 1_800_000_000n };

test('a transfer with its signature, with or without what sign-transfer prints besides', () => {
	assert.deepEqual(transferOrder(jsonOf(ORDER)), ORDER);
	const signature = { r: V2.r, s: V2.s };
	assert.deepEqual(signedTransfer(jsonOf({ order: ORDER, signature })), { order: ORDER, signature });
	const printed = jsonOf({ genesis: ALICE, id: ALICE, order: ORDER, signature });
	assert.deepEqual(signedTransfer(printed), { order: ORDER, signature });
	refuses(() => transferOrder({ ...jsonOf(ORDER), to: 1 }), /from a position to itself/);
	refuses(() => transferOrder({ ...jsonOf(ORDER), amount: 0 }), /amount of the order must be above zero/);
	refuses(() => signedTransfer(jsonOf({ order: ORDER })), /the transfer lacks its field 'signature'/);
	refuses(
		() => signedTransfer(jsonOf({ order: ORDER, signature: { r: V2.r } })),
		/the signature lacks its field 's'/,
	);
	refuses(
		() => signedTransfer(jsonOf({ order: ORDER, signature: { r: '0x1', s: V2.s } })),
		/r of the signature is no hex/,
	);
});

test('JSON and secrets come from the command line or from files', () => {
	assert.deepEqual(jsonOrFile(' {"a": 1}', '--args'), { a: 1 });
	assert.equal(
		jsonOrFile(new URL('../package.json', import.meta.url).pathname, '--args').name,
		'tidepool-stark-operator',
	);
	refuses(() => jsonOrFile('{"a": ', '--args'), /--args is no JSON/);
	refuses(() => jsonOrFile('/nowhere/order.json', '--order'), /--order cannot be read: ENOENT/);
	assert.equal(secretOrFile('//Alice', '--suri'), '//Alice');
	refuses(
		() => secretOrFile('@/nowhere/secret', 'the file of --suri'),
		/the file of --suri cannot be read: ENOENT/,
	);
});
