/** Weeks without a block: thousands of epochs pass in one step, and the books are as if they had been seen. */
import assert from 'node:assert/strict';
import { alice, bob, charlie, dave } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { DISTRIBUTION_END, TREASURY } from '../lib/development.js';
import { event, named, ofPallets } from '../lib/events.js';
import { assertReceipt, nativeBalance, query } from '../lib/holdings.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import { developmentOracle } from '../lib/oracle/development.js';

const chain = new ManualChain().use();
const oracle = developmentOracle();
const tx = () => chain.api.tx.liquidityStaking;
const FOUR_WEEKS = 28n * 86_400n;

const announced = ({ opening }) => ofPallets(opening, 'liquidityStaking');

const epochStarted = (now, totalActive, totalInactive) =>
	event('liquidityStaking.EpochStarted', {
		epoch: clock.epoch(now),
		totalActive,
		totalInactive,
		totalBorrowed: 0n,
		shortfall: 0n,
	});

/** The staker claims for Charlie; what is paid must be what the oracle says. */
async function claim(staker) {
	const before = await nativeBalance(chain.api, charlie.address);
	const { block, effects } = await chain.succeed(staker, tx().claimRewards(charlie.address));
	const amount = oracle.claim(block.now, staker.address);
	assert.equal(await nativeBalance(chain.api, charlie.address), before + amount);
	return { block, effects, amount };
}

chain.test('Alice and Bob stake, Alice requests a part', async () => {
	for (const [staker, amount] of [[alice, usdc(1_000)], [bob, usdc(3_000)]]) {
		const { block } = await chain.succeed(staker, tx().stake(amount));
		oracle.stake(block.now, staker.address, amount);
	}
	const { block } = await chain.succeed(alice, tx().requestWithdrawal(usdc(400)));
	oracle.requestWithdrawal(block.now, alice.address, usdc(400));
});

chain.test('28 days later 4,032 epochs are announced by one event', async () => {
	const before = clock.epoch(chain.head.now);
	const arrival = await chain.travelTo(chain.head.now + FOUR_WEEKS);
	assert.equal(clock.epoch(arrival.now) - before, 4_032n);
	assert.deepEqual(announced(arrival), [], 'the hook still sees the time before the journey');
	const next = await chain.block();
	assert.equal(next.now, arrival.now + 6n, 'time goes on from there');
	assert.deepEqual(announced(next), [
		event('liquidityStaking.GlobalIndexUpdated', { index: oracle.indexAtBoundary(arrival.now) }),
		epochStarted(arrival.now, usdc(3_600), usdc(400)),
	]);
	assert.deepEqual(announced(await chain.block()), []);
});

chain.test('both are paid for every second of it', async () => {
	const toAlice = await claim(alice);
	const toBob = await claim(bob);
	// Four weeks at the production rate, shared 600 to 3,000 but for the first ten minutes.
	assert.ok(toAlice.amount + toBob.amount > 0n);
	assert.ok(toBob.amount > 4n * toAlice.amount);
	await chain.succeed(alice, tx().withdrawMaxStake(alice.address));
	oracle.withdrawStake(chain.head.now, alice.address, usdc(400));
	await assertReceipt(chain.api, alice.address, usdc(600));
});

chain.test('a call in the first block after the absence settles the boundary itself', async () => {
	const quiet = clock.startOf(clock.epoch(chain.head.now) + 1n);
	await chain.travelTo(quiet);
	await chain.block();
	const request = await chain.succeed(bob, tx().requestWithdrawal(usdc(1_000)));
	oracle.requestWithdrawal(request.block.now, bob.address, usdc(1_000));

	await chain.setNextTime(request.block.now + FOUR_WEEKS);
	const boundary = oracle.indexAtBoundary(request.block.now + FOUR_WEEKS);
	const { block, effects } = await claim(alice);
	assert.deepEqual(announced(block), []);
	assert.deepEqual(
		named(effects, 'liquidityStaking.GlobalIndexUpdated').map(({ data }) => data.index),
		[boundary, oracle.index],
	);
	assert.deepEqual(announced(await chain.block()), [epochStarted(block.now, usdc(2_600), usdc(1_000))]);
	await claim(bob);
	assert.equal(await query(chain.api, 'stakeAvailableToWithdraw', bob.address), usdc(1_000));
});

chain.test('a claim that the treasury cannot pay is kept, and paid after a refill', async () => {
	// 1,830 days are more than the 25,000,000 DYDX of the treasury last.
	await chain.travelTo(chain.head.now + 1_830n * 86_400n);
	await claim(alice);
	const owed = await query(chain.api, 'claimableRewards', bob.address);
	const left = await nativeBalance(chain.api, TREASURY);
	assert.ok(owed > left && owed < left + dydx(900_000));
	await chain.fail(bob, tx().claimRewards(charlie.address), 'token.FundsUnavailable');
	await chain.succeed(dave, chain.api.tx.balances.transferKeepAlive(TREASURY, dydx(900_000)));
	await claim(bob);
});

chain.test('nothing is earned after the end of the distribution', async () => {
	await chain.travelTo(DISTRIBUTION_END);
	const earned = await query(chain.api, 'claimableRewards', bob.address);
	assert.equal(earned, oracle.claimable(DISTRIBUTION_END, bob.address));
	await chain.travelTo(DISTRIBUTION_END + FOUR_WEEKS);
	assert.equal(await query(chain.api, 'claimableRewards', bob.address), earned);
});
