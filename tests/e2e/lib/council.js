import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve } from './accounts.js';
import { named } from './events.js';

/** The members of the council at genesis. */
export const COUNCIL = [alice, bob, charlie, dave, eve];

/**
 * Carries a motion with the votes of the first `ayes` members.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @returns what the motion's call resulted in, what the closing extrinsic emitted, and its block
 */
export async function carry(chain, call, ayes = 3) {
	const { council } = chain.api.tx;
	const length = call.method.encodedLength;
	const proposed = await chain.succeed(alice, council.propose(ayes, call, length));
	const [{ data: proposal }] = named(proposed.effects, 'council.Proposed');
	const votes = [];
	for (const member of COUNCIL.slice(0, ayes)) {
		votes.push(await chain.sign(member, council.vote(proposal.proposalHash, proposal.proposalIndex, true)));
	}
	const voted = await chain.block(...votes);
	for (const vote of votes) {
		assert.equal(voted.extrinsics.find(({ hash }) => hash === vote.hash.toHex())?.error, null);
	}
	const weight = { refTime: 50_000_000_000n, proofSize: 1_000_000n };
	const closed = await chain.succeed(
		alice,
		council.close(proposal.proposalHash, proposal.proposalIndex, weight, length),
	);
	const [{ data: executed }] = named(closed.effects, 'council.Executed');
	return { result: executed.result, effects: closed.effects, block: closed.block };
}
