/**
 * The tables of the worked example of a shortfall, section 6 of the specification: amounts in base units after each of
 * its rows.
 */

/** The fractions that the two shortfalls leave, x 10^36: 1,101 of 3,500 units and 1,701 of 3,202. */
export const INDEXES = [
	314_571_428_571_428_571_428_571_428_571_428_571n,
	531_230_480_949_406_620_861_961_274_203_622_735n,
];

/** The queries that answer with the columns of table 6.1. */
export const COLUMNS = {
	A_c: 'totalActiveBalanceCurrent',
	A_n: 'totalActiveBalanceNext',
	X_c: 'totalInactiveBalanceCurrent',
	X_n: 'totalInactiveBalanceNext',
	B: 'totalBorrowedBalance',
	U: 'contractBalanceAvailableToWithdraw',
	T: 'totalBorrowerDebtBalance',
	V: 'totalDebtAvailableToWithdraw',
};

const TOTALS = {
	1: [10_001n, 10_001n, 0n, 0n, 0n, 10_001n, 0n, 0n],
	2: [10_001n, 10_001n, 0n, 0n, 9_500n, 501n, 0n, 0n],
	3: [10_001n, 6_501n, 0n, 3_500n, 9_500n, 501n, 0n, 0n],
	4: [10_001n, 6_501n, 0n, 3_500n, 8_900n, 1_101n, 0n, 0n],
	5: [6_501n, 6_501n, 3_500n, 3_500n, 8_900n, 1_101n, 0n, 0n],
	6: [6_501n, 6_501n, 1_101n, 1_101n, 6_501n, 1_101n, 2_399n, 0n],
	7: [6_501n, 6_501n, 1_001n, 1_001n, 6_501n, 1_001n, 2_399n, 0n],
	8: [6_501n, 6_501n, 1_001n, 1_001n, 6_501n, 1_001n, 1_599n, 800n],
	9: [6_501n, 6_501n, 1_001n, 1_001n, 6_501n, 1_001n, 1_599n, 300n],
	10: [6_501n, 6_501n, 1_001n, 1_001n, 6_501n, 1_001n, 1_599n, 0n],
	11: [6_501n, 6_501n, 1_001n, 1_001n, 6_501n, 1_001n, 1_599n, 0n],
	12: [6_501n, 4_300n, 1_001n, 3_202n, 6_501n, 1_001n, 1_599n, 0n],
	13: [6_501n, 4_300n, 1_001n, 3_202n, 5_801n, 1_701n, 1_599n, 0n],
	14: [4_300n, 4_300n, 3_202n, 3_202n, 5_801n, 1_701n, 1_599n, 0n],
	15: [4_300n, 4_300n, 1_701n, 1_701n, 4_300n, 1_701n, 3_100n, 0n],
	16: [4_300n, 4_300n, 1_701n, 1_701n, 4_300n, 1_701n, 2_100n, 1_000n],
	17: [4_300n, 4_300n, 1_701n, 1_701n, 4_300n, 1_701n, 2_100n, 0n],
	18: [4_300n, 4_300n, 2n, 2n, 4_300n, 2n, 2_100n, 0n],
};

/** The queries that answer with the books of a staker. */
export const OF_STAKER = [
	'activeBalanceCurrent',
	'activeBalanceNext',
	'inactiveBalanceCurrent',
	'inactiveBalanceNext',
	'stakerDebtBalance',
];
/** The same of a borrower. */
export const OF_BORROWER = ['borrowedBalance', 'borrowerDebtBalance'];

const NEW_STAKER = [0n, 0n, 0n, 0n, 0n];
const NEW_BORROWER = [0n, 0n];

/** The books that a row changes, in the order of the queries above; from sections 6.1 to 6.5. */
const CHANGES = {
	0: { alice: NEW_STAKER, bob: NEW_STAKER, carol: NEW_STAKER, b1: NEW_BORROWER, b2: NEW_BORROWER },
	1: {
		alice: [3_000n, 3_000n, 0n, 0n, 0n],
		bob: [5_000n, 5_000n, 0n, 0n, 0n],
		carol: [2_001n, 2_001n, 0n, 0n, 0n],
	},
	2: { b1: [4_500n, 0n], b2: [5_000n, 0n] },
	3: { alice: [3_000n, 2_000n, 0n, 1_000n, 0n], bob: [5_000n, 2_500n, 0n, 2_500n, 0n] },
	4: { b2: [4_400n, 0n] },
	5: { alice: [2_000n, 2_000n, 1_000n, 1_000n, 0n], bob: [2_500n, 2_500n, 2_500n, 2_500n, 0n] },
	6: {
		alice: [2_000n, 2_000n, 314n, 314n, 686n],
		bob: [2_500n, 2_500n, 786n, 786n, 1_714n],
		b1: [2_925n, 1_575n],
		b2: [3_576n, 824n],
	},
	7: { alice: [2_000n, 2_000n, 214n, 214n, 686n] },
	8: { b1: [2_925n, 775n] },
	9: { bob: [2_500n, 2_500n, 786n, 786n, 1_214n] },
	10: { alice: [2_000n, 2_000n, 214n, 214n, 386n] },
	11: {},
	12: { bob: [2_500n, 1_300n, 786n, 1_986n, 1_214n], carol: [2_001n, 1_000n, 0n, 1_001n, 0n] },
	13: { b1: [2_225n, 775n] },
	14: { bob: [1_300n, 1_300n, 1_986n, 1_986n, 1_214n], carol: [1_000n, 1_000n, 1_001n, 1_001n, 0n] },
	15: {
		alice: [2_000n, 2_000n, 113n, 113n, 487n],
		bob: [1_300n, 1_300n, 1_055n, 1_055n, 2_145n],
		carol: [1_000n, 1_000n, 531n, 531n, 470n],
		b1: [1_935n, 1_065n],
		b2: [2_365n, 2_035n],
	},
	16: { b2: [2_365n, 1_035n] },
	17: {
		alice: [2_000n, 2_000n, 113n, 113n, 0n],
		bob: [1_300n, 1_300n, 1_055n, 1_055n, 2_102n],
		carol: [1_000n, 1_000n, 531n, 531n, 0n],
	},
	18: {
		alice: [2_000n, 2_000n, 0n, 0n, 0n],
		bob: [1_300n, 1_300n, 0n, 0n, 2_102n],
		carol: [1_000n, 1_000n, 0n, 0n, 0n],
	},
};

/** The totals after `row`, by column. @param {number} row */
export const totalsAfter = (row) =>
	Object.fromEntries(Object.keys(COLUMNS).map((column, index) => [column, TOTALS[row][index]]));

/** The books of every account after `row`. @param {number} row */
export function booksAfter(row) {
	const books = {};
	for (let number = 0; number <= row; number++) Object.assign(books, CHANGES[number]);
	return books;
}
