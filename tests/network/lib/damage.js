/** Ways in which the files of a database get damaged. */
import { closeSync, openSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** More than the head of a file and its first records. */
const NOISE = Buffer.alloc(64 * 1024, 0xa5);

const filesOf = (database, beginning) =>
	readdirSync(database)
		.filter((name) => name.startsWith(beginning))
		.map((name) => join(database, name));

/** Writes something else over the data in files. */
function overwrite(files) {
	for (const path of files) {
		const file = openSync(path, 'r+');
		writeSync(file, NOISE, 0, NOISE.length, 0);
		closeSync(file);
	}
}

const remove = (files) => files.forEach((path) => rmSync(path));

/** @type {Record<string, (database: string) => void>} kinds of damage, which the node names before it does anything */
export const DAMAGE = {
	'the metadata is missing': (database) => remove(filesOf(database, 'metadata')),
	'the metadata is empty': (database) => writeFileSync(join(database, 'metadata'), ''),
	'something else is in the metadata': (database) => writeFileSync(join(database, 'metadata'), NOISE),
	'the index of the first column is missing': (database) => remove(filesOf(database, 'index_00')),
	'something else is in the first column': (database) => overwrite(filesOf(database, 'table_00')),
	'something else is in the block headers': (database) => overwrite(filesOf(database, 'table_04')),
	'the index of the state is missing': (database) => remove(filesOf(database, 'index_01')),
	'something else is in the state': (database) => overwrite(filesOf(database, 'table_01')),
	'the tables of the state are missing': (database) => remove(filesOf(database, 'table_01')),
	'the tables are cut off': (database) => filesOf(database, 'table_').forEach((path) => truncateSync(path, 1_000)),
};
