/** What the keeper needs of a node, and no more: tests put another one in its place. */
import { connect, lost } from './connect.js';
import { fail, NodeError } from './errors.js';
import { findOutcome } from './outcome.js';
import { ASKED, readPool } from './pool.js';
import { refusalOf } from './refusal.js';

/** @typedef {{ number: number, hash: string }} Head */

/**
 * @typedef {object} State
 * @property {import('./pool.js').Pool} pool
 * @property {{ nonce: number, spendable: bigint } | null} account the keeper's, if it has one
 * @property {number} finalized number of the last final block
 */

/** A connection to a node of the chain. It is used until it fails, and then another one is made. */
export class Node {
	/** @param {string} url @returns {Promise<Node>} */
	static async open(url) {
		const api = await connect(url);
		try {
			ensurePool(api, url);
			return new Node(api, url);
		} catch (error) {
			await api.disconnect().catch(() => {});
			throw error;
		}
	}

	/** @param {import('@polkadot/api').ApiPromise} api @param {string} url */
	constructor(api, url) {
		this.api = api;
		this.url = url;
		this.chain = String(api.runtimeChain);
		this.genesis = api.genesisHash.toHex();
		this.lost = lost(api);
		this.lost.catch(() => {});
		const { liquidityStaking, aura, balances } = api.consts;
		/** How many borrowers one call can list. */
		this.limit = liquidityStaking.maxBorrowersPerCall.toNumber();
		this.slotDuration = /** @type {any} */ (aura.slotDuration).toBigInt();
		this.treasury = liquidityStaking.rewardsTreasury.toString();
		this.leastBalance = /** @type {any} */ (balances.existentialDeposit).toBigInt();
		this.version = api.runtimeVersion.specVersion.toNumber();
	}

	/** Fails unless the node knows the present. @returns {Promise<number>} the number of its peers */
	async ensureReady() {
		const { isSyncing, peers, shouldHavePeers } = await this.api.rpc.system.health();
		if (isSyncing.isTrue) {
			const { currentBlock, highestBlock } = await this.api.rpc.system.syncState();
			throw new NodeError(`the node at ${this.url} is syncing, at block ${currentBlock} of ${highestBlock}`);
		}
		if (shouldHavePeers.isTrue && peers.isZero()) {
			throw new NodeError(`the node at ${this.url} has no peers, so what it knows may be old`);
		}
		return peers.toNumber();
	}

	/** Tells every new best block, the present one first. @param {(head: Head) => void} tell @returns {Promise<() => void>} */
	watch(tell) {
		return this.api.rpc.chain.subscribeNewHeads(({ number, hash }) =>
			tell({ number: number.toNumber(), hash: hash.toHex() }),
		);
	}

	/** @param {Head} head @param {string | null} address the keeper's @returns {Promise<State>} */
	async read({ hash }, address) {
		const [at, finalHash] = await Promise.all([this.api.at(hash), this.api.rpc.chain.getFinalizedHead()]);
		// polkadot.js does not follow an upgrade in time.
		if (at.runtimeVersion.specVersion.toNumber() !== this.version) {
			throw new NodeError('the runtime was upgraded');
		}
		const [pool, account, final] = await Promise.all([
			readPool(at, this.treasury),
			address === null ? null : this.#account(at, address),
			this.api.rpc.chain.getHeader(finalHash),
		]);
		return { pool, account, finalized: final.number.toNumber() };
	}

	async #account(at, address) {
		const { nonce, data } = await at.query.system.account(address);
		const [free, reserved, frozen] = [data.free, data.reserved, data.frozen].map((amount) => amount.toBigInt());
		// Fees leave the account alive, and frozen funds where they are; reserved ones count as frozen first.
		const untouchable = [this.leastBalance, frozen - reserved].reduce((a, b) => (a > b ? a : b));
		return { nonce: nonce.toNumber(), spendable: free > untouchable ? free - untouchable : 0n };
	}

	/** The call that does what is due: all of it in one transaction. @param {import('./due.js').Due} due */
	call({ mark, restrict }) {
		const { liquidityStaking, utility } = this.api.tx;
		const calls = [
			...(mark.length > 0 ? [liquidityStaking.markDebt(mark)] : []),
			...restrict.map((borrower) => liquidityStaking.restrictBorrower(borrower)),
		];
		// The parts do not depend on each other, and somebody else may have done one of them.
		return calls.length === 1 ? calls[0] : utility.forceBatch(calls);
	}

	/**
	 * What a call costs at most, without the tip. The bytes in which a tip is written cost something, too.
	 *
	 * @param {any} call
	 * @param {string} address
	 * @param {bigint} maxTip
	 * @returns {Promise<bigint>}
	 */
	async fee(call, address, maxTip) {
		return (await call.paymentInfo(address, { tip: maxTip })).partialFee.toBigInt();
	}

	/**
	 * Signs a call so that it can be included in the blocks after `head`, fewer than `period` of them, and never later.
	 *
	 * @param {any} call
	 * @param {import('@polkadot/keyring/types').KeyringPair} signer
	 * @param {{ nonce: number, tip: bigint, head: Head, period: number }} how
	 * @returns {Promise<{ hash: string, bytes: string }>}
	 */
	async sign(call, signer, { nonce, tip, head, period }) {
		const era = this.api.registry.createType('ExtrinsicEra', { current: head.number, period });
		const signed = await call.signAsync(signer, { nonce, tip, era, blockHash: head.hash });
		return { hash: signed.hash.toHex(), bytes: signed.toHex() };
	}

	/** Hands a transaction to the node, which may refuse it with a `Refusal`. @param {string} bytes */
	async send(bytes) {
		try {
			await this.api.rpc.author.submitExtrinsic(bytes);
		} catch (error) {
			throw refusalOf(error) ?? error;
		}
	}

	/** @param {string} transaction its hash @param {{ head: Head, after: number }} where */
	outcome(transaction, { head, after }) {
		return findOutcome(this.api, { transaction, hash: head.hash, after });
	}

	async close() {
		await this.api.disconnect().catch(() => {});
	}
}

/** @param {import('@polkadot/api').ApiPromise} api @param {string} url */
export function ensurePool(api, url) {
	const where = `the chain '${api.runtimeChain}' at ${url}`;
	const { liquidityStaking } = api.tx;
	if (!liquidityStaking || !api.query.liquidityStaking) fail(`${where} has no pallet liquidityStaking`);
	const missing = [
		...['markDebt', 'restrictBorrower'].filter((name) => !liquidityStaking[name]),
		...ASKED.filter((name) => !api.call.liquidityStakingApi?.[name]),
	];
	if (missing.length > 0) fail(`${where} has no ${missing.join(', ')}: this keeper is for another version of the chain`);
}
