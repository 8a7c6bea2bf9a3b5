/** One line for each event, with its time. Warnings and errors go where errors go. */

/**
 * @typedef {object} Log
 * @property {(line: string) => void} info
 * @property {(line: string) => void} warn
 * @property {(line: string) => void} error
 */

/**
 * @param {{ print: (text: string) => void, note: (text: string) => void }} output
 * @param {() => number} clock milliseconds
 * @returns {Log}
 */
export function logTo({ print, note }, clock = Date.now) {
	const stamped = (level, line) => `${new Date(clock()).toISOString()} ${level}: ${line}`;
	return {
		info: (line) => print(stamped('info', line)),
		warn: (line) => note(stamped('warning', line)),
		error: (line) => note(stamped('error', line)),
	};
}
