/** What a chain has in storage at a block, as far as it is about money. */
import { STK_USDC, USDC } from '../../../e2e/lib/development.js';
import { plain } from '../../../e2e/lib/plain.js';

/**
 * @typedef {object} AuditState
 * @property {string} hash of the block
 * @property {bigint} now its time in seconds
 * @property {{ interval: bigint, offset: bigint, blackout: bigint }} schedule
 * @property {any} pool the totals, as stored
 * @property {[string, any][]} stakers the records as stored, by account
 * @property {[string, any][]} borrowers the same
 * @property {{ epoch: bigint, index: bigint }[]} shortfalls
 * @property {any} writtenOff
 * @property {Record<string, { supply: bigint, held: [string, bigint][] }>} assets by id
 * @property {{ issuance: bigint, free: [string, bigint][], held: [string, bigint][] }} native
 * @property {[string, bigint][]} nonces
 * @property {[string, bigint][]} claimable what the chain would pay each staker who claims now
 */

/**
 * @param {import('@polkadot/api').ApiPromise} api
 * @param {string} hash
 * @returns {Promise<AuditState>}
 */
export async function readState(api, hash) {
	const at = await api.at(hash);
	const { query, registry } = at;
	const value = async (item) => plain(await item(), registry);
	const entries = async (item, ...args) =>
		(await item.entries(...args)).map(([key, record]) => [key.args.at(-1), plain(record, registry)]);
	const byAccount = async (item, ...args) =>
		(await entries(item, ...args)).map(([who, record]) => [who.toString(), record]);

	const accounts = await byAccount(query.system.account);
	const now = await value(query.timestamp.now);
	const { parameters, blackoutWindow } = await value(query.liquidityStaking.clock);
	const stakers = await byAccount(query.liquidityStaking.stakers);
	const numbered = await entries(query.liquidityStaking.shortfalls);
	return {
		hash,
		now: now / 1_000n,
		schedule: { ...parameters, blackout: blackoutWindow },
		pool: await value(query.liquidityStaking.pool),
		stakers,
		borrowers: await byAccount(query.liquidityStaking.borrowers),
		shortfalls: numbered.sort(([one], [other]) => one.cmp(other)).map(([, shortfall]) => shortfall),
		writtenOff: await value(query.liquidityStaking.writeOffTotals),
		assets: {
			[USDC]: await readAsset(value, byAccount, query, USDC),
			[STK_USDC]: await readAsset(value, byAccount, query, STK_USDC),
		},
		native: {
			issuance: await value(query.balances.totalIssuance),
			free: accounts.map(([who, { data }]) => [who, data.free]),
			held: accounts.map(([who, { data }]) => [who, data.reserved]),
		},
		nonces: accounts.map(([who, { nonce }]) => [who, nonce]),
		claimable: await Promise.all(
			stakers.map(async ([who]) => [who, (await at.call.liquidityStakingApi.claimableRewards(who)).toBigInt()]),
		),
	};
}

async function readAsset(value, byAccount, query, id) {
	const holdings = await byAccount(query.assets.account, id);
	const { supply } = await value(() => query.assets.asset(id));
	return { supply, held: holdings.map(([who, { balance }]) => [who, balance]) };
}
