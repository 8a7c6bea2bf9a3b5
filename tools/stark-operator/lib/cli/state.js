import { encodeAddress } from '@polkadot/util-crypto';
import { parseAccount } from '../accounts.js';
import { isoTime, json, table } from '../format.js';
import { readState } from '../snapshot.js';
import { flag, onChain, text } from './command.js';

/** @type {import('./command.js').Command} */
export const state = {
	summary: 'show what the exchange holds, and what is open',
	usage: `  --account ACCOUNT      only the positions of that account, SS58 or hex
  --json                 as JSON
  --url URL              node to ask (ws://127.0.0.1:9944)`,
	options: { account: text, json: flag, url: text },
	async run({ account, json: asJson, url }, { print }) {
		const bytes = account === undefined ? null : parseAccount(account);
		await onChain(url, async (api) => {
			const whole = await readState(api);
			const shown = bytes ? ofAccount(whole, encodeAddress(bytes, api.registry.chainSS58)) : whole;
			print(asJson ? json(shown) : describe(shown));
		});
	},
};

/** @param {import('../snapshot.js').State} whole @param {string} address */
export function ofAccount(whole, address) {
	const positions = whole.positions.filter(({ owner }) => owner === address);
	const keys = new Set(positions.map(({ key }) => key));
	return {
		...whole,
		positions,
		deposits: whole.deposits.filter(({ key }) => keys.has(key)),
		requests: whole.requests.filter(({ withdrawal, trade }) => keys.has(withdrawal?.key ?? trade.keyA)),
	};
}

/** @param {import('../snapshot.js').State} shown @returns {string} */
export function describe(shown) {
	const {
		block,
		now,
		last,
		frozen,
		operators,
		totals,
		positions,
		deposits,
		requests,
		usedTrades,
		usedTransfers,
	} = shown;
	return [
		`block ${block}, ${isoTime(now)}`,
		last.batchId === 0n ? 'no batch yet' : `batch ${last.batchId} of ${isoTime(last.systemTime)}`,
		`state root ${last.stateRoot}`,
		frozen
			? `FROZEN since ${isoTime(frozen.frozenAt)}; governance may unfreeze from ${isoTime(frozen.unfreezeAllowedAt)} on`
			: 'not frozen',
		`operators: ${operators.join(', ') || 'none'}`,
		`totals: pending deposits ${totals.pendingDeposits}, equity ${totals.equity}, pending withdrawals ${totals.pendingWithdrawals}`,
		`remembered: served trades ${usedTrades.length}, transfers ${usedTransfers.length}`,
		...section(
			'positions',
			POSITIONS,
			positions,
			({ position, key, equity, withdrawable, openForced, owner }) => [
				position,
				equity,
				withdrawable,
				openForced,
				key,
				owner ?? 'nobody',
			],
		),
		...section('pending deposits', DEPOSITS, deposits, ({ position, amount, key, cancelRequestedAt }) => [
			position,
			amount,
			key,
			cancelRequestedAt === null ? '' : `cancellation requested ${isoTime(cancelRequestedAt)}`,
		]),
		...section('open forced requests', REQUESTS, requests, ({ id, requestedAt, withdrawal, trade }) => [
			id,
			isoTime(requestedAt),
			withdrawal ? withdrawalWords(withdrawal) : tradeWords(trade),
		]),
	].join('\n');
}

const POSITIONS = ['position', 'equity', 'withdrawable', 'open requests', 'key', 'owner'];
const DEPOSITS = ['position', 'amount', 'key', ''];
const REQUESTS = ['id', 'since', 'demands'];

function section(title, head, items, row) {
	if (items.length === 0) return ['', `no ${title}`];
	return ['', `${title}:`, ...table(head, items.map(row)).map((line) => `  ${line}`)];
}

const withdrawalWords = ({ position, amount }) => `withdrawal of ${amount} from position ${position}`;

const tradeWords = ({ positionA, positionB, syntheticAssetId, amountCollateral, amountSynthetic, ...rest }) =>
	`trade: position ${positionA} ${rest.aIsBuyingSynthetic ? 'buys' : 'sells'} ${amountSynthetic} of asset 0x${syntheticAssetId.toString(16)} ` +
	`for ${amountCollateral}, other side position ${positionB}${rest.reduceOnly ? ', reduce only' : ''}`;
