/** What each event of the pool does to the books, and what it must say (specification, sections 4.7, 5 and 9). */
import { SHORTFALL_BASE } from './staker.js';

/** Adds to the value of the running epoch and to that of the next. */
function change(total, amount) {
	total.current += amount;
	total.next += amount;
}

/** @type {Record<string, (books: import('./pool-books.js').PoolBooks, data: any, now: bigint) => void>} */
export const ENTRIES = {
	Staked(books, { staker, amount }, now) {
		books.emitUpTo(now);
		const record = books.staker(staker);
		record.earnUpTo(books.index);
		record.active += amount;
		change(books.active, amount);
		books.unborrowed += amount;
		books.unannounced += amount;
	},

	WithdrawalRequested(books, { staker, amount }) {
		const record = books.staker(staker);
		record.leaving += amount;
		record.maturing += amount;
		books.active.next -= amount;
		books.inactive.next += amount;
	},

	WithdrewStake(books, { staker, amount }) {
		books.staker(staker).inactive -= amount;
		change(books.inactive, -amount);
		books.unborrowed -= amount;
		books.unannounced -= amount;
	},

	WithdrewDebt(books, { staker, amount, newDebtBalance }) {
		const record = books.staker(staker);
		record.debt -= amount;
		books.debtPot -= amount;
		books.expect(`debt owed to ${staker}`, newDebtBalance, record.debt - record.unsettled);
	},

	ReceivedDebt(books, { staker, amount, newDebtBalance }) {
		const record = books.staker(staker);
		record.unsettled -= amount;
		books.expect(`debt owed to ${staker}`, newDebtBalance, record.debt - record.unsettled);
	},

	ClaimedRewards(books, { staker, amount }, now) {
		books.emitUpTo(now);
		const record = books.staker(staker);
		record.earnUpTo(books.index);
		books.expect(`rewards of ${staker}`, amount, record.accrued);
		record.accrued -= amount;
		books.claimed += amount;
	},

	Transfer(books, { from, to, amount }, now) {
		// Receipt tokens that appear or disappear: another event says why.
		if (from === null) books.unannounced -= amount;
		if (to === null) books.unannounced += amount;
		if (from === null || to === null) return;
		books.emitUpTo(now);
		const [sender, recipient] = [books.staker(from), books.staker(to)];
		sender.earnUpTo(books.index);
		recipient.earnUpTo(books.index);
		sender.active -= amount;
		recipient.active += amount;
	},

	Borrowed(books, { borrower, amount, newBorrowedBalance }) {
		const record = books.borrower(borrower);
		record.borrowed += amount;
		books.borrowed += amount;
		books.unborrowed -= amount;
		books.expect(`loan of ${borrower}`, newBorrowedBalance, record.borrowed);
	},

	RepaidBorrow(books, { borrower, amount, newBorrowedBalance }) {
		const record = books.borrower(borrower);
		record.borrowed -= amount;
		books.borrowed -= amount;
		books.unborrowed += amount;
		books.expect(`loan of ${borrower}`, newBorrowedBalance, record.borrowed);
	},

	RepaidDebt(books, { borrower, amount, newDebtBalance }) {
		const record = books.borrower(borrower);
		record.debt -= amount;
		books.borrowerDebt -= amount;
		books.debtPot += amount;
		books.expect(`debt of ${borrower}`, newDebtBalance, record.debt);
	},

	DebtMarked(books, { borrower, amount, newBorrowedBalance, newDebtBalance }) {
		const record = books.borrower(borrower);
		record.borrowed -= amount;
		record.debt += amount;
		books.marked += amount;
		books.expect(`loan of ${borrower}`, newBorrowedBalance, record.borrowed);
		books.expect(`debt of ${borrower}`, newDebtBalance, record.debt);
	},

	ConvertedInactiveBalancesToDebt(books, { amount, index, newTotalInactive }) {
		books.expect('shortfall', amount, books.shortfall);
		books.expect('shortfall', amount, books.marked);
		const before = books.inactive.current;
		books.borrowed -= amount;
		books.borrowerDebt += amount;
		books.marked = 0n;
		change(books.inactive, -amount);
		books.expect('total inactive balance', newTotalInactive, books.inactive.current);
		books.expect('index of a shortfall', index, before > 0n ? (SHORTFALL_BASE * books.inactive.current) / before : 0n);
		for (const staker of books.stakers.values()) staker.lose(index);
		books.shortfalls.push({ epoch: books.epoch, index });
	},

	RewardsPerSecondUpdated(books, { rate }, now) {
		books.emitUpTo(now);
		books.rate = rate;
	},

	EpochParametersChanged(books, { interval, offset }) {
		books.clock.interval = interval;
		books.clock.offset = offset;
	},

	OperatorDecreasedStakerDebt(books, { staker, amount, newDebtBalance }) {
		const record = books.staker(staker);
		record.debt -= amount;
		books.writtenOff.stakerDebt += amount;
		books.expect(`debt owed to ${staker}`, newDebtBalance, record.debt - record.unsettled);
	},

	OperatorDecreasedBorrowerDebt(books, { borrower, amount, newDebtBalance }) {
		const record = books.borrower(borrower);
		record.debt -= amount;
		books.borrowerDebt -= amount;
		books.writtenOff.borrowerDebt += amount;
		books.expect(`debt of ${borrower}`, newDebtBalance, record.debt);
	},

	/** The total keeps what nobody owns any more. */
	InactiveBalanceAbandoned(books, { staker, amount }) {
		const record = books.staker(staker);
		books.expect(`inactive balance that ${staker} gave up`, amount, record.inactive + record.maturing + record.unsettled);
		record.debt -= record.unsettled;
		record.inactive = 0n;
		record.maturing = 0n;
		record.unsettled = 0n;
		books.writtenOff.abandonedInactive += amount;
	},

	EpochStarted(books, { epoch, totalActive, totalInactive, totalBorrowed, shortfall }) {
		books.expect('number of an epoch', epoch, books.epoch);
		books.expect('total active balance', totalActive, books.active.current);
		books.expect('total inactive balance', totalInactive, books.inactive.current);
		books.expect('total of the loans', totalBorrowed, books.borrowed);
		books.expect('shortfall', shortfall, books.shortfall);
	},
};

/** Events that move nothing, or say again what another one says. */
export const SILENT = [
	'Approval',
	'BorrowingRestrictionChanged',
	'ScheduledBorrowerAllocationChange',
	'BlackoutWindowChanged',
	'GlobalIndexUpdated',
	'UserIndexUpdated',
	'OperatorWithdrawalRequestedFor',
	'OperatorWithdrewStakeFor',
	'OperatorClaimedRewardsFor',
	'RoleGranted',
	'RoleRevoked',
];
