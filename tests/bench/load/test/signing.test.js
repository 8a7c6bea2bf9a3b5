import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { Sender } from '../lib/senders.js';
import { assemble, signerOf } from '../lib/signing.js';

const KEY = new Uint8Array(32).fill(0xab);
const SIGNATURE = new Uint8Array(64).fill(0xcd);

test('puts an extrinsic together: length, version, address, signature, extra, call', () => {
	const extrinsic = assemble(KEY, SIGNATURE, Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5));
	// 104 bytes follow the length, which takes two bytes: 104 * 4 + 1.
	assert.equal(extrinsic, `0xa101${'84'}00${'ab'.repeat(32)}00${'cd'.repeat(64)}0102030405`);
});

test('finds whose extrinsic it is, however long', () => {
	for (const length of [2, 60_000]) {
		const extrinsic = assemble(KEY, SIGNATURE, Uint8Array.of(), new Uint8Array(length));
		assert.equal(signerOf(extrinsic), 'ab'.repeat(32));
	}
	// The time of the block, which is version 5 and bare.
	assert.equal(signerOf('0x280503000b20e6c0a69e01'), null);
	assert.equal(signerOf('0x280403000b20e6c0a69e01'), null);
});

test('a name always gives the same account, which signs with Ed25519', () => {
	const sender = new Sender('one');
	assert.equal(sender.address, new Sender('one').address);
	assert.notEqual(sender.address, new Sender('two').address);
	const key = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(sender.publicKey).toString('base64url') };
	const message = Buffer.from('message');
	assert.ok(verify(null, message, createPublicKey({ key, format: 'jwk' }), sender.sign(message)));
});
