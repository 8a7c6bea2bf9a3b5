import { readdirSync, readFileSync } from 'node:fs';

/** The processes that a process has started. @param {number} parent @returns {{ pid: number, command: string }[]} */
export function childrenOf(parent) {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
				const [, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
				if (Number(ppid) !== parent) return [];
				return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
			} catch {
				// It has ended meanwhile.
				return [];
			}
		});
}
