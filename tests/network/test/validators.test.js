/**
 * Governance changes the validators of a network that runs: one comes, one goes, and in the end so many are lost that nothing
 * becomes final until governance says so. The manual, docs/operations.md, describes it.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { account } from '../../e2e/lib/accounts.js';
import { execute, queue } from '../../e2e/lib/council.js';
import { Auditor } from '../lib/audit/auditor.js';
import { assertAgreement, commonFinalized, describe, finalizes, grows, highestBest, highestFinalized } from '../lib/finality.js';
import { LiveChain } from '../lib/live-chain.js';
import { Network } from '../lib/network.js';
import { seconds, until } from '../lib/wait.js';

/** Blocks of a session, and seconds of the delay of the long track on the local testnet. */
const SESSION = 4;
const DELAY = 180;
/** Blocks from the one that tells of the change to the change, when finality begins anew. */
const FORCED_DELAY = 2;
/** Milliseconds. Half of the validators need a minute for a session, and a change the rest of one and a whole one. */
const CHANGE_TIMEOUT = 240_000;
const TIMEOUT = 900_000;
const MADE = /Pre-sealed block for proposal/;

/** @type {Network} */
let network;
/** @type {LiveChain} */
let chain;
/** @type {Auditor} */
let auditor;
/** The node of Eve, who comes later. @type {import('../lib/node.js').NetworkNode} */
let newcomer;

const tx = () => chain.api.tx;
const address = (person) => account(`//${person}`).address;

before(
	async () => {
		network = await Network.prepare({ sessionLength: SESSION });
		await network.start();
		auditor = await Auditor.begin(network.validators[0]);
		const { api } = await network.validators[0].connect();
		chain = new LiveChain(api);
		await finalizes(network.validators, 1);
	},
	{ timeout: TIMEOUT },
);

after(async () => {
	await chain?.api.disconnect();
	await network?.close();
});

/** The council queues `calls` on the long track; all of them are due in the end. Gives the operations. */
async function decide(...calls) {
	const operations = [];
	for (const call of calls) operations.push(await queue(chain, call, 'Long'));
	await until('the delay is over', async () => (await now()) >= operations.at(-1).eta, { timeout: 2_000 * DELAY });
	return operations;
}

async function carryOut(operation) {
	assert.equal((await execute(chain, operation)).result, 'ok');
}

const now = async () => (await chain.api.query.timestamp.now()).toBigInt() / 1_000n;

/** The keys that make blocks, as the best block has them. */
const authors = async () => (await chain.api.query.aura.authorities()).map((key) => key.toHex());

async function explained(action) {
	try {
		await action();
	} catch (error) {
		const tails = network.nodes.map((node) => `--- ${node.name} ---\n${node.process?.tail(25) ?? ''}`);
		process.stderr.write(`${JSON.stringify(await describe(network.nodes))}\n${tails.join('\n')}\n`);
		throw error;
	}
}

const scene = (name, body) => test(name, { timeout: TIMEOUT }, () => explained(body));

scene('one validator joins a network that runs and another leaves it, and finality never needs the one who left', async () => {
	const [alice, bob, charlie, dave] = network.validators;
	newcomer = await network.candidate('Eve');
	await newcomer.start();
	await finalizes([newcomer], await highestFinalized(network.validators));
	const eve = account('//Eve');
	const owner = `0x${Buffer.from(eve.publicKey).toString('hex')}`;
	const { keys, proof } = await newcomer.ask('author_rotateKeysWithOwner', owner);
	await chain.succeed(eve, tx().session.setKeys(keys, proof));
	const before = await authors();

	const { addMember, removeMember } = tx().validators;
	for (const operation of await decide(addMember(eve.address), removeMember(address('Dave')))) await carryOut(operation);
	const eveMakesBlocks = async () => (await authors()).includes(keys.slice(0, 66));
	const duration = await seconds(() => until('Eve is a validator', eveMakesBlocks, { timeout: CHANGE_TIMEOUT }));
	const after = await authors();
	assert.equal(after.length, 4);
	assert.deepEqual(before.filter((key) => !after.includes(key)).length, 1);

	// Four of whom three are enough: with the old one off for good, the new one has to vote when another one is off, too.
	await finalizes([...network.validators, newcomer], await highestBest(network.validators));
	await dave.stop();
	await charlie.stop();
	const height = await highestBest([alice, bob, newcomer]);
	await finalizes([alice, bob, newcomer], height + 4);
	assert.ok(newcomer.process.stderr.some((line) => MADE.test(line)), 'Eve makes blocks');
	await charlie.start();
	await finalizes([charlie], height + 4);
	await assertAgreement([alice, bob, charlie, newcomer]);
	console.log(`Eve validates ${duration.toFixed(1)} s after the execution, in sessions of ${SESSION} blocks`);
});

scene('when half of the validators have lost their keys, governance lets finality begin anew', async () => {
	const [alice, bob, charlie] = network.validators;
	await Promise.all([bob.kill(), charlie.kill()]);
	for (const { folder } of [bob, charlie]) {
		rmSync(join(folder, 'chains', 'tidepool_local', 'keystore'), { recursive: true });
	}
	const left = [alice, newcomer];
	const stuck = await highestFinalized(left);
	await grows(left, (await highestBest(left)) + 2);

	const last = await highestFinalized(left);
	const duration = await seconds(async () => {
		const those = tx().validators.resetMembers([address('Alice'), address('Eve')]);
		const [list, anew] = await decide(those, tx().grandpa.noteStalled(FORCED_DELAY, last));
		await carryOut(list);
		// Nodes are told as usual first, and cannot go over without the votes of the others.
		const inForce = async () => (await authors()).length === 2;
		await until('the two make the blocks', inForce, { timeout: CHANGE_TIMEOUT });
		assert.equal(await highestFinalized(left), last, 'nothing becomes final');
		await carryOut(anew);
		await finalizes(left, (await highestBest(left)) + SESSION, CHANGE_TIMEOUT);
	});
	assert.ok(last <= stuck + 2);

	// Those without keys follow them.
	await Promise.all([bob.start(), charlie.start()]);
	const agreed = await highestFinalized(left);
	await finalizes([bob, charlie], agreed);
	await assertAgreement([...left, bob, charlie]);
	console.log(`final again ${duration.toFixed(1)} s after the decision, a delay of ${DELAY} s included, with ${agreed - last} blocks`);
});

scene('a node that joins after all this goes through every change itself, and every balance adds up on all nodes', async () => {
	const [alice, bob, charlie] = network.validators;
	const last = await network.follower('Ferdie');
	const all = [alice, newcomer, bob, charlie, last];
	const duration = await seconds(async () => {
		const height = await highestFinalized([alice, newcomer]);
		await last.start();
		await finalizes([last], height, CHANGE_TIMEOUT);
	});
	const { blocks, extrinsics } = await auditor.check(all, await commonFinalized(all));
	network.assertWell();
	console.log(`a sixth node has all ${blocks} final blocks after ${duration.toFixed(1)} s; audited on ${all.length} nodes: ${extrinsics} extrinsics`);
});
