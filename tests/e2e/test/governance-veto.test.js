/** A forced trade of the owner waits for seven days in public, and as long as it does the council can veto it at once. */
import assert from 'node:assert/strict';
import { forcedTradeId } from '../../../tools/stark-operator/lib/messages.js';
import { account, alice, charlie, ferdie } from '../lib/accounts.js';
import { agree, closing, COUNCIL, executing, propose } from '../lib/council.js';
import { BORROWERS, proxyAccount } from '../lib/development.js';
import * as exchanged from '../lib/exchange-events.js';
import * as decided from '../lib/governance-events.js';
import { ask } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import * as emitted from '../lib/proxy-events.js';
import { queuedTradeHash, registrationOf, starkKey, tradeConsent } from '../lib/stark.js';

const chain = new ManualChain().use();
const proxies = () => chain.api.tx.starkProxy;

/** That of WOO Network. */
const PROXY = 2;
const [NAME] = BORROWERS[PROXY];
const owner = account(`//${NAME}`);
const [key, charliesKey] = [NAME, 'Charlie'].map((name) => starkKey(name));
const NOT_QUEUED = 'starkProxy.ForcedTradeNotQueued';

/** Trades that the owner and Charlie agree upon. */
const trades = {};
const trade = (nonce) => ({
	keyA: key.key,
	keyB: charliesKey.key,
	positionA: 1n,
	positionB: 2n,
	syntheticAssetId: 0x4554482d35n,
	amountCollateral: 1_000_000_000n,
	amountSynthetic: 5_000n,
	aIsBuyingSynthetic: false,
	submissionExpiration: chain.next + 30n * 86_400n,
	nonce,
});

/** What the owner sends once the waiting is over. */
const request = (args) => proxies().forcedTradeRequest(PROXY, args, tradeConsent(chain, args, charliesKey));

const isQueued = async (args) =>
	(await ask(chain.api, 'starkProxyApi', 'queuedForcedTrade', PROXY, queuedTradeHash(PROXY, args))) !== null;

/** The owner queues a trade. @returns {Promise<bigint>} from when on it can be made */
async function queues(args) {
	const { block, effects } = await chain.succeed(owner, proxies().queueForcedTradeRequest(PROXY, args));
	assert.deepEqual(effects, [emitted.tradeQueued(PROXY, args, block.now)]);
	return block.now + emitted.TRADE_WAIT;
}

const veto = (...vetoed) =>
	proxies().guardianVetoForcedTradeRequests(
		PROXY,
		vetoed.map((args) => queuedTradeHash(PROXY, args)),
	);

/** A motion for a veto, which only has to be closed. */
async function agreesOn(call) {
	const motion = await propose(chain, chain.api.tx.timelock.queue('Instant', call, null));
	await agree(chain, motion, COUNCIL.slice(0, 3));
	return motion;
}

/** What closing the motion emits. */
const motionQueues = (motion, id, call, now) =>
	decided.carried(motion, 3, 0, [decided.queued(id, 'Instant', call, now, 0n)]);

chain.test('the owner and Charlie have keys on the exchange', async () => {
	const register = registrationOf(chain, proxyAccount(PROXY), key);
	await chain.succeed(owner, proxies().registerUserOnExchange(PROXY, key.key, register));
	await chain.succeed(owner, proxies().allowStarkKey(PROXY, key.key));
	const { starkExchange } = chain.api.tx;
	const consent = registrationOf(chain, charlie.address, charliesKey);
	await chain.succeed(charlie, starkExchange.registerUser(charliesKey.key, consent));
});

let from;

chain.test('the block that closes the motion can execute the veto too', async () => {
	trades.bad = trade(1n);
	from = await queues(trades.bad);
	const call = veto(trades.bad);
	const motion = await agreesOn(call);
	// Motions go first in a block. The number of the operation is known beforehand.
	const close = await chain.sign(alice, closing(chain, motion));
	const execute = await chain.sign(ferdie, executing(chain, 0n));
	const block = await chain.block(execute, close);
	const outcome = ({ hash }) => block.extrinsics.find((one) => one.hash === hash.toHex());
	assert.deepEqual(outcome(close).effects, motionQueues(motion, 0n, call, block.now));
	assert.deepEqual(outcome(execute).effects, [emitted.tradeVetoed(PROXY, trades.bad), decided.executed(0n)]);
	assert.ok(from - block.now > 6n * 86_400n, 'six days and more are left');
	assert.equal(await isQueued(trades.bad), false);
});

chain.test('the owner can no longer make the trade: not now, and not after the seven days', async () => {
	await chain.fail(owner, request(trades.bad), NOT_QUEUED);
	const unqueue = proxies().unqueueForcedTradeRequest(PROXY, queuedTradeHash(PROXY, trades.bad));
	await chain.fail(owner, unqueue, NOT_QUEUED);
	await chain.setNextTime(from);
	await chain.fail(owner, request(trades.bad), NOT_QUEUED);
});

chain.test('a veto comes in time until the block before the trade could be made', async () => {
	trades.late = trade(2n);
	trades.good = trade(3n);
	from = await queues(trades.late);
	// One of two: the other is not touched.
	assert.equal(await queues(trades.good), from + 6n);
	await chain.travelTo(from - 30n);
	const call = veto(trades.late);
	const motion = await agreesOn(call);
	const closed = await chain.succeed(alice, closing(chain, motion));
	assert.deepEqual(closed.effects, motionQueues(motion, 1n, call, closed.block.now));
	const executed = await chain.succeed(ferdie, executing(chain, 1n));
	assert.deepEqual(executed.effects, [emitted.tradeVetoed(PROXY, trades.late), decided.executed(1n)]);
	assert.equal(executed.block.number, closed.block.number + 1, 'in the next block');
	assert.ok(executed.block.now < from && executed.block.now >= from - 12n);
	await chain.setNextTime(from);
	await chain.fail(owner, request(trades.late), NOT_QUEUED);
});

chain.test('a trade that nobody vetoes can be made', async () => {
	assert.equal(chain.next, from + 6n);
	const { block, effects } = await chain.succeed(owner, request(trades.good));
	assert.deepEqual(effects, [
		exchanged.happened('ForcedTradeRequested', {
			id: forcedTradeId(trades.good),
			args: trades.good,
			reduceOnly: false,
			deadline: block.now + exchanged.GRACE,
		}),
		emitted.happened('ForcedTradeRequested', {
			proxy: BigInt(PROXY),
			key: key.key,
			position: 1n,
			argsHash: queuedTradeHash(PROXY, trades.good),
			byGuardian: false,
		}),
	]);
});

chain.test('a veto that comes after that finds nothing, and stops nothing', async () => {
	const motion = await agreesOn(veto(trades.good));
	await chain.succeed(alice, closing(chain, motion));
	const { effects } = await chain.succeed(ferdie, executing(chain, 2n));
	assert.deepEqual(effects, [decided.executed(2n)]);
});
