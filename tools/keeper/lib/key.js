/** The key that pays for the keeper's transactions. It needs no role: whatever the keeper calls, anybody may. */
import { Keyring } from '@polkadot/api';
import { isHex } from '@polkadot/util';
import { cryptoWaitReady, keyExtractSuri, mnemonicValidate } from '@polkadot/util-crypto';
import { readFileSync, statSync } from 'node:fs';
import { fail, oneLine } from './errors.js';

/** Names the variable that holds the key where no file does: for tests, since other programs of the user can read it. */
export const KEY_VARIABLE = 'TIDEPOOL_KEEPER_KEY';

const SS58_FORMAT = 42;
const READABLE_BY_OTHERS = 0o004;

/**
 * The secret URI, which is never taken from the command line: every user of the machine can read that.
 *
 * @param {string | undefined} file
 * @param {Record<string, string | undefined>} env
 * @returns {string | null} null when none is given
 */
export function secretOf(file, env) {
	const variable = env[KEY_VARIABLE];
	if (file === undefined) return variable ? variable.trim() : null;
	if (variable) fail(`--key-file and ${KEY_VARIABLE} exclude each other: both hold the key`);
	return secretOfFile(file);
}

function secretOfFile(file) {
	let content;
	let mode;
	try {
		content = readFileSync(file, 'utf8').trim();
		({ mode } = statSync(file));
	} catch (error) {
		fail(`the key file cannot be read (${oneLine(error)}): name a file that the user of the keeper may read`);
	}
	if (mode & READABLE_BY_OTHERS) fail(`every user of this machine can read the key file ${file}: chmod 600 it`);
	return content.startsWith('{') ? phraseOf(content) : content;
}

/** The phrase in what `tidepool-node key generate --output-type json` prints. */
function phraseOf(content) {
	try {
		const { secretPhrase } = JSON.parse(content);
		if (typeof secretPhrase === 'string') return secretPhrase;
	} catch {
		// The message of the parser would repeat a part of the secret.
	}
	return fail('the key file is JSON without a secretPhrase: it must hold a secret URI, or what key generate printed');
}

/** The key pair of a secret URI, such as the words of a phrase. @param {string} secret */
export async function signerOf(secret) {
	await cryptoWaitReady();
	try {
		if (isSecretUri(secret)) return new Keyring({ type: 'sr25519', ss58Format: SS58_FORMAT }).addFromUri(secret);
	} catch {
		// What is wrong with it would repeat the secret.
	}
	return fail('the key is no secret URI: that is a phrase or a hex seed, then derivations such as //keeper if there are any');
}

/** The keyring itself would take any short text for a seed, and a phrase with a typing error with it. */
function isSecretUri(secret) {
	// Derivations alone belong to the development phrase.
	if (secret.startsWith('/')) return true;
	const { phrase } = keyExtractSuri(secret);
	return isHex(phrase, 256) || mnemonicValidate(phrase);
}
