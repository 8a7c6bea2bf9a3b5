import { createServer } from 'node:http';
import { fail } from './errors.js';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Serves the metrics at `/metrics`.
 *
 * @param {import('./metrics.js').Metrics} metrics
 * @param {{ host: string, port: number }} where port 0 is any free one
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serveMetrics(metrics, { host, port }) {
	const server = createServer((request, response) => {
		const path = (request.url ?? '').split('?')[0];
		if (path !== '/metrics') return response.writeHead(404).end('only /metrics is here\n');
		if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
		response.writeHead(200, { 'Content-Type': CONTENT_TYPE }).end(metrics.text());
	});
	try {
		await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(null)));
	} catch (error) {
		fail(`metrics cannot be served at ${host}:${port} (${error.code}): choose others with --metrics-host and --metrics-port`);
	}
	const { address, family, port: chosen } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		address: `${family === 'IPv6' ? `[${address}]` : address}:${chosen}`,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
