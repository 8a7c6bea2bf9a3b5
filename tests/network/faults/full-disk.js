/** The disk of a node is read-only, full, or fills while the node runs. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, finalizes, highestFinalized } from '../lib/finality.js';
import { refusal } from '../lib/refusal.js';
import { SmallDisk } from '../lib/small-disk.js';
import { seconds, until } from '../lib/wait.js';

/** Megabytes. The database of a test takes some twenty of them. */
const SIZE = 128;
/** How a node ends that has no space: it was refused some, or could not touch what was mapped into memory. */
const FULL = /^Error: .*(No space left on device|make room on the disk)/;

/** Fails unless a node ends by itself, with one line that says all of `words`. */
async function assertRefuses(node, ...words) {
	const { code, complaints } = await refusal(node);
	assert.equal(code, 1, `it ends by itself: ${complaints.join('\n')}`);
	assert.equal(complaints.length, 1, complaints.join('\n'));
	for (const word of words) assert.ok(complaints[0].includes(word), `"${complaints[0]}" says "${word}"`);
}

/** A folder of its own for a test, and whether file systems can be mounted there. */
function place(network, name) {
	const folder = join(network.directory.path, name);
	return { folder, obstacle: SmallDisk.obstacle(folder) };
}

fault('a base path that cannot be written to', async ({ network }) => {
	const { path } = network.directory;
	const file = join(path, 'a-file');
	writeFileSync(file, '');
	const below = await network.follower('below a file', { folder: join(file, 'below') });
	await assertRefuses(below, 'cannot write to the base path', below.folder);

	const { folder, obstacle } = place(network, 'read-only');
	if (obstacle === null) {
		const disk = new SmallDisk(folder, 1, 'ro');
		try {
			await refusesFolder(network, folder, 'Read-only file system');
		} finally {
			disk.remove();
		}
	} else if (process.getuid() !== 0) {
		mkdirSync(folder, { mode: 0o500 });
		await refusesFolder(network, folder, 'Permission denied');
		chmodSync(folder, 0o700);
	}
	return 'refused in one line that names it';
});

async function refusesFolder(network, folder, reason) {
	const node = await network.follower('read only', { folder: join(folder, 'data') });
	await assertRefuses(node, 'cannot write to the base path', node.folder, reason);
}

fault('a full disk', async (stage) => {
	const { network, skip } = stage;
	const dave = network.validators[3];
	const { folder, obstacle } = place(network, 'small');
	if (obstacle) return skip(obstacle);
	const disk = new SmallDisk(folder, SIZE);
	const home = dave.folder;
	try {
		await dave.stop();
		dave.moveTo(join(folder, 'data'));
		return await runOutOfSpace(stage, dave, disk);
	} finally {
		await dave.kill();
		disk.free();
		dave.moveTo(home);
		disk.remove();
	}
});

async function runOutOfSpace(stage, dave, disk) {
	const { network, load } = stage;
	await dave.start();
	await finalizes([dave], await highestFinalized(network.validators));
	load.start();
	const { process } = dave;
	const from = process.stderr.length;
	disk.fill();
	dave.forgive();
	const ended = await seconds(() => until('it ends by itself', () => !dave.runs, { timeout: 60_000, describe: () => process.tail(5) }));
	const said = process.stderr.slice(from).some((line) => FULL.test(line));
	assert.ok(said, `it says why:\n${process.tail(10)}`);
	assert.deepEqual(process.exit, { code: 1, signal: null });
	const others = network.running;
	await finalizes(others, (await highestFinalized(others)) + 1);
	await assertRefuses(dave, 'cannot write to the base path', dave.folder, 'No space left on device');

	disk.free();
	const recovery = await seconds(async () => {
		const height = await highestFinalized(others);
		await dave.start();
		await finalizes([dave], height);
	});
	await assertAgreement(network.validators);
	const audited = await settleAndAudit(stage);
	await dave.stop();
	return `ended after ${inSeconds(ended)} and said why; started without space, one line; with space again, at the final block of the others ${inSeconds(recovery)} after its start; ${audited}`;
}
