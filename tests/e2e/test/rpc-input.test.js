/** Wrong input over RPC: an error that says what is wrong, and the node goes on as if nothing had been asked. */
import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { alice, bob, stranger } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain().use();

// A runtime cannot but panic when the node hands it bytes that are no extrinsic; the node catches that.
chain.expectedPanic = /runtime\/src\/apis\.rs/;

/** `method` refuses `params` with a message that matches, and the next block is made as usual. */
async function refused(pattern, method, ...params) {
	const { number, now } = chain.head;
	await assert.rejects(chain.raw(method, ...params), (error) => {
		assert.match(error.message, pattern);
		if (method.startsWith('dev_')) assert.doesNotMatch(error.message, /\n/);
		return true;
	});
	assert.equal((await chain.api.rpc.chain.getHeader()).number.toNumber(), number, 'no block was made');
	const block = await chain.block();
	assert.deepEqual([block.number, block.now], [number + 1, now + 6n]);
}

chain.test('time does not go backwards', async () => {
	const second = Number(chain.head.now) * 1_000;
	await refused(/not later than the head/, 'dev_timeTravel', second - 6_000);
	await refused(/not later than the head/, 'dev_timeTravel', 0);
	await refused(/not later than the head/, 'dev_timeTravel', '2020-01-01T00:00:00Z');
});

const NO_DATES = ['the day after tomorrow', '', '2026-13-45', -1, 1.5, null, {}, [], 1e300, '99999999999999999999'];
for (const nonsense of NO_DATES) {
	chain.test(`dev_timeTravel to ${JSON.stringify(nonsense)}`, () =>
		refused(/ISO 8601|milliseconds since 1970|beyond the year/, 'dev_timeTravel', nonsense));
}

chain.test('dev_timeTravel without a date', () => refused(/ISO 8601/, 'dev_timeTravel'));

for (const nonsense of [{ count: 0 }, { count: -1 }, { count: 'three' }, { to: 1 }, { cuont: 1 }, 'now', 7, [1, 2]]) {
	chain.test(`dev_newBlock with ${JSON.stringify(nonsense)}`, () =>
		refused(/dev_newBlock|`count`|`to`/, 'dev_newBlock', nonsense));
}

for (const bytes of ['0xdeadbeef', '0x', '0x00', `0x${'ff'.repeat(1_000)}`, 'hello', 7]) {
	const name = String(bytes).slice(0, 12);
	chain.test(`author_submitExtrinsic of ${name}`, () => refused(/./, 'author_submitExtrinsic', bytes));
	chain.test(`dev_newBlock with the transaction ${name}`, () =>
		refused(/./, 'dev_newBlock', { transactions: [bytes] }));
}

chain.test('an extrinsic whose signature does not fit', async () => {
	const signed = await chain.sign(alice, chain.api.tx.liquidityStaking.stake(usdc(1)));
	const bytes = signed.toU8a();
	bytes[bytes.length - 1] ^= 1;
	await refused(/bad signature|Invalid Transaction|1010/i, 'author_submitExtrinsic', u8aToHex(bytes));
});

chain.test('an extrinsic that was already executed', async () => {
	const signed = await chain.sign(alice, chain.api.tx.liquidityStaking.stake(usdc(1)));
	await chain.block(signed);
	await refused(/./, 'author_submitExtrinsic', signed.toHex());
});

chain.test('an account without DYDX cannot pay a fee', async () => {
	const signed = await chain.sign(stranger('penniless'), chain.api.tx.liquidityStaking.approve(bob.address, 1));
	await refused(/pay|1010/i, 'author_submitExtrinsic', signed.toHex());
});

chain.test('after all of it the node still takes a stake', async () => {
	await chain.succeed(bob, chain.api.tx.liquidityStaking.stake(usdc(5)));
});
