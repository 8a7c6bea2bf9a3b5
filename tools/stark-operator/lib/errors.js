/** Something the user can put right. Its message is one line, and all that is shown of it. */
export class UserError extends Error {
	name = 'UserError';
}

/** @param {string} message @returns {never} */
export function fail(message) {
	throw new UserError(message);
}

/** What any error says, on one line. @param {unknown} error */
export function oneLine(error) {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/\s+/g, ' ').trim() || 'an error without a message';
}
