import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Complaint } from '../lib/complaint.js';
import { OutcomeReader } from '../lib/events.js';

const field = (type) => ({ type });
const type = (id, def, path = []) => ({ id, type: { path, def } });
const variant = (index, name, ...fields) => ({ index, name, fields: fields.map(field) });

/** A runtime with the system pallet and one whose events have a field of every shape. */
const TYPES = [
	type(0, { variant: { variants: [variant(0, 'System', 1), variant(9, 'Other', 2)] } }, ['runtime', 'RuntimeEvent']),
	type(
		1,
		{ variant: { variants: [variant(0, 'ExtrinsicSuccess', 5), variant(1, 'ExtrinsicFailed', 3, 5)] } },
		['frame_system', 'pallet', 'Event'],
	),
	type(2, { variant: { variants: [variant(4, 'Happened', 5, 6, 7, 8, 9)] } }, ['other', 'pallet', 'Event']),
	type(3, { primitive: 'U8' }),
	type(4, { primitive: 'U128' }),
	type(5, { compact: { type: 4 } }),
	type(6, { array: { len: 3, type: 3 } }),
	type(7, { sequence: { type: 4 } }),
	type(8, { tuple: [3, 4] }),
	type(9, { composite: { fields: [field(10)] } }),
	type(10, { primitive: 'Str' }),
];
const applied = (index) => [0, index, 0, 0, 0];
const SUCCESS = [0, 0, 4];
const FAILED = [0, 1, 77, 4];
const NO_TOPICS = [0];
const HAPPENED = [
	9, 4,
	// A compact number of four bytes, an array, two long numbers, a pair, a text.
	...[0x02, 0x09, 0x3d, 0x00], ...[1, 2, 3], 8, ...Array(32).fill(0xff), ...Array(17).fill(0xff), 8, 0x61, 0x62,
];

const read = (...bytes) => new OutcomeReader(TYPES).read(Uint8Array.from(bytes.flat()));

test('counts successes among other events', () => {
	const topic = [4, ...Array(32).fill(0)];
	assert.deepEqual(
		read(4 << 2, [2], HAPPENED, topic, applied(0), SUCCESS, NO_TOPICS, applied(1), HAPPENED, NO_TOPICS, applied(1), SUCCESS, NO_TOPICS),
		{ events: 4, succeeded: 2, failures: [] },
	);
	assert.deepEqual(read(0), { events: 0, succeeded: 0, failures: [] });
});

test('says which extrinsic failed and with what', () => {
	const { succeeded, failures } = read(2 << 2, applied(0), SUCCESS, NO_TOPICS, applied(3), FAILED, NO_TOPICS);
	assert.equal(succeeded, 1);
	assert.equal(failures.length, 1);
	assert.equal(failures[0].extrinsic, 3);
	assert.equal(failures[0].error[0], 77);
});

test('does not guess where the bytes are not what the metadata says', () => {
	assert.throws(() => read(1 << 2, applied(0), [9, 5], NO_TOPICS), Complaint);
	assert.throws(() => read(1 << 2, applied(0), SUCCESS, NO_TOPICS, [1]), Complaint);
	assert.throws(() => new OutcomeReader([]), Complaint);
});
