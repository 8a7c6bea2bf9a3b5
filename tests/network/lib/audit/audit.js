import { AssetBooks } from './asset-books.js';
import { brokenInvariants } from './invariants.js';
import { NativeBooks } from './native-books.js';
import { PoolBooks } from './pool-books.js';
import { poolDifferences } from './pool-differences.js';

/**
 * The audit itself, without a chain: enters every event since the genesis into books that begin with the state at the genesis,
 * and gives what does not fit.
 *
 * @param {import('./state.js').AuditState} genesis
 * @param {import('./history.js').AuditBlock[]} blocks all since the genesis
 * @param {import('./state.js').AuditState[]} states what nodes have in storage at the last of these blocks
 * @returns {string[]} problems; none when nothing was lost and nothing created
 */
export function audit(genesis, blocks, states) {
	const books = { assets: new AssetBooks(genesis), native: new NativeBooks(genesis), pool: new PoolBooks(genesis) };
	const all = Object.values(books);
	const problems = [];
	for (const { number, events } of blocks) {
		for (const event of events) {
			for (const book of all) book.enter(event);
		}
		for (const book of all) problems.push(...book.problems.splice(0).map((problem) => `block ${number}: ${problem}`));
	}
	for (const state of states) {
		problems.push(
			...books.assets.differences(state),
			...books.native.differences(state),
			...poolDifferences(books.pool, state),
			...nonceDifferences(blocks, state),
		);
	}
	// The last state has brought the books to the time of the last block.
	problems.push(...brokenInvariants(books, genesis));
	return [...new Set(problems)];
}

/** Every signed extrinsic counts once, and nothing else does. */
function nonceDifferences(blocks, { nonces }) {
	const counts = new Map(nonces.map(([who]) => [who, 0n]));
	for (const { extrinsics, events } of blocks) {
		for (const { signer } of extrinsics.filter(({ signer }) => signer !== null)) {
			counts.set(signer, (counts.get(signer) ?? 0n) + 1n);
		}
		// An account that has ceased to exist begins anew.
		for (const { name, data } of events) if (name === 'system.KilledAccount') counts.set(data.account, 0n);
	}
	const stored = new Map(nonces);
	return [...counts]
		.filter(([who, count]) => (stored.get(who) ?? 0n) !== count)
		.map(([who, count]) => `extrinsics of ${who}: ${count} in blocks, ${stored.get(who) ?? 0n} in storage`);
}
