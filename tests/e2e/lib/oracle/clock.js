/**
 * The epoch function of the specification, sections 3.2 and 3.3, in seconds and BigInt. Floors are written
 * out: BigInt division truncates, which differs below zero.
 */
export class EpochClock {
	/** @param {{ interval: bigint, offset: bigint, blackout: bigint }} schedule */
	constructor({ interval, offset, blackout }) {
		this.interval = interval;
		this.offset = offset;
		this.blackout = blackout;
	}

	/** @param {bigint} now */
	started(now) {
		return now >= this.offset;
	}

	/** Number of the epoch that contains `now`. @param {bigint} now */
	epoch(now) {
		if (!this.started(now)) throw new RangeError('epoch zero has not started');
		return (now - this.offset) / this.interval;
	}

	/** First second of epoch `number`. @param {bigint} number */
	startOf(number) {
		return number * this.interval + this.offset;
	}

	/** Seconds left in the epoch, never 0. @param {bigint} now */
	remaining(now) {
		return this.startOf(this.epoch(now) + 1n) - now;
	}

	/** @param {bigint} now */
	inBlackout(now) {
		return this.started(now) && this.remaining(now) <= this.blackout;
	}
}
