/**
 * How much is measured.
 *
 * @typedef {object} Mode
 * @property {string[]} calls names of the measured calls
 * @property {number} blocks how many full blocks of one call are wanted; 0 when blocks are not to be filled
 * @property {number} extrinsics how many extrinsics of one call are sent when blocks are not to be filled
 */

/** @type {Mode} */
export const FULL = {
	calls: [
		'balances.transferKeepAlive',
		'assets.transfer',
		'liquidityStaking.stake',
		'liquidityStaking.transfer',
		'liquidityStaking.claimRewards',
	],
	blocks: 4,
	extrinsics: 0,
};

/** Shows that everything works; its blocks are far from full. @type {Mode} */
export const QUICK = {
	calls: ['balances.transferKeepAlive', 'liquidityStaking.stake'],
	blocks: 0,
	extrinsics: 400,
};
