/** What monitoring reads: gauges and counters in the text format of Prometheus. */

const PREFIX = 'tidepool_keeper_';

/** Amounts of the pool are base units of USDC, those of account and treasury base units of DYDX. */
const GAUGES = {
	connected: '1 while the keeper has a connection to a node that knows the present.',
	node_peers: 'Peers of the node.',
	last_run_timestamp_seconds: 'When the state of the pool was last read.',
	due_since_timestamp_seconds: 'Since when something has been due and is not done; 0 when nothing is.',
	last_sent_timestamp_seconds: 'When a transaction was last sent; 0 when none was.',
	account_spendable_base_units: "What the keeper's account can spend on fees.",
	block_height: 'Number of the best block.',
	finalized_block_height: 'Number of the last final block.',
	block_timestamp_seconds: 'Time of the best block.',
	pool_epoch: 'Number of the epoch.',
	pool_epoch_remaining_seconds: 'Time until the epoch ends.',
	pool_blackout: '1 in the blackout window.',
	pool_active_base_units: 'Total active balance.',
	pool_active_next_base_units: 'Total active balance of the next epoch, if nothing else happens.',
	pool_inactive_base_units: 'Total inactive balance.',
	pool_borrowed_base_units: 'What all borrowers have borrowed.',
	pool_unborrowed_base_units: 'What withdrawals of stake are paid from.',
	pool_borrower_debt_base_units: 'Debt of all borrowers.',
	pool_debt_pot_base_units: 'Repaid debt that nobody has withdrawn yet.',
	pool_shortfall_base_units: 'What the borrowers owe beyond the active balance; above 0 the pool is insolvent.',
	pool_shortfall_next_base_units: 'The shortfall with which the next epoch begins, if nothing else happens.',
	pool_overdue_borrowers: 'Borrowers that owe more than their shares.',
	pool_overdue_unrestricted_borrowers: 'Those of them that may still borrow.',
	pool_overdue_base_units: 'What they owe beyond their shares.',
	pool_overdue_next_borrowers: 'Borrowers that will be overdue in the next epoch, if nothing else happens.',
	pool_overdue_next_base_units: 'What they will owe beyond their shares.',
	treasury_base_units: 'What rewards are paid from. What stakers have earned and not claimed yet is included.',
	treasury_rewards_per_second_base_units: 'Rewards per second.',
	treasury_distribution_end_timestamp_seconds: 'From when on no rewards are earned.',
};

/** Counters with the values of their label. They begin with 0, so that the first failure is a change. */
const COUNTERS = {
	runs_total: ['How often the state of the pool was read.', null, []],
	failures_total: [
		'What went wrong: no usable node, too little DYDX, refused by the node, not included in time, failed in a block.',
		'reason',
		['connection', 'fees', 'refused', 'expired', 'failed'],
	],
	transactions_total: [
		'Transactions, and what became of them; superseded are those that somebody else was faster than.',
		'outcome',
		['sent', 'included', 'superseded', 'failed', 'expired'],
	],
};

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0n);

export class Metrics {
	/** @type {Map<string, bigint | number>} */
	#gauges = new Map();
	/** @type {Map<string, number>} */
	#counters = new Map();
	#dueSince = 0;

	/** @param {() => number} clock milliseconds */
	constructor(clock = Date.now) {
		this.clock = clock;
		for (const [name, [, , values]] of Object.entries(COUNTERS)) {
			for (const value of values.length > 0 ? values : ['']) this.#counters.set(`${name} ${value}`, 0);
		}
		this.connection(false, 0);
		this.#set({ due_since_timestamp_seconds: 0, last_sent_timestamp_seconds: 0 });
	}

	/** @param {boolean} isConnected @param {number} peers */
	connection(isConnected, peers) {
		this.#set({ connected: Number(isConnected), node_peers: peers });
	}

	/** @param {string} reason */
	failure(reason) {
		this.#count('failures_total', reason);
	}

	/** @param {string} outcome */
	transaction(outcome) {
		this.#count('transactions_total', outcome);
		if (outcome === 'sent') this.#set({ last_sent_timestamp_seconds: this.#now });
	}

	/** Whether there is something to do at present. @param {boolean} isDue */
	due(isDue) {
		this.#dueSince = isDue ? this.#dueSince || this.#now : 0;
		this.#set({ due_since_timestamp_seconds: this.#dueSince });
	}

	/** @param {import('./node.js').Head} head @param {import('./node.js').State} state */
	observe({ number }, { pool, account, finalized }) {
		this.#count('runs_total');
		this.#set({
			last_run_timestamp_seconds: this.#now,
			account_spendable_base_units: account?.spendable ?? null,
			block_height: number,
			finalized_block_height: finalized,
			block_timestamp_seconds: pool.milliseconds / 1_000n,
			...poolGauges(pool),
		});
	}

	/** Everything, as Prometheus reads it. */
	text() {
		const lines = [];
		for (const [name, help] of Object.entries(GAUGES)) {
			const value = this.#gauges.get(name);
			if (value === undefined || value === null) continue;
			lines.push(...heading(name, help, 'gauge'), `${PREFIX}${name} ${value}`);
		}
		for (const [name, [help, label, values]] of Object.entries(COUNTERS)) {
			lines.push(...heading(name, help, 'counter'));
			for (const value of values.length > 0 ? values : ['']) {
				const labels = label ? `{${label}="${value}"}` : '';
				lines.push(`${PREFIX}${name}${labels} ${this.#counters.get(`${name} ${value}`)}`);
			}
		}
		return `${lines.join('\n')}\n`;
	}

	get #now() {
		return Math.floor(this.clock() / 1_000);
	}

	#set(gauges) {
		for (const [name, value] of Object.entries(gauges)) {
			if (!Object.hasOwn(GAUGES, name)) throw new Error(`there is no metric ${name}`);
			this.#gauges.set(name, value);
		}
	}

	#count(name, value = '') {
		const key = `${name} ${value}`;
		const count = this.#counters.get(key);
		if (count === undefined) throw new Error(`there is no metric ${key}`);
		this.#counters.set(key, count + 1);
	}
}

const heading = (name, help, type) => [`# HELP ${PREFIX}${name} ${help}`, `# TYPE ${PREFIX}${name} ${type}`];

/** @param {import('./pool.js').Pool} pool */
function poolGauges(pool) {
	const overdue = pool.borrowers.filter(({ excess }) => excess > 0n);
	const overdueNext = pool.borrowers.filter(({ nextExcess }) => nextExcess > 0n);
	return {
		pool_epoch: pool.epoch,
		pool_epoch_remaining_seconds: pool.remaining,
		pool_blackout: Number(pool.blackout),
		pool_active_base_units: pool.active,
		pool_active_next_base_units: pool.activeNext,
		pool_inactive_base_units: pool.inactive,
		pool_borrowed_base_units: pool.borrowed,
		pool_unborrowed_base_units: pool.unborrowed,
		pool_borrower_debt_base_units: pool.borrowerDebt,
		pool_debt_pot_base_units: pool.debtPot,
		pool_shortfall_base_units: pool.shortfall,
		pool_shortfall_next_base_units: pool.shortfallNext,
		pool_overdue_borrowers: overdue.length,
		pool_overdue_unrestricted_borrowers: overdue.filter(({ restricted }) => !restricted).length,
		pool_overdue_base_units: sum(overdue.map(({ excess }) => excess)),
		pool_overdue_next_borrowers: overdueNext.length,
		pool_overdue_next_base_units: sum(overdueNext.map(({ nextExcess }) => nextExcess)),
		treasury_base_units: pool.treasury,
		treasury_rewards_per_second_base_units: pool.rewardsPerSecond,
		treasury_distribution_end_timestamp_seconds: pool.distributionEnd,
	};
}
