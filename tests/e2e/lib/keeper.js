/** The keeper as its users run it: a process beside the node. */
import { spawn } from 'node:child_process';
import { createServer, connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { guardProcess } from './harness/guard.js';

const PROGRAM = fileURLToPath(new URL('../../../tools/keeper/bin/keeper.js', import.meta.url));
/** The tests have limits of their own. */
const TIMEOUT = 100_000;

/** One run of the keeper: what it says, how it ends. */
export class KeeperProcess {
	/** Both outputs, in the order in which lines came. @type {string[]} */
	lines = [];
	/** @type {Set<() => void>} */
	#listeners = new Set();

	/** @param {string} key secret URI of the account that pays @param {...string} args */
	constructor(key, ...args) {
		const env = { ...process.env, TIDEPOOL_KEEPER_KEY: key };
		this.child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
		const dismiss = this.child.pid === undefined ? () => {} : guardProcess(this.child.pid);
		for (const stream of [this.child.stdout, this.child.stderr]) {
			createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
				this.lines.push(line);
				for (const listener of [...this.#listeners]) listener();
			});
		}
		/** @type {Promise<number | null>} */
		this.exited = new Promise((resolve) => {
			this.child.once('close', (code) => {
				dismiss();
				resolve(code);
			});
		});
	}

	/** The first line that matches from line `from` on, present or future. @param {RegExp} pattern */
	async says(pattern, from = 0) {
		const find = () => this.lines.slice(from).find((line) => pattern.test(line));
		return new Promise((resolve, reject) => {
			const check = () => {
				const line = find();
				if (line === undefined) return;
				clearTimeout(timer);
				this.#listeners.delete(check);
				resolve(line);
			};
			const timer = setTimeout(() => {
				this.#listeners.delete(check);
				reject(new Error(`the keeper did not say ${pattern}, but:\n${this.lines.join('\n')}`));
			}, TIMEOUT);
			this.#listeners.add(check);
			check();
		});
	}

	/** Ends it as service managers do. @returns {Promise<number | null>} the exit code */
	stop() {
		this.child.kill('SIGTERM');
		return this.exited;
	}
}

/** An address that leads to whatever node runs: nodes of the tests listen on another port every time they start. */
export class Gateway {
	#sockets = new Set();
	#server = createServer((socket) => {
		const [host, port] = this.target().split(':');
		const onward = connect(Number(port), host);
		for (const [from, to] of [[socket, onward], [onward, socket]]) {
			this.#sockets.add(from);
			from.on('error', () => {}).on('close', () => {
				this.#sockets.delete(from);
				to.destroy();
			});
			from.pipe(to);
		}
	});

	/** @param {() => string} target gives host:port */
	constructor(target) {
		this.target = target;
	}

	/** @returns {Promise<string>} its URL */
	async open() {
		await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(null)));
		return `ws://127.0.0.1:${/** @type {any} */ (this.#server.address()).port}`;
	}

	/** Breaks all connections. */
	interrupt() {
		for (const socket of this.#sockets) socket.destroy();
	}

	close() {
		this.#server.close();
		this.interrupt();
	}
}
