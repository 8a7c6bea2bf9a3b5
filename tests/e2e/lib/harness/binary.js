import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The node under test: `TIDEPOOL_NODE`, or the release build in the target directory. */
export function nodeBinary(env = process.env) {
	const target = env.CARGO_TARGET_DIR || join(homedir(), '.cache', 'tidepool', 'target');
	const path = env.TIDEPOOL_NODE || join(target, 'release', 'tidepool-node');
	try {
		accessSync(path, constants.X_OK);
	} catch {
		throw new Error(`no executable node at ${path}: run \`make build\` first, or name one in TIDEPOOL_NODE`);
	}
	return path;
}
