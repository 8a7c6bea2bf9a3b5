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
	const next = inNextBlock(pool(588_000n, 12n), SLOT, 0n);
	assert.deepEqual([next.ahead, next.shortfall, excessOf(next)], [false, 0n, 0n]);
});

test('after the last block of an epoch it is that of the next epoch', () => {
	const next = inNextBlock(pool(594_000n, 6n), SLOT, 0n);
	assert.deepEqual([next.ahead, next.shortfall, excessOf(next)], [true, 100n, 120n]);
});

test('what counts is the slot and not the moment at which a block was made in it', () => {
	assert.equal(inNextBlock(pool(599_999n, 1n), SLOT, 0n).ahead, true);
	assert.equal(inNextBlock(pool(593_999n, 7n), SLOT, 0n).ahead, false);
	assert.equal(inNextBlock(pool(594_001n, 6n), SLOT, 0n).ahead, true);
});

test('when an epoch begins in the middle of a slot, the block before need not be the last one', () => {
	// The epoch ends at 597: a block of the slot from 594 on may come before that.
	assert.equal(inNextBlock(pool(590_000n, 7n), SLOT, 0n).ahead, false);
	assert.equal(inNextBlock(pool(594_000n, 3n), SLOT, 0n).ahead, true);
});

test('before epoch zero there is no next epoch', () => {
	const { ahead, again } = inNextBlock(pool(594_000n, null), SLOT, 1_000_000n);
	assert.deepEqual([ahead, again], [false, null]);
});

/** Whether the next block begins an epoch after so many milliseconds without another one. */
const aheadAfter = (books, ...silences) => silences.map((silence) => inNextBlock(books, SLOT, silence).ahead);

test('a slot that is empty a third of a slot before the epoch stays empty', () => {
	// The epoch ends at 600 seconds; a block of the slot from 594 on takes transactions until 598.
	assert.deepEqual(aheadAfter(pool(588_000n, 12n), 9_999n, 10_000n, 10_001n), [false, true, true]);
	const next = inNextBlock(pool(588_000n, 12n), SLOT, 10_000n);
	assert.deepEqual([next.shortfall, excessOf(next)], [100n, 120n]);
});

test('so do several slots, and a block in the middle of its slot is as good as one at its beginning', () => {
	assert.deepEqual(aheadAfter(pool(582_000n, 18n), 15_999n, 16_000n, 16_001n), [false, true, true]);
	assert.deepEqual(aheadAfter(pool(591_500n, 9n), 6_499n, 6_500n, 6_501n), [false, true, true]);
	assert.deepEqual(aheadAfter(pool(593_999n, 7n), 4_000n, 4_001n, 4_002n), [false, true, true]);
});

test('when an epoch begins in the middle of a slot, that slot has to stay empty as well', () => {
	// The epoch ends at 597: its slot begins at 594, and the first one after it at 600.
	assert.deepEqual(aheadAfter(pool(590_000n, 7n), 3_999n, 4_000n, 7_999n, 8_000n, 8_001n), [
		false,
		false,
		false,
		true,
		true,
	]);
});

test('slots whose length three does not divide are taken as late rather than early', () => {
	// A third of 1,000 is 333: the slot from 599 on is over at 599,667.
	const after = (silence) => inNextBlock(pool(598_000n, 2n), 1_000n, silence).ahead;
	assert.deepEqual([1_666n, 1_667n, 1_668n].map(after), [false, true, true]);
});

test('another look is worth its while two or three slots before the epoch, and once', () => {
	const again = (books, silence = 0n) => inNextBlock(books, SLOT, silence).again;
	assert.equal(again(pool(576_000n, 24n)), null, 'four slots');
	assert.equal(again(pool(582_000n, 18n)), 16_000n);
	assert.equal(again(pool(588_000n, 12n)), 10_000n);
	assert.equal(again(pool(588_000n, 12n), 9_999n), 10_000n, 'a look that comes too early does not count');
	assert.equal(again(pool(588_000n, 12n), 10_000n), null);
	assert.equal(again(pool(594_000n, 6n)), null, 'the next block is the first one anyway');
});

test('it is never before the slot after the last block, nor before what the time since says', () => {
	const slotAfter = (milliseconds, silence) => {
		const [next, late] = [milliseconds / SLOT + 1n, (milliseconds + silence + SLOT / 3n) / SLOT];
		return next > late ? next : late;
	};
	for (let milliseconds = 570_000n; milliseconds < 600_000n; milliseconds += 250n) {
		for (let silence = 0n; silence < 32_000n; silence += 125n) {
			// The runtime rounds the time of the block down to seconds.
			const remaining = 600n - milliseconds / 1_000n;
			const { ahead } = inNextBlock(pool(milliseconds, remaining), SLOT, silence);
			assert.equal(ahead, slotAfter(milliseconds, silence) >= 100n, `${milliseconds} + ${silence}`);
		}
	}
});
