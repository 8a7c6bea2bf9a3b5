import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Complaint } from '../lib/complaint.js';
import { Production, readPrepared } from '../lib/production.js';

const line = (number, extrinsics, end = 'HitBlockWeightLimit') =>
	`2026-11-21 19:02:48 🎁 Prepared block for proposing at ${number} (812 ms) hash: 0xcfbf; parent_hash: 0x8d7f…94e7; ` +
	`end: ${end}; extrinsics_count: ${extrinsics}    `;

test('reads the line about a block, which has one extrinsic that nobody signed', () => {
	assert.deepEqual(readPrepared(line(7, 401)), {
		number: 7,
		milliseconds: 812,
		end: 'HitBlockWeightLimit',
		extrinsics: 400,
	});
	assert.equal(readPrepared('2026-11-21 19:02:48 🏆 Imported #1 (0x8d7f…94e7 → 0xfddb…4435)'), null);
});

test('counts what is included and what waits, line by line', () => {
	const node = { stderr: [line(1, 1), 'something else', line(2, 11)], exit: null, tail: () => 'the end' };
	const production = new Production(node);
	production.catchUp(25);
	node.stderr.push(line(3, 6));
	production.catchUp(25);
	assert.equal(production.included, 15);
	assert.equal(production.last, 3);
	assert.deepEqual([2, 3].map((number) => production.blocks.get(number).before), [0, 10]);
	assert.deepEqual([2, 3].map((number) => production.blocks.get(number).left), [15, 10]);
});

test('a block that is made again replaces the first', () => {
	const production = new Production({ stderr: [line(1, 11), line(1, 21)], exit: null });
	production.catchUp(20);
	assert.equal(production.included, 20);
	assert.equal(production.blocks.get(1).before, 0);
});

test('says so when the node has ended', () => {
	const production = new Production({ stderr: [], exit: { code: 1 }, tail: () => 'no space left' });
	assert.throws(() => production.catchUp(0), new Complaint('the node ended in the middle of the load; its log ends with: no space left'));
});
