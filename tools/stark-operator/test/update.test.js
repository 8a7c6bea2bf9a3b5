import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureExchange } from '../lib/chain.js';
import { UserError } from '../lib/errors.js';
import { forcedWithdrawalId } from '../lib/messages.js';
import { readWork } from '../lib/snapshot.js';
import { nextBatch, updateCall } from '../lib/update.js';
import { fakeApi, NOW, ROOT } from './fixtures/exchange.js';
import { codec } from './fixtures/types.js';
import { KEY_A } from './fixtures/vectors.js';

const REQUEST = forcedWithdrawalId(KEY_A, 1n, 120n);

const parts = {
	positions: [[1, { key: KEY_A, equity: 20, openForced: 1 }]],
	deposits: [[KEY_A, 1, { amount: 100, cancelRequestedAt: null }]],
	requests: [[REQUEST, { kind: { Withdrawal: { key: KEY_A, position: 1, amount: 120 } }, requestedAt: 20 }]],
};

test('from what the chain holds to the next batch, its equity counted', async () => {
	const work = await readWork(fakeApi(parts));
	const { batch, notes } = await nextBatch(work, { acceptAll: true, serveForced: true });
	assert.deepEqual(notes, []);
	assert.deepEqual([batch.batchId, batch.previousStateRoot, batch.systemTime], [5n, ROOT, NOW]);
	assert.deepEqual(batch.deposits, [[KEY_A, 1n, 100n]]);
	assert.deepEqual(batch.forced, [[REQUEST, 'Executed']]);
	const withoutDeposit = await nextBatch(work, { serveForced: true });
	assert.deepEqual(withoutDeposit.batch.forced, [[REQUEST, { Rejected: 'InsufficientEquity' }]]);
});

test('a frozen exchange takes no batch', async () => {
	const work = await readWork(fakeApi({ ...parts, frozen: { frozenAt: NOW, unfreezeAllowedAt: NOW } }));
	await assert.rejects(nextBatch(work, {}), /frozen since 2027-01-15T08:00:00Z \(starkExchange.Frozen\)/);
});

test('the call carries the batch as this program encodes it', async () => {
	const api = fakeApi(parts);
	const { batch } = await nextBatch(await readWork(api), { acceptAll: true, serveForced: true });
	assert.equal(updateCall(api, batch).method.args[0].toHex(), codec('UpdateBatch', batch).toHex());
});

test('a chain with another type of batches is refused', async () => {
	const api = fakeApi(parts);
	const { batch } = await nextBatch(await readWork(api), {});
	api.tx.starkExchange.updateState = ({ batchId }) => ({ method: { args: [codec('u64', batchId)] } });
	assert.throws(() => updateCall(api, batch), /this program is for another version of the pallet/);
});

test('a chain without the exchange is refused by name', () => {
	const api = { query: {}, tx: {}, runtimeChain: 'Elsewhere' };
	assert.throws(
		() => ensureExchange(/** @type {any} */ (api), 'ws://there'),
		new UserError("the chain 'Elsewhere' at ws://there has no pallet starkExchange"),
	);
	assert.doesNotThrow(() => ensureExchange(fakeApi(), 'ws://there'));
});
