import { parseAccount } from '../accounts.js';
import { json } from '../format.js';
import { toHex } from '../hex.js';
import { registrationMessage } from '../messages.js';
import { signMessage } from '../signatures.js';
import { forChain, required, text } from './command.js';
import { SIGNING_OPTIONS, SIGNING_USAGE, signingKey } from './signing.js';

/** @type {import('./command.js').Command} */
export const signRegistration = {
	summary: 'sign that a key is to be bound to an account',
	usage: `  --account ACCOUNT      the account, SS58 or hex
${SIGNING_USAGE}`,
	options: { account: text, ...SIGNING_OPTIONS },
	async run(values, { print }) {
		const account = parseAccount(required(values, 'account'));
		const { privateKey, key } = signingKey(values);
		await forChain(values, async ({ genesis }) => {
			const signature = signMessage(registrationMessage({ genesis, account, key }), privateKey);
			print(json({ genesis, account: toHex(account), key, signature }));
		});
	},
};
