import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from './binary.js';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/tidepool', import.meta.url));
const HOUR = 3_600_000;

/**
 * A spec of the development chain with the genesis state worked out. A node starts from it in a third of the
 * computing time that `--dev` takes, on the very same chain. Made once for each build of the node.
 *
 * @returns {string} the path of the spec file
 */
export function developmentSpec() {
	const binary = nodeBinary();
	const { mtimeMs, size } = statSync(binary);
	const build = createHash('sha256').update(`${binary} ${mtimeMs} ${size}`).digest('hex').slice(0, 16);
	const path = join(FOLDER, `${build}.json`);
	if (!existsSync(path)) {
		mkdirSync(FOLDER, { recursive: true });
		// Test files run at the same time: each must find the whole file or none.
		const draft = `${path}.${process.pid}`;
		execFileSync(binary, ['export-chain-spec', '--chain', 'dev', '--raw', '--output', draft], { stdio: 'pipe' });
		renameSync(draft, path);
	}
	return path;
}

/** Forgets the specs of earlier builds; a test run at the same time may still use a recent one. */
export function forgetOldSpecs() {
	if (!existsSync(FOLDER)) return;
	for (const name of readdirSync(FOLDER)) {
		const path = join(FOLDER, name);
		if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { force: true });
	}
}
