/** stkUSDC moves through the pool's own calls, whoever dispatches them. */
import assert from 'node:assert/strict';
import { createKeyMulti, encodeAddress, sortAddresses } from '@polkadot/util-crypto';
import { alice, bob, charlie, dave, eve, stranger } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { SS58_PREFIX } from '../lib/development.js';
import { event, named, ofPallets } from '../lib/events.js';
import { assertReceipt, nativeBalance, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';
import { developmentOracle } from '../lib/oracle/development.js';

const chain = new ManualChain().use();
const oracle = developmentOracle();
const tx = () => chain.api.tx;

/** What a transfer emits when rewards have been flowing: index, sender, recipient, mirror, ledger. */
function moved(from, to, amount) {
	const settled = (account) => {
		const { index, accrued } = oracle.staker(account);
		return event('liquidityStaking.UserIndexUpdated', { account, index, accrued });
	};
	return [
		event('liquidityStaking.GlobalIndexUpdated', { index: oracle.index }),
		settled(from),
		settled(to),
		event('assets.Transferred', { assetId: 2n, from, to, amount }),
		event('liquidityStaking.Transfer', { from, to, amount }),
	];
}

const poolEvents = (events) => ofPallets(events, 'liquidityStaking', 'assets');

/** Every account of the test has in ledger and mirror what the oracle says. */
async function assertBooks() {
	for (const { address } of [alice, bob, charlie, dave, eve]) {
		await assertReceipt(chain.api, address, oracle.balances(chain.head.now, address).balance);
	}
}

chain.test('Alice stakes', async () => {
	const { block } = await chain.succeed(alice, tx().liquidityStaking.stake(usdc(1_000)));
	oracle.stake(block.now, alice.address, usdc(1_000));
	await assertBooks();
});

chain.test('a plain account sends a part; rewards of the past stay with it', async () => {
	const { block, effects } = await chain.succeed(alice, tx().liquidityStaking.transfer(bob.address, usdc(300)));
	oracle.transfer(block.now, alice.address, bob.address, usdc(300));
	assert.deepEqual(effects, moved(alice.address, bob.address, usdc(300)));
	assert.equal(await query(chain.api, 'claimableRewards', bob.address), 0n);
	await assertBooks();
});

chain.test('a transfer to oneself changes no balance and settles once', async () => {
	const { block, effects } = await chain.succeed(alice, tx().liquidityStaking.transfer(alice.address, usdc(700)));
	oracle.transfer(block.now, alice.address, alice.address, usdc(700));
	const { index, accrued } = oracle.staker(alice.address);
	assert.deepEqual(effects, [
		event('liquidityStaking.GlobalIndexUpdated', { index }),
		event('liquidityStaking.UserIndexUpdated', { account: alice.address, index, accrued }),
		event('liquidityStaking.Transfer', { from: alice.address, to: alice.address, amount: usdc(700) }),
	]);
	await assertBooks();
});

chain.test('an account that has never held anything can receive, without any DYDX', async () => {
	const { address } = stranger('receiver');
	const { block } = await chain.succeed(alice, tx().liquidityStaking.transfer(address, usdc(10)));
	oracle.transfer(block.now, alice.address, address, usdc(10));
	await assertReceipt(chain.api, address, usdc(10));
	assert.equal(await nativeBalance(chain.api, address), 0n);
	await assertBooks();
});

chain.test('the whole balance can leave', async () => {
	const { block } = await chain.succeed(bob, tx().liquidityStaking.transfer(alice.address, usdc(300)));
	oracle.transfer(block.now, bob.address, alice.address, usdc(300));
	assert.ok((await chain.api.query.assets.account(2, bob.address)).isNone, 'the asset account is closed');
	await assertBooks();
});

chain.test('two transfers in one utility.batchAll', async () => {
	const call = tx().utility.batchAll([
		tx().liquidityStaking.transfer(bob.address, usdc(20)),
		tx().liquidityStaking.transfer(charlie.address, usdc(30)),
	]);
	const { block, effects } = await chain.succeed(alice, call);
	oracle.transfer(block.now, alice.address, bob.address, usdc(20));
	oracle.transfer(block.now, alice.address, charlie.address, usdc(30));
	assert.equal(named(effects, 'liquidityStaking.Transfer').length, 2);
	await assertBooks();
});

chain.test('utility.batchAll undoes the first transfer when the second cannot be made', async () => {
	const call = tx().utility.batchAll([
		tx().liquidityStaking.transfer(bob.address, usdc(20)),
		tx().liquidityStaking.transfer(charlie.address, usdc(100_000)),
	]);
	await chain.fail(alice, call, 'liquidityStaking.InsufficientTransferableBalance');
	await assertBooks();
});

chain.test('Bob moves the stake of Alice as her proxy', async () => {
	await chain.succeed(alice, tx().proxy.addProxy(bob.address, 'Any', 0));
	const call = tx().proxy.proxy(alice.address, null, tx().liquidityStaking.transfer(dave.address, usdc(40)));
	const { block, effects } = await chain.succeed(bob, call);
	oracle.transfer(block.now, alice.address, dave.address, usdc(40));
	assert.deepEqual(poolEvents(effects), moved(alice.address, dave.address, usdc(40)));
	assert.deepEqual(named(effects, 'proxy.ProxyExecuted'), [event('proxy.ProxyExecuted', { result: 'ok' })]);
	await assertBooks();
});

chain.test('a multisig of two out of three moves its stake', async () => {
	const people = [alice.address, bob.address, charlie.address];
	const multisig = encodeAddress(createKeyMulti(people, 2), SS58_PREFIX);
	const others = (signer) => sortAddresses(people.filter((address) => address !== signer.address), SS58_PREFIX);
	const staked = await chain.succeed(alice, tx().liquidityStaking.stakeFor(multisig, usdc(500)));
	oracle.stake(staked.block.now, multisig, usdc(500));

	const transfer = tx().liquidityStaking.transfer(eve.address, usdc(200));
	const weight = { refTime: 5_000_000_000n, proofSize: 200_000n };
	const first = await chain.succeed(alice, tx().multisig.asMulti(2, others(alice), null, transfer.method, weight));
	assert.deepEqual(poolEvents(first.effects), [], 'one signature is not enough');
	const index = first.block.extrinsics.findIndex(({ hash }) => hash === first.hash);
	const opened = { height: first.block.number, index };
	const second = await chain.succeed(bob, tx().multisig.asMulti(2, others(bob), opened, transfer.method, weight));
	oracle.transfer(second.block.now, multisig, eve.address, usdc(200));
	const [{ data }] = named(second.effects, 'multisig.MultisigExecuted');
	assert.equal(data.result, 'ok');
	assert.deepEqual(poolEvents(second.effects), moved(multisig, eve.address, usdc(200)));
	await assertReceipt(chain.api, multisig, usdc(300));
	await assertBooks();
});

chain.test('a spender moves what the owner approved, and the allowance shrinks with it', async () => {
	const approval = (amount) =>
		event('liquidityStaking.Approval', { owner: alice.address, spender: bob.address, amount });
	const allowance = () => query(chain.api, 'allowance', alice.address, bob.address);

	const approved = await chain.succeed(alice, tx().liquidityStaking.approve(bob.address, usdc(50)));
	assert.deepEqual(approved.effects, [approval(usdc(50))]);
	const raised = await chain.succeed(alice, tx().liquidityStaking.increaseAllowance(bob.address, usdc(25)));
	assert.deepEqual(raised.effects, [approval(usdc(75))]);
	const lowered = await chain.succeed(alice, tx().liquidityStaking.decreaseAllowance(bob.address, usdc(15)));
	assert.deepEqual(lowered.effects, [approval(usdc(60))]);

	const call = tx().liquidityStaking.transferFrom(alice.address, dave.address, usdc(45));
	const { block, effects } = await chain.succeed(bob, call);
	oracle.transfer(block.now, alice.address, dave.address, usdc(45));
	assert.deepEqual(effects, [...moved(alice.address, dave.address, usdc(45)), approval(usdc(15))]);
	assert.equal(await allowance(), usdc(15));
	await assertBooks();
});
