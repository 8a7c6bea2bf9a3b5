import { join } from 'node:path';
import { connect } from '../../e2e/lib/harness/connect.js';
import { NodeProcess } from '../../e2e/lib/harness/process.js';
import { copyFolder } from './folders.js';
import { ask } from './rpc.js';

const SERVING = /Running JSON-RPC server: addr=/;
const START_TIMEOUT = 90_000;

/** @typedef {{ number: number, hash: string }} BlockName */

/** One node of a network: what stays of it while its processes come and go. */
export class NetworkNode {
	/** The process of the last start. @type {NodeProcess | null} */
	process = null;
	/** Every process that was to run. @type {NodeProcess[]} */
	#started = [];
	/** Whether somebody has asked the process to end. */
	#asked = false;

	/**
	 * @param {{ name: string, folder: string, rpcPort: number, prometheusPort: number, args: string[] }} options `folder` is the
	 *   base path, and `args` are all options but that and the port of the RPC
	 */
	constructor({ name, folder, rpcPort, prometheusPort, args }) {
		Object.assign(this, { name, folder, rpcPort, prometheusPort, args });
	}

	/** Where the chain's data lies. */
	get database() {
		return join(this.folder, 'chains', 'tidepool_local', 'paritydb', 'full');
	}

	get runs() {
		return this.process !== null && this.process.exit === null;
	}

	/** Whether the process has ended although nobody asked it to. */
	get died() {
		return this.process !== null && this.process.exit !== null && !this.#asked;
	}

	/** What the last process said does not count: it was not to survive what was done to it. */
	forgive() {
		this.#started.pop();
	}

	/**
	 * What processes that were to run said when they panicked. A panic of the runtime is only a refusal: of a second block in
	 * the same slot, say, when a clock that was fast is right again.
	 *
	 * @returns {string[]}
	 */
	get panics() {
		return this.#started.flatMap(({ stderr }) => stderr.filter((line) => /^Thread '.*' panicked/.test(line)));
	}

	/** Starts a process without waiting for anything. @param {Record<string, string>} [env] */
	launch(env = {}) {
		if (this.runs) throw new Error(`${this.name} runs already`);
		this.#asked = false;
		const where = ['--base-path', this.folder, '--rpc-port', String(this.rpcPort)];
		this.process = new NodeProcess([...this.args, ...where], env);
		return this.process;
	}

	/** Starts a process and waits until it answers. @param {Record<string, string>} [env] */
	async start(env = {}) {
		const process = this.launch(env);
		this.#started.push(process);
		await process.logged(SERVING, { timeout: START_TIMEOUT });
	}

	/** Ends the process as an operator does. */
	async stop() {
		this.#asked = true;
		await this.process?.stop();
	}

	/** Ends the process without warning. */
	async kill() {
		this.#asked = true;
		await this.process?.kill();
	}

	/** Lets the next process have its base path elsewhere, with everything that is in it. @param {string} folder */
	moveTo(folder) {
		if (this.runs) throw new Error(`${this.name} runs`);
		copyFolder(this.folder, folder);
		this.folder = folder;
	}

	/** @param {string} method @param {...any} params */
	ask(method, ...params) {
		return ask(this.rpcPort, method, params);
	}

	/** The value of a metric without labels, null if there is none. @param {string} name @returns {Promise<number | null>} */
	async metric(name) {
		const response = await fetch(`http://127.0.0.1:${this.prometheusPort}/metrics`, { headers: { connection: 'close' } });
		const line = (await response.text()).split('\n').find((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
		return line ? Number(line.split(' ').at(-1)) : null;
	}

	/** A polkadot.js API on the node, for whoever asks for it to close. */
	connect() {
		return connect(`127.0.0.1:${this.rpcPort}`);
	}

	/** @returns {Promise<BlockName>} */
	async best() {
		return this.#block(await this.ask('chain_getBlockHash'));
	}

	/** @returns {Promise<BlockName>} */
	async finalized() {
		return this.#block(await this.ask('chain_getFinalizedHead'));
	}

	/** Hashes of the blocks from number `first` to number `last`. @returns {Promise<string[]>} */
	hashes(first, last) {
		return this.ask('chain_getBlockHash', Array.from({ length: last - first + 1 }, (_, index) => first + index));
	}

	async #block(hash) {
		const { number } = await this.ask('chain_getHeader', hash);
		return { number: Number(number), hash };
	}
}
