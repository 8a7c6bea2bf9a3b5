/** The database of a validator is damaged while it does not run. */
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DAMAGE } from '../lib/damage.js';
import { fault, inSeconds, settleAndAudit } from '../lib/faults.js';
import { assertAgreement, finalizes, highestFinalized } from '../lib/finality.js';
import { copyFolder } from '../lib/folders.js';
import { command } from '../lib/keys.js';
import { refusal } from '../lib/refusal.js';
import { seconds } from '../lib/wait.js';

/** What the one line must say: which database, and what to do. */
const HINT = /^Error: the database `.*paritydb\/full` .*purge-chain/;

/** Final blocks that a node follows before it votes again. */
const FURTHER = 3;

/** Stops a validator, and keeps a copy of its database to damage again and again. */
async function withCopy(node, action) {
	await node.stop();
	const copy = join(node.folder, 'copy');
	copyFolder(node.database, copy);
	try {
		await action(() => copyFolder(copy, node.database));
	} finally {
		rmSync(copy, { recursive: true });
	}
}

const purge = (network, node) => command('purge-chain', '-y', '--chain', network.spec, '--base-path', node.folder);

/** What is wrong with how a node refused to start, null if nothing. */
function unclear({ code, signal, complaints }) {
	if (code === null) return signal ? `ended by ${signal}, with ${complaints.length} lines` : 'did not end';
	if (complaints.length !== 1 || !HINT.test(complaints[0])) return `${complaints.length} lines: ${complaints[0] ?? ''}`;
	return null;
}

/** After a SIGKILL there may be nothing but a log of changes that are not in the tables yet. */
async function logWithoutMetadata(network, node) {
	await purge(network, node);
	await node.start();
	await finalizes([node], 1);
	await node.kill();
	rmSync(join(node.database, 'metadata'));
	assert.equal(unclear(await refusal(node)), null, 'the metadata is missing after a SIGKILL');
}

/**
 * Has a node catch up that has forgotten its votes. It casts none before it is where the others are, as the manual says.
 *
 * @returns {Promise<number>} seconds until it is at a final block `height`
 */
async function catchUpWithoutVotes(node, height) {
	const { args } = node;
	node.args = args.filter((argument) => argument !== '--validator');
	try {
		const duration = await seconds(async () => {
			await node.start();
			await finalizes([node], height);
		});
		await finalizes([node], height + FURTHER);
		return duration;
	} finally {
		await node.stop();
		node.args = args;
	}
}

fault('a validator with a damaged database', async (stage) => {
	const { network, load } = stage;
	load.start();
	const dave = network.validators[3];
	await withCopy(dave, async (restore) => {
		for (const [damage, inflict] of Object.entries(DAMAGE)) {
			restore();
			inflict(dave.database);
			const result = await refusal(dave);
			assert.equal(unclear(result), null, damage);
			assert.equal(result.code, 1, damage);
		}
	});
	await logWithoutMetadata(network, dave);

	await purge(network, dave);
	assert.ok(!existsSync(join(dave.database, 'metadata')));
	const height = await highestFinalized(network.running);
	const recovery = await catchUpWithoutVotes(dave, height);
	await dave.start();
	await finalizes([dave], (await highestFinalized(network.running)) + 1);
	const agreed = await assertAgreement(network.validators);
	const audited = await settleAndAudit(stage);
	const kinds = Object.keys(DAMAGE).length + 1;
	return `${kinds} kinds of damage each named in one line; with purge-chain, at the final block of the others ${inSeconds(recovery)} after its start without votes, and then a validator again; the same final blocks up to ${agreed}; ${audited}`;
});
