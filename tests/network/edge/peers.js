/** Whoever reaches the port for peers without speaking their language, or only its first words. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { attack } from './lib/stage.js';

/** Connections that are open at the same time. */
const CONNECTIONS = 400;
/** Milliseconds in which a stranger who says nothing may stay. */
const PATIENCE = 30_000;

const line = (text) => Buffer.concat([Buffer.from([text.length + 1]), Buffer.from(`${text}\n`)]);
const HELLO = line('/multistream/1.0.0');
const NOISE = line('/noise');

/** @type {Record<string, () => Buffer>} */
const KINDS = {
	nothing: () => Buffer.alloc(0),
	garbage: () => randomBytes(1_024),
	'much garbage': () => randomBytes(512 * 1_024),
	'half a header': () => HELLO.subarray(0, 7),
	'a header and nothing': () => HELLO,
	'a header and garbage': () => Buffer.concat([HELLO, randomBytes(8_192)]),
	'a header and a frame that is too long': () => Buffer.concat([HELLO, Buffer.from('ffffffffffffffff7f', 'hex'), randomBytes(1_024)]),
	'a header and protocols without end': () => Buffer.concat([HELLO, ...Array.from({ length: 2_000 }, (_, index) => line(`/none/${index}`))]),
	'half a handshake': () => Buffer.concat([HELLO, NOISE, Buffer.from('0020', 'hex'), randomBytes(32)]),
	'a handshake of garbage': () => Buffer.concat([HELLO, NOISE, Buffer.from('ffff', 'hex'), randomBytes(65_535)]),
	HTTP: () => Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
};

/** A stranger who says one thing, and then reads or not, or closes one half. */
function visit(port, data, index, tally) {
	const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
	socket.on('connect', () => {
		socket.write(data);
		if (index % 3 === 1) socket.end();
		if (index % 3 === 2) socket.pause();
	});
	socket.on('data', () => {});
	socket.on('error', () => {});
	socket.gone = new Promise((resolve) => {
		socket.once('end', () => resolve('closed by the node'));
		socket.once('close', () => resolve('closed by the node'));
	});
	socket.gone.then(() => (socket.left = true));
	tally.add('connected');
	return socket;
}

attack('strangers at the port for peers', { duration: 12 }, async ({ target, network, tally, running }) => {
	const kinds = Object.values(KINDS);
	let count = 0;
	let waves = 0;
	const sockets = [];
	do {
		const port = [target, ...network.validators][waves++ % 3].peerPort;
		sockets.push(...Array.from({ length: CONNECTIONS }, () => visit(port, kinds[count % kinds.length](), count++, tally)));
		await sleep(1_500);
		const before = sockets.splice(0, Math.max(0, sockets.length - 2 * CONNECTIONS));
		before.forEach((socket) => {
			tally.add(socket.left ? 'closed by the node' : 'still open after three seconds');
			socket.destroy();
		});
	} while (running());
	const open = await remaining(sockets);
	sockets.forEach((socket) => socket.destroy());
	const { peers } = await target.ask('system_health');
	assert.ok(peers >= 1, 'the real peers are still there');
	return `${open} of the last ${sockets.length} connections still open ${PATIENCE / 1_000} s later; ${peers} peers`;
});

/** How many connections the node has not closed when its patience should be over. */
async function remaining(sockets) {
	const deadline = performance.now() + PATIENCE;
	// Those that read nothing cannot notice; a socket that is resumed does.
	sockets.forEach((socket) => socket.resume());
	while (performance.now() < deadline && sockets.some((socket) => !socket.left)) await sleep(250);
	return sockets.filter((socket) => !socket.left).length;
}
