import {
	AbstractArray,
	AbstractInt,
	bool,
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
 * addresses, an absent option as null, a result as `'ok'` or the name of its error.
 *
 * @param {any} value
 * @param {import('@polkadot/types/types').Registry} registry
 * @returns {any}
 */
export function plain(value, registry) {
	if (value instanceof Option) return value.isNone ? null : plain(value.unwrap(), registry);
	if (value instanceof Null) return null;
	if (value instanceof AbstractInt) return value.toBigInt();
	if (value instanceof bool) return value.isTrue;
	if (value instanceof Text) return value.toString();
	if (value instanceof Result) return value.isOk ? 'ok' : errorName(value.asErr, registry);
	if (value instanceof Enum) {
		return value.isBasic || value.inner instanceof Null ? value.type : { [value.type]: plain(value.inner, registry) };
	}
	if (value instanceof Struct) {
		return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner, registry)]));
	}
	if (value instanceof AbstractArray) return [...value].map((inner) => plain(inner, registry));
	if (value instanceof Raw || value instanceof Uint8Array) {
		return value.toRawType?.() === 'AccountId' ? value.toString() : value.toHex();
	}
	return value.toString();
}

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
