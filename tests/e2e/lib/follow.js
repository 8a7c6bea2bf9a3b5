const FINALITY_TIMEOUT = 50_000;

/**
 * Sends a call as wallets do and follows it into a block and on to finality.
 *
 * @returns {Promise<{ included: string, finalized: string }>} block hashes
 */
export async function follow(call, signer, until = 'finalized') {
	const seen = { included: null, finalized: null };
	let unsubscribe;
	let timer;
	try {
		await new Promise((resolve, reject) => {
			timer = setTimeout(() => reject(new Error(`not ${until} in time`)), FINALITY_TIMEOUT);
			call
				.signAndSend(signer, { nonce: -1 }, ({ status, isError }) => {
					if (isError) reject(new Error(`the pool dropped the extrinsic: ${status}`));
					if (status.isInBlock) seen.included = status.asInBlock.toString();
					if (status.isFinalized) {
						seen.finalized = status.asFinalized.toString();
						// polkadot.js skips the status before when both come at once.
						seen.included ??= seen.finalized;
					}
					if (seen[until]) resolve();
				})
				.then((stop) => (unsubscribe = stop), reject);
		});
	} finally {
		clearTimeout(timer);
		unsubscribe?.();
	}
	return seen;
}
