/** Why a node does not take a transaction. */
import { oneLine } from './errors.js';

/**
 * - `known`: it has it already, or an earlier one of the account waits; there is nothing to do but to wait
 * - `fees`: the account cannot pay
 * - `full`: the pool prefers others, which pay more
 * - `void`: it can never be included any more, so it has to be signed anew
 * - `other`: anything else
 *
 * @typedef {'known' | 'fees' | 'full' | 'void' | 'other'} Reason
 */

/** The pool's refusals by what they say. */
const REASONS = [
	[/^1010: .*pay some fees/, 'fees'],
	[/^1010: .*(outdated|ancient birth block|bad signature|bad proof)/i, 'void'],
	[/^1012: /, 'void'],
	[/^1013: /, 'known'],
	[/^1014: /, 'known'],
	[/^1016: /, 'full'],
];

export class Refusal extends Error {
	name = 'Refusal';

	/** @param {Reason} reason @param {string} message */
	constructor(reason, message) {
		super(message);
		this.reason = reason;
	}
}

/**
 * The refusal that an error of the RPC is. Refusals come with a number, the reason, and sometimes the request.
 *
 * @param {unknown} error
 * @returns {Refusal | null} null when the error is of another kind, such as a lost connection
 */
export function refusalOf(error) {
	const message = oneLine(error);
	const numbered = /^\d{4}: (.*)$/.exec(message);
	if (!numbered) return null;
	const [, reason] = REASONS.find(([pattern]) => pattern.test(message)) ?? [null, 'other'];
	return new Refusal(/** @type {Reason} */ (reason), numbered[1]);
}
