/** The pool's roles belong to governance: what a majority of the council queues is executed after a delay. */
import assert from 'node:assert/strict';
import { alice, bob, ferdie } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { carry, COUNCIL, execute, govern, queue } from '../lib/council.js';
import {
	BLACKOUT_WINDOW,
	EPOCH_LENGTH,
	EPOCH_ZERO,
	GOVERNANCE,
	MAX_EPOCH_LENGTH,
	MIN_BLACKOUT_WINDOW,
	POOL,
	REWARDS_PER_SECOND,
	STK_USDC,
	USDC,
} from '../lib/development.js';
import { event, named, ofPallets } from '../lib/events.js';
import { nativeBalance, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import { developmentOracle } from '../lib/oracle/development.js';
import { ownState } from '../lib/state.js';

const chain = new ManualChain().use();
const oracle = developmentOracle();
const pool = () => chain.api.tx.liquidityStaking;
const MISSING = 'liquidityStaking.MissingRole';
const NEW_RATE = REWARDS_PER_SECOND / 7n;

const poolEvents = (events) => ofPallets(events, 'liquidityStaking');

chain.test('the council of the development chain is Alice to Eve', async () => {
	const members = (await chain.api.query.council.members()).toJSON();
	assert.deepEqual(members.sort(), COUNCIL.map(({ address }) => address).sort());
});

chain.test('three of five change the rate: the old one pays until the operation is executed, the new one from there', async () => {
	const stake = await chain.succeed(bob, pool().stake(usdc(1_000)));
	oracle.stake(stake.block.now, bob.address, usdc(1_000));

	const { result, effects, block } = await govern(chain, pool().setRewardsPerSecond(NEW_RATE));
	oracle.setRate(block.now, NEW_RATE);
	assert.equal(result, 'ok');
	assert.deepEqual(poolEvents(effects), [
		event('liquidityStaking.GlobalIndexUpdated', { index: oracle.index }),
		event('liquidityStaking.RewardsPerSecondUpdated', { rate: NEW_RATE }),
	]);
	assert.equal(await query(chain.api, 'rewardsPerSecond'), NEW_RATE);

	await chain.travelTo(block.now + 60n);
	const claimable = await query(chain.api, 'claimableRewards', bob.address);
	assert.equal(claimable, oracle.claimable(chain.head.now, bob.address));
	const before = await nativeBalance(chain.api, ferdie.address);
	const claim = await chain.succeed(bob, pool().claimRewards(ferdie.address));
	const paid = oracle.claim(claim.block.now, bob.address);
	assert.equal(await nativeBalance(chain.api, ferdie.address), before + paid);
});

chain.test('two of five are not enough', async () => {
	const before = await ownState(chain.api);
	const operation = chain.api.tx.timelock.queue('Short', pool().setRewardsPerSecond(REWARDS_PER_SECOND), null);
	const { result } = await carry(chain, operation, 2);
	assert.equal(result, 'BadOrigin');
	assert.deepEqual(await ownState(chain.api), before);
});

chain.test('one member alone has no role, neither directly nor through the council', async () => {
	await chain.fail(alice, pool().setRewardsPerSecond(0), MISSING);
	const call = pool().setRewardsPerSecond(0);
	const before = await ownState(chain.api);
	const { effects } = await chain.succeed(alice, chain.api.tx.council.execute(call, call.method.encodedLength));
	const [{ data }] = named(effects, 'council.MemberExecuted');
	assert.equal(data.result, 'BadOrigin');
	assert.deepEqual(await ownState(chain.api), before);
});

chain.test('nobody executes an operation before its time, and anybody at it', async () => {
	const operation = await queue(chain, pool().setRewardsPerSecond(NEW_RATE));
	const { timelock } = chain.api.tx;
	// A failed call may come no later than a block before: blocks keep a distance.
	await chain.setNextTime(operation.eta - 6n);
	const early = await chain.submit(ferdie, timelock.execute(operation.id, 1_000_000, { refTime: 1n, proofSize: 0n }));
	assert.equal(early.error, 'timelock.TooEarly');
	await chain.setNextTime(operation.eta);
	assert.equal((await execute(chain, operation)).result, 'ok');
});

chain.test('not even all five can halt staking, replace themselves or act later without the timelock', async () => {
	const { assets, council, scheduler } = chain.api.tx;
	const team = [POOL, POOL, POOL, POOL];
	const before = await ownState(chain.api);
	for (const call of [
		assets.forceAssetStatus(STK_USDC, ...team, 1, true, true),
		assets.forceAssetStatus(USDC, ...team, 1, true, true),
		council.setMembers([ferdie.address], null, 5),
		scheduler.schedule(1_000_000, null, 0, pool().setRewardsPerSecond(0)),
		pool().setRewardsPerSecond(0),
	]) {
		assert.equal((await carry(chain, call, 5)).result, 'BadOrigin');
	}
	assert.deepEqual(await ownState(chain.api), before);
});

chain.test('who is not in the council cannot propose', async () => {
	const call = pool().setRewardsPerSecond(0);
	await chain.fail(ferdie, chain.api.tx.council.propose(3, call, call.method.encodedLength), 'council.NotMember');
});

chain.test('a role that the council grants works until it is revoked', async () => {
	await chain.enterNextEpoch();
	await chain.fail(ferdie, pool().setRewardsPerSecond(REWARDS_PER_SECOND), MISSING);
	const granted = await govern(chain, pool().grantRole('RewardsRate', ferdie.address));
	const membership = { role: 'RewardsRate', account: ferdie.address, by: GOVERNANCE };
	assert.deepEqual(poolEvents(granted.effects), [event('liquidityStaking.RoleGranted', membership)]);
	const again = await govern(chain, pool().grantRole('RewardsRate', ferdie.address));
	assert.deepEqual(poolEvents(again.effects), [], 'granting it twice changes nothing');
	assert.equal(await query(chain.api, 'hasRole', 'RewardsRate', ferdie.address), true);

	await chain.succeed(ferdie, pool().setRewardsPerSecond(REWARDS_PER_SECOND));
	await chain.fail(ferdie, pool().setBlackoutWindow(BLACKOUT_WINDOW), MISSING);
	await chain.fail(ferdie, pool().grantRole('Owner', ferdie.address), MISSING);
	await chain.fail(ferdie, pool().setRewardsPerSecond(2n ** 128n - 1n), 'liquidityStaking.RewardsRateTooHigh');

	const revoked = await govern(chain, pool().revokeRole('RewardsRate', ferdie.address));
	assert.deepEqual(poolEvents(revoked.effects), [event('liquidityStaking.RoleRevoked', membership)]);
	await chain.fail(ferdie, pool().setRewardsPerSecond(NEW_RATE), MISSING);
});

chain.test('a member of a role can give it up', async () => {
	await govern(chain, pool().grantRole('DebtOperator', ferdie.address));
	const renounced = await chain.succeed(ferdie, pool().renounceRole('DebtOperator'));
	assert.deepEqual(renounced.effects, [
		event('liquidityStaking.RoleRevoked', { role: 'DebtOperator', account: ferdie.address, by: ferdie.address }),
	]);
	assert.equal(await query(chain.api, 'hasRole', 'DebtOperator', ferdie.address), false);
	const nothing = await chain.succeed(ferdie, pool().renounceRole('DebtOperator'));
	assert.deepEqual(nothing.effects, [], 'giving up what one has not is no event');
});

chain.test('the schedule changes only within its bounds and without touching the running epoch', async () => {
	await govern(chain, pool().grantRole('EpochParameters', ferdie.address));
	const start = await chain.enterNextEpoch();
	const error = (name) => `liquidityStaking.${name}`;
	const { now } = chain.head;

	const refused = [
		[pool().setBlackoutWindow(EPOCH_LENGTH / 2n + 1n), 'BlackoutWindowTooLong'],
		[pool().setBlackoutWindow(MIN_BLACKOUT_WINDOW - 1n), 'BlackoutWindowTooShort'],
		[pool().setEpochParameters(2n * BLACKOUT_WINDOW - 1n, EPOCH_ZERO), 'BlackoutWindowTooLong'],
		[pool().setEpochParameters(MAX_EPOCH_LENGTH + 1n, EPOCH_ZERO), 'EpochTooLong'],
		[pool().setEpochParameters(EPOCH_LENGTH, now + 3_600n), 'EpochZeroNotStarted'],
		[pool().setEpochParameters(EPOCH_LENGTH, EPOCH_ZERO - EPOCH_LENGTH), 'EpochNumberChanged'],
	];
	for (const [call, name] of refused) await chain.fail(ferdie, call, error(name));
	// 400 seconds earlier: the same epoch number, but the present would lie in its last 300 seconds.
	await chain.travelTo(start + 60n);
	const earlier = pool().setEpochParameters(EPOCH_LENGTH, EPOCH_ZERO - 400n);
	await chain.fail(ferdie, earlier, error('WouldEnterBlackoutWindow'));

	const window = BLACKOUT_WINDOW - 60n;
	const changed = await chain.succeed(ferdie, pool().setBlackoutWindow(window));
	assert.deepEqual(changed.effects, [event('liquidityStaking.BlackoutWindowChanged', { window })]);
	assert.equal(await query(chain.api, 'blackoutWindow'), window);

	const offset = EPOCH_ZERO - 30n;
	const moved = await chain.succeed(ferdie, pool().setEpochParameters(EPOCH_LENGTH, offset));
	assert.deepEqual(named(moved.effects, error('EpochParametersChanged')), [
		event(error('EpochParametersChanged'), { interval: EPOCH_LENGTH, offset }),
	]);
	assert.deepEqual(await query(chain.api, 'epochParameters'), { interval: EPOCH_LENGTH, offset });

	// The new epoch ends 30 seconds earlier than the old one would have.
	await chain.setNextTime(start + EPOCH_LENGTH - 30n - window);
	await chain.fail(ferdie, pool().setBlackoutWindow(BLACKOUT_WINDOW), error('InBlackoutWindow'));
	await chain.fail(ferdie, pool().setEpochParameters(EPOCH_LENGTH, EPOCH_ZERO), error('InBlackoutWindow'));
});
