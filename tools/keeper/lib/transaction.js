/** A transaction on its way. */

export class Transaction {
	/** Whether a block of the present chain contains it, and this was told. */
	settled = false;

	/**
	 * @param {object} parts
	 * @param {string} parts.hash
	 * @param {string} parts.bytes
	 * @param {number} parts.nonce
	 * @param {number} parts.birth the block that it was signed for
	 * @param {number} parts.period in how many blocks, the birth included, it is alive
	 */
	constructor({ hash, bytes, nonce, birth, period }) {
		this.hash = hash;
		this.bytes = bytes;
		this.nonce = nonce;
		this.birth = birth;
		this.period = period;
	}

	/** Whether it, or another one in its place, is in the chain. @param {{ nonce: number }} account as of some block */
	isPast({ nonce }) {
		return nonce > this.nonce;
	}

	/** Whether no block after this one can include it. @param {number} number */
	isExpiredAfter(number) {
		return number + 1 >= this.birth + this.period;
	}
}

/**
 * What is paid on top of the fee: by the first attempt nothing, by the next one, because a full pool preferred others, as
 * much as the fee, then twice as much and so on. What marks debt begins one step higher: a withdrawal that comes before it
 * in the same block is paid in full, and without a tip any withdrawal that offers one unit does.
 *
 * @param {object} about
 * @param {number} about.attempts how many have failed
 * @param {boolean} about.marks whether debt is marked
 * @param {bigint} about.fee
 * @param {bigint} about.most
 */
export function tipOf({ attempts, marks, fee, most }) {
	const raises = marks ? attempts + 1 : attempts;
	if (raises === 0) return 0n;
	const wished = fee << BigInt(Math.min(raises - 1, 64));
	return wished < most ? wished : most;
}
