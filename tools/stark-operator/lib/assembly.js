/** From a selection to a batch. Its parts take effect in the order of the specification, section 6.3. */
import { outcomeNamed, sealed } from './batch.js';
import { fail } from './errors.js';
import { Ledger } from './ledger.js';
import { transferMessage } from './messages.js';
import { verifyMessage } from './signatures.js';

/**
 * The batch that follows the last one. What the chain would refuse for want of equity, keys or signatures is refused here.
 *
 * @param {import('./snapshot.js').Work} work
 * @param {import('./selection.js').Selection} selection
 * @param {import('./snapshot.js').Position[]} positions those the selection touches
 * @returns {import('./batch.js').UpdateBatch}
 */
export function assemble({ last, now, genesis }, selection, positions) {
	if (now === 0n) fail('the chain has made no block yet, so it has no time');
	const ledger = new Ledger(positions);
	// A former operator may have been ahead of the chain's clock.
	const systemTime = now > last.systemTime ? now : last.systemTime;
	for (const { position, amount } of selection.deposits) ledger.change(position, amount, 'a deposit');
	for (const transfer of selection.transfers) carryOut(transfer, ledger, genesis, systemTime);
	for (const [position, delta] of selection.settlements)
		ledger.change(position, delta, 'a settlement', 'NegativeEquity');
	const forced = selection.forced.map(({ request, outcome }) => [request.id, serve(request, outcome, ledger)]);
	for (const { key, position, amount } of selection.withdrawals) {
		ledger.ensureKey(position, key);
		ledger.change(position, -amount, 'a withdrawal');
	}
	return sealed({
		batchId: last.batchId + 1n,
		previousStateRoot: last.stateRoot,
		systemTime,
		deposits: selection.deposits.map(asTuple),
		transfers: selection.transfers.map(({ order, signature }) => [order, signature]),
		settlements: selection.settlements,
		forced: /** @type {any} */ (forced),
		withdrawals: selection.withdrawals.map(asTuple),
	});
}

const asTuple = ({ key, position, amount }) => [key, position, amount];

function carryOut({ order, signature }, ledger, genesis, systemTime) {
	const [from, to, amount, expiration] = [order.from, order.to, order.amount, order.expiration].map(BigInt);
	const what = `the transfer of ${amount} from position ${from} to ${to}`;
	if (from === to) fail(`${what} goes nowhere`);
	if (expiration < systemTime)
		fail(`${what} expired at ${expiration}, and it is ${systemTime} (starkExchange.TransferExpired)`);
	if (!verifyMessage(transferMessage({ genesis, order }), ledger.keyOf(from), signature)) {
		fail(
			`${what} is not signed by the key of position ${from} for this chain (starkExchange.InvalidSignature)`,
		);
	}
	ledger.change(from, -amount, 'a transfer');
	ledger.change(to, amount, 'a transfer');
}

/**
 * Without a wish, a withdrawal is executed if there is enough equity and rejected if not, and a trade is executed: what
 * it does to the two positions is up to settlements.
 *
 * @param {import('./snapshot.js').ForcedRequest} request
 * @param {string | null} wish
 * @param {Ledger} ledger
 */
function serve({ id, withdrawal, trade }, wish, ledger) {
	if (trade) {
		if (wish === 'InsufficientEquity' || wish === 'MarginRequirement') {
			fail(`request ${id} is a trade, which cannot be answered with ${wish} (starkExchange.InvalidOutcome)`);
		}
		return outcomeNamed(wish ?? 'Executed');
	}
	const { position, amount } = withdrawal;
	const covered = ledger.equityOf(position) >= amount;
	const outcome = wish ?? (covered ? 'Executed' : 'InsufficientEquity');
	if (outcome === 'TradeNotExecutable') {
		fail(
			`request ${id} is a withdrawal, which cannot be answered with ${outcome} (starkExchange.InvalidOutcome)`,
		);
	}
	if (outcome === 'InsufficientEquity' && covered) {
		fail(
			`request ${id} asks for ${amount}, and position ${position} has enough (starkExchange.RejectionNotJustified)`,
		);
	}
	if (outcome === 'Executed') ledger.change(position, -amount, `the forced withdrawal ${id}`);
	return outcomeNamed(outcome);
}
