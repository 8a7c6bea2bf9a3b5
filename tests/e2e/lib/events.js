import { plain } from './plain.js';

/** @typedef {{ name: string, data: any }} PlainEvent a named event with its fields as plain values */

/** @returns {PlainEvent} */
export const event = (name, data = {}) => ({ name, data });

/** @param {import('@polkadot/types/interfaces').Event} raw @returns {PlainEvent} */
export function plainEvent(raw, registry) {
	const names = raw.data.names;
	const values = [...raw.data].map((value) => plain(value, registry));
	const data = names ? Object.fromEntries(names.map((name, index) => [name, values[index]])) : values;
	return { name: `${raw.section}.${raw.method}`, data: values.length ? data : {} };
}

/** Events by the name of their pallet. @param {PlainEvent[]} events @param {...string} pallets */
export const ofPallets = (events, ...pallets) =>
	events.filter(({ name }) => pallets.includes(name.split('.')[0]));

/** Events by their full name. @param {PlainEvent[]} events @param {string} name */
export const named = (events, name) => events.filter((candidate) => candidate.name === name);
