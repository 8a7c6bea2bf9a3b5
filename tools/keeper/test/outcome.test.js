import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorName, findOutcome, isHarmless, readEvents } from '../lib/outcome.js';
import { refusalOf } from '../lib/refusal.js';
import { tipOf, Transaction } from '../lib/transaction.js';

const codec = (value) => ({ toString: () => value, toBigInt: () => value, isTrue: value === true });
const event = (name, data) => {
	const [section, method] = name.split('.');
	return { section, method, data };
};
const registry = { findMetaError: (index) => ({ section: 'liquidityStaking', name: index }) };
const moduleError = (name) => ({ isModule: true, asModule: name });

const MARKED = event('liquidityStaking.DebtMarked', { borrower: codec('a'), amount: codec(5n) });
const RESTRICTED = event('liquidityStaking.BorrowingRestrictionChanged', { borrower: codec('a'), restricted: codec(true) });

test('events say what was marked, who was restricted and what failed', () => {
	assert.deepEqual(readEvents([MARKED, RESTRICTED, event('system.ExtrinsicSuccess', {})], registry), {
		errors: [],
		marked: [{ borrower: 'a', amount: 5n }],
		restricted: ['a'],
	});
	const failed = [event('system.ExtrinsicFailed', { dispatchError: moduleError('NoShortfall') })];
	assert.deepEqual(readEvents(failed, registry).errors, ['liquidityStaking.NoShortfall']);
	const items = ['NoShortfall', 'BorrowerNotOverdue'].map((name) => event('utility.ItemFailed', { error: moduleError(name) }));
	assert.deepEqual(readEvents(items, registry).errors, ['liquidityStaking.NoShortfall', 'liquidityStaking.BorrowerNotOverdue']);
});

test('errors of other kinds have names, too', () => {
	assert.equal(errorName({ type: 'BadOrigin' }, registry), 'BadOrigin');
	assert.equal(errorName({ type: 'Token', inner: { type: 'NoFunds' } }, registry), 'token.NoFunds');
});

test('only what somebody else has done is harmless', () => {
	const of = (...errors) => isHarmless(/** @type {any} */ ({ errors }));
	assert.equal(of('liquidityStaking.NoShortfall', 'liquidityStaking.BorrowerNotOverdue'), true);
	assert.equal(of('liquidityStaking.NoShortfall', 'liquidityStaking.ShortfallNotCovered'), false);
});

/** An API on three blocks, of which the second includes `0xt`. */
const api = /** @type {any} */ ({
	rpc: {
		chain: {
			getBlock: async (hash) => {
				const number = Number(hash);
				const extrinsics = [{ hash: { toHex: () => '0xinherent' } }, { hash: { toHex: () => '0xt' } }];
				const header = { number: { toNumber: () => number }, parentHash: { toHex: () => String(number - 1) } };
				return { block: { header, extrinsics: number === 2 ? extrinsics : extrinsics.slice(0, 1) } };
			},
		},
	},
	at: async (hash) => ({
		registry,
		query: {
			system: {
				events: async () =>
					[0, 1].map((index) => ({
						phase: { isApplyExtrinsic: true, asApplyExtrinsic: { toNumber: () => index } },
						event: index === 1 && hash === '2' ? MARKED : event('system.ExtrinsicSuccess', {}),
					})),
			},
		},
	}),
});

test('the block that includes a transaction is found, and its own events are read', async () => {
	const outcome = await findOutcome(api, { transaction: '0xt', hash: '3', after: 0 });
	assert.deepEqual(outcome, { block: 2, errors: [], marked: [{ borrower: 'a', amount: 5n }], restricted: [] });
	assert.equal(await findOutcome(api, { transaction: '0xt', hash: '3', after: 2 }), null);
});

test('refusals have a reason', () => {
	const reason = (message) => refusalOf(new Error(message))?.reason;
	assert.equal(reason('1010: Invalid Transaction: Inability to pay some fees , e.g. account balance too low'), 'fees');
	assert.equal(reason('1010: Invalid Transaction: Transaction is outdated'), 'void');
	assert.equal(reason('1010: Invalid Transaction: Transaction has an ancient birth block'), 'void');
	assert.equal(reason('1010: Invalid Transaction: Transaction has a bad signature'), 'void');
	assert.equal(reason('1010: Invalid Transaction: Transaction would exhaust the block limits'), 'other');
	assert.equal(reason('1012: Transaction is temporarily banned'), 'void');
	assert.equal(reason('1013: Transaction Already Imported'), 'known');
	assert.equal(reason('1014: Priority is too low: (1 vs 1)'), 'known');
	assert.equal(reason("1016: Immediately Dropped: The transaction couldn't enter the pool because of the limit"), 'full');
	assert.equal(refusalOf(new Error('WebSocket is not connected')), null);
	assert.equal(refusalOf(new Error('1016: Immediately Dropped: for lack\n of room'))?.message, 'Immediately Dropped: for lack of room');
});

test('a transaction signed for block 100 with a period of 8 is alive up to block 107', () => {
	const transaction = new Transaction({ hash: '0x', bytes: '0x', nonce: 3, birth: 100, period: 8 });
	assert.deepEqual([100, 106, 107, 108].map((number) => transaction.isExpiredAfter(number)), [false, false, true, true]);
	assert.deepEqual([3, 4].map((nonce) => transaction.isPast({ nonce })), [false, true]);
});

const tipsOf = (marks, most) => [0, 1, 2, 3, 4, 1_000].map((attempts) => tipOf({ attempts, marks, fee: 3n, most }));

test('tips of what only restricts: nothing, the fee, twice the fee, up to the most', () => {
	assert.deepEqual(tipsOf(false, 20n), [0n, 3n, 6n, 12n, 20n, 20n]);
	assert.deepEqual(tipsOf(false, 0n), [0n, 0n, 0n, 0n, 0n, 0n]);
});

test('tips of what marks debt: the fee from the first attempt on, twice the fee, up to the most', () => {
	assert.deepEqual(tipsOf(true, 20n), [3n, 6n, 12n, 20n, 20n, 20n]);
	assert.deepEqual(tipsOf(true, 2n), [2n, 2n, 2n, 2n, 2n, 2n]);
	assert.deepEqual(tipsOf(true, 0n), [0n, 0n, 0n, 0n, 0n, 0n]);
});
