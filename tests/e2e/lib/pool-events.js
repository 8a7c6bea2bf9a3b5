/** What the calls of the pool emit, as `Outcome.effects` gives it. Amounts in base units, accounts as addresses. */
import { POOL, STK_USDC, USDC } from './development.js';
import { event } from './events.js';

/** An event of the pool itself. */
export const happened = (name, data) => event(`liquidityStaking.${name}`, data);

export const paid = (from, to, amount) => event('assets.Transferred', { assetId: BigInt(USDC), from, to, amount });
export const minted = (owner, amount) => event('assets.Issued', { assetId: BigInt(STK_USDC), owner, amount });
export const burned = (owner, balance) => event('assets.Burned', { assetId: BigInt(STK_USDC), owner, balance });

/** `stake`, while no rewards flow. */
export const staked = (staker, amount) => [
	happened('GlobalIndexUpdated', { index: 0n }),
	paid(staker, POOL, amount),
	minted(staker, amount),
	happened('Staked', { staker, payer: staker, amount }),
	happened('Transfer', { from: null, to: staker, amount }),
];

export const requested = (staker, amount) => [happened('WithdrawalRequested', { staker, amount })];

/** `withdraw_stake`, after the receipt tokens are burned. */
export const withdrewStake = (staker, recipient, amount) => [
	paid(POOL, recipient, amount),
	happened('Transfer', { from: staker, to: null, amount }),
	happened('WithdrewStake', { staker, recipient, amount }),
];

export const withdrewDebt = (staker, recipient, amount, newDebtBalance) => [
	paid(POOL, recipient, amount),
	happened('WithdrewDebt', { staker, recipient, amount, newDebtBalance }),
];

/** The settlement of a shortfall burns receipt tokens; in one go with `withdrawn` of them that the call burns. */
export const receivedDebt = (staker, amount, newDebtBalance, withdrawn = 0n) => [
	happened('ReceivedDebt', { staker, amount, newDebtBalance }),
	burned(staker, amount + withdrawn),
];

export const borrowed = (borrower, amount, newBorrowedBalance) => [
	paid(POOL, borrower, amount),
	happened('Borrowed', { borrower, amount, newBorrowedBalance }),
];

export const repaidBorrow = (borrower, amount, newBorrowedBalance) => [
	paid(borrower, POOL, amount),
	happened('RepaidBorrow', { borrower, payer: borrower, amount, newBorrowedBalance }),
];

export const repaidDebt = (borrower, amount, newDebtBalance) => [
	paid(borrower, POOL, amount),
	happened('RepaidDebt', { borrower, payer: borrower, amount, newDebtBalance }),
];

export const debtMarked = (borrower, amount, newBorrowedBalance, newDebtBalance) =>
	happened('DebtMarked', { borrower, amount, newBorrowedBalance, newDebtBalance });

export const restriction = (borrower, restricted) =>
	happened('BorrowingRestrictionChanged', { borrower, restricted });

export const converted = (amount, index, newTotalInactive) =>
	happened('ConvertedInactiveBalancesToDebt', { amount, index, newTotalInactive });

/** `next` are the new units; polkadot.js spells a field `new` with an underscore. */
export const scheduled = (target, old, next, effectiveEpoch) =>
	happened('ScheduledBorrowerAllocationChange', { target, old, new_: next, effectiveEpoch });
