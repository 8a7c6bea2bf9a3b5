/** A node that is killed while it makes blocks goes on where it was. */
import assert from 'node:assert/strict';
import { alice } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { Chain } from '../lib/chain.js';
import { follow } from '../lib/follow.js';
import { assertReceipt } from '../lib/holdings.js';

const chain = new Chain().use();

/** Moments of block production, as the node logs them. */
const MOMENTS = [/Starting consensus session/, /Prepared block for proposing/, /Imported #/];

const hashAt = async (number) => (await chain.api.rpc.chain.getBlockHash(number)).toString();

/** Stakes 100 USDC as Alice. @returns {Promise<string>} the hash of the block of the stake */
async function stake() {
	const { included } = await follow(chain.api.tx.liquidityStaking.stake(usdc(100)), alice, 'included');
	return included;
}

chain.test(
	'killed three times during block production, the chain keeps every stake and every block and goes on',
	async () => {
		let staked = 0n;
		for (const moment of MOMENTS) {
			// From the second round on this is also the proof that the restarted chain makes blocks.
			const block = await stake();
			staked += usdc(100);
			const number = (await chain.api.rpc.chain.getHeader(block)).number.toNumber();

			await chain.node.logged(moment, { from: chain.node.stderr.length });
			await chain.kill();
			await chain.resume();

			assert.equal(await hashAt(number), block, 'the block of the stake is still on the chain');
			await assertReceipt(chain.api, alice.address, staked);
		}
		await stake();
		await assertReceipt(chain.api, alice.address, staked + usdc(100));
	},
	{ timeout: 240_000 },
);
