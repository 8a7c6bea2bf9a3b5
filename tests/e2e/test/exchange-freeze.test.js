/**
 * The operator stops serving: after seven days anybody freezes the exchange, and everybody gets out in full. A year
 * later governance can end the freeze.
 */
import assert from 'node:assert/strict';
import { blake2AsHex } from '@polkadot/util-crypto';
import { stringToU8a, u8aConcat } from '@polkadot/util';
import { forcedWithdrawalId } from '../../../tools/stark-operator/lib/messages.js';
import { alice, charlie, dave, ferdie, stranger } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { BorrowerScenario } from '../lib/borrower-scenario.js';
import { execute, govern, queue } from '../lib/council.js';
import { EXCHANGE, GENESIS_USDC, POOL, USDC } from '../lib/development.js';
import * as exchanged from '../lib/exchange-events.js';
import { ask } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import * as pooled from '../lib/pool-events.js';
import * as emitted from '../lib/proxy-events.js';
import { operate, OPERATOR, prepareBatch, registrationOf, starkKey } from '../lib/stark.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const proxies = () => chain.api.tx.starkProxy;
const exchange = () => chain.api.tx.starkExchange;
const error = (name) => `starkExchange.${name}`;

const PROXY = 0;
const scenario = new BorrowerScenario(chain, PROXY);
const { money, books, loan, owner, account: ACCOUNT } = scenario;
const emits = (signer, call, expected) => scenario.emits(signer, call, expected);

const passer = stranger('passer-by');
const DAY = 86_400n;
const YEAR = 365n * DAY;

const STAKE = usdc(400_000);
const LOAN = usdc(100_000);
/** What the borrower loses to Charlie. */
const LOSS = usdc(20_000);
const [BORROWERS, CHARLIES, DAVES] = [1n, 2n, 3n];
const keys = Object.fromEntries(['Wintermute', 'Charlie', 'Dave'].map((name, index) => [index + 1, starkKey(name)]));
const keyOf = (position) => keys[position].key;

const FORCED = usdc(30_000);
const REQUEST = forcedWithdrawalId(keyOf(BORROWERS), BORROWERS, FORCED);
/** When the request was made, and from when on anybody may freeze. */
let requestedAt;
let deadline;
/** A batch that the operator made before the freeze. */
let late;

/** Makes a block at `seconds`, and one after it in which the pool announces what it has slept through. */
async function travel(seconds) {
	await chain.travelTo(seconds);
	await chain.block();
}

async function userDeposits(user, position, amount) {
	const pair = keys[position];
	assert.equal(books.register(user.address, pair.key), position);
	await emits(user, exchange().registerUser(pair.key, registrationOf(chain, user.address, pair)), [
		exchanged.registered(user.address, pair.key, position),
	]);
	books.deposit(position, amount);
	const expected = exchanged.deposited(user.address, pair.key, position, amount);
	await emits(user, exchange().deposit(pair.key, position, amount), expected);
}

chain.test('a borrower and two people have money on the exchange: equity, credit, a pending deposit', async () => {
	await chain.succeed(ferdie, chain.api.tx.balances.transferKeepAlive(passer.address, dydx(10)));
	await govern(chain, pool().setRewardsPerSecond(0));
	await chain.enterNextEpoch();
	loan.stake(STAKE);
	await emits(alice, pool().stake(STAKE), pooled.staked(alice.address, STAKE));
	const key = keyOf(BORROWERS);
	assert.equal(books.register(ACCOUNT, key), BORROWERS);
	const consent = registrationOf(chain, ACCOUNT, keys[BORROWERS]);
	await emits(
		owner,
		proxies().registerUserOnExchange(PROXY, key, consent),
		emitted.registered(PROXY, key, BORROWERS),
	);
	await emits(owner, proxies().allowStarkKey(PROXY, key), [emitted.keyListed(PROXY, key, true)]);
	loan.borrowed = LOAN;
	await emits(owner, proxies().borrow(PROXY, LOAN), emitted.borrowed(PROXY, LOAN, LOAN));
	books.deposit(BORROWERS, LOAN);
	const deposit = proxies().depositToExchange(PROXY, key, BORROWERS, LOAN);
	await emits(owner, deposit, emitted.deposited(PROXY, key, BORROWERS, LOAN));

	await userDeposits(charlie, CHARLIES, usdc(50_000));
	books.accept(BORROWERS);
	books.accept(CHARLIES);
	books.settle(BORROWERS, -LOSS);
	books.settle(CHARLIES, LOSS);
	books.credit(CHARLIES, usdc(5_000));
	const accepted = [
		exchanged.accepted(key, BORROWERS, LOAN),
		exchanged.accepted(keyOf(CHARLIES), CHARLIES, usdc(50_000)),
	].sort((a, b) => (a.data.key < b.data.key ? -1 : 1));
	await scenario.operates(
		{
			acceptAll: true,
			settlements: [
				{ position: BORROWERS, delta: -LOSS },
				{ position: CHARLIES, delta: LOSS },
			],
			withdrawals: [{ key: keyOf(CHARLIES), position: CHARLIES, amount: usdc(5_000) }],
		},
		[...accepted, exchanged.credited(keyOf(CHARLIES), CHARLIES, usdc(5_000))],
	);
	await userDeposits(dave, DAVES, usdc(10_000));
});

chain.test('the owner of the proxy demands a withdrawal, which the operator does not serve', async () => {
	requestedAt = chain.next;
	deadline = requestedAt + exchanged.GRACE;
	const request = proxies().forcedWithdrawalRequest(PROXY, keyOf(BORROWERS), BORROWERS, FORCED);
	books.at(BORROWERS).requests += 1n;
	const recorded = exchanged.forcedWithdrawal(REQUEST, keyOf(BORROWERS), BORROWERS, FORCED, requestedAt);
	await emits(owner, request, emitted.forcedWithdrawal(PROXY, recorded));
	await chain.fail(owner, request, error('RequestAlreadyPending'));
	await scenario.operates({}, []);
	const answer = await ask(chain.api, 'starkExchangeApi', 'forcedRequest', REQUEST);
	assert.deepEqual([answer.requestedAt, answer.deadline], [requestedAt, deadline]);
});

chain.test('for seven days nobody can freeze the exchange, then anybody', async () => {
	await travel(deadline - 18n);
	await chain.fail(passer, exchange().freezeRequest(REQUEST), error('RequestStillPending'));
	assert.equal(chain.next, deadline);
	late = await prepareBatch(chain, { serveForced: true });
	const by = passer.address;
	await emits(passer, exchange().freezeRequest(REQUEST), [exchanged.happened('ExchangeFrozen', { id: REQUEST, by })]);
	assert.equal(await ask(chain.api, 'starkExchangeApi', 'isFrozen'), true);
	const freeze = await ask(chain.api, 'starkExchangeApi', 'freeze');
	assert.deepEqual(freeze, { frozenAt: deadline, unfreezeAllowedAt: deadline + YEAR });
});

chain.test('frozen, it takes no deposits, batches and forced requests', async () => {
	const FROZEN = error('Frozen');
	await chain.fail(OPERATOR, late.call, FROZEN);
	await chain.fail(charlie, exchange().deposit(keyOf(CHARLIES), CHARLIES, 1), FROZEN);
	await chain.fail(charlie, exchange().forcedWithdrawalRequest(keyOf(CHARLIES), CHARLIES, 1), FROZEN);
	await chain.fail(passer, exchange().freezeRequest(REQUEST), FROZEN);
	await chain.fail(owner, proxies().forcedWithdrawalRequest(PROXY, keyOf(BORROWERS), BORROWERS, 1), FROZEN);
	await emits(owner, chain.api.tx.assets.transferKeepAlive(USDC, ACCOUNT, 1), [
		pooled.paid(owner.address, ACCOUNT, 1n),
	]);
	await chain.fail(owner, proxies().depositToExchange(PROXY, keyOf(BORROWERS), BORROWERS, 1), FROZEN);
	await assert.rejects(prepareBatch(chain, {}), /the exchange has been frozen since .* \(starkExchange\.Frozen\)/);
});

chain.test('what was never accepted is reclaimed after two days', async () => {
	const [key, amount] = [keyOf(DAVES), usdc(10_000)];
	const reclaim = exchange().depositReclaim(key, DAVES);
	await chain.fail(dave, reclaim, error('DepositNotCancelled'));
	await chain.fail(charlie, exchange().depositCancel(key, DAVES), error('NotKeyOwner'));
	const reclaimFrom = chain.next + 2n * DAY;
	await emits(dave, exchange().depositCancel(key, DAVES), [
		exchanged.happened('DepositCancelRequested', { key, position: DAVES, reclaimFrom }),
	]);
	await travel(reclaimFrom - 18n);
	await chain.fail(dave, reclaim, error('DepositLocked'));
	assert.equal(chain.next, reclaimFrom);
	books.at(DAVES).pending = 0n;
	await emits(dave, reclaim, [
		pooled.paid(EXCHANGE, dave.address, amount),
		exchanged.happened('DepositReclaimed', { key, position: DAVES, q: amount, amount }),
	]);
});

chain.test('a stranger takes every position out, once', async () => {
	for (const position of [BORROWERS, CHARLIES]) {
		const q = books.at(position).equity;
		books.credit(position);
		await emits(passer, exchange().escape(position), [
			exchanged.happened('Escaped', { position, key: keyOf(position), q }),
		]);
		await chain.fail(passer, exchange().escape(position), error('NothingToEscape'));
	}
	for (const position of [DAVES, 99n]) {
		await chain.fail(passer, exchange().escape(position), error('NothingToEscape'));
	}
});

chain.test('and has everybody paid; then the exchange is empty', async () => {
	for (const [position, to, amount] of [
		[BORROWERS, ACCOUNT, LOAN - LOSS],
		[CHARLIES, charlie.address, usdc(50_000) + LOSS],
	]) {
		assert.equal(books.withdraw(position), amount);
		const withdraw = exchange().withdraw(keyOf(position));
		await emits(passer, withdraw, exchanged.withdrawn(keyOf(position), to, amount));
		await chain.fail(passer, withdraw, error('NothingToWithdraw'));
	}
	assert.equal(money.of(EXCHANGE), 0n);
	assert.equal(money.of(charlie.address), GENESIS_USDC + LOSS);
	assert.equal(money.of(dave.address), GENESIS_USDC);
});

chain.test('the borrower repays, its loss included, and the staker gets out as well', async () => {
	const topUp = chain.api.tx.assets.transferKeepAlive(USDC, ACCOUNT, LOSS - 1n);
	await emits(owner, topUp, [pooled.paid(owner.address, ACCOUNT, LOSS - 1n)]);
	loan.borrowed = 0n;
	await emits(owner, proxies().repayBorrow(PROXY, LOAN), emitted.repaidBorrow(PROXY, LOAN, 0n));

	await chain.enterNextEpoch();
	loan.requestWithdrawal(STAKE);
	await emits(alice, pool().requestWithdrawal(STAKE), pooled.requested(alice.address, STAKE));
	await scenario.beginEpoch({ totalActive: 0n, totalInactive: STAKE, totalBorrowed: 0n, shortfall: 0n });
	const { address } = alice;
	await emits(alice, pool().withdrawMaxStake(address), [
		pooled.burned(address, STAKE),
		...pooled.withdrewStake(address, address, STAKE),
	]);
	assert.deepEqual([money.of(POOL), money.of(ACCOUNT), money.of(EXCHANGE)], [0n, 0n, 0n]);
	assert.equal(money.of(owner.address), GENESIS_USDC - LOSS);
});

chain.test('governance cannot end the freeze before a year is over', async () => {
	const operation = await queue(chain, exchange().unfreeze(), 'Long');
	await travel(operation.eta);
	assert.equal((await execute(chain, operation)).result, error('UnfreezeTooEarly'));
	const last = await ask(chain.api, 'starkExchangeApi', 'lastState');
	await travel(deadline + YEAR);
	const { result, effects } = await govern(chain, exchange().unfreeze(), 'Long');
	assert.equal(result, 'ok');
	const stateRoot = blake2AsHex(u8aConcat(stringToU8a('unfrozen'), last.stateRoot));
	assert.deepEqual(effects[0], exchanged.happened('ExchangeUnfrozen', { stateRoot }));
	assert.equal(effects[1].name, 'timelock.Executed');
	assert.deepEqual(await ask(chain.api, 'starkExchangeApi', 'lastState'), { ...last, stateRoot });
	assert.equal(await ask(chain.api, 'starkExchangeApi', 'freeze'), null);
});

chain.test('the old request cannot freeze again; the operator turns it down, and business goes on', async () => {
	await chain.fail(passer, exchange().freezeRequest(REQUEST), error('StaleRequest'));
	await chain.fail(OPERATOR, late.call, error('WrongStateRoot'));
	const { effects, batch } = await operate(chain, { serveForced: true });
	assert.deepEqual(effects, [
		exchanged.served(REQUEST, { Rejected: 'InsufficientEquity' }),
		exchanged.updated(batch),
	]);
	const again = exchange().deposit(keyOf(CHARLIES), CHARLIES, 1n);
	const { effects: deposited } = await chain.succeed(charlie, again);
	assert.deepEqual(deposited, exchanged.deposited(charlie.address, keyOf(CHARLIES), CHARLIES, 1n));
});
