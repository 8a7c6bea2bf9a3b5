/** One of four validators dies without warning. The other three are enough to finalise. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, FinalityWatch, finalizes, highestBest, highestFinalized } from '../lib/finality.js';
import { seconds } from '../lib/wait.js';

/** Milliseconds of load before the fault, and how long it lasts: once it is the turn of every validator, the dead one included. */
const BEFORE = 6_000;
const DOWN = 36_000;
/** Seconds without a new final block. One in four slots is empty, so that blocks come up to 12 seconds apart. */
const LONGEST_PAUSE = 30;

fault('one of four validators killed under load and restarted', async (stage) => {
	const { network, load } = stage;
	const victim = network.validators[2];
	load.start();
	const watch = new FinalityWatch(() => network.running);
	await sleep(BEFORE);
	const sentBefore = load.count;
	await victim.kill();
	const made = await highestBest(network.running);
	await sleep(DOWN);
	const final = await highestFinalized(network.running);
	assert.ok(final > made, `no block became final without it: ${made} were made, ${final} are final`);
	assert.ok(load.count > sentBefore, 'the stakers go on');

	const recovery = await seconds(async () => {
		await victim.start();
		await finalizes([victim], await highestFinalized(network.running));
	});
	const { longestPause, blocks } = await watch.end();
	assert.ok(longestPause < LONGEST_PAUSE, `finality paused for ${longestPause} s`);
	await assertAgreement(network.validators);
	const audited = await settleAndAudit(stage);
	return `caught up ${inSeconds(recovery)} after its start; finality went on for ${blocks} blocks and never paused longer than ${inSeconds(longestPause)}; ${audited}`;
});
