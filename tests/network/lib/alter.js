/** Changes single amounts in what an audit is given, to see that it notices. */

/**
 * Where numbers are in a value of the chain.
 *
 * @param {any} value
 * @param {(string | number)[]} [path]
 * @returns {Generator<(string | number)[]>}
 */
export function* numbersIn(value, path = []) {
	if (typeof value === 'bigint') yield path;
	else if (value !== null && typeof value === 'object') {
		for (const key of Object.keys(value)) yield* numbersIn(value[key], [...path, key]);
	}
}

/** A copy of `value` in which the number at `path` is greater by 1. */
export function increased(value, path) {
	const copy = structuredClone(value);
	const holder = path.slice(0, -1).reduce((inner, key) => inner[key], copy);
	holder[path.at(-1)] += 1n;
	return copy;
}
