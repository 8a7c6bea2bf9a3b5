/** The messages that STARK keys sign (specification of the stark exchange, section 4), and the names of what they order. */
import { blake2b } from '@noble/hashes/blake2b';
import { keccak_256 } from '@noble/hashes/sha3';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils';
import { LIMIT } from './curve.js';
import { toBytes, toHex, toNumber } from './hex.js';
import { bool, bytes32, struct, u128, u64 } from './scale.js';

/**
 * @typedef {string | Uint8Array} Bytes hex text or bytes
 * @typedef {bigint | number} Int
 */

/**
 * @typedef {object} ForcedTradeArgs
 * @property {Bytes} keyA key of the party that requests the trade
 * @property {Bytes} keyB key of the party that consents, and signs
 * @property {Int} positionA
 * @property {Int} positionB
 * @property {Int} syntheticAssetId
 * @property {Int} amountCollateral
 * @property {Int} amountSynthetic
 * @property {boolean} aIsBuyingSynthetic
 * @property {Int} submissionExpiration seconds since the Unix epoch
 * @property {Int} nonce
 */

/**
 * @typedef {object} TransferOrder
 * @property {Int} from position that pays, and whose key signs
 * @property {Int} to position that receives
 * @property {Int} amount
 * @property {Int} nonce
 * @property {Int} expiration seconds since the Unix epoch
 */

/** @param {ForcedTradeArgs} args @returns {Uint8Array} 129 bytes */
export const encodeForcedTrade = (args) =>
	struct(
		bytes32(args.keyA),
		bytes32(args.keyB),
		u64(args.positionA),
		u64(args.positionB),
		u128(args.syntheticAssetId),
		u64(args.amountCollateral),
		u64(args.amountSynthetic),
		bool(args.aIsBuyingSynthetic),
		u64(args.submissionExpiration),
		u64(args.nonce),
	);

/** @param {TransferOrder} order @returns {Uint8Array} 40 bytes */
export const encodeTransfer = ({ from, to, amount, nonce, expiration }) =>
	struct(u64(from), u64(to), u64(amount), u64(nonce), u64(expiration));

const message = (topic, genesis, ...parts) =>
	concatBytes(utf8ToBytes(`lsm/stark-exchange/${topic}/v1`), toBytes(genesis, 'the genesis hash', 32), ...parts);

/** By which `key` accepts to be bound to `account` on one chain. @param {{ genesis: Bytes, account: Bytes, key: Bytes }} parts */
export const registrationMessage = ({ genesis, account, key }) =>
	message('register', genesis, toBytes(account, 'the account', 32), bytes32(key));

/** By which party B consents to a trade. @param {{ genesis: Bytes, args: ForcedTradeArgs }} parts */
export const forcedTradeMessage = ({ genesis, args }) => message('forced-trade', genesis, encodeForcedTrade(args));

/** By which a position's key orders a transfer. @param {{ genesis: Bytes, order: TransferOrder }} parts */
export const transferMessage = ({ genesis, order }) => message('transfer', genesis, encodeTransfer(order));

/** The number that is signed for a message: its Keccak-256 hash without the five highest bits. @param {Uint8Array} bytes */
export const messageNumber = (bytes) => toNumber(keccak_256(bytes)) % LIMIT;

/** @param {...Uint8Array} parts */
export const blake2_256 = (...parts) => blake2b(concatBytes(...parts), { dkLen: 32 });

const id = (topic, ...parts) => toHex(blake2_256(utf8ToBytes(topic), ...parts));

/** Under which the exchange records a request for a forced withdrawal. @param {Bytes} key @param {Int} position @param {Int} amount */
export const forcedWithdrawalId = (key, position, amount) =>
	id('forced-withdrawal', bytes32(key), u64(position), u64(amount));

/** Under which the exchange records a forced trade. @param {ForcedTradeArgs} args */
export const forcedTradeId = (args) => id('forced-trade', encodeForcedTrade(args));

/** Under which the exchange remembers a transfer. @param {TransferOrder} order */
export const transferId = (order) => id('transfer', encodeTransfer(order));
