import { DEFAULT_SURI, signerOf } from '../accounts.js';
import { ensureOperator, operate, operateOnce } from '../operation.js';
import { secretOrFile } from '../parse.js';
import { readWork } from '../snapshot.js';
import { onChain } from './command.js';
import { SENDER_OPTIONS, SENDER_USAGE } from './update.js';

/** @type {import('./command.js').Command} */
export const run = {
	summary: 'accept deposits and serve forced requests block by block, until Ctrl-C',
	usage: `${SENDER_USAGE}
  For demonstrations. Deposits that their owners have asked back are left alone.`,
	options: SENDER_OPTIONS,
	async run(values, { print, note }) {
		const suri = secretOrFile(values.suri ?? DEFAULT_SURI, 'the file of --suri');
		await onChain(values.url, async (api) => {
			const signer = await signerOf(suri, api.registry.chainSS58);
			await ensureOperator((await readWork(api)).at, signer.address);
			print(`operating the exchange of '${api.runtimeChain}' as ${signer.address}; Ctrl-C ends it`);
			const stop = new AbortController();
			const end = () => {
				note('stopping, after the batch that is under way if there is one');
				stop.abort();
			};
			// A second one ends the process as usual.
			process.once('SIGINT', end).once('SIGTERM', end);
			await operate({
				watch: (onHead) => api.rpc.chain.subscribeNewHeads(onHead),
				round: () => operateOnce(api, signer),
				tell: print,
				warn: (line) => note(`warning: ${line}`),
				signal: stop.signal,
			});
		});
	},
};
