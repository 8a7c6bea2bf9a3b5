import { fail } from './errors.js';

/**
 * How many items of each kind a batch may have.
 *
 * @typedef {{ deposits: number, transfers: number, settlements: number, forced: number, withdrawals: number }} Limits
 */

const CONSTANTS = {
	deposits: 'maxDepositsPerBatch',
	transfers: 'maxTransfersPerBatch',
	settlements: 'maxSettlementsPerBatch',
	forced: 'maxForcedPerBatch',
	withdrawals: 'maxWithdrawalsPerBatch',
};

/** The limits of the connected chain. @param {import('@polkadot/api').ApiPromise} api @returns {Limits} */
export function limitsOf(api) {
	const constants = api.consts.starkExchange ?? {};
	return /** @type {Limits} */ (
		Object.fromEntries(
			Object.entries(CONSTANTS).map(([kind, name]) => [
				kind,
				constants[name]?.toNumber() ?? fail(`the chain does not tell its limit starkExchange.${name}`),
			]),
		)
	);
}

const NAMES = { forced: 'answers to forced requests' };

/** Refuses more items than a batch may have. @param {unknown[]} items @param {keyof Limits} kind @param {Limits} limits */
export function ensureFits(items, kind, limits) {
	if (items.length > limits[kind]) {
		fail(
			`a batch takes at most ${limits[kind]} ${NAMES[kind] ?? kind}, ${items.length} are given: spread them over several updates`,
		);
	}
}
