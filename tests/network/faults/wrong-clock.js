/** The clock of one validator is wrong by ten seconds, which is more than a slot. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { clockShift } from '../lib/clock-shift.js';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, FinalityWatch, finalizes, highestFinalized } from '../lib/finality.js';
import { seconds } from '../lib/wait.js';

/** Milliseconds: within them the node has to report it, and it is the turn of each validator twice. */
const WRONG = 50_000;
/** Seconds without a new final block at the others. */
const LONGEST_PAUSE = 45;
/** What a validator says of its clock, with the number of seconds. */
const REPORT = /clock of this machine is about (\d+) s (ahead of|behind) /;
const METRIC = 'tidepool_clock_delay_seconds';
/** Seconds by which what it says may be wrong. */
const TOLERANCE = 2;

/** What the validator said first while its clock was wrong, and when it was right again. @type {Map<number, (string | undefined)[]>} */
const reports = new Map();

const report = ({ process }) => process.stderr.find((line) => REPORT.test(line))?.trim();

for (const shift of [10, -10]) {
	const what = `${Math.abs(shift)} seconds ${shift > 0 ? 'fast' : 'slow'}`;

	fault(`the clock of one of four validators is ${what}`, async (stage) => {
		const { network, load } = stage;
		const charlie = network.validators[2];
		const others = network.validators.filter((node) => node !== charlie);
		await charlie.stop();
		await charlie.start(clockShift(network.directory.path)(shift));
		load.start();
		const watch = new FinalityWatch(() => others);
		await sleep(WRONG);
		const { longestPause, blocks } = await watch.end();
		const wrong = report(charlie);
		const metric = await charlie.metric(METRIC);
		assert.ok(longestPause < LONGEST_PAUSE, `finality paused for ${longestPause} s`);
		assert.ok(wrong, 'a line of its log is about the clock');
		assert.ok(Math.abs(metric - shift) <= TOLERANCE, `the metric is ${metric}`);

		const recovery = await seconds(async () => {
			await charlie.stop();
			await charlie.start();
			await finalizes([charlie], await highestFinalized(others));
		});
		await assertAgreement(network.validators);
		const audited = await settleAndAudit(stage);
		reports.set(shift, [wrong, report(charlie)]);
		return `reported, metric ${metric} s; the others made ${blocks} blocks final in ${WRONG / 1_000} s, never more than ${inSeconds(longestPause)} apart; with the right clock, at their final block after ${inSeconds(recovery)}; ${audited}`;
	});

	const todo = 'just after a start the node takes the age of announced blocks for a wrong clock';
	fault(`a validator whose clock is ${what} says by how much, and nothing when it is right`, () => assertReports(shift), { todo });
}

async function assertReports(shift) {
	const [wrong, right] = reports.get(shift);
	const [, told, side] = REPORT.exec(wrong);
	assert.ok(Math.abs(Number(told) - Math.abs(shift)) <= TOLERANCE, wrong);
	assert.equal(side, shift > 0 ? 'ahead of' : 'behind', wrong);
	assert.equal(right, undefined, 'nothing is said of a clock that is right');
}
