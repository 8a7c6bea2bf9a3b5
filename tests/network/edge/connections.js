/** More connections than the node takes, more subscriptions than one may have, and connections that say nothing sensible. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, visitor } from './lib/client.js';
import { attack } from './lib/stage.js';
import { outcome } from './lib/tally.js';

/** The manual allows 500. */
const CONNECTIONS = 700;
const AT_ONCE = 100;
/** The manual allows 64 for each connection. Not all that are asked for can be subscribed to. */
const SUBSCRIPTIONS = 120;
const SUBSCRIBERS = 20;
const HALF_OPEN = 400;

const KINDS = [
	['chain_subscribeNewHeads', []],
	['chain_subscribeAllHeads', []],
	['state_subscribeStorage', [['0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac']]],
	['chainHead_v1_follow', [true]],
	['grandpa_subscribeJustifications', []],
	['author_submitAndWatchExtrinsic', ['0x00']],
];

/** What the node says to somebody who may not connect. */
const refusalOf = (error) => error.message.replace('Unexpected server response: ', 'HTTP ');

async function openMany(port, tally) {
	const clients = [];
	for (let first = 0; first < CONNECTIONS; first += AT_ONCE) {
		const wave = Array.from({ length: AT_ONCE }, (_, index) => Client.open(port, { visitor: visitor(first + index) }));
		for (const { status, value, reason } of await Promise.allSettled(wave)) {
			tally.add(status === 'fulfilled' ? 'connected' : refusalOf(reason));
			if (status === 'fulfilled') clients.push(value);
		}
	}
	return clients;
}

async function subscribeALot(clients, tally) {
	await Promise.all(
		clients.map(async (client) => {
			for (let index = 0; index < SUBSCRIPTIONS; index++) {
				const answer = await client.ask(...KINDS[index % KINDS.length]);
				tally.add(answer.error ? outcome(answer) : 'subscribed');
			}
		}),
	);
}

attack('connections and subscriptions by the hundred', { duration: 10, short: 4, shutsOut: true }, async ({ target, tally, running }) => {
	const clients = await openMany(target.rpcPort, tally);
	try {
		assert.ok(clients.length < CONNECTIONS, 'there is a limit');
		assert.equal(tally.count('HTTP 429'), CONNECTIONS - clients.length, tally.text());
		const subscribers = clients.slice(0, SUBSCRIBERS);
		await subscribeALot(subscribers, tally);
		assert.ok(tally.matching(/^-32006 /) > 0, `there is a limit for subscriptions: ${tally.text()}`);
		// They read nothing of what they have subscribed to.
		subscribers.forEach((client) => client.pause());
		while (running()) await sleep(250);
	} finally {
		clients.forEach((client) => client.close());
	}
});

const REQUEST = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const UPGRADE = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
/** What is sent over HTTP that is none, or not to its end. @type {Record<string, () => string | Buffer>} */
const GARBAGE = {
	nothing: () => '',
	noise: () => randomBytes(4_096),
	'half a request line': () => 'GET / HT',
	'half a header': () => 'GET / HTTP/1.1\r\nHost: local',
	'a header of a megabyte': () => `GET / HTTP/1.1\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`,
	'ten thousand headers': () => `GET / HTTP/1.1\r\n${'X: x\r\n'.repeat(10_000)}\r\n`,
	'a body that does not come': () => `${REQUEST}Content-Length: 1000000\r\n\r\n{"jsonrpc"`,
	'a body of terabytes': () => `${REQUEST}Content-Length: 9999999999999\r\n\r\n{`,
	'a length that is none': () => `${REQUEST}Content-Length: -1\r\n\r\n{}`,
	'two lengths': () => `${REQUEST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
	'chunks that are none': () => `${REQUEST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}`,
	'another method': () => 'DELETE /chain HTTP/1.1\r\nHost: localhost\r\n\r\n',
	'no JSON': () => `${REQUEST}Content-Length: 5\r\n\r\nhello`,
	'another type': () => 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}',
	'an upgrade without a key': () => `${UPGRADE}\r\n`,
	'an upgrade, then noise': () => `${UPGRADE}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n${'\xff'.repeat(999)}`,
	'HTTP/2 and noise': () => Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), randomBytes(2_048)]),
};

/** Sends something raw, and gives what became of it within a while. The connection stays open if the node leaves it so. */
function provoke(port, data, sockets) {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(data));
		sockets.push(socket);
		const timer = setTimeout(resolve, 2_000, 'left open');
		const settle = (what) => {
			clearTimeout(timer);
			resolve(what);
		};
		socket.once('data', (answer) => settle(/^HTTP\/1\.1 \d+/.exec(answer.toString('latin1'))?.[0] ?? 'answered'));
		socket.once('close', () => settle('closed'));
		socket.on('error', () => settle('closed'));
	});
}

attack('HTTP garbage and half-open connections', { duration: 10 }, async ({ target, tally, running }) => {
	const sockets = [];
	const kinds = Object.values(GARBAGE);
	do {
		const wave = Array.from({ length: HALF_OPEN }, (_, index) => provoke(target.rpcPort, kinds[index % kinds.length](), sockets));
		for (const what of await Promise.all(wave)) tally.add(what);
		// The last ones stay open until the attack is over.
		sockets.splice(0, sockets.length - HALF_OPEN).forEach((socket) => socket.destroy());
	} while (running());
	sockets.forEach((socket) => socket.destroy());
	assert.ok(tally.count('HTTP/1.1 400') > 0, tally.text());
});
