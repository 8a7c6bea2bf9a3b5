/** Extrinsics in perfect form that are not valid: nonces, signatures, chains, eras, money. */
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { ferdie } from '../../e2e/lib/accounts.js';
import { SPENT } from './lib/attackers.js';
import { Client, flood } from './lib/client.js';
import { attack } from './lib/stage.js';
import { Tally } from './lib/tally.js';

const CONNECTIONS = 4;
/** An attacker with a task of its own, and the first of those who send nonces of the future. */
const REPEATING = 3;
const FIRST_FUTURIST = 4;
/** Nonces of the future, so many for each. */
const FUTURE = 1_000;
const FUTURES = 60;
/** How many eras there are that have gone: signing with polkadot.js takes long. */
const OLD = 40;
/** Where the signature lies: after two bytes of length, the version, the address and the kinds of both. */
const SIGNATURE = 2 + 1 + 33 + 1;

const among = (choices) => choices[randomInt(choices.length)];

/** Extrinsics that were to be in one of the first four blocks. */
function outdated(api) {
	const { genesisHash, runtimeVersion } = api;
	const era = api.registry.createType('ExtrinsicEra', { current: 0, period: 4 });
	const options = { era, blockHash: genesisHash, genesisHash, runtimeVersion };
	return Array.from({ length: OLD }, (_, nonce) => api.tx.system.remark('0x00').sign(ferdie, { ...options, nonce }).toHex());
}

/** Something that is not valid, by its kind. @param {import('./lib/attackers.js').Attackers} attackers */
function samples(attackers) {
	const { api, signer, accounts } = attackers;
	const note = () => attackers.remark(randomBytes(8));
	const anyone = () => among(accounts.slice(FIRST_FUTURIST));
	const { specVersion, transactionVersion } = api.runtimeVersion;
	const version = { specVersion: specVersion.toNumber() + 1, transactionVersion: transactionVersion.toNumber() };
	const elsewhere = attackers.signerWith({ genesisHash: `0x${'11'.repeat(32)}` });
	const later = attackers.signerWith({ runtimeVersion: version });
	const old = outdated(api);
	let strangers = 0;
	return {
		'a nonce of the past': () => signer.sign(accounts[SPENT], 0, note()),
		'a bad signature': () => withBadSignature(signer.sign(anyone(), 0, note())),
		'another chain': () => elsewhere.sign(anyone(), 0, note()),
		'another version': () => later.sign(anyone(), 0, note()),
		'an era that has gone': () => among(old),
		'no money': () => signer.sign(attackers.penniless(String(strangers++)), 0, note()),
	};
}

function withBadSignature(hex) {
	const bytes = Buffer.from(hex.slice(2), 'hex');
	bytes[SIGNATURE + randomInt(64)] ^= 1;
	return `0x${bytes.toString('hex')}`;
}

/** `CONNECTIONS` at once send what `make` gives. */
async function submitAll({ target, running, tally }, make) {
	const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => Client.open(target.rpcPort)));
	await Promise.all(clients.map((client) => flood(client, { running, tally, width: 50 }, () => ['author_submitExtrinsic', [make()]])));
	clients.forEach((client) => client.close());
}

attack('invalid extrinsics', { duration: 10, short: 4 }, async (scene) => {
	const { target, attackers, tally } = scene;
	const kinds = samples(attackers);
	for (const [kind, make] of Object.entries(kinds)) {
		const one = new Tally();
		await submitOne(target, make(), one);
		assert.equal(one.matching(/^10\d\d /), 1, `${kind} is refused with a reason: ${one.text()}`);
	}
	const makers = Object.values(kinds);
	await submitAll(scene, () => among(makers)());
	assert.equal(tally.matching(/^taken|^no answer|connection/), 0, tally.text());
});

async function submitOne(node, bytes, tally) {
	const client = await Client.open(node.rpcPort);
	tally.answer(await client.ask('author_submitExtrinsic', [bytes]));
	client.close();
}

attack('nonces far in the future', { duration: 8, again: true }, async (scene) => {
	const { signer, accounts } = scene.attackers;
	const futurists = accounts.slice(FIRST_FUTURIST);
	const call = scene.attackers.remark(Buffer.of(2));
	let next = 0;
	await submitAll(scene, () => {
		const index = next++ % (futurists.length * FUTURES);
		return signer.sign(futurists[index % futurists.length], FUTURE + Math.floor(index / futurists.length), call);
	});
	assert.equal(scene.tally.matching(/^no answer|connection/), 0, scene.tally.text());
});

attack('the same extrinsic again and again', { duration: 8 }, async (scene) => {
	const { signer, accounts } = scene.attackers;
	const call = scene.attackers.remark(Buffer.of(3));
	const same = signer.sign(accounts[REPEATING], 0, call);
	await submitAll(scene, () => same);
	assert.equal(scene.tally.count('taken'), 1, scene.tally.text());
});
