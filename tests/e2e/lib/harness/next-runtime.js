import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { u8aToHex } from '@polkadot/util';
import { nodeBinary } from './binary.js';

const FOLDER = join('wbuild', 'tidepool-next-runtime');
const FILE = 'tidepool_next_runtime.compact.compressed.wasm';

/**
 * The Wasm of the rehearsed upgrade: `TIDEPOOL_NEXT_RUNTIME`, or the one that was built beside the node.
 *
 * @returns {`0x${string}`}
 */
export function nextRuntime(env = process.env) {
	const path = env.TIDEPOOL_NEXT_RUNTIME || join(dirname(nodeBinary(env)), FOLDER, FILE);
	try {
		return u8aToHex(readFileSync(path));
	} catch {
		throw new Error(`no runtime to upgrade to at ${path}: run \`make build\`, or name one in TIDEPOOL_NEXT_RUNTIME`);
	}
}
