/** All validators die at once, in the middle of making a block. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, finalizes } from '../lib/finality.js';
import { seconds } from '../lib/wait.js';

/** Milliseconds. */
const BEFORE = 15_000;
/** A moment between the beginning of a block and its import. */
const MID_BLOCK = /Starting consensus session/;

fault('all validators killed in the middle of a block and restarted', async (stage) => {
	const { network, load } = stage;
	const { validators } = network;
	load.start();
	await sleep(BEFORE);
	const seen = await Promise.all(validators.map((node) => node.finalized()));
	await Promise.any(validators.map(({ process }) => process.logged(MID_BLOCK, { from: process.stderr.length })));
	await Promise.all(validators.map((node) => node.kill()));

	const last = seen.reduce((highest, block) => (block.number > highest.number ? block : highest));
	const recovery = await seconds(async () => {
		await network.start();
		await finalizes(validators, last.number + 1);
	});
	for (const node of validators) {
		const [hash] = await node.hashes(last.number, last.number);
		assert.equal(hash, last.hash, `${node.name} still has final block ${last.number}`);
	}
	const agreed = await assertAgreement(validators);
	const audited = await settleAndAudit(stage);
	return `new final blocks ${inSeconds(recovery)} after the restart; the same final blocks everywhere up to ${agreed}; ${audited}`;
});
