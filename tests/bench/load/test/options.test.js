import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Complaint } from '../lib/complaint.js';
import { readOptions } from '../lib/options.js';

test('reads what is asked for', () => {
	assert.deepEqual(readOptions([]), { quick: false, out: null, help: false });
	assert.deepEqual(readOptions(['--quick', '--out', 'folder']), { quick: true, out: 'folder', help: false });
	assert.deepEqual(readOptions(['--help']), { quick: false, out: null, help: true });
});

for (const words of [['--fast'], ['folder'], ['--out'], ['--out', ''], ['--out='], ['--out', '--quick'], ['--quick=1']]) {
	test(`complains in one line about ${JSON.stringify(words)}`, () => {
		assert.throws(
			() => readOptions(words),
			(error) => error instanceof Complaint && !error.message.includes('\n') && error.message.includes('usage: '),
		);
	});
}
