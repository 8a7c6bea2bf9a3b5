#!/usr/bin/env node
import { main } from '../lib/cli/main.js';

// polkadot.js writes what went wrong to the console as well as into its errors; one line is enough.
if (!process.env.DEBUG) {
	for (const level of ['log', 'info', 'warn', 'error']) console[level] = () => {};
}

process.exitCode = await main(process.argv.slice(2), {
	env: process.env,
	print: (text) => process.stdout.write(`${text}\n`),
	note: (text) => process.stderr.write(`${text}\n`),
});
