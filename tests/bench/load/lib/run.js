import { BlockReader } from './blocks.js';
import { Complaint } from './complaint.js';
import { OutcomeReader } from './events.js';
import { Feeder } from './feeder.js';
import { compareBlock, watchHeight } from './follow.js';
import { fundingExtrinsics } from './funding.js';
import { planStreams, preparation, sendStreams, signStream } from './load.js';
import { callFigures, importFigures, importMilliseconds, joinBlocks } from './measure.js';
import { Nodes } from './nodes.js';
import { Production } from './production.js';
import { Signer } from './signing.js';

/**
 * Puts a chain under load, then lets a second node import it.
 *
 * @param {import('./modes.js').Mode} mode
 * @param {(what: string) => void} say
 */
export async function run(mode, say) {
	const nodes = new Nodes();
	try {
		say('starting a node');
		const author = await nodes.author();
		const load = await putUnderLoad(author, mode, say);
		say(`a second node imports ${load.blocks.length} blocks`);
		const { samples, figures } = await importBlocks(nodes, author, load.blocks);
		const calls = load.calls.map((call) => ({
			...call,
			importMilliseconds: importMilliseconds(samples, call.numbers),
		}));
		const [problem] = await nodes.stop();
		if (problem) throw new Complaint(problem.message.split('\n')[0]);
		return { calls, import: figures };
	} finally {
		// Does nothing once they are stopped; what brought the run to its end is more telling than what this says.
		await nodes.stop();
	}
}

async function putUnderLoad({ api, provider, node }, mode, say) {
	const production = new Production(node);
	const feeder = new Feeder(provider, production);
	const reader = new BlockReader(api, provider, outcomeReader(api));
	const streams = await planStreams(api, mode);

	say(`preparing ${total(streams, ({ senders }) => senders.length)} accounts`);
	await feeder.feed(await fundingExtrinsics(api, preparation(api, streams)));
	say(`signing ${total(streams, ({ count }) => count)} extrinsics`);
	const signer = new Signer(api);
	for (const stream of streams) signStream(api, signer, stream);
	await feeder.drained();
	const base = production.last;
	await reader.range(1, base);

	await sendStreams(feeder, streams, mode, say);
	const facts = await reader.range(base, production.last);
	const callOf = new Map(
		streams.flatMap(({ name, senders }) =>
			senders.map(({ publicKey }) => [Buffer.from(publicKey).toString('hex'), name]),
		),
	);
	const blocks = joinBlocks(facts, production.blocks, callOf, limitsOf(api));
	return { blocks: withoutEmptyEnds(blocks), calls: mode.calls.map((name) => figures(name, blocks, mode)) };
}

/** The figures of a call, of which enough must have been seen. */
function figures(name, blocks, mode) {
	const call = callFigures(name, blocks, mode.blocks > 0);
	const wanted = Math.max(1, mode.blocks);
	if (call.blocks < wanted) {
		throw new Complaint(
			`${name} filled ${call.blocks} blocks and not ${wanted}: the pool ran empty, for extrinsics came in too slowly`,
		);
	}
	return call;
}

async function importBlocks(nodes, author, blocks) {
	const head = blocks.at(-1).number;
	const follower = await nodes.follower(author);
	const { samples, peerAt } = await watchHeight(follower, head);
	const stateRoot = await compareBlock(author, follower, head);
	const secondsFromPeer = (samples.at(-1).time - peerAt) / 1_000;
	return { samples, figures: { ...importFigures(samples, blocks), secondsFromPeer, stateRoot } };
}

function limitsOf(api) {
	const { blockWeights, blockLength } = api.consts.system;
	return {
		weight: blockWeights.perClass.normal.maxTotal.unwrap().refTime.toNumber(),
		bytes: blockLength.max.normal.toNumber(),
	};
}

const outcomeReader = (api) => new OutcomeReader(api.runtimeMetadata.asLatest.lookup.types.toJSON());

const total = (items, value) => items.reduce((sum, item) => sum + value(item), 0);

function withoutEmptyEnds(blocks) {
	const filled = ({ extrinsics }) => extrinsics > 0;
	return blocks.slice(blocks.findIndex(filled), blocks.findLastIndex(filled) + 1);
}
