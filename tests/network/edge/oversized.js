/** Extrinsics that fit in no block, and requests that are larger than the node takes. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { readNonces } from '../lib/load/nonces.js';
import { until } from '../lib/wait.js';
import { attack } from './lib/stage.js';
import { Client } from './lib/client.js';
import { outcome } from './lib/tally.js';

const MIB = 1_024 ** 2;
/** What ordinary extrinsics may take of a block's bytes: three quarters of 5 MiB. */
const ORDINARY = 3.75 * MIB;
/** Extrinsics of others, which pay as much for less, come first in every block. */
const ROOM = ORDINARY - 10_000;
/** The largest request that the node takes, in bytes. */
const REQUEST = 15 * MIB;
/** As many as the manual allows. */
const BATCH = 20;
/** The greatest value in the state, two bytes of an answer for each of its own. */
const CODE = '0x3a636f6465';
/** How many large requests are on their way at once. */
const WIDTH = 20;

const call = (method, params = [], id = 1) => ({ jsonrpc: '2.0', id, method, params });
const submit = (data) => JSON.stringify(call('author_submitExtrinsic', [data]));

async function post(port, body, tally) {
	try {
		const headers = { 'content-type': 'application/json', connection: 'close' };
		const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) });
		const text = await response.text();
		const answer = JSON.parse(text.startsWith('{') || text.startsWith('[') ? text : JSON.stringify({ error: { message: text } }));
		const [first] = [answer].flat();
		tally.add(response.ok ? outcome(first) : `HTTP ${response.status} ${outcome(first)}`);
	} catch (error) {
		tally.add(`connection ended: ${error.cause?.code ?? error.name}`);
	}
}

attack('oversized extrinsics', { duration: 10 }, async ({ target, attackers, tally, running }) => {
	const [rich, other] = attackers.accounts;
	const sign = (account, size) => attackers.signer.sign(account, 0, attackers.remark(Buffer.alloc(size, 7)));
	const client = await Client.open(target.rpcPort);
	const fitting = await client.ask('author_submitExtrinsic', [sign(rich, ROOM)]);
	assert.equal(fitting.error, undefined, 'what just fits is taken');
	const tooLong = [ORDINARY, 4.5 * MIB, 5 * MIB, 6.5 * MIB].map((size) => sign(other, size));
	do {
		for (const bytes of tooLong) tally.answer(await client.ask('author_submitExtrinsic', [bytes]));
		await sleep(50);
	} while (running());
	client.close();
	assert.equal(tally.count('taken'), 0);
	const included = async () => (await readNonces(target, [{ pair: rich }]))[0].best > 0;
	await until('what just fits is included', included, { timeout: 30_000 });
	return `one of ${ROOM} bytes taken and included`;
});

attack('oversized requests', { duration: 10 }, async ({ target, tally, running }) => {
	const port = target.rpcPort;
	const large = submit(`0x${'ff'.repeat(REQUEST / 2 - 500_000)}`);
	const tooLarge = submit(`0x${'ff'.repeat(REQUEST / 2 + 1_000)}`);
	const long = JSON.stringify(Array.from({ length: 100_000 }, (_, id) => call('system_name', [], id)));
	const oneTooLong = JSON.stringify(Array.from({ length: BATCH + 1 }, (_, id) => call('system_name', [], id)));
	const heavy = JSON.stringify(Array.from({ length: BATCH }, (_, id) => call('state_getStorage', [CODE], id)));
	const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
	const deepParams = `{"jsonrpc":"2.0","id":1,"method":"state_call","params":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
	const bodies = [large, tooLarge, long, oneTooLong, heavy, deep, deepParams];
	let next = 0;
	const worker = async () => {
		while (running()) await post(port, bodies[next++ % bodies.length], tally);
	};
	await Promise.all(Array.from({ length: WIDTH }, worker));
	await overSocket(port, [tooLarge, oneTooLong, deep], tally);
	assert.equal(tally.count('no answer'), 0);
});

/** The same over a WebSocket, which has errors of its own. */
async function overSocket(port, bodies, tally) {
	const client = await Client.open(port);
	const answers = [];
	client.onOther = (message) => answers.push(message);
	bodies.forEach((body) => client.send(body));
	for (let waited = 0; waited < 10_000 && answers.length < bodies.length; waited += 100) await sleep(100);
	answers.forEach((message) => tally.add(`WebSocket ${outcome([message].flat()[0])}`));
	client.close();
	assert.ok(answers.length > 0, 'what is too large has an answer over a WebSocket too');
}
