// Moves a local chain that was started with SEALING forward in time and makes a block there.
//
//   node scripts/travel.mjs SECONDS [PORT]

// twox128("Timestamp") ++ twox128("Now")
const NOW = '0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb';

const fail = (line) => {
	console.error(`error: ${line}`);
	process.exit(1);
};

const [amount = '', port = '9944'] = process.argv.slice(2);
const seconds = Number(amount);
if (!Number.isSafeInteger(seconds) || seconds < 1) {
	fail(`'${amount}' is no number of seconds to travel: give a whole number above 0, such as BY=600.`);
}

async function call(method, params = []) {
	let answer;
	try {
		const response = await fetch(`http://127.0.0.1:${port}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
		});
		answer = await response.json();
	} catch {
		fail(`no chain answers at port ${port}: start one with 'make dev SEALING=6000'.`);
	}
	if (answer.error?.code === -32601) {
		fail("this chain makes its blocks by the clock: start it with 'make dev SEALING=6000' to travel in time.");
	}
	if (answer.error) {
		fail([answer.error.message, answer.error.data].filter(Boolean).join(': '));
	}
	return answer.result;
}

const stored = await call('state_getStorage', [NOW]);
const now = stored ? Number(Buffer.from(stored.slice(2), 'hex').readBigUInt64LE()) : Date.now();
const arrival = await call('dev_timeTravel', [now + seconds * 1000]);
await call('dev_newBlock');
console.log(`The chain has arrived at ${new Date(arrival).toISOString()}.`);
