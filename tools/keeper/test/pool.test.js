import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inNextBlock } from '../lib/pool.js';

const SLOT = 6_000n;

/** A pool of which 100 leaves with the epoch, `remaining` seconds before its end. */
const pool = (milliseconds, remaining) =>
	/** @type {any} */ ({
		milliseconds,
		remaining,
		shortfall: 0n,
		shortfallNext: 100n,
		borrowers: [{ account: 'a', borrowed: 300n, restricted: false, excess: 0n, nextExcess: 120n }],
	});

const excessOf = ({ borrowers }) => borrowers[0].excess;

test('the pool is as it is until the last block of the epoch', () => {
	const next = inNextBlock(pool(588_000n, 12n), SLOT);
	assert.deepEqual([next.ahead, next.shortfall, excessOf(next)], [false, 0n, 0n]);
});

test('after the last block of an epoch it is that of the next epoch', () => {
	const next = inNextBlock(pool(594_000n, 6n), SLOT);
	assert.deepEqual([next.ahead, next.shortfall, excessOf(next)], [true, 100n, 120n]);
});

test('what counts is the slot and not the moment at which a block was made in it', () => {
	assert.equal(inNextBlock(pool(599_999n, 1n), SLOT).ahead, true);
	assert.equal(inNextBlock(pool(593_999n, 7n), SLOT).ahead, false);
	assert.equal(inNextBlock(pool(594_001n, 6n), SLOT).ahead, true);
});

test('when an epoch begins in the middle of a slot, the block before need not be the last one', () => {
	// The epoch ends at 597: a block of the slot from 594 on may come before that.
	assert.equal(inNextBlock(pool(590_000n, 7n), SLOT).ahead, false);
	assert.equal(inNextBlock(pool(594_000n, 3n), SLOT).ahead, true);
});

test('before epoch zero there is no next epoch', () => {
	assert.equal(inNextBlock(pool(594_000n, null), SLOT).ahead, false);
});
