/**
 * Reads the outcomes of a block's extrinsics from the bytes of its events. Decoding every event of a full block takes
 * polkadot.js seconds; here all but the outcomes are only stepped over.
 */
import { Complaint } from './complaint.js';
import { compactFromU8a } from './packages.js';

const SIZES = { Bool: 1, Char: 4, U8: 1, U16: 2, U32: 4, U64: 8, U128: 16, U256: 32, I8: 1, I16: 2, I32: 4, I64: 8, I128: 16, I256: 32 };
const HASH = 32;
/** Phases: only the first has a field, the index of the extrinsic. */
const APPLY_EXTRINSIC = 0;

/**
 * @typedef {object} Failure
 * @property {number} extrinsic its index in the block
 * @property {Uint8Array} error the dispatch error and what follows it
 */

/** Finds `ExtrinsicSuccess` and `ExtrinsicFailed` among encoded events. */
export class OutcomeReader {
	/** @type {Map<number, (bytes: Uint8Array, at: number) => number>} */
	#steps = new Map();

	/**
	 * @param {any[]} types the types of the metadata, as plain values
	 */
	constructor(types) {
		this.types = new Map(types.map(({ id, type }) => [Number(id), type]));
		this.event = idOf(types, (path) => path.at(-1) === 'RuntimeEvent');
		const system = idOf(types, (path) => path.join('::') === 'frame_system::pallet::Event');
		this.pallet = indexOf(this.types.get(this.event), 'System');
		this.success = indexOf(this.types.get(system), 'ExtrinsicSuccess');
		this.failed = indexOf(this.types.get(system), 'ExtrinsicFailed');
	}

	/**
	 * @param {Uint8Array} bytes the value of `System::Events`
	 * @returns {{ events: number, succeeded: number, failures: Failure[] }}
	 */
	read(bytes) {
		let [at, count] = compact(bytes, 0);
		let succeeded = 0;
		const failures = [];
		for (let index = 0; index < count; index++) {
			const extrinsic = bytes[at] === APPLY_EXTRINSIC ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 1, true) : null;
			at += extrinsic === null ? 1 : 5;
			if (bytes[at] === this.pallet && bytes[at + 1] === this.success) succeeded += 1;
			if (bytes[at] === this.pallet && bytes[at + 1] === this.failed) {
				failures.push({ extrinsic, error: bytes.slice(at + 2) });
			}
			at = this.#step(this.event)(bytes, at);
			const [topics, many] = compact(bytes, at);
			at = topics + many * HASH;
		}
		if (at !== bytes.length) throw new Complaint('the events of a block are not what the metadata says');
		return { events: count, succeeded, failures };
	}

	/** The function that steps over a value of a type. */
	#step(id) {
		let step = this.#steps.get(id);
		if (!step) {
			// Types may contain themselves: they are only looked up when a value is there.
			const lookUp = (inner) => (bytes, at) => this.#step(inner)(bytes, at);
			step = stepOver(this.types.get(id)?.def ?? {}, lookUp);
			this.#steps.set(id, step);
		}
		return step;
	}
}

function stepOver(def, lookUp) {
	const all = (ids) => {
		const steps = ids.map(lookUp);
		return (bytes, at) => steps.reduce((next, step) => step(bytes, next), at);
	};
	if (def.composite) return all(def.composite.fields.map(({ type }) => type));
	if (def.tuple) return all(def.tuple);
	if (def.compact) return (bytes, at) => compact(bytes, at)[0];
	if (def.variant) {
		const steps = new Map(
			(def.variant.variants ?? []).map(({ index, fields }) => [Number(index), all(fields.map(({ type }) => type))]),
		);
		return (bytes, at) => {
			const step = steps.get(bytes[at]);
			if (!step) throw new Complaint('the events of a block are not what the metadata says');
			return step(bytes, at + 1);
		};
	}
	if (def.array || def.sequence) {
		const step = lookUp((def.array ?? def.sequence).type);
		return (bytes, at) => {
			let [next, count] = def.array ? [at, Number(def.array.len)] : compact(bytes, at);
			for (; count > 0; count--) next = step(bytes, next);
			return next;
		};
	}
	if (def.primitive === 'Str') {
		return (bytes, at) => {
			const [start, length] = compact(bytes, at);
			return start + length;
		};
	}
	const size = SIZES[def.primitive];
	if (size === undefined) throw new Complaint(`no way to step over ${JSON.stringify(def)} in events`);
	return (bytes, at) => at + size;
}

/** Where a compact number ends, and the number. */
function compact(bytes, at) {
	// Nearly all are below 64 and take one byte.
	if ((bytes[at] & 3) === 0) return [at + 1, bytes[at] >> 2];
	const [length, value] = compactFromU8a(bytes.subarray(at, at + 20));
	return [at + length, value.bitLength() > 53 ? Number.NaN : value.toNumber()];
}

function idOf(types, matches) {
	const found = types.find(({ type }) => matches(type.path ?? []));
	if (!found) throw new Complaint('the metadata does not describe the events of the runtime');
	return Number(found.id);
}

const indexOf = (type, name) => Number(type.def.variant.variants.find((variant) => variant.name === name).index);
