// Waits until every node of a network has finalised a block since it first answered, for as long as all of them live.
//
//   node scripts/wait-for-finality.mjs SECONDS PORT:PID...
//
// Exit code 0: all have, 1: a process has ended, 2: not within SECONDS, and a line says how far each of them is.

import { setTimeout as sleep } from 'node:timers/promises';

const [seconds, ...pairs] = process.argv.slice(2);
const nodes = pairs.map((pair) => pair.split(':').map(Number)).map(([port, pid]) => ({ port, pid }));
const deadline = Date.now() + Number(seconds) * 1_000;

const lives = ({ pid }) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

const ask = async ({ port }, method, params = []) => {
	const response = await fetch(`http://127.0.0.1:${port}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
		signal: AbortSignal.timeout(2_000),
	});
	return (await response.json()).result;
};

const finalized = async (node) => {
	const { number } = await ask(node, 'chain_getHeader', [await ask(node, 'chain_getFinalizedHead')]);
	return Number(number);
};

/** Whether a node has finalised a block. One that goes on with an old chain had finalised some before. */
const moves = async (node) => {
	try {
		const height = await finalized(node);
		node.first ??= height;
		return height > node.first;
	} catch {
		return false;
	}
};

const situation = async (node) => {
	try {
		const [{ number }, { peers }] = [await ask(node, 'chain_getHeader'), await ask(node, 'system_health')];
		return `port ${node.port} is at block ${Number(number)}, the last final one is ${await finalized(node)}, and it has ${peers} peers`;
	} catch {
		return `port ${node.port} does not answer`;
	}
};

while (nodes.every(lives)) {
	const moving = await Promise.all(nodes.map(moves));
	if (moving.every(Boolean)) process.exit(0);
	if (Date.now() > deadline) {
		const situations = await Promise.all(nodes.map(situation));
		console.error(`error: not every validator has finalised a block within ${seconds} s: ${situations.join('; ')}.`);
		process.exit(2);
	}
	await sleep(500);
}
process.exit(1);
