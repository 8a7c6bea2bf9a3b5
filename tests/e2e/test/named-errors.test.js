/** Wrong input to the pool: the error has the specification's name and nothing changes. */
import { alice, bob, charlie, dave, stranger } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { BLACKOUT_WINDOW, GENESIS_USDC, REWARDS_PER_SECOND } from '../lib/development.js';
import { clock, ManualChain } from '../lib/manual-chain.js';

const chain = new ManualChain().use();
const pool = () => chain.api.tx.liquidityStaking;
const U128_MAX = 2n ** 128n - 1n;

/**
 * Each line: what is wrong, who calls what, and the name of the error.
 *
 * @param {[string, any, () => any, string][]} lines
 */
function refuses(lines) {
	for (const [what, signer, call, error] of lines) {
		chain.test(`${what}: ${error}`, async () => {
			await chain.fail(signer, call(), error);
		});
	}
}

const MISSING = 'liquidityStaking.MissingRole';
const INSUFFICIENT = {
	active: 'liquidityStaking.InsufficientActiveBalance',
	inactive: 'liquidityStaking.InsufficientInactiveBalance',
	liquidity: 'liquidityStaking.InsufficientLiquidity',
	transferable: 'liquidityStaking.InsufficientTransferableBalance',
	allowance: 'liquidityStaking.InsufficientAllowance',
};

refuses([
	['withdrawing from an empty pool', alice, () => pool().withdrawStake(alice.address, 1), INSUFFICIENT.liquidity],
	['requesting with nothing staked', alice, () => pool().requestWithdrawal(1), INSUFFICIENT.active],
	['sending with nothing staked', alice, () => pool().transfer(bob.address, 1), INSUFFICIENT.transferable],
	['staking more USDC than one has', alice, () => pool().stake(GENESIS_USDC + 1n), 'token.FundsUnavailable'],
	['staking more USDC than there is', alice, () => pool().stake(U128_MAX), 'arithmetic.Underflow'],
]);

chain.test('Alice stakes 1,000 USDC and requests 400 of it, Bob stakes 50', async () => {
	await chain.succeed(alice, pool().stake(usdc(1_000)));
	await chain.succeed(alice, pool().requestWithdrawal(usdc(400)));
	await chain.succeed(bob, pool().stake(usdc(50)));
});

refuses([
	['requesting more than is still active', alice, () => pool().requestWithdrawal(usdc(600) + 1n), INSUFFICIENT.active],
	[
		'withdrawing what is still pending',
		alice,
		() => pool().withdrawStake(alice.address, usdc(400)),
		INSUFFICIENT.inactive,
	],
	[
		'withdrawing more than the pool holds',
		alice,
		() => pool().withdrawStake(alice.address, usdc(1_050) + 1n),
		INSUFFICIENT.liquidity,
	],
	[
		'sending the part that is on its way out',
		alice,
		() => pool().transfer(bob.address, usdc(600) + 1n),
		INSUFFICIENT.transferable,
	],
	[
		'sending too much to oneself',
		alice,
		() => pool().transfer(alice.address, usdc(600) + 1n),
		INSUFFICIENT.transferable,
	],
	[
		'spending without an allowance',
		charlie,
		() => pool().transferFrom(alice.address, charlie.address, 1),
		INSUFFICIENT.allowance,
	],
	[
		'the owner spending its own without an allowance to itself',
		alice,
		() => pool().transferFrom(alice.address, bob.address, 1),
		INSUFFICIENT.allowance,
	],
	[
		'spending more than the owner can send, before the allowance is looked at',
		charlie,
		() => pool().transferFrom(alice.address, charlie.address, usdc(600) + 1n),
		INSUFFICIENT.transferable,
	],
	[
		'lowering an allowance below zero',
		alice,
		() => pool().decreaseAllowance(charlie.address, 1),
		INSUFFICIENT.allowance,
	],
]);

chain.test('raising an allowance past 2^128 - 1: arithmetic.Overflow', async () => {
	await chain.succeed(alice, pool().approve(charlie.address, U128_MAX));
	await chain.fail(alice, pool().increaseAllowance(charlie.address, 1), 'arithmetic.Overflow');
});

chain.test('spending more than the rest of an allowance: liquidityStaking.InsufficientAllowance', async () => {
	await chain.succeed(alice, pool().approve(dave.address, usdc(10)));
	const spend = (amount) => pool().transferFrom(alice.address, dave.address, amount);
	await chain.fail(dave, spend(usdc(10) + 1n), INSUFFICIENT.allowance);
	await chain.succeed(dave, spend(usdc(10)));
	await chain.fail(dave, spend(1), INSUFFICIENT.allowance);
});

chain.test('an account without USDC cannot stake', async () => {
	const poor = stranger('without USDC');
	await chain.succeed(alice, chain.api.tx.balances.transferKeepAlive(poor.address, dydx(10)));
	await chain.fail(poor, pool().stake(1), 'token.FundsUnavailable');
	await chain.fail(poor, pool().stakeFor(alice.address, 1), 'token.FundsUnavailable');
});

refuses([
	['a plain account changing the epochs', alice, () => pool().setEpochParameters(600, 0), MISSING],
	['a plain account changing the blackout', alice, () => pool().setBlackoutWindow(60), MISSING],
	['a plain account changing the rate', alice, () => pool().setRewardsPerSecond(REWARDS_PER_SECOND), MISSING],
	['a plain account granting a role', alice, () => pool().grantRole('Owner', alice.address), MISSING],
	['a plain account revoking a role', alice, () => pool().revokeRole('Owner', alice.address), MISSING],
]);

chain.test('requesting in the blackout is refused before the balance is looked at', async () => {
	await chain.setNextTime(clock.startOf(clock.epoch(chain.head.now) + 1n) - BLACKOUT_WINDOW);
	await chain.fail(alice, pool().requestWithdrawal(0), 'liquidityStaking.InBlackoutWindow');
	await chain.fail(alice, pool().requestWithdrawal(usdc(5_000)), 'liquidityStaking.InBlackoutWindow');
});

chain.test('one unit more than what is withdrawable: liquidityStaking.InsufficientInactiveBalance', async () => {
	await chain.enterNextEpoch();
	await chain.fail(alice, pool().withdrawStake(alice.address, usdc(400) + 1n), INSUFFICIENT.inactive);
	await chain.succeed(alice, pool().withdrawStake(alice.address, usdc(400)));
	await chain.fail(alice, pool().withdrawStake(alice.address, 1), INSUFFICIENT.inactive);
});

chain.test('a claim too small to open the account of the recipient is refused and kept', async () => {
	const newcomer = stranger('tiny claim');
	await chain.succeed(charlie, pool().stake(1));
	await chain.block();
	await chain.fail(charlie, pool().claimRewards(newcomer.address), 'token.BelowMinimum');
	await chain.succeed(charlie, pool().claimRewards(charlie.address));
});
