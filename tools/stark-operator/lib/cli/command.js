/** What the commands share. */
import { connect, DEFAULT_URL, lost } from '../chain.js';
import { fail } from '../errors.js';
import { hash } from '../parse.js';

/**
 * @typedef {object} Output
 * @property {(text: string) => void} print for results
 * @property {(text: string) => void} note for people: warnings and progress
 */

/**
 * @typedef {object} Command
 * @property {string} summary one line
 * @property {string} usage the options, as the help shows them
 * @property {import('node:util').ParseArgsConfig['options']} options
 * @property {(values: any, output: Output) => Promise<void>} run
 */

export const text = /** @type {const} */ ({ type: 'string' });
export const texts = /** @type {const} */ ({ type: 'string', multiple: true });
export const flag = /** @type {const} */ ({ type: 'boolean' });

/** @param {Record<string, any>} values @param {string} name */
export const required = (values, name) => values[name] ?? fail(`--${name} is missing`);

/**
 * Does something on the chain at `url` and disconnects.
 *
 * @template T
 * @param {string | undefined} url
 * @param {(api: import('@polkadot/api').ApiPromise) => Promise<T>} work
 */
export async function onChain(url, work) {
	const api = await connect(url ?? DEFAULT_URL);
	try {
		return await Promise.race([work(api), lost(api)]);
	} finally {
		await api.disconnect();
	}
}

/**
 * Does something for one chain: that of the genesis hash, without asking it, or the one at a URL.
 *
 * @template T
 * @param {{ genesis?: string, url?: string }} values
 * @param {(domain: { genesis: string, api: import('@polkadot/api').ApiPromise | null }) => Promise<T>} work
 */
export async function forChain({ genesis, url }, work) {
	if (genesis === undefined) return onChain(url, (api) => work({ genesis: api.genesisHash.toHex(), api }));
	if (url !== undefined) fail('--genesis and --url exclude each other: both name the chain');
	return work({ genesis: hash(genesis, 'the hash of --genesis'), api: null });
}
