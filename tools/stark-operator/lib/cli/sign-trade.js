import { fail } from '../errors.js';
import { json } from '../format.js';
import { forcedTradeId, forcedTradeMessage } from '../messages.js';
import { forcedTrade, jsonOrFile } from '../parse.js';
import { signMessage } from '../signatures.js';
import { flag, forChain, required, text } from './command.js';
import {
	ensureOneSource,
	ensurePositionOf,
	expirationOf,
	SIGNING_OPTIONS,
	SIGNING_USAGE,
	signingKey,
} from './signing.js';

/** Flags for the fields of the trade; key B is that of the private key. */
const FIELDS = {
	'key-a': 'keyA',
	'position-a': 'positionA',
	'position-b': 'positionB',
	synthetic: 'syntheticAssetId',
	collateral: 'amountCollateral',
	'synthetic-amount': 'amountSynthetic',
	nonce: 'nonce',
};

const FLAGS = [...Object.keys(FIELDS), 'a-buys', 'a-sells', 'expiration', 'valid-for'];

/** @type {import('./command.js').Command} */
export const signTrade = {
	summary: "sign a forced trade with party B's key",
	usage: `  --args JSON|FILE       the trade, with all its fields; or each of them:
  --key-a HEX            key of the party that requests the trade
  --position-a ID        its position
  --position-b ID        position of the private key's owner
  --synthetic ID         the synthetic asset
  --collateral Q         collateral that changes hands
  --synthetic-amount Q   synthetic that changes hands
  --a-buys | --a-sells   what party A does with the synthetic
  --nonce N              tells otherwise equal trades apart
  --expiration SECOND    last second at which the trade can be submitted (Unix time)
  --valid-for SECONDS    the same, counted from the time of the chain
${SIGNING_USAGE}`,
	options: {
		args: text,
		...Object.fromEntries(FLAGS.map((name) => [name, text])),
		'a-buys': flag,
		'a-sells': flag,
		...SIGNING_OPTIONS,
	},
	async run(values, { print }) {
		const { privateKey, key } = signingKey(values);
		const isJson = ensureOneSource(values, 'args', FLAGS);
		await forChain(values, async ({ genesis, api }) => {
			const args = forcedTrade(
				isJson ? jsonOrFile(values.args, '--args') : await fromFlags(values, key, api),
			);
			if (args.keyB !== key)
				fail(`the private key is that of ${key}, and keyB of the trade is ${args.keyB}`);
			await ensurePositionOf(api, args.positionA, args.keyA);
			await ensurePositionOf(api, args.positionB, args.keyB);
			const signature = signMessage(forcedTradeMessage({ genesis, args }), privateKey);
			print(json({ genesis, id: forcedTradeId(args), args, signature }));
		});
	},
};

async function fromFlags(values, keyB, api) {
	if (Boolean(values['a-buys']) === Boolean(values['a-sells'])) fail('give one of --a-buys and --a-sells');
	const fields = Object.entries(FIELDS).map(([name, field]) => [field, required(values, name)]);
	return {
		...Object.fromEntries(fields),
		keyB,
		aIsBuyingSynthetic: Boolean(values['a-buys']),
		submissionExpiration: await expirationOf(values, api),
	};
}
