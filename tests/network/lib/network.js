import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryDirectory } from '../../e2e/lib/harness/directory.js';
import { command, insertSessionKeys, makeNodeKey } from './keys.js';
import { NetworkNode } from './node.js';
import { freePorts } from './ports.js';
import { writeSpec } from './spec.js';

/** The validators of the local testnet. */
const PEOPLE = ['Alice', 'Bob', 'Charlie', 'Dave'];

/** Nothing that reaches other nodes or servers than those of the network. */
const ISOLATED = ['--no-telemetry', '--no-mdns'];
/** Ports of a node: for its peers, its RPC and its metrics. */
const PORTS = 3;

/** The validators of the committed local testnet on this machine, in a directory that goes with the tests. */
export class Network {
	/** The validators. @type {NetworkNode[]} */
	validators = [];
	/** Other nodes. @type {NetworkNode[]} */
	followers = [];
	/** Addresses of the validators for other nodes. @type {string[]} */
	addresses = [];

	/**
	 * Sets everything up as operators do, and starts no node.
	 *
	 * @param {Record<string, number>} [numbers] those of the genesis that are not as in the other tests, by their names
	 */
	static async prepare(numbers) {
		const network = new Network();
		await network.#prepare(numbers);
		return network;
	}

	async #prepare(numbers) {
		this.directory = new TemporaryDirectory();
		this.spec = join(this.directory.path, 'spec.json');
		const plain = writeSpec(this.directory.path, { numbers });
		await command('export-chain-spec', '--chain', plain, '--raw', '--output', this.spec);
		const ports = await freePorts(PORTS * PEOPLE.length);
		const parts = await Promise.all(
			PEOPLE.map(async (name, index) => {
				const folder = this.#folder(name);
				await insertSessionKeys(name, { folder, spec: this.spec });
				const key = await makeNodeKey(folder);
				return { name, folder, key, ports: ports.slice(PORTS * index, PORTS * (index + 1)) };
			}),
		);
		this.addresses = parts.map(({ ports, key }) => `/ip4/127.0.0.1/tcp/${ports[0]}/p2p/${key.peer}`);
		this.validators = parts.map(({ key, ...part }) => {
			// Any of them may be down when another one comes back, so that each has to know all.
			const others = this.addresses.filter((address) => !address.endsWith(key.peer));
			return this.#node(part, ['--validator', '--node-key-file', key.file, '--bootnodes', ...others]);
		});
	}

	/**
	 * A node that makes no blocks and knows all validators. It is not started.
	 *
	 * @param {string} name
	 * @param {{ args?: string[], folder?: string }} [options]
	 */
	async follower(name, { args = [], folder = this.#folder(name) } = {}) {
		const ports = await freePorts(PORTS);
		const node = this.#node({ name, folder, ports }, ['--bootnodes', ...this.addresses, ...args]);
		this.followers.push(node);
		return node;
	}

	/**
	 * A node that makes blocks as soon as it has session keys and these count. It is not started, and has none yet.
	 *
	 * @param {string} name
	 */
	async candidate(name) {
		const folder = this.#folder(name);
		const { file } = await makeNodeKey(folder);
		return this.follower(name, { folder, args: ['--validator', '--node-key-file', file] });
	}

	get nodes() {
		return [...this.validators, ...this.followers];
	}

	/** The validators that run. */
	get running() {
		return this.validators.filter(({ runs }) => runs);
	}

	/** Starts every validator that does not run. */
	async start() {
		await Promise.all(this.validators.filter(({ runs }) => !runs).map((node) => node.start()));
	}

	/** No process has ended by itself, or panicked, that should have run. */
	assertWell() {
		for (const { name, died, panics, process } of this.nodes) {
			if (died) throw new Error(`${name} has ended by itself, with ${JSON.stringify(process.exit)}`);
			if (panics.length > 0) throw new Error(`${name} panicked: ${panics[0]}`);
		}
	}

	/** Ends everything and removes what it wrote. */
	async close() {
		try {
			await Promise.all(this.nodes.map((node) => node.stop()));
			this.assertWell();
		} finally {
			await Promise.all(this.nodes.map((node) => node.kill()));
			await this.directory.remove();
		}
	}

	#folder(name) {
		const folder = join(this.directory.path, name.toLowerCase().replaceAll(' ', '-'));
		mkdirSync(folder, { recursive: true });
		return folder;
	}

	#node({ name, folder, ports: [p2p, rpc, prometheus] }, args) {
		const listen = ['--listen-addr', `/ip4/127.0.0.1/tcp/${p2p}`, '--prometheus-port', String(prometheus)];
		const all = ['--chain', this.spec, '--name', name, ...listen, ...ISOLATED, ...args];
		return new NetworkNode({ name, folder, rpcPort: rpc, prometheusPort: prometheus, args: all });
	}
}
