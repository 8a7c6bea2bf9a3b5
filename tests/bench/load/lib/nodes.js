import { TemporaryDirectory } from '../../../e2e/lib/harness/directory.js';
import { developmentSpec } from '../../../e2e/lib/harness/genesis.js';
import { startNode } from '../../../e2e/lib/harness/start.js';
import { Complaint } from './complaint.js';

/**
 * Eight times what the pool holds by default. It counts extrinsics until their block is final, two to three blocks later.
 * And what comes in while it adapts to a new block it takes in by chance order: many extrinsics then seem to come too early
 * for a moment, and of these it keeps a tenth of the limit and forgets the others.
 */
const POOL = ['--pool-limit', '65536', '--pool-kbytes', '163840'];

/** The nodes of a run, each in a directory of its own. */
export class Nodes {
	#open = [];

	/** The node that makes the blocks, as `make dev` starts it; the ready genesis state only saves time. */
	author() {
		return this.#start(['--dev', '--chain', spec(), ...POOL]);
	}

	/** A node that makes no blocks and knows `other` alone. */
	async follower(other) {
		const address = await localAddress(other);
		return this.#start(['--chain', spec(), '--reserved-only', '--reserved-nodes', address]);
	}

	async #start(args) {
		const directory = new TemporaryDirectory();
		this.#open.unshift(() => directory.remove());
		const started = await startNode(directory.path, args).catch((error) => {
			throw new Complaint(error.message.split('\n')[0]);
		});
		this.#open.unshift(() => started.node.stop());
		this.#open.unshift(() => started.api.disconnect());
		return started;
	}

	/** Ends all of them, the last one first, and removes what they wrote. @returns {Promise<Error[]>} what went wrong */
	async stop() {
		const problems = [];
		for (const close of this.#open.splice(0)) await close().catch((error) => problems.push(error));
		return problems;
	}
}

function spec() {
	try {
		return developmentSpec();
	} catch (error) {
		throw new Complaint(error.message.split('\n')[0]);
	}
}

/** Where other nodes on this machine reach a node. */
async function localAddress({ api }) {
	const addresses = (await api.rpc.system.localListenAddresses()).map(String);
	const local = addresses.find((address) => address.startsWith('/ip4/127.0.0.1/'));
	if (!local) throw new Complaint(`the first node listens nowhere on this machine: ${addresses.join(', ')}`);
	return local;
}
