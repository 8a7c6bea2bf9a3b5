import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from './complaint.js';

const PAUSE = 20;
/** Longer without a new block means that something is wrong. */
const PATIENCE = 60_000;

/**
 * Looks at the height of a node until it has reached `head`.
 *
 * @returns {Promise<{ samples: { time: number, height: number }[], peerAt: number }>} when it had its first peer, and
 *   what was seen
 */
export async function watchHeight({ node, provider }, head) {
	const samples = [];
	let peerAt = null;
	let since = Date.now();
	for (;;) {
		if (node.exit) throw new Complaint(`the second node ended while it imported; its log ends with: ${node.tail(1).trim()}`);
		const { number } = await provider.send('chain_getHeader', []);
		const height = Number(number);
		const time = performance.now();
		if (peerAt === null && (height > 0 || (await provider.send('system_health', [])).peers > 0)) peerAt = time;
		if (height !== samples.at(-1)?.height) since = Date.now();
		samples.push({ time, height });
		if (height >= head) return { samples, peerAt };
		if (Date.now() - since > PATIENCE) {
			throw new Complaint(`the second node has been at block ${height} of ${head} for ${PATIENCE / 1_000} s`);
		}
		await sleep(PAUSE);
	}
}

/** Fails when two nodes do not have the same block with the same state at `number`. */
export async function compareBlock(one, other, number) {
	const [own, foreign] = await Promise.all([one, other].map(({ provider }) => headerAt(provider, number)));
	if (own.hash !== foreign.hash || own.stateRoot !== foreign.stateRoot) {
		throw new Complaint(`the nodes differ at block ${number}: state roots ${own.stateRoot} and ${foreign.stateRoot}`);
	}
	return own.stateRoot;
}

async function headerAt(provider, number) {
	const hash = await provider.send('chain_getBlockHash', [number]);
	const { stateRoot } = await provider.send('chain_getHeader', [hash]);
	return { hash, stateRoot };
}
