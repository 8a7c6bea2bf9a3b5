/** The database maps its files into memory. A node that cannot access one there any more says so and ends. */
import assert from 'node:assert/strict';
import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TemporaryDirectory } from '../lib/harness/directory.js';
import { NodeProcess } from '../lib/harness/process.js';
import { ISOLATED } from '../lib/harness/start.js';

const directory = new TemporaryDirectory();
after(() => directory.remove());

test('files of the database that are cut off while the node runs end it with one line', { timeout: 120_000 }, async () => {
	const start = () => new NodeProcess(['--dev', ...ISOLATED, '--base-path', directory.path]);
	const first = start();
	await first.logged(/Imported #1 /);
	// What is new lies in a log for some time.
	await first.stop();
	const node = start();
	try {
		await node.logged(/Imported #/);
		const database = join(directory.path, 'chains', 'tidepool_dev', 'paritydb', 'full');
		const tables = readdirSync(database).filter((name) => /^(table|index)_/.test(name));
		assert.ok(tables.length > 0);
		for (const name of tables) truncateSync(join(database, name), 0);

		assert.deepEqual(await node.exited, { code: 1, signal: null });
		const complaints = node.stderr.filter((line) => line.startsWith('Error: '));
		assert.equal(complaints.length, 1, node.tail());
		assert.match(complaints[0], /mapped into memory.*make room/);
	} finally {
		await node.kill();
	}
});
