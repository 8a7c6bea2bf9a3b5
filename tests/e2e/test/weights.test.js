import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { all, parse, text } from '../../../scripts/weights-table.mjs';

test('docs/weights.md shows the weights of the runtime', () => {
	const page = readFileSync(new URL('../../../docs/weights.md', import.meta.url), 'utf8');
	assert.equal(page, text(), "write it anew with 'node scripts/weights-table.mjs'");
});

test('no call of a staker touches more keys than it may', () => {
	const most = {
		stake: [10, 9],
		transfer: [9, 8],
		claim_rewards: [7, 6],
		request_withdrawal: [6, 5],
		withdraw_stake: [10, 9],
	};
	const pool = all().get('pallet_liquidity_staking');
	for (const [call, [reads, writes]] of Object.entries(most)) {
		const weight = pool.get(call);
		assert.ok(weight.reads[''] <= reads, `${call} reads ${weight.reads['']} keys`);
		assert.ok(weight.writes[''] <= writes, `${call} writes ${weight.writes['']} keys`);
		// Only shortfalls add to that, a read each: never the stakers, the borrowers or the epochs.
		const { '': _reads, ...moreReads } = weight.reads;
		const { '': _writes, ...moreWrites } = weight.writes;
		assert.deepEqual(moreReads, ['request_withdrawal', 'withdraw_stake'].includes(call) ? { k: 1 } : {}, call);
		assert.deepEqual(moreWrites, {}, call);
	}
});

test('every part of a weight is read', () => {
	const weights = parse(
		[
			'	fn plain() -> Weight {',
			'		// Minimum 1_000 ps.',
			'		Weight::from_parts(1_500_000, 12)',
			'	}',
			'	fn lists(k: u32, _n: u32) -> Weight {',
			'		Weight::from_parts(2_000_000, 0)',
			'			.saturating_add(Weight::from_parts(3_000, 0).saturating_mul(k.into()))',
			'			.saturating_add(T::DbWeight::get().reads(4))',
			'			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(k.into())))',
			'			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(k.into())))',
			'			.saturating_add(Weight::from_parts(0, 2507).saturating_mul(k.into()))',
			'	}',
			'',
		].join('\n'),
	);
	assert.deepEqual([...weights.keys()], ['plain', 'lists']);
	assert.deepEqual(weights.get('plain'), { computation: { '': 1_500_000 }, reads: { '': 0 }, writes: { '': 0 } });
	assert.deepEqual(weights.get('lists'), {
		computation: { '': 2_000_000, k: 3_000 },
		reads: { '': 4, k: 2 },
		writes: { '': 0, k: 1 },
	});
});
