import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE = 250;

/**
 * Waits until `condition` gives something that counts as true, and gives that.
 *
 * @template T
 * @param {string} what for the reader of a failed test
 * @param {() => T | Promise<T>} condition
 * @param {{ timeout: number, describe?: () => unknown }} options milliseconds, and what to tell besides when it takes longer
 * @returns {Promise<T>}
 */
export async function until(what, condition, { timeout, describe }) {
	const deadline = performance.now() + timeout;
	for (;;) {
		const result = await condition();
		if (result) return result;
		if (performance.now() > deadline) {
			const details = describe ? `: ${JSON.stringify(await describe())}` : '';
			throw new Error(`not within ${timeout / 1_000} s: ${what}${details}`);
		}
		await sleep(PAUSE);
	}
}

/** Measures how long something takes, in seconds. @param {() => Promise<unknown>} work */
export async function seconds(work) {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1_000;
}
