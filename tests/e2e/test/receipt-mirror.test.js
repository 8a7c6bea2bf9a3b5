/** stkUSDC in the Assets pallet is a mirror: whatever is done to it directly, no unit of it moves. */
import assert from 'node:assert/strict';
import { alice, bob, charlie } from '../lib/accounts.js';
import { usdc } from '../lib/amounts.js';
import { STK_USDC } from '../lib/development.js';
import { named } from '../lib/events.js';
import { assertReceipt, query } from '../lib/holdings.js';
import { ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain().use();
const STAKED = usdc(1_000);

const tx = () => chain.api.tx;

async function assertNothingMoved() {
	await assertReceipt(chain.api, alice.address, STAKED);
	await assertReceipt(chain.api, bob.address, 0n);
	const asset = (await chain.api.query.assets.asset(STK_USDC)).unwrap();
	assert.equal(asset.supply.toBigInt(), STAKED);
	assert.equal(await query(chain.api, 'totalSupply'), STAKED);
}

chain.test('Alice stakes 1,000 USDC, of which 400 are on their way out', async () => {
	await chain.succeed(alice, tx().liquidityStaking.stake(STAKED));
	await chain.succeed(alice, tx().liquidityStaking.requestWithdrawal(usdc(400)));
	await assertNothingMoved();
});

// One unit, so that not even the transferable part can leave this way.
const REFUSED = {
	transfer: [() => tx().assets.transfer(STK_USDC, bob.address, 1), 'assets.BalanceLow'],
	transferKeepAlive: [() => tx().assets.transferKeepAlive(STK_USDC, bob.address, 1), 'assets.BalanceLow'],
	burn: [() => tx().assets.burn(STK_USDC, alice.address, 1), 'assets.NoPermission'],
	mint: [() => tx().assets.mint(STK_USDC, alice.address, 1), 'assets.NoPermission'],
	forceTransfer: [() => tx().assets.forceTransfer(STK_USDC, alice.address, bob.address, 1), 'assets.BalanceLow'],
	refund: [() => tx().assets.refund(STK_USDC, true), 'assets.NoDeposit'],
	freeze: [() => tx().assets.freeze(STK_USDC, alice.address), 'assets.NoPermission'],
	freezeAsset: [() => tx().assets.freezeAsset(STK_USDC), 'assets.NoPermission'],
	startDestroy: [() => tx().assets.startDestroy(STK_USDC), 'assets.NoPermission'],
	setTeam: [
		() => tx().assets.setTeam(STK_USDC, alice.address, alice.address, alice.address),
		'assets.NoPermission',
	],
	transferOwnership: [() => tx().assets.transferOwnership(STK_USDC, alice.address), 'assets.NoPermission'],
};

for (const [name, [call, error]] of Object.entries(REFUSED)) {
	chain.test(`assets.${name} of stkUSDC fails with ${error}`, async () => {
		await chain.fail(alice, call(), error);
		await assertNothingMoved();
	});
}

chain.test('a deposit for the asset account does not open a way to burn what is in it', async () => {
	await chain.succeed(charlie, tx().assets.touch(STK_USDC));
	await chain.succeed(charlie, tx().liquidityStaking.stake(usdc(10)));
	await chain.fail(charlie, tx().assets.refund(STK_USDC, true), 'assets.ContainsFreezes');
	await assertReceipt(chain.api, charlie.address, usdc(10));
	await chain.succeed(charlie, tx().liquidityStaking.transfer(alice.address, usdc(10)));
	await chain.succeed(charlie, tx().assets.refund(STK_USDC, false));
	await chain.succeed(alice, tx().liquidityStaking.requestWithdrawal(usdc(10)));
	await chain.enterNextEpoch();
	await chain.succeed(alice, tx().liquidityStaking.withdrawStake(charlie.address, usdc(10)));
	await assertNothingMoved();
});

chain.test('assets.transferAll of stkUSDC moves nothing', async () => {
	const { effects } = await chain.submit(alice, tx().assets.transferAll(STK_USDC, bob.address, false));
	for (const { data } of named(effects, 'assets.Transferred')) assert.equal(data.amount, 0n);
	await assertNothingMoved();
});

chain.test('an approval in the Assets pallet does not let the spender move stkUSDC', async () => {
	await chain.succeed(alice, tx().assets.approveTransfer(STK_USDC, bob.address, STAKED));
	await chain.fail(
		bob,
		tx().assets.transferApproved(STK_USDC, alice.address, bob.address, 1),
		'assets.BalanceLow',
	);
	await assertNothingMoved();
});

chain.test('a batch cannot do what its calls cannot', async () => {
	const transfer = tx().assets.transfer(STK_USDC, bob.address, usdc(100));
	await chain.fail(alice, tx().utility.batchAll([transfer]), 'assets.BalanceLow');
	await assertNothingMoved();
});
