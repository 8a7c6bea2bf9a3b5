import assert from 'node:assert/strict';
import { readBlock } from '../../e2e/lib/block.js';
import { until } from './wait.js';

/** A session begins with a block without them, and validators may be down. */
const PATIENCE = 120_000;

/** A chain that makes its blocks by itself, for what the end-to-end tests do on one that makes them when it is told. */
export class LiveChain {
	/** @param {import('@polkadot/api').ApiPromise} api */
	constructor(api) {
		this.api = api;
	}

	/** @returns {Promise<any>} the extrinsic with its signature, valid at any time */
	sign(signer, call) {
		return call.signAsync(signer, { nonce: -1, era: 0 });
	}

	/** Sends signed extrinsics and gives what became of them. @param {...any} extrinsics */
	async block(...extrinsics) {
		const from = (await this.api.rpc.chain.getHeader()).number.toNumber();
		for (const extrinsic of extrinsics) await this.api.rpc.author.submitExtrinsic(extrinsic);
		const outcomes = [];
		for (const extrinsic of extrinsics) outcomes.push(await this.#outcome(extrinsic.hash.toHex(), from));
		return { extrinsics: outcomes };
	}

	/** Sends an extrinsic and gives what became of it. */
	async submit(signer, call) {
		const { extrinsics } = await this.block(await this.sign(signer, call));
		return extrinsics[0];
	}

	/** As `submit`, and it must succeed. */
	async succeed(signer, call) {
		const outcome = await this.submit(signer, call);
		assert.equal(outcome.error, null);
		return outcome;
	}

	/** Waits until an extrinsic is in a block after number `from`. */
	async #outcome(hash, from) {
		const { chain } = this.api.rpc;
		const find = async () => {
			const last = (await chain.getHeader()).number.toNumber();
			for (let number = from + 1; number <= last; number++) {
				const { extrinsics } = await readBlock(this.api, await chain.getBlockHash(number));
				const outcome = extrinsics.find((extrinsic) => extrinsic.hash === hash);
				if (outcome) return outcome;
			}
			return null;
		};
		return until(`extrinsic ${hash} is in a block`, find, { timeout: PATIENCE });
	}
}
