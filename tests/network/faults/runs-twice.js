/** A validator runs twice, as after a failover that went wrong: two processes make blocks and vote with the same keys. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, FinalityWatch, finalizes, highestFinalized } from '../lib/finality.js';
import { insertSessionKeys } from '../lib/keys.js';

/** Milliseconds: it is the turn of the validator twice. */
const TWICE = 48_000;
/** Seconds without a new final block. */
const LONGEST_PAUSE = 30;
const MADE = /Pre-sealed block for proposal at (\d+)/;

/** The numbers of the blocks that a process has made since line `from` of its log. */
const made = ({ process }, from = 0) =>
	process.stderr.slice(from).flatMap((line) => (MADE.test(line) ? [MADE.exec(line)[1]] : []));

fault('one of four validators runs twice', async (stage) => {
	const { network, load } = stage;
	const { validators } = network;
	const charlie = validators[2];
	const twin = await network.candidate('Another Charlie');
	await insertSessionKeys('Charlie', { folder: twin.folder, spec: network.spec });
	await twin.start();
	await finalizes([twin], await highestFinalized(validators));
	load.start();
	const from = charlie.process.stderr.length;
	const watch = new FinalityWatch(() => validators);
	await sleep(TWICE);
	const { longestPause, blocks } = await watch.end();
	assert.ok(longestPause < LONGEST_PAUSE, `finality paused for ${longestPause} s`);
	const both = made(twin).filter((number) => made(charlie, from).includes(number));
	assert.ok(both.length > 0, 'both have made a block of the same number');
	const agreed = await assertAgreement([...validators, twin]);
	await twin.stop();
	const audited = await settleAndAudit(stage);
	return `${both.length} heights with a block of each; ${blocks} blocks final meanwhile, never more than ${inSeconds(longestPause)} apart; the same final blocks up to ${agreed}; ${audited}`;
});
