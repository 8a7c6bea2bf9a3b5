/** Governance lists validators, they register keys that their nodes have made, and two sessions later they validate. */
import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { alice, bob, eve, ferdie } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { carry, govern } from '../lib/council.js';
import { SESSION_LENGTH } from '../lib/development.js';
import { event, named, ofPallets } from '../lib/events.js';
import { ManualChain } from '../lib/manual-chain.js';

/** 300 milli-DYDX for three entries and one for each of their 234 bytes. */
const DEPOSIT = 534_000_000_000_000_000n;

const chain = new ManualChain().use();
const tx = () => chain.api.tx;

/** Keys of new pairs in the node, with the proof that they belong to `owner`. */
const newKeys = (owner) => chain.raw('author_rotateKeysWithOwner', u8aToHex(owner.publicKey));

/** The keys that make and finalise blocks, each as the two in one that `set_keys` takes. */
async function inForce() {
	const { aura, grandpa } = chain.api.query;
	const [makers, finalisers] = await Promise.all([aura.authorities(), grandpa.authorities()]);
	assert.equal(makers.length, finalisers.length);
	for (const [, votes] of finalisers) assert.equal(votes.toBigInt(), 1n);
	return makers.map((maker, index) => maker.toHex() + finalisers[index][0].toHex().slice(2)).sort();
}

/** Makes blocks up to the one before a session begins. */
async function untilSession() {
	const to = (Math.floor(chain.head.number / SESSION_LENGTH) + 1) * SESSION_LENGTH - 1;
	if (chain.head.number < to) await chain.seal({ to });
}

async function nextSession() {
	await untilSession();
	return chain.block();
}

/** What a block tells GRANDPA, as bytes. */
async function changesOfGrandpa({ hash }) {
	const { digest } = await chain.api.rpc.chain.getHeader(hash);
	const logs = digest.logs.filter((log) => log.isConsensus).map((log) => log.asConsensus);
	return logs.filter(([engine]) => engine.toUtf8() === 'FRNK').map(([, log]) => log.toHex());
}

let genesis;
let keys;

chain.test('the keys that a node makes for an account are accepted from that account alone', async () => {
	genesis = await inForce();
	assert.equal(genesis.length, 1);
	keys = await newKeys(bob);
	assert.equal(await chain.raw('author_hasSessionKeys', keys.keys), true);
	await chain.fail(ferdie, tx().session.setKeys(keys.keys, keys.proof), 'session.InvalidProof');
	await chain.fail(bob, tx().session.setKeys(keys.keys, '0x'), 'session.InvalidProof');
	const { effects } = await chain.succeed(bob, tx().session.setKeys(keys.keys, keys.proof));
	assert.deepEqual(effects, [
		event('balances.Held', { reason: { Session: 'Keys' }, who: bob.address, amount: DEPOSIT }),
	]);
	const others = await newKeys(eve);
	await chain.fail(eve, tx().session.setKeys(keys.keys, others.proof), 'session.InvalidProof');
});

chain.test('the council cannot list anybody without the timelock, and no validator hands over its seat', async () => {
	const add = tx().validators.addMember(bob.address);
	assert.equal((await carry(chain, add, 5)).result, 'BadOrigin');
	assert.equal((await govern(chain, add, 'Short')).result, 'BadOrigin');
	await chain.fail(alice, tx().validators.changeKey(ferdie.address), 'system.CallFiltered');
	await chain.fail(bob, add, 'BadOrigin');
});

chain.test('whom governance lists makes and finalises blocks from the second session on', async () => {
	const { result, effects } = await govern(chain, tx().validators.addMember(bob.address), 'Long');
	assert.equal(result, 'ok');
	assert.equal(ofPallets(effects, 'validators').length, 1);
	const first = await nextSession();
	assert.deepEqual(named(first.opening, 'session.NewQueued').length, 1);
	assert.deepEqual(await changesOfGrandpa(first), []);
	assert.deepEqual(await inForce(), genesis);

	const second = await nextSession();
	assert.deepEqual(await inForce(), [...genesis, keys.keys].sort());
	const [change, ...more] = await changesOfGrandpa(second);
	assert.deepEqual(more, []);
	// An ordinary change (1) to two authorities (2, compact) that takes effect after no further block.
	assert.match(change, /^0x0108[0-9a-f]{160}00000000$/);
});

chain.test('a session begins with a block that takes only the council\'s transactions, and others are in the next one', async () => {
	await untilSession();
	const stake = await chain.sign(alice, tx().liquidityStaking.stake(usdc(1)));
	const motion = await chain.sign(bob, tx().council.propose(3, tx().system.remark('0x'), 10));
	const [bare, next] = [await chain.block(stake, motion), await chain.block()];
	assert.equal(bare.number % SESSION_LENGTH, 0);
	assert.deepEqual(bare.extrinsics.slice(1).map(({ hash }) => hash), [motion.hash.toHex()]);
	assert.equal(next.extrinsics.find(({ hash }) => hash === stake.hash.toHex())?.error, null);
});

chain.test('a validator changes its keys, and one whom governance removes is gone, both in the second session', async () => {
	const changed = await newKeys(alice);
	await chain.succeed(alice, tx().session.setKeys(changed.keys, changed.proof));
	const remove = tx().validators.removeMember(bob.address);
	assert.equal((await govern(chain, remove, 'Short')).result, 'BadOrigin');
	assert.equal((await govern(chain, remove, 'Long')).result, 'ok');
	await nextSession();
	assert.deepEqual(await inForce(), [...genesis, keys.keys].sort());
	await nextSession();
	assert.deepEqual(await inForce(), [changed.keys]);

	const { effects } = await chain.succeed(bob, tx().session.purgeKeys());
	assert.deepEqual(effects, [
		event('balances.Released', { reason: { Session: 'Keys' }, who: bob.address, amount: DEPOSIT }),
	]);
});
