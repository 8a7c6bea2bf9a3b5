/** The network that is attacked, and what every attack has to leave as it was. Files that run in one process share it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describe, finalizes, highestBest, highestFinalized } from '../../lib/finality.js';
import { Attackers } from './attackers.js';
import { EdgeNetwork } from './edge-network.js';
import { HonestStakers } from './honest.js';
import { inMiB, MIB, peak, resetPeak, resident } from './memory.js';
import { Tally } from './tally.js';

const START_TIMEOUT = 180_000;
const SHORT = Boolean(process.env.SHORT);
/** Seconds within which an honest extrinsic is in a block whatever is going on: four blocks and what it takes to get there. */
const SLOWEST_INCLUSION = 30;
/** Seconds without a new final block that an attack may cost, over what it lasted. */
const FINALITY_SLACK = 20;
const SLOT = 6;
/** How much more memory an attack may cost that goes on for twice as long: it does not grow with time. */
const GROWTH = 96 * MIB;
/**
 * What no node may need more than, in bytes. An idle node has 0.2 GiB. The options add 0.17 GiB of extrinsics in the pool,
 * twice for those in more than one view of it. The rest is for what is on its way through the RPC: twenty requests of 14 MiB at
 * once, as an attack here sends them, each as text, as bytes and as an extrinsic; or two hundred expensive ones, each with an
 * instance of the runtime or an answer of more than a megabyte. The allocator keeps some of it.
 */
const MEMORY = 1_280 * MIB;
/** The runtime panics inside its sandbox when it is given bytes that are no extrinsic; the node catches that. */
const CAUGHT = /runtime\/src\/apis\.rs/;
const TAIL = 20;

/** @typedef {{ target: any, network: EdgeNetwork, attackers: Attackers, tally: Tally, running: () => boolean, memory: () => number }} Scene */

/** @type {EdgeNetwork} */
let network;
/** @type {Attackers} */
let attackers;
/** @type {HonestStakers} */
let honest;
/** @type {number[]} */
let pids;
/** How slow inclusion is without an attack. */
let usual = 0;
/** @type {string[]} */
const results = [];

const pidOf = ({ process }) => process.child.pid;
const seconds = (milliseconds) => `${milliseconds.toFixed(1)} s`;

async function start() {
	network = await EdgeNetwork.start();
	await finalizes(network.nodes, 1, START_TIMEOUT);
	const { api } = await network.validators[0].connect();
	attackers = await Attackers.funded(api, network.validators[0]);
	await api.disconnect();
	honest = await HonestStakers.begin(network, api);
	const from = performance.now();
	await honest.included(from, 60_000);
	usual = Math.max(...honest.all.map((staker) => staker.slowest(from)));
	pids = network.nodes.map(pidOf);
	report(`before any attack: ${network.nodes.map((node) => `${node.name} ${inMiB(resident(pidOf(node)))}`).join(', ')}`);
}

async function stop() {
	await honest?.end();
	if (network) console.log(['', ...results, ''].join('\n'));
	await network?.close();
}

function report(line) {
	results.push(line);
	console.log(line);
}

async function explained(what, action) {
	try {
		return await action();
	} catch (error) {
		const nodes = network?.nodes ?? [];
		const tails = nodes.map((node) => `--- ${node.name} ---\n${node.process?.tail(TAIL).slice(-6_000) ?? ''}`);
		const situation = JSON.stringify(await describe(nodes).catch(() => null));
		process.stderr.write(`\n--- ${what}: ${error.message}\n${situation}\n${tails.join('\n')}\n---\n`);
		throw error;
	}
}

before(() => explained('starting the network', start), { timeout: START_TIMEOUT });
after(() => explained('stopping the network', stop), { timeout: START_TIMEOUT });

/**
 * A test that attacks the network for a while. The whole of it: every node is the process it was, none has panicked or needs
 * more memory than it may, finality goes on, and people who do nothing wrong are served.
 *
 * @param {string} name
 * @param {{ duration: number, short?: number, again?: boolean, shutsOut?: boolean }} options seconds, those in the short form if
 *   the attack belongs to it, whether to go on for twice as long afterwards and see whether that costs more memory, and whether
 *   nobody else can connect meanwhile
 * @param {(scene: Scene) => Promise<string | void>} body attacks while `running` says so; gives what else to report
 */
export function attack(name, { duration, short, again = false, shutsOut = false }, body) {
	if (SHORT && short === undefined) return;
	test(name, { timeout: 240_000 }, () =>
		explained(name, async () => {
			const first = await round(name, SHORT ? short : duration, shutsOut, body);
			if (SHORT || !again) return;
			const second = await round(`${name}, for twice as long`, 2 * duration, shutsOut, body);
			const grown = second.after - first.after;
			assert.ok(grown <= GROWTH, `memory does not grow with time: ${inMiB(first.after)}, then ${inMiB(second.after)}`);
		}),
	);
}

async function round(name, duration, shutsOut, body) {
	const { nodes, entrance: target } = network;
	const began = performance.now();
	const logged = target.process.stderr.length;
	const final = await highestFinalized(network.validators);
	const before = await highestBest(network.validators);
	const least = resident(pidOf(target));
	nodes.forEach((node) => resetPeak(pidOf(node)));
	const tally = new Tally();
	const running = () => performance.now() - began < duration * 1_000;
	const memory = () => resident(pidOf(target));
	const extra = await body({ target, network, attackers, tally, running, memory });
	const ended = performance.now();
	const lasted = (ended - began) / 1_000;
	await honest.included(began, SLOWEST_INCLUSION * 1_000);

	const peaks = nodes.map((node) => peak(pidOf(node)));
	const [validator] = [...peaks.slice(0, -1)].sort((one, other) => other - one);
	const result = { peak: peaks.at(-1), after: memory() };
	const open = (staker) => (shutsOut && staker === honest.newcomer ? ended : began);
	const slowest = honest.all.map((staker) => [staker, staker.slowest(began, open(staker))]);
	const lines = target.process.stderr.slice(logged);
	report(
		[
			`${name}: ${tally.total} in ${seconds(lasted)}: ${tally.text()}`,
			...(extra ? [extra] : []),
			`memory ${inMiB(least)}, at most ${inMiB(result.peak)}, then ${inMiB(result.after)} (validators at most ${inMiB(validator)})`,
			`slowest inclusion ${slowest.map(([{ name }, time]) => `${name} ${seconds(time)}`).join(', ')} (usually up to ${seconds(usual)})`,
			`${lines.length} lines of log, ${Math.round(lines.join('\n').length / 1_024)} KiB`,
		].join('; '),
	);
	assertUnharmed();
	peaks.forEach((most, index) => assert.ok(most < MEMORY, `${nodes[index].name} needed ${inMiB(most)}`));
	slowest.forEach(([{ name: who }, time]) => assert.ok(time < SLOWEST_INCLUSION, `${who}: included after ${seconds(time)}`));
	await finalizes(nodes, before + 1, FINALITY_SLACK * 1_000);
	const expected = Math.floor((lasted - FINALITY_SLACK) / SLOT);
	const grown = (await highestFinalized(network.validators)) - final;
	assert.ok(grown >= expected, `${grown} final blocks in ${seconds(lasted)}`);
	return result;
}

function assertUnharmed() {
	network.nodes.forEach(({ name, runs, process }, index) => {
		assert.ok(runs, `${name} runs`);
		assert.equal(process.child.pid, pids[index], `${name} is the process that it was`);
		const panics = process.stderr.filter((line) => line.includes('panicked') && !CAUGHT.test(line));
		assert.deepEqual(panics, [], `${name} has not panicked`);
	});
}
