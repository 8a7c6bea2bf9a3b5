import assert from 'node:assert/strict';
import { readBlock } from './block.js';
import { Chain } from './chain.js';
import { BLACKOUT_WINDOW, EPOCH_LENGTH, EPOCH_ZERO } from './development.js';
import { developmentSpec } from './harness/genesis.js';
import { EpochClock } from './oracle/clock.js';
import { ownState } from './state.js';

export const clock = new EpochClock({ interval: EPOCH_LENGTH, offset: EPOCH_ZERO, blackout: BLACKOUT_WINDOW });

/**
 * A development chain that makes a block when it is told to, at the time it is told. It is the chain of
 * `--dev`, started from a ready genesis state.
 */
export class ManualChain extends Chain {
	/** Whether the tests find the chain at the beginning of an epoch, so that they know their time. */
	align = true;

	constructor(args = []) {
		super(['--sealing', 'manual', ...args]);
	}

	async start() {
		this.which ??= ['--chain', developmentSpec()];
		await super.start();
		await this.block();
		if (this.align) await this.enterNextEpoch();
	}

	/**
	 * Travels to the beginning of an epoch, and past the block that announces it.
	 *
	 * @returns {Promise<bigint>} the first second of the epoch
	 */
	async enterNextEpoch() {
		// Not to a boundary that is only just ahead: blocks keep a distance.
		const start = clock.startOf(clock.epoch(this.head.now + 60n) + 1n);
		await this.travelTo(start);
		await this.block();
		return start;
	}

	/**
	 * Makes a block of the given signed extrinsics, sent through the transaction pool as wallets do.
	 *
	 * @param {...any} extrinsics
	 */
	async block(...extrinsics) {
		for (const extrinsic of extrinsics) await this.api.rpc.author.submitExtrinsic(extrinsic);
		return this.seal();
	}

	/** Makes blocks; the arguments are those of `dev_newBlock`. Gives the last one. */
	async seal(...params) {
		const block = await readBlock(this.api, await this.raw('dev_newBlock', ...params));
		this.head = block;
		return block;
	}

	/** The second at which the next block will be made, unless time is travelled. */
	get next() {
		return this.head.now + 6n;
	}

	/** Sets the time of the next block, in seconds. @param {bigint} seconds */
	setNextTime(seconds) {
		return this.raw('dev_timeTravel', Number(seconds * 1_000n));
	}

	/** Makes an empty block at `seconds`. @param {bigint} seconds */
	async travelTo(seconds) {
		await this.setNextTime(seconds);
		const block = await this.block();
		assert.equal(block.now, seconds, 'the block has the time that was travelled to');
		return block;
	}

	/** @returns {Promise<any>} the extrinsic with its signature, valid at any time */
	sign(signer, call) {
		return call.signAsync(signer, { nonce: -1, era: 0 });
	}

	/**
	 * Makes a block of one extrinsic and gives what became of it, with its block.
	 *
	 * @param {import('@polkadot/keyring/types').KeyringPair} signer
	 */
	async submit(signer, call) {
		const signed = await this.sign(signer, call);
		const block = await this.block(signed);
		const outcome = block.extrinsics.find(({ hash }) => hash === signed.hash.toHex());
		assert.ok(outcome, 'the block contains the extrinsic');
		return { ...outcome, block };
	}

	/** As `submit`, and it must succeed. */
	async succeed(signer, call) {
		const outcome = await this.submit(signer, call);
		assert.equal(outcome.error, null);
		return outcome;
	}

	/** As `submit`; it must fail with the named error and leave the own pallets and all assets as they were. */
	async fail(signer, call, error) {
		const before = await ownState(this.api);
		const outcome = await this.submit(signer, call);
		assert.equal(outcome.error, error);
		assert.deepEqual(outcome.effects, [], 'a failed call emits nothing');
		assert.deepEqual(await ownState(this.api), before, 'a failed call changes nothing');
		return outcome;
	}
}
