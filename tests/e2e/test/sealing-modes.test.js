/** The modes of sealing that make blocks without being asked: on a transaction, and in intervals. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alice } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { readBlock } from '../lib/block.js';
import { Chain } from '../lib/chain.js';
import { SESSION_LENGTH } from '../lib/development.js';
import { follow } from '../lib/follow.js';
import { developmentSpec } from '../lib/harness/genesis.js';
import { assertReceipt } from '../lib/holdings.js';

/** Runs `body` on a chain of its own. */
async function on(sealing, body) {
	const chain = new Chain(['--sealing', sealing]);
	chain.which = ['--chain', developmentSpec()];
	await chain.explained(`--sealing ${sealing}`, async () => {
		await chain.start();
		try {
			await body(chain);
		} finally {
			await chain.stop();
		}
	});
}

test('instant: a transaction makes a block, which is final, and nothing else does', { timeout: 120_000 }, () =>
	on('instant', async (chain) => {
		const { api } = chain;
		const { included, finalized } = await follow(api.tx.liquidityStaking.stake(usdc(1)), alice);
		assert.equal(finalized, included);
		assert.equal((await readBlock(api, included)).number, 1);
		await assertReceipt(api, alice.address, usdc(1));

		const head = await chain.raw('dev_newBlock', { count: 2 });
		const { number, timestamp } = await readBlock(api, head);
		assert.equal(number, 3);
		const target = timestamp + 3_600_000n;
		await chain.raw('dev_timeTravel', Number(target));
		const later = await follow(api.tx.liquidityStaking.stake(usdc(1)), alice, 'included');
		const block = await readBlock(api, later.included);
		assert.deepEqual([block.number, block.timestamp], [4, target]);
	}));

test('instant: the first block of a session takes no transaction, and is made for it all the same', { timeout: 120_000 }, () =>
	on('instant', async (chain) => {
		const { api } = chain;
		await chain.raw('dev_newBlock', { to: SESSION_LENGTH - 1 });
		for (const amount of [usdc(1), usdc(2)]) {
			const { included } = await follow(api.tx.liquidityStaking.stake(amount), alice);
			const { number } = await readBlock(api, included);
			assert.equal(number, SESSION_LENGTH + Number(amount / usdc(1)));
		}
		await assertReceipt(api, alice.address, usdc(3));
	}));

test('interval: blocks come by themselves', { timeout: 120_000 }, () =>
	on('500', async ({ api }) => {
		const first = (await api.rpc.chain.getHeader()).number.toNumber();
		await new Promise((resolve, reject) => {
			const late = setTimeout(() => reject(new Error('no three blocks in 30 seconds')), 30_000);
			api.rpc.chain
				.subscribeNewHeads(({ number }) => {
					if (number.toNumber() < first + 3) return;
					clearTimeout(late);
					resolve();
				})
				.catch(reject);
		});
	}));
