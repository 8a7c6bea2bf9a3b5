import assert from 'node:assert/strict';
import { account } from './accounts.js';
import { execute } from './council.js';
import { BLACKOUT_WINDOW, BORROWERS, proxyAccount } from './development.js';
import { event, ofPallets } from './events.js';
import * as exchanged from './exchange-events.js';
import { ask } from './holdings.js';
import { clock } from './manual-chain.js';
import { BorrowerOracle } from './oracle/borrower.js';
import { ExchangeBooks } from './oracle/exchange.js';
import { UsdcBooks } from './oracle/usdc.js';
import * as pooled from './pool-events.js';
import { OPERATOR, prepareBatch } from './stark.js';

const ownEvents = (events) => ofPallets(events, 'liquidityStaking', 'starkProxy', 'starkExchange', 'timelock');

/**
 * A borrower's proxy on a chain without rewards and other borrowers, and the books of everybody beside it. After every
 * call that goes through here all USDC of the chain are counted, and the queries of the proxy and of the exchange
 * compared with the books.
 */
export class BorrowerScenario {
	money = new UsdcBooks();
	books = new ExchangeBooks();
	#batches = 0n;

	/** @param {import('./manual-chain.js').ManualChain} chain @param {number} proxy */
	constructor(chain, proxy) {
		const [name, units] = BORROWERS[proxy];
		this.chain = chain;
		this.proxy = proxy;
		this.owner = account(`//${name}`);
		this.account = proxyAccount(proxy);
		this.loan = new BorrowerOracle(units);
	}

	/** What the proxy holds. */
	get token() {
		return this.money.of(this.account);
	}

	async assertBooks() {
		const { api, head } = this.chain;
		await this.money.assert(api);
		await this.books.assert(api, this.money);
		const expected = this.loan.answers({
			token: this.token,
			inBlackout: clock.inBlackout(head.now),
			exposure: this.books.exposure(this.account),
		});
		const given = {};
		for (const name of Object.keys(expected)) given[name] = await ask(api, 'starkProxyApi', name, this.proxy);
		assert.deepEqual(given, expected);
	}

	/** An outcome must have emitted exactly `expected`, and moved the money which that says. */
	async happens({ block, effects }, expected) {
		assert.deepEqual(ownEvents(block.opening), []);
		assert.deepEqual(effects, expected);
		this.money.enter(expected);
		await this.assertBooks();
	}

	/** Sends a call that must emit exactly `expected`. */
	async emits(signer, call, expected) {
		await this.happens(await this.chain.succeed(signer, call), expected);
	}

	/** The operator submits the next batch, whose items emit `items`. */
	async operates(wishes, items) {
		const { batch, call } = await prepareBatch(this.chain, wishes);
		assert.deepEqual([batch.batchId, batch.systemTime], [++this.#batches, this.chain.head.now]);
		await this.emits(OPERATOR, call, [...items, exchanged.updated(batch)]);
	}

	/** A stranger executes an operation of the timelock, whose call emits `expected`. */
	async executes(operation, expected) {
		const done = await execute(this.chain, operation);
		assert.equal(done.result, 'ok');
		await this.happens(done, [...expected, event('timelock.Executed', { id: operation.id })]);
	}

	/** Goes into the next epoch, which is announced with these totals. */
	async beginEpoch(totals) {
		const start = clock.startOf(clock.epoch(this.chain.head.now) + 1n);
		const { current, next } = this.loan.active;
		// The reward index is settled up to an end of an epoch at which stake leaves.
		const settled = current === next ? [] : [pooled.happened('GlobalIndexUpdated', { index: 0n })];
		this.loan.roll();
		await this.chain.travelTo(start);
		await this.assertBooks();
		const { opening } = await this.chain.block();
		assert.deepEqual(ownEvents(opening), [
			...settled,
			pooled.happened('EpochStarted', { epoch: clock.epoch(start), ...totals }),
		]);
		await this.assertBooks();
	}

	/** Goes into the blackout window of the epoch, if it has not begun. */
	async enterBlackout() {
		const start = clock.startOf(clock.epoch(this.chain.head.now) + 1n) - BLACKOUT_WINDOW;
		if (this.chain.head.now < start) await this.chain.travelTo(start);
		await this.assertBooks();
	}
}

/** The events of a `utility.batchAll`, by what each of its calls emits. */
export const batched = (...groups) => [
	...groups.flatMap((group) => [...group, event('utility.ItemCompleted')]),
	event('utility.BatchCompleted'),
];
