import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('clock-shift.c', import.meta.url));

/**
 * Compiles what shifts the clock of a process.
 *
 * @param {string} folder for the result
 * @returns {(seconds: number) => Record<string, string>} the variables with which a process has its clock wrong
 */
export function clockShift(folder) {
	const library = join(folder, 'clock-shift.so');
	execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl'], { stdio: 'pipe' });
	return (seconds) => ({ LD_PRELOAD: library, TIDEPOOL_CLOCK_SHIFT: String(seconds) });
}
