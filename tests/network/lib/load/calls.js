/** What stakers and borrowers send: every movement of money that the pool knows, also at times when it is refused. */
import { account } from '../../../e2e/lib/accounts.js';
import { usdc } from '../../../e2e/lib/amounts.js';
import { BORROWERS, proxyAccount } from '../../../e2e/lib/development.js';

const POOL = 'liquidityStaking';
const PROXIES = BORROWERS.map((_, proxy) => proxyAccount(proxy));

/** People with USDC who stake, and people with USDC who own the proxy of a borrower. */
export const STAKERS = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'].map((name) => account(`//${name}`));
export const OWNERS = BORROWERS.map(([name]) => account(`//${name}`));

/**
 * @typedef {object} Situation
 * @property {any} tx the calls of polkadot.js
 * @property {(limit: number) => bigint} amount a random one below so many USDC, with cents and less
 * @property {() => string} other the address of a random staker
 * @property {string} own
 * @property {number} proxy that of the owner of a borrower
 */

/**
 * @typedef {object} LoadCall
 * @property {number} weight how often it is sent
 * @property {(situation: Situation) => any} make
 * @property {string[]} refusals the errors with which it may fail, of the pool unless another pallet is named
 */

/** @type {Record<string, LoadCall>} */
export const STAKER_CALLS = {
	stake: { weight: 30, make: ({ tx, amount }) => tx.stake(amount(2_000)), refusals: [] },
	stakeFor: { weight: 4, make: ({ tx, amount, other }) => tx.stakeFor(other(), amount(500)), refusals: [] },
	transfer: {
		weight: 20,
		make: ({ tx, amount, other }) => tx.transfer(other(), amount(500)),
		refusals: ['InsufficientTransferableBalance'],
	},
	approve: { weight: 3, make: ({ tx, amount, other }) => tx.approve(other(), amount(1_000)), refusals: [] },
	transferFrom: {
		weight: 4,
		make: ({ tx, amount, other }) => tx.transferFrom(other(), other(), amount(100)),
		refusals: ['InsufficientTransferableBalance', 'InsufficientAllowance'],
	},
	claimRewards: { weight: 15, make: ({ tx, other }) => tx.claimRewards(other()), refusals: [] },
	requestWithdrawal: {
		weight: 15,
		make: ({ tx, amount }) => tx.requestWithdrawal(amount(1_000)),
		refusals: ['InBlackoutWindow', 'InsufficientActiveBalance'],
	},
	withdrawStake: {
		weight: 4,
		make: ({ tx, amount, other }) => tx.withdrawStake(other(), amount(200)),
		refusals: ['InsufficientLiquidity', 'InsufficientInactiveBalance'],
	},
	withdrawMaxStake: { weight: 6, make: ({ tx, own }) => tx.withdrawMaxStake(own), refusals: [] },
	withdrawMaxDebt: { weight: 3, make: ({ tx, own }) => tx.withdrawMaxDebt(own), refusals: [] },
	settle: { weight: 2, make: ({ tx, other }) => tx.settle(other()), refusals: [] },
	markDebt: { weight: 3, make: ({ tx }) => tx.markDebt(PROXIES), refusals: ['NoShortfall'] },
};

/** @type {Record<string, LoadCall>} */
export const OWNER_CALLS = {
	borrow: {
		weight: 10,
		make: ({ tx, amount, proxy }) => tx.borrow(proxy, amount(3_000)),
		refusals: ['ExceedsAvailableToBorrow', 'ExceedsAllocation', 'BorrowerRestricted'],
	},
	repayBorrow: {
		weight: 5,
		make: ({ tx, amount, proxy }) => tx.repayBorrow(proxy, amount(1_500)),
		refusals: ['RepayExceedsBorrowed', 'starkProxy.InsufficientProxyBalance'],
	},
	repayDebt: {
		weight: 3,
		make: ({ tx, amount, proxy }) => tx.repayDebt(proxy, amount(300)),
		refusals: ['RepayExceedsDebt', 'starkProxy.InsufficientProxyBalance'],
	},
};

/** The full names of the errors with which a call may fail. @param {LoadCall} call */
export const refusalsOf = ({ refusals }) => refusals.map((name) => (name.includes('.') ? name : `${POOL}.${name}`));
