import { ApiPromise, WsProvider } from '@polkadot/api';

const CONNECT_TIMEOUT = 60_000;

/**
 * A polkadot.js API on the node at `address` (host:port).
 *
 * @param {string} address
 */
export async function connect(address) {
	const provider = new WsProvider(`ws://${address}`, 500, {}, CONNECT_TIMEOUT);
	const api = new ApiPromise({ provider, noInitWarn: true, throwOnConnect: true });
	let timer;
	try {
		const late = new Promise((_, reject) => {
			timer = setTimeout(() => reject(new Error(`no connection to ${address}`)), CONNECT_TIMEOUT);
		});
		await Promise.race([api.isReadyOrError, late]);
		return { api, provider };
	} catch (error) {
		await api.disconnect().catch(() => {});
		throw error;
	} finally {
		clearTimeout(timer);
	}
}
