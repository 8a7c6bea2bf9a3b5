/** Runs before the tests, so that what every file needs is made, or found missing, once. */
import { createRequire } from 'node:module';
import { nodeBinary } from './harness/binary.js';
import { developmentSpec, forgetOldSpecs } from './harness/genesis.js';

/** Tools that the tests use, and a package that each of them brings along. */
const TOOLS = { 'stark-operator': '@scure/starknet', keeper: '@polkadot/api' };

try {
	nodeBinary();
	for (const [tool, name] of Object.entries(TOOLS)) ensureInstalled(tool, name);
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
forgetOldSpecs();
developmentSpec();

function ensureInstalled(tool, name) {
	try {
		createRequire(new URL(`../../../tools/${tool}/`, import.meta.url)).resolve(name);
	} catch (error) {
		if (error.code !== 'MODULE_NOT_FOUND') throw error;
		throw new Error(`${name} is not installed: run \`npm ci\` in tools/${tool} first`);
	}
}
