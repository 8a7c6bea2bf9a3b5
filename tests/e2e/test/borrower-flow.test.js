/**
 * A market maker from its first loan to its last repayment, over RPC: it registers a key, borrows, trades, loses,
 * repays in time; an epoch later it does not, and governance fetches the money back from the exchange. After every call
 * all USDC of the chain are counted, and the proxy's queries are compared with what the specifications say.
 */
import assert from 'node:assert/strict';
import { forcedWithdrawalId } from '../../../tools/stark-operator/lib/messages.js';
import { alice, bob, charlie, ferdie, stranger } from '../lib/accounts.js';
import { dydx } from '../lib/amounts.js';
import { batched, BorrowerScenario } from '../lib/borrower-scenario.js';
import { execute, govern, queue } from '../lib/council.js';
import { GENESIS_USDC, USDC } from '../lib/development.js';
import { event } from '../lib/events.js';
import * as exchanged from '../lib/exchange-events.js';
import { ask, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import * as pooled from '../lib/pool-events.js';
import * as emitted from '../lib/proxy-events.js';
import { registrationOf, starkKey } from '../lib/stark.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const proxies = () => chain.api.tx.starkProxy;
const exchange = () => chain.api.tx.starkExchange;

const PROXY = 0;
const scenario = new BorrowerScenario(chain, PROXY);
const { money, books, loan, owner, account: ACCOUNT } = scenario;
const emits = (signer, call, expected) => scenario.emits(signer, call, expected);

const enforcer = stranger('enforcer');
const U128_MAX = 2n ** 128n - 1n;
const U64_MAX = 2n ** 64n - 1n;

/** The key of the borrower and that of Charlie, who trades on the exchange with money of his own. */
const [key, charliesKey] = ['Wintermute', 'Charlie'].map((name) => starkKey(name));
const [POSITION, CHARLIES] = [1n, 2n];

/** Odd amounts, so that shares have to be rounded. */
const STAKES = { alice: 400_000_000_003n, bob: 600_000_000_004n };
const LOAN = 200_000_000_000n;
const CHARLIES_DEPOSIT = 50_000_000_000n;
const LOSS = 30_000_000_001n;

/** A staker requests what will then be withdrawable. */
async function requests(staker, amount) {
	loan.requestWithdrawal(amount);
	await emits(staker, pool().requestWithdrawal(amount), pooled.requested(staker.address, amount));
}

/** The borrower's auto-pay, which does what the query said before. */
async function autoPays() {
	// The query is asked in the block before, which is in the same window.
	const payment = loan.autoPay(money.of(ACCOUNT), true);
	assert.deepEqual(await ask(chain.api, 'starkProxyApi', 'previewAutoPay', PROXY), payment);
	const { borrowed, repaidBorrow, repaidDebt } = payment;
	const expected = [];
	if (repaidBorrow > 0n) {
		loan.borrowed -= repaidBorrow;
		expected.push(...emitted.repaidBorrow(PROXY, repaidBorrow, loan.borrowed));
	}
	if (repaidDebt > 0n) {
		loan.debt -= repaidDebt;
		expected.push(...emitted.repaidDebt(PROXY, repaidDebt, loan.debt));
	}
	if (borrowed > 0n) {
		loan.borrowed += borrowed;
		expected.push(...emitted.borrowed(PROXY, borrowed, loan.borrowed));
	}
	expected.push(emitted.autoPaid(PROXY, borrowed, repaidBorrow, repaidDebt));
	await emits(owner, proxies().autoPayOrBorrow(PROXY), expected);
	return payment;
}

/** The operator credits a withdrawal, and the borrower fetches it. */
async function withdraws(amount) {
	books.credit(POSITION, amount);
	const wishes = { withdrawals: [{ key: key.key, position: POSITION, amount }] };
	await scenario.operates(wishes, [exchanged.credited(key.key, POSITION, amount)]);
	assert.equal(books.withdraw(POSITION), amount);
	await emits(owner, proxies().withdrawFromExchange(PROXY, key.key), emitted.withdrew(PROXY, key.key, amount));
}

chain.test('the council stops the rewards, so that money is all that events are about', async () => {
	await scenario.assertBooks();
	assert.equal((await govern(chain, pool().setRewardsPerSecond(0))).result, 'ok');
	await chain.enterNextEpoch();
	await scenario.assertBooks();
});

chain.test('Alice and Bob stake', async () => {
	for (const [staker, amount] of [
		[alice, STAKES.alice],
		[bob, STAKES.bob],
	]) {
		loan.stake(amount);
		await emits(staker, pool().stake(amount), pooled.staked(staker.address, amount));
	}
	assert.equal(loan.allocated.current, 250_000_000_001n, '25 % of 1,000,000.000007, rounded down');
});

chain.test('the borrower registers a STARK key, with a signature over the account of its proxy', async () => {
	const register = (account) =>
		proxies().registerUserOnExchange(PROXY, key.key, registrationOf(chain, account, key));
	await chain.fail(owner, register(owner.address), 'starkExchange.InvalidSignature');
	await chain.fail(charlie, register(ACCOUNT), 'starkProxy.MissingRole');
	assert.equal(books.register(ACCOUNT, key.key), POSITION);
	await emits(owner, register(ACCOUNT), emitted.registered(PROXY, key.key, POSITION));
	await chain.fail(owner, register(ACCOUNT), 'starkExchange.KeyAlreadyRegistered');
});

chain.test('the owner allows the key', async () => {
	const deposit = proxies().depositToExchange(PROXY, key.key, POSITION, 1);
	await chain.fail(owner, deposit, 'starkProxy.StarkKeyNotAllowed');
	await emits(owner, proxies().allowStarkKey(PROXY, key.key), [emitted.keyListed(PROXY, key.key, true)]);
	await chain.fail(owner, deposit, 'starkProxy.InsufficientProxyBalance');
});

chain.test('it borrows within its share of the pool', async () => {
	const { current } = loan.allocated;
	await chain.fail(owner, proxies().borrow(PROXY, current + 1n), 'liquidityStaking.ExceedsAllocation');
	await chain.fail(owner, proxies().autoPayOrBorrow(PROXY), 'starkProxy.NotInBlackoutWindow');
	loan.borrowed += LOAN;
	await emits(owner, proxies().borrow(PROXY, LOAN), emitted.borrowed(PROXY, LOAN, LOAN));
});

chain.test('it deposits the loan on the exchange, and Charlie money of his own', async () => {
	books.deposit(POSITION, LOAN);
	const deposit = proxies().depositToExchange(PROXY, key.key, POSITION, LOAN);
	await emits(owner, deposit, emitted.deposited(PROXY, key.key, POSITION, LOAN));

	assert.equal(books.register(charlie.address, charliesKey.key), CHARLIES);
	const consent = registrationOf(chain, charlie.address, charliesKey);
	await emits(charlie, exchange().registerUser(charliesKey.key, consent), [
		exchanged.registered(charlie.address, charliesKey.key, CHARLIES),
	]);
	books.deposit(CHARLIES, CHARLIES_DEPOSIT);
	const own = exchange().deposit(charliesKey.key, CHARLIES, CHARLIES_DEPOSIT);
	await emits(charlie, own, exchanged.deposited(charlie.address, charliesKey.key, CHARLIES, CHARLIES_DEPOSIT));
});

chain.test('a batch of the operator accepts both deposits', async () => {
	const items = [
		exchanged.accepted(key.key, POSITION, LOAN),
		exchanged.accepted(charliesKey.key, CHARLIES, CHARLIES_DEPOSIT),
	];
	for (const position of [POSITION, CHARLIES]) books.accept(position);
	// Deposits are accepted in the order of their keys.
	items.sort((a, b) => (a.data.key < b.data.key ? -1 : 1));
	await scenario.operates({ acceptAll: true }, items);
});

chain.test('the next one settles a loss of the borrower to Charlie', async () => {
	books.settle(POSITION, -LOSS);
	books.settle(CHARLIES, LOSS);
	const settlements = [
		{ position: POSITION, delta: -LOSS },
		{ position: CHARLIES, delta: LOSS },
	];
	await scenario.operates({ settlements }, []);
});

chain.test('Bob requests a withdrawal, and a part of the loan falls due', async () => {
	await requests(bob, 400_000_000_001n);
	assert.equal(loan.allocated.next, 150_000_000_001n);
	assert.equal(loan.due, 49_999_999_999n);
});

chain.test('auto-pay in the blackout window fails as long as a single unit of what is due is missing', async () => {
	await scenario.enterBlackout();
	const autoPay = proxies().autoPayOrBorrow(PROXY);
	const LACKING = 'starkProxy.InsufficientFundsForRepayment';
	await chain.fail(owner, autoPay, LACKING);
	await withdraws(loan.due - 1n);
	await chain.fail(owner, autoPay, LACKING);
	await withdraws(1n);
});

chain.test('with all of it there, auto-pay repays, once', async () => {
	const { due } = loan;
	assert.deepEqual(await autoPays(), { borrowed: 0n, repaidBorrow: due, repaidDebt: 0n });
	assert.deepEqual(await autoPays(), { borrowed: 0n, repaidBorrow: 0n, repaidDebt: 0n });
	assert.equal(money.of(ACCOUNT), 0n);
});

chain.test('the next epoch begins without a shortfall, and Bob is paid', async () => {
	await scenario.beginEpoch({
		totalActive: 600_000_000_006n,
		totalInactive: 400_000_000_001n,
		totalBorrowed: 150_000_000_001n,
		shortfall: 0n,
	});
	assert.equal(await query(chain.api, 'isBorrowerOverdue', ACCOUNT), false);
	const withdraw = pool().withdrawStake(bob.address, 400_000_000_001n);
	const { address } = bob;
	await emits(bob, withdraw, [
		pooled.burned(address, 400_000_000_001n),
		...pooled.withdrewStake(address, address, 400_000_000_001n),
	]);
});

chain.test('nearly everything is requested back; the borrower leaves its money on the exchange', async () => {
	await requests(alice, STAKES.alice);
	await requests(bob, 100_000_000_000n);
	assert.equal(loan.due, 125_000_000_001n);
	assert.ok(loan.due > books.at(POSITION).equity, 'more falls due than there is left');
	await scenario.enterBlackout();
	await chain.fail(owner, proxies().autoPayOrBorrow(PROXY), 'starkProxy.InsufficientFundsForRepayment');
});

chain.test('the epoch ends: the pool is insolvent, and the borrower has defaulted', async () => {
	await scenario.beginEpoch({
		totalActive: 100_000_000_003n,
		totalInactive: 500_000_000_003n,
		totalBorrowed: 150_000_000_001n,
		shortfall: 49_999_999_998n,
	});
	assert.deepEqual(await query(chain.api, 'overdueBorrowers'), [[ACCOUNT, 125_000_000_001n]]);
	assert.equal(await query(chain.api, 'currentShortfall'), loan.shortfall);
	const early = proxies().guardianForcedWithdrawalRequest(PROXY, key.key, POSITION, U64_MAX);
	assert.equal((await govern(chain, early)).result, 'starkProxy.NoOutstandingDebt');
});

/** What is left of every unit that was on its way out, x 10^36. */
const INDEX = (450_000_000_005n * 10n ** 36n) / 500_000_000_003n;

chain.test('a stranger marks the debt', async () => {
	await chain.succeed(ferdie, chain.api.tx.balances.transferKeepAlive(enforcer.address, dydx(10)));
	const marked = loan.markDebt();
	assert.equal(marked, 49_999_999_998n);
	await emits(enforcer, pool().markDebt([ACCOUNT]), [
		pooled.debtMarked(ACCOUNT, marked, loan.borrowed, loan.debt),
		pooled.restriction(ACCOUNT, true),
		pooled.converted(marked, INDEX, 450_000_000_005n),
	]);
	await chain.fail(owner, proxies().borrow(PROXY, 1), 'liquidityStaking.BorrowerRestricted');
});

/** Two operations of governance: the first restricts and demands the money back, the second fetches it and repays. */
const operations = {};

chain.test('the council queues both operations of the guardian at once, the second with a longer delay', async () => {
	const { utility } = chain.api.tx;
	operations.demand = await queue(
		chain,
		utility.batchAll([
			proxies().guardianSetBorrowingRestriction(PROXY, true),
			proxies().guardianForcedWithdrawalRequest(PROXY, key.key, POSITION, U64_MAX),
		]),
	);
	operations.repay = await queue(
		chain,
		utility.batchAll([
			proxies().guardianWithdrawFromExchange(PROXY, key.key),
			proxies().guardianRepayDebt(PROXY, U128_MAX),
			proxies().guardianRepayBorrow(PROXY, U128_MAX),
		]),
		'Short',
		150,
	);
	assert.ok(operations.demand.eta + 90n < operations.repay.eta);
	await scenario.assertBooks();
});

chain.test('before its time nobody can execute the first one', async () => {
	const { id, eta } = operations.demand;
	await chain.setNextTime(eta - 6n);
	const early = chain.api.tx.timelock.execute(id, 1_000, { refTime: 5_000_000_000n, proofSize: 500_000n });
	await chain.fail(enforcer, early, 'timelock.TooEarly');
});

/** Id of the guardian's request, which is for all the equity that the loss has left. */
const REMAINS = LOAN - LOSS - 49_999_999_999n;
const REQUEST = forcedWithdrawalId(key.key, POSITION, REMAINS);

chain.test('executed, it restricts the proxy and demands all its equity', async () => {
	assert.equal(chain.next, operations.demand.eta);
	loan.barred.byGuardian = true;
	books.at(POSITION).requests += 1n;
	assert.equal(books.at(POSITION).equity, REMAINS);
	const request = exchanged.forcedWithdrawal(REQUEST, key.key, POSITION, REMAINS, chain.next);
	await scenario.executes(
		operations.demand,
		batched([emitted.restriction(PROXY, true)], emitted.forcedWithdrawal(PROXY, request, true)),
	);
});

chain.test('the second one fails as long as the exchange has paid nothing, and stays open', async () => {
	await chain.setNextTime(operations.repay.eta);
	const failed = await execute(chain, operations.repay);
	const error = 'starkExchange.NothingToWithdraw';
	assert.equal(failed.result, error);
	await scenario.happens(failed, [event('timelock.ExecutionFailed', { id: operations.repay.id, error })]);
});

chain.test('a batch of the operator serves the request', async () => {
	books.credit(POSITION);
	books.at(POSITION).requests -= 1n;
	await scenario.operates({ serveForced: true }, [exchanged.served(REQUEST, 'Executed')]);
});

chain.test('executed again, the second one withdraws, repays the debt, and of the loan what it can', async () => {
	assert.equal(books.withdraw(POSITION), REMAINS);
	const { debt } = loan;
	loan.debt = 0n;
	loan.borrowed -= REMAINS - debt;
	await scenario.executes(
		operations.repay,
		batched(
			emitted.withdrew(PROXY, key.key, REMAINS, true),
			emitted.repaidDebt(PROXY, debt, 0n, true),
			emitted.repaidBorrow(PROXY, REMAINS - debt, loan.borrowed, true),
		),
	);
	assert.equal(loan.borrowed, LOSS, 'what the borrower lost it still owes');
});

chain.test('the stakers are paid in stake and in debt; of a unit that rounding took, the last one waits', async () => {
	let pot = 49_999_999_998n;
	for (const [staker, requested, unpaid] of [
		[alice, STAKES.alice, 0n],
		[bob, 100_000_000_000n, 1n],
	]) {
		const { address } = staker;
		const stake = (requested * INDEX) / 10n ** 36n;
		const debt = requested - stake;
		const paid = debt - unpaid;
		pot -= paid;
		await emits(staker, pool().withdrawMaxDebt(address), [
			...pooled.receivedDebt(address, debt, debt),
			...pooled.withdrewDebt(address, address, paid, debt - paid),
		]);
		await emits(staker, pool().withdrawMaxStake(address), [
			pooled.burned(address, stake),
			...pooled.withdrewStake(address, address, stake),
		]);
		assert.equal(await query(chain.api, 'totalDebtAvailableToWithdraw'), pot);
	}
	assert.equal(pot, 0n);
});

chain.test('the borrower makes good its loss with money of its own', async () => {
	const { assets } = chain.api.tx;
	await emits(owner, assets.transferKeepAlive(USDC, ACCOUNT, LOSS), [pooled.paid(owner.address, ACCOUNT, LOSS)]);
	await chain.fail(owner, proxies().repayBorrow(PROXY, LOSS + 1n), 'starkProxy.InsufficientProxyBalance');
	loan.borrowed = 0n;
	await emits(owner, proxies().repayBorrow(PROXY, LOSS), emitted.repaidBorrow(PROXY, LOSS, 0n));
});

chain.test('only governance reinstates it, in the pool and as its guardian', async () => {
	await scenario.enterBlackout();
	assert.deepEqual(await autoPays(), { borrowed: 0n, repaidBorrow: 0n, repaidDebt: 0n });
	const operation = await queue(
		chain,
		chain.api.tx.utility.batchAll([
			proxies().guardianSetBorrowingRestriction(PROXY, false),
			pool().setBorrowingRestriction(ACCOUNT, false),
		]),
	);
	await chain.setNextTime(operation.eta);
	loan.barred = { byPool: false, byGuardian: false };
	await scenario.executes(operation, batched([emitted.restriction(PROXY, false)], [pooled.restriction(ACCOUNT, false)]));
	const share = loan.allocated.next;
	assert.deepEqual(await autoPays(), { borrowed: share, repaidBorrow: 0n, repaidDebt: 0n });
});

chain.test('in the end Charlie can withdraw what the borrower lost', async () => {
	const amount = CHARLIES_DEPOSIT + LOSS;
	books.credit(CHARLIES);
	const wishes = { withdrawals: [{ key: charliesKey.key, position: CHARLIES, amount }] };
	await scenario.operates(wishes, [exchanged.credited(charliesKey.key, CHARLIES, amount)]);
	books.withdraw(CHARLIES);
	// Whoever asks, Charlie is paid.
	const paid = exchanged.withdrawn(charliesKey.key, charlie.address, amount);
	await emits(enforcer, exchange().withdraw(charliesKey.key), paid);

	assert.equal(money.of(charlie.address), GENESIS_USDC + LOSS);
	assert.equal(money.of(owner.address), GENESIS_USDC - LOSS);
	assert.equal(money.of(alice.address), GENESIS_USDC);
	assert.equal(money.of(bob.address), GENESIS_USDC - loan.active.next - 1n);
});
