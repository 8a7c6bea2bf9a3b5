/** Before epoch zero: nothing can be staked, everything is zero, and the start is exact to the second. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { alice, bob } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { EPOCH_LENGTH } from '../lib/development.js';
import { event, ofPallets } from '../lib/events.js';
import { TemporaryDirectory } from '../lib/harness/directory.js';
import { run } from '../lib/harness/run.js';
import { query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';

const NOT_STARTED = 'liquidityStaking.EpochZeroNotStarted';

/** A day from now, on a full minute. */
const start = BigInt(Math.floor(Date.now() / 60_000) * 60) + 86_400n;

const chain = new ManualChain();
const directory = new TemporaryDirectory();
after(() => directory.remove());

// Epochs begin in the future here, so there is none to begin with.
chain.align = false;
chain.use(async () => {
	const { stdout } = await run('export-plain-spec', '--chain', 'dev');
	// As text: the amounts of the spec do not fit the numbers of JavaScript.
	const spec = stdout
		.join('\n')
		.replace(/"offset": \d+/, `"offset": ${start}`)
		.replace(/"distributionStart": \d+/, `"distributionStart": ${start}`);
	const file = join(directory.path, 'future.json');
	await writeFile(file, spec);
	chain.which = ['--chain', file];
});

const pool = () => chain.api.tx.liquidityStaking;

/** Calls that have to wait for epoch zero. */
const WAITING = {
	stake: (amount) => pool().stake(amount),
	stakeFor: (amount) => pool().stakeFor(bob.address, amount),
	requestWithdrawal: (amount) => pool().requestWithdrawal(amount),
	withdrawStake: (amount) => pool().withdrawStake(bob.address, amount),
	withdrawMaxStake: () => pool().withdrawMaxStake(bob.address),
	claimRewards: () => pool().claimRewards(bob.address),
	transfer: (amount) => pool().transfer(bob.address, amount),
	transferFrom: (amount) => pool().transferFrom(bob.address, alice.address, amount),
};

for (const [name, call] of Object.entries(WAITING)) {
	chain.test(`${name} before epoch zero: EpochZeroNotStarted, for any amount`, async () => {
		await chain.fail(alice, call(0), NOT_STARTED);
		await chain.fail(alice, call(1), NOT_STARTED);
	});
}

chain.test('an approval does not have to wait', async () => {
	await chain.succeed(alice, pool().approve(bob.address, usdc(1)));
	assert.equal(await query(chain.api, 'allowance', alice.address, bob.address), usdc(1));
});

chain.test('queries answer with nothing', async () => {
	const { api } = chain;
	assert.equal(await query(api, 'currentEpoch'), null);
	assert.equal(await query(api, 'timeRemainingInCurrentEpoch'), null);
	assert.equal(await query(api, 'hasEpochZeroStarted'), false);
	assert.equal(await query(api, 'inBlackoutWindow'), false);
	assert.equal(await query(api, 'startOfEpoch', 2), start + 2n * EPOCH_LENGTH);
	assert.equal(await query(api, 'totalSupply'), 0n);
	assert.equal(await query(api, 'balanceOf', alice.address), 0n);
	assert.equal(await query(api, 'claimableRewards', alice.address), 0n);
});

chain.test('in the last slot before epoch zero a stake is refused, at its first second it is taken', async () => {
	await chain.setNextTime(start - 6n);
	await chain.fail(alice, pool().stake(usdc(10)), NOT_STARTED);
	assert.equal(chain.next, start);
	await chain.succeed(alice, pool().stake(usdc(10)));
	assert.equal(await query(chain.api, 'currentEpoch'), 0n);
	assert.equal(await query(chain.api, 'timeRemainingInCurrentEpoch'), EPOCH_LENGTH);

	const { opening } = await chain.block();
	assert.deepEqual(ofPallets(opening, 'liquidityStaking'), [
		event('liquidityStaking.EpochStarted', {
			epoch: 0n,
			totalActive: usdc(10),
			totalInactive: 0n,
			totalBorrowed: 0n,
			shortfall: 0n,
		}),
	]);
});
