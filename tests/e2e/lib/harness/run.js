import { NodeProcess } from './process.js';

const LOG_LINE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/;
const END_TIMEOUT = 45_000;

/**
 * Runs the node binary to its end.
 *
 * @param {...string} args
 * @returns {Promise<{ code: number | null, stdout: string[], stderr: string[], complaints: string[] }>}
 *   `complaints` are the lines of standard error that are not the log of a starting node
 */
export async function run(...args) {
	const node = new NodeProcess(args);
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`\`${node.command}\` still runs after ${END_TIMEOUT} ms:\n${node.tail(15)}`)),
			END_TIMEOUT,
		);
	});
	try {
		const { code } = await Promise.race([node.exited, late]);
		const complaints = node.stderr.filter((line) => !LOG_LINE.test(line));
		return { code, stdout: node.stdout, stderr: node.stderr, complaints };
	} finally {
		clearTimeout(timer);
		await node.kill();
	}
}
