import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryDirectory } from '../../../e2e/lib/harness/directory.js';
import { command, insertSessionKeys, makeNodeKey } from '../../lib/keys.js';
import { NetworkNode } from '../../lib/node.js';
import { freePorts } from '../../lib/ports.js';
import { writeSpec } from '../../lib/spec.js';
import { recommendedOptions } from './options.js';

/** The first validators of the local testnet, and nobody else, so that finality needs both. */
const VALIDATORS = ['Alice', 'Bob'];
const ENTRANCE = 'RPC node';
const PORTS = 3;
const ISOLATED = ['--no-telemetry', '--no-mdns'];

/** Two validators and one RPC node, each with the options that the operations manual recommends for its kind. */
export class EdgeNetwork {
	/** @type {NetworkNode[]} */
	validators = [];
	/** The node that the public reaches. @type {NetworkNode} */
	entrance;

	static async start() {
		const network = new EdgeNetwork();
		network.directory = new TemporaryDirectory();
		try {
			await network.#prepare();
			await Promise.all(network.nodes.map((node) => node.start()));
			return network;
		} catch (error) {
			await network.close().catch(() => {});
			throw error;
		}
	}

	get nodes() {
		return this.entrance ? [...this.validators, this.entrance] : this.validators;
	}

	/** Ends everything and removes what it wrote. */
	async close() {
		try {
			await Promise.all(this.nodes.map((node) => node.stop()));
		} finally {
			await Promise.all(this.nodes.map((node) => node.process && node.kill()));
			await this.directory.remove();
		}
	}

	async #prepare() {
		this.spec = await this.#makeSpec();
		const ports = await freePorts(PORTS * (VALIDATORS.length + 1));
		const take = () => ports.splice(0, PORTS);
		const parts = await Promise.all(
			VALIDATORS.map(async (name) => {
				const folder = this.#folder(name);
				await insertSessionKeys(name, { folder, spec: this.spec });
				return { name, folder, key: await makeNodeKey(folder), ports: take() };
			}),
		);
		const addresses = parts.map(({ ports: [p2p], key }) => `/ip4/127.0.0.1/tcp/${p2p}/p2p/${key.peer}`);
		this.validators = parts.map(({ key, ...part }, index) => {
			const others = addresses.filter((_, other) => other !== index);
			const args = ['--validator', '--node-key-file', key.file, '--bootnodes', ...others];
			return this.#node(part, [...args, ...recommendedOptions('validator.env')]);
		});
		const entrance = { name: ENTRANCE, folder: this.#folder(ENTRANCE), ports: take() };
		this.entrance = this.#node(entrance, ['--bootnodes', ...addresses, ...recommendedOptions('rpc.env')]);
	}

	async #makeSpec() {
		const plain = writeSpec(this.directory.path, { validators: VALIDATORS.length });
		const raw = join(this.directory.path, 'spec.json');
		await command('export-chain-spec', '--chain', plain, '--raw', '--output', raw);
		return raw;
	}

	#folder(name) {
		const folder = join(this.directory.path, name.toLowerCase().replaceAll(' ', '-'));
		mkdirSync(folder, { recursive: true });
		return folder;
	}

	#node({ name, folder, ports: [p2p, rpc, prometheus] }, args) {
		const listen = ['--listen-addr', `/ip4/127.0.0.1/tcp/${p2p}`, '--prometheus-port', String(prometheus)];
		const all = ['--chain', this.spec, '--name', name, ...listen, ...ISOLATED, ...args];
		const node = new NetworkNode({ name, folder, rpcPort: rpc, prometheusPort: prometheus, args: all });
		return Object.assign(node, { peerPort: p2p });
	}
}
