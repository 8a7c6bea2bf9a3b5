/** Values as text for people and for other programs. */

/** JSON in which every BigInt is text, since JSON numbers are not exact beyond 2^53. @param {unknown} value */
export const json = (value) =>
	JSON.stringify(value, (_, field) => (typeof field === 'bigint' ? field.toString() : field), 2);

/** Seconds since the Unix epoch as a date, or as they are if no calendar goes as far. @param {bigint} seconds */
export function isoTime(seconds) {
	const date = new Date(Number(seconds) * 1_000);
	return Number.isNaN(date.getTime()) ? `second ${seconds}` : date.toISOString().replace('.000Z', 'Z');
}

/**
 * Lines of columns; numbers are set flush right.
 *
 * @param {string[]} head
 * @param {(string | bigint)[][]} rows
 * @returns {string[]}
 */
export function table(head, rows) {
	const cells = [head, ...rows.map((row) => row.map(String))];
	const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
	const isNumber = head.map(
		(_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'bigint'),
	);
	const line = (row) =>
		row
			.map((cell, column) =>
				isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
			)
			.join('  ')
			.trimEnd();
	return cells.map(line);
}
