import { stringCamelCase, u8aConcat, u8aToHex } from '@polkadot/util';
import { plain } from './plain.js';

/**
 * The view functions of a pallet by their name in polkadot.js style. They are in the metadata of version 16;
 * polkadot.js itself has no calls for them.
 *
 * @returns {Map<string, any>}
 */
export function viewFunctions(api, pallet) {
	const { pallets } = api.runtimeMetadata.asV16;
	const { viewFunctions } = pallets.find(({ name }) => name.eq(pallet));
	return new Map([...viewFunctions].map((one) => [stringCamelCase(one.name.toString()), one]));
}

/** Runs a view function and gives its answer as a plain value. */
export async function executeViewFunction(api, { id, inputs, output }, args) {
	const { registry } = api;
	const encoded = [...inputs].map(({ type }, index) =>
		registry.createType(registry.createLookupType(type), args[index]).toU8a(),
	);
	const queryId = { prefix: id.toU8a().subarray(0, 16), suffix: id.toU8a().subarray(16) };
	const answer = await api.call.runtimeViewFunction.executeViewFunction(queryId, u8aToHex(u8aConcat(...encoded)));
	const type = registry.createLookupType(output);
	return plain(registry.createType(type, Uint8Array.from(answer.asOk.toU8a(true))), registry);
}
