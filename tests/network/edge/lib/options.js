/** The options that the operations manual recommends, read from the files that it installs. */
import { readFileSync } from 'node:fs';

/** What is each node's own, and is given to it by the network of the tests. */
const OWN = new Set(['--name', '--public-addr']);
const FLAGS = new Set(['--validator']);

/**
 * @param {string} file in `docs/operations`
 * @returns {string[]} what is in its `TIDEPOOL_OPTIONS`, without names and addresses
 */
export function recommendedOptions(file) {
	const text = readFileSync(new URL(`../../../../docs/operations/${file}`, import.meta.url), 'utf8');
	const [, line] = /^TIDEPOOL_OPTIONS="(.*)"$/m.exec(text);
	const words = line.split(' ');
	return words.filter((word, index) => !OWN.has(word) && !OWN.has(words[index - 1]) && !FLAGS.has(word));
}
