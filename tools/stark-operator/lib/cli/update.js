import { DEFAULT_SURI, signerOf } from '../accounts.js';
import { countsOf } from '../batch.js';
import { json } from '../format.js';
import { ensureOperator } from '../operation.js';
import { eventLine } from '../outcome.js';
import { answer, jsonOrFile, movement, secretOrFile, settlement, signedTransfer } from '../parse.js';
import { settled } from '../settlements.js';
import { readWork } from '../snapshot.js';
import { submit } from '../submission.js';
import { nextBatch, updateCall } from '../update.js';
import { flag, onChain, text, texts } from './command.js';

export const SENDER_OPTIONS = { suri: text, url: text };

export const SENDER_USAGE = `  --suri SURI            secret URI of the operator's account (//StarkOperator); @FILE reads it from a file
  --url URL              node to submit to (ws://127.0.0.1:9944)`;

/** @type {import('./command.js').Command} */
export const update = {
	summary: 'submit one state update',
	usage: `  --accept-all           accept every pending deposit
  --deposit KEY:POSITION:Q
                         accept Q of a pending deposit
  --transfer JSON|FILE   carry out a transfer, as sign-transfer printed it
  --settle POSITION:DELTA
                         change a position's equity; the deltas of all --settle must add up to zero
  --serve-forced         serve every open forced request: withdrawals that the equity covers are executed, others
                         rejected with InsufficientEquity; trades are executed
  --serve ID:OUTCOME     serve one: Executed, InsufficientEquity, MarginRequirement or TradeNotExecutable
  --withdraw KEY:POSITION:Q
                         turn equity into a pending withdrawal
  --dry-run              print the batch and the encoded call, submit nothing
${SENDER_USAGE}
  Options for single items can be repeated. Without any, the batch is empty: a sign of life.`,
	options: {
		'accept-all': flag,
		deposit: texts,
		transfer: texts,
		settle: texts,
		'serve-forced': flag,
		serve: texts,
		withdraw: texts,
		'dry-run': flag,
		...SENDER_OPTIONS,
	},
	async run(values, { print, note }) {
		const wishes = wishesOf(values);
		const suri = secretOrFile(values.suri ?? DEFAULT_SURI, 'the file of --suri');
		await onChain(values.url, async (api) => {
			const signer = values['dry-run'] ? null : await signerOf(suri, api.registry.chainSS58);
			const work = await readWork(api);
			if (signer) await ensureOperator(work.at, signer.address);
			const { batch, notes } = await nextBatch(work, wishes);
			notes.forEach((line) => note(`note: ${line}`));
			const call = updateCall(api, batch);
			if (!signer) return print(json({ batch, call: call.method.toHex() }));
			const { blockHash, events } = await submit(call, signer);
			print(`batch ${batch.batchId} is in block ${blockHash}: ${countsOf(batch)}`);
			print(`state root ${batch.newStateRoot}`);
			events.forEach((event) => print(eventLine(event)));
		});
	},
};

/** @param {Record<string, any>} values @returns {import('../selection.js').Wishes} */
export function wishesOf(values) {
	const wishes = {
		acceptAll: values['accept-all'] ?? false,
		deposits: (values.deposit ?? []).map((one) => movement(one, '--deposit')),
		transfers: (values.transfer ?? []).map((one) => signedTransfer(jsonOrFile(one, '--transfer'))),
		settlements: (values.settle ?? []).map(settlement),
		serveForced: values['serve-forced'] ?? false,
		answers: (values.serve ?? []).map(answer),
		withdrawals: (values.withdraw ?? []).map((one) => movement(one, '--withdraw')),
	};
	// What can be told without a node is told without one.
	settled(wishes.settlements);
	return wishes;
}
