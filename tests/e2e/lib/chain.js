import { after, before, test } from 'node:test';
import { connect } from './harness/connect.js';
import { TemporaryDirectory } from './harness/directory.js';
import { startNode } from './harness/start.js';

const START_TIMEOUT = 90_000;
const TEST_TIMEOUT = 60_000;
const TAIL = 40;

/** The runner's own limit would end a test without a word about the node. */
async function within(timeout, work) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`not done within ${timeout} ms`)), timeout);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** A node and the API on it, for the tests of one file. */
export class Chain {
	/** @type {import('@polkadot/api').ApiPromise} */
	api;
	/** @type {import('@polkadot/api').WsProvider} */
	provider;
	/** @type {import('./harness/process.js').NodeProcess} */
	node;
	/** Where the node's RPC server listens. @type {string} */
	address;

	/** A panic in the log that the tests provoke; any other fails them. @type {RegExp | undefined} */
	expectedPanic;

	/** The arguments that choose the chain. @type {string[] | undefined} */
	which;

	/** @param {string[]} args the other arguments of the node */
	constructor(args = []) {
		this.args = args;
	}

	/**
	 * Starts the chain before the tests of the calling file and ends it after them.
	 *
	 * @param {() => Promise<void>} [prepare] what has to be done before; hooks of a file do not wait for each other
	 */
	use(prepare = async () => {}) {
		const start = async () => {
			await prepare();
			await this.start();
		};
		before(() => this.explained('starting the node', start), { timeout: START_TIMEOUT });
		after(() => this.explained('stopping the node', () => this.stop()), { timeout: START_TIMEOUT });
		return this;
	}

	async start() {
		this.directory = new TemporaryDirectory();
		await this.resume();
	}

	/** Starts a node on the chain's directory, where an earlier one may have left its blocks. */
	async resume() {
		const { which = ['--dev'], args, directory } = this;
		Object.assign(this, await startNode(directory.path, [...which, ...args]));
	}

	/** Connects anew to the running node, as whoever reloads a page does. */
	async reconnect() {
		await this.api.disconnect();
		Object.assign(this, await connect(this.address));
	}

	async stop() {
		try {
			await this.api?.disconnect();
			const exit = await this.node?.stop();
			if (exit && exit.code !== 0) throw new Error(`the node ended with ${JSON.stringify(exit)}`);
			const panic = this.node?.stderr.find(
				(line) => line.includes('panicked') && !this.expectedPanic?.test(line),
			);
			if (panic) throw new Error(`the node panicked: ${panic}`);
		} finally {
			await this.directory?.remove();
		}
	}

	/** Ends the node without warning, in the middle of whatever it is doing. */
	async kill() {
		await Promise.all([this.node.kill(), this.api.disconnect()]);
	}

	/**
	 * A test on this chain: `test` of the runner, with the end of the node's log when it fails.
	 *
	 * @param {string} name
	 * @param {(context: import('node:test').TestContext) => Promise<void>} body
	 */
	test(name, body, { timeout = TEST_TIMEOUT } = {}) {
		test(name, (context) => this.explained(name, () => within(timeout, body(context))));
	}

	/** Calls a method that polkadot.js has no name for. */
	raw(method, ...params) {
		return this.provider.send(method, params);
	}

	async explained(what, action) {
		try {
			return await action();
		} catch (error) {
			if (this.node) this.#printTail(what);
			// The runner does not show why a hook failed.
			else process.stderr.write(`\n--- ${what}: ${error.message}\n---\n`);
			throw error;
		}
	}

	#printTail(what) {
		const tail = this.node.tail(TAIL);
		process.stderr.write(`\n--- ${what}: the node's log ends with\n${tail}\n---\n`);
	}
}
