import { parseArgs } from 'node:util';
import { Complaint } from './complaint.js';

export const USAGE = 'usage: node main.js [--quick] [--out FOLDER]';

/**
 * What the command line asks for.
 *
 * @param {string[]} words
 * @returns {{ quick: boolean, out: string | null, help: boolean }}
 */
export function readOptions(words) {
	const { values } = parsed(words);
	if (values.out === '') throw new Complaint(`--out needs the name of a folder; ${USAGE}`);
	return { quick: values.quick ?? false, out: values.out ?? null, help: values.help ?? false };
}

function parsed(words) {
	try {
		return parseArgs({
			args: words,
			options: { quick: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean' } },
		});
	} catch (error) {
		const [reason] = error.message.split(/\. |\n/);
		throw new Complaint(`${reason.replace(/\.$/, '')}; ${USAGE}`);
	}
}
