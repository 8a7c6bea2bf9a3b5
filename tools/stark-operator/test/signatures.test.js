import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verify as verifyByLibrary, Signature } from '@scure/starknet';
import { isAcceptable, LIMIT, verify } from '../lib/curve.js';
import { to32Bytes, toBytes } from '../lib/hex.js';
import { keyPair, keyPairFromSeed } from '../lib/keys.js';
import { forcedTradeMessage, registrationMessage, transferMessage } from '../lib/messages.js';
import { firstAcceptable, signMessage, signNumber, verifyMessage } from '../lib/signatures.js';
import { ALICE, GENESIS, KEY_A, KEY_B, PRIVATE_A, PRIVATE_B, V1, V4 } from './fixtures/vectors.js';

const ORDER = 0x0800000000000010ffffffffffffffffb781126dcae7b2321e66a241adc64d2fn;
const OTHER_CHAIN = `0x${'33'.repeat(32)}`;
const ORDER_OF_TRANSFER = { from: 1n, to: 2n, amount: 30n, nonce: 5n, expiration: 1_800_000_000n };

test('signing is deterministic and leads to a signature the exchange accepts', () => {
	const first = signNumber(V1.z, PRIVATE_A);
	assert.deepEqual(signNumber(V1.z, PRIVATE_A), first);
	assert.notDeepEqual(signNumber(V1.z + 1n, PRIVATE_A), first);
	assert.equal(verify(toBytes(KEY_A, ''), V1.z, BigInt(first.r), BigInt(first.s)), true);
});

test('each message verifies for its key, its content and its chain only', () => {
	const registration = { genesis: GENESIS, account: ALICE, key: KEY_A };
	const trade = { genesis: GENESIS, args: V4.args };
	const transfer = { genesis: GENESIS, order: ORDER_OF_TRANSFER };
	const cases = [
		[registrationMessage, registration, { ...registration, key: KEY_B }],
		[forcedTradeMessage, trade, { ...trade, args: { ...V4.args, nonce: 8n } }],
		[transferMessage, transfer, { ...transfer, order: { ...ORDER_OF_TRANSFER, amount: 31n } }],
	];
	for (const [message, content, changed] of cases) {
		const signature = signMessage(message(content), PRIVATE_A);
		assert.equal(verifyMessage(message(content), KEY_A, signature), true);
		assert.equal(verifyMessage(message(content), KEY_B, signature), false);
		assert.equal(verifyMessage(message(changed), KEY_A, signature), false);
		assert.equal(verifyMessage(message({ ...content, genesis: OTHER_CHAIN }), KEY_A, signature), false);
	}
});

test('messages of different purpose differ even with the same content', () => {
	const signature = signMessage(forcedTradeMessage({ genesis: GENESIS, args: V4.args }), PRIVATE_B);
	assert.equal(
		verifyMessage(transferMessage({ genesis: GENESIS, order: ORDER_OF_TRANSFER }), KEY_B, signature),
		false,
	);
});

test('many random signatures are in range, and the library agrees on them', () => {
	for (let index = 0; index < 40; index++) {
		const { privateKey, key } = keyPairFromSeed(`signature ${index}`);
		const z = BigInt(keyPairFromSeed(`message ${index}`).privateKey) % LIMIT;
		const { r, s } = signNumber(z, privateKey);
		assert.equal(isAcceptable(BigInt(r), BigInt(s)), true);
		assert.equal(verify(toBytes(key, ''), z, BigInt(r), BigInt(s)), true);
		const signature = new Signature(BigInt(r), BigInt(s));
		const byLibrary = [2, 3].map((sign) =>
			verifyByLibrary(signature, to32Bytes(z), Uint8Array.of(sign, ...toBytes(key, ''))),
		);
		assert.deepEqual(byLibrary.sort(), [false, true]);
	}
});

test('numbers out of range are refused, at the boundaries', () => {
	assert.equal(isAcceptable(1n, 1n), true);
	assert.equal(isAcceptable(LIMIT - 1n, 1n), true);
	for (const [r, s] of [
		[0n, 1n],
		[LIMIT, 1n],
		[1n, 0n],
		[1n, LIMIT],
		[1n, ORDER],
		[1n, ORDER + 1n],
	]) {
		assert.equal(isAcceptable(r, s), false, `r ${r}, s ${s}`);
	}
});

test('an s whose inverse is out of range is refused', () => {
	// w = 2^251 is the smallest inverse out of range; its own inverse is the s that leads to it.
	const inverse = (number) => {
		let [a, b, x, y] = [number, ORDER, 1n, 0n];
		while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
		return ((x % ORDER) + ORDER) % ORDER;
	};
	for (const [w, accepted] of [
		[LIMIT - 1n, true],
		[LIMIT, false],
		[LIMIT + 1n, false],
	]) {
		const s = inverse(w);
		assert.ok(s >= 1n && s < LIMIT, 's itself is in range');
		assert.equal(isAcceptable(1n, s), accepted);
	}
});

test('messages are below 2^251', () => {
	const { r, s } = signNumber(LIMIT - 1n, PRIVATE_A);
	assert.equal(verify(toBytes(KEY_A, ''), LIMIT - 1n, BigInt(r), BigInt(s)), true);
	assert.equal(verify(toBytes(KEY_A, ''), LIMIT - 1n + ORDER, BigInt(r), BigInt(s)), false);
	assert.throws(() => signNumber(LIMIT, PRIVATE_A), /no nonce led to a signature in range/);
});

test('a signature out of range is made again with another nonce', () => {
	const attempts = [];
	const found = firstAcceptable((number) => {
		attempts.push(number);
		if (number === 0) return { r: LIMIT, s: 1n };
		if (number === 1) throw new Error('refused by the library');
		return { r: 3n, s: 1n };
	});
	assert.deepEqual(found, { r: 3n, s: 1n });
	assert.deepEqual(attempts, [0, 1, 2]);
});

test('signing gives up after a bounded number of attempts', () => {
	let attempts = 0;
	const never = () => {
		attempts++;
		return { r: 0n, s: 0n };
	};
	assert.throws(() => firstAcceptable(never), /no nonce led to a signature in range, in 8 attempts/);
	assert.equal(attempts, 8);
});

test('verification is total', () => {
	const key = toBytes(KEY_A, '');
	const odd = [0n, 1n, 5n, ORDER - 1n, ORDER, LIMIT - 1n, LIMIT, (1n << 256n) - 1n];
	for (const r of odd) for (const s of odd) for (const z of odd) assert.equal(verify(key, z, r, s), false);
	assert.equal(verify(new Uint8Array(32), V1.z, BigInt(V1.r), BigInt(V1.s)), false);
	assert.equal(verify(new Uint8Array(32).fill(255), V1.z, BigInt(V1.r), BigInt(V1.s)), false);
});

test('the zero message verifies for whoever signed it', () => {
	const { key, privateKey } = keyPair(PRIVATE_B);
	const { r, s } = signNumber(0n, privateKey);
	assert.equal(verify(toBytes(key, ''), 0n, BigInt(r), BigInt(s)), true);
});
