/** Runs before the tests, so that what every file needs is made, or found missing, once. */
import { nodeBinary } from './harness/binary.js';
import { developmentSpec, forgetOldSpecs } from './harness/genesis.js';

try {
	nodeBinary();
	await import('./stark.js').catch(explain);
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
forgetOldSpecs();
developmentSpec();

/** The operator tool brings packages of its own. */
function explain(error) {
	if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
	throw new Error(`${error.message}: run \`npm ci\` in tools/stark-operator first`);
}
