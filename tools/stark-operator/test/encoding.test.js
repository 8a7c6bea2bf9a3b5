/** What this program encodes by hand, against polkadot.js with the types of the pallet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blake2AsHex } from '@polkadot/util-crypto';
import { encodeBatch, REJECTIONS, sealed, stateRootAfter } from '../lib/batch.js';
import { toHex } from '../lib/hex.js';
import {
	encodeForcedTrade,
	encodeTransfer,
	forcedTradeId,
	forcedWithdrawalId,
	transferId,
	transferMessage,
} from '../lib/messages.js';
import { bool, i64, list, u128, u64 } from '../lib/scale.js';
import { codec } from './fixtures/types.js';
import { GENESIS, KEY_A, KEY_B, V2, V4 } from './fixtures/vectors.js';

const MAX_U64 = (1n << 64n) - 1n;
const ROOT = `0x${'22'.repeat(32)}`;
const ID = `0x${'44'.repeat(32)}`;
const ORDER = { from: 1n, to: MAX_U64, amount: 300n, nonce: 0n, expiration: 1_800_000_000n };
const SIGNATURE = { r: V2.r, s: V2.s };

const EMPTY = {
	batchId: 1n,
	previousStateRoot: ROOT,
	systemTime: 1_800_000_000n,
	deposits: [],
	transfers: [],
	settlements: [],
	forced: [],
	withdrawals: [],
};

const FULL = {
	...EMPTY,
	batchId: MAX_U64,
	deposits: [
		[KEY_A, 1n, MAX_U64],
		[KEY_B, 2n, 1n],
	],
	transfers: [[ORDER, SIGNATURE]],
	settlements: [
		[1n, -(1n << 63n)],
		[2n, -1n],
		[3n, 0n],
		[4n, (1n << 63n) - 1n],
	],
	forced: [[ID, 'Executed'], ...REJECTIONS.map((reason) => [ID, { Rejected: reason }])],
	withdrawals: [[KEY_B, 2n, 256n]],
};

const encodes = (type, value, bytes) => assert.equal(toHex(bytes), codec(type, value).toHex());

test('a forced trade', () => {
	for (const aIsBuyingSynthetic of [true, false]) {
		const args = { ...V4.args, aIsBuyingSynthetic, syntheticAssetId: (1n << 120n) - 1n, nonce: MAX_U64 };
		encodes('ForcedTradeArgs', args, encodeForcedTrade(args));
		assert.equal(encodeForcedTrade(args).length, 129);
	}
});

test('a transfer, and the message of it', () => {
	encodes('TransferOrder', ORDER, encodeTransfer(ORDER));
	assert.equal(encodeTransfer(ORDER).length, 40);
	const message = Buffer.from(transferMessage({ genesis: GENESIS, order: ORDER }));
	const expected = Buffer.concat([
		Buffer.from('lsm/stark-exchange/transfer/v1'),
		Buffer.from('11'.repeat(32), 'hex'),
		Buffer.from(encodeTransfer(ORDER)),
	]);
	assert.deepEqual(message, expected);
});

test('batches: empty, with everything in them, and as long as any can be', () => {
	for (const batch of [
		EMPTY,
		FULL,
		{ ...EMPTY, settlements: Array.from({ length: 512 }, (_, id) => [BigInt(id), 0n]) },
	]) {
		const whole = sealed(batch);
		encodes('UpdateBatch', whole, encodeBatch(whole));
	}
});

test('lists of 63 and of 64 items have lengths of one and of two bytes', () => {
	for (const length of [0, 1, 63, 64, 65, 256, 16_383]) {
		const items = Array.from({ length }, (_, index) => BigInt(index));
		encodes('Vec<u64>', items, list(items, u64));
	}
	assert.throws(() => list(new Array(16_384).fill(0n), u64), RangeError);
});

test('the root of a batch commits to the root before it and to everything in it but itself', () => {
	const { deposits, transfers, settlements, forced, withdrawals } = FULL;
	const parts = [
		codec('H256', ROOT),
		codec('u64', FULL.batchId),
		codec('H256', ROOT),
		codec('u64', FULL.systemTime),
		codec('Vec<(StarkKey, u64, u64)>', deposits),
		codec('Vec<(TransferOrder, StarkSignature)>', transfers),
		codec('Vec<(u64, i64)>', settlements),
		codec('Vec<(H256, ForcedOutcome)>', forced),
		codec('Vec<(StarkKey, u64, u64)>', withdrawals),
	];
	const expected = blake2AsHex(Buffer.concat(parts.map((part) => part.toU8a())), 256);
	assert.equal(stateRootAfter(FULL), expected);
	assert.equal(stateRootAfter({ ...FULL, newStateRoot: ID }), expected);
	assert.equal(sealed(FULL).newStateRoot, expected);
});

test('any change of a batch changes its root', () => {
	const changes = [
		{ batchId: 2n },
		{ previousStateRoot: ID },
		{ systemTime: EMPTY.systemTime + 1n },
		...['deposits', 'transfers', 'settlements', 'forced', 'withdrawals'].map((part) => ({
			[part]: FULL[part],
		})),
	];
	const roots = [{}, ...changes].map((change) => stateRootAfter({ ...EMPTY, ...change }));
	assert.equal(new Set(roots).size, roots.length);
});

test('the ids of requests and transfers', () => {
	const named = (name, ...parts) =>
		blake2AsHex(Buffer.concat([Buffer.from(name), ...parts.map((part) => part.toU8a())]), 256);
	assert.equal(
		forcedWithdrawalId(KEY_A, 3n, 500n),
		named('forced-withdrawal', codec('StarkKey', KEY_A), codec('u64', 3), codec('u64', 500)),
	);
	assert.equal(forcedTradeId(V4.args), named('forced-trade', codec('ForcedTradeArgs', V4.args)));
	assert.equal(transferId(ORDER), named('transfer', codec('TransferOrder', ORDER)));
});

test('numbers that do not fit are refused, not cut', () => {
	assert.equal(toHex(u64(MAX_U64)), `0x${'ff'.repeat(8)}`);
	assert.equal(toHex(i64(-1n)), `0x${'ff'.repeat(8)}`);
	for (const attempt of [
		() => u64(MAX_U64 + 1n),
		() => u64(-1n),
		() => u128(1n << 128n),
		() => i64(1n << 63n),
		() => i64(-(1n << 63n) - 1n),
	]) {
		assert.throws(attempt, RangeError);
	}
	assert.throws(() => bool(/** @type {any} */ (1)), TypeError);
	assert.throws(() => sealed({ ...EMPTY, forced: [[ID, { Rejected: 'NoReason' }]] }), RangeError);
});
