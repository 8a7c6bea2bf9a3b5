import { spawn } from 'node:child_process';

/**
 * Cleans up after the test process however it ends, SIGKILL included: a tiny shell waits on a pipe that only
 * the test process holds open. A line on the pipe dismisses it; the end of the pipe makes it act.
 *
 * @param {string} action shell commands; the subject is `$1`
 * @param {string} subject
 * @returns {() => void} dismisses the guard
 */
export function guard(action, subject) {
	const shell = spawn('/bin/sh', ['-c', `read -r _ && exit 0; ${action}`, 'tidepool-e2e-guard', subject], {
		// A group of its own: Ctrl-C at the terminal must end the tests, not their guard.
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	shell.on('error', () => {});
	shell.stdin.on('error', () => {});
	shell.unref();
	shell.stdin.unref?.();
	return () => shell.stdin.end('done\n');
}

/** Kills the process `pid` when the tests die. @param {number} pid */
export const guardProcess = (pid) => guard('kill -KILL "$1"', String(pid));

/** Removes `path` when the tests die. Repeats it, because a dying node may still be writing. @param {string} path */
export const guardDirectory = (path) =>
	guard('for _ in 1 2 3 4 5; do rm -rf "$1"; sleep 0.2; [ -e "$1" ] || break; done', path);
