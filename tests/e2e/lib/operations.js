/** What docs/operations.md and the files beside it name, for the test that all of it exists. */
import { readFileSync } from 'node:fs';
import { ROOT } from './readme.js';

const FENCED = /^[ \t]*```\w*\n(.*?)^[ \t]*```/gms;

/** @param {string} name */
export const file = (name) => readFileSync(`${ROOT}docs/${name}`, 'utf8');

const PAGE = file('operations.md');

/** Line breaks mean nothing in Markdown. */
const TEXT = PAGE.replace(FENCED, '').replace(/\s+/g, ' ');

/** What stands in backticks. */
export const CODE = [...TEXT.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

/** The lines to type. */
export const COMMANDS = [...PAGE.matchAll(FENCED)].flatMap(([, block]) => block.trim().split('\n').map((line) => line.trim()));

/** The options in a text. @param {string} text */
export const optionsIn = (text) => [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option);

/** The section that a link of the page leads to. */
const slug = (heading) =>
	heading
		.toLowerCase()
		.replace(/[^\w\- ]/g, '')
		.replaceAll(' ', '-');

export const HEADINGS = new Set([...PAGE.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading)));

export const LINKS = [...TEXT.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);

/**
 * What belongs to the chain, such as `timelock.execute(id, lengthBound, weightBound)`.
 *
 * @typedef {object} Named
 * @property {string} code
 * @property {string} owner a pallet or a runtime API
 * @property {string} name
 * @property {string[] | null} args null when none are shown
 */

/** @param {string[]} owners @returns {Named[]} */
export function namesOf(owners) {
	const pattern = new RegExp(`^(${owners.join('|')})\\.(\\w+)(?:\\((.*)\\))?$`);
	return CODE.flatMap((code) => [code, ...innerCalls(code)]).flatMap((code) => {
		const match = pattern.exec(code);
		if (!match) return [];
		const [, owner, name, args] = match;
		return [{ code, owner, name, args: args === undefined ? null : listed(args) }];
	});
}

/** The calls that are arguments of another one. @param {string} code */
const innerCalls = (code) => [...code.matchAll(/(?<=[(,] ?)\w+\.\w+\([^()]*\)/g)].map(([call]) => call);

/** What is between the commas; those of a call among it belong to that one. @param {string} args */
const listed = (args) => args.replace(/\([^()]*\)/g, '').split(', ').filter(Boolean);

/** The metrics that the alert rules read. */
export const METRICS = [...new Set([...file('operations/alerts.yml').matchAll(/\b(substrate|tidepool)_\w+/g)].map(([name]) => name))];

export const ALERTS = [...file('operations/alerts.yml').matchAll(/alert: (\w+)/g)].map(([, name]) => name);
