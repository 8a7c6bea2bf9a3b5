/**
 * Nobody uses up a decision by carrying it out from so deep inside other calls that nothing can happen there any more: the
 * layers of storage are counted in the node's Wasm, where they are used.
 */
import assert from 'node:assert/strict';
import { u8aConcat } from '@polkadot/util';
import { alice, ferdie } from '../lib/accounts.js';
import { agree, closing, COUNCIL, executing, propose, queue } from '../lib/council.js';
import { event, named } from '../lib/events.js';
import { ask } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain().use();
const tx = () => chain.api.tx;
const pool = () => tx().liquidityStaking;

const MOST_LAYERS = 16;
const DEPTHS = [MOST_LAYERS + 1, 250, 253, 254];
const FILTERED = event('utility.BatchInterrupted', { index: 0n, error: 'system.CallFiltered' });

/** `call` inside `depth` batches. Put together as bytes: builders of calls do not go as deep as the chain. */
function buried(call, depth) {
	const { callIndex } = tx().utility.batch([]).method;
	const one = Uint8Array.of(1 << 2);
	let bytes = call.method.toU8a();
	for (let layer = 0; layer < depth; layer++) bytes = u8aConcat(callIndex, one, bytes);
	return tx()(chain.api.createType('Call', bytes));
}

const operations = async () => (await ask(chain.api, 'timelockApi', 'openOperations')).map(({ id }) => id);

chain.test('a carried motion stays open until it is closed with room for what it decides', async () => {
	const motion = await propose(chain, tx().timelock.queue('Instant', pool().setRewardsPerSecond(1), null));
	await agree(chain, motion, COUNCIL.slice(0, 3));
	for (const depth of DEPTHS) {
		const { effects } = await chain.succeed(ferdie, buried(closing(chain, motion), depth));
		assert.deepEqual(effects[0], FILTERED, `${depth} deep`);
		assert.deepEqual(named(effects, 'council.Closed'), []);
		assert.ok((await chain.api.query.council.voting(motion.hash)).isSome);
	}
	const { effects } = await chain.succeed(ferdie, buried(closing(chain, motion), MOST_LAYERS));
	assert.equal(named(effects, 'timelock.Queued').length, 1);
	assert.deepEqual(await operations(), [0n]);
});

chain.test('an operation that forgives failures stays open until it is executed with room for its calls', async () => {
	const forgiving = tx().utility.forceBatch([tx().liquidityStaking.setRewardsPerSecond(2)]);
	const { id, eta } = await queue(chain, forgiving);
	await chain.setNextTime(eta);
	for (const depth of DEPTHS) {
		const { effects } = await chain.succeed(alice, buried(executing(chain, id), depth));
		assert.deepEqual(effects[0], FILTERED, `${depth} deep`);
		assert.deepEqual(await operations(), [0n, id]);
	}
	const { effects } = await chain.succeed(alice, buried(executing(chain, id), MOST_LAYERS));
	assert.equal(named(effects, 'timelock.Executed').length, 1);
	assert.deepEqual(await operations(), [0n]);
});
