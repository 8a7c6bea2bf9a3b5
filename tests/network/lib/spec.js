import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMITTED = fileURLToPath(new URL('../../../chain-specs/local.json', import.meta.url));

/** Seconds: epochs that a test can wait for, of which the second half is the blackout window. */
const SHORT_EPOCHS = { interval: 120, blackoutWindow: 60 };

/**
 * Writes the committed spec of the local testnet with shorter epochs.
 *
 * @param {string} folder
 * @param {Record<string, number>} [changes] other numbers of the genesis, by their names
 * @returns {string} the file
 */
export function writeSpec(folder, changes = {}) {
	const spec = Object.entries({ ...SHORT_EPOCHS, ...changes }).reduce(replaced, readFileSync(COMMITTED, 'utf8'));
	const file = join(folder, 'plain-spec.json');
	writeFileSync(file, spec);
	return file;
}

/** The spec is text to this: its amounts are too large for numbers. */
function replaced(text, [name, value]) {
	const pattern = new RegExp(`("${name}": )\\d+`, 'g');
	assert.equal([...text.matchAll(pattern)].length, 1, `the spec has one number ${name}`);
	return text.replace(pattern, `$1${value}`);
}
