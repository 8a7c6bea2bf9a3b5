import { setTimeout as delay } from 'node:timers/promises';
import { fail, NodeError, oneLine, UserError } from '../errors.js';
import { Keeper } from '../keeper.js';
import { KEY_VARIABLE, secretOf, signerOf } from '../key.js';
import { logTo } from '../log.js';
import { Metrics } from '../metrics.js';
import { serveMetrics } from '../metrics-server.js';
import { Node } from '../node.js';
import { MAX_ATTEMPTS, runOnce } from '../once.js';
import { serve } from '../service.js';
import { HELP, readOptions } from './options.js';

/** Everything that was due is done; something is not; what was typed cannot work. */
export const [DONE, UNDONE, WRONG] = [0, 1, 2];

/**
 * Runs one command line.
 *
 * @param {string[]} args
 * @param {object} outside
 * @param {Record<string, string | undefined>} outside.env
 * @param {(text: string) => void} outside.print
 * @param {(text: string) => void} outside.note
 * @returns {Promise<number>} the exit code
 */
export async function main(args, outside) {
	try {
		const settings = readOptions(args);
		if (settings.help) {
			outside.print(HELP);
			return DONE;
		}
		return await run(settings, outside);
	} catch (error) {
		outside.note(`error: ${oneLine(error)}`);
		if (!(error instanceof UserError || error instanceof NodeError) && process.env.DEBUG) outside.note(String(error?.stack));
		return error instanceof UserError ? WRONG : UNDONE;
	}
}

async function run(settings, { env, print, note }) {
	const signer = await signerFor(settings, env);
	const log = logTo({ print, note });
	const metrics = new Metrics();
	const { period, maxTip } = settings;
	const maxAttempts = settings.once ? MAX_ATTEMPTS : Infinity;
	const keeper = new Keeper({ signer, period, maxTip, maxAttempts, log, metrics });
	const server = settings.metrics && (await serveMetrics(metrics, settings.metrics));
	if (server) log.info(`metrics at http://${server.address}/metrics`);
	log.info(signer ? `keeping as ${signer.address}` : 'dry run: nothing will be sent');

	const stop = new AbortController();
	const end = () => stop.abort();
	// A second one ends the process as usual.
	process.once('SIGINT', end).once('SIGTERM', end);
	const { urls, silence } = settings;
	const parts = { urls, silence, keeper, log, metrics, sleep, open: Node.open, signal: stop.signal };
	try {
		if (settings.once) return (await runOnce(parts)) ? DONE : UNDONE;
		await serve(parts);
		log.info('stopped');
		return DONE;
	} finally {
		process.off('SIGINT', end).off('SIGTERM', end);
		server?.close();
	}
}

/** @returns {Promise<import('@polkadot/keyring/types').KeyringPair | null>} */
async function signerFor({ keyFile, dryRun }, env) {
	if (dryRun) return null;
	const secret = secretOf(keyFile, env);
	if (secret === null) {
		fail(`there is no key: name its file with --key-file, put it into ${KEY_VARIABLE}, or only look with --dry-run`);
	}
	return signerOf(secret);
}

const sleep = (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => {});
