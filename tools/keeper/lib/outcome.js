/** What became of a transaction. */

/**
 * @typedef {object} Outcome
 * @property {number} block
 * @property {string[]} errors names of the errors of the call, or of the calls of a batch; empty when all succeeded
 * @property {{ borrower: string, amount: bigint }[]} marked
 * @property {string[]} restricted
 */

/** Errors that say that nothing is left to do: somebody else was faster, or the borrower has repaid. */
const NOTHING_LEFT = ['liquidityStaking.NoShortfall', 'liquidityStaking.BorrowerNotOverdue'];

/** Whether nothing failed but what somebody else had done already. @param {Outcome} outcome */
export const isHarmless = ({ errors }) => errors.every((name) => NOTHING_LEFT.includes(name));

/**
 * The name of a dispatch error, such as `liquidityStaking.NoShortfall`, `token.FundsUnavailable` or `BadOrigin`.
 *
 * @param {any} error
 * @param {any} registry
 */
export function errorName(error, registry) {
	if (error.isModule) {
		const { section, name } = registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}
	const detail = error.inner?.type;
	return detail ? `${error.type[0].toLowerCase()}${error.type.slice(1)}.${detail}` : error.type;
}

/** Of the events that a transaction emitted, what concerns the keeper. @param {any[]} events @param {any} registry */
export function readEvents(events, registry) {
	const read = { errors: [], marked: [], restricted: [] };
	for (const { section, method, data } of events) {
		const name = `${section}.${method}`;
		if (name === 'system.ExtrinsicFailed') read.errors.push(errorName(data.dispatchError, registry));
		if (name === 'utility.ItemFailed') read.errors.push(errorName(data.error, registry));
		if (name === 'liquidityStaking.DebtMarked') {
			read.marked.push({ borrower: data.borrower.toString(), amount: data.amount.toBigInt() });
		}
		if (name === 'liquidityStaking.BorrowingRestrictionChanged' && data.restricted.isTrue) {
			read.restricted.push(data.borrower.toString());
		}
	}
	return read;
}

/**
 * Looks for a transaction in the block `hash` and the ones before it, down to the one after `after`.
 *
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {{ transaction: string, hash: string, after: number }} where
 * @returns {Promise<Outcome | null>} null when it is in none of them
 */
export async function findOutcome(api, { transaction, hash, after }) {
	for (let next = hash; ; ) {
		const { block } = await api.rpc.chain.getBlock(next);
		const number = block.header.number.toNumber();
		if (number <= after) return null;
		const index = block.extrinsics.findIndex((one) => one.hash.toHex() === transaction);
		if (index >= 0) return { block: number, ...(await eventsOf(api, next, index)) };
		next = block.header.parentHash.toHex();
	}
}

async function eventsOf(api, hash, index) {
	const at = await api.at(hash);
	const records = await at.query.system.events();
	const own = records.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.toNumber() === index);
	return readEvents(
		own.map(({ event }) => event),
		at.registry,
	);
}
