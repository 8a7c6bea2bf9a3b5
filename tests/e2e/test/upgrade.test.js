/**
 * An upgrade from the motion to the block after: the long track authorises the next runtime, anybody applies it, its
 * migration moves every record of the timelock, and everything that was under way goes on.
 */
import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { account, alice, bob, charlie, ferdie } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { readBlock } from '../lib/block.js';
import { carry, execute, govern, queue } from '../lib/council.js';
import { USDC } from '../lib/development.js';
import { event, named } from '../lib/events.js';
import { nextRuntime } from '../lib/harness/next-runtime.js';
import { assertReceipt, ask, assetBalance, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import { prefixOf, storage } from '../lib/storage.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const system = () => chain.api.tx.system;

const next = nextRuntime();
const hash = blake2AsHex(next);
const CODE = u8aToHex(new TextEncoder().encode(':code'));

const [OLD, NEW] = [prefixOf('Timelock'), prefixOf('GovernanceTimelock')];
const NEW_RATE = 7n;

/** An operation that is queued before the upgrade and executed after it. */
let waiting;
/** A transaction that is signed before the upgrade and sent after it. */
let outdated;
/** An owner of a proxy, whose loan is open during the upgrade. */
const owner = account('//Wintermute');

const apply = (code) => system().applyAuthorizedUpgrade(code);
const specVersion = async () => (await chain.api.rpc.state.getRuntimeVersion()).specVersion.toNumber();

/** Ferdie applies the next runtime. polkadot.js mixes old and new metadata while it follows, so it gets a new connection. */
async function submitApplication() {
	const application = await chain.sign(ferdie, apply(next));
	await chain.api.rpc.author.submitExtrinsic(application);
	const block = await chain.raw('dev_newBlock');
	await chain.reconnect();
	chain.head = await readBlock(chain.api, block);
	const outcome = chain.head.extrinsics.find(({ hash }) => hash === application.hash.toHex());
	return { ...outcome, block: chain.head };
}

/** The records under `prefix`, by the rest of their keys. */
const under = (records, prefix) =>
	[...records].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]);

chain.test('only the long track authorises, and not before its delay is over', async () => {
	const authorize = system().authorizeUpgrade(hash);
	await chain.fail(alice, authorize, 'BadOrigin');
	await chain.fail(ferdie, apply(next), 'system.NothingAuthorized');
	assert.equal((await carry(chain, authorize, 5)).result, 'BadOrigin');
	for (const call of [system().setCode('0x00'), system().authorizeUpgradeWithoutChecks(hash)]) {
		assert.equal((await govern(chain, call, 'Long')).result, 'BadOrigin');
	}
	assert.equal((await govern(chain, authorize)).result, 'BadOrigin', 'the short track');

	const operation = await queue(chain, authorize, 'Long');
	assert.equal((await execute(chain, operation)).result, 'timelock.TooEarly');
	await chain.setNextTime(operation.eta);
	const { result, effects } = await execute(chain, operation);
	assert.equal(result, 'ok');
	assert.deepEqual(named(effects, 'system.UpgradeAuthorized'), [
		event('system.UpgradeAuthorized', { codeHash: hash, checkVersion: true }),
	]);
});

chain.test('no other code can be applied than the one that was authorised', async () => {
	await chain.enterNextEpoch();
	const running = (await chain.api.rpc.state.getStorage(CODE)).toHex();
	const spoiled = `${next.slice(0, -2)}${next.endsWith('00') ? '01' : '00'}`;
	for (const code of [running, spoiled, '0x00']) await chain.fail(ferdie, apply(code), 'system.Unauthorized');
	assert.equal(await specVersion(), 1);
});

chain.test('a chain in use: stakes, a request, a loan, and an operation that waits', async () => {
	await chain.succeed(alice, pool().stake(usdc(1_000)));
	await chain.succeed(bob, pool().stake(usdc(2_000)));
	await chain.succeed(bob, pool().requestWithdrawal(usdc(300)));
	await chain.succeed(owner, chain.api.tx.starkProxy.borrow(0, usdc(400)));
	waiting = await queue(chain, pool().setRewardsPerSecond(NEW_RATE));
	outdated = await chain.sign(charlie, pool().stake(1));
});

chain.test('anybody applies it, for nothing, and every record of the timelock moves in the block after', async () => {
	const { effects, block: applied, error, fee } = await submitApplication();
	assert.equal(error, null);
	assert.deepEqual(effects, [event('system.CodeUpdated', { hash_: hash })]);
	assert.equal(fee, 0n);
	const before = await storage(chain.api, applied.hash);
	const old = under(before, OLD);
	assert.ok(old.length > 5, 'limits, the next id, the waiting operation, the version');
	assert.deepEqual(under(before, NEW), [], 'nothing lies at the new place');

	const migrated = await chain.block();
	const after = await storage(chain.api, migrated.hash);
	assert.deepEqual(under(after, OLD), [], 'nothing has stayed behind');
	assert.deepEqual(under(after, NEW), old, 'everything has arrived');
	// What a block without transactions changes on its own, and nothing else.
	const own = ['System', 'Timestamp', 'Aura', 'Scheduler', 'TransactionPayment'].map((pallet) => prefixOf(pallet));
	const rest = (records) =>
		new Map([...records].filter(([key]) => ![OLD, NEW, ...own].some((prefix) => key.startsWith(prefix))));
	assert.deepEqual(rest(after), rest(before));
	const accounts = prefixOf('System', 'Account');
	assert.deepEqual(under(after, accounts), under(before, accounts));
	assert.equal(await specVersion(), 2);
});

chain.test('a transaction that was signed for the old version is refused', async () => {
	await assert.rejects(chain.api.rpc.author.submitExtrinsic(outdated), /outdated|bad signature/i);
	await chain.succeed(charlie, pool().stake(1));
});

chain.test('a node that starts again goes on with the new runtime', async () => {
	const { number, hash } = chain.head;
	await chain.kill();
	await chain.resume();
	assert.equal(await specVersion(), 2);
	assert.equal((await chain.api.rpc.chain.getBlockHash(number)).toHex(), hash, 'the blocks are still there');
	await chain.block();
});

chain.test('the stakes, the request and the loan are what they were', async () => {
	await assertReceipt(chain.api, alice.address, usdc(1_000));
	await assertReceipt(chain.api, bob.address, usdc(2_000));
	assert.equal(await query(chain.api, 'pendingWithdrawal', bob.address), usdc(300));
	assert.equal(await ask(chain.api, 'starkProxyApi', 'borrowedBalance', 0), usdc(400));
});

chain.test('the operation that waited is executed, and its track may still change its delay', async () => {
	const { eta } = await ask(chain.api, 'timelockApi', 'operation', waiting.id);
	assert.equal(eta, waiting.eta);
	await chain.setNextTime(eta - 6n);
	assert.equal((await execute(chain, waiting)).result, 'timelock.TooEarly');
	assert.equal((await execute(chain, waiting)).result, 'ok');
	assert.equal(await query(chain.api, 'rewardsPerSecond'), NEW_RATE);
	assert.equal((await govern(chain, chain.api.tx.timelock.setDelay('Short', 45))).result, 'ok');
	assert.equal(await ask(chain.api, 'timelockApi', 'delay', 'Short'), 45n);
});

chain.test('the epoch ends, the borrower repays, and the staker takes out what was requested', async () => {
	await chain.enterNextEpoch();
	await chain.succeed(owner, chain.api.tx.starkProxy.repayBorrow(0, usdc(400)));
	const before = await assetBalance(chain.api, USDC, charlie.address);
	await chain.succeed(bob, pool().withdrawStake(charlie.address, usdc(300)));
	assert.equal(await assetBalance(chain.api, USDC, charlie.address), before + usdc(300));
	await assertReceipt(chain.api, bob.address, usdc(1_700));
});

chain.test('the same code cannot be applied twice: the version must rise', async () => {
	assert.equal((await govern(chain, system().authorizeUpgrade(hash), 'Long')).result, 'ok');
	const { effects } = await chain.succeed(ferdie, apply(next));
	assert.deepEqual(effects, [
		event('system.RejectedInvalidAuthorizedUpgrade', { codeHash: hash, error: 'system.SpecVersionNeedsToIncrease' }),
	]);
	assert.equal(await specVersion(), 2);
});
