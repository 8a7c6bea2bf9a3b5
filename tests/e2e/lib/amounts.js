/** Amounts in base units: every amount in the tests is a BigInt. */

/** @param {number | bigint} whole */
export const usdc = (whole) => BigInt(whole) * 10n ** 6n;

/** @param {number | bigint} whole */
export const dydx = (whole) => BigInt(whole) * 10n ** 18n;
