import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../lib/errors.js';
import { toBytes, toHex } from '../lib/hex.js';
import { generateKeyPair, keyPair, keyPairFromSeed, parseKey, parsePrivateKey } from '../lib/keys.js';
import { KEY_A, PRIVATE_A } from './fixtures/vectors.js';

const ORDER = 0x0800000000000010ffffffffffffffffb781126dcae7b2321e66a241adc64d2fn;
const hex = (number) => `0x${number.toString(16)}`;
const refuses = (action, message) =>
	assert.throws(action, (error) => error instanceof UserError && message.test(error.message));

test('new key pairs are valid, complete and never the same', () => {
	const [first, second] = [generateKeyPair(), generateKeyPair()];
	assert.notEqual(first.privateKey, second.privateKey);
	for (const pair of [first, second]) {
		assert.match(pair.privateKey, /^0x[0-9a-f]{64}$/);
		assert.equal(toHex(parseKey(pair.key)), pair.key);
		assert.deepEqual(keyPair(pair.privateKey), pair);
	}
});

test('a seed always gives the same pair, another seed another one', () => {
	// Written down once, so that a change of the derivation is noticed.
	assert.deepEqual(keyPairFromSeed('a'), {
		privateKey: '0x020e6c788b3ea9c0855277bbe18ece71c1be07f12b5615e2271cc101dd949f3f',
		key: '0x070d66d7f1a39748176dc5d6ec68b7ab525d4bd19535d70cfe6d42d5cee46595',
	});
	assert.notEqual(keyPairFromSeed('b').key, keyPairFromSeed('a').key);
	assert.match(keyPairFromSeed('').privateKey, /^0x[0-9a-f]{64}$/);
});

test('private keys may lack leading zeros, or the 0x', () => {
	for (const text of ['0x12345', '12345', '0x0000012345', PRIVATE_A]) {
		assert.equal(parsePrivateKey(text), 0x12345n);
	}
	assert.equal(parsePrivateKey(toBytes('0x012345', '')), 0x12345n);
});

test('private keys are above zero and below the order', () => {
	assert.equal(parsePrivateKey('0x1'), 1n);
	assert.equal(parsePrivateKey(hex(ORDER - 1n)), ORDER - 1n);
	for (const number of [0n, ORDER, ORDER + 1n])
		refuses(() => parsePrivateKey(hex(number)), /above 0 and below the order/);
	refuses(() => parsePrivateKey(`0x${'01'.repeat(33)}`), /32 bytes, it has 33/);
});

test('no message repeats what was given as a private key', () => {
	for (const text of ['0xsecret', `0x${'77'.repeat(40)}`, hex(ORDER), 'my dog has fleas']) {
		assert.throws(
			() => parsePrivateKey(text),
			(error) => !error.message.includes(text.slice(2, 8)),
		);
	}
});

test('keys are 32 bytes of a point on the curve', () => {
	assert.equal(toHex(parseKey(KEY_A)), KEY_A);
	refuses(() => parseKey('0x1234'), /must have 32 bytes, it has 2/);
	refuses(() => parseKey('hello'), /is no hex text: 'hello'/);
	refuses(() => parseKey(`0x${'0'.repeat(63)}`), /is no hex text/);
	refuses(
		() => parseKey(`0x${'5'.padStart(64, '0')}`, 'the key of --deposit'),
		/the key of --deposit is no point of the STARK curve/,
	);
	refuses(() => parseKey(`0x${'ff'.repeat(32)}`), /is no point of the STARK curve/);
});
