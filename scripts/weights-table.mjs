// Writes docs/weights.md from runtime/src/weights, for people.
//
//   node scripts/weights-table.mjs

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}runtime/src/weights/`;
const page = `${root}docs/weights.md`;

const PICOSECONDS = 1_000_000;
/** What FRAME takes a database to need for a key, in microseconds. */
const DATABASES = { ParityDB: { read: 8, write: 50 }, RocksDB: { read: 25, write: 100 } };

const number = (digits) => Number(digits.replaceAll('_', ''));

/** A constant and what is added for every unit of a component: { '': 5, k: 1 }. */
function linear(constant, slopes) {
	const sum = { '': number(constant) };
	for (const [, slope, component] of slopes) {
		sum[component] = (sum[component] ?? 0) + number(slope);
	}
	return sum;
}

/** Reads or writes of a function. */
function accesses(body, kind) {
	const constant = body.match(new RegExp(`${kind}\\((\\d+)\\)`))?.[1] ?? '0';
	return linear(constant, body.matchAll(new RegExp(`${kind}\\(\\((\\d+)_u64\\)\\.saturating_mul\\((\\w+)\\.into`, 'g')));
}

/** What the text of a file says of its functions: by name computation in picoseconds, reads and writes. */
export function parse(text) {
	const weights = new Map();
	for (const [, name, body] of text.matchAll(/^\tfn (\w+)\([^)]*\) -> Weight \{\n([\s\S]*?)^\t\}$/gm)) {
		const constant = body.match(/Weight::from_parts\(([\d_]+), \d+\)\n/)[1];
		const slopes = body.matchAll(/from_parts\(([\d_]+), 0\)\.saturating_mul\((\w+)\.into/g);
		weights.set(name, {
			computation: linear(constant, slopes),
			reads: accesses(body, 'reads'),
			writes: accesses(body, 'writes'),
		});
	}
	return weights;
}

/** The weights of all pallets, by name of the file. */
export function all() {
	const files = readdirSync(folder).filter((file) => !['mod.rs', 'block.rs'].includes(file)).sort();
	return new Map(files.map((file) => [file.slice(0, -3), parse(readFileSync(folder + file, 'utf8'))]));
}

/** What a block and a transaction cost before anything is called, in microseconds. */
function frame() {
	const text = readFileSync(`${folder}block.rs`, 'utf8');
	const of = (name) => number(text.match(new RegExp(`${name}: Weight = Weight::from_parts\\(([\\d_]+)`))[1]) / PICOSECONDS;
	return { block: of('BlockExecutionWeight'), transaction: of('ExtrinsicBaseWeight') };
}

/** All of it in microseconds. */
function total({ computation, reads, writes }, { read, write }) {
	const components = Object.keys({ ...computation, ...reads, ...writes });
	const of = (part) => (computation[part] ?? 0) / PICOSECONDS + (reads[part] ?? 0) * read + (writes[part] ?? 0) * write;
	return Object.fromEntries(components.map((part) => [part, of(part)]));
}

/** `5 + 2 k`. */
function formula(sum, show = String) {
	const term = ([component, value]) => (component === '' ? show(value) : `${show(value) === '1' ? '' : show(value)} ${component}`.trim());
	const terms = Object.entries(sum).filter(([, value]) => Number(show(value)) > 0).map(term);
	return terms.join(' + ') || '0';
}

const microseconds = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

function row(name, weight) {
	const { computation, reads, writes } = weight;
	const cells = [
		`\`${name}\``,
		formula(computation, (value) => microseconds(value / PICOSECONDS)),
		formula(reads),
		formula(writes),
		...Object.values(DATABASES).map((database) => formula(total(weight, database), microseconds)),
	];
	return `| ${cells.join(' | ')} |`;
}

/** The page. */
export function text() {
	const { block, transaction } = frame();
	const { ParityDB, RocksDB } = DATABASES;
	const lines = [
		'# What the calls are charged',
		'',
		'Written by `make weights` from what it measured on the Wasm of the runtime; not to be edited.',
		'',
		'Times are in microseconds of a block that has two seconds. To the *computation* of a call comes what the database needs for',
		'the keys that the call reads and writes, in the worst case: accounts that are opened and closed, an epoch that has just',
		`begun. The runtime charges *ParityDB*, which the node uses, ${ParityDB.read} for a read and ${ParityDB.write} for a write; *RocksDB* would be`,
		`${RocksDB.read} and ${RocksDB.write}. These four figures are those that come with FRAME. Every transaction is charged ${microseconds(transaction)} and its extensions besides, and every block ${microseconds(block)}.`,
		'',
		'Letters are the lengths of lists and the like: in the pool, `k` is the number of shortfalls that are settled and `n` that',
		'of borrowers. Calls with `k`, and some others, give back what they were charged for more than turned out.',
	];
	for (const [pallet, weights] of all()) {
		const head = ['', `## ${pallet}`, '', '| | computation | reads | writes | with ParityDB | with RocksDB |', '| --- | --- | --- | --- | --- | --- |'];
		lines.push(...head, ...[...weights].map(([name, weight]) => row(name, weight)));
	}
	return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(page, text());
	console.error('docs/weights.md');
}
