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
 * @param {{ numbers?: Record<string, number>, validators?: number }} [changes] other numbers of the genesis, by their names, and
 *   how many of its validators there are, if not all
 * @returns {string} the file
 */
export function writeSpec(folder, { numbers = {}, validators } = {}) {
	const committed = readFileSync(COMMITTED, 'utf8');
	const few = validators === undefined ? committed : withFirstValidators(committed, validators);
	const spec = Object.entries({ ...SHORT_EPOCHS, ...numbers }).reduce(withNumber, few);
	const file = join(folder, 'plain-spec.json');
	writeFileSync(file, spec);
	return file;
}

function withFirstValidators(text, count) {
	const { session, validators } = JSON.parse(text).genesis.runtimeGenesis.patch;
	const sections = { session: { keys: session.keys.slice(0, count) }, validators: { members: validators.members.slice(0, count) } };
	return Object.entries(sections).reduce((changed, [name, section]) => {
		const pattern = new RegExp(`^( *)"${name}": \\{$.*?^\\1\\}`, 'gms');
		return replaced(changed, pattern, `"${name}": ${JSON.stringify(section)}`);
	}, text);
}

const withNumber = (text, [name, value]) => replaced(text, new RegExp(`"${name}": \\d+`, 'g'), `"${name}": ${value}`);

/** The spec is text to this: its amounts are too large for numbers. */
function replaced(text, pattern, replacement) {
	assert.equal([...text.matchAll(pattern)].length, 1, `the spec has one place for ${pattern}`);
	return text.replace(pattern, replacement);
}
