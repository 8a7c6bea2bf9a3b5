import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wanted } from '../lib/load.js';

const made = (before, extrinsics) => ({ before, extrinsics });

test('as many extrinsics are wanted as are expected to fit, and a block and a half more', () => {
	assert.equal(wanted([], 0, 1_000, 4), 5_500);
	// Blocks of the stream before, a shared one, and the first of this stream say nothing.
	assert.equal(wanted([made(0, 900), made(900, 300), made(1_200, 100)], 1_000, 1_000, 4), 5_500);
});

test('fewer are wanted when blocks turn out smaller', () => {
	assert.equal(wanted([made(1_000, 100), made(1_100, 580), made(1_680, 600)], 1_000, 1_000, 4), 3_300);
});
