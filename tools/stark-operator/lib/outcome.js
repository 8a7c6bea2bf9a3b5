/** What became of an extrinsic, in words. */
import { oneLine } from './errors.js';

/**
 * The name of a dispatch error, such as `starkExchange.WrongBatchId`, `token.FundsUnavailable` or `BadOrigin`.
 *
 * @param {any} error
 * @param {any} registry
 */
export function errorName(error, registry) {
	if (error.isModule) {
		const { section, name } = registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}
	const detail = error.inner?.type;
	return detail ? `${error.type[0].toLowerCase()}${error.type.slice(1)}.${detail}` : error.type;
}

/** The name of a dispatch error with what the pallet's documentation says of it. @param {any} error @param {any} registry */
export function explainedError(error, registry) {
	const docs = error.isModule ? oneLine(registry.findMetaError(error.asModule).docs.join(' ')) : '';
	return [errorName(error, registry), docs].filter(Boolean).join(': ');
}

/** An event on one line: its name, and its fields by name. @param {any} event */
export function eventLine({ section, method, data }) {
	const fields = [...data].map((value, index) => {
		const shown = JSON.stringify(value.toHuman())?.replaceAll('"', '') ?? 'none';
		return data.names ? `${data.names[index]}: ${shown}` : shown;
	});
	return fields.length > 0 ? `${section}.${method} { ${fields.join(', ')} }` : `${section}.${method}`;
}
