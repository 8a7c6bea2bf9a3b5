import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve, ferdie } from './accounts.js';
import { named } from './events.js';

/** The members of the council at genesis. */
export const COUNCIL = [alice, bob, charlie, dave, eve];

/** As much weight as any call of the tests needs. */
export const ANY_WEIGHT = { refTime: 500_000_000_000n, proofSize: 1_000_000n };

/**
 * A member proposes a motion.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @param {import('@polkadot/keyring/types').KeyringPair} [member]
 * @returns {Promise<import('./governance-events.js').Motion & { effects: import('./events.js').PlainEvent[] }>}
 */
export async function propose(chain, call, threshold = 3, member = alice) {
	const length = call.method.encodedLength;
	const { effects } = await chain.succeed(member, chain.api.tx.council.propose(threshold, call, length));
	const [{ data }] = named(effects, 'council.Proposed');
	return { hash: data.proposalHash, index: data.proposalIndex, threshold: data.threshold, length, effects };
}

/** The call that votes on a motion. */
export const voting = ({ api }, { hash, index }, aye = true) => api.tx.council.vote(hash, index, aye);

/** The call that closes a motion. */
export const closing = ({ api }, { hash, index, length }) => api.tx.council.close(hash, index, ANY_WEIGHT, length);

/** All of `members` vote aye, in one block. */
export async function agree(chain, motion, members) {
	const votes = [];
	for (const member of members) votes.push(await chain.sign(member, voting(chain, motion)));
	const voted = await chain.block(...votes);
	for (const vote of votes) {
		assert.equal(voted.extrinsics.find(({ hash }) => hash === vote.hash.toHex())?.error, null);
	}
}

/**
 * Carries a motion with the votes of the first `ayes` members.
 *
 * @param {import('./manual-chain.js').ManualChain} chain
 * @returns what the motion's call resulted in, what the closing extrinsic emitted, and its block
 */
export async function carry(chain, call, ayes = 3) {
	const motion = await propose(chain, call, ayes);
	await agree(chain, motion, COUNCIL.slice(0, ayes));
	const { effects, block } = await chain.succeed(alice, closing(chain, motion));
	const [{ data: executed }] = named(effects, 'council.Executed');
	return { result: executed.result, effects, block };
}

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

/** The call that executes an operation, whatever that needs. */
export const executing = ({ api }, id) => api.tx.timelock.execute(id, 1_000_000, ANY_WEIGHT);

/** Ferdie, who has no role at all, executes an operation. */
export async function execute(chain, { id }) {
	const executed = await chain.submit(ferdie, executing(chain, id));
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
