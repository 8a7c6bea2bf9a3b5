/** What motions of the council and operations of the timelock emit, as `Outcome.effects` gives it. */
import { blake2AsHex } from '@polkadot/util-crypto';
import { OPERATION_GRACE } from './development.js';
import { event } from './events.js';

/** @typedef {{ hash: string, index: bigint, threshold: bigint, length: number }} Motion */

/** BLAKE2b-256 of a call, by which motions and operations name it. */
export const hashOf = (call) => blake2AsHex(call.method.toU8a());

/** @param {string} account @param {Motion} motion */
export const proposed = (account, { hash, index, threshold }) =>
	event('council.Proposed', { account, proposalIndex: index, proposalHash: hash, threshold });

/** A vote, after which the motion has `yes` ayes and `no` nays. */
export const voted = (account, { hash }, aye, yes, no) =>
	event('council.Voted', { account, proposalHash: hash, voted: aye, yes: BigInt(yes), no: BigInt(no) });

const closed = ({ hash }, yes, no) =>
	event('council.Closed', { proposalHash: hash, yes: BigInt(yes), no: BigInt(no) });

/** A motion that is carried, and whose call emits `emitted` and gives `result`. */
export const carried = (motion, yes, no, emitted, result = 'ok') => [
	closed(motion, yes, no),
	event('council.Approved', { proposalHash: motion.hash }),
	...emitted,
	event('council.Executed', { proposalHash: motion.hash, result }),
];

/** A motion that is lost. */
export const lost = (motion, yes, no) => [
	closed(motion, yes, no),
	event('council.Disapproved', { proposalHash: motion.hash }),
];

/** An operation that was queued in the second `now` and has to wait `delay` seconds. */
export const queued = (id, track, call, now, delay) =>
	event('timelock.Queued', {
		id,
		track,
		callHash: hashOf(call),
		eta: now + delay,
		expiresAt: now + delay + OPERATION_GRACE,
	});

export const executed = (id) => event('timelock.Executed', { id });
export const executionFailed = (id, error) => event('timelock.ExecutionFailed', { id, error });
export const cancelled = (id) => event('timelock.Cancelled', { id });
export const expiredRemoved = (id) => event('timelock.ExpiredRemoved', { id });
