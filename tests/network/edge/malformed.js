/** Bytes that are no extrinsic, or only nearly one. */
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { attack } from './lib/stage.js';
import { Client, flood } from './lib/client.js';

const CONNECTIONS = 4;
/** Levels of batches within batches. The runtime decodes no more than 256 levels of anything. */
const DEPTHS = [256, 300, 2_000, 100_000];
const HUGE = [Buffer.from('03ffffffff', 'hex'), Buffer.from('feffffff', 'hex'), Buffer.from(`ff${'ff'.repeat(67)}`, 'hex')];
const NO_BYTES = ['hello', '0x0', '0xzz', 7, -1, null, true, {}, [], { data: '0x' }, 'ff'.repeat(1_000)];

const hex = (bytes) => `0x${Buffer.from(bytes).toString('hex')}`;
const among = (choices) => choices[randomInt(choices.length)];

/** Calls within calls, as deep as one likes. */
function nested(api, depth, inner) {
	const index = api.tx.utility.batch([]).method.toU8a().slice(0, 2);
	const level = Buffer.from([...index, 4]);
	return Buffer.concat([...Array.from({ length: depth }, () => level), inner]);
}

/** Lists that claim to have a billion entries, and texts of a gigabyte. */
function boastful(api) {
	const batch = Buffer.from(api.tx.utility.batch([]).method.toU8a().slice(0, 2));
	const remark = Buffer.from(api.tx.system.remark('0x').method.toU8a().slice(0, 2));
	return [batch, remark].flatMap((call) => HUGE.map((length) => Buffer.concat([call, length, randomBytes(16)])));
}

/** Something wrong, another one each time. @param {import('./lib/attackers.js').Attackers} attackers */
function samples(attackers) {
	const { api, signer } = attackers;
	// Whoever signs has no money, for with some luck nothing is wrong with what comes out.
	const author = attackers.penniless('malformed');
	const bytesOf = (call) => Buffer.from(signer.sign(author, 0, call).slice(2), 'hex');
	const remark = Buffer.from(attackers.remark(Buffer.alloc(0)));
	const valid = bytesOf(remark);
	// The length of this one takes two bytes.
	const body = valid.subarray(2);
	const deep = DEPTHS.map((depth) => bytesOf(nested(api, depth, remark)));
	const claims = boastful(api).map(bytesOf);
	const kinds = [
		() => randomBytes(randomInt(600)),
		() => valid.subarray(0, randomInt(valid.length)),
		() => Buffer.concat([randomBytes(2), body]),
		() => Buffer.concat([among(HUGE), body]),
		() => Buffer.concat([valid.subarray(0, 2), randomBytes(1), body.subarray(1)]),
		() => Buffer.concat([valid, randomBytes(randomInt(1, 50))]),
		() => flipped(valid),
		() => bytesOf(randomBytes(randomInt(1, 64))),
		() => among(claims),
		() => among(deep),
	];
	return () => (randomInt(12) === 0 ? among(NO_BYTES) : hex(among(kinds)()));
}

/** One bit is different. */
function flipped(bytes) {
	const copy = Buffer.from(bytes);
	copy[randomInt(copy.length)] ^= 1 << randomInt(8);
	return copy;
}

attack('malformed extrinsics', { duration: 6, short: 4, again: true }, async ({ target, attackers, tally, running }) => {
	const make = samples(attackers);
	const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => Client.open(target.rpcPort)));
	await Promise.all(clients.map((client) => flood(client, { running, tally, width: 50 }, () => ['author_submitExtrinsic', [make()]])));
	clients.forEach((client) => client.close());
	assert.equal(tally.matching(/^taken|^no answer|connection/), 0, tally.text());
});
