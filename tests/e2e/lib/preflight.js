/** Runs before the tests, so that what every file needs is made, or found missing, once. */
import { nodeBinary } from './harness/binary.js';
import { developmentSpec, forgetOldSpecs } from './harness/genesis.js';

try {
	nodeBinary();
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
forgetOldSpecs();
developmentSpec();
