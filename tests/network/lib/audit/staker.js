/** Scale of the reward index, and of the index of a shortfall. */
export const REWARD_BASE = 10n ** 18n;
export const SHORTFALL_BASE = 10n ** 36n;

/** The books of one staker. */
export class Staker {
	/** Staked and earning. */
	active = 0n;
	/** The part of `active` that leaves at the end of the epoch, and what of it becomes inactive: all but what was abandoned. */
	leaving = 0n;
	maturing = 0n;
	/** Withdrawable. */
	inactive = 0n;
	/** What shortfalls took, as far as it is not repaid. */
	debt = 0n;
	/** The part of `debt` of which the chain has not taken note: it does when it next touches the account. */
	unsettled = 0n;
	/** The reward index up to which `accrued` is complete. */
	index = 0n;
	accrued = 0n;

	/** @param {bigint} index */
	earnUpTo(index) {
		this.accrued += (this.active * (index - this.index)) / REWARD_BASE;
		this.index = index;
	}

	/** The epoch in which a withdrawal was requested is over. */
	mature() {
		this.active -= this.leaving;
		this.inactive += this.maturing;
		this.leaving = 0n;
		this.maturing = 0n;
	}

	/** A shortfall leaves a fraction of what is inactive. @param {bigint} index */
	lose(index) {
		const remaining = (this.inactive * index) / SHORTFALL_BASE;
		const loss = this.inactive - remaining;
		this.inactive = remaining;
		this.debt += loss;
		this.unsettled += loss;
	}

	/** Receipt tokens in the wallet: they follow when the chain touches the account. */
	get receipts() {
		return this.active - this.leaving + this.inactive + this.maturing + this.unsettled;
	}

	/** What the storage of the chain must come to, settled to the present. */
	get settled() {
		return {
			activeCurrent: this.active,
			activeNext: this.active - this.leaving,
			inactiveCurrent: this.inactive,
			inactiveNext: this.inactive + this.maturing,
			debt: this.debt,
		};
	}
}
