import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, ofAccount } from '../lib/cli/state.js';
import { isOperator, readPositions, readState, readWork } from '../lib/snapshot.js';
import { fakeApi, LIMITS, NOW, ROOT } from './fixtures/exchange.js';
import { codec } from './fixtures/types.js';
import { GENESIS, KEY_A, KEY_B, V4 } from './fixtures/vectors.js';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const id = (number) => `0x${number.toString(16).padStart(64, '0')}`;

/** Entries deliberately not in their order. */
const FULL = {
	positions: [
		[2, { key: KEY_B, equity: 50, openForced: 0 }],
		[1, { key: KEY_A, equity: 18446744073709551615n, openForced: 2 }],
	],
	owners: [
		[KEY_A, ALICE],
		[KEY_B, BOB],
	],
	deposits: [
		[KEY_B, 2, { amount: 7, cancelRequestedAt: 1_700_000_000 }],
		[KEY_A, 1, { amount: 100, cancelRequestedAt: null }],
	],
	withdrawals: [[KEY_B, 9]],
	requests: [
		[id(3), { kind: { Trade: { args: V4.args, reduceOnly: true } }, requestedAt: 20 }],
		[id(2), { kind: { Withdrawal: { key: KEY_A, position: 1, amount: 5 } }, requestedAt: 10 }],
		[id(1), { kind: { Withdrawal: { key: KEY_B, position: 2, amount: 6 } }, requestedAt: 20 }],
	],
	operators: [ALICE],
	usedTrades: [[id(4), 1_900_000_000]],
	usedTransfers: [[id(5), 1_900_000_001]],
	totals: [107n, 18446744073709551665n, 9n],
};

const readable = ({ at: _, ...work }) => work;

test('an exchange before its first batch', async () => {
	const api = fakeApi({ lastState: { batchId: 0, stateRoot: `0x${'00'.repeat(32)}`, systemTime: 0 } });
	assert.deepEqual(readable(await readWork(api)), {
		block: 7n,
		genesis: GENESIS,
		now: NOW,
		last: { batchId: 0n, stateRoot: `0x${'00'.repeat(32)}`, systemTime: 0n },
		frozen: null,
		deposits: [],
		requests: [],
		limits: LIMITS,
	});
	const lines = describe(await readState(api)).split('\n');
	assert.deepEqual(lines, [
		'block 7, 2027-01-15T08:00:00Z',
		'no batch yet',
		`state root 0x${'00'.repeat(32)}`,
		'not frozen',
		'operators: none',
		'totals: pending deposits 0, equity 0, pending withdrawals 0',
		'remembered: served trades 0, transfers 0',
		'',
		'no positions',
		'',
		'no pending deposits',
		'',
		'no open forced requests',
	]);
});

test('deposits are sorted by key, requests by age', async () => {
	const { deposits, requests } = await readWork(fakeApi(FULL));
	assert.deepEqual(deposits, [
		{ key: KEY_A, position: 1n, amount: 100n, cancelRequestedAt: null },
		{ key: KEY_B, position: 2n, amount: 7n, cancelRequestedAt: 1_700_000_000n },
	]);
	assert.deepEqual(requests, [
		{ id: id(2), requestedAt: 10n, withdrawal: { key: KEY_A, position: 1n, amount: 5n }, trade: null },
		{ id: id(1), requestedAt: 20n, withdrawal: { key: KEY_B, position: 2n, amount: 6n }, trade: null },
		{ id: id(3), requestedAt: 20n, withdrawal: null, trade: { ...V4.args, reduceOnly: true } },
	]);
});

test('positions by id: each once, those that exist', async () => {
	const { at } = await readWork(fakeApi(FULL));
	assert.deepEqual(await readPositions(at, []), []);
	assert.deepEqual(await readPositions(at, [2n, 9n, 2n]), [
		{ position: 2n, key: KEY_B, equity: 50n, openForced: 0n },
	]);
});

test('who operates the exchange', async () => {
	const { at } = await readWork(fakeApi(FULL));
	assert.equal(await isOperator(at, ALICE), true);
	assert.equal(await isOperator(at, BOB), false);
});

test('everything there is, in numbers without loss', async () => {
	const state = await readState(fakeApi({ ...FULL, frozen: { frozenAt: 5, unfreezeAllowedAt: 6 } }));
	assert.deepEqual(state.frozen, { frozenAt: 5n, unfreezeAllowedAt: 6n });
	assert.deepEqual(state.operators, [ALICE]);
	assert.deepEqual(state.totals, {
		pendingDeposits: 107n,
		equity: 18446744073709551665n,
		pendingWithdrawals: 9n,
	});
	assert.deepEqual(state.positions, [
		{
			position: 1n,
			key: KEY_A,
			equity: 18446744073709551615n,
			openForced: 2n,
			owner: ALICE,
			withdrawable: 0n,
		},
		{ position: 2n, key: KEY_B, equity: 50n, openForced: 0n, owner: BOB, withdrawable: 9n },
	]);
	assert.deepEqual(state.usedTrades, [{ id: id(4), expiration: 1_900_000_000n }]);
	assert.deepEqual(state.usedTransfers, [{ id: id(5), expiration: 1_900_000_001n }]);
});

test('what is shown of it', async () => {
	const state = await readState(
		fakeApi({ ...FULL, frozen: { frozenAt: NOW, unfreezeAllowedAt: NOW + 31_536_000n } }),
	);
	assert.equal(
		describe(state),
		`block 7, 2027-01-15T08:00:00Z
batch 4 of 2027-01-15T07:59:00Z
state root ${ROOT}
FROZEN since 2027-01-15T08:00:00Z; governance may unfreeze from 2028-01-15T08:00:00Z on
operators: ${ALICE}
totals: pending deposits 107, equity 18446744073709551665, pending withdrawals 9
remembered: served trades 1, transfers 1

positions:
  position                equity  withdrawable  open requests  key                                                                 owner
         1  18446744073709551615             0              2  ${KEY_A}  ${ALICE}
         2                    50             9              0  ${KEY_B}  ${BOB}

pending deposits:
  position  amount  key
         1     100  ${KEY_A}
         2       7  ${KEY_B}  cancellation requested 2023-11-14T22:13:20Z

open forced requests:
  id                                                                  since                 demands
  ${id(2)}  1970-01-01T00:00:10Z  withdrawal of 5 from position 1
  ${id(1)}  1970-01-01T00:00:20Z  withdrawal of 6 from position 2
  ${id(3)}  1970-01-01T00:00:20Z  trade: position 1 buys 5000 of asset 0x4554482d35 for 1000000000, other side position 2, reduce only`,
	);
});

test('one account alone: its positions, deposits and requests', async () => {
	const state = await readState(fakeApi(FULL));
	const { positions, deposits, requests } = ofAccount(state, BOB);
	assert.deepEqual(
		[positions, deposits, requests].map((items) => items.length),
		[1, 1, 1],
	);
	assert.equal(requests[0].id, id(1));
	assert.deepEqual(
		ofAccount(state, ALICE).requests.map((one) => one.id),
		[id(2), id(3)],
	);
	const stranger = codec('AccountId32', `0x${'77'.repeat(32)}`).toString();
	assert.deepEqual(ofAccount(state, stranger).positions, []);
});

test('a chain that does not tell its limits is refused', async () => {
	const api = fakeApi();
	delete api.consts.starkExchange.maxForcedPerBatch;
	await assert.rejects(readWork(api), /does not tell its limit starkExchange.maxForcedPerBatch/);
});
