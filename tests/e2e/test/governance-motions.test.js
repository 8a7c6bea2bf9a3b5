/** The life of a motion of the council: who can propose and vote, and when it can be closed. */
import assert from 'node:assert/strict';
import { alice, bob, charlie, dave, eve, ferdie } from '../lib/accounts.js';
import { agree, ANY_WEIGHT, carry, closing, COUNCIL, propose, voting } from '../lib/council.js';
import { MOTION_DURATION, TRACKS } from '../lib/development.js';
import { event } from '../lib/events.js';
import * as decided from '../lib/governance-events.js';
import { ask } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain().use();
const council = () => chain.api.tx.council;
const refused = (name) => `council.${name}`;

/** Every motion is one of its own, and would queue an operation. */
const queueing = (number, track = 'Short') =>
	chain.api.tx.timelock.queue(track, chain.api.tx.liquidityStaking.setRewardsPerSecond(number), null);

const isOpen = async ({ hash }) => (await chain.api.query.council.voting(hash)).isSome;
const nothingQueued = async () =>
	assert.deepEqual(await ask(chain.api, 'timelockApi', 'openOperations'), []);

/** A vote that must be counted. */
async function votes(member, motion, aye, yes, no) {
	const outcome = await chain.succeed(member, voting(chain, motion, aye));
	assert.deepEqual(outcome.effects, [decided.voted(member.address, motion, aye, yes, no)]);
	return outcome;
}

chain.test('a motion is proposed with at least its length', async () => {
	const call = queueing(1);
	const { encodedLength } = call.method;
	const short = council().propose(3, call, encodedLength - 1);
	await chain.fail(alice, short, refused('WrongProposalLength'));
	const { effects } = await chain.succeed(alice, council().propose(3, call, encodedLength + 1));
	const motion = { hash: decided.hashOf(call), index: 0n, threshold: 3n };
	assert.deepEqual(effects, [decided.proposed(alice.address, motion)]);
	const again = council().propose(3, call, encodedLength);
	await chain.fail(bob, again, refused('DuplicateProposal'));
});

chain.test('with a threshold of one it is made at once, and has no power', async () => {
	const call = queueing(2);
	const { effects } = await chain.succeed(alice, council().propose(1, call, call.method.encodedLength));
	const result = { proposalHash: decided.hashOf(call), result: 'BadOrigin' };
	assert.deepEqual(effects, [event('council.Executed', result)]);
	await nothingQueued();
});

let motion;

chain.test('who is not a member does not vote', async () => {
	motion = await propose(chain, queueing(3), 3, eve);
	assert.deepEqual(motion.effects, [decided.proposed(eve.address, motion)]);
	for (const aye of [true, false]) {
		await chain.fail(ferdie, voting(chain, motion, aye), refused('NotMember'));
	}
});

chain.test('a vote names the motion by its hash and its number', async () => {
	const { hash, index } = motion;
	await chain.fail(alice, council().vote(hash, index + 1n, true), refused('WrongIndex'));
	await chain.fail(alice, council().vote(`0x${'00'.repeat(32)}`, index, true), refused('ProposalMissing'));
});

chain.test('nobody votes twice, but everybody can change a vote, for a fee', async () => {
	assert.equal((await votes(alice, motion, true, 1, 0)).fee, 0n);
	await chain.fail(alice, voting(chain, motion), refused('DuplicateVote'));
	assert.ok((await votes(alice, motion, false, 0, 1)).fee > 0n);
	await chain.fail(alice, voting(chain, motion, false), refused('DuplicateVote'));
	await votes(alice, motion, true, 1, 0);
});

chain.test('a minority closes nothing', async () => {
	await votes(bob, motion, true, 2, 0);
	for (const who of [alice, ferdie]) await chain.fail(who, closing(chain, motion), refused('TooEarly'));
	await votes(charlie, motion, false, 2, 1);
	await votes(dave, motion, false, 2, 2);
	await chain.fail(ferdie, closing(chain, motion), refused('TooEarly'));
});

chain.test('three nays kill it early, and whoever closes it pays nothing', async () => {
	await votes(eve, motion, false, 2, 3);
	const { effects, fee } = await chain.succeed(ferdie, closing(chain, motion));
	assert.deepEqual(effects, decided.lost(motion, 2, 3));
	assert.equal(fee, 0n);
	await chain.fail(alice, voting(chain, motion, false), refused('ProposalMissing'));
	await chain.fail(ferdie, closing(chain, motion), refused('ProposalMissing'));
	await nothingQueued();
});

chain.test('the same motion can be proposed again, as another one', async () => {
	const again = await propose(chain, queueing(3));
	assert.deepEqual([again.hash, again.index], [motion.hash, motion.index + 1n]);
	motion = again;
});

chain.test('three ayes carry it early, within the bounds that whoever closes it gives', async () => {
	await agree(chain, motion, [alice, charlie, eve]);
	const { hash, index, length } = motion;
	const close = (weight, length) => council().close(hash, index, weight, length);
	await chain.fail(ferdie, close(ANY_WEIGHT, length - 1), refused('WrongProposalLength'));
	await chain.fail(ferdie, close({ refTime: 1n, proofSize: 1n }, length), refused('WrongProposalWeight'));
	const { effects, block, fee } = await chain.succeed(ferdie, close(ANY_WEIGHT, length));
	const call = chain.api.tx.liquidityStaking.setRewardsPerSecond(3);
	const queued = decided.queued(0n, 'Short', call, block.now, TRACKS.Short.delay);
	assert.deepEqual(effects, decided.carried(motion, 3, 0, [queued]));
	assert.ok(fee > 0n);
	assert.equal((await carry(chain, chain.api.tx.timelock.cancel(0))).result, 'ok');
});

/** Motions that some members leave to silence, and the block in which their time is over. */
const silent = {};
let end;

chain.test(`a motion has ${MOTION_DURATION} blocks, ten minutes`, async () => {
	silent.minority = await propose(chain, queueing(4));
	const { number } = chain.head;
	const voted = (await chain.api.query.council.voting(silent.minority.hash)).unwrap();
	end = voted.end.toNumber();
	assert.equal(BigInt(end - number), MOTION_DURATION);
	silent.majority = await propose(chain, queueing(5, 'Long'), 4);
	silent.low = await propose(chain, queueing(6, 'Long'), 3);
	await agree(chain, silent.minority, COUNCIL.slice(0, 2));
	for (const one of [silent.majority, silent.low]) await agree(chain, one, COUNCIL.slice(0, 3));
});

chain.test('a block before it is over, silence decides nothing', async () => {
	await chain.seal({ to: end - 2 });
	await chain.fail(ferdie, closing(chain, silent.minority), refused('TooEarly'));
	assert.equal(chain.head.number, end - 1);
});

chain.test('after that, silence is no aye: two with three silent are a minority', async () => {
	const { effects, block } = await chain.succeed(ferdie, closing(chain, silent.minority));
	assert.equal(block.number, end);
	assert.deepEqual(effects, decided.lost(silent.minority, 2, 3));
	assert.equal(await isOpen(silent.minority), false);
});

chain.test('nor are three with two silent two thirds', async () => {
	await chain.block();
	const lost = await chain.succeed(ferdie, closing(chain, silent.majority));
	assert.deepEqual(lost.effects, decided.lost(silent.majority, 3, 2));
	const carried = await chain.succeed(ferdie, closing(chain, silent.low));
	assert.deepEqual(carried.effects, decided.carried(silent.low, 3, 0, [], 'BadOrigin'));
	await nothingQueued();
});
