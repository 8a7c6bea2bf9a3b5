/** What the proxies emit, with what the pool and the exchange emit before. Amounts in base units. */
import { proxyAccount } from './development.js';
import { event } from './events.js';
import * as exchange from './exchange-events.js';
import * as pool from './pool-events.js';
import { queuedTradeHash } from './stark.js';

/** An event of the pallet itself. */
export const happened = (name, data) => event(`starkProxy.${name}`, data);

const id = (proxy) => BigInt(proxy);

/** Seconds that a forced trade of the owner waits, and in which it can be made after that. */
export const TRADE_WAIT = 7n * 86_400n;

export const keyListed = (proxy, key, allowed) => happened('StarkKeyUpdated', { proxy: id(proxy), key, allowed });
export const recipientListed = (proxy, recipient, allowed) =>
	happened('ExternalRecipientUpdated', { proxy: id(proxy), recipient, allowed });
export const restriction = (proxy, restricted) =>
	happened('BorrowingRestrictionChanged', { proxy: id(proxy), restricted, emergency: false });

export const registered = (proxy, key, position) => [
	exchange.registered(proxyAccount(proxy), key, position),
	happened('UserRegistered', { proxy: id(proxy), key, position }),
];

export const borrowed = (proxy, amount, newBorrowed) => [
	...pool.borrowed(proxyAccount(proxy), amount, newBorrowed),
	happened('Borrowed', { proxy: id(proxy), amount, newBorrowed }),
];

export const repaidBorrow = (proxy, amount, newBorrowed, byGuardian = false) => [
	...pool.repaidBorrow(proxyAccount(proxy), amount, newBorrowed),
	happened('RepaidBorrow', { proxy: id(proxy), amount, newBorrowed, byGuardian }),
];

export const repaidDebt = (proxy, amount, newDebt, byGuardian = false) => [
	...pool.repaidDebt(proxyAccount(proxy), amount, newDebt),
	happened('RepaidDebt', { proxy: id(proxy), amount, newDebt, byGuardian }),
];

/** The end of an auto-pay. */
export const autoPaid = (proxy, borrowed, repaidBorrow, repaidDebt) =>
	happened('AutoPaid', { proxy: id(proxy), borrowed, repaidBorrow, repaidDebt });

export const deposited = (proxy, key, position, amount) => [
	...exchange.deposited(proxyAccount(proxy), key, position, amount),
	happened('DepositedToExchange', { proxy: id(proxy), key, position, amount }),
];

export const withdrew = (proxy, key, amount, byGuardian = false) => [
	...exchange.withdrawn(key, proxyAccount(proxy), amount),
	happened('WithdrewFromExchange', { proxy: id(proxy), key, amount, byGuardian }),
];

export const forcedWithdrawal = (proxy, request, byGuardian = false) => {
	const { key, position, q } = request.data;
	return [
		request,
		happened('ForcedWithdrawalRequested', { proxy: id(proxy), key, position, amount: q, byGuardian }),
	];
};

export const tokenLeft = (proxy, recipient, amount, fromApproval) => [
	pool.paid(proxyAccount(proxy), recipient, amount),
	happened('ExternalWithdrewToken', { proxy: id(proxy), recipient, amount, fromApproval }),
];

/** A forced trade that the owner queued in the second `now`. */
export const tradeQueued = (proxy, args, now) =>
	happened('ForcedTradeQueued', {
		proxy: id(proxy),
		args,
		argsHash: queuedTradeHash(proxy, args),
		executableFrom: now + TRADE_WAIT,
		expiresAt: now + 2n * TRADE_WAIT,
	});

export const tradeVetoed = (proxy, args) =>
	happened('ForcedTradeVetoed', { proxy: id(proxy), argsHash: queuedTradeHash(proxy, args) });
