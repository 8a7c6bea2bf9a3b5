import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve, ferdie } from './accounts.js';
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

/** As much weight as any call of the tests needs. */
const ANY_WEIGHT = { refTime: 50_000_000_000n, proofSize: 1_000_000n };

/**
 * Queues a call on a track of the timelock, with as many votes as the track needs.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @returns {Promise<{ id: bigint, eta: bigint, expiresAt: bigint }>} the operation
 */
export async function queue(chain, call, track = 'Short', delay = null) {
	const { timelock } = chain.api.tx;
	const { result, effects } = await carry(chain, timelock.queue(track, call, delay), track === 'Long' ? 4 : 3);
	assert.equal(result, 'ok', 'the operation is queued');
	const [{ data }] = named(effects, 'timelock.Queued');
	return data;
}

/** Ferdie, who has no role at all, executes an operation. */
export async function execute(chain, { id }) {
	const { timelock } = chain.api.tx;
	const executed = await chain.submit(ferdie, timelock.execute(id, 1_000_000, ANY_WEIGHT));
	const [failed] = named(executed.effects, 'timelock.ExecutionFailed');
	return { ...executed, result: executed.error ?? failed?.data.error ?? 'ok' };
}

/**
 * Governance does something: the council queues it, the delay passes, somebody executes it.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @returns what the call resulted in, what the execution emitted, and its block
 */
export async function govern(chain, call, track = 'Short') {
	const operation = await queue(chain, call, track);
	if (operation.eta > chain.next) await chain.setNextTime(operation.eta);
	return execute(chain, operation);
}
