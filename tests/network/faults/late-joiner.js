/** A node joins long after the genesis and does not execute what was before: it takes over the state of a final block. */
import assert from 'node:assert/strict';
import { prefixOf, storage } from '../../e2e/lib/storage.js';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, commonFinalized, finalizes, highestFinalized } from '../lib/finality.js';
import { seconds, until } from '../lib/wait.js';

/** What is about money. */
const PREFIXES = [
	...['LiquidityStaking', 'Assets', 'Balances', 'StarkProxy', 'StarkExchange'].map((pallet) => prefixOf(pallet)),
	prefixOf('System', 'Account'),
];

/** Every record of the money that a node has at a block. @returns {Promise<[string, string][]>} */
async function records(node, hash) {
	const { api } = await node.connect();
	try {
		const parts = await Promise.all(PREFIXES.map((prefix) => storage(api, hash, prefix)));
		return parts.flatMap((part) => [...part]);
	} finally {
		await api.disconnect();
	}
}

fault('a fifth node joins with warp sync', async (stage) => {
	const { network, load } = stage;
	const { validators } = network;
	load.start();
	const joiner = await network.follower('Eve', { args: ['--sync', 'warp'] });
	const duration = await seconds(async () => {
		const height = await highestFinalized(validators);
		await joiner.start();
		await finalizes([joiner], height);
	});
	const log = joiner.process.stderr.join('\n');
	assert.match(log, /Warp sync is complete/, 'it did not execute what was before');

	// It has no block before the one with whose state it began, until it has time for them.
	const { number: first } = await joiner.finalized();
	await finalizes([...validators, joiner], first + 1);
	const { number, hash } = await commonFinalized([...validators, joiner]);
	const headers = await Promise.all([validators[0], joiner].map((node) => node.ask('chain_getHeader', hash)));
	assert.equal(headers[1].stateRoot, headers[0].stateRoot);
	const [own, other] = await Promise.all([joiner, validators[0]].map((node) => records(node, hash)));
	assert.deepEqual(own, other, `the same storage in block ${number}`);
	const audited = await settleAndAudit(stage, [...validators, joiner]);
	await until('the blocks before are there, too', async () => (await joiner.hashes(0, first)).every((known) => known !== null), {
		timeout: 60_000,
	});
	const agreed = await assertAgreement([...validators, joiner]);
	await joiner.stop();
	return `at the final block of the others after ${inSeconds(duration)}; the same state root and ${own.length} records of the money in block ${number}; the same final blocks up to ${agreed}; ${audited}`;
});
