/** The algorithms of the specification (section 4) that bring records of the pool's storage to the present. */
import { SHORTFALL_BASE } from './staker.js';

/** @param {{ epoch: bigint, current: bigint, next: bigint }} stored */
export const rolled = ({ epoch, current, next }, running) =>
	running > epoch ? { current: next, next } : { current, next };

/**
 * A staker's record as of epoch `running`, with every shortfall applied (4.7).
 *
 * @param {any} record
 * @param {{ epoch: bigint, index: bigint }[]} shortfalls
 * @param {bigint} running
 */
export function settledStaker({ active, inactive, debt }, shortfalls, running) {
	const { epoch, current, next } = inactive.balance;
	const open = shortfalls.slice(Number(inactive.shortfallCounter));
	const balance = { current, next };
	let owed = debt;
	const apply = (which) => {
		for (const { index } of open.filter(which)) {
			const loss = balance.current - (balance.current * index) / SHORTFALL_BASE;
			balance.current -= loss;
			balance.next -= loss;
			owed += loss;
		}
	};
	apply((shortfall) => shortfall.epoch <= epoch);
	if (running > epoch) {
		balance.current = balance.next;
		apply((shortfall) => shortfall.epoch > epoch);
	}
	const shown = rolled(active, running);
	return {
		activeCurrent: shown.current,
		activeNext: shown.next,
		inactiveCurrent: balance.current,
		inactiveNext: balance.next,
		debt: owed,
	};
}
