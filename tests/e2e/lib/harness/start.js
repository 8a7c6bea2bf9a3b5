import { connect } from './connect.js';
import { NodeProcess } from './process.js';

/** The line in which a node says where its RPC server listens. */
const SERVING = /Running JSON-RPC server: addr=([^,\s]+)/;

/** Options every node of the tests runs with: free ports, nothing that reaches other nodes or servers. */
export const ISOLATED = ['--rpc-port', '0', '--port', '0', '--no-prometheus', '--no-telemetry', '--no-mdns'];

/**
 * Starts a node on `basePath` and connects to it.
 *
 * @param {string} basePath
 * @param {string[]} args which chain, and how
 */
export async function startNode(basePath, args) {
	const node = new NodeProcess([...args, ...ISOLATED, '--base-path', basePath]);
	try {
		const [, address] = await node.logged(SERVING);
		return { node, address, ...(await connect(address)) };
	} catch (error) {
		await node.kill().catch(() => {});
		throw new Error(`cannot use \`${node.command}\`: ${error.message}; its log ends with:\n${node.tail(15)}`);
	}
}
