import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { guard } from '../../e2e/lib/harness/guard.js';

const CHUNK = Buffer.alloc(64 * 1024, 1);

/** A small file system of its own, which can be full without any harm to the machine. */
export class SmallDisk {
	#dismiss;

	/** @param {string} folder where it is mounted @param {string} options besides the size */
	constructor(folder, megabytes, options = '') {
		mkdirSync(folder);
		try {
			const all = [`size=${megabytes}m`, options].filter(Boolean).join(',');
			execFileSync('mount', ['-t', 'tmpfs', '-o', all, 'tidepool-test', folder], { stdio: 'pipe' });
		} catch (error) {
			rmdirSync(folder);
			throw error;
		}
		this.folder = folder;
		this.filler = join(folder, 'filler');
		this.#dismiss = guard('umount -l "$1"', folder);
	}

	/** Why no file system can be mounted here; null if one can. @param {string} folder that does not exist yet */
	static obstacle(folder) {
		if (process.getuid() !== 0) return 'only root can mount a file system';
		try {
			new SmallDisk(folder, 1).remove();
			return null;
		} catch (error) {
			return `no file system can be mounted here: ${String(error.stderr ?? error.message).trim()}`;
		}
	}

	/** Takes all the space that is left. */
	fill() {
		const file = openSync(this.filler, 'a');
		try {
			for (const size of [CHUNK.length, 4_096, 1]) {
				for (let written = size; written === size; ) written = writeSync(file, CHUNK, 0, size);
			}
		} catch (error) {
			if (error.code !== 'ENOSPC') throw error;
		} finally {
			closeSync(file);
		}
	}

	/** Gives the space back. */
	free() {
		rmSync(this.filler, { force: true });
	}

	/** Megabytes that are in use. */
	get used() {
		const { bsize, blocks, bfree } = statfsSync(this.folder);
		return ((blocks - bfree) * bsize) / 1024 ** 2;
	}

	remove() {
		execFileSync('umount', ['-l', this.folder], { stdio: 'pipe' });
		this.#dismiss();
		rmdirSync(this.folder);
	}
}
