import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAccount, signerOf } from '../lib/accounts.js';
import { UserError } from '../lib/errors.js';
import { toHex } from '../lib/hex.js';
import { ALICE } from './fixtures/vectors.js';

const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';

test('an account is an address of any chain, or its bytes', () => {
	for (const text of [
		'5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
		'15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5',
		ALICE,
	]) {
		assert.equal(toHex(parseAccount(text)), ALICE);
	}
	for (const text of ['', 'Alice', '0x', ALICE.slice(0, -2), `${ALICE}00`, ALICE.slice(2)]) {
		assert.throws(() => parseAccount(text), UserError, text);
	}
});

test('a secret URI is a phrase, a hex seed or derivations of the development phrase', async () => {
	const alice = await signerOf('//Alice');
	assert.equal(toHex(alice.publicKey), ALICE);
	assert.equal((await signerOf(`${PHRASE}//Alice`)).address, alice.address);
	assert.notEqual((await signerOf(`0x${'01'.repeat(32)}`)).address, alice.address);
	assert.match((await signerOf('//Alice', 0)).address, /^1/);
});

test('anything else is refused, and not repeated', async () => {
	const misspelt = PHRASE.replace('walk', 'wolk');
	for (const suri of ['', 'Alice', misspelt, `0x${'01'.repeat(31)}`, 'a short secret']) {
		await assert.rejects(signerOf(suri), (error) => {
			assert.ok(error instanceof UserError);
			assert.ok(suri === '' || !error.message.includes(suri));
			return true;
		});
	}
});
