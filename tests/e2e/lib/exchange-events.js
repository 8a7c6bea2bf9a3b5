/** What the exchange emits, as `Outcome.effects` gives it. Its quantum is 1, so quantized amounts are base units. */
import { EXCHANGE } from './development.js';
import { event } from './events.js';
import { paid } from './pool-events.js';

/** An event of the exchange itself. */
export const happened = (name, data) => event(`starkExchange.${name}`, data);

/** Seconds that the operator has to serve a forced request. */
export const GRACE = 7n * 86_400n;

export const registered = (account, key, position) => happened('UserRegistered', { account, key, position });

export const deposited = (from, key, position, q) => [
	paid(from, EXCHANGE, q),
	happened('Deposited', { from, key, position, q, amount: q }),
];

export const withdrawn = (key, to, q) => [paid(EXCHANGE, to, q), happened('Withdrawn', { key, to, q, amount: q })];

export const accepted = (key, position, q) => happened('DepositAccepted', { key, position, q });
export const credited = (key, position, q) => happened('WithdrawalCredited', { key, position, q });
export const served = (id, outcome) => happened('ForcedRequestServed', { id, outcome });

/** The end of a batch. @param {import('../../../tools/stark-operator/lib/batch.js').UpdateBatch} batch */
export const updated = ({ batchId, newStateRoot, systemTime, ...parts }) => {
	const counts = ['deposits', 'transfers', 'settlements', 'forced', 'withdrawals'].map((part) => [
		part,
		BigInt(parts[part].length),
	]);
	return happened('StateUpdated', { batchId, newStateRoot, systemTime, ...Object.fromEntries(counts) });
};

/** A forced withdrawal that was demanded in the second `now`. */
export const forcedWithdrawal = (id, key, position, q, now) =>
	happened('ForcedWithdrawalRequested', { id, key, position, q, deadline: now + GRACE });
