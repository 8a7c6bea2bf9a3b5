import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignColumns } from '../lib/report.js';

test('aligns the first column to the left and the others to the right', () => {
	assert.equal(alignColumns([['call', 'n'], ['a', '1,000'], ['longer', '5']]), 'call        n\na       1,000\nlonger      5');
});
