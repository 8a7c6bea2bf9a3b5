/** Wrong input to the binary: one clear line, an exit code that is not 0, no panic, and it ends by itself. */
import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TemporaryDirectory } from '../lib/harness/directory.js';
import { run } from '../lib/harness/run.js';
import { ISOLATED } from '../lib/harness/start.js';

const directory = new TemporaryDirectory();
after(() => directory.remove());

const at = (...path) => join(directory.path, ...path);

/** The binary refuses `args` with exactly one line that says all of `words`. */
async function refused(args, ...words) {
	const { code, stdout, stderr, complaints } = await run(...args);
	assert.notEqual(code, 0);
	assert.notEqual(code, null, 'it ends by itself');
	assert.deepEqual(stdout, []);
	assert.equal(complaints.length, 1, `one line, not:\n${stderr.join('\n')}`);
	const [line] = complaints;
	assert.match(line, /^Error: /);
	for (const word of words) assert.ok(line.includes(word), `"${line}" says "${word}"`);
	for (const logged of stderr) assert.doesNotMatch(logged, /panicked|RUST_BACKTRACE/);
	return stderr;
}

/** As `refused`, before the node has even begun to log. */
async function refusedAtOnce(args, ...words) {
	assert.equal((await refused(args, ...words)).length, 1, 'nothing but that line');
}

const node = (...args) => [...ISOLATED, '--base-path', at('data'), ...args];

test('an unknown chain', () => refusedAtOnce(node('--chain', 'atlantis'), 'atlantis', 'dev', 'local', 'staging'));

test('a chain spec file that is not JSON', async () => {
	await writeFile(at('torn.json'), '{ "name": "Tide');
	await refusedAtOnce(node('--chain', at('torn.json')), at('torn.json'), 'line 1');
});

test('a chain spec file without a genesis', async () => {
	await writeFile(at('empty.json'), '{}');
	await refusedAtOnce(node('--chain', at('empty.json')), at('empty.json'), 'genesis');
});

test('a chain spec file with a parameter of the wrong kind', async () => {
	const { code, stdout } = await run('export-plain-spec', '--chain', 'dev');
	assert.equal(code, 0);
	const spec = stdout.join('\n').replace('"interval": 600', '"interval": "ten minutes"');
	await writeFile(at('wrong.json'), spec);
	await refused(node('--chain', at('wrong.json')), 'ten minutes');
});

test('a directory in place of a chain spec file', async () => {
	await mkdir(at('folder'));
	await refusedAtOnce(node('--chain', at('folder')), at('folder'));
});

test('a chain without validators', () => refused(node('--chain', 'staging'), 'staging', 'session.keys', 'validators.members'));

for (const value of ['sometimes', '0', '-1', '', '1.5']) {
	test(`--sealing ${JSON.stringify(value)}`, () => refusedAtOnce(node('--dev', `--sealing=${value}`), '--sealing'));
}

for (const chain of ['local', 'staging']) {
	test(`--sealing on the ${chain} chain`, () =>
		refusedAtOnce(node('--chain', chain, '--sealing', 'manual'), '--sealing', 'development'));
}

test('an unknown option', () => refusedAtOnce(node('--dev', '--seeling', 'manual'), '--seeling'));

test('a base path below a regular file', async () => {
	await writeFile(at('file'), '');
	await refused([...ISOLATED, '--dev', '--base-path', at('file', 'data')], at('file'));
	assert.deepEqual(await readdir(at()).then((names) => names.includes('file')), true, 'the file is still there');
});

for (const option of ['--rpc-port', '--port']) {
	test(`${option} of a port that is in use`, async () => {
		const holder = createServer();
		await new Promise((resolve) => holder.listen(0, '0.0.0.0', resolve));
		const port = String(holder.address().port);
		try {
			const args = [...ISOLATED];
			args[args.indexOf(option) + 1] = port;
			await refused(['--dev', ...args, '--base-path', at('data')], port, 'in use', option);
		} finally {
			await new Promise((resolve) => holder.close(resolve));
		}
	});
}
