import { ApiPromise, WsProvider } from '@polkadot/api';
import { fail, NodeError, oneLine } from './errors.js';

export const DEFAULT_URL = 'ws://127.0.0.1:9944';

const CONNECT_TIMEOUT = 15_000;

/** @param {string} url @returns {string} the same, if it can be the address of a node */
export function checkedUrl(url) {
	if (!URL.canParse(url) || !/^wss?:$/.test(new URL(url).protocol)) {
		fail(`'${url}' is no address of a node: one looks like ${DEFAULT_URL}`);
	}
	return url;
}

/**
 * A polkadot.js API on the node at `url`. It does not connect again when the node goes away: see `lost`.
 *
 * @param {string} url
 */
export async function connect(url, timeout = CONNECT_TIMEOUT) {
	const provider = new WsProvider(url, false);
	try {
		return await within(timeout, open(provider, url), `the node at ${url} did not answer within ${timeout / 1000} s`);
	} catch (error) {
		await provider.disconnect().catch(() => {});
		throw error;
	}
}

/** Rejects when the connection ends, and never resolves. @param {ApiPromise} api @returns {Promise<never>} */
export const lost = (api) =>
	new Promise((_, reject) => {
		api.once('disconnected', () => reject(new NodeError('the node closed the connection')));
	});

async function open(provider, url) {
	try {
		await new Promise((resolve, reject) => {
			provider.on('connected', resolve);
			provider.on('error', reject);
			provider.connect().catch(reject);
		});
	} catch (error) {
		// An event of the socket, or an error before there is one; either may come without a reason.
		throw new NodeError(`no node answers at ${url}${error?.message ? ` (${oneLine(error.message)})` : ''}`);
	}
	try {
		return await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	} catch (error) {
		throw new NodeError(`what answers at ${url} is no node of a Substrate chain (${oneLine(error)})`);
	}
}

async function within(timeout, work, complaint) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new NodeError(complaint)), timeout);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
