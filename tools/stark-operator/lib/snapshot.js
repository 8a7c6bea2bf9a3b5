/** The exchange as it is in one block. Numbers are BigInt, keys and hashes hex text, accounts addresses. */
import { limitsOf } from './limits.js';

/**
 * @typedef {object} Position
 * @property {bigint} position
 * @property {string} key
 * @property {bigint} equity
 * @property {bigint} openForced
 */

/**
 * @typedef {object} PendingDeposit
 * @property {string} key
 * @property {bigint} position
 * @property {bigint} amount
 * @property {bigint | null} cancelRequestedAt
 */

/**
 * @typedef {object} ForcedRequest
 * @property {string} id
 * @property {bigint} requestedAt
 * @property {{ key: string, position: bigint, amount: bigint } | null} withdrawal
 * @property {import('./messages.js').ForcedTradeArgs & { reduceOnly: boolean } | null} trade
 */

/**
 * @typedef {object} Work what an operator has to know for the next batch
 * @property {bigint} block number of the block this was read in
 * @property {any} at the API of that block, to read more of it
 * @property {string} genesis
 * @property {bigint} now seconds since the Unix epoch
 * @property {{ batchId: bigint, stateRoot: string, systemTime: bigint }} last
 * @property {{ frozenAt: bigint, unfreezeAllowedAt: bigint } | null} frozen
 * @property {PendingDeposit[]} deposits
 * @property {ForcedRequest[]} requests
 * @property {import('./limits.js').Limits} limits
 */

const big = (codec) => codec.toBigInt();
const hex = (codec) => codec.toHex();
const orNull = (option, read) => (option.isSome ? read(option.unwrap()) : null);

/** Storage comes in the order of hashes, which means nothing. */
const by =
	(...fields) =>
	(a, b) => {
		const field = fields.find((name) => a[name] !== b[name]);
		return field === undefined ? 0 : a[field] < b[field] ? -1 : 1;
	};

/** @returns {PendingDeposit} */
const pendingDeposit = ([{ args }, value]) => {
	const [key, position] = args;
	const { amount, cancelRequestedAt } = value.unwrap();
	return {
		key: hex(key),
		position: big(position),
		amount: big(amount),
		cancelRequestedAt: orNull(cancelRequestedAt, big),
	};
};

const tradeOf = ({ args, reduceOnly }) => ({
	keyA: hex(args.keyA),
	keyB: hex(args.keyB),
	positionA: big(args.positionA),
	positionB: big(args.positionB),
	syntheticAssetId: big(args.syntheticAssetId),
	amountCollateral: big(args.amountCollateral),
	amountSynthetic: big(args.amountSynthetic),
	aIsBuyingSynthetic: args.aIsBuyingSynthetic.isTrue,
	submissionExpiration: big(args.submissionExpiration),
	nonce: big(args.nonce),
	reduceOnly: reduceOnly.isTrue,
});

const withdrawalOf = ({ key, position, amount }) => ({
	key: hex(key),
	position: big(position),
	amount: big(amount),
});

/** @returns {ForcedRequest} */
const forcedRequest = ([{ args }, value]) => {
	const { kind, requestedAt } = value.unwrap();
	return {
		id: hex(args[0]),
		requestedAt: big(requestedAt),
		withdrawal: kind.isWithdrawal ? withdrawalOf(kind.asWithdrawal) : null,
		trade: kind.isTrade ? tradeOf(kind.asTrade) : null,
	};
};

/** @returns {Position} */
const positionOf = (id, { key, equity, openForced }) => ({
	position: id,
	key: hex(key),
	equity: big(equity),
	openForced: big(openForced),
});

/**
 * What the next batch is made of, as of the best block.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @returns {Promise<Work>}
 */
export async function readWork(api) {
	const at = await api.at(await api.rpc.chain.getBlockHash());
	const { starkExchange: exchange, system, timestamp } = at.query;
	const [block, moment, last, frozen, deposits, requests] = await Promise.all([
		system.number(),
		timestamp.now(),
		exchange.lastState(),
		exchange.frozen(),
		exchange.pendingDeposits.entries(),
		exchange.forcedRequests.entries(),
	]);
	return {
		block: big(block),
		at,
		genesis: api.genesisHash.toHex(),
		now: big(moment) / 1_000n,
		last: { batchId: big(last.batchId), stateRoot: hex(last.stateRoot), systemTime: big(last.systemTime) },
		frozen: orNull(frozen, ({ frozenAt, unfreezeAllowedAt }) => ({
			frozenAt: big(frozenAt),
			unfreezeAllowedAt: big(unfreezeAllowedAt),
		})),
		deposits: deposits.map(pendingDeposit).sort(by('key', 'position')),
		requests: requests.map(forcedRequest).sort(by('requestedAt', 'id')),
		limits: limitsOf(api),
	};
}

/**
 * The positions with the given ids, those that exist.
 *
 * @param {any} at the API of the block to read in
 * @param {bigint[]} ids
 * @returns {Promise<Position[]>}
 */
export async function readPositions(at, ids) {
	const distinct = [...new Set(ids)];
	if (distinct.length === 0) return [];
	const found = await at.query.starkExchange.positions.multi(distinct);
	return found.flatMap((option, index) => (option.isSome ? [positionOf(distinct[index], option.unwrap())] : []));
}

/** Whether an account may submit batches. @param {any} at the API of a block @param {string} address */
export const isOperator = async (at, address) => (await readOperators(at)).includes(address);

/** @param {any} at the API of a block @returns {Promise<string[]>} */
async function readOperators(at) {
	const keys = await at.query.starkExchange.operators.keys();
	return keys.map(({ args }) => args[0].toString()).sort();
}

/**
 * Everything `state` shows, as of the best block.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 */
export async function readState(api) {
	const work = await readWork(api);
	const { starkExchange: exchange } = work.at.query;
	const [operators, positions, owners, withdrawals, trades, transfers, ...totals] = await Promise.all([
		readOperators(work.at),
		exchange.positions.entries(),
		exchange.keyOwner.entries(),
		exchange.pendingWithdrawals.entries(),
		exchange.usedTrades.entries(),
		exchange.usedTransfers.entries(),
		exchange.totalPendingDeposits(),
		exchange.totalEquity(),
		exchange.totalPendingWithdrawals(),
	]);
	const ownerOf = new Map(owners.map(([{ args }, owner]) => [hex(args[0]), owner.unwrap().toString()]));
	const creditOf = new Map(withdrawals.map(([{ args }, amount]) => [hex(args[0]), amountOf(amount)]));
	const [pendingDeposits, equity, pendingWithdrawals] = totals.map(big);
	const { at, ...readable } = work;
	return {
		...readable,
		operators,
		totals: { pendingDeposits, equity, pendingWithdrawals },
		positions: positions
			.map(([{ args }, value]) => positionOf(big(args[0]), value.unwrap()))
			.map((one) => ({
				...one,
				owner: ownerOf.get(one.key) ?? null,
				withdrawable: creditOf.get(one.key) ?? 0n,
			}))
			.sort(by('position')),
		usedTrades: trades.map(used).sort(by('id')),
		usedTransfers: transfers.map(used).sort(by('id')),
	};
}

/** @typedef {Awaited<ReturnType<typeof readState>>} State */

/** The map may answer with a plain number or with an option. */
const amountOf = (value) => big(value.isSome ? value.unwrap() : value);

const used = ([{ args }, expiration]) => ({ id: hex(args[0]), expiration: amountOf(expiration) });
