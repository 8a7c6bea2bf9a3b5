import { setTimeout as sleep } from 'node:timers/promises';
import { account } from '../../../e2e/lib/accounts.js';
import { usdc } from '../../../e2e/lib/amounts.js';
import { readNonces } from '../../lib/load/nonces.js';
import { RpcError, Unreachable } from '../../lib/rpc.js';
import { until } from '../../lib/wait.js';
import { Client } from './client.js';

const PAUSE = 250;
/** Milliseconds between two attempts to hand over an extrinsic that the node has not taken. */
const RETRY = 500;
/** Milliseconds after which an extrinsic that a node has taken is sent again. */
const PATIENCE = 13_000;
/** What a node says of an extrinsic that it has. */
const KNOWN = /already imported|temporarily banned|outdated|priority is too low/i;

/** One person who stakes 1 USDC, waits until it is in a block, and stakes again. */
class Staker {
	/** When extrinsics were first sent and when they were seen in a block, in milliseconds. @type {{ start: number, end: number }[]} */
	inclusions = [];
	/** How often a node did not take an extrinsic, and its last words. */
	refusals = 0;
	lastRefusal = '';
	#pending = null;
	#nonce = 0;

	/** @param {string} name @param {string} person @param {(bytes: string) => Promise<void>} submit */
	constructor(name, person, submit) {
		Object.assign(this, { name, submit, pair: account(`//${person}`) });
	}

	/** @param {number} next the next nonce in the best block @param {any} api knows the chain */
	step(next, api) {
		const now = performance.now();
		if (this.#pending && next > this.#pending.nonce) {
			this.inclusions.push({ start: this.#pending.start, end: now });
			this.#nonce = this.#pending.nonce + 1;
			this.#pending = null;
		}
		this.#pending ??= { nonce: this.#nonce, start: now, bytes: this.#sign(api), busy: false, due: now };
		if (!this.#pending.busy && now >= this.#pending.due) this.#attempt(this.#pending);
	}

	/**
	 * The slowest inclusion after `from`, in seconds, with the time before `open` not counted. What still waits counts too.
	 *
	 * @param {number} from @param {number} [open]
	 */
	slowest(from, open = from) {
		const waiting = this.#pending ? [{ start: this.#pending.start, end: performance.now() }] : [];
		const after = [...this.inclusions, ...waiting].filter(({ end }) => end >= open);
		return Math.max(0, ...after.map(({ start, end }) => (end - (start < open && open > from ? open : start)) / 1_000));
	}

	async #attempt(pending) {
		pending.busy = true;
		try {
			await this.submit(pending.bytes);
			pending.due = performance.now() + PATIENCE;
		} catch (error) {
			const known = KNOWN.test(error.message);
			pending.due = performance.now() + (known ? PATIENCE : RETRY);
			if (!known) {
				this.refusals += 1;
				this.lastRefusal = error.message;
			}
		} finally {
			pending.busy = false;
		}
	}

	#sign(api) {
		const { genesisHash, runtimeVersion } = api;
		const options = { era: 0, nonce: this.#nonce, blockHash: genesisHash, genesisHash, runtimeVersion };
		return api.tx.liquidityStaking.stake(usdc(1)).sign(this.pair, options).toHex();
	}
}

/** People who stake while the network is attacked: two through the node that is attacked, one through another one. */
export class HonestStakers {
	#ended = false;

	/** @param {import('./edge-network.js').EdgeNetwork} network @param {any} api knows the chain */
	static async begin({ entrance, validators: [observer, other] }, api) {
		const stakers = new HonestStakers();
		// Somebody who was connected before an attack, and whom the node knows as a visitor.
		stakers.connection = await Client.open(entrance.rpcPort, { visitor: '192.0.2.250' });
		const overConnection = async (bytes) => {
			if (stakers.connection.closed) stakers.connection = await Client.open(entrance.rpcPort, { visitor: '192.0.2.250' });
			const { error } = await stakers.connection.ask('author_submitExtrinsic', [bytes], 10_000);
			if (error) throw new Error(`${error.message}: ${error.data}`);
		};
		stakers.resident = new Staker('connected before', 'Bob', overConnection);
		stakers.newcomer = new Staker('connecting anew', 'Charlie', (bytes) => entrance.ask('author_submitExtrinsic', bytes));
		stakers.elsewhere = new Staker('through a validator', 'Dave', (bytes) => other.ask('author_submitExtrinsic', bytes));
		stakers.all = [stakers.resident, stakers.newcomer, stakers.elsewhere];
		stakers.finished = stakers.#run(observer, api);
		return stakers;
	}

	/** Waits until each of them has an extrinsic in a block that was sent after `from`. */
	async included(from, timeout) {
		const served = ({ inclusions }) => inclusions.some(({ start }) => start >= from);
		const describe = () => this.all.map(({ name, inclusions, lastRefusal }) => [name, inclusions.length, lastRefusal]);
		await until('honest extrinsics are included', () => this.all.every(served), { timeout, describe });
	}

	async end() {
		this.#ended = true;
		await this.finished;
		this.connection.close();
	}

	async #run(observer, api) {
		while (!this.#ended) {
			try {
				const nonces = await readNonces(observer, this.all);
				this.all.forEach((staker, index) => staker.step(nonces[index].best, api));
			} catch (error) {
				// The node that is asked may be busy. What takes long is noticed by its time.
				if (!(error instanceof RpcError || error instanceof Unreachable)) throw error;
			}
			await sleep(PAUSE);
		}
	}
}
