import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorName, eventLine, explainedError } from '../lib/outcome.js';
import { submit } from '../lib/submission.js';
import { registry } from './fixtures/types.js';
import { KEY_A } from './fixtures/vectors.js';

const HASH = `0x${'55'.repeat(32)}`;
const SIGNER = /** @type {any} */ ({ address: 'signer' });
const EVENTS = [{ event: { section: 'system', method: 'ExtrinsicSuccess', data: [] } }];

const status = (type) => ({
	type,
	isInBlock: type === 'InBlock',
	isFinalized: type === 'Finalized',
	asInBlock: { toHex: () => HASH },
	asFinalized: { toHex: () => HASH },
});

const result = (type, parts = {}) => ({ status: status(type), events: EVENTS, isError: false, ...parts });

/** A call that reports `results` and notes what was done with it. */
function callOf(...results) {
	const calls = [];
	let unsubscribed = false;
	return {
		calls,
		get unsubscribed() {
			return unsubscribed;
		},
		signAndSend: async (signer, options, follow) => {
			calls.push([signer, options]);
			for (const one of results) follow(one);
			return () => (unsubscribed = true);
		},
	};
}

/** Keeps the process alive as the connection to a node does. */
async function alive(work) {
	const timer = setInterval(() => {}, 1_000);
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
}

test('the block that includes the extrinsic ends the waiting', async () => {
	const call = callOf(result('Ready'), result('InBlock'));
	assert.deepEqual(await submit(call, SIGNER), { blockHash: HASH, events: EVENTS.map(({ event }) => event) });
	assert.deepEqual(call.calls, [[SIGNER, { nonce: -1 }]]);
});

test('a chain that goes from ready to finalized includes as well', async () => {
	const { blockHash } = await submit(callOf(result('Ready'), result('Finalized')), SIGNER);
	assert.equal(blockHash, HASH);
});

test('an extrinsic that the pool drops is an error', async () => {
	for (const type of ['Invalid', 'Dropped', 'Usurped', 'FinalityTimeout']) {
		const dropped = callOf(result('Ready'), result(type, { isError: true }));
		await assert.rejects(
			submit(dropped, SIGNER),
			new RegExp(`the transaction pool dropped the extrinsic: ${type}`),
		);
	}
});

test('waiting has an end', async () => {
	await alive(async () => {
		const call = callOf(result('Ready'));
		await assert.rejects(
			submit(call, SIGNER, { timeout: 20 }),
			/no block has included the extrinsic within 0.02 s/,
		);
		assert.equal(call.unsubscribed, true);
	});
});

test('a refusal of the node is told without its number, on one line', async () => {
	const refused = (message) => ({ signAndSend: async () => Promise.reject(new Error(message)) });
	await assert.rejects(
		submit(
			refused('1010: Invalid Transaction: Inability to pay some fees,\n e.g. account balance too low'),
			SIGNER,
		),
		/^UserError: the node refuses the extrinsic: Invalid Transaction: Inability to pay some fees, e.g. account balance too low$/,
	);
	await assert.rejects(
		submit(refused('WebSocket is not connected'), SIGNER),
		/^UserError: WebSocket is not connected$/,
	);
});

const metaError = {
	section: 'starkExchange',
	name: 'WrongBatchId',
	docs: ['Not the number', ' that follows the last one.'],
};
const withMeta = { findMetaError: () => metaError };
const moduleError = { isModule: true, asModule: {}, registry: withMeta };

test('an error of the call is thrown by its name', async () => {
	const failed = callOf(result('InBlock', { dispatchError: moduleError }));
	await assert.rejects(
		submit(failed, SIGNER),
		/^UserError: starkExchange.WrongBatchId: Not the number that follows the last one\.$/,
	);
});

test('an extrinsic whose events are not found has not succeeded', async () => {
	await assert.rejects(
		submit(callOf(result('InBlock', { events: [] })), SIGNER),
		/what became of it could not be read/,
	);
});

test('errors of other kinds have names, too', () => {
	// The names are those of the types that polkadot.js brings along; a chain's metadata replaces them.
	const named = (value) => errorName(registry.createType('DispatchError', value), registry);
	assert.equal(errorName(moduleError, withMeta), 'starkExchange.WrongBatchId');
	assert.equal(named('BadOrigin'), 'BadOrigin');
	assert.equal(named({ Token: 'NoFunds' }), 'token.NoFunds');
	assert.equal(named({ Arithmetic: 'Overflow' }), 'arithmetic.Overflow');
	assert.equal(explainedError(registry.createType('DispatchError', 'BadOrigin'), registry), 'BadOrigin');
});

test('an event is a line', () => {
	const values = [
		registry.createType('[u8; 32]', KEY_A),
		registry.createType('u64', 1),
		registry.createType('Option<u64>', null),
	];
	const data = Object.assign([...values], { names: ['key', 'position', 'until'] });
	assert.equal(
		eventLine({ section: 'starkExchange', method: 'DepositAccepted', data }),
		`starkExchange.DepositAccepted { key: ${KEY_A}, position: 1, until: null }`,
	);
	assert.equal(
		eventLine({ section: 'system', method: 'Tuple', data: Object.assign([values[1]], { names: null }) }),
		'system.Tuple { 1 }',
	);
	assert.equal(
		eventLine({ section: 'utility', method: 'BatchCompleted', data: Object.assign([], { names: null }) }),
		'utility.BatchCompleted',
	);
});
