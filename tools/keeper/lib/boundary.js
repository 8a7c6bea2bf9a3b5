/** When the first block of the next epoch is the next one, as far as that can be known. */

/** Within how many slots of the end of an epoch it matters that a slot stays empty. */
const NEAR = 4n;

/**
 * For how long no other block may have come after the last one, in milliseconds, until a transaction that is sent then can
 * only be included in the next epoch.
 *
 * A block's time lies in its slot, and the next block has a later slot. That may be all there is to know: then it is 0.
 * Otherwise slots before the epoch may stay empty, and what counts is how late it is in them: two thirds of a slot after
 * its beginning its block is made, if it is made at all, and takes no more transactions. Time is counted from that of the
 * last block on, because the chain's need not be that of the clock here.
 *
 * @param {import('./pool.js').Pool} pool as of the last block
 * @param {bigint} slotDuration milliseconds
 * @returns {{ silence: bigint, isNear: boolean } | null} null before epoch zero
 */
export function untilBoundary({ milliseconds, remaining }, slotDuration) {
	if (remaining === null) return null;
	const boundary = (milliseconds / 1_000n + remaining) * 1_000n;
	const first = (boundary + slotDuration - 1n) / slotDuration;
	const slots = first - milliseconds / slotDuration;
	if (slots <= 1n) return { silence: 0n, isNear: true };
	return { silence: first * slotDuration - slotDuration / 3n - milliseconds, isNear: slots < NEAR };
}
