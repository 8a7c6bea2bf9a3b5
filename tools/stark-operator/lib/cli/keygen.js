import { json } from '../format.js';
import { generateKeyPair, keyPairFromSeed } from '../keys.js';
import { text } from './command.js';

/** @type {import('./command.js').Command} */
export const keygen = {
	summary: 'make a STARK key pair',
	usage: `  --seed TEXT            the key pair of that text, always the same: for tests only`,
	options: { seed: text },
	async run({ seed }, { print, note }) {
		if (seed !== undefined)
			note('warning: whoever knows the seed has the private key. Use it for tests only.');
		print(json(seed === undefined ? generateKeyPair() : keyPairFromSeed(seed)));
	},
};
