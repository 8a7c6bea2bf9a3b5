import { GenericCall } from '@polkadot/types';
import {
	AbstractArray,
	AbstractInt,
	bool,
	Compact,
	Enum,
	Null,
	Option,
	Raw,
	Result,
	Struct,
	Text,
} from '@polkadot/types-codec';

/**
 * A value of the chain as plain JavaScript, so that tests can compare it whole: numbers as BigInt, accounts as
 * addresses, a call as its bytes, an absent option as null, a result as its content, `'ok'` without one, or the name of its error.
 *
 * @param {any} value
 * @param {import('@polkadot/types/types').Registry} registry
 * @returns {any}
 */
export function plain(value, registry) {
	if (value instanceof Option) return value.isNone ? null : plain(value.unwrap(), registry);
	if (value instanceof Null) return null;
	if (value instanceof Compact) return plain(value.unwrap(), registry);
	if (value instanceof AbstractInt) return value.toBigInt();
	if (value instanceof bool) return value.isTrue;
	if (value instanceof Text) return value.toString();
	if (value instanceof Result) return value.isOk ? content(value.asOk, registry) : errorName(value.asErr, registry);
	if (value instanceof Enum) {
		if (isError(value)) return errorName(value, registry);
		return value.isBasic || value.inner instanceof Null ? value.type : { [value.type]: plain(value.inner, registry) };
	}
	if (value instanceof GenericCall) return value.toHex();
	if (value instanceof Struct) {
		return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner, registry)]));
	}
	if (value instanceof AbstractArray) return [...value].map((inner) => plain(inner, registry));
	if (value instanceof Raw || value instanceof Uint8Array) {
		return value.toRawType?.() === 'AccountId' ? value.toString() : value.toHex();
	}
	return value.toString();
}

/** What a result that is no error carries. Nothing is a tuple without elements. */
function content(value, registry) {
	const nothing = value instanceof Null || (value instanceof AbstractArray && value.length === 0);
	return nothing ? 'ok' : plain(value, registry);
}

/** Whether a value is a dispatch error: the variants tell. @param {any} value */
const isError = (value) => 'isBadOrigin' in value && 'isModule' in value;

/**
 * The name of a dispatch error: `liquidityStaking.InBlackoutWindow`, `token.FundsUnavailable`, `BadOrigin`.
 *
 * @param {any} error
 * @param {import('@polkadot/types/types').Registry} registry
 */
export function errorName(error, registry) {
	if (error.isModule) {
		const { section, name } = registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}
	if (error.isBasic || error.inner instanceof Null) return error.type;
	return `${error.type.toLowerCase()}.${error.inner.type ?? error.inner.toString()}`;
}
