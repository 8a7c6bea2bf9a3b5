/** Amounts as people write and read them. */
import { fail, shortened } from './errors.js';

const USDC_DECIMALS = 6;
const DYDX_DECIMALS = 18;

/** @param {bigint} units @param {number} decimals */
function decimal(units, decimals) {
	const digits = units.toString().padStart(decimals + 1, '0');
	const whole = BigInt(digits.slice(0, -decimals)).toLocaleString('en-US');
	const fraction = digits.slice(-decimals).replace(/0+$/, '');
	return fraction ? `${whole}.${fraction}` : whole;
}

/** @param {bigint} units */
export const usdc = (units) => `${decimal(units, USDC_DECIMALS)} USDC`;

/** @param {bigint} units */
export const dydx = (units) => `${decimal(units, DYDX_DECIMALS)} DYDX`;

/** Base units of what was typed in DYDX, such as 0.1. @param {string} text @param {string} what */
export function parseDydx(text, what) {
	const match = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(text);
	if (!match) fail(`${what} must be an amount of DYDX such as 0.1, not '${shortened(text)}'`);
	const [, whole, fraction = ''] = match;
	return BigInt(whole + fraction.padEnd(DYDX_DECIMALS, '0'));
}
