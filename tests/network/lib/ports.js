import { createServer } from 'node:net';

/**
 * A node that is killed must find its ports free when it comes back. Out of the range above these the system takes ports for
 * outgoing connections.
 */
const FIRST = 20_000;
const LAST = 31_999;
const TRIES = 50;

/** As many ports in a row that nobody listens on. @param {number} count @returns {Promise<number[]>} */
export async function freePorts(count) {
	for (let tries = 0; tries < TRIES; tries++) {
		const first = FIRST + Math.floor(Math.random() * (LAST - FIRST - count));
		const ports = Array.from({ length: count }, (_, index) => first + index);
		const free = await Promise.all(ports.map(isFree));
		if (free.every(Boolean)) return ports;
	}
	throw new Error(`no ${count} free ports in a row between ${FIRST} and ${LAST}`);
}

const isFree = (port) =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
