import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../lib/assembly.js';
import { countsOf, stateRootAfter } from '../lib/batch.js';
import { keyPairFromSeed } from '../lib/keys.js';
import { transferMessage } from '../lib/messages.js';
import { signMessage } from '../lib/signatures.js';
import { NOW, ROOT, selection, work } from './fixtures/exchange.js';
import { GENESIS, KEY_A, KEY_B, V4 } from './fixtures/vectors.js';

const MAX_U64 = (1n << 64n) - 1n;
const id = (number) => `0x${number.toString(16).padStart(64, '0')}`;
const sender = keyPairFromSeed('sender');

/** Positions 1 and 2 of keys A and B, position 3 of the sender. */
const positions = (first = 100n, second = 0n, third = 50n) => [
	{ position: 1n, key: KEY_A, equity: first, openForced: 0n },
	{ position: 2n, key: KEY_B, equity: second, openForced: 0n },
	{ position: 3n, key: sender.key, equity: third, openForced: 0n },
];

const withdrawal = (number, amount, position = 1n) => ({
	id: id(number),
	requestedAt: 0n,
	withdrawal: { key: KEY_A, position, amount },
	trade: null,
});
const trade = (number) => ({
	id: id(number),
	requestedAt: 0n,
	withdrawal: null,
	trade: { ...V4.args, reduceOnly: true },
});
const move = (position, amount, key = KEY_A) => ({ key, position, amount });

const make = (parts, there = positions(), state = work()) => assemble(state, selection(parts), there);
const outcomes = ({ forced }) => forced.map(([, outcome]) => outcome);
const serve = (...requests) => ({ forced: requests.map(([request, outcome = null]) => ({ request, outcome })) });

function transfer(change = {}, privateKey = sender.privateKey) {
	const order = { from: 3n, to: 2n, amount: 50n, nonce: 1n, expiration: NOW, ...change };
	return { order, signature: signMessage(transferMessage({ genesis: GENESIS, order }), privateKey) };
}

test('an empty batch follows the last one', () => {
	const batch = make({});
	assert.deepEqual(batch, {
		batchId: 5n,
		previousStateRoot: ROOT,
		newStateRoot: stateRootAfter(batch),
		systemTime: NOW,
		deposits: [],
		transfers: [],
		settlements: [],
		forced: [],
		withdrawals: [],
	});
	assert.equal(countsOf(batch), 'nothing');
});

test('the time of the system is the time of the chain and never goes back', () => {
	const timeAfter = (systemTime) =>
		make({}, [], work({ last: { batchId: 1n, stateRoot: ROOT, systemTime } })).systemTime;
	assert.equal(timeAfter(NOW - 1n), NOW);
	assert.equal(timeAfter(NOW), NOW);
	assert.equal(timeAfter(NOW + 60n), NOW + 60n);
	assert.throws(() => make({}, [], work({ now: 0n })), /no block yet/);
});

test('all parts together, as the chain takes them', () => {
	const batch = make({
		deposits: [move(1n, 10n)],
		transfers: [transfer()],
		settlements: [
			[1n, -5n],
			[2n, 5n],
		],
		...serve([withdrawal(1, 105n)]),
		withdrawals: [move(2n, 55n, KEY_B)],
	});
	assert.deepEqual(batch.deposits, [[KEY_A, 1n, 10n]]);
	assert.deepEqual(batch.transfers, [[transfer().order, transfer().signature]]);
	assert.deepEqual(batch.forced, [[id(1), 'Executed']]);
	assert.deepEqual(batch.withdrawals, [[KEY_B, 2n, 55n]]);
	assert.equal(countsOf(batch), '1 deposit, 1 transfer, 2 settlements, 1 forced request, 1 withdrawal');
});

test('the parts take effect in their order: a unit more of the last fails', () => {
	const parts = (amount) => ({
		settlements: [
			[1n, -100n],
			[2n, 100n],
		],
		withdrawals: [move(2n, amount, KEY_B)],
	});
	assert.equal(make(parts(100n)).withdrawals.length, 1);
	assert.throws(
		() => make(parts(101n)),
		/position 2 has 100, too little for a withdrawal of 101 \(starkExchange.InsufficientEquity\)/,
	);
});

test('a settlement below zero or above 2^64 - 1 is refused', () => {
	const settle = (first) =>
		make({
			settlements: [
				[1n, -first],
				[2n, first],
			],
		});
	assert.equal(settle(100n).settlements.length, 2);
	assert.throws(
		() => settle(101n),
		/position 1 has 100, too little for a settlement of 101 \(starkExchange.NegativeEquity\)/,
	);
	const almostFull = positions(100n, MAX_U64 - 100n);
	assert.equal(
		make(
			{
				settlements: [
					[1n, -100n],
					[2n, 100n],
				],
			},
			almostFull,
		).settlements.length,
		2,
	);
	assert.throws(
		() => make({ deposits: [move(2n, 101n, KEY_B)] }, almostFull),
		/would take position 2 beyond 2\^64/,
	);
});

test('a forced withdrawal is executed as long as the equity lasts', () => {
	const batch = make(
		serve([withdrawal(1, 60n)], [withdrawal(2, 41n)], [withdrawal(3, 40n)], [withdrawal(4, 1n)]),
	);
	assert.deepEqual(outcomes(batch), [
		'Executed',
		{ Rejected: 'InsufficientEquity' },
		'Executed',
		{ Rejected: 'InsufficientEquity' },
	]);
});

test('a forced withdrawal can be answered by name, within what the chain accepts', () => {
	assert.deepEqual(outcomes(make(serve([withdrawal(1, 100n), 'Executed']))), ['Executed']);
	assert.deepEqual(outcomes(make(serve([withdrawal(1, 1n), 'MarginRequirement']))), [
		{ Rejected: 'MarginRequirement' },
	]);
	assert.deepEqual(outcomes(make(serve([withdrawal(1, 101n), 'InsufficientEquity']))), [
		{ Rejected: 'InsufficientEquity' },
	]);
	assert.throws(() => make(serve([withdrawal(1, 101n), 'Executed'])), /starkExchange.InsufficientEquity/);
	assert.throws(
		() => make(serve([withdrawal(1, 100n), 'InsufficientEquity'])),
		/starkExchange.RejectionNotJustified/,
	);
	assert.throws(() => make(serve([withdrawal(1, 1n), 'TradeNotExecutable'])), /starkExchange.InvalidOutcome/);
});

test('a forced trade is executed, or rejected by name, and moves nothing', () => {
	const batch = make({
		...serve([trade(1)], [trade(2), 'TradeNotExecutable'], [trade(3), 'Executed']),
		withdrawals: [move(1n, 100n)],
	});
	assert.deepEqual(outcomes(batch), ['Executed', { Rejected: 'TradeNotExecutable' }, 'Executed']);
	for (const wish of ['InsufficientEquity', 'MarginRequirement']) {
		assert.throws(() => make(serve([trade(1), wish])), /is a trade, .* \(starkExchange.InvalidOutcome\)/);
	}
});

test('a withdrawal needs the key of the position', () => {
	assert.throws(
		() => make({ withdrawals: [move(2n, 1n)] }),
		/position 2 belongs to another key .*PositionKeyMismatch/,
	);
	assert.throws(() => make({ withdrawals: [move(9n, 1n)] }), /there is no position 9/);
});

test('a transfer needs equity, time, two positions, and the signature of the sender for this chain', () => {
	assert.equal(make({ transfers: [transfer()] }).transfers.length, 1);
	assert.throws(
		() => make({ transfers: [transfer({ amount: 51n })] }),
		/position 3 has 50, too little for a transfer of 51/,
	);
	assert.throws(
		() => make({ transfers: [transfer({ expiration: NOW - 1n })] }),
		/starkExchange.TransferExpired/,
	);
	assert.throws(() => make({ transfers: [transfer({ to: 3n })] }), /goes nowhere/);
	assert.throws(() => make({ transfers: [transfer({ to: 9n })] }), /there is no position 9/);
	assert.throws(() => make({ transfers: [transfer({}, '0x12345')] }), /starkExchange.InvalidSignature/);
	const elsewhere = work({ genesis: id(1) });
	assert.throws(
		() => make({ transfers: [transfer()] }, positions(), elsewhere),
		/starkExchange.InvalidSignature/,
	);
});

test('what one transfer brings the next can spend', () => {
	const back = { order: { from: 2n, to: 3n, amount: 50n, nonce: 1n, expiration: NOW } };
	const signature = signMessage(transferMessage({ genesis: GENESIS, order: back.order }), '0x54321');
	assert.equal(make({ transfers: [transfer(), { ...back, signature }] }).transfers.length, 2);
	assert.throws(() => make({ transfers: [{ ...back, signature }, transfer()] }), /position 2 has 0/);
});

test('the positions that were read stay as they are', () => {
	const there = positions();
	make({ deposits: [move(1n, 10n)] }, there);
	assert.deepEqual(there, positions());
});
