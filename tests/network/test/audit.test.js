/**
 * The audit on a chain where everything happens that it knows: it finds nothing on the chain as it is, and something when
 * any amount differs by one unit or any event is missing.
 */
import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve, ferdie, account, stranger } from '../../e2e/lib/accounts.js';
import { dydx } from '../../e2e/lib/amounts.js';
import { BORROWERS, proxyAccount } from '../../e2e/lib/development.js';
import { ManualChain } from '../../e2e/lib/manual-chain.js';
import { increased, numbersIn } from '../lib/alter.js';
import { audit } from '../lib/audit/audit.js';
import { History } from '../lib/audit/history.js';
import { readState } from '../lib/audit/state.js';

const chain = new ManualChain().use();
const PROXIES = BORROWERS.map((_, proxy) => proxyAccount(proxy));
const OWNERS = BORROWERS.map(([name]) => account(`//${name}`));

const pool = () => chain.api.tx.liquidityStaking;
const proxies = () => chain.api.tx.starkProxy;
const balances = () => chain.api.tx.balances;

/** The evidence. */
let genesis;
let blocks;
let state;

const problems = (changed = {}) => {
	const given = { blocks, state, ...changed };
	return audit(genesis, given.blocks, [given.state]);
};

/** The audit finds something in what was changed, and nothing otherwise. */
const assertNoticed = (changed, what) => assert.notDeepEqual(problems(changed), [], `nobody would notice: ${what}`);

async function stakersAndBorrowers() {
	for (const [staker, amount] of [[alice, 3_000], [bob, 5_000], [charlie, 2_001]]) {
		await chain.succeed(staker, pool().stake(amount));
	}
	for (const [proxy, amount] of [2_500, 2_500, 2_000, 2_000, 1_000].entries()) {
		await chain.succeed(OWNERS[proxy], proxies().borrow(proxy, amount));
	}
	await chain.succeed(dave, pool().stakeFor(eve.address, 40));
	await chain.succeed(eve, pool().transfer(alice.address, 40));
	await chain.succeed(alice, pool().transfer(alice.address, 7));
	await chain.succeed(alice, pool().requestWithdrawal(1_000));
	await chain.succeed(bob, pool().requestWithdrawal(2_500));
	assert.equal((await chain.submit(bob, pool().requestWithdrawal(1_000_000))).error, 'liquidityStaking.InsufficientActiveBalance');
}

async function aShortfall() {
	await chain.enterNextEpoch();
	await chain.succeed(ferdie, pool().markDebt(PROXIES));
	await chain.succeed(alice, pool().withdrawMaxStake(eve.address));
	await chain.succeed(OWNERS[0], proxies().repayDebt(0, 500));
	await chain.succeed(bob, pool().withdrawMaxDebt(bob.address));
	await chain.succeed(OWNERS[1], proxies().repayBorrow(1, 300));
	await chain.succeed(OWNERS[2], proxies().repayDebt(2, 100));
	await chain.succeed(charlie, pool().claimRewards(dave.address));
	await chain.succeed(charlie, pool().approve(dave.address, 1_000));
	await chain.succeed(dave, pool().transferFrom(charlie.address, eve.address, 600));
	await chain.succeed(charlie, pool().requestWithdrawal(401));
	await chain.succeed(eve, pool().requestWithdrawal(300));
	await chain.succeed(bob, pool().requestWithdrawal(200));
}

/** This time some do not settle, and one gives up what it would have got. */
async function anotherOne() {
	await chain.enterNextEpoch();
	await chain.succeed(ferdie, pool().markDebt(PROXIES));
	await chain.succeed(eve, pool().requestWithdrawal(100));
	await chain.succeed(charlie, pool().failsafeDeleteInactiveBalance());
	await chain.succeed(bob, pool().withdrawStake(alice.address, 1));
	await chain.succeed(bob, pool().claimRewards(bob.address));
	await chain.succeed(alice, pool().requestWithdrawal(10));
	await chain.succeed(alice, pool().failsafeDeleteInactiveBalance());
	await chain.enterNextEpoch();
	await chain.succeed(ferdie, pool().stake(123_456_789));
	await chain.succeed(ferdie, pool().requestWithdrawal(3));
}

async function nativeMoney() {
	const newcomer = stranger('an account that comes and goes');
	await chain.succeed(alice, balances().transferKeepAlive(newcomer.address, dydx(20)));
	await chain.succeed(newcomer, proxies().createProxy(newcomer.address));
	const { data } = await chain.api.query.system.account(newcomer.address);
	assert.equal(data.reserved.toBigInt(), dydx(10));
	await leaveDust(stranger('an account that leaves dust'));
}

/** Half of the smallest balance that an account can have is left over. */
async function leaveDust(visitor) {
	await chain.succeed(alice, balances().transferKeepAlive(visitor.address, dydx(1)));
	const { partialFee } = await balances().transferAllowDeath(bob.address, dydx(1)).paymentInfo(visitor);
	const dust = chain.api.consts.balances.existentialDeposit.toBigInt() / 2n;
	await chain.succeed(visitor, balances().transferAllowDeath(bob.address, dydx(1) - partialFee.toBigInt() - dust));
}

chain.test('what happens on the chain is found to add up', async () => {
	const { api } = chain;
	genesis = await readState(api, api.genesisHash.toHex());
	await stakersAndBorrowers();
	await aShortfall();
	await anotherOne();
	await nativeMoney();
	const history = new History(genesis.hash);
	await history.extend(api, chain.head.number);
	blocks = history.blocks;
	state = await readState(api, chain.head.hash);
	assert.deepEqual(problems(), []);
});

chain.test('the evidence has every kind of event that moves money in the pool', async () => {
	const kinds = new Set(blocks.flatMap(({ events }) => events.map(({ name }) => name)));
	const wanted = [
		'Staked',
		'WithdrawalRequested',
		'WithdrewStake',
		'WithdrewDebt',
		'ReceivedDebt',
		'ClaimedRewards',
		'Transfer',
		'Borrowed',
		'RepaidBorrow',
		'RepaidDebt',
		'DebtMarked',
		'ConvertedInactiveBalancesToDebt',
		'InactiveBalanceAbandoned',
		'EpochStarted',
	];
	assert.deepEqual(wanted.filter((name) => !kinds.has(`liquidityStaking.${name}`)), []);
	for (const name of ['balances.Held', 'balances.DustLost', 'balances.BurnedDebt']) assert.ok(kinds.has(name), name);
});

/** Events that only repeat what others say, or announce it. */
const NO_EVIDENCE = /^(system|council|timelock|starkProxy|utility)\.|\.(Endowed|Approval|GlobalIndexUpdated|UserIndexUpdated|BorrowingRestrictionChanged)$/;

/** Every event that the audit enters, and where it is. */
const evidence = () =>
	blocks.flatMap(({ events }, block) =>
		events.map((event, index) => ({ block, index, event })).filter(({ event }) => !NO_EVIDENCE.test(event.name)),
	);

/** The blocks with `replacement` in the place of one event. */
const withEvents = (block, index, ...replacement) =>
	blocks.with(block, { ...blocks[block], events: blocks[block].events.toSpliced(index, 1, ...replacement) });

/** Receipt tokens that go to whom they belong: how many does not matter to anybody. */
const isToOneself = ({ name, data }) => name === 'liquidityStaking.Transfer' && data.from === data.to;

/** Whether an event changes no books. */
function isNothing(event) {
	const amounts = Object.values(event.data).filter((value) => typeof value === 'bigint');
	const none = amounts.every((amount) => amount === 0n);
	return none || isToOneself(event) || event.name === 'liquidityStaking.EpochStarted';
}

chain.test('an amount in any event that differs by one unit is noticed', async () => {
	assert.deepEqual(problems(), []);
	for (const { block, index, event } of evidence().filter(({ event }) => !isToOneself(event))) {
		for (const path of numbersIn(event.data)) {
			const changed = withEvents(block, index, { ...event, data: increased(event.data, path) });
			assertNoticed({ blocks: changed }, `${path.join('.')} of ${event.name} in block ${block + 1}`);
		}
	}
});

chain.test('an event that is missing is noticed, and one that comes twice', async () => {
	assert.deepEqual(problems(), []);
	for (const { block, index, event } of evidence().filter(({ event }) => !isNothing(event))) {
		assertNoticed({ blocks: withEvents(block, index) }, `no ${event.name} in block ${block + 1}`);
		assertNoticed({ blocks: withEvents(block, index, event, event) }, `${event.name} twice in block ${block + 1}`);
	}
});

/** Parts of records that say how far they are settled; what comes out of them is compared, not they. */
const NO_AMOUNT = /epoch|shortfallCounter|userIndex|accruedRewards|allocation|pool,rewards|^now|^schedule/;

/** The amounts in storage that count. */
function* amountsInStorage() {
	const running = (state.now - state.schedule.offset) / state.schedule.interval;
	for (const path of numbersIn(state)) {
		const balance = path.slice(0, -1).reduce((inner, key) => inner[key], state);
		// In a later epoch the next value has taken the place of the current one.
		const isOver = path.at(-1) === 'current' && balance.epoch < running;
		if (!NO_AMOUNT.test(path.join()) && !isOver) yield path;
	}
}

chain.test('an amount in storage that differs by one unit is noticed', async () => {
	assert.deepEqual(problems(), []);
	for (const path of amountsInStorage()) assertNoticed({ state: increased(state, path) }, path.join('.'));
});

chain.test('an account that is missing in storage is noticed', async () => {
	assert.deepEqual(problems(), []);
	for (const list of ['stakers', 'borrowers', 'nonces']) {
		for (const [index, [who, record]] of state[list].entries()) {
			const amounts = typeof record === 'bigint' ? [record] : amountsOf(record);
			if (amounts.every((amount) => amount === 0n)) continue;
			assertNoticed({ state: { ...state, [list]: state[list].toSpliced(index, 1) } }, `${who} among the ${list}`);
		}
	}
});

const amountsOf = (record) =>
	[...numbersIn(record)]
		.filter((path) => !NO_AMOUNT.test(path.join()) && path.at(-1) !== 'current')
		.map((path) => path.reduce((inner, key) => inner[key], record));

chain.test('an extrinsic that is missing is noticed', async () => {
	assert.deepEqual(problems(), []);
	for (const [index, block] of blocks.entries()) {
		const extrinsics = block.extrinsics.filter(({ signer }) => signer === null);
		const ends = block.events.some(({ name }) => name === 'system.KilledAccount');
		if (extrinsics.length === block.extrinsics.length || ends) continue;
		assertNoticed({ blocks: blocks.with(index, { ...block, extrinsics }) }, `that of block ${block.number}`);
	}
});
