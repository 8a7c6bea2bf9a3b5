/** How much memory a process has, as Linux counts it. */
import { readFileSync, writeFileSync } from 'node:fs';

const KIB = 1_024;

function read(pid, field) {
	const [, kib] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(kib) * KIB;
}

/** Bytes that the process has in memory now. @param {number} pid */
export const resident = (pid) => read(pid, 'VmRSS');

/** The most that it had at any time since `resetPeak`. @param {number} pid */
export const peak = (pid) => read(pid, 'VmHWM');

/** Lets the peak be counted from now on. @param {number} pid */
export const resetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

export const MIB = KIB * KIB;

/** @param {number} bytes */
export const inMiB = (bytes) => `${Math.round(bytes / MIB)} MiB`;
