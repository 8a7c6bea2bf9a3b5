import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNothing, whatIsDue } from '../lib/due.js';

const borrower = (account, excess, restricted = false) => ({ account, excess, restricted });

test('nothing is due while nobody is overdue', () => {
	const due = whatIsDue({ shortfall: 0n, borrowers: [borrower('a', 0n), borrower('b', 0n, true)] }, 64);
	assert.deepEqual(due, { mark: [], restrict: [], shortfall: 0n, uncovered: 0n });
	assert.equal(isNothing(due), true);
});

test('all overdue borrowers are listed, the largest excess first, equal ones by account', () => {
	const borrowers = [borrower('c', 5n), borrower('b', 5n), borrower('a', 2n), borrower('d', 9n), borrower('e', 0n)];
	assert.deepEqual(whatIsDue({ shortfall: 21n, borrowers }, 64).mark, ['d', 'b', 'c', 'a']);
});

test('the example of the specification: B1, then B2, and nobody has to be restricted besides', () => {
	const borrowers = [borrower('B2', 825n), borrower('B1', 1_575n)];
	assert.deepEqual(whatIsDue({ shortfall: 2_399n, borrowers }, 64), {
		mark: ['B1', 'B2'],
		restrict: [],
		shortfall: 2_399n,
		uncovered: 0n,
	});
});

test('an overdue borrower that the shortfall does not reach is restricted, unless it is already', () => {
	const borrowers = [borrower('a', 10n), borrower('b', 8n), borrower('c', 6n, true)];
	assert.deepEqual(whatIsDue({ shortfall: 10n, borrowers }, 64).restrict, ['b']);
	assert.deepEqual(whatIsDue({ shortfall: 11n, borrowers }, 64).restrict, []);
});

test('overdue borrowers of a solvent pool are restricted, and no debt is marked', () => {
	const due = whatIsDue({ shortfall: 0n, borrowers: [borrower('a', 10n), borrower('b', 8n, true)] }, 64);
	assert.deepEqual([due.mark, due.restrict], [[], ['a']]);
	assert.equal(isNothing(due), false);
});

test('of more borrowers than a call can list, those with the largest excess are listed', () => {
	const borrowers = Array.from({ length: 70 }, (_, index) => borrower(`b${String(index).padStart(2, '0')}`, BigInt(index + 1)));
	const due = whatIsDue({ shortfall: 100n, borrowers }, 64);
	assert.equal(due.mark.length, 64);
	assert.deepEqual(due.mark.slice(0, 2), ['b69', 'b68']);
	assert.equal(due.restrict.length, 64, 'as many as the limit; the rest with the next block');
	assert.ok(!due.restrict.includes('b69') && due.restrict.includes('b67'));
});

test('a shortfall that one call cannot cover is not marked, and all overdue borrowers are restricted', () => {
	const borrowers = [borrower('a', 5n), borrower('b', 4n), borrower('c', 3n)];
	assert.deepEqual(whatIsDue({ shortfall: 12n, borrowers }, 2), {
		mark: [],
		restrict: ['a', 'b'],
		shortfall: 12n,
		uncovered: 3n,
	});
});
