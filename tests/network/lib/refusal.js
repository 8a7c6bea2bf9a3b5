const LOG_LINE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/;

/**
 * Starts a node that is expected to end by itself.
 *
 * @param {import('./node.js').NetworkNode} node
 * @param {number} timeout milliseconds, after which it is killed
 * @returns {Promise<{ code: number | null, signal: string | null, complaints: string[] }>} how it ended, without a code or a
 *   signal if it did not, and the lines that are not its log
 */
export async function refusal(node, timeout = 90_000) {
	const process = node.launch();
	let timer;
	const late = new Promise((resolve) => (timer = setTimeout(resolve, timeout, { code: null, signal: null })));
	const { code, signal } = await Promise.race([process.exited, late]);
	clearTimeout(timer);
	await node.kill();
	return { code, signal, complaints: process.stderr.filter((line) => !LOG_LINE.test(line)) };
}
