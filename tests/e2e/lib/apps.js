/** What polkadot.js Apps sends when somebody clicks through *Governance / Council / Motions*. */
import assert from 'node:assert/strict';
import { alice, stranger } from './accounts.js';
import { agree, COUNCIL, propose } from './council.js';

/** Apps asks what a call weighs as if an account signed it that need not exist. */
const NOBODY = stranger('who clicks').address;

/**
 * *Propose motion*, *Vote Aye* as `threshold` members, *Close*.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @returns what the motion's closing emitted
 */
export async function clickMotion(chain, call, threshold) {
	const { api } = chain;
	const { hash } = await propose(chain, call, threshold);
	// What the page lists.
	const [{ proposal, votes, ...listed }, ...others] = await api.derive.council.proposals();
	assert.deepEqual([listed.hash.toHex(), others], [hash, []]);
	assert.deepEqual([proposal.toHex(), votes.threshold.toNumber()], [call.method.toHex(), threshold]);
	const motion = { hash, index: votes.index.toBigInt() };
	await agree(chain, motion, COUNCIL.slice(0, threshold));
	const { weight } = await api.tx(proposal).paymentInfo(NOBODY);
	const close = api.tx.council.close(hash, motion.index, weight, proposal.encodedLength);
	const { effects } = await chain.succeed(alice, close);
	return effects;
}
