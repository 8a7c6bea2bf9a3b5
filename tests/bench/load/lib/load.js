/** The load: senders, their extrinsics, and how they are sent. */
import { CALLS } from './calls.js';
import { Sender } from './senders.js';

/** So many blocks of extrinsics wait in the pool. */
const DEPTH = 2;
/**
 * Blocks of extrinsics beyond those that are measured: the first and the last are shared with other calls, and a block
 * holds somewhat more than the weights announce, for the chain gives back what an extrinsic did not need.
 */
const MARGIN = 1.5;

/**
 * One measured call with everything to send it.
 *
 * @typedef {object} Stream
 * @property {string} name
 * @property {Sender[]} senders
 * @property {number} capacity how many extrinsics fit in a block by their weight
 * @property {number} count how many are signed
 * @property {string[]} extrinsics
 */

/**
 * The calls in the order in which they are sent: the lightest first. The pool prefers extrinsics of which more fit in a
 * block, so that a lighter call would overtake what still waits of a heavier one.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {import('./modes.js').Mode} mode
 * @returns {Promise<Stream[]>}
 */
export async function planStreams(api, mode) {
	const { normal } = api.consts.system.blockWeights.perClass;
	const limit = normal.maxTotal.unwrap().refTime.toNumber();
	const streams = [];
	for (const name of mode.calls) {
		const number = mode.extrinsics ? Math.min(CALLS[name].senders, mode.extrinsics / 4) : CALLS[name].senders;
		const senders = Array.from({ length: number }, (_, index) => new Sender(`${name} ${index}`));
		const [own, other] = senders.map(({ address }) => address);
		const { weight } = await CALLS[name].make(api, own, other).paymentInfo(own);
		const capacity = Math.floor(limit / (weight.refTime.toNumber() + normal.baseExtrinsic.refTime.toNumber()));
		const count = mode.extrinsics || Math.ceil((mode.blocks + MARGIN) * capacity);
		streams.push({ name, senders, capacity, count, extrinsics: [] });
	}
	return streams.sort((one, other) => other.capacity - one.capacity);
}

/** The calls that prepare the senders. @param {Stream[]} streams */
export const preparation = (api, streams) =>
	streams.flatMap(({ name, senders }) =>
		senders.flatMap(({ address }) => CALLS[name].needs.map((need) => need(api, address))),
	);

/** Signs a stream: the first extrinsic of every sender, then the second of every one, and so on. */
export function signStream(api, signer, stream) {
	const { name, senders, count } = stream;
	const calls = senders.map(({ address }, index) => {
		const other = senders[(index + 1) % senders.length].address;
		return CALLS[name].make(api, address, other).method.toU8a();
	});
	for (let index = 0; index < count; index++) {
		const which = index % senders.length;
		stream.extrinsics.push(signer.sign(senders[which], Math.floor(index / senders.length), calls[which]));
	}
}

/**
 * Sends the streams one after the other without a gap, so that blocks are full throughout; in a mode that does not fill
 * blocks each waits until the one before is included.
 *
 * @param {import('./feeder.js').Feeder} feeder
 * @param {Stream[]} streams
 * @param {import('./modes.js').Mode} mode
 * @param {(what: string) => void} say
 */
export async function sendStreams(feeder, streams, mode, say) {
	for (const stream of streams) {
		say(`sending ${stream.name}`);
		const start = feeder.submitted;
		const enough = (sent) =>
			mode.blocks > 0 && sent >= wanted(feeder.production.blocks.values(), start, stream.capacity, mode.blocks);
		await feeder.feed(stream.extrinsics, { depth: DEPTH * stream.capacity, enough });
		if (mode.blocks === 0) await feeder.drained();
	}
	await feeder.drained();
}

/**
 * How many extrinsics of a stream have to be sent: fewer than expected when blocks turn out smaller.
 *
 * @param {Iterable<import('./production.js').Prepared>} made the blocks so far
 * @param {number} start how many extrinsics had been submitted before the stream
 * @param {number} capacity how many extrinsics are expected to fit in a block
 * @param {number} blocks how many full blocks are wanted
 */
export function wanted(made, start, capacity, blocks) {
	const own = [...made].filter(({ before, extrinsics }) => before >= start && extrinsics > 0);
	// The first of them may have been made before the pool was filled.
	const sizes = own.slice(1).map(({ extrinsics }) => extrinsics);
	const size = sizes.length > 0 ? Math.max(...sizes) : capacity;
	return Math.ceil((blocks + MARGIN) * size);
}
