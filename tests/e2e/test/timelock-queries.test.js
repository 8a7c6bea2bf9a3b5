/** Every query of the timelock, in states whose answers are known, as runtime API and as view function. */
import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { ferdie } from '../lib/accounts.js';
import { carry, execute, queue } from '../lib/council.js';
import { OPERATION_GRACE, TRACKS } from '../lib/development.js';
import { ManualChain } from '../lib/manual-chain.js';
import { Queries } from '../lib/query-table.js';

const chain = new ManualChain().use();
const queries = new Queries(chain, 'timelockApi', 'Timelock');
const tx = () => chain.api.tx;

/** The limits of the tracks of a development chain. */
const PARAMETERS = {
	Instant: { defaultDelay: 0n, minDelay: 0n, maxDelay: 60n, grace: OPERATION_GRACE },
	Short: { defaultDelay: 60n, minDelay: 30n, maxDelay: 600n, grace: OPERATION_GRACE },
	Long: { defaultDelay: 180n, minDelay: 120n, maxDelay: 1_800n, grace: OPERATION_GRACE },
};
const delays = { Instant: 0n, Short: 60n, Long: 180n };
/** Open operations as the queries describe them, but for what changes with time. */
const operations = new Map();

function described(operation) {
	const { eta, expiresAt } = operation;
	const { now } = chain.head;
	const status = now < eta ? 'Waiting' : now <= expiresAt ? 'Executable' : 'Expired';
	return { ...operation, status };
}

/** Arguments and expected answer of every query now. @returns {import('../lib/query-table.js').Table} */
function answers() {
	const tracks = Object.keys(PARAMETERS);
	const open = [...operations.keys()].sort((a, b) => Number(a - b));
	return {
		openOperations: [[[], open.map((id) => described(operations.get(id)))]],
		operation: [0n, 1n, 2n, 3n, 99n].map((id) => [[id], operations.has(id) ? described(operations.get(id)) : null]),
		trackAccount: tracks.map((track) => [[track], TRACKS[track].account]),
		delay: tracks.map((track) => [[track], delays[track]]),
		trackParameters: tracks.map((track) => [[track], PARAMETERS[track]]),
	};
}

const assertAnswers = () => queries.assertAnswers(answers());

/** The weight that a dispatch of `call` is said to have. */
async function weightOf(call) {
	const { weight } = await chain.api.call.transactionPaymentCallApi.queryCallInfo(call, call.encodedLength);
	return { refTime: weight.refTime.unwrap().toBigInt(), proofSize: weight.proofSize.unwrap().toBigInt() };
}

/** Queues a call and writes down what is known of the operation. */
async function queues(call, track, delay = null) {
	const operation = await queue(chain, call, track, delay === null ? null : Number(delay));
	const encoded = call.method.toU8a();
	operations.set(operation.id, {
		id: operation.id,
		track,
		queuedAt: chain.head.now,
		eta: chain.head.now + (delay ?? delays[track]),
		expiresAt: chain.head.now + (delay ?? delays[track]) + OPERATION_GRACE,
		callHash: blake2AsHex(encoded),
		call: u8aToHex(encoded),
		bounds: { length: BigInt(encoded.length), weight: await weightOf(call.method) },
	});
	assert.equal(operation.eta, operations.get(operation.id).eta);
	return operation;
}

chain.test('the table knows every query, and every one is also a view function', async () => {
	queries.assertComplete(answers());
});

chain.test('at genesis', assertAnswers);

chain.test('with an operation on every track, one of them longer than is stored inline', async () => {
	await queues(tx().system.remark(`0x${'5a'.repeat(500)}`), 'Short');
	await queues(tx().timelock.setDelay('Long', 130), 'Long', 600n);
	await queues(tx().starkExchange.unregisterOperator(ferdie.address), 'Instant', 60n);
	await assertAnswers();
});

chain.test('to the second in which each can be executed', async () => {
	const { eta } = operations.get(0n);
	assert.ok(eta > chain.head.now);
	await chain.travelTo(eta - 6n);
	await assertAnswers();
	await chain.block();
	assert.equal(chain.head.now, eta);
	await assertAnswers();
});

chain.test('with bounds that are the least that execute accepts', async () => {
	const { id, bounds } = operations.get(0n);
	const { length, weight } = bounds;
	const by = (length, refTime, proofSize) => tx().timelock.execute(id, length, { refTime, proofSize });
	for (const call of [
		by(length - 1n, weight.refTime, weight.proofSize),
		by(length, weight.refTime - 1n, weight.proofSize),
	]) {
		await chain.fail(ferdie, call, 'timelock.BoundTooLow');
	}
	await chain.succeed(ferdie, by(length, weight.refTime, weight.proofSize));
	operations.delete(id);
	await assertAnswers();
});

chain.test('with a delay that its track has changed', async () => {
	const { id, eta } = operations.get(1n);
	await chain.setNextTime(eta);
	assert.equal((await execute(chain, { id })).result, 'ok');
	operations.delete(id);
	delays.Long = 130n;
	await queues(tx().system.remark('0x00'), 'Long');
	await assertAnswers();
});

chain.test('expired, cancelled, removed', async () => {
	const { expiresAt } = operations.get(2n);
	await chain.travelTo(expiresAt - 6n);
	await chain.block();
	assert.equal(chain.head.now, expiresAt);
	await assertAnswers();
	await chain.block();
	await assertAnswers();
	await chain.succeed(ferdie, tx().timelock.removeExpired(2));
	operations.delete(2n);
	assert.equal((await carry(chain, tx().timelock.cancel(3))).result, 'ok');
	operations.delete(3n);
	await assertAnswers();
});
