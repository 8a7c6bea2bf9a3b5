/** The RPCs of manual sealing: how many blocks, of what, at what time. */
import assert from 'node:assert/strict';
import { alice, bob } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { SLOT } from '../lib/development.js';
import { assertReceipt } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain();
// As a developer starts it.
chain.which = ['--dev'];
chain.use();

chain.test('without arguments one block is made, a slot after its parent', async () => {
	const { number, timestamp } = chain.head;
	for (const params of [[], [{}], [null]]) {
		await chain.seal(...params);
	}
	assert.deepEqual([chain.head.number, chain.head.timestamp], [number + 3, timestamp + 3n * SLOT]);
});

chain.test('count makes that many blocks and answers with the last', async () => {
	const { number, timestamp } = chain.head;
	const last = await chain.seal({ count: 5 });
	assert.deepEqual([last.number, last.timestamp], [number + 5, timestamp + 5n * SLOT]);
	assert.equal((await chain.api.rpc.chain.getBlockHash()).toString(), last.hash);
});

chain.test('to makes blocks up to that height', async () => {
	const { number } = chain.head;
	assert.equal((await chain.seal({ to: number + 3 })).number, number + 3);
});

chain.test('transactions that come with the call are in the block', async () => {
	const first = await chain.sign(alice, chain.api.tx.liquidityStaking.stake(usdc(1)));
	const second = await chain.sign(bob, chain.api.tx.liquidityStaking.stake(usdc(2)));
	const sent = [first, second].map((extrinsic) => extrinsic.toHex());
	const block = await chain.seal({ transactions: sent });
	for (const { hash } of [first, second]) {
		assert.equal(block.extrinsics.find((extrinsic) => extrinsic.hash === hash.toHex())?.error, null);
	}
	await assertReceipt(chain.api, alice.address, usdc(1));
	await assertReceipt(chain.api, bob.address, usdc(2));
});

chain.test('every block is final at once', async () => {
	const { hash } = await chain.block();
	assert.equal((await chain.api.rpc.chain.getFinalizedHead()).toString(), hash);
});

chain.test('dev_timeTravel answers with the time and sets that of the next block only', async () => {
	const target = chain.head.timestamp + 10n * SLOT;
	assert.equal(BigInt(await chain.raw('dev_timeTravel', Number(target))), target);
	assert.equal((await chain.block()).timestamp, target);
	assert.equal((await chain.block()).timestamp, target + SLOT);
});

chain.test('dev_timeTravel takes a date in words', async () => {
	const target = new Date(Number(chain.head.timestamp + 100n * SLOT));
	assert.equal(await chain.raw('dev_timeTravel', target.toISOString()), target.getTime());
	assert.equal((await chain.block()).timestamp, BigInt(target.getTime()));
});

chain.test('a time within a slot is rounded up to what Aura permits', async () => {
	const target = chain.head.timestamp + 10n * SLOT + 1n;
	await chain.raw('dev_timeTravel', Number(target));
	const { timestamp } = await chain.block();
	assert.ok(timestamp >= target && timestamp < target + SLOT, `${timestamp} for ${target}`);
});

chain.test('after a crash the chain goes on from its head, a slot later', async () => {
	const { number, timestamp, hash } = chain.head;
	await chain.kill();
	await chain.resume();
	assert.equal((await chain.api.rpc.chain.getFinalizedHead()).toString(), hash);
	const next = await chain.block();
	assert.deepEqual([next.number, next.timestamp], [number + 1, timestamp + SLOT]);
});
