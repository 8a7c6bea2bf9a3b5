/** What goes into the next batch, of what is wished for and what there is. */
import { fail } from './errors.js';
import { ensureFits } from './limits.js';
import { settled } from './settlements.js';

/**
 * @typedef {object} Wishes
 * @property {boolean} [acceptAll] accept every pending deposit in full
 * @property {boolean} [spareCancelled] leave deposits out of `acceptAll` that their owner wants back
 * @property {{ key: string, position: bigint, amount: bigint }[]} [deposits] accept these amounts
 * @property {{ order: import('./messages.js').TransferOrder, signature: import('./signatures.js').Signature }[]} [transfers]
 * @property {{ position: bigint, delta: bigint }[]} [settlements]
 * @property {boolean} [serveForced] serve every open request as the ledger allows
 * @property {{ id: string, outcome: string }[]} [answers] serve these requests so
 * @property {{ key: string, position: bigint, amount: bigint }[]} [withdrawals]
 */

/**
 * @typedef {object} Selection
 * @property {{ key: string, position: bigint, amount: bigint }[]} deposits
 * @property {{ order: import('./messages.js').TransferOrder, signature: import('./signatures.js').Signature }[]} transfers
 * @property {[position: bigint, delta: bigint][]} settlements
 * @property {{ request: import('./snapshot.js').ForcedRequest, outcome: string | null }[]} forced null: as the ledger allows
 * @property {{ key: string, position: bigint, amount: bigint }[]} withdrawals
 * @property {string[]} notes what was left out, for the user
 */

/**
 * @param {import('./snapshot.js').Work} work
 * @param {Wishes} wishes
 * @returns {Selection}
 */
export function select(work, wishes) {
	const notes = [];
	const selection = {
		deposits: selectDeposits(work, wishes, notes),
		transfers: wishes.transfers ?? [],
		settlements: settled(wishes.settlements ?? []),
		forced: selectForced(work, wishes, notes),
		withdrawals: wishes.withdrawals ?? [],
		notes,
	};
	for (const kind of Object.keys(work.limits)) ensureFits(selection[kind], kind, work.limits);
	return selection;
}

function selectDeposits(
	{ deposits: pending, limits },
	{ deposits: named = [], acceptAll, spareCancelled },
	notes,
) {
	named.forEach((deposit, index) => ensurePending(pending, deposit, named.slice(0, index)));
	if (!acceptAll) return named;
	const others = pending
		.filter((one) => !named.some((deposit) => isSame(one, deposit)))
		.filter(({ cancelRequestedAt }) => !spareCancelled || cancelRequestedAt === null)
		.map(({ key, position, amount }) => ({ key, position, amount }));
	return filled(named, others, limits.deposits, 'pending deposits', notes);
}

const isSame = (a, b) => a.key === b.key && a.position === b.position;

function ensurePending(pending, deposit, earlier) {
	const available = pending.find((one) => isSame(one, deposit))?.amount ?? 0n;
	const taken = earlier.filter((one) => isSame(one, deposit)).reduce((sum, { amount }) => sum + amount, 0n);
	if (available - taken < deposit.amount) {
		fail(
			`${deposit.amount} cannot be accepted from ${deposit.key} for position ${deposit.position}, of which ` +
				`${available - taken} is pending (starkExchange.DepositInsufficient)`,
		);
	}
}

function selectForced({ requests, limits }, { answers = [], serveForced }, notes) {
	const answered = answers.map(({ id, outcome }, index) => {
		if (answers.slice(0, index).some((other) => other.id === id)) fail(`request ${id} is answered twice`);
		const request =
			requests.find((one) => one.id === id) ??
			fail(`no request ${id} is open (starkExchange.RequestNotFound)`);
		return { request, outcome };
	});
	if (!serveForced) return answered;
	const others = requests
		.filter(({ id }) => !answers.some((answer) => answer.id === id))
		.map((request) => ({ request, outcome: null }));
	return filled(answered, others, limits.forced, 'open forced requests', notes);
}

/** What was named, and as much of the rest as the batch has room for. */
function filled(named, others, limit, what, notes) {
	const room = Math.max(0, limit - named.length);
	if (others.length > room) {
		notes.push(
			`${others.length - room} of ${others.length} ${what} are left for the next batch, which takes ${limit} of them`,
		);
	}
	return [...named, ...others.slice(0, room)];
}

/** The positions whose equity a selection depends on. @param {Selection} selection @returns {bigint[]} */
export const positionsOf = ({ deposits, transfers, settlements, forced, withdrawals }) => [
	...deposits.map(({ position }) => position),
	...transfers.flatMap(({ order }) => [BigInt(order.from), BigInt(order.to)]),
	...settlements.map(([position]) => position),
	...forced.flatMap(({ request }) => (request.withdrawal ? [request.withdrawal.position] : [])),
	...withdrawals.map(({ position }) => position),
];
