/** What the commands that sign share: the private key, the time a signature expires, the owner of a position. */
import { fail } from '../errors.js';
import { keyPair } from '../keys.js';
import { positive, secretOrFile } from '../parse.js';
import { readPositions } from '../snapshot.js';
import { required, text } from './command.js';

export const SIGNING_OPTIONS = { 'private-key': text, genesis: text, url: text };

export const SIGNING_USAGE = `  --private-key HEX      the STARK private key; @FILE reads it, or what keygen printed, from a file
  --url URL              node of the chain the signature is for (ws://127.0.0.1:9944)
  --genesis HASH         its genesis hash instead, to sign without a connection`;

/** @param {Record<string, any>} values @returns {import('../keys.js').KeyPair} */
export function signingKey(values) {
	const secret = secretOrFile(required(values, 'private-key'), 'the file of --private-key');
	return keyPair(secret.startsWith('{') ? privateKeyOf(secret) : secret);
}

function privateKeyOf(content) {
	try {
		const { privateKey } = JSON.parse(content);
		if (typeof privateKey === 'string') return privateKey;
	} catch {
		// The message of the parser would repeat a part of the secret.
	}
	return fail('the file of --private-key is neither hex text nor what keygen printed');
}

/** The second that `--expiration` gives, or that comes `--valid-for` seconds after the last block. */
export async function expirationOf({ expiration, 'valid-for': validFor }, api) {
	if (validFor === undefined) return expiration ?? fail('--expiration is missing');
	if (expiration !== undefined) fail('--expiration and --valid-for exclude each other');
	if (!api) fail('--valid-for counts from the time of the chain: give --url, or --expiration');
	const now = (await api.query.timestamp.now()).toBigInt() / 1_000n;
	return now + positive(validFor, '--valid-for', 32);
}

/** @param {import('@polkadot/api').ApiPromise | null} api null: nothing can be checked @param {bigint} position @param {string} key */
export async function ensurePositionOf(api, position, key) {
	if (!api) return;
	const [found] = await readPositions(api, [position]);
	if (found?.key !== key) {
		const owner = found ? `belongs to the key ${found.key}` : 'does not exist';
		fail(`position ${position} ${owner}, not to ${key} (starkExchange.PositionKeyMismatch)`);
	}
}

/** JSON or flags, but not both. @param {Record<string, any>} values @param {string} name @param {string[]} flags */
export function ensureOneSource(values, name, flags) {
	const other = flags.find((flag) => values[flag] !== undefined);
	if (values[name] !== undefined && other) fail(`--${name} and --${other} exclude each other`);
	return values[name] !== undefined;
}
