import { errorName } from './plain.js';
import { named, plainEvent } from './events.js';

/**
 * What became of an extrinsic.
 *
 * @typedef {object} Outcome
 * @property {string} hash
 * @property {import('./events.js').PlainEvent[]} events everything the extrinsic emitted, its fee included
 * @property {import('./events.js').PlainEvent[]} effects without the events of paying the fee and of the dispatch
 * @property {string | null} error name of the error, null when it succeeded
 * @property {bigint} fee
 */

/**
 * @typedef {object} Block
 * @property {string} hash
 * @property {number} number
 * @property {bigint} timestamp milliseconds
 * @property {bigint} now seconds, as the pool counts
 * @property {import('./events.js').PlainEvent[]} opening events of `on_initialize`
 * @property {Outcome[]} extrinsics the inherents included
 */

/** Reads block `hash` with everything that happened in it. @returns {Promise<Block>} */
export async function readBlock(api, hash) {
	const [{ block }, at] = await Promise.all([api.rpc.chain.getBlock(hash), api.at(hash)]);
	const [records, moment] = await Promise.all([at.query.system.events(), at.query.timestamp.now()]);
	const opening = [];
	/** @type {any[][]} */
	const perExtrinsic = block.extrinsics.map(() => []);
	for (const { phase, event: raw } of records) {
		if (phase.isInitialization) opening.push(plainEvent(raw, at.registry));
		else if (phase.isApplyExtrinsic) perExtrinsic[phase.asApplyExtrinsic.toNumber()].push(raw);
	}
	const timestamp = moment.toBigInt();
	return {
		hash: hash.toString(),
		number: block.header.number.toNumber(),
		timestamp,
		now: timestamp / 1_000n,
		opening,
		extrinsics: block.extrinsics.map((extrinsic, index) =>
			outcome(extrinsic, perExtrinsic[index], at.registry),
		),
	};
}

/** @returns {Outcome} */
function outcome(extrinsic, raw, registry) {
	const failure = raw.find(({ section, method }) => section === 'system' && method === 'ExtrinsicFailed');
	const events = raw.map((one) => plainEvent(one, registry));
	const [paid] = named(events, 'transactionPayment.TransactionFeePaid');
	return {
		hash: extrinsic.hash.toHex(),
		events,
		effects: withoutFee(events, paid),
		error: failure ? errorName(failure.data[0], registry) : null,
		fee: paid ? paid.data.actualFee + paid.data.tip : 0n,
	};
}

const DISPATCHED = ['system.ExtrinsicSuccess', 'system.ExtrinsicFailed'];

/**
 * Drops the end of the dispatch and what paying the fee emits: its highest possible amount is withdrawn before
 * the call, and after it the excess is given back and the fee burned.
 */
function withoutFee(events, paid) {
	const body = events.filter(({ name }) => !DISPATCHED.includes(name));
	if (!paid) return body;
	const { who, actualFee } = paid.data;
	const first = body.findIndex(({ name, data }) => name === 'balances.Withdraw' && data.who === who);
	const excess = body[first].data.amount - actualFee;
	const effects = body.slice(first + 1, body.indexOf(paid));
	if (isOf(effects.at(-1), 'balances.BurnedDebt', actualFee)) effects.pop();
	if (excess > 0n && isOf(effects.at(-1), 'balances.Deposit', excess)) effects.pop();
	return effects;
}

const isOf = (event, name, amount) => event?.name === name && event.data.amount === amount;
