/** A state update as the exchange takes it (specification, section 6.3): its encoding, and the root that closes it. */
import { toBytes, toHex } from './hex.js';
import { blake2_256, encodeTransfer } from './messages.js';
import { bytes32, i64, list, struct, u64 } from './scale.js';

/**
 * @typedef {import('./messages.js').TransferOrder} TransferOrder
 * @typedef {import('./signatures.js').Signature} Signature
 * @typedef {'Executed' | { Rejected: string }} ForcedOutcome
 */

/**
 * @typedef {object} UpdateBatch
 * @property {bigint} batchId
 * @property {string} previousStateRoot
 * @property {string} newStateRoot
 * @property {bigint} systemTime seconds since the Unix epoch
 * @property {[key: string, position: bigint, amount: bigint][]} deposits
 * @property {[TransferOrder, Signature][]} transfers
 * @property {[position: bigint, delta: bigint][]} settlements
 * @property {[id: string, ForcedOutcome][]} forced
 * @property {[key: string, position: bigint, amount: bigint][]} withdrawals
 */

/** Why a forced request can be refused, in the order of the encoding. */
export const REJECTIONS = ['InsufficientEquity', 'MarginRequirement', 'TradeNotExecutable'];

/** How a forced request can be answered, as typed. */
export const OUTCOMES = ['Executed', ...REJECTIONS];

/** @param {string} name one of `OUTCOMES` @returns {ForcedOutcome} */
export const outcomeNamed = (name) => (name === 'Executed' ? name : { Rejected: name });

/** @param {ForcedOutcome} outcome */
function encodeOutcome(outcome) {
	if (outcome === 'Executed') return Uint8Array.of(0);
	const reason = REJECTIONS.indexOf(outcome.Rejected);
	if (reason < 0) throw new RangeError(`a forced request cannot be answered with ${JSON.stringify(outcome)}`);
	return Uint8Array.of(1, reason);
}

const encodeMovement = ([key, position, amount]) => struct(bytes32(key), u64(position), u64(amount));
const encodeSigned = ([order, { r, s }]) => struct(encodeTransfer(order), bytes32(r), bytes32(s));
const encodeSettlement = ([position, delta]) => struct(u64(position), i64(delta));
const encodeAnswer = ([id, outcome]) => struct(bytes32(id), encodeOutcome(outcome));

const header = ({ batchId, previousStateRoot }) => struct(u64(batchId), bytes32(previousStateRoot));

const body = ({ systemTime, deposits, transfers, settlements, forced, withdrawals }) =>
	struct(
		u64(systemTime),
		list(deposits, encodeMovement),
		list(transfers, encodeSigned),
		list(settlements, encodeSettlement),
		list(forced, encodeAnswer),
		list(withdrawals, encodeMovement),
	);

/** @param {UpdateBatch} batch @returns {Uint8Array} */
export const encodeBatch = (batch) => struct(header(batch), bytes32(batch.newStateRoot), body(batch));

/**
 * The root of the state after a batch: blake2-256 of the previous root and the encoded batch without the new one.
 *
 * A placeholder. It commits to the whole history of batches, but it is no root of a tree of balances, and nothing can
 * be proved from it; a verifier of state transitions brings its own roots.
 *
 * @param {Omit<UpdateBatch, 'newStateRoot'>} batch
 */
export const stateRootAfter = (batch) =>
	toHex(blake2_256(toBytes(batch.previousStateRoot, 'the previous root', 32), header(batch), body(batch)));

/** Completes a batch with its root. @param {Omit<UpdateBatch, 'newStateRoot'>} batch @returns {UpdateBatch} */
export function sealed(batch) {
	const { batchId, previousStateRoot, ...rest } = batch;
	return { batchId, previousStateRoot, newStateRoot: stateRootAfter(batch), ...rest };
}

/** How many items of each kind a batch has, in words. @param {UpdateBatch} batch */
export function countsOf({ deposits, transfers, settlements, forced, withdrawals }) {
	const counts = [
		[deposits, 'deposit'],
		[transfers, 'transfer'],
		[settlements, 'settlement'],
		[forced, 'forced request'],
		[withdrawals, 'withdrawal'],
	].filter(([items]) => items.length > 0);
	if (counts.length === 0) return 'nothing';
	return counts.map(([items, name]) => `${items.length} ${name}${items.length === 1 ? '' : 's'}`).join(', ');
}
