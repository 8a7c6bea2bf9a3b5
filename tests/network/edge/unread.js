/** Visitors who ask for much and read nothing of it. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, visitor } from './lib/client.js';
import { MIB, inMiB } from './lib/memory.js';
import { attack } from './lib/stage.js';

/** One visitor's connections, as many as the proxy allows. */
const CONNECTIONS = 5;
/** Answers that each of them does not read. */
const REQUESTS = 40;
/** The greatest value in the state. */
const CODE = '0x3a636f6465';
/** More than this machine should be asked for. */
const STOP = 4_096 * MIB;
/** Milliseconds until the node has given memory back. */
const AFTERMATH = 5_000;
/** What the node allows a connection: followers of the chain, and for each so many operations. */
const FOLLOWERS = 4;
const OPERATIONS = 16;
/** Milliseconds in which a reader of the chain wants an answer. */
const READ_TIMEOUT = 5_000;

const openAll = (port, index) =>
	Promise.all(Array.from({ length: CONNECTIONS }, () => Client.open(port, { visitor: visitor(index) })));

attack('answers that nobody reads', { duration: 10 }, async ({ target, tally, running, memory }) => {
	const clients = await openAll(target.rpcPort, 9);
	const before = memory();
	const question = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'state_getStorage', params: [CODE] });
	clients.forEach((client) => client.pause());
	for (let round = 0; round < REQUESTS && memory() < STOP; round++) {
		clients.forEach((client) => client.send(question));
		tally.add('asked', clients.length);
		await sleep(20);
	}
	while (running()) await sleep(100);
	const held = memory();
	clients.forEach((client) => client.close());
	await sleep(AFTERMATH);
	return `${inMiB(held - before)} held while they were connected, ${inMiB(memory() - before)} after they had gone`;
});

/** Follows the chain, and gives the name of the subscription and a block that it knows. */
async function follow(client) {
	const initialized = new Promise((resolve) => {
		client.onOther = ({ params }) => {
			if (params?.result?.event === 'initialized') resolve(params.result.finalizedBlockHashes.at(-1));
		};
	});
	const { result, error } = await client.ask('chainHead_v1_follow', [false]);
	assert.equal(error, undefined);
	return { subscription: result, hash: await initialized };
}

attack('state that nobody reads', { duration: 10 }, async ({ target, tally, running }) => {
	const clients = await openAll(target.rpcPort, 11);
	const reader = await Client.open(target.rpcPort, { visitor: visitor(12) });
	for (const client of clients) {
		const followers = [];
		for (let index = 0; index < FOLLOWERS; index++) followers.push(await follow(client));
		client.pause();
		for (const { subscription, hash } of followers) {
			const params = [subscription, hash, [{ key: '0x', type: 'descendantsValues' }], null];
			const question = JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'chainHead_v1_storage', params });
			for (let index = 0; index < OPERATIONS; index++) client.send(question);
			tally.add('asked', OPERATIONS);
		}
	}
	const times = [];
	do {
		const start = performance.now();
		const answer = await reader.ask('chain_getHeader', [], READ_TIMEOUT);
		tally.add(answer.error ? `reader: ${answer.error.message}` : 'reader answered');
		times.push(performance.now() - start);
		await sleep(250);
	} while (running());
	clients.forEach((client) => client.close());
	reader.close();
	return `somebody else's question answered within ${(Math.max(...times) / 1_000).toFixed(2)} s`;
});
