/** The chain as `make dev` starts it: Aura and GRANDPA, a block every six seconds. */
import assert from 'node:assert/strict';
import { alice } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { readBlock } from '../lib/block.js';
import { Chain } from '../lib/chain.js';
import { GENESIS_DYDX, GENESIS_USDC, POOL, SS58_PREFIX, STK_USDC, USDC } from '../lib/development.js';
import { event } from '../lib/events.js';
import { follow } from '../lib/follow.js';
import { assertReceipt, assetBalance, nativeBalance, query } from '../lib/holdings.js';
import { plain } from '../lib/plain.js';

const chain = new Chain().use();

chain.test('the first block is made and imported', async () => {
	await chain.node.logged(/Imported #1 /);
	const header = await chain.api.rpc.chain.getHeader(await chain.api.rpc.chain.getBlockHash(1));
	assert.equal(header.parentHash.toString(), chain.api.genesisHash.toString());
});

chain.test('wallets are told DYDX, 18 decimals and the address prefix 42', async () => {
	const properties = await chain.api.rpc.system.properties();
	const { ss58Format, tokenDecimals, tokenSymbol } = properties.toHuman();
	assert.deepEqual([ss58Format, tokenDecimals, tokenSymbol], ['42', ['18'], ['DYDX']]);
	assert.equal((await chain.api.rpc.system.chain()).toString(), 'Tidepool Development');
	assert.equal(chain.api.registry.chainSS58, SS58_PREFIX);
});

chain.test('USDC and stkUSDC have a name, a symbol and six decimals', async () => {
	const describe = async (id) => plain(await chain.api.query.assets.metadata(id), chain.api.registry);
	const text = (string) => `0x${Buffer.from(string).toString('hex')}`;
	const [usd, stk] = [await describe(USDC), await describe(STK_USDC)];
	assert.deepEqual([usd.symbol, usd.decimals], [text('USDC'), 6n]);
	assert.deepEqual([stk.name, stk.symbol, stk.decimals], [text('dYdX Staked USDC'), text('stkUSDC'), 6n]);
	assert.equal(await query(chain.api, 'name'), 'dYdX Staked USDC');
});

chain.test('the RPC has the methods of system, fees, finality and the new standard', async () => {
	const { methods } = (await chain.api.rpc.rpc.methods()).toJSON();
	const expected = [
		'system_accountNextIndex',
		'payment_queryInfo',
		'payment_queryFeeDetails',
		'grandpa_roundState',
		'chainSpec_v1_genesisHash',
		'chainHead_v1_follow',
		'transaction_v1_broadcast',
		'transactionWatch_v1_submitAndWatch',
	];
	assert.deepEqual(expected.filter((method) => !methods.includes(method)), []);
});

chain.test('blocks and time of an ordinary chain cannot be commanded', async () => {
	await assert.rejects(chain.raw('dev_newBlock'), /Method not found/);
	await assert.rejects(chain.raw('dev_timeTravel', Date.now() + 1_000_000), /Method not found/);
});

chain.test('Alice stakes 1,000 USDC and holds 1,000 stkUSDC in a final block', async () => {
	const { api } = chain;
	const amount = usdc(1_000);
	assert.equal(await nativeBalance(api, alice.address), GENESIS_DYDX);
	assert.equal(await assetBalance(api, USDC, alice.address), GENESIS_USDC);

	const call = api.tx.liquidityStaking.stake(amount);
	const estimate = (await call.paymentInfo(alice)).partialFee.toBigInt();
	const { included, finalized } = await follow(call, alice);
	assert.equal(finalized, included);

	const block = await readBlock(api, included);
	const [staked] = block.extrinsics.filter(({ fee }) => fee > 0n);
	assert.equal(staked.error, null);
	assert.ok(staked.fee <= estimate, 'a wallet shows what it costs at most');
	assert.deepEqual(staked.effects, [
		event('liquidityStaking.GlobalIndexUpdated', { index: 0n }),
		event('assets.Transferred', { assetId: 1n, from: alice.address, to: POOL, amount }),
		event('assets.Issued', { assetId: 2n, owner: alice.address, amount }),
		event('liquidityStaking.Staked', { staker: alice.address, payer: alice.address, amount }),
		event('liquidityStaking.Transfer', { from: null, to: alice.address, amount }),
	]);

	await assertReceipt(api, alice.address, amount);
	assert.equal(await assetBalance(api, USDC, alice.address), GENESIS_USDC - amount);
	assert.equal(await assetBalance(api, USDC, POOL), amount);
	assert.equal(await nativeBalance(api, alice.address), GENESIS_DYDX - staked.fee, 'the fee is paid in DYDX');
});
