/** Who holds how much DYDX, by the events of pallet-balances alone. */
import { Ledger } from './ledger.js';

/** What events do: `free` and `held` are the two parts of a balance. */
const MOVES = {
	Transfer: ({ free }, { from, to, amount }) => free.move(from, to, amount),
	// A fee is withdrawn before the call at its highest possible amount, and the excess deposited after it.
	Withdraw: ({ free }, { who, amount }) => free.add(who, -amount),
	Deposit: ({ free }, { who, amount }) => free.add(who, amount),
	// What was withdrawn and not deposited is gone: a fee.
	BurnedDebt: (books, { amount }) => books.issue(-amount),
	MintedCredit: (books, { amount }) => books.issue(amount),
	Issued: (books, { amount }) => books.issue(amount),
	Rescinded: (books, { amount }) => books.issue(-amount),
	Minted(books, { who, amount }) {
		books.free.add(who, amount);
		books.issue(amount);
	},
	Burned(books, { who, amount }) {
		books.free.add(who, -amount);
		books.issue(-amount);
	},
	// What is lost is burned, which another event says.
	DustLost(books, { account, amount }) {
		books.free.add(account, -amount);
		books.dust += amount;
	},
	Reserved: ({ free, held }, { who, amount }) => shift(free, held, who, amount),
	Unreserved: ({ free, held }, { who, amount }) => shift(held, free, who, amount),
	Held: ({ free, held }, { who, amount }) => shift(free, held, who, amount),
	Released: ({ free, held }, { who, amount }) => shift(held, free, who, amount),
	TransferOnHold: ({ held }, { source, dest, amount }) => held.move(source, dest, amount),
};

/** Events that move nothing, or say again what another one says. */
const SILENT = ['Endowed', 'Upgraded', 'Locked', 'Unlocked', 'Frozen', 'Thawed'];

function shift(from, to, who, amount) {
	from.add(who, -amount);
	to.add(who, amount);
}

export class NativeBooks {
	/** @type {string[]} */
	problems = [];
	/** Fees paid since the genesis, and remainders of accounts too small to exist. */
	fees = 0n;
	dust = 0n;

	/** @param {import('./state.js').AuditState} genesis */
	constructor({ native }) {
		this.free = new Ledger(native.free);
		this.held = new Ledger(native.held);
		this.atGenesis = native.issuance;
		this.issuance = native.issuance;
	}

	/** @param {import('./history.js').AuditEvent} event */
	enter({ name, data }) {
		const [pallet, method] = name.split('.');
		if (name === 'transactionPayment.TransactionFeePaid') this.fees += data.actualFee + data.tip;
		if (pallet !== 'balances' || SILENT.includes(method)) return;
		if (!MOVES[method]) this.problems.push(`the audit cannot enter ${name}`);
		else MOVES[method](this, data);
	}

	/** @param {bigint} amount */
	issue(amount) {
		this.issuance += amount;
	}

	/** What differs from storage. @param {import('./state.js').AuditState} state */
	differences({ native }) {
		const problems = [
			...this.free.differences(new Ledger(native.free), 'free DYDX'),
			...this.held.differences(new Ledger(native.held), 'DYDX on hold'),
			...this.free.overdrawn('free DYDX'),
			...this.held.overdrawn('DYDX on hold'),
		];
		const sum = this.free.sum + this.held.sum;
		if (native.issuance !== sum) problems.push(`issuance of DYDX: accounts have ${sum} by the events, ${native.issuance} in storage`);
		if (this.issuance !== sum) problems.push(`issuance of DYDX: ${this.issuance} by its own events, accounts have ${sum}`);
		const gone = this.atGenesis - this.issuance;
		const explained = this.fees + this.dust;
		if (gone !== explained) problems.push(`DYDX that is gone since the genesis: ${gone}, of which fees and dust explain ${explained}`);
		return problems;
	}
}
