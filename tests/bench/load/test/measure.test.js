import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindingLimit, callFigures, importFigures, importMilliseconds, joinBlocks } from '../lib/measure.js';

const LIMITS = { weight: 1_000, bytes: 100 };
const CALLS = new Map([['a1', 'a'], ['a2', 'a'], ['b1', 'b']]);

const made = (number, end = 'HitBlockWeightLimit') => [number, { number, milliseconds: 500, end, left: 10 * number }];
const block = (number, signers, timestamp = 6_000 * number) => ({
	number,
	timestamp,
	signers,
	weight: 400 * signers.length,
	bytes: 10 * signers.length,
	events: 5,
});

test('names the limit that binds', () => {
	const shares = { weightShare: 0.9, lengthShare: 0.1 };
	assert.equal(bindingLimit({ end: 'HitBlockWeightLimit', ...shares }), 'weight');
	assert.equal(bindingLimit({ end: 'HitBlockWeightLimit', weightShare: 0.1, lengthShare: 0.9 }), 'length');
	assert.equal(bindingLimit({ end: 'HitBlockSizeLimit', ...shares }), 'length');
	assert.equal(bindingLimit({ end: 'HitDeadline', ...shares }), 'time');
	assert.equal(bindingLimit({ end: 'NoMoreTransactions', ...shares }), 'pool');
});

test('a call is measured in the full blocks that contain it alone', () => {
	const facts = [
		block(1, []),
		block(2, ['a1', 'a2']),
		// A slot is missed.
		block(3, ['a1', 'a2'], 24_000),
		block(4, ['a1', 'b1'], 30_000),
		block(5, ['b1'], 36_000),
		block(6, ['a1'], 42_000),
	];
	const prepared = new Map([made(2), made(3), made(4), made(5), made(6, 'NoMoreTransactions')]);
	const blocks = joinBlocks(facts, prepared, CALLS, LIMITS);
	const figures = callFigures('a', blocks, true);
	assert.deepEqual(figures.numbers, [2, 3]);
	assert.equal(figures.extrinsics, 4);
	assert.equal(figures.seconds, 18);
	assert.equal(figures.perSecond, 4 / 18);
	assert.equal(figures.weightShare, 0.8);
	assert.equal(figures.lengthShare, 0.2);
	assert.equal(figures.fullness, 0.8);
	assert.equal(figures.limit, 'weight');
	assert.equal(figures.leastLeftInPool, 20);
	assert.deepEqual(callFigures('a', blocks, false).numbers, [2, 3, 6]);
	assert.deepEqual(callFigures('c', blocks, true), { name: 'c', blocks: 0 });
});

test('the import counts from the block before the first to the last', () => {
	const samples = [
		{ time: 0, height: 0 },
		{ time: 1_000, height: 2 },
		{ time: 1_020, height: 2 },
		{ time: 1_500, height: 3 },
		{ time: 3_020, height: 5 },
	];
	const blocks = [3, 4, 5].map((number) => ({ number, extrinsics: 100 }));
	assert.deepEqual(importFigures(samples, blocks), {
		blocks: 3,
		extrinsics: 300,
		seconds: 2,
		extrinsicsPerSecond: 150,
		blocksPerSecond: 1.5,
	});
	assert.equal(importMilliseconds(samples, [3, 4, 5]), (3_020 - 1_000) / 3);
});
