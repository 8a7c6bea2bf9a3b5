#!/usr/bin/env node
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from './lib/complaint.js';
import { FULL, QUICK } from './lib/modes.js';
import { readOptions, USAGE } from './lib/options.js';

const say = (what) => process.stderr.write(`load: ${what}\n`);

// Ending is enough: guards of their own stop the nodes and remove their directories whichever way this process ends.
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
	process.once(signal, () => {
		say(`ended by ${signal}`);
		process.exit(code);
	});
}

try {
	const { quick, out, help } = readOptions(process.argv.slice(2));
	if (help) {
		process.stdout.write(`${USAGE}\n`);
		process.exit(0);
	}
	if (out) prepareFolder(out);
	const [{ run }, { report }] = await Promise.all([imported('./lib/run.js'), import('./lib/report.js')]);
	const figures = await run(quick ? QUICK : FULL, say);
	process.stdout.write(`${report(figures)}\n`);
	if (out) writeFileSync(join(out, 'load.json'), `${JSON.stringify(figures, null, '\t')}\n`);
	// A socket that lingers is no reason to wait.
	process.exit(0);
} catch (error) {
	say(error instanceof Complaint ? error.message : error.stack);
	process.exit(1);
}

function prepareFolder(path) {
	try {
		mkdirSync(path, { recursive: true });
		accessSync(path, constants.W_OK);
	} catch (error) {
		throw new Complaint(`cannot write into the folder ${path}: ${error.code}`);
	}
}

/** The helpers of the end-to-end tests bring their packages. */
async function imported(module) {
	try {
		return await import(module);
	} catch (error) {
		if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
		throw new Complaint('packages are missing: run `npm ci` in tests/e2e first');
	}
}
