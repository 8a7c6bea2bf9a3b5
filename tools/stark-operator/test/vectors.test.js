/** The vectors of the specification, section 4.1. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keccak_256 } from '@noble/hashes/sha3';
import { isAcceptable, pointOfKey, verify } from '../lib/curve.js';
import { to32Bytes, toBytes, toHex, toNumber } from '../lib/hex.js';
import { keyPair } from '../lib/keys.js';
import { encodeForcedTrade, forcedTradeMessage, messageNumber, registrationMessage } from '../lib/messages.js';
import { verifyMessage } from '../lib/signatures.js';
import { ALICE, BOB, GENESIS, KEY_A, KEY_B, PRIVATE_A, PRIVATE_B, V1, V2, V3, V4 } from './fixtures/vectors.js';

const check = (key, { z, r, s }) => verify(toBytes(key, ''), z, BigInt(r), BigInt(s));

test('the private keys have the public keys', () => {
	assert.equal(keyPair(PRIVATE_A).key, KEY_A);
	assert.equal(keyPair(PRIVATE_B).key, KEY_B);
});

test('V1: a plain number', () => {
	assert.equal(check(KEY_A, V1), true);
	assert.equal(check(KEY_B, V1), false);
	assert.equal(check(KEY_A, { ...V1, z: V1.z + 1n }), false);
});

test('V2: a registration, good for its account alone', () => {
	const message = registrationMessage({ genesis: GENESIS, account: ALICE, key: KEY_A });
	assert.equal(message.length, 126);
	assert.equal(toHex(keccak_256(message)), '0x6f2e585258789513d4157630374b99d91d92023c0249f85046f8a4093b66c310');
	assert.equal(messageNumber(message), V2.z);
	assert.equal(check(KEY_A, V2), true);
	assert.equal(verifyMessage(message, KEY_A, V2), true);
	const other = registrationMessage({ genesis: GENESIS, account: BOB, key: KEY_A });
	assert.equal(verifyMessage(other, KEY_A, V2), false);
});

test('V3: a sum at infinity is no signature, and no accident', () => {
	assert.equal(isAcceptable(BigInt(V3.r), BigInt(V3.s)), true, 'it is the sum that refuses it');
	assert.equal(check(KEY_A, V3), false);
});

test('V4: a forced trade', () => {
	assert.equal(toHex(encodeForcedTrade(V4.args)), V4.encoded);
	const message = forcedTradeMessage({ genesis: GENESIS, args: V4.args });
	assert.equal(message.length, 195);
	assert.equal(messageNumber(message), V4.z);
	assert.equal(verifyMessage(message, KEY_B, V4), true);
	assert.equal(verifyMessage(message, KEY_A, V4), false);
});

test('small x coordinates are on the curve or not', () => {
	for (const x of [1n, 2n, 3n, 4n, 6n, 7n, 8n, 10n, 11n])
		assert.ok(pointOfKey(to32Bytes(x)), `${x} is on the curve`);
	for (const x of [0n, 5n, 9n]) assert.equal(pointOfKey(to32Bytes(x)), null, `${x} is not`);
});

test('an encoding of a number above the field is no key', () => {
	const field = (1n << 251n) + 17n * (1n << 192n) + 1n;
	for (const x of [field, field + 1n, field + toNumber(toBytes(KEY_A, '')), (1n << 256n) - 1n]) {
		assert.equal(pointOfKey(to32Bytes(x)), null);
	}
});
