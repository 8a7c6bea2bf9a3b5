/** How operations of the timelock end without doing anything: cancelled, or expired. And how a long one is shown. */
import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve, ferdie } from '../lib/accounts.js';
import { carry, COUNCIL, executing, queue } from '../lib/council.js';
import { OPERATION_GRACE, REWARDS_PER_SECOND, TRACKS } from '../lib/development.js';
import { event, ofPallets } from '../lib/events.js';
import * as decided from '../lib/governance-events.js';
import { ask, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import { ownState } from '../lib/state.js';

const chain = new ManualChain().use();
const tx = () => chain.api.tx;
const NOT_FOUND = 'timelock.OperationNotFound';
/** Calls up to this length are stored with their operation, others as preimages. */
const INLINE = 128;

const preimages = () => chain.api.query.preimage.preimageFor.entries();
const openIds = async () => (await ask(chain.api, 'timelockApi', 'openOperations')).map(({ id }) => id);
const members = async () => (await chain.api.query.council.members()).map(String).sort();

/** The council without Eve, and with Ferdie. */
const SEATS = [alice, bob, charlie, dave, ferdie].map(({ address }) => address);
const replaceEve = () => tx().council.setMembers(SEATS, null, COUNCIL.length);

/** The operation that replaces Eve. */
let operation;

chain.test('two thirds queue on the Long track what a majority cannot', async () => {
	const call = tx().timelock.queue('Long', replaceEve(), null);
	assert.equal((await carry(chain, call, 3)).result, 'BadOrigin');
	const { result, effects, block } = await carry(chain, call, 4);
	assert.equal(result, 'ok');
	const { delay } = TRACKS.Long;
	assert.deepEqual(ofPallets(effects, 'timelock'), [decided.queued(0n, 'Long', replaceEve(), block.now, delay)]);
	const { eta, expiresAt } = effects.find(({ name }) => name === 'timelock.Queued').data;
	operation = { id: 0n, queuedAt: block.now, eta, expiresAt };
});

chain.test('its call is too long to be stored with it, and is shown nevertheless', async () => {
	const call = replaceEve().method;
	assert.ok(call.encodedLength > INLINE);
	assert.equal((await preimages()).length, 1);
	const [shown, ...others] = await ask(chain.api, 'timelockApi', 'openOperations');
	assert.deepEqual(others, []);
	assert.deepEqual(
		{ ...shown, bounds: shown.bounds.length },
		{
			...operation,
			track: 'Long',
			status: 'Waiting',
			callHash: decided.hashOf(replaceEve()),
			call: call.toHex(),
			bounds: BigInt(call.encodedLength),
		},
	);
	// What wallets get is no string of bytes, but the call with its arguments.
	const [{ call: decoded }] = await chain.api.call.timelockApi.openOperations();
	const { section, method, args } = decoded.unwrap();
	assert.equal(`${section}.${method}`, 'council.setMembers');
	assert.deepEqual(args.map((arg) => arg.toJSON()), [SEATS, null, COUNCIL.length]);
});

chain.test('no person and no minority cancels it', async () => {
	for (const who of [alice, ferdie]) await chain.fail(who, tx().timelock.cancel(0), 'BadOrigin');
	const before = await ownState(chain.api);
	assert.equal((await carry(chain, tx().timelock.cancel(0), 2)).result, 'BadOrigin');
	assert.deepEqual(await ownState(chain.api), before);
});

chain.test('a majority does, and nothing is left of it', async () => {
	const { result, effects } = await carry(chain, tx().timelock.cancel(0), 3);
	assert.equal(result, 'ok');
	const closed = ofPallets(effects, 'timelock', 'preimage');
	assert.deepEqual(closed, [
		event('preimage.Cleared', { hash_: decided.hashOf(replaceEve()) }),
		decided.cancelled(0n),
	]);
	assert.deepEqual([await openIds(), (await preimages()).length], [[], 0]);
});

chain.test('what was cancelled can be executed neither before its time nor at it', async () => {
	await chain.fail(ferdie, executing(chain, 0n), NOT_FOUND);
	await chain.setNextTime(operation.eta);
	await chain.fail(ferdie, executing(chain, 0n), NOT_FOUND);
	assert.deepEqual(await members(), COUNCIL.map(({ address }) => address).sort());
	assert.ok((await members()).includes(eve.address));
	assert.equal((await carry(chain, tx().timelock.cancel(0), 3)).result, NOT_FOUND, 'nor cancelled again');
});

const NEW_RATE = REWARDS_PER_SECOND / 3n;
/** Two operations of the same call, one motion later than the other. */
const twice = [];

chain.test('the same call can wait twice, each time under a number of its own', async () => {
	for (const id of [1n, 2n]) {
		const queued = await queue(chain, tx().liquidityStaking.setRewardsPerSecond(NEW_RATE));
		assert.deepEqual([queued.id, queued.expiresAt - queued.eta], [id, OPERATION_GRACE]);
		twice.push(queued);
	}
	assert.equal(twice[0].callHash, twice[1].callHash);
	assert.deepEqual(await openIds(), [1n, 2n]);
});

chain.test('in its last second an operation is executed, and not removed', async () => {
	const [first] = twice;
	await chain.setNextTime(first.expiresAt - 6n);
	await chain.fail(ferdie, tx().timelock.removeExpired(1), 'timelock.NotExpired');
	assert.equal(chain.next, first.expiresAt);
	const { effects } = await chain.succeed(ferdie, executing(chain, 1n));
	assert.deepEqual(effects, [
		event('liquidityStaking.GlobalIndexUpdated', { index: 0n }),
		event('liquidityStaking.RewardsPerSecondUpdated', { rate: NEW_RATE }),
		decided.executed(1n),
	]);
	assert.equal(await query(chain.api, 'rewardsPerSecond'), NEW_RATE);
});

chain.test('after it, it is removed by anybody, and never executed', async () => {
	const [, second] = twice;
	await chain.travelTo(second.expiresAt - 5n);
	assert.equal(chain.next, second.expiresAt + 1n);
	await chain.fail(ferdie, executing(chain, 2n), 'timelock.Expired');
	assert.equal((await ask(chain.api, 'timelockApi', 'operation', 2)).status, 'Expired');
	const { effects } = await chain.succeed(ferdie, tx().timelock.removeExpired(2));
	assert.deepEqual(effects, [decided.expiredRemoved(2n)]);
	for (const call of [tx().timelock.removeExpired(2), executing(chain, 2n)]) {
		await chain.fail(ferdie, call, NOT_FOUND);
	}
	assert.deepEqual(await openIds(), []);
});
