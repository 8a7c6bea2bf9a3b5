import { WebSocket } from '../../../e2e/node_modules/ws/wrapper.mjs';

const OPEN_TIMEOUT = 15_000;
const ANSWER_TIMEOUT = 60_000;

/** @typedef {{ result?: any, error?: { code?: number | string, message: string, data?: any } }} Answer */

/**
 * One WebSocket to a node. Whatever goes wrong is an answer too, for it is counted. Without a header the node takes it for a
 * program on its own host, which is not limited; with `visitor` for somebody who came through the proxy.
 */
export class Client {
	#next = 0;
	/** @type {Map<number, (answer: Answer) => void>} */
	#open = new Map();

	/** @param {WebSocket} socket */
	constructor(socket) {
		this.socket = socket;
		this.closed = false;
		/** Called with what nobody asked for: notifications, and errors without an id. @type {(message: any) => void} */
		this.onOther = () => {};
		socket.on('message', (data) => this.#receive(data));
		socket.on('close', () => this.#end());
		socket.on('error', () => this.#end());
	}

	/**
	 * @param {number} port
	 * @param {{ visitor?: string }} [options] the address of the visitor
	 * @returns {Promise<Client>} rejected with what the node says instead
	 */
	static open(port, { visitor } = {}) {
		const headers = visitor ? { 'X-Real-IP': visitor, 'X-Forwarded-For': visitor } : {};
		const options = { headers, perMessageDeflate: false, handshakeTimeout: OPEN_TIMEOUT };
		const socket = new WebSocket(`ws://127.0.0.1:${port}`, options);
		return new Promise((resolve, reject) => {
			socket.once('open', () => resolve(new Client(socket)));
			socket.once('error', reject);
		});
	}

	/** @param {string} method @param {any[]} params @returns {Promise<Answer>} */
	ask(method, params, timeout = ANSWER_TIMEOUT) {
		if (this.closed) return Promise.resolve({ error: { message: 'the connection is closed' } });
		const id = this.#next++;
		return new Promise((resolve) => {
			const timer = setTimeout(() => this.#settle(id, { error: { message: 'no answer' } }), timeout);
			this.#open.set(id, (answer) => {
				clearTimeout(timer);
				resolve(answer);
			});
			this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }), () => {});
		});
	}

	/** Sends anything. The answer, if there is one, is not for `ask`. @param {string | Buffer} data */
	send(data) {
		if (!this.closed) this.socket.send(data, () => {});
	}

	/** Reads nothing any more. */
	pause() {
		this.socket.pause();
	}

	close() {
		this.socket.terminate();
	}

	#receive(data) {
		const message = JSON.parse(data);
		const known = !Array.isArray(message) && this.#open.has(message.id);
		if (known) this.#settle(message.id, message);
		else this.onOther(message);
	}

	#settle(id, answer) {
		const resolve = this.#open.get(id);
		this.#open.delete(id);
		resolve?.(answer);
	}

	#end() {
		this.closed = true;
		for (const id of [...this.#open.keys()]) this.#settle(id, { error: { message: 'the connection was closed' } });
	}
}

/**
 * Keeps `width` questions on their way over `client` as long as `running` says so.
 *
 * @param {Client} client
 * @param {{ running: () => boolean, tally: import('./tally.js').Tally, width?: number }} how
 * @param {() => [string, any[]]} make a method and its parameters
 */
export async function flood(client, { running, tally, width = 100 }, make) {
	const worker = async () => {
		while (running() && !client.closed) tally.answer(await client.ask(...make()));
	};
	await Promise.all(Array.from({ length: width }, worker));
}

/** An address of the documentation networks, another one for each `index`. @param {number} index */
export const visitor = (index) => `${['192.0.2', '198.51.100', '203.0.113'][index % 3]}.${1 + (Math.floor(index / 3) % 254)}`;
