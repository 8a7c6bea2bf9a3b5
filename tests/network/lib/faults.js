/** The network that faults happen to, and what every test of one does. Files that run in one process share it. */
import { after, before, test } from 'node:test';
import { Auditor } from './audit/auditor.js';
import { commonFinalized, describe, finalizes, highestFinalized } from './finality.js';
import { Load } from './load/load.js';
import { Network } from './network.js';

const START_TIMEOUT = 180_000;
const TEST_TIMEOUT = 300_000;
const TAIL = 25;
/** What the load does; another seed in `SEED` does something else. */
const SEED = Number(process.env.SEED || 1);

/** @typedef {{ network: Network, load: Load, auditor: Auditor, skip: (reason: string) => void }} Stage */

/** @type {Network} */
let network;
/** @type {Load} */
let load;
/** @type {Auditor} */
let auditor;
/** One line for each fault, for the end. @type {string[]} */
const results = [];

async function start() {
	network = await Network.prepare();
	await network.start();
	const [first] = network.validators;
	auditor = await Auditor.begin(first);
	const { api } = await first.connect();
	// It knows the calls of the chain, and how to sign them; extrinsics go through all nodes, without it.
	await api.disconnect();
	load = new Load(network, api, SEED);
}

async function stop() {
	await load?.end();
	if (auditor) results.push(`what the audit saw in the pool: ${auditor.summary()}`);
	if (network) console.log(['', ...results, ''].join('\n'));
	await network?.close();
}

/** Every validator runs and finalises, whatever the fault before has left. */
async function heal() {
	await network.start();
	const height = await highestFinalized(network.validators);
	await finalizes(network.validators, height + 1);
}

/** The runner's own limit would end a test without a word about the nodes. */
async function within(timeout, work) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`not done within ${timeout / 1_000} s`)), timeout);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

async function explained(what, action) {
	try {
		return await action();
	} catch (error) {
		const tails = (network?.nodes ?? []).map((node) => `--- ${node.name} ---\n${node.process?.tail(TAIL) ?? ''}`);
		const situation = network ? JSON.stringify(await describe(network.nodes).catch(() => null)) : 'there is no network';
		process.stderr.write(`\n--- ${what}: ${error.message}\n${situation}\n${tails.join('\n')}\n---\n`);
		throw error;
	}
}

before(() => explained('starting the network', () => within(START_TIMEOUT, start())), { timeout: 2 * START_TIMEOUT });
after(() => explained('stopping the network', stop), { timeout: START_TIMEOUT });

/**
 * A test of a fault on a network that is well.
 *
 * @param {string} name
 * @param {(stage: Stage) => Promise<string | void>} body gives what was measured and verified, in one line
 * @param {{ timeout?: number }} [options]
 */
export function fault(name, body, { timeout = TEST_TIMEOUT } = {}) {
	test(name, { timeout: timeout + START_TIMEOUT }, (context) => {
		const work = async () => {
			await within(START_TIMEOUT, heal());
			const skip = (reason) => context.skip(reason);
			const line = await within(timeout, body({ network, load, auditor, skip }));
			network.assertWell();
			if (line) report(`${name}: ${line}`);
		};
		return explained(name, work);
	});
}

function report(line) {
	results.push(line);
	console.log(line);
}

/**
 * Lets the load end and audits every balance on all of `nodes`.
 *
 * @param {Stage} stage
 * @returns {Promise<string>} what was looked at, in words
 */
export async function settleAndAudit({ network, load, auditor }, nodes = network.validators) {
	await load.settle();
	await finalizes(nodes, await highestFinalized(network.validators));
	const { blocks, extrinsics, events } = await auditor.check(nodes, await commonFinalized(nodes));
	auditor.assertIncluded(load.sent);
	return `audited on ${nodes.length} nodes: ${extrinsics} extrinsics (${load.repeated} sent again) and ${events} events in ${blocks} blocks`;
}

/** Seconds as text. @param {number} duration */
export const inSeconds = (duration) => `${duration.toFixed(1)} s`;
