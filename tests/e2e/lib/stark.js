/** STARK keys and the operator of the exchange, with the tool that people use for them. */
import { u8aConcat } from '@polkadot/util';
import { blake2AsHex, decodeAddress } from '@polkadot/util-crypto';
import { keyPairFromSeed } from '../../../tools/stark-operator/lib/keys.js';
import {
	encodeForcedTrade,
	forcedTradeMessage,
	registrationMessage,
	transferMessage,
} from '../../../tools/stark-operator/lib/messages.js';
import { signMessage } from '../../../tools/stark-operator/lib/signatures.js';
import { readWork } from '../../../tools/stark-operator/lib/snapshot.js';
import { nextBatch, updateCall } from '../../../tools/stark-operator/lib/update.js';
import { account } from './accounts.js';

/** The operator of the exchange at genesis. */
export const OPERATOR = account('//StarkOperator');

/** The STARK key pair of somebody. @param {string} name */
export const starkKey = (name) => keyPairFromSeed(name);

const genesisOf = ({ api }) => api.genesisHash.toHex();

/**
 * By which a key accepts to be bound to an account on this chain.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @param {string} address
 * @param {{ key: string, privateKey: string }} pair
 */
export const registrationOf = (chain, address, { key, privateKey }) =>
	signMessage(registrationMessage({ genesis: genesisOf(chain), account: decodeAddress(address), key }), privateKey);

/** By which party B consents to a forced trade. */
export const tradeConsent = (chain, args, { privateKey }) =>
	signMessage(forcedTradeMessage({ genesis: genesisOf(chain), args }), privateKey);

/** By which a proxy names a trade in its queue. @param {number} proxy */
export const queuedTradeHash = (proxy, args) =>
	blake2AsHex(u8aConcat(Uint8Array.of(proxy, 0, 0, 0), encodeForcedTrade(args)));

/** A transfer as a batch contains it, ordered by the key of the position that pays. */
export const signedTransfer = (chain, order, { privateKey }) => ({
	order,
	signature: signMessage(transferMessage({ genesis: genesisOf(chain), order }), privateKey),
});

/**
 * The next batch as the tool makes it, and the call that submits it.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @param {import('../../../tools/stark-operator/lib/selection.js').Wishes} wishes
 */
export async function prepareBatch({ api }, wishes) {
	const { batch, notes } = await nextBatch(await readWork(api), wishes);
	if (notes.length > 0) throw new Error(`the batch is not all that was wished for: ${notes}`);
	return { batch, call: updateCall(api, batch) };
}

/** The operator makes and submits a batch, which must be accepted. */
export async function operate(chain, wishes) {
	const { batch, call } = await prepareBatch(chain, wishes);
	return { batch, ...(await chain.succeed(OPERATOR, call)) };
}
