import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionsOf, select } from '../lib/selection.js';
import { settled } from '../lib/settlements.js';
import { LIMITS, selection, work } from './fixtures/exchange.js';
import { KEY_A, KEY_B } from './fixtures/vectors.js';

const id = (number) => `0x${number.toString(16).padStart(64, '0')}`;
const deposit = (key, position, amount, cancelRequestedAt = null) => ({
	key,
	position,
	amount,
	cancelRequestedAt,
});
const request = (number) => ({
	id: id(number),
	requestedAt: BigInt(number),
	withdrawal: { key: KEY_A, position: 1n, amount: 5n },
	trade: null,
});

const PENDING = [deposit(KEY_A, 1n, 100n), deposit(KEY_B, 2n, 50n, 1_700_000_000n)];
const amounts = ({ deposits }) => deposits.map(({ position, amount }) => [position, amount]);

test('nothing wished for, nothing selected', () => {
	assert.deepEqual(select(work({ deposits: PENDING, requests: [request(1)] }), {}), selection());
});

test('every pending deposit can be accepted, or all but those asked back', () => {
	const there = work({ deposits: PENDING });
	assert.deepEqual(amounts(select(there, { acceptAll: true })), [
		[1n, 100n],
		[2n, 50n],
	]);
	assert.deepEqual(amounts(select(there, { acceptAll: true, spareCancelled: true })), [[1n, 100n]]);
});

test('a deposit can be accepted in part, and not beyond what is pending', () => {
	const there = work({ deposits: PENDING });
	const wish = (...named) => ({ deposits: named.map(([key, position, amount]) => ({ key, position, amount })) });
	assert.deepEqual(amounts(select(there, wish([KEY_A, 1n, 100n]))), [[1n, 100n]]);
	assert.throws(
		() => select(there, wish([KEY_A, 1n, 101n])),
		/of which 100 is pending \(starkExchange.DepositInsufficient\)/,
	);
	assert.throws(() => select(there, wish([KEY_A, 2n, 1n])), /of which 0 is pending/);
	assert.deepEqual(amounts(select(there, wish([KEY_A, 1n, 60n], [KEY_A, 1n, 40n]))).length, 2);
	assert.throws(() => select(there, wish([KEY_A, 1n, 60n], [KEY_A, 1n, 41n])), /of which 40 is pending/);
});

test('a named amount goes before accepting all', () => {
	const named = { deposits: [{ key: KEY_A, position: 1n, amount: 60n }], acceptAll: true };
	assert.deepEqual(amounts(select(work({ deposits: PENDING }), named)), [
		[1n, 60n],
		[2n, 50n],
	]);
});

test('of more deposits than fit the first are taken, and the rest is told', () => {
	const pending = Array.from({ length: LIMITS.deposits + 2 }, (_, index) =>
		deposit(KEY_A, BigInt(index + 1), 1n),
	);
	const { deposits, notes } = select(work({ deposits: pending }), { acceptAll: true });
	assert.equal(deposits.length, LIMITS.deposits);
	assert.deepEqual(deposits.at(-1), { key: KEY_A, position: BigInt(LIMITS.deposits), amount: 1n });
	assert.deepEqual(notes, ['2 of 258 pending deposits are left for the next batch, which takes 256 of them']);
	assert.deepEqual(select(work({ deposits: pending.slice(2) }), { acceptAll: true }).notes, []);
});

test('open requests are served as the ledger allows, named ones as named', () => {
	const requests = [request(1), request(2)];
	const { forced } = select(work({ requests }), {
		serveForced: true,
		answers: [{ id: id(2), outcome: 'MarginRequirement' }],
	});
	assert.deepEqual(forced, [
		{ request: requests[1], outcome: 'MarginRequirement' },
		{ request: requests[0], outcome: null },
	]);
	const named = select(work({ requests }), { answers: [{ id: id(1), outcome: 'Executed' }] });
	assert.deepEqual(named.forced, [{ request: requests[0], outcome: 'Executed' }]);
});

test('answers need an open request, and one answer is enough', () => {
	const there = work({ requests: [request(1)] });
	const executed = { id: id(1), outcome: 'Executed' };
	assert.throws(() => select(there, { answers: [{ ...executed, id: id(9) }] }), /RequestNotFound/);
	assert.throws(() => select(there, { answers: [executed, executed] }), /is answered twice/);
});

test('of more requests than fit the oldest are served', () => {
	const requests = Array.from({ length: LIMITS.forced + 1 }, (_, index) => request(index + 1));
	const { forced, notes } = select(work({ requests }), { serveForced: true });
	assert.equal(forced.length, LIMITS.forced);
	assert.equal(forced.at(-1).request.id, id(LIMITS.forced));
	assert.deepEqual(notes, ['1 of 65 open forced requests are left for the next batch, which takes 64 of them']);
});

test('what was named is never cut: it fits or is refused', () => {
	const withdrawal = { key: KEY_A, position: 1n, amount: 1n };
	const many = (length) => ({ withdrawals: new Array(length).fill(withdrawal) });
	assert.equal(select(work(), many(LIMITS.withdrawals)).withdrawals.length, LIMITS.withdrawals);
	assert.throws(() => select(work(), many(LIMITS.withdrawals + 1)), /at most 256 withdrawals, 257 are given/);
});

test('settlements are sorted as numbers and add up to zero', () => {
	const settlements = [
		{ position: 10n, delta: -7n },
		{ position: 9n, delta: 4n },
		{ position: 100n, delta: 3n },
	];
	assert.deepEqual(settled(settlements), [
		[9n, 4n],
		[10n, -7n],
		[100n, 3n],
	]);
	assert.deepEqual(settled([]), []);
	assert.throws(
		() => settled(settlements.slice(1)),
		/add up to 7, not to zero \(starkExchange.SettlementNotConserving\)/,
	);
	assert.throws(
		() =>
			settled([
				{ position: 1n, delta: 1n },
				{ position: 1n, delta: -1n },
			]),
		/position 1 is settled twice/,
	);
});

test('the positions that a selection depends on', () => {
	const parts = selection({
		deposits: [{ key: KEY_A, position: 1n, amount: 1n }],
		transfers: [{ order: { from: 2, to: 3n } }],
		settlements: [[4n, 0n]],
		forced: [
			{ request: { withdrawal: { position: 5n } } },
			{ request: { withdrawal: null, trade: { positionA: 9n, positionB: 8n } } },
		],
		withdrawals: [{ key: KEY_A, position: 6n, amount: 1n }],
	});
	assert.deepEqual(positionsOf(parts), [1n, 2n, 3n, 4n, 5n, 6n]);
});
