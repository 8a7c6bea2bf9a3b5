import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { nodeBinary } from './binary.js';
import { guardProcess } from './guard.js';

const STOP_TIMEOUT = 20_000;

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Exit */

/** One run of the node binary: its output, its end. */
export class NodeProcess {
	/** @type {string[]} */
	stdout = [];
	/** The node's log goes to standard error. @type {string[]} */
	stderr = [];
	/** @type {Set<() => void>} */
	#listeners = new Set();

	/** @param {string[]} args @param {Record<string, string>} [env] variables besides those of the tests */
	constructor(args, env = {}) {
		this.command = ['tidepool-node', ...args].join(' ');
		this.child = spawn(nodeBinary(), args, {
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NO_COLOR: '1', ...env },
		});
		const dismiss = this.child.pid === undefined ? () => {} : guardProcess(this.child.pid);
		this.#collect(this.child.stdout, this.stdout);
		this.#collect(this.child.stderr, this.stderr);
		/** @type {Exit | null} */
		this.exit = null;
		/** @type {Promise<Exit>} */
		this.exited = new Promise((resolve, reject) => {
			this.child.once('error', reject);
			// `close` comes after the last byte of output, `exit` may come before it.
			this.child.once('close', (code, signal) => {
				this.exit = { code, signal };
				dismiss();
				resolve(this.exit);
				this.#changed();
			});
		});
		this.exited.catch(() => {});
	}

	/** The first match of `pattern` in the log, from line `from` on, present or future. @param {RegExp} pattern */
	async logged(pattern, { from = 0, timeout = 60_000 } = {}) {
		let next = from;
		const find = () => {
			for (; next < this.stderr.length; next++) {
				const match = pattern.exec(this.stderr[next]);
				if (match) return match;
			}
			return null;
		};
		return new Promise((resolve, reject) => {
			const settle = (action, value) => {
				clearTimeout(timer);
				this.#listeners.delete(check);
				action(value);
			};
			const check = () => {
				const match = find();
				if (match) settle(resolve, match);
				else if (this.exit) settle(reject, new Error(this.#complaint(`ended before it logged ${pattern}`)));
			};
			const timer = setTimeout(
				() => settle(reject, new Error(this.#complaint(`did not log ${pattern} within ${timeout} ms`))),
				timeout,
			);
			this.#listeners.add(check);
			check();
		});
	}

	/** Ends the node as an operator does and waits for it. @returns {Promise<Exit>} */
	async stop() {
		if (this.exit) return this.exit;
		this.child.kill('SIGTERM');
		const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIMEOUT);
		const exit = await this.exited;
		clearTimeout(timer);
		if (exit.signal === 'SIGKILL') {
			throw new Error(this.#complaint(`did not stop within ${STOP_TIMEOUT} ms of SIGTERM`));
		}
		return exit;
	}

	/** Kills the node without warning and waits until it is gone. @returns {Promise<Exit>} */
	async kill() {
		this.child.kill('SIGKILL');
		return this.exited;
	}

	/** The end of the log, for the reader of a failed test. */
	tail(lines = 40) {
		return this.stderr.slice(-lines).join('\n');
	}

	#complaint(what) {
		return `\`${this.command}\` ${what}; its log ends with:\n${this.tail(15)}`;
	}

	#collect(stream, lines) {
		createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
			lines.push(line);
			this.#changed();
		});
	}

	#changed() {
		for (const listener of [...this.#listeners]) listener();
	}
}
