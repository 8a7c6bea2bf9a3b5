import { json } from '../format.js';
import { transferId, transferMessage } from '../messages.js';
import { jsonOrFile, transferOrder } from '../parse.js';
import { signMessage } from '../signatures.js';
import { forChain, required, text } from './command.js';
import {
	ensureOneSource,
	ensurePositionOf,
	expirationOf,
	SIGNING_OPTIONS,
	SIGNING_USAGE,
	signingKey,
} from './signing.js';

const FIELDS = ['from', 'to', 'amount', 'nonce'];
const FLAGS = [...FIELDS, 'expiration', 'valid-for'];

/** @type {import('./command.js').Command} */
export const signTransfer = {
	summary: 'sign a transfer between two positions',
	usage: `  --order JSON|FILE      the order, with all its fields; or each of them:
  --from ID              position of the private key's owner, which pays
  --to ID                position that receives
  --amount Q             quantized amount
  --nonce N              tells otherwise equal transfers apart
  --expiration SECOND    last system time at which a batch may carry it out (Unix time)
  --valid-for SECONDS    the same, counted from the time of the chain
${SIGNING_USAGE}`,
	options: { order: text, ...Object.fromEntries(FLAGS.map((name) => [name, text])), ...SIGNING_OPTIONS },
	async run(values, { print }) {
		const { privateKey, key } = signingKey(values);
		const isJson = ensureOneSource(values, 'order', FLAGS);
		await forChain(values, async ({ genesis, api }) => {
			const order = transferOrder(
				isJson ? jsonOrFile(values.order, '--order') : await fromFlags(values, api),
			);
			await ensurePositionOf(api, BigInt(order.from), key);
			const signature = signMessage(transferMessage({ genesis, order }), privateKey);
			print(json({ genesis, id: transferId(order), order, signature }));
		});
	},
};

async function fromFlags(values, api) {
	const fields = FIELDS.map((name) => [name, required(values, name)]);
	return { ...Object.fromEntries(fields), expiration: await expirationOf(values, api) };
}
