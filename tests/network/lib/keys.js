/** Keys of validators, made and stored as operators do it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeBinary } from '../../e2e/lib/harness/binary.js';

const run = promisify(execFile);

/** Runs a command of the node and gives what it prints. @param {...string} args */
export async function command(...args) {
	const { stdout } = await run(nodeBinary(), args);
	return stdout.trim();
}

/**
 * Makes the key by which peers know a node.
 *
 * @param {string} folder
 * @returns {Promise<{ file: string, peer: string }>} where it lies, and the name it gives the node
 */
export async function makeNodeKey(folder) {
	const file = join(folder, 'node-key');
	await command('key', 'generate-node-key', '--file', file);
	return { file, peer: await command('key', 'inspect-node-key', '--file', file) };
}

/**
 * Puts the session keys of a person with a development key into a keystore.
 *
 * @param {string} person
 * @param {{ folder: string, spec: string }} node
 */
export async function insertSessionKeys(person, { folder, spec }) {
	for (const [type, scheme] of [['aura', 'sr25519'], ['gran', 'ed25519']]) {
		const where = ['--base-path', folder, '--chain', spec];
		await command('key', 'insert', ...where, '--key-type', type, '--scheme', scheme, '--suri', `//${person}`);
	}
}
