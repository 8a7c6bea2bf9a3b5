/** Two of four validators die: nobody can finalise, and the other two go on making blocks. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, finalizes, grows, highestBest, highestFinalized } from '../lib/finality.js';
import { seconds } from '../lib/wait.js';

/** Milliseconds: a vote on its way may still finalise what it was for. */
const AFTERMATH = 6_000;
/** Blocks that the two have to make. It is each one's turn once in 24 seconds. */
const BLOCKS = 3;

fault('two of four validators killed under load and restarted', async (stage) => {
	const { network, load } = stage;
	const [alice, bob, charlie, dave] = network.validators;
	load.start();
	await sleep(AFTERMATH);
	await Promise.all([alice.kill(), dave.kill()]);
	await sleep(AFTERMATH);
	const stuck = await highestFinalized([bob, charlie]);
	const height = await highestBest([bob, charlie]);
	await grows([bob, charlie], height + BLOCKS);
	assert.equal(await highestFinalized([bob, charlie]), stuck, 'nothing becomes final with two of four');

	const open = (await highestBest([bob, charlie])) - stuck;
	const recovery = await seconds(async () => {
		await Promise.all([alice.start(), dave.start()]);
		await finalizes(network.validators, stuck + open);
	});
	const agreed = await assertAgreement(network.validators);
	const audited = await settleAndAudit(stage);
	return `${open} blocks made and none finalised meanwhile; all of them final ${inSeconds(recovery)} after the restart; the same final blocks everywhere up to ${agreed}; ${audited}`;
});
