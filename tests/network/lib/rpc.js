/** What a node answers instead of a result. */
export class RpcError extends Error {
	/** @param {{ code: number, message: string, data?: any }} error */
	constructor({ code, message, data }) {
		super(data === undefined ? message : `${message}: ${data}`);
		this.code = code;
	}
}

/** Nobody answers at the port, or not in time. */
export class Unreachable extends Error {}

/**
 * Asks a node over HTTP. No connection outlives the question, so a node may die and come back between two of them.
 *
 * @param {number} port
 * @param {string} method
 * @param {any[]} [params]
 */
export async function ask(port, method, params = [], timeout = 10_000) {
	let answer;
	try {
		const response = await fetch(`http://127.0.0.1:${port}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
			signal: AbortSignal.timeout(timeout),
		});
		answer = await response.json();
	} catch (error) {
		throw new Unreachable(`${method} at port ${port}: ${error.cause?.message ?? error.message}`);
	}
	if (answer.error) throw new RpcError(answer.error);
	return answer.result;
}
