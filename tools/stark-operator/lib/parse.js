/** What people type, or put into JSON, as values. Every complaint names what it is about. */
import { readFileSync } from 'node:fs';
import { OUTCOMES } from './batch.js';
import { fail, oneLine } from './errors.js';
import { shortened, toBytes, toHex } from './hex.js';
import { parseKey } from './keys.js';

/**
 * A whole number below 2^bits, decimal or hex. A number of JSON must be exact: larger ones have to be text.
 *
 * @param {unknown} value
 * @param {string} what
 */
export function unsigned(value, what, bits = 64) {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		fail(`${what} is no whole number, or too large for a JSON number: write it in quotes`);
	}
	const text = String(value).trim();
	if (!/^(0x[0-9a-f]+|\d[\d_]*)$/i.test(text)) fail(`${what} must be a whole number, not '${shortened(text)}'`);
	const number = BigInt(text.replaceAll('_', ''));
	if (number >> BigInt(bits)) fail(`${what} must be below 2^${bits}, not ${shortened(text)}`);
	return number;
}

/** @param {unknown} value @param {string} what */
export function positive(value, what, bits = 64) {
	return unsigned(value, what, bits) || fail(`${what} must be above zero`);
}

/** A difference that fits into an i64. @param {string} text @param {string} what */
function difference(text, what) {
	if (!/^[+-]?\d[\d_]*$/.test(text))
		fail(`${what} must be a whole number with or without a sign, not '${shortened(text)}'`);
	const number = BigInt(text.replaceAll('_', '').replace('+', ''));
	if (BigInt.asIntN(64, number) !== number)
		fail(`${what} must be between -2^63 and 2^63 - 1, not ${shortened(text)}`);
	return number;
}

/** @param {unknown} value @param {string} what */
function flag(value, what) {
	return typeof value === 'boolean'
		? value
		: fail(`${what} must be true or false, not '${shortened(String(value))}'`);
}

/** @param {string} text @param {string} form what the parts mean, such as KEY:POSITION:Q @param {string} what */
function parts(text, form, what) {
	const found = text.split(':');
	if (found.length !== form.split(':').length)
		fail(`${what} must have the form ${form}, not '${shortened(text)}'`);
	return found;
}

/** `KEY:POSITION:Q`. @param {string} text @param {string} what */
export function movement(text, what) {
	const [key, position, amount] = parts(text, 'KEY:POSITION:Q', what);
	return {
		key: toHex(parseKey(key, `the key of ${what}`)),
		position: unsigned(position, `the position of ${what}`),
		amount: positive(amount, `the amount of ${what}`),
	};
}

/** `POSITION:DELTA`. @param {string} text */
export function settlement(text) {
	const [position, delta] = parts(text, 'POSITION:DELTA', '--settle');
	return {
		position: unsigned(position, 'the position of --settle'),
		delta: difference(delta, 'the delta of --settle'),
	};
}

/** `ID:OUTCOME`. @param {string} text */
export function answer(text) {
	const [id, outcome] = parts(text, 'ID:OUTCOME', '--serve');
	if (!OUTCOMES.includes(outcome))
		fail(`the outcome of --serve must be one of ${OUTCOMES.join(', ')}, not '${shortened(outcome)}'`);
	return { id: hash(id, 'the id of --serve'), outcome };
}

/** 32 bytes as hex text. @param {unknown} value @param {string} what */
export const hash = (value, what) => toHex(toBytes(String(value), what, 32));

/** @param {unknown} value @param {string} what */
const key = (value, what) => toHex(parseKey(String(value), what));

/** The 120 bits that an asset id may have, and not zero. @param {unknown} value @param {string} what */
const asset = (value, what) => positive(value, what, 120);

const FORCED_TRADE = {
	keyA: key,
	keyB: key,
	positionA: unsigned,
	positionB: unsigned,
	syntheticAssetId: asset,
	amountCollateral: positive,
	amountSynthetic: positive,
	aIsBuyingSynthetic: flag,
	submissionExpiration: unsigned,
	nonce: unsigned,
};

const TRANSFER = { from: unsigned, to: unsigned, amount: positive, nonce: unsigned, expiration: unsigned };

const SIGNATURE = { r: hash, s: hash };

const camelCase = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** Reads the fields that `shape` names, all of them and, but for `ignored`, no others; the names may be in snake case. */
function fields(value, shape, what, ignored = []) {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(`${what} must be a JSON object`);
	const given = Object.fromEntries(Object.entries(value).map(([name, field]) => [camelCase(name), field]));
	const unknown = Object.keys(given).find((name) => !Object.hasOwn(shape, name) && !ignored.includes(name));
	if (unknown)
		fail(`${what} has no field '${shortened(unknown)}'; its fields are ${Object.keys(shape).join(', ')}`);
	return Object.fromEntries(
		Object.entries(shape).map(([name, parse]) => {
			if (!Object.hasOwn(given, name)) fail(`${what} lacks its field '${name}'`);
			return [name, parse(given[name], `${name} of ${what}`)];
		}),
	);
}

/** @param {unknown} value @returns {import('./messages.js').ForcedTradeArgs} */
export function forcedTrade(value) {
	const args = fields(value, FORCED_TRADE, 'the trade');
	if (args.positionA === args.positionB)
		fail('the two positions of the trade are the same (starkExchange.SamePosition)');
	return /** @type {any} */ (args);
}

/** @param {unknown} value @returns {import('./messages.js').TransferOrder} */
export function transferOrder(value) {
	const order = fields(value, TRANSFER, 'the order');
	if (order.from === order.to) fail('the transfer goes from a position to itself');
	return /** @type {any} */ (order);
}

/** An order with its signature, as `sign-transfer` prints it. @param {unknown} value */
export const signedTransfer = (value) =>
	fields(
		value,
		{
			order: (order) => transferOrder(order),
			signature: (signature) => fields(signature, SIGNATURE, 'the signature'),
		},
		'the transfer',
		['genesis', 'id'],
	);

/** A file's content; standard input for `-`. @param {string} path @param {string} what */
export function fileContent(path, what) {
	try {
		return readFileSync(path === '-' ? 0 : path, 'utf8');
	} catch (error) {
		return fail(`${what} cannot be read: ${oneLine(error)}`);
	}
}

/** The value of JSON that was typed, or of a file. @param {string} text @param {string} what */
export function jsonOrFile(text, what) {
	const source = text.trimStart().startsWith('{') ? text : fileContent(text, what);
	try {
		return JSON.parse(source);
	} catch (error) {
		return fail(`${what} is no JSON: ${oneLine(error)}`);
	}
}

/** A secret that was typed, or the content of a file named with @ before it. @param {string} text @param {string} what */
export const secretOrFile = (text, what) =>
	text.startsWith('@') ? fileContent(text.slice(1), what).trim() : text;
