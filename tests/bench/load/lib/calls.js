/** The measured calls: what their senders need beforehand and what they send. */
import { dydx, usdc } from '../../../e2e/lib/amounts.js';
import { USDC } from '../../../e2e/lib/development.js';

const FEES = dydx(10);
const STAKE = usdc(100);
const CENT = usdc(1) / 100n;

/** For calls whose cost does not depend on how often an account has sent one in the same block. */
const SOME = 1_000;
/** More than fit in a block: every claim in a block is then of another account and has something to pay. */
const MANY = 1_800;

const fees = (api, address) => api.tx.balances.transferKeepAlive(address, FEES);
const money = (api, address) => api.tx.assets.transfer(USDC, address, STAKE);
const stake = (api, address) => api.tx.liquidityStaking.stakeFor(address, STAKE);

/**
 * @typedef {object} MeasuredCall
 * @property {number} senders how many accounts send it
 * @property {((api: any, address: string) => any)[]} needs calls that prepare a sender
 * @property {(api: any, own: string, other: string) => any} make the call, by account `own`; `other` exists as well
 */

/** @type {Record<string, MeasuredCall>} */
export const CALLS = {
	'balances.transferKeepAlive': {
		senders: SOME,
		needs: [fees],
		make: (api, own, other) => api.tx.balances.transferKeepAlive(other, dydx(1) / 1_000n),
	},
	'assets.transfer': {
		senders: SOME,
		needs: [fees, money],
		make: (api, own, other) => api.tx.assets.transfer(USDC, other, CENT),
	},
	'liquidityStaking.stake': {
		senders: SOME,
		needs: [fees, money],
		make: (api) => api.tx.liquidityStaking.stake(CENT),
	},
	'liquidityStaking.transfer': {
		senders: SOME,
		needs: [fees, stake],
		make: (api, own, other) => api.tx.liquidityStaking.transfer(other, CENT),
	},
	'liquidityStaking.claimRewards': {
		senders: MANY,
		needs: [fees, stake],
		make: (api, own) => api.tx.liquidityStaking.claimRewards(own),
	},
};
