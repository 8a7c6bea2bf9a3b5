/**
 * What a borrower, or anybody else, cannot do with borrowed money: take it out, lose it on a wrong position, pass it on,
 * act as the guardian. Nothing changes when a call is refused.
 */
import assert from 'node:assert/strict';
import { forcedTradeId, transferId } from '../../../tools/stark-operator/lib/messages.js';
import { account, alice, charlie, dave } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { govern } from '../lib/council.js';
import { EXCHANGE, POOL, proxyAccount, TRACKS, TREASURY, USDC } from '../lib/development.js';
import { event, named, ofPallets } from '../lib/events.js';
import * as exchanged from '../lib/exchange-events.js';
import { ask } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import * as emitted from '../lib/proxy-events.js';
import {
	operate,
	OPERATOR,
	prepareBatch,
	queuedTradeHash,
	registrationOf,
	signedTransfer,
	starkKey,
	tradeConsent,
} from '../lib/stark.js';

const chain = new ManualChain().use();
const tx = () => chain.api.tx;
const proxies = () => chain.api.tx.starkProxy;
const exchange = () => chain.api.tx.starkExchange;
const proxyError = (name) => `starkProxy.${name}`;
const exchangeError = (name) => `starkExchange.${name}`;
const own = ({ effects }) => ofPallets(effects, 'starkProxy', 'starkExchange', 'timelock', 'assets');

const [wintermute, amber] = ['//Wintermute', '//AmberGroup'].map(account);
const [FIRST, SECOND] = [proxyAccount(0), proxyAccount(1)];
const WEEK = 7n * 86_400n;
const LOAN = usdc(100_000);
const DEPOSIT = usdc(60_000);
/** What the owner pays into its proxy from its own pocket, now and then. */
const OWN = 12_340n;

/** Keys by position, whose they are. Positions 1 and 2 are those of proxies, 3 and 4 of ordinary users. */
const keys = Object.fromEntries(
	['Wintermute', 'AmberGroup', 'Charlie', 'Dave'].map((name, index) => [index + 1, starkKey(name)]),
);
const FOREIGN = starkKey('nobody');

const payIn = (amount) => chain.succeed(wintermute, tx().assets.transferKeepAlive(USDC, FIRST, amount));

chain.test('two borrowers have loans, and four accounts have money on the exchange', async () => {
	await chain.succeed(alice, tx().liquidityStaking.stake(usdc(400_000)));
	for (const [proxy, owner, who] of [
		[0, wintermute, FIRST],
		[1, amber, SECOND],
	]) {
		const position = proxy + 1;
		const pair = keys[position];
		const register = proxies().registerUserOnExchange(proxy, pair.key, registrationOf(chain, who, pair));
		await chain.succeed(owner, register);
		await chain.succeed(owner, proxies().allowStarkKey(proxy, pair.key));
		await chain.succeed(owner, proxies().borrow(proxy, LOAN));
		await chain.succeed(owner, proxies().depositToExchange(proxy, pair.key, position, DEPOSIT));
	}
	for (const [position, user] of [
		[3, charlie],
		[4, dave],
	]) {
		const pair = keys[position];
		await chain.succeed(user, exchange().registerUser(pair.key, registrationOf(chain, user.address, pair)));
		await chain.succeed(user, exchange().deposit(pair.key, position, DEPOSIT));
	}
	await operate(chain, { acceptAll: true });
});

chain.test('borrowed money cannot leave, not even to a recipient that the owner allows', async () => {
	const withdraw = (amount) => proxies().externalWithdrawToken(0, wintermute.address, amount);
	await chain.fail(wintermute, withdraw(1), proxyError('RecipientNotAllowed'));
	const allowed = await chain.succeed(wintermute, proxies().allowExternalRecipient(0, wintermute.address));
	assert.deepEqual(allowed.effects, [emitted.recipientListed(0, wintermute.address, true)]);
	await chain.fail(wintermute, withdraw(1), proxyError('NoWithdrawableBalance'));
	await chain.fail(wintermute, withdraw(LOAN), proxyError('InsufficientProxyBalance'));
	const other = proxies().externalWithdrawOtherToken(0, USDC, wintermute.address, 1);
	await chain.fail(wintermute, other, proxyError('BorrowTokenNotAllowed'));
	// 60,000 of the 100,000 that it owes lie on the exchange, where they do not count.
	await payIn(DEPOSIT);
	await chain.fail(wintermute, withdraw(1), proxyError('NoWithdrawableBalance'));
	await payIn(OWN);
	await chain.fail(wintermute, withdraw(OWN + 1n), proxyError('AmountExceedsWithdrawable'));
	const left = await chain.succeed(wintermute, withdraw(OWN));
	assert.deepEqual(left.effects, emitted.tokenLeft(0, wintermute.address, OWN, false));
	await chain.fail(wintermute, withdraw(1), proxyError('NoWithdrawableBalance'));
});

chain.test('who is not on the list is not paid, and the chain’s own accounts cannot be on it', async () => {
	await payIn(OWN);
	const withdraw = proxies().externalWithdrawToken(0, charlie.address, OWN);
	await chain.fail(wintermute, withdraw, proxyError('RecipientNotAllowed'));
	const ownAccounts = [POOL, EXCHANGE, TREASURY, FIRST, SECOND, ...Object.values(TRACKS).map(({ account }) => account)];
	for (const who of ownAccounts) {
		await chain.fail(wintermute, proxies().allowExternalRecipient(0, who), proxyError('InvalidRecipient'));
	}
	await chain.fail(amber, proxies().allowExternalRecipient(0, amber.address), proxyError('MissingRole'));
	await chain.succeed(wintermute, proxies().disallowExternalRecipient(0, wintermute.address));
	const former = proxies().externalWithdrawToken(0, wintermute.address, OWN);
	await chain.fail(wintermute, former, proxyError('RecipientNotAllowed'));
});

chain.test('a deposit reaches the position of its key or nobody', async () => {
	const deposit = (key, position) => proxies().depositToExchange(0, key, position, usdc(1));
	for (const position of [2, 3, 0, 99]) {
		await chain.fail(wintermute, deposit(keys[1].key, position), exchangeError('PositionKeyMismatch'));
	}
	await chain.fail(wintermute, deposit(keys[3].key, 3), proxyError('StarkKeyNotAllowed'));
	await chain.fail(wintermute, deposit(keys[2].key, 2), proxyError('StarkKeyNotAllowed'));
	await chain.fail(wintermute, proxies().allowStarkKey(0, keys[3].key), proxyError('StarkKeyNotOwnedByProxy'));
	await chain.fail(wintermute, proxies().allowStarkKey(0, keys[2].key), proxyError('StarkKeyNotOwnedByProxy'));
	await chain.fail(wintermute, proxies().allowStarkKey(0, FOREIGN.key), proxyError('StarkKeyNotRegistered'));
	const withdraw = proxies().withdrawFromExchange(0, keys[3].key);
	await chain.fail(wintermute, withdraw, proxyError('StarkKeyNotOwnedByProxy'));
	await chain.fail(charlie, exchange().deposit(keys[3].key, 1, usdc(1)), exchangeError('PositionKeyMismatch'));
});

chain.test('a key is bound to the account that its secret has consented to', async () => {
	const consent = registrationOf(chain, charlie.address, FOREIGN);
	const register = proxies().registerUserOnExchange(0, FOREIGN.key, consent);
	await chain.fail(wintermute, register, exchangeError('InvalidSignature'));
	const again = proxies().registerUserOnExchange(0, keys[3].key, registrationOf(chain, FIRST, keys[3]));
	await chain.fail(wintermute, again, exchangeError('KeyAlreadyRegistered'));
});

chain.test('the owner is not the proxy: it has no share of the pool and no key on the exchange', async () => {
	await chain.fail(wintermute, tx().liquidityStaking.borrow(1), 'liquidityStaking.ExceedsAllocation');
	const { key } = keys[1];
	for (const call of [
		exchange().depositCancel(key, 1),
		exchange().depositReclaim(key, 1),
		exchange().forcedWithdrawalRequest(key, 1, 1),
	]) {
		await chain.fail(wintermute, call, exchangeError('NotKeyOwner'));
	}
});

/** A trade that the first proxy and Charlie have agreed upon. */
const trade = (submissionExpiration) => ({
	keyA: keys[1].key,
	keyB: keys[3].key,
	positionA: 1n,
	positionB: 3n,
	syntheticAssetId: 0x4554482d35n,
	amountCollateral: usdc(1_000),
	amountSynthetic: 5_000n,
	aIsBuyingSynthetic: true,
	submissionExpiration,
	nonce: 1n,
});

/** Everything that only a guardian may do. */
const guardianCalls = () => {
	const calls = proxies();
	const args = trade(chain.next + 30n * 86_400n);
	return [
		calls.increaseApprovedAmount(0, usdc(1), null),
		calls.resetApprovedAmount(0),
		calls.guardianSetBorrowingRestriction(0, true),
		calls.guardianRepayBorrow(0, 1),
		calls.guardianRepayDebt(0, 1),
		calls.guardianWithdrawFromExchange(0, keys[1].key),
		calls.guardianForcedWithdrawalRequest(0, keys[1].key, 1, 1),
		calls.guardianForcedTradeRequest(0, args, tradeConsent(chain, args, keys[3])),
		calls.guardianDepositCancel(0, keys[1].key, 1),
		calls.guardianDepositReclaim(0, keys[1].key, 1),
		calls.guardianVetoForcedTradeRequests(0, [forcedTradeId(args)]),
		calls.grantRole(0, 'Guardian', TRACKS.Long.account),
		calls.revokeRole(0, 'Guardian', TRACKS.Short.account),
	];
};

for (const [who, signer] of [
	['the owner of the proxy', wintermute],
	['a member of the council', alice],
]) {
	chain.test(`what is signed by ${who} is not signed by the guardian`, async () => {
		for (const call of guardianCalls()) await chain.fail(signer, call, proxyError('MissingRole'));
		for (const call of [proxies().emergencyRestrict(0), proxies().recoverOwnership(0, signer.address)]) {
			await chain.fail(signer, call, 'BadOrigin');
		}
	});
}

chain.test('nor is the track without a delay the guardian, nor the guardian the borrower', async () => {
	for (const [call, track, result] of [
		[proxies().guardianSetBorrowingRestriction(0, true), 'Instant', proxyError('MissingRole')],
		[proxies().guardianVetoForcedTradeRequests(0, [forcedTradeId(trade(0n))]), 'Short', proxyError('MissingRole')],
		[proxies().borrow(0, 1), 'Short', proxyError('MissingRole')],
		[proxies().externalWithdrawToken(0, alice.address, 1), 'Short', proxyError('MissingRole')],
		[proxies().grantRole(0, 'Guardian', alice.address), 'Short', proxyError('NotTimelocked')],
		[proxies().grantRole(0, 'Guardian', TRACKS.Instant.account), 'Short', proxyError('NotTimelocked')],
		[proxies().emergencyRestrict(0), 'Instant', 'BadOrigin'],
		[proxies().recoverOwnership(0, alice.address), 'Short', 'BadOrigin'],
	]) {
		assert.equal((await govern(chain, call, track)).result, result);
	}
});

chain.test('a restricted proxy borrows nothing and deposits only what it holds above what it owes', async () => {
	const { effects } = await govern(chain, proxies().guardianSetBorrowingRestriction(1, true));
	assert.deepEqual(named(effects, proxyError('BorrowingRestrictionChanged')), [emitted.restriction(1, true)]);
	assert.equal(await ask(chain.api, 'starkProxyApi', 'borrowableAmount', 1), 0n);
	assert.equal(await ask(chain.api, 'liquidityStakingApi', 'isBorrowingRestricted', SECOND), false);
	await chain.fail(amber, proxies().borrow(1, 1), proxyError('BorrowingRestricted'));

	// It owes 100,000, of which 60,000 lie on the exchange.
	const deposit = (amount) => proxies().depositToExchange(1, keys[2].key, 2, amount);
	await chain.fail(amber, deposit(1), proxyError('DepositWouldUseBorrowedFunds'));
	await chain.succeed(amber, tx().assets.transferKeepAlive(USDC, SECOND, DEPOSIT + OWN));
	await chain.fail(amber, deposit(OWN + 1n), proxyError('DepositWouldUseBorrowedFunds'));
	const deposited = await chain.succeed(amber, deposit(OWN));
	assert.deepEqual(deposited.effects, emitted.deposited(1, keys[2].key, 2n, OWN));
	await chain.fail(amber, deposit(1), proxyError('DepositWouldUseBorrowedFunds'));

	await govern(chain, proxies().guardianSetBorrowingRestriction(1, false));
	await chain.succeed(amber, deposit(1));
	await operate(chain, { acceptAll: true });
});

chain.test('the exchange refuses transfers from and to a proxy, and makes those of others once', async () => {
	const transfer = (from, to, expiration = chain.next + 3_600n) =>
		signedTransfer(chain, { from, to, amount: usdc(5), nonce: 1n, expiration }, keys[from]);
	for (const [from, to] of [
		[1n, 3n],
		[3n, 1n],
		[1n, 2n],
	]) {
		const { call } = await prepareBatch(chain, { transfers: [transfer(from, to)] });
		await chain.fail(OPERATOR, call, exchangeError('TransferRestricted'));
	}
	const transfers = [transfer(3n, 4n)];
	const { batch, effects } = await operate(chain, { transfers });
	assert.deepEqual(effects, [
		exchanged.happened('Transferred', { from: 3n, to: 4n, q: usdc(5) }),
		exchanged.updated(batch),
	]);
	assert.equal(await ask(chain.api, 'starkExchangeApi', 'isTransferUsed', transferId(transfers[0].order)), true);
	const again = await prepareBatch(chain, { transfers });
	await chain.fail(OPERATOR, again.call, exchangeError('TransferReplayed'));
	await chain.fail(wintermute, again.call, exchangeError('NotOperator'));
});

/** The agreed trade, as queued. */
let args;
const queued = ({ block }) => emitted.tradeQueued(0, args, block.now);
const argsHash = () => queuedTradeHash(0, args);

chain.test('a forced trade waits in public, and the council vetoes it at once', async () => {
	const early = trade(chain.next + WEEK - 1n);
	await chain.fail(wintermute, proxies().queueForcedTradeRequest(0, early), proxyError('ForcedTradeExpiresTooEarly'));
	args = trade(chain.next + 30n * 86_400n);
	const request = proxies().forcedTradeRequest(0, args, tradeConsent(chain, args, keys[3]));
	await chain.fail(wintermute, request, proxyError('ForcedTradeNotQueued'));
	await chain.fail(charlie, proxies().queueForcedTradeRequest(0, args), proxyError('MissingRole'));
	const first = await chain.succeed(wintermute, proxies().queueForcedTradeRequest(0, args));
	assert.deepEqual(first.effects, [queued(first)]);
	await chain.fail(wintermute, request, proxyError('ForcedTradeWaiting'));

	const queuedAt = first.block.now;
	const stored = await ask(chain.api, 'starkProxyApi', 'queuedForcedTrade', 0, argsHash());
	assert.deepEqual(stored, { args, queuedAt });
	// A hash that is not queued does not disturb the veto of the others.
	const hashes = [forcedTradeId(args), argsHash()];
	const veto = await govern(chain, proxies().guardianVetoForcedTradeRequests(0, hashes), 'Instant');
	const [{ data: executed }] = named(veto.effects, 'timelock.Executed');
	assert.deepEqual(veto.effects, [
		emitted.tradeVetoed(0, args),
		event('timelock.Executed', executed),
	]);
	assert.ok(veto.block.now - queuedAt < 60n, 'within a minute');
	await chain.fail(wintermute, request, proxyError('ForcedTradeNotQueued'));
});

chain.test('queued again it waits anew; after seven days it can be submitted', async () => {
	const again = await chain.succeed(wintermute, proxies().queueForcedTradeRequest(0, args));
	assert.deepEqual(again.effects, [queued(again)]);
	const from = again.block.now + WEEK;
	const request = (signer) => proxies().forcedTradeRequest(0, args, tradeConsent(chain, args, signer));
	await chain.travelTo(from - 18n);
	await chain.block();
	await chain.fail(wintermute, request(keys[3]), proxyError('ForcedTradeWaiting'));
	assert.equal(chain.next, from);
	const { block, effects } = await chain.succeed(wintermute, request(keys[3]));
	assert.deepEqual(effects, [
		exchanged.happened('ForcedTradeRequested', {
			id: forcedTradeId(args),
			args,
			reduceOnly: false,
			deadline: block.now + WEEK,
		}),
		emitted.happened('ForcedTradeRequested', {
			proxy: 0n,
			key: keys[1].key,
			position: 1n,
			argsHash: argsHash(),
			byGuardian: false,
		}),
	]);
	await chain.fail(wintermute, request(keys[3]), proxyError('ForcedTradeNotQueued'));
});

chain.test('the operator carries it out, with what it did to both positions', async () => {
	const { batch, effects } = await operate(chain, {
		serveForced: true,
		settlements: [
			{ position: 1n, delta: -usdc(7) },
			{ position: 3n, delta: usdc(7) },
		],
	});
	assert.deepEqual(effects, [exchanged.served(forcedTradeId(args), 'Executed'), exchanged.updated(batch)]);
	assert.equal(await ask(chain.api, 'starkExchangeApi', 'isTradeUsed', forcedTradeId(args)), true);
});
