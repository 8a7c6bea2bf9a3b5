import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardDirectory } from './guard.js';

/** A temporary directory that is gone when the tests are, whichever way they end. */
export class TemporaryDirectory {
	#dismiss;

	constructor() {
		this.path = mkdtempSync(join(tmpdir(), 'tidepool-e2e-'));
		this.#dismiss = guardDirectory(this.path);
	}

	async remove() {
		await rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		this.#dismiss();
	}
}
