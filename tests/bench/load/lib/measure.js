/** Figures from the blocks of a load. */

/**
 * @typedef {object} Limits
 * @property {number} weight computation that normal extrinsics of a block may take, in picoseconds
 * @property {number} bytes how long they may be together
 */

/**
 * What binds in a block that was made, by the reason for which the node ended it. The runtime gives the same reason for
 * weight and for length: the one that is nearer to its limit is meant.
 *
 * @param {{ end: string, weightShare: number, lengthShare: number }} block
 * @returns {'weight' | 'length' | 'time' | 'pool'}
 */
export function bindingLimit({ end, weightShare, lengthShare }) {
	switch (end) {
		case 'HitBlockWeightLimit':
			return lengthShare > weightShare ? 'length' : 'weight';
		case 'HitBlockSizeLimit':
			return 'length';
		case 'HitDeadline':
			return 'time';
		default:
			return 'pool';
	}
}

/**
 * Joins what the node said about its blocks with what is in them.
 *
 * @param {import('./blocks.js').BlockFacts[]} facts consecutive blocks; the first only serves as the beginning
 * @param {Map<number, import('./production.js').Prepared>} prepared
 * @param {Map<string, string>} callOf names of calls by the public keys of their senders
 * @param {Limits} limits
 */
export function joinBlocks(facts, prepared, callOf, limits) {
	return facts.slice(1).map((block, index) => {
		const shares = { weightShare: block.weight / limits.weight, lengthShare: block.bytes / limits.bytes };
		const { end, milliseconds, left } = prepared.get(block.number);
		return {
			...block,
			...shares,
			extrinsics: block.signers.length,
			seconds: (block.timestamp - facts[index].timestamp) / 1_000,
			milliseconds,
			left,
			limit: bindingLimit({ end, ...shares }),
			calls: new Set(block.signers.map((signer) => callOf.get(signer) ?? 'other')),
		};
	});
}

const sum = (blocks, value) => blocks.reduce((total, block) => total + value(block), 0);
const mean = (blocks, value) => sum(blocks, value) / blocks.length;

/** The most frequent limit. */
function prevailing(blocks) {
	const counts = new Map();
	for (const { limit } of blocks) counts.set(limit, (counts.get(limit) ?? 0) + 1);
	return [...counts].sort(([, one], [, other]) => other - one)[0][0];
}

/**
 * The figures of one call, from the blocks that contain nothing else.
 *
 * @param {string} name
 * @param {ReturnType<typeof joinBlocks>} blocks
 * @param {boolean} saturated whether only blocks count that had no room for a further extrinsic
 */
export function callFigures(name, blocks, saturated) {
	const own = blocks.filter(({ calls }) => calls.size === 1 && calls.has(name));
	const counted = saturated ? own.filter(({ limit }) => limit !== 'pool') : own;
	if (counted.length === 0) return { name, blocks: 0 };
	const extrinsics = sum(counted, (block) => block.extrinsics);
	const seconds = sum(counted, (block) => block.seconds);
	const weightShare = mean(counted, (block) => block.weightShare);
	const lengthShare = mean(counted, (block) => block.lengthShare);
	return {
		name,
		perSecond: extrinsics / seconds,
		fullness: Math.max(weightShare, lengthShare),
		blocks: counted.length,
		limit: prevailing(counted),
		saturated,
		numbers: counted.map(({ number }) => number),
		extrinsics,
		seconds,
		perBlock: extrinsics / counted.length,
		leastLeftInPool: Math.min(...counted.map(({ left }) => left)),
		weightShare,
		lengthShare,
		makingMilliseconds: mean(counted, (block) => block.milliseconds),
		weightPerExtrinsic: sum(counted, (block) => block.weight) / extrinsics,
		bytesPerExtrinsic: sum(counted, (block) => block.bytes) / extrinsics,
		eventsPerExtrinsic: sum(counted, (block) => block.events) / extrinsics,
	};
}

/**
 * How fast blocks were imported, from what was seen of the height.
 *
 * @param {{ time: number, height: number }[]} samples milliseconds and heights, in their order
 * @param {{ number: number, extrinsics: number }[]} blocks the blocks that count, in their order
 */
export function importFigures(samples, blocks) {
	const base = blocks[0].number - 1;
	const head = blocks.at(-1).number;
	const begin = samples.findLast(({ height }) => height <= base);
	const end = samples.find(({ height }) => height >= head);
	const seconds = (end.time - begin.time) / 1_000;
	const extrinsics = sum(blocks, (block) => block.extrinsics);
	return {
		blocks: blocks.length,
		extrinsics,
		seconds,
		extrinsicsPerSecond: extrinsics / seconds,
		blocksPerSecond: blocks.length / seconds,
	};
}

/**
 * How long the import of a block took on average, in milliseconds.
 *
 * @param {{ time: number, height: number }[]} samples
 * @param {number[]} numbers
 */
export function importMilliseconds(samples, numbers) {
	const reached = (number) => samples.find(({ height }) => height >= number).time;
	return mean(numbers, (number) => reached(number) - reached(number - 1));
}
