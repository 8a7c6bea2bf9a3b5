import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { usdc } from '../../../e2e/lib/amounts.js';
import { RpcError, Unreachable } from '../rpc.js';
import { until } from '../wait.js';
import { OWNER_CALLS, OWNERS, STAKER_CALLS, STAKERS } from './calls.js';
import { readNonces } from './nonces.js';
import { randomNumbers } from './random.js';
import { Sender } from './sender.js';

const PAUSE = 500;

/** What a node says of an extrinsic that its pool has, or that is in a block. */
const KNOWN = /already imported|temporarily banned|outdated|priority is too low/i;

/**
 * Stakers and borrowers who send their calls through all validators that run, by chance order, for as long as it takes.
 * What a node took and lost they send again, the very same bytes, so that in the end every extrinsic is in the chain once.
 */
export class Load {
	#more = false;
	#ended = false;
	/** @type {Error | null} */
	#problem = null;

	/**
	 * @param {import('../network.js').Network} network
	 * @param {import('@polkadot/api').ApiPromise} api knows the chain; it need not be connected any more
	 * @param {number} seed
	 */
	constructor(network, api, seed) {
		Object.assign(this, { network, api, seed });
		this.random = randomNumbers(seed);
		this.senders = [
			...STAKERS.map((pair) => new Sender(pair, STAKER_CALLS, { calls: ({ tx }) => tx.liquidityStaking })),
			...OWNERS.map((pair, proxy) => new Sender(pair, OWNER_CALLS, { proxy, calls: ({ tx }) => tx.starkProxy })),
		];
		this.finished = this.#run();
	}

	/** Lets them sign new extrinsics from now on. */
	start() {
		this.#more = true;
	}

	/**
	 * Lets the sender with an address send a call next.
	 *
	 * @param {string} address
	 * @param {import('./sender.js').Order} order
	 */
	order(address, { name, make, refusals = [] }) {
		this.senders.find(({ pair }) => pair.address === address).order({ name, make, refusals });
	}

	/** Lets them send no new ones by chance, and waits until all of theirs are final. */
	async settle(timeout = 120_000) {
		this.#more = false;
		const describe = () => this.senders.map(({ sent, settled }) => [sent.length, settled]);
		await until('every extrinsic is final', () => this.#check() && this.senders.every(({ settled }) => settled), {
			timeout,
			describe,
		});
	}

	/** Ends everything, whatever is on its way. */
	async end() {
		this.#ended = true;
		await this.finished;
	}

	/** Everything that was signed. */
	get sent() {
		return this.senders.flatMap(({ sent }) => sent);
	}

	/** How many extrinsics there were. */
	get count() {
		return this.sent.length;
	}

	/** How many of them were sent more than once. */
	get repeated() {
		return this.sent.filter(({ times }) => times > 1).length;
	}

	#check() {
		if (this.#problem) throw this.#problem;
		return true;
	}

	async #run() {
		while (!this.#ended) {
			await this.#round().catch((error) => (this.#problem ??= error));
			await sleep(PAUSE);
		}
	}

	async #round() {
		const { running } = this.network;
		const idle = !this.#more && this.senders.every(({ settled }) => settled);
		if (idle || running.length === 0) return;
		const nonces = await this.#tolerant(() => readNonces(this.random.among(running), this.senders));
		if (!nonces) return;
		this.senders.forEach((sender, index) => sender.observe(nonces[index]));
		await Promise.all(this.senders.map((sender) => this.#serve(sender)));
	}

	async #serve(sender) {
		const { api, random } = this;
		const situation = {
			amount: (limit) => BigInt(random.below(limit)) * usdc(1) + BigInt(random.below(1_000_000)),
			other: () => random.among(STAKERS).address,
		};
		for (const extrinsic of sender.due(performance.now(), this.#more, { api, random, situation })) {
			const { running } = this.network;
			if (running.length === 0) return;
			const taken = await this.#tolerant(() => submit(random.among(running), extrinsic));
			if (!taken) continue;
			extrinsic.sentAt = performance.now();
			extrinsic.times += 1;
		}
	}

	/** Nodes die. */
	async #tolerant(question) {
		try {
			return await question();
		} catch (error) {
			if (!(error instanceof Unreachable)) throw error;
			return null;
		}
	}
}

async function submit(node, { bytes, name }) {
	try {
		await node.ask('author_submitExtrinsic', bytes);
	} catch (error) {
		if (!(error instanceof RpcError)) throw error;
		assert.match(error.message, KNOWN, `${node.name} refused ${name}`);
	}
	return true;
}
