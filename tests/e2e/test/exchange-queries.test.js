/** Every query of the exchange, in states whose answers are known, as runtime API and as view function. */
import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import {
	forcedTradeId,
	forcedTradeMessage,
	forcedWithdrawalId,
	registrationMessage,
	transferId,
	transferMessage,
} from '../../../tools/stark-operator/lib/messages.js';
import { alice, charlie, dave } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { govern } from '../lib/council.js';
import { EXCHANGE, USDC } from '../lib/development.js';
import { GRACE } from '../lib/exchange-events.js';
import { ManualChain } from '../lib/manual-chain.js';
import { ExchangeBooks } from '../lib/oracle/exchange.js';
import { Queries } from '../lib/query-table.js';
import { operate, OPERATOR, registrationOf, signedTransfer, starkKey, tradeConsent } from '../lib/stark.js';

const chain = new ManualChain().use();
const queries = new Queries(chain, 'starkExchangeApi', 'StarkExchange');
const exchange = () => chain.api.tx.starkExchange;

/** Keys by position: Charlie has two of them, Dave one, and one nobody has registered. */
const keys = Object.fromEntries(
	['Charlie', 'Charlie again', 'Dave', 'nobody'].map((name, index) => [index + 1, starkKey(name)]),
);
const OWNERS = { 1: charlie, 2: charlie, 3: dave };
const NOBODYS = keys[4].key;

const books = new ExchangeBooks();
const ROOT_ZERO = `0x${'00'.repeat(32)}`;
/** What is expected beside the books. */
const state = {
	last: { batchId: 0n, stateRoot: ROOT_ZERO, systemTime: 0n },
	operators: [OPERATOR.address],
	freeze: null,
	/** When the return of the deposit to position 3 was requested. */
	cancelRequestedAt: null,
	/** Open forced requests by id, as the queries describe them. */
	requests: {},
	used: new Set(),
};

const TRADE = {
	keyA: keys[1].key,
	keyB: keys[3].key,
	positionA: 1n,
	positionB: 3n,
	syntheticAssetId: 0x4554482d35n,
	amountCollateral: usdc(10),
	amountSynthetic: 5_000n,
	aIsBuyingSynthetic: true,
	submissionExpiration: 0n,
	nonce: 1n,
};
const ORDER = { from: 1n, to: 3n, amount: usdc(7), nonce: 1n, expiration: 0n };
const FORCED = usdc(20);
const FORCED_ID = forcedWithdrawalId(keys[1].key, 1n, FORCED);

const requested = (kind, requestedAt) => ({ kind, requestedAt, deadline: requestedAt + GRACE });

/** Arguments and expected answer of every query now. @returns {import('../lib/query-table.js').Table} */
function answers() {
	const genesis = chain.api.genesisHash.toHex();
	const positions = [1n, 2n, 3n].filter((position) => books.at(position));
	const registered = (position) => books.at(BigInt(position)) !== undefined;
	const eachKey = (value, nothing) => [
		...[1, 2, 3].map((position) => [[keys[position].key], registered(position) ? value(BigInt(position)) : nothing]),
		[[NOBODYS], nothing],
	];
	const eachAccount = (value) => [charlie, dave, alice].map(({ address }) => [[address], value(address)]);
	const ids = [forcedTradeId(TRADE), transferId(ORDER), FORCED_ID];
	return {
		exchangeAccount: [[[], EXCHANGE]],
		collateralAsset: [[[], BigInt(USDC)]],
		quantum: [[[], 1n]],
		isFrozen: [[[], state.freeze !== null]],
		freeze: [[[], state.freeze]],
		lastState: [[[], state.last]],
		operators: [[[], state.operators]],
		isOperator: [OPERATOR, dave, alice].map(({ address }) => [[address], state.operators.includes(address)]),
		accountOfKey: eachKey((position) => OWNERS[position].address, null),
		keysOf: eachAccount((address) =>
			positions.filter((position) => OWNERS[position].address === address).map((position) => keys[position].key),
		),
		positionOfKey: eachKey((position) => position, null),
		position: [1n, 2n, 3n, 0n, 99n].map((position) => {
			const holding = books.at(position);
			const { key, equity, requests } = holding ?? {};
			return [[position], holding ? { key, equity, openForced: requests } : null];
		}),
		pendingDeposit: [
			...[1n, 2n, 3n].map((position) => {
				const amount = books.at(position)?.pending ?? 0n;
				const cancelRequestedAt = position === 3n ? state.cancelRequestedAt : null;
				return [[keys[position].key, position], amount > 0n ? { amount, cancelRequestedAt } : null];
			}),
			// A key and the position of another.
			[[keys[1].key, 3], null],
		],
		pendingWithdrawal: eachKey((position) => books.at(position).credited, 0n),
		exposure: eachAccount((address) => books.exposure(address)),
		totals: [[[], books.totals()]],
		forcedRequest: ids.map((id) => [[id], state.requests[id] ?? null]),
		forcedWithdrawalId: [
			[[keys[1].key, 1n, FORCED], FORCED_ID],
			[[NOBODYS, 2n ** 64n - 1n, 0n], forcedWithdrawalId(NOBODYS, 2n ** 64n - 1n, 0n)],
		],
		forcedTradeId: [[[TRADE], forcedTradeId(TRADE)]],
		transferId: [[[ORDER], transferId(ORDER)]],
		isTradeUsed: ids.map((id) => [[id], id === forcedTradeId(TRADE) && state.used.has(id)]),
		isTransferUsed: ids.map((id) => [[id], id === transferId(ORDER) && state.used.has(id)]),
		registrationMessage: [keys[1].key, NOBODYS].map((key) => {
			const message = registrationMessage({ genesis, account: decodeAddress(charlie.address), key });
			return [[charlie.address, key], u8aToHex(message)];
		}),
		forcedTradeMessage: [[[TRADE], u8aToHex(forcedTradeMessage({ genesis, args: TRADE }))]],
		transferMessage: [[[ORDER], u8aToHex(transferMessage({ genesis, order: ORDER }))]],
	};
}

const assertAnswers = () => queries.assertAnswers(answers());

/** The operator submits a batch, which is the last one then. */
async function operates(wishes) {
	const { batch } = await operate(chain, wishes);
	const { batchId, newStateRoot, systemTime } = batch;
	state.last = { batchId, stateRoot: newStateRoot, systemTime };
}

chain.test('the table knows every query, and every one is also a view function', async () => {
	queries.assertComplete(answers());
});

chain.test('at genesis', assertAnswers);

chain.test('with keys, and deposits of which one is to come back', async () => {
	for (const [position, owner] of Object.entries(OWNERS)) {
		const pair = keys[position];
		books.register(owner.address, pair.key);
		await chain.succeed(owner, exchange().registerUser(pair.key, registrationOf(chain, owner.address, pair)));
	}
	for (const [position, amount] of [
		[1n, usdc(100)],
		[2n, usdc(50)],
		[3n, usdc(30)],
	]) {
		books.deposit(position, amount);
		await chain.succeed(OWNERS[position], exchange().deposit(keys[position].key, position, amount));
	}
	const cancelled = await chain.succeed(dave, exchange().depositCancel(keys[3].key, 3));
	state.cancelRequestedAt = cancelled.block.now;
	await assertAnswers();
});

chain.test('with equity, a transfer that was made, a credit, and another operator', async () => {
	ORDER.expiration = chain.next + 3_600n;
	books.accept(1n);
	books.accept(2n, usdc(20));
	books.accept(3n, usdc(10));
	books.settle(1n, -ORDER.amount);
	books.settle(3n, ORDER.amount);
	books.credit(2n, usdc(5));
	await operates({
		deposits: [
			{ key: keys[1].key, position: 1n, amount: usdc(100) },
			{ key: keys[2].key, position: 2n, amount: usdc(20) },
			{ key: keys[3].key, position: 3n, amount: usdc(10) },
		],
		transfers: [signedTransfer(chain, ORDER, keys[1])],
		withdrawals: [{ key: keys[2].key, position: 2n, amount: usdc(5) }],
	});
	state.used.add(transferId(ORDER));
	assert.equal((await govern(chain, exchange().registerOperator(dave.address))).result, 'ok');
	state.operators.push(dave.address);
	await assertAnswers();
});

chain.test('with open forced requests', async () => {
	TRADE.submissionExpiration = chain.next + 86_400n;
	const withdrawal = await chain.succeed(charlie, exchange().forcedWithdrawalRequest(keys[1].key, 1, FORCED));
	state.requests[FORCED_ID] = requested(
		{ Withdrawal: { key: keys[1].key, position: 1n, amount: FORCED } },
		withdrawal.block.now,
	);
	const consent = tradeConsent(chain, TRADE, keys[3]);
	const trade = await chain.succeed(charlie, exchange().forcedTradeRequest(TRADE, consent, true));
	state.requests[forcedTradeId(TRADE)] = requested({ Trade: { args: TRADE, reduceOnly: true } }, trade.block.now);
	books.at(1n).requests = 2n;
	await assertAnswers();
});

chain.test('with the trade served, and one operator less', async () => {
	await operates({ answers: [{ id: forcedTradeId(TRADE), outcome: 'TradeNotExecutable' }] });
	delete state.requests[forcedTradeId(TRADE)];
	state.used.add(forcedTradeId(TRADE));
	books.at(1n).requests = 1n;
	// Removing one only tightens, so there is no delay.
	assert.equal((await govern(chain, exchange().unregisterOperator(dave.address), 'Instant')).result, 'ok');
	state.operators.pop();
	await assertAnswers();
});

chain.test('frozen, with one position taken out and another paid', async () => {
	await chain.setNextTime(state.requests[FORCED_ID].deadline);
	const { block } = await chain.succeed(alice, exchange().freezeRequest(FORCED_ID));
	state.freeze = { frozenAt: block.now, unfreezeAllowedAt: block.now + 365n * 86_400n };
	books.credit(1n);
	await chain.succeed(alice, exchange().escape(1));
	books.withdraw(2n);
	await chain.succeed(alice, exchange().withdraw(keys[2].key));
	await assertAnswers();
});

chain.test('what expired is remembered until somebody prunes it', async () => {
	// Transfers expire by the time of the last batch, and that came before.
	const pruned = exchange().pruneUsed([transferId(ORDER)]);
	await chain.fail(alice, pruned, 'starkExchange.NotExpired');
	await chain.succeed(alice, exchange().pruneUsed([forcedTradeId(TRADE)]));
	state.used.delete(forcedTradeId(TRADE));
	await assertAnswers();
});
