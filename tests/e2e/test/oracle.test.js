/** The oracle itself, against the numbers of the specification's section 7.2. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { usdc } from '../lib/amounts.js';
import { EpochClock } from '../lib/oracle/clock.js';
import { PoolOracle } from '../lib/oracle/pool.js';

const DAY = 86_400n;
const MAINNET = { interval: 28n * DAY, offset: 0n, blackout: 14n * DAY };
const LENGTH = 157_679_998n;

const pool = (changes = {}) =>
	new PoolOracle({ ...MAINNET, rate: 1_000n, distributionStart: 0n, distributionEnd: LENGTH, ...changes });

/** The history all vectors of section 7.2 start with. */
function aliceAndBob() {
	const oracle = pool();
	oracle.stake(100n, 'alice', usdc(1_000));
	oracle.stake(1_100n, 'bob', usdc(3_000));
	assert.equal(oracle.index, 1_000_000_000_000_000n);
	oracle.requestWithdrawal(2_100n, 'alice', usdc(400));
	assert.equal(oracle.index, 1_000_000_000_000_000n);
	return oracle;
}

describe('rewards of section 7.2', () => {
	test('an epoch boundary splits the time between the old and the new balance', () => {
		const oracle = aliceAndBob();
		assert.equal(oracle.claimable(2_429_200n, 'alice'), 607_191_666n);
		assert.equal(oracle.claim(2_429_200n, 'bob'), 1_821_908_333n);
		assert.equal(oracle.index, 608_302_777_777_777_777n);
		assert.equal(oracle.claim(2_439_200n, 'alice'), 608_858_333n);
		assert.equal(oracle.index, 611_080_555_555_555_554n);
		assert.equal(oracle.claimable(2_439_200n, 'bob'), 8_333_333n);
	});

	test('settling five epochs late changes nothing', () => {
		const oracle = aliceAndBob();
		const late = 5n * MAINNET.interval + 7n;
		assert.equal(oracle.claim(late, 'alice'), 2_218_326_166n);
		assert.equal(oracle.claim(late, 'bob'), 9_877_580_833n);
	});

	test('nothing is emitted while nobody is staked', () => {
		const oracle = pool();
		oracle.stake(100n, 'alice', usdc(1_000));
		oracle.requestWithdrawal(2_100n, 'alice', usdc(1_000));
		const later = MAINNET.interval + 50_000n;
		oracle.stake(later, 'bob', 5n);
		assert.equal(oracle.index, 2_419_100_000_000_000_000n);
		assert.equal(oracle.claimable(later, 'alice'), 2_419_100_000n);
		assert.equal(oracle.claimable(later + 10n, 'bob'), 10_000n);
	});

	test('nothing is emitted after the end of the distribution', () => {
		const oracle = pool();
		oracle.stake(LENGTH - 1_000n, 'alice', usdc(1_000));
		assert.equal(oracle.claim(LENGTH + 5_000n, 'alice'), 1_000_000n);
		assert.equal(oracle.claim(LENGTH + 6_000n, 'alice'), 0n);
	});

	test('the production rate pays 383.56 DYDX per epoch on a thousandth of the pool', () => {
		const oracle = pool({ rate: 158_548_961_900_000_000n });
		oracle.stake(0n, 'alice', usdc(10_000));
		oracle.stake(0n, 'others', usdc(9_990_000));
		assert.equal(oracle.claim(MAINNET.interval, 'alice'), 383_561_648_628_480_000_000n);
	});
});

describe('balances of section 8', () => {
	test('a requested withdrawal counts until the epoch ends and is withdrawable afterwards', () => {
		const oracle = pool();
		oracle.stake(100n, 'alice', 200n);
		oracle.requestWithdrawal(200n, 'alice', 100n);
		const before = oracle.balances(300n, 'alice');
		assert.deepEqual([before.balance, before.transferable, before.inactiveCurrent], [200n, 100n, 0n]);
		const after = oracle.balances(MAINNET.interval, 'alice');
		assert.deepEqual([after.balance, after.transferable, after.inactiveCurrent], [200n, 100n, 100n]);
		oracle.withdrawStake(MAINNET.interval, 'alice', 100n);
		assert.equal(oracle.totals(MAINNET.interval).supply, 100n);
	});
});

test('the clock gives the boundaries of section 3.3', () => {
	const clock = new EpochClock({ interval: 2_419_200n, offset: 1_628_002_800n, blackout: 1_209_600n });
	assert.equal(clock.started(1_628_002_799n), false);
	assert.equal(clock.epoch(1_628_002_800n), 0n);
	assert.equal(clock.inBlackout(1_629_212_399n), false);
	assert.equal(clock.inBlackout(1_629_212_400n), true);
	assert.equal(clock.inBlackout(1_630_421_999n), true);
	assert.equal(clock.inBlackout(1_630_422_000n), false);
	assert.equal(clock.epoch(1_630_422_000n), 1n);
	assert.equal(clock.remaining(1_630_422_000n), 2_419_200n);
});
