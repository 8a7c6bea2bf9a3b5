/** The figures as text. */

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** Pads the columns of a table; all but the first are right-aligned. @param {string[][]} rows */
export function alignColumns(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	return rows
		.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))))
		.map((row) => row.join('  ').trimEnd())
		.join('\n');
}

/** @param {{ calls: any[], import: any }} figures */
export function report({ calls, import: imported }) {
	const head = ['call', 'per second', 'per block', 'weight', 'length', 'made in', 'imported in', 'blocks', 'limit'];
	const rows = calls.map((call) => [
		call.name,
		call.perSecond.toFixed(1),
		NUMBER.format(call.perBlock),
		percent(call.weightShare),
		percent(call.lengthShare),
		`${NUMBER.format(call.makingMilliseconds)} ms`,
		`${NUMBER.format(call.importMilliseconds)} ms`,
		String(call.blocks),
		call.saturated ? call.limit : 'not filled',
	]);
	return [
		'Included under load, a block every six seconds; weight and length are shares of what ordinary extrinsics may fill:',
		'',
		alignColumns([head, ...rows]),
		'',
		`Import of the same blocks by a second node: ${NUMBER.format(imported.extrinsics)} extrinsics in ${imported.blocks} ` +
			`blocks within ${imported.seconds.toFixed(2)} s, ${NUMBER.format(imported.extrinsicsPerSecond)} extrinsics and ` +
			`${imported.blocksPerSecond.toFixed(1)} blocks per second; same state root.`,
	].join('\n');
}
