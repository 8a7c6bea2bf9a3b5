/** The clock of one validator is wrong by ten seconds, which is more than a slot. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { clockShift } from '../lib/clock-shift.js';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, FinalityWatch, finalizes, highestFinalized } from '../lib/finality.js';
import { seconds } from '../lib/wait.js';

/** Milliseconds: within them the node has to report it, for which it needs blocks of two others after its start. */
const WRONG = 66_000;
/** Seconds without a new final block at the others. */
const LONGEST_PAUSE = 45;
/** What a validator says of its clock, with the number of seconds. */
const REPORT = /clock of this machine is about (\d+) s (ahead of|behind) /;
const METRIC = 'tidepool_clock_delay_seconds';
/** Seconds by which what it says may be wrong. */
const TOLERANCE = 2;

const report = ({ process }, from = 0) => process.stderr.slice(from).find((line) => REPORT.test(line))?.trim();

function assertReport(line, shift) {
	assert.ok(line, 'a line of its log is about the clock');
	const [, told, side] = REPORT.exec(line);
	assert.ok(Math.abs(Number(told) - Math.abs(shift)) <= TOLERANCE, line);
	assert.equal(side, shift > 0 ? 'ahead of' : 'behind', line);
}

for (const shift of [10, -10]) {
	const what = `${Math.abs(shift)} seconds ${shift > 0 ? 'fast' : 'slow'}`;

	fault(`the clock of one of four validators is ${what}`, async (stage) => {
		const { network, load } = stage;
		const charlie = network.validators[2];
		const others = network.validators.filter((node) => node !== charlie);
		const logged = others.map(({ process }) => process.stderr.length);
		await charlie.stop();
		await charlie.start(clockShift(network.directory.path)(shift));
		load.start();
		const watch = new FinalityWatch(() => others);
		await sleep(WRONG);
		const { longestPause, blocks } = await watch.end();
		const wrong = report(charlie);
		const metric = await charlie.metric(METRIC);
		assert.ok(longestPause < LONGEST_PAUSE, `finality paused for ${longestPause} s`);
		assertReport(wrong, shift);
		assert.ok(Math.abs(metric - shift) <= TOLERANCE, `the metric is ${metric}`);

		const recovery = await seconds(async () => {
			await charlie.stop();
			await charlie.start();
			await finalizes([charlie], await highestFinalized(others));
		});
		await assertAgreement(network.validators);
		const audited = await settleAndAudit(stage);
		[charlie, ...others].forEach((node, index) => {
			const from = index === 0 ? 0 : logged[index - 1];
			assert.equal(report(node, from), undefined, `${node.name} says nothing of a clock that is right`);
		});
		return `reported, metric ${metric} s; the others made ${blocks} blocks final in ${WRONG / 1_000} s, never more than ${inSeconds(longestPause)} apart; with the right clock, at their final block after ${inSeconds(recovery)}; ${audited}`;
	});
}
