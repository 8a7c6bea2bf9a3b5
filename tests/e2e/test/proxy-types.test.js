/** What each type of proxy may do for the account it acts for, and what it may not. */
import assert from 'node:assert/strict';
import { blake2AsHex } from '@polkadot/util-crypto';
import { alice, bob, charlie, dave, eve, ferdie } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { STK_USDC, USDC } from '../lib/development.js';
import { event, named } from '../lib/events.js';
import { ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain().use();
const tx = () => chain.api.tx;
const pool = () => tx().liquidityStaking;

/** Who acts for Alice, by type. Bob may do anything, but has to announce it ten blocks before. */
const PROXIES = { Staking: charlie, NonTransfer: dave, Governance: eve, CancelProxy: ferdie };

const FILTERED = 'system.CallFiltered';

let unique = 0;

/** A key that nobody has registered. */
const KEY = `0x${'01'.padStart(64, '0')}`;

/** Keys that nobody has. */
const SESSION_KEYS = `0x${'01'.repeat(64)}`;

/** Calls by name. */
const CALLS = {
	stake: () => pool().stake(usdc(10)),
	requestWithdrawal: () => pool().requestWithdrawal(usdc(1)),
	withdrawStake: () => pool().withdrawStake(bob.address, 0),
	withdrawMaxStake: () => pool().withdrawMaxStake(bob.address),
	claimRewards: () => pool().claimRewards(bob.address),
	stakeFor: () => pool().stakeFor(bob.address, usdc(1)),
	transfer: () => pool().transfer(bob.address, usdc(1)),
	approve: () => pool().approve(bob.address, usdc(1)),
	increaseAllowance: () => pool().increaseAllowance(bob.address, usdc(1)),
	decreaseAllowance: () => pool().decreaseAllowance(bob.address, 1),
	transferFrom: () => pool().transferFrom(alice.address, bob.address, 1),
	borrow: () => pool().borrow(1),
	repayBorrow: () => pool().repayBorrow(bob.address, 1),
	withdrawDebt: () => pool().withdrawDebt(bob.address, 0),
	markDebt: () => pool().markDebt([bob.address]),
	restrictBorrower: () => pool().restrictBorrower(bob.address),
	settle: () => pool().settle(bob.address),
	setRewardsPerSecond: () => pool().setRewardsPerSecond(0),
	grantRole: () => pool().grantRole('Owner', bob.address),
	'starkProxy.autoPayOrBorrow': () => tx().starkProxy.autoPayOrBorrow(0),
	'starkProxy.depositToExchange': () => tx().starkProxy.depositToExchange(0, KEY, 1, 1),
	'starkProxy.externalWithdrawToken': () => tx().starkProxy.externalWithdrawToken(0, bob.address, 1),
	'starkProxy.grantRole': () => tx().starkProxy.grantRole(0, 'Owner', bob.address),
	'starkExchange.deposit': () => tx().starkExchange.deposit(KEY, 1, 1),
	'starkExchange.withdraw': () => tx().starkExchange.withdraw(KEY),
	'timelock.removeExpired': () => tx().timelock.removeExpired(0),
	'session.setKeys': () => tx().session.setKeys(SESSION_KEYS, '0x'),
	'session.purgeKeys': () => tx().session.purgeKeys(),
	'validators.changeKey': () => tx().validators.changeKey(bob.address),
	'balances.transferKeepAlive': () => tx().balances.transferKeepAlive(bob.address, dydx(1)),
	'balances.transferAll': () => tx().balances.transferAll(bob.address, true),
	'assets.transfer': () => tx().assets.transfer(USDC, bob.address, usdc(1)),
	'assets.approveTransfer': () => tx().assets.approveTransfer(USDC, bob.address, usdc(1)),
	'assets.transfer of stkUSDC': () => tx().assets.transfer(STK_USDC, bob.address, 1),
	'system.remark': () => tx().system.remark('0x00'),
	'council.propose': () => {
		const motion = pool().setRewardsPerSecond(++unique);
		return tx().council.propose(3, motion, motion.method.encodedLength);
	},
	'preimage.notePreimage': () => tx().preimage.notePreimage(`0x${(++unique).toString(16).padStart(8, '0')}`),
	'proxy.addProxy Any': () => tx().proxy.addProxy(eve.address, 'Any', 0),
	'proxy.addProxy Staking': () => tx().proxy.addProxy(eve.address, 'Staking', 0),
	'proxy.removeProxies': () => tx().proxy.removeProxies(),
	'utility.batchAll of stakes': () => tx().utility.batchAll([pool().stake(1), pool().stake(2)]),
	'utility.batchAll with a transfer': () => tx().utility.batchAll([pool().stake(1), pool().transfer(bob.address, 1)]),
	'utility.asDerivative of a transfer': () => tx().utility.asDerivative(0, pool().transfer(bob.address, 0)),
};

/** What each type allows, with the result of the call; everything else in the list is filtered. */
const ALLOWED = {
	Staking: { stake: 'ok', requestWithdrawal: 'ok', settle: 'ok', 'utility.batchAll of stakes': 'ok' },
	NonTransfer: {
		stake: 'ok',
		requestWithdrawal: 'ok',
		decreaseAllowance: 'ok',
		markDebt: 'liquidityStaking.NoShortfall',
		restrictBorrower: 'liquidityStaking.BorrowerNotOverdue',
		settle: 'ok',
		'starkProxy.autoPayOrBorrow': 'starkProxy.MissingRole',
		'starkExchange.withdraw': 'starkExchange.KeyNotRegistered',
		'timelock.removeExpired': 'timelock.OperationNotFound',
		'system.remark': 'ok',
		'council.propose': 'ok',
		'preimage.notePreimage': 'ok',
		'utility.batchAll of stakes': 'ok',
	},
	Governance: {
		'council.propose': 'ok',
		'preimage.notePreimage': 'ok',
		'timelock.removeExpired': 'timelock.OperationNotFound',
	},
	CancelProxy: {},
};

const forAlice = (call) => tx().proxy.proxy(alice.address, null, call);

chain.test('Alice stakes, approves Bob and names her proxies', async () => {
	await chain.succeed(alice, pool().stake(usdc(1_000)));
	await chain.succeed(alice, pool().approve(bob.address, usdc(5)));
	for (const [type, { address }] of Object.entries(PROXIES)) {
		await chain.succeed(alice, tx().proxy.addProxy(address, type, 0));
	}
	await chain.succeed(alice, tx().proxy.addProxy(bob.address, 'Any', 10));
});

for (const [type, allowed] of Object.entries(ALLOWED)) {
	chain.test(`a proxy of type ${type} may do its work and nothing else`, async () => {
		// Far from the blackout window, which would refuse requests.
		await chain.enterNextEpoch();
		const expected = {};
		const given = {};
		for (const [name, call] of Object.entries(CALLS)) {
			const { error, effects } = await chain.submit(PROXIES[type], forAlice(call()));
			assert.equal(error, null);
			const [{ data }] = named(effects, 'proxy.ProxyExecuted');
			expected[name] = allowed[name] ?? FILTERED;
			given[name] = data.result;
			if (data.result !== 'ok') assert.equal(effects.length, 1, `${name} did nothing but fail`);
		}
		assert.deepEqual(given, expected);
	});
}

chain.test('a proxy of type CancelProxy refuses what another proxy announced', async () => {
	const hash = blake2AsHex(pool().transfer(bob.address, 1).method.toU8a());
	await chain.succeed(bob, tx().proxy.announce(alice.address, hash));
	const announced = async () => (await chain.api.query.proxy.announcements(bob.address))[0].length;
	assert.equal(await announced(), 1);
	for (const [type, result] of [
		['Staking', FILTERED],
		['Governance', FILTERED],
		['CancelProxy', 'ok'],
	]) {
		const refusal = tx().proxy.rejectAnnouncement(bob.address, hash);
		const { effects } = await chain.succeed(PROXIES[type], forAlice(refusal));
		assert.deepEqual(named(effects, 'proxy.ProxyExecuted'), [event('proxy.ProxyExecuted', { result })]);
	}
	assert.equal(await announced(), 0);
});

chain.test('who is nobody’s proxy can do nothing for Alice', async () => {
	const { Staking: proxy } = PROXIES;
	await chain.fail(proxy, tx().proxy.proxy(bob.address, null, pool().stake(1)), 'proxy.NotProxy');
	await chain.fail(proxy, tx().proxy.proxy(alice.address, 'Any', pool().stake(1)), 'proxy.NotProxy');
});
