/** An epoch ends with a shortfall while one half of the validators after the other restarts. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { proxyAccount } from '../../e2e/lib/development.js';
import { named } from '../../e2e/lib/events.js';
import { prefixOf } from '../../e2e/lib/storage.js';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, finalizes, highestBest } from '../lib/finality.js';
import { askPool, everybodyLeaves } from '../lib/leaving.js';
import { OWNERS, STAKERS } from '../lib/load/calls.js';
import { seconds, until } from '../lib/wait.js';

/** Milliseconds before the boundary at which the first half dies, and for which each half is down. */
const AHEAD = 10_000;
const DOWN = 4_000;
/** Blocks after the boundary that everybody has to finalise: the second of an epoch announces it. */
const AFTER = 4;
const EVENTS = prefixOf('System', 'Events');
const PROXIES = OWNERS.map((_, proxy) => proxyAccount(proxy));

async function restart(nodes) {
	await Promise.all(nodes.map((node) => node.kill()));
	await sleep(DOWN);
	await Promise.all(nodes.map((node) => node.start()));
}

const waitFor = (time) => sleep(Math.max(0, time - Date.now()));

/**
 * The halves die on both sides of the boundary. Gives how long it took until all went on together, and between which blocks the
 * boundary must lie for it to have been crossed meanwhile.
 */
async function crossBoundary({ validators }, boundary) {
	await waitFor(boundary - AHEAD);
	const before = await highestBest(validators);
	await restart(validators.slice(0, 2));
	await waitFor(boundary);
	const height = await highestBest(validators);
	const recovery = await seconds(async () => {
		await restart(validators.slice(2));
		await finalizes(validators, height + AFTER);
	});
	return { recovery, before, after: height + AFTER };
}

async function markDebt({ network, load }, epoch) {
	const begun = async () => (await askPool(network.validators[0], (pool) => pool.currentEpoch())).unwrap().toNumber() >= epoch;
	await until('the next epoch has begun', begun, { timeout: 60_000 });
	// Unless one of the load was faster.
	const refusals = ['liquidityStaking.NoShortfall'];
	load.order(STAKERS[0].address, { name: 'markDebt', make: ({ tx }) => tx.markDebt(PROXIES), refusals });
}

/** The one `EpochStarted` of an epoch, which is the same for all of `nodes`. */
async function announcement(blocks, epoch, nodes) {
	const all = blocks.flatMap(({ hash, number, events }) =>
		named(events, 'liquidityStaking.EpochStarted').map(({ data }) => ({ hash, number, ...data })),
	);
	const [announced, ...more] = all.filter((event) => event.epoch === BigInt(epoch));
	assert.ok(announced, `epoch ${epoch} is announced`);
	assert.deepEqual(more, [], 'an epoch begins once');
	const records = await Promise.all(nodes.map((node) => node.ask('state_getStorage', EVENTS, announced.hash)));
	records.forEach((record) => assert.ok(record !== null && record === records[0], 'the same events on all'));
	return announced;
}

/** What leavers have lost to shortfalls in blocks. */
const converted = (blocks) =>
	blocks
		.flatMap(({ events }) => named(events, 'liquidityStaking.ConvertedInactiveBalancesToDebt'))
		.reduce((sum, { data }) => sum + data.amount, 0n);

fault(
	'an epoch ends with a shortfall while the validators restart',
	async (stage) => {
		const { network, load, auditor } = stage;
		const { validators } = network;
		const { epoch, boundary } = await everybodyLeaves(stage);
		assert.ok(Date.now() < boundary - AHEAD, 'the requests are final before the epoch ends');
		load.start();
		const { recovery, before, after } = await crossBoundary(network, boundary);
		await markDebt(stage, epoch);
		await assertAgreement(validators);
		const audited = await settleAndAudit(stage);

		const { blocks } = auditor.history;
		const first = blocks.find(({ now }) => Number(now) * 1_000 >= boundary);
		assert.ok(first.number > before && first.number <= after, 'it begins while they restart');
		const announced = await announcement(blocks, epoch, validators);
		assert.equal(announced.number, first.number + 1);
		// What is marked in the very first block the announcement does not know any more.
		const shortfall = converted([first]) + announced.shortfall;
		assert.ok(shortfall > 0n, 'it begins with a shortfall');
		assert.ok(converted(blocks.slice(blocks.indexOf(first))) > 0n, 'who leaves bears it');
		return `epoch ${epoch} began with block ${first.number} and a shortfall of ${shortfall}, on all nodes with the same events; ${AFTER} blocks after the boundary final ${inSeconds(recovery)} after the second half died; ${audited}`;
	},
	{ timeout: 480_000 },
);
