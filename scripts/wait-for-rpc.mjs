// Waits until the JSON-RPC of a node answers, for as long as that node lives.
//
//   node scripts/wait-for-rpc.mjs PORT PID     exit code 0: it answers, 1: the process has ended

import { setTimeout as sleep } from 'node:timers/promises';

const [port, pid] = process.argv.slice(2).map(Number);

const lives = () => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

const answers = async () => {
	try {
		const response = await fetch(`http://127.0.0.1:${port}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system_chain', params: [] }),
			signal: AbortSignal.timeout(2000),
		});
		return typeof (await response.json()).result === 'string';
	} catch {
		return false;
	}
};

while (lives()) {
	if (await answers()) process.exit(0);
	await sleep(200);
}
process.exit(1);
